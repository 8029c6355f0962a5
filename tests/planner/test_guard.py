"""The guard over both readers: quotes stand in the words, and numbers, days and names can be read out of their quotes."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import evals
from planner.claims import Claim
from planner.guard import refusal, stands_in
from planner.llm.fields import fields
from planner.reader import read
from tests.planner.plans import TODAY, claim

WORDS = ["We need a bot for our shop. At least 92% right, in German. Two hundred euros."]
CASES = [
    json.loads(line)
    for file in sorted((Path(evals.__file__).parent / "conversations").glob("*.jsonl"))
    if file.name != "blind.jsonl"  # a failing test would show its words
    for line in file.read_text(encoding="utf-8").splitlines()
    if line.strip()
]


def holds(path: str, value: Any, quote: str, *, files: tuple[str, ...] = ()) -> bool:
    return refusal(claim(path, value, quote), [quote], today=TODAY, files=files) is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_all_that_the_built_in_reader_claims_passes_the_guard(case: dict[str, Any]) -> None:
    today = date.fromisoformat(case["today"])
    found = read(case["turns"], files=case.get("files", []), today=today)
    for one in [*found.claims, *found.ruled_out, *found.left_out]:
        assert refusal(one, case["turns"], today=today, files=case.get("files", [])) is None, one


def test_the_guard_refuses_figures_that_are_a_little_off() -> None:
    """Every figure that the built-in reader found, changed by some percent: nearly none of them may pass."""
    tried, passed = 0, []
    for case in CASES:
        today = date.fromisoformat(case["today"])
        for one in read(case["turns"], files=case.get("files", []), today=today).claims:
            for wrong in _a_little_off(one.value):
                if one.path == "rubric" and one.why:  # by rule, so no figure of the words
                    continue
                tried += 1
                claimed = one.model_copy(update={"value": wrong, "reader": "model"})
                if refusal(claimed, case["turns"], today=today, files=case.get("files", [])) is None:
                    passed.append(claimed)
    assert tried > 20
    assert len(passed) <= 0.02 * tried, passed


def _a_little_off(value: Any) -> Iterator[Any]:
    for factor in (0.93, 1.07, 1.5):
        if isinstance(value, int | float) and not isinstance(value, bool) and value:
            yield value * factor
        elif isinstance(value, dict):
            yield from ({**value, key: wrong} for key, part in value.items() for wrong in _a_little_off(part))
            if factor == 1.5 and isinstance(value.get("since"), str):
                yield {**value, "since": "2003-04-05"}


@pytest.mark.parametrize(
    ("value", "quote", "fine"),
    [
        pytest.param(200, "Two hundred euros", True, id="number words"),
        pytest.param(300, "Two hundred euros", False, id="more money than was said"),
        pytest.param(200, "200 euros", False, id="a quote that is not there"),
        pytest.param(200, "", False, id="no quote"),
        pytest.param(float("inf"), "Two hundred euros", False, id="beyond all numbers"),
        pytest.param(float("nan"), "Two hundred euros", False, id="not a number"),
    ],
)
def test_a_number_must_stand_in_its_quote_and_the_quote_in_the_words(value: Any, quote: str, fine: bool) -> None:
    assert (refusal(claim("budget.cost.amount", value, quote), WORDS, today=TODAY) is None) is fine


def test_white_space_alone_may_differ_and_the_latest_turn_counts() -> None:
    assert stands_in("two  hundred", ["two\nhundred", "for two\n hundred euros"]) == (1, "two\n hundred")
    assert stands_in("Two hundred", ["two hundred"]) is None
    assert stands_in("  ", ["two hundred"]) is None


@pytest.mark.parametrize(
    ("path", "value", "text"),
    [
        ("gates", {"metric": "accuracy", "op": ">=", "value": 0.95}, "19 out of 20 right"),
        ("gates", {"metric": "accuracy", "op": ">=", "value": 0.9}, "nine of ten"),
        ("gates", {"metric": "accuracy", "op": ">=", "value": 0.95}, "wrong in at most 5 %"),
        ("gates", {"metric": "accuracy", "op": ">=", "value": 0.95}, "285 of 300"),
        ("gates", {"metric": "accuracy", "op": ">=", "value": 0.96}, "from hundred mails minimum ninety-six"),
        ("gates", {"metric": "accuracy", "op": ">=", "value": 0.95}, "fünfundneunzig Prozent"),
        ("gates", {"metric": "accuracy", "op": ">=", "value": 0.9}, "neuf sur dix"),
        ("gates", {"metric": "latency_p95_seconds", "op": "<", "value": 0.3}, "below 300 ms"),
        ("gates", {"metric": "win_rate", "op": ">", "value": 0.5, "against": "base"}, "beat the base"),
        ("data.holdout", 0.25, "a quarter"),
        ("data.holdout", 0.1, "One chat in ten"),
        ("model.max_parameters", 7e9, "a 7B model"),
        ("budget.wall_clock_hours", 0.25, "fifteen minutes"),
        ("budget.wall_clock_hours", 48, "two days"),
        ("budget.wall_clock_hours", 36, "a day and a half"),
        ("budget.wall_clock_hours", 12, "overnight"),
        ("budget.gpu_hours", 48, "2 GPU days"),
        ("budget.cost.amount", 1200, "CHF 1'200.–"),
        ("budget.cost.amount", 3400, "3.400 Euro"),
        ("budget.cost.amount", 10000, "10 000 kr"),
        ("budget.cost.amount", 200, "zweihundert Euro"),
        ("budget.cost.amount", 0, "for free"),
        ("data.synthetic.examples", 2000, "two thousand more"),
        ("data.synthetic.examples", 500000, "half a million"),
        ("monitoring.every_days", 14, "every fortnight"),
        ("monitoring.every_days", 42, "every six weeks"),
        ("delivery.rollout", [5, 100], "5% first, then everyone"),
        ("search.parameters", {"learning_rate": [1e-5, 3e-4]}, "learning rate 1e-5 to 3e-4"),
        ("rubric", {"criterion": "hallucination", "weight": -2}, "-2 for inventing"),
        ("budget.deadline", "2026-11-27", "by Friday"),
        ("budget.deadline", "2026-12-31", "by the end of the year"),
        ("budget.deadline", "2026-12-06", "within two weeks"),
        ("data.sources", {"path": "a.csv", "since": "2026-03-01"}, "a.csv since March"),
        ("data.sources", {"path": "a.csv", "until": "2020-12-31"}, "a.csv before 2021"),
        ("data.sources", {"path": "Docs/", "role": "documents"}, "what is in docs"),
        ("model.base", "Qwen2.5-7B", "on qwen 2.5 7b please"),
        ("model.base", "scratch", "without any base"),
    ],
)
def test_values_are_read_in_the_ways_people_write_them(path: str, value: Any, text: str) -> None:
    assert holds(path, value, text)


@pytest.mark.parametrize(
    ("path", "value", "text"),
    [
        ("gates", {"metric": "accuracy", "op": ">=", "value": 0.98}, "2 examples of it"),
        ("gates", {"metric": "win_rate", "op": ">", "value": 0.6, "against": "base"}, "beat the base"),
        ("budget.wall_clock_hours", 7, "a week"),
        ("budget.cost.amount", 12, "overnight for little money"),
        ("search.trials", 20, "a few trials"),
        ("model.max_parameters", 8e9, "a 7B model"),
        ("budget.deadline", "2026-12-24", "by Friday"),
        ("data.sources", {"path": "a.csv", "since": "2025-03-01"}, "a.csv"),
        ("data.sources", {"path": "b.csv"}, "a.csv"),
        ("model.base", "Mistral-7B", "on a small mistral"),
        ("rubric", {"criterion": "policy", "weight": 0.3, "detail": "give more than 20 % off"}, "never give discounts"),
    ],
)
def test_what_the_quote_does_not_say_is_refused(path: str, value: Any, text: str) -> None:
    assert refusal(Claim(path=path, value=value, quote=text, turn=0, reader="model"), [text], today=TODAY) is not None


def test_weights_without_numbers_follow_the_contract() -> None:
    usual = Claim(path="rubric", value={"criterion": "tone", "weight": 0.5}, quote="friendly", turn=0, reader="model")
    assert refusal(usual, ["friendly"], today=TODAY) is None
    other = usual.model_copy(update={"value": {"criterion": "tone", "weight": 0.7}})
    assert refusal(other, ["friendly"], today=TODAY) is not None


def test_an_attached_file_may_be_meant_without_its_name() -> None:
    source = {"path": "handbook.pdf", "role": "documents"}
    assert holds("data.sources", source, "the handbook that I attached", files=("handbook.pdf",))
    assert not holds("data.sources", source, "the handbook that I attached")


@pytest.mark.parametrize("quote", ["7 " * 3000, "nine " * 2000, "9" * 5000, "1,2" * 1500, "ninety-" * 500 + "nine"])
def test_no_quote_keeps_the_guard_busy(quote: str) -> None:
    assert not holds("search.trials", 0.123, quote)


_PIECES = st.sampled_from(
    "9999 1e308 9e999 and a half two hundred 50% 3.5.3 31.12.9999 9999-12-31 in 400000 weeks since 0001 by Friday Q3 last year "
    "1/0 ½ ٣ -0 nan inf overnight every 10'000 1,000.5 x \u0000 \U0001f600 é [ { \\ ( * + ? 12:30 7B 80GB 5 million billions".split()
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(_PIECES, max_size=12).map(" ".join),
    st.sampled_from([*fields(), "gates", "nothing"]),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3),
    ),
)
def test_the_guard_answers_whatever_it_is_shown(text: str, path: str, value: Any) -> None:
    for part in (value, {"metric": value, "value": value, "path": value, "since": value, "criterion": value}):
        claimed = Claim(path=path, value=part, quote=text, turn=0, reader="model")
        reason = refusal(claimed, [text, "other words"], today=TODAY, files=["a.csv"])
        assert reason is None or reason
