"""A language model may add what the words say, and never what they do not; without it everything still works."""

from typing import Any

import pytest

from planner.claims import Wishes
from planner.guard import refusal
from planner.llm_reader import read_beside, server_from
from tests.planner.chat_server import serving
from tests.planner.plans import TODAY, claim, wishes

WORDS = ["We need a bot for our shop. At least 92% right, in German. Two hundred euros. {files} and {turns} are fine."]


def read(url: str, built_in: Wishes | None = None, **other: str) -> tuple[Wishes, str]:
    environment = {"ATELIER_LLM_URL": url, "ATELIER_LLM_MODEL": "some-model", **other}
    start = built_in or wishes(("task", "support_chat"))
    return read_beside(start, WORDS, files=["mails.csv"], today=TODAY, environment=environment)


def said(path: str, value: str, quote: str) -> dict[str, str]:
    return {"path": path, "value": value, "quote": quote}


GERMAN = said("languages", '"de"', "in German")


@pytest.mark.parametrize("mistral", [False, True], ids=["any compatible server", "mistralai"])
def test_what_the_words_say_is_added(mistral: bool) -> None:
    with serving({"is_goal": True, "claims": [GERMAN]}) as server:
        settings = {"ATELIER_MISTRAL_URL": server.url, "MISTRAL_API_KEY": "k"} if mistral else {}
        if mistral:
            found, note = read_beside(wishes(("task", "writing")), WORDS, files=[], today=TODAY, environment=settings)
        else:
            found, note = read(server.url)
    assert [(one.path, one.value, one.reader) for one in found.claims][1:] == [("languages", "de", "model")]
    assert note == ""
    assert server.asked[0]["path"] == "/v1/chat/completions"


def test_the_model_gets_the_words_as_they_are_and_the_day_and_the_files() -> None:
    with serving({"is_goal": True, "claims": []}) as server:
        read(server.url)
    prompt = str(server.asked[0]["messages"])
    assert "2026-11-22" in prompt
    assert "mails.csv" in prompt
    assert "{files} and {turns} are fine." in prompt
    assert server.asked[0]["model"] == "some-model"


def test_what_the_words_do_not_say_is_refused_and_told() -> None:
    invented = said("budget.deadline", '"2026-12-01"', "by the first of December")
    with serving({"is_goal": True, "claims": [invented, GERMAN]}) as server:
        found, note = read(server.url)
    assert [one.path for one in found.claims] == ["task", "languages"]
    assert "by the first of December" in note


def test_the_built_in_reader_is_not_overruled() -> None:
    with serving({"is_goal": True, "claims": [said("task", '"writing"', "a bot for our shop")]}) as server:
        found, _ = read(server.url)
    assert [(one.path, one.value) for one in found.claims] == [("task", "support_chat")]


def test_a_field_that_no_plan_has_is_left_aside() -> None:
    with serving({"is_goal": True, "claims": [said("shell.command", '"rm"', "a bot")]}) as server:
        found, _ = read(server.url)
    assert [one.path for one in found.claims] == ["task"]


def test_an_answer_out_of_form_is_asked_for_again() -> None:
    with serving("no JSON at all", {"is_goal": True, "claims": [GERMAN]}) as server:
        found, note = read(server.url)
    assert len(server.asked) == 2
    assert found.claims[-1].path == "languages"
    assert note == ""


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        pytest.param(["nonsense"], 200, id="never in form"),
        pytest.param(["x"], 500, id="out of order"),
        pytest.param(["x"], 401, id="a wrong key"),
    ],
)
def test_whatever_goes_wrong_the_built_in_reading_stands_and_the_reply_says_so(answers: list[Any], status: int) -> None:
    with serving(*answers, status=status) as server:
        found, note = read(server.url)
    assert [one.path for one in found.claims] == ["task"]
    assert "built-in reader alone" in note


def test_a_server_that_is_not_there_is_no_fault() -> None:
    found, note = read("http://127.0.0.1:9")
    assert [one.path for one in found.claims] == ["task"]
    assert "built-in reader alone" in note


def test_nothing_leaves_the_machine_unless_it_is_allowed() -> None:
    found, note = read("http://llm.example.com")
    assert found == wishes(("task", "support_chat"))
    assert "nothing leaves your machines" in note


def test_without_a_setting_no_model_is_asked() -> None:
    start = wishes(("task", "writing"))
    assert read_beside(start, WORDS, files=[], today=TODAY, environment={}) == (start, "")
    assert server_from({}) is None


@pytest.mark.parametrize(
    ("value", "quote", "holds"),
    [
        pytest.param(0.92, "At least 92% right", True, id="a percentage as a fraction"),
        pytest.param(200, "Two hundred euros", True, id="number words"),
        pytest.param({"amount": 200, "currency": "EUR"}, "Two hundred euros", True, id="inside an object"),
        pytest.param(0.95, "At least 92% right", False, id="another number"),
        pytest.param(300, "Two hundred euros", False, id="more money than was said"),
        pytest.param(0.92, "92 percent right", False, id="a quote that is not there"),
        pytest.param("de", "in German", True, id="no number"),
        pytest.param("de", "", False, id="no quote"),
    ],
)
def test_a_number_must_stand_in_its_quote_and_the_quote_in_the_words(value: Any, quote: str, holds: bool) -> None:
    assert (refusal(claim("gates", value, quote), WORDS) is None) is holds


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.95, "19 out of 20 right"),
        (0.9, "nine of ten"),
        (0.96, "from hundred mails minimum ninety-six"),
        (0.05, "at least 95 % of them"),
        (7e9, "a 7B model"),
        (0.25, "fifteen minutes"),
        (48, "two days"),
        (1200, "CHF 1'200.–"),
        (3400, "3.400 Euro"),
        (12, "overnight"),
        (2000, "two thousand more"),
    ],
)
def test_numbers_are_read_in_the_ways_people_write_them(value: float, text: str) -> None:
    assert refusal(claim("x", value, text), [text]) is None
