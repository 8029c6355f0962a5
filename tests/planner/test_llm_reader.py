"""A language model may add what the words say, and never what they do not; it is asked again, and then left out."""

from typing import Any

import pytest

from planner.claims import Wishes
from planner.llm import read_beside
from planner.llm.patience import Patience
from tests.planner.chat_server import serving
from tests.planner.plans import TODAY, wishes

WORDS = ["We need a bot for our shop. At least 92% right, in German. Two hundred euros. {files}, {{ turns }} are fine."]
START = wishes(("task", "support_chat"))
KINDS = pytest.mark.parametrize("kind", ["openai", "mistral"])


def read(
    url: str,
    built_in: Wishes = START,
    turns: list[str] = WORDS,
    *,
    kind: str = "openai",
    patience: Patience | None = None,
    **other: str,
) -> tuple[Wishes, str]:
    environment = {"ATELIER_LLM": f"{kind}:{url}#some-model", "MISTRAL_API_KEY": "k", "ATELIER_LLM_KEY": "k", **other}
    return read_beside(
        built_in, turns, files=["mails.csv"], today=TODAY, environment=environment, patience=patience or Patience()
    )


def said(path: str, value: str, quote: str) -> dict[str, str]:
    return {"path": path, "value": value, "quote": quote}


def reading(*claims: dict[str, str], is_goal: bool = True) -> dict[str, Any]:
    return {"is_goal": is_goal, "claims": list(claims)}


GERMAN = said("languages", '"de"', "in German")
MONEY = said("budget.cost", '{"amount": 200, "currency": "EUR"}', "Two hundred euros")
INVENTED = said("budget.deadline", '"2026-12-01"', "by the first of December")


@KINDS
def test_what_the_words_say_is_added(kind: str) -> None:
    with serving(reading(GERMAN)) as server:
        found, note = read(server.url, kind=kind)
    assert [(one.path, one.value, one.reader) for one in found.claims][1:] == [("languages", "de", "model")]
    assert note == ""
    assert len(server.asked) == 1
    asked = server.asked[0]
    assert (asked["url"], asked["model"]) == ("/v1/chat/completions", "some-model")
    assert asked["response_format"]["json_schema"]["schema"]["additionalProperties"] is False
    assert asked["headers"]["Authorization" if "Authorization" in asked["headers"] else "authorization"] == "Bearer k"


@KINDS
def test_the_model_gets_the_words_as_they_are_and_the_day_and_the_files(kind: str) -> None:
    with serving(reading()) as server:
        read(server.url, kind=kind)
    rules, conversation = (one["content"] for one in server.asked[0]["messages"])
    assert "data.cleaning.pii" in rules
    assert "2026-11-22" in conversation
    assert "mails.csv" in conversation
    assert "{files}, {{ turns }} are fine." in conversation


@KINDS
@pytest.mark.parametrize("refuses", [(), ("response_format",)], ids=["JSON schema", "tools"])
def test_what_has_no_ground_is_asked_for_again_with_the_reason(kind: str, refuses: tuple[str, ...]) -> None:
    with serving(reading(INVENTED, GERMAN), reading(GERMAN), refuses=refuses) as server:
        # where a schema is refused the first of the answers is used up by that request
        server.answers = server.answers if not refuses else [None, *server.answers]
        found, note = read(server.url, kind=kind)
    assert [one.path for one in found.claims] == ["task", "languages"]
    assert note == ""
    told = str(server.asked[-1]["messages"])
    assert "by the first of December” does not stand in the request" in told


@KINDS
def test_what_is_refused_to_the_end_is_left_out_alone_and_told(kind: str) -> None:
    with serving(reading(INVENTED, GERMAN)) as server:
        found, note = read(server.url, kind=kind)
    assert [one.path for one in found.claims] == ["task", "languages"]
    assert "by the first of December" in note
    assert len(server.asked) == 3


