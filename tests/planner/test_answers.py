"""Questions and what was said to them: "yes" takes the recommendation, and both stand in the plan's record."""

from datetime import date

import pytest

from planner.ask import TASKS
from planner.hardware import Hardware
from planner.planning import plan
from training.spec import Plan

TODAY = date(2026, 11, 22)
VAGUE = "We would like an AI of our own for the team"


def planned(*turns: str, files: list[str]) -> tuple[Plan, str]:
    return plan(turns, files=files, today=TODAY, survey=None, hardware=Hardware())


def test_yes_takes_what_was_recommended_and_is_no_yes_to_the_plan() -> None:
    before, reply = planned(VAGUE, files=["docs/"])
    assert before.questions[0].accepts == "document_qa"
    assert "Say yes to take that" in reply
    made, reply = planned(VAGUE, "yes", files=["docs/"])
    assert made.status == "ready"
    assert made.spec is not None
    assert made.spec.task == "document_qa"
    origin = made.provenance["/task"]
    assert (origin.source, origin.quote) == ("request", "yes")
    assert "recommended" in origin.why
    assert "Shall I go ahead?" in reply  # the plan itself is still to be approved


def test_what_the_words_say_goes_before_an_earlier_yes() -> None:
    made, _ = planned(VAGUE, "yes", "no, it should rather sort mails into our five classes", files=["docs/"])
    assert made.spec is not None
    assert made.spec.task == "classification"


def test_yes_to_advice_answers_nothing() -> None:
    made, _ = planned("Please build us a bot that sorts complaints into classes", "yes", files=[])
    assert made.status == "needs_answers"
    assert made.answers == []


def test_each_question_stands_in_the_record_with_its_answer() -> None:
    made, _ = planned("We want our own AI model", "it should sort our mails into classes", "mails.csv", files=[])
    assert [(one.field, one.answer, one.turn) for one in made.answers] == [
        ("task", "it should sort our mails into classes", 1),
        ("data.sources", "mails.csv", 2),
    ]
    assert made.status == "ready"


@pytest.mark.parametrize(("task", "option"), TASKS.items())
def test_every_option_can_be_said_back(task: str, option: str) -> None:
    made, _ = planned(VAGUE, option, files=["x.csv"])
    assert made.spec is not None
    assert made.spec.task == task


@pytest.mark.parametrize(("said", "code"), [("English", "en"), ("German", "de"), ("French", "fr")])
def test_a_language_can_be_said_back(said: str, code: str) -> None:
    made, _ = planned("Build a model that translates our manuals", said, files=["manuals.csv"])
    assert made.spec is not None
    assert made.spec.languages == [code]
    assert made.answers[0].field == "languages"
