"""Every check meets a request in plain English that it speaks up at, and one nearly the same that is fine."""

import re

import pytest

from planner.check import CHECKS
from planner.check.examples import Example, examples, named
from planner.check.page import CHAPTERS, PAGE, page

EXAMPLES = [pytest.param(example, id=example.name) for example in examples()]


def test_there_are_many_checks_and_each_has_an_example() -> None:
    names = [check.__name__ for check in CHECKS]
    assert len(set(names)) == len(names) >= 80
    assert named() == set(names)
    assert {check.__module__.rpartition(".")[2] for check in CHECKS} <= set(CHAPTERS)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_plan_says_what_the_check_finds(example: Example) -> None:
    found = example.say.findings(example.check)
    made = example.say.plan()
    if example.seen_by_reader and not found:
        assert made.status == "conflict"
        return
    assert found, made.warnings
    for finding in found[:1]:
        if finding.kind == "conflict":
            assert made.status == "conflict"
            disputed = {field.split(".")[0] for one in made.conflicts for field in one.fields}
            assert {field.split(".")[0] for field in finding.fields} & disputed
        else:
            assert any(finding.problem in text for text in made.warnings)


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_request_that_differs_little_is_no_ground_for_it(example: Example) -> None:
    assert example.but.findings(example.check) == []
    assert example.but.plan().spec is not None, "it is a request that the planner understands"


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_said_can_be_read_and_acted_on(example: Example) -> None:
    for finding in example.say.findings(example.check):
        assert finding.fields
        for text in (finding.problem, finding.suggestion):
            assert "None" not in text
            assert not re.search(r"\b(\w+) \1\b|  | [.,;](?:\s|$)", text), text
        assert finding.problem.endswith(".")
        assert len(finding.problem) < 400
        if finding.kind == "conflict":
            assert finding.suggestion.endswith("."), "a conflict says what to decide"


@pytest.mark.parametrize("example", [param for param in EXAMPLES if not param.values[0].seen_by_reader])
def test_a_near_miss_is_not_a_conflict_for_another_reason(example: Example) -> None:
    """Otherwise the check itself might never have been asked about a plan that could run."""
    made = example.but.plan()
    assert made.status in ("ready", "needs_answers"), [one.problem for one in made.conflicts]


def test_the_page_is_in_step_with_the_code() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python -m planner.check.page`"