def test_good_claims_that_a_model_drops_with_the_bad_one_are_kept() -> None:
    with serving(reading(INVENTED, GERMAN, MONEY), reading(GERMAN)) as server:
        found, note = read(server.url)
    assert {one.path for one in found.claims} == {"task", "languages", "budget.cost.amount", "budget.cost.currency"}
    assert "by the first of December" in note


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        pytest.param(said("gates", '{"metric": "accuracy", "op": ">=", "value": 0.95}', "At least 92% right"), "number 0.95", id="another number"),
        pytest.param(said("shell.command", '"rm"', "a bot"), "no such field", id="a field that no plan has"),
        pytest.param(said("task", '"chatting"', "a bot for our shop"), "not possible", id="a word that no plan has"),
        pytest.param(said("data.sources", '{"path": "/etc/passwd", "role": "documents"}', "a bot"), "neither in", id="a file that nobody named"),
        pytest.param(said("model.base", '"llama-3-8b"', "a bot for our shop"), "does not stand", id="a base that nobody named"),
        pytest.param(said("languages", '"german"', "in German"), "two lower-case letters", id="a language that is no code"),
        pytest.param(said("budget.deadline", '"2026-12-24"', "We need"), "does not follow", id="a day out of nowhere"),
        pytest.param(said("budget.cost", '{"amount": 1e999}', "Two hundred euros"), "", id="no number at all"),
        pytest.param(said("budget.cost", '[' * 5000, "Two hundred euros"), "", id="a bottomless value"),
        pytest.param({"field": "task"}, "no such field", id="no claim at all"),
        pytest.param(said("search.trials", "5", "a " * 100_000), "too long", id="an endless quote"),
    ],
)  # fmt: skip
def test_a_bad_claim_harms_nobody_else(claim: dict[str, str], reason: str) -> None:
    with serving({"is_goal": True, "claims": [claim, GERMAN]}) as server:
        found, note = read(server.url)
    assert [one.path for one in found.claims] == ["task", "languages"]
    assert reason in note
    assert "without ground" in note


@KINDS
def test_an_answer_out_of_form_is_asked_for_again(kind: str) -> None:
    with serving("no JSON at all", reading(GERMAN)) as server:
        found, note = read(server.url, kind=kind)
    assert len(server.asked) == 2
    assert found.claims[-1].path == "languages"
    assert note == ""


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param('Sure!\n```json\n{"is_goal": true, "claims": [{"path": "languages", "value": "\\"de\\"", "quote": "in German"}]}\n```', id="fenced"),
        pytest.param('<think>{"is_goal": false}</think>{"is_goal": true, "claims": [{"path": "languages", "value": "\\"de\\"", "quote": "in German"}]}', id="behind thoughts"),
        pytest.param('{"is_goal": true, "mood": "fine", "claims": [{"path": "languages", "value": "de", "quote": "in German", "sure": 1}]}', id="more than was asked, a bare word"),
    ],
)  # fmt: skip
def test_models_wrap_their_answers_in_many_ways(answer: str) -> None:
    with serving(answer) as server:
        found, note = read(server.url)
    assert [(one.path, one.value) for one in found.claims][1:] == [("languages", "de")]
    assert (note, len(server.asked)) == ("", 1)


def test_a_value_may_be_json_instead_of_text_and_a_quote_may_wrap_its_line() -> None:
    claim = {"path": "budget.cost", "value": {"amount": 200, "currency": "EUR"}, "quote": "Two hundred\n euros"}
    with serving({"is_goal": True, "claims": [claim]}) as server:
        found, _ = read(server.url)
    assert {one.path: (one.value, one.quote) for one in found.claims[1:]} == {
        "budget.cost.amount": (200, "Two hundred euros"),
        "budget.cost.currency": ("EUR", "Two hundred euros"),
    }


@KINDS
@pytest.mark.parametrize(
    ("refuses", "ways"),
    [
        pytest.param(("response_format",), ["response_format", "tools"], id="no schemas: tools"),
        pytest.param(("response_format", "tools"), ["response_format", "tools", "plain"], id="neither: in words"),
        pytest.param(
            ("max_tokens", "temperature"), ["response_format", "tools", "plain", "response_format"], id="no limits"
        ),
    ],
)
def test_a_server_that_knows_no_schemas_is_asked_in_another_way_and_that_is_remembered(
    kind: str, refuses: tuple[str, ...], ways: list[str]
) -> None:
    patience = Patience()
    with serving(reading(GERMAN), refuses=refuses) as server:
        first, note = read(server.url, kind=kind, patience=patience)
        read(server.url, turns=["Reply in German."], kind=kind, patience=patience)
    assert first.claims[-1].value == "de"
    assert note == ""
    used = [next((one for one in ("response_format", "tools") if one in asked), "plain") for asked in server.asked]
    assert used == [*ways, ways[-1]]


def test_the_same_words_are_not_asked_twice() -> None:
    patience = Patience()
    with serving(reading(GERMAN)) as server:
        first = read(server.url, patience=patience)
        assert read(server.url, patience=patience) == first
        assert len(server.asked) == 1
        read(server.url, turns=[*WORDS, "and French"], patience=patience)
        assert len(server.asked) == 2


def test_without_a_setting_no_model_is_asked() -> None:
    for settings in ({}, {"ATELIER_LLM": "off", "MISTRAL_API_KEY": "k"}):
        assert read_beside(START, WORDS, files=[], today=TODAY, environment=settings) == (START, "")
