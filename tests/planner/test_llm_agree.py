"""Two readers who differ on what matters lead to a question; the answer settles it, and it is not asked twice."""

from typing import Any

import pytest

from planner.claims import Claim, Wishes
from planner.doubts import chosen, plain, question
from planner.llm.agree import agreed
from planner.llm.form import AGAINST, Reading, Words
from planner.planning import plan
from planner.reader import read
from planner.surveyed import Survey
from tests.planner.plans import SMALL, TODAY, chats

REQUEST = "A bot that answers our customers in German, from chats.csv. Two days at most, and 92% right."
FILES = ["chats.csv"]


def two_readings(
    turns: list[str], *claims: tuple[str, Any, str], is_goal: bool = True, files: list[str] = FILES
) -> Wishes:
    """The built-in reading beside a model's that says these claims."""
    import json

    token = AGAINST.set(None)
    words = Words(turns, files, TODAY)
    AGAINST.set(words)
    try:
        form = {"is_goal": is_goal, "claims": [{"path": p, "value": json.dumps(v), "quote": q} for p, v, q in claims]}
        reading = Reading.model_validate(form)
    finally:
        AGAINST.reset(token)
    return agreed(read(turns, files=files, today=TODAY), reading, turns, files=files, today=TODAY)


def planned(turns: list[str], wishes: Wishes) -> tuple[Any, str]:
    survey = Survey(sources=[chats(path="chats.csv")])
    return plan(turns, files=FILES, today=TODAY, survey=survey, hardware=SMALL, wishes=wishes)


def values(wishes: Wishes, path: str) -> list[Any]:
    return [claim.value for claim in wishes.claims if claim.path == path]


def test_what_the_built_in_reader_makes_of_the_request() -> None:
    found = read([REQUEST], files=FILES, today=TODAY)
    assert {claim.path for claim in found.claims} >= {
        "task",
        "languages",
        "data.sources",
        "budget.wall_clock_hours",
        "gates",
    }
    assert values(found, "budget.wall_clock_hours") == [48]


@pytest.mark.parametrize(
    ("path", "value", "quote", "options"),
    [
        pytest.param("task", "document_qa", "answers our customers", ["answers messages", "documents"], id="task"),
        pytest.param("languages", "fr", "in German", ["German", "French"], id="languages"),
        pytest.param("budget.wall_clock_hours", 2, "Two days at most", ["2 days", "2 hours"], id="budget"),
        pytest.param("gates", {"metric": "accuracy", "op": "<=", "value": 0.92}, "92% right", ["at least 92%", "at most 92%"], id="gates"),
        pytest.param("gates", {"metric": "format_valid_rate", "op": ">=", "value": 0.92}, "92% right", ["right answers", "valid outputs"], id="another metric"),
        pytest.param("data.sources", {"path": "chats.csv", "role": "tests"}, "chats.csv", ["conversations", "for the test only"], id="roles"),
        pytest.param("privacy.egress", True, "in German", ["nothing leaves your machines", "may leave"], id="a permission that one reader sees"),
        pytest.param("data.cleaning.pii", "keep", "our customers", ["masked", "stays in"], id="personal data"),
    ],
)  # fmt: skip
def test_a_disagreement_on_what_matters_becomes_a_question(
    path: str, value: Any, quote: str, options: list[str]
) -> None:
    before = read([REQUEST], files=FILES, today=TODAY)
    found = two_readings([REQUEST], (path, value, quote))
    assert [one.field for one in found.doubts] == [path]
    made, reply = planned([REQUEST], found)
    assert made.status == "needs_answers"
    [asked] = made.questions
    assert asked.field == path
    assert len(asked.options) == 2
    for option, part in zip(asked.options, options, strict=True):
        assert part in option
        assert option in asked.question
    assert asked.recommended
    assert asked.question in reply
    # until it is answered the built-in reader's value stands, and nothing is allowed that was not
    assert values(found, path) == values(before, path)


@pytest.mark.parametrize(
    ("request_", "path", "value", "quote"),
    [
        pytest.param(REQUEST, "languages", "de", "in German", id="the same"),
        pytest.param(REQUEST, "budget.wall_clock_hours", 48.0000001, "Two days at most", id="nearly the same number"),
        pytest.param(REQUEST, "data.sources", {"path": "./chats.csv"}, "./chats.csv", id="one path, two spellings"),
        pytest.param(REQUEST, "gates", {"metric": "pass_rate", "op": ">", "value": 0.92}, "92% right", id="right by another measure"),
        pytest.param("Fine-tune mistral-7b for a support bot.", "model.base", "Mistral 7B", "mistral-7b", id="one base, two spellings"),
        pytest.param(REQUEST, "rubric", {"criterion": "correctness"}, "92% right", id="a gate is no criterion"),
        pytest.param(REQUEST, "search.trials", None, "", id="nothing"),
    ],
)  # fmt: skip
def test_what_is_the_same_is_no_disagreement(request_: str, path: str, value: Any, quote: str) -> None:
    before = read([request_], files=FILES, today=TODAY)
    turns = [request_]
    found = two_readings(turns, *([(path, value, quote)] if quote in request_ and quote else []))
    assert found.doubts == []
    assert values(found, path) == values(before, path)


def test_a_wider_list_is_taken_and_a_narrower_one_changes_nothing() -> None:
    request = "A bot for our shop that answers customers in German, and Tagalog? no: French too."
    wide = two_readings(
        [request], ("languages", "de", "in German"), ("languages", "fr", "French"), ("languages", "tl", "Tagalog")
    )
    assert set(values(wide, "languages")) >= {"de", "fr"}
    assert wide.doubts == []
    narrow = two_readings([request], ("languages", "de", "in German"))
    assert values(narrow, "languages") == values(read([request], files=[], today=TODAY), "languages")


def test_a_file_is_completed_by_the_other_reader() -> None:
    request = "A bot that answers our customers from chats.csv, nothing older than the first of March 2025 please."
    found = two_readings(
        [request],
        (
            "data.sources",
            {"path": "chats.csv", "since": "2025-03-01"},
            "chats.csv, nothing older than the first of March 2025",
        ),
    )
    [source] = values(found, "data.sources")
    assert source["since"] == "2025-03-01"
    assert found.doubts == []


HOURS = ("budget.wall_clock_hours", 2, "Two days at most")


@pytest.mark.parametrize(
    ("answer", "hours", "by_answer"),
    [
        pytest.param("at most 2 hours", 2, True, id="an option as it was offered"),
        pytest.param("The second.", 2, True, id="the second"),
        pytest.param("2 days", 48, True, id="the other"),
        pytest.param("yes", 48, False, id="a yes takes what was recommended"),
        pytest.param("Can you also use emails.csv?", 48, False, id="no answer at all: what was recommended"),
    ],
)
def test_an_answer_settles_it_and_it_is_not_asked_twice(answer: str, hours: float, by_answer: bool) -> None:
    turns = [REQUEST, answer]
    found = two_readings(turns, HOURS)
    assert found.doubts == []
    [claim] = [one for one in found.claims if one.path == "budget.wall_clock_hours"]
    assert claim.value == hours
    made, reply = planned(turns, found)
    assert made.spec.budget.wall_clock_hours == hours
    assert made.status == "ready"
    if by_answer:
        assert made.provenance["/budget/wall_clock_hours"].quote == answer
    if answer in ("The second.", "yes"):  # the others read as a change of their own
        assert [(one.field, one.answer, one.turn) for one in made.answers] == [("budget.wall_clock_hours", answer, 1)]
        assert "approved" not in reply  # the plan that comes of it was not seen yet
    later = two_readings([*turns, "Thanks!"], HOURS)
    assert later.doubts == []
    assert values(later, "budget.wall_clock_hours") == [hours]


def test_an_answer_that_a_reader_takes_for_a_change_is_still_the_answer() -> None:
    found = two_readings([REQUEST, "I mean 2 hours"], ("budget.wall_clock_hours", 2, "2 hours"))
    assert (found.doubts, values(found, "budget.wall_clock_hours")) == ([], [2])


def test_a_permission_is_given_by_the_user_alone() -> None:
    claim = ("privacy.egress", True, "in German")
    for answer, leaves in [("data and prompts may leave your machines", True), ("yes", False), ("hm", False)]:
        found = two_readings([REQUEST, answer], claim)
        made, _ = planned([REQUEST, answer], found)
        assert made.spec.privacy.egress is leaves, answer


def test_where_one_reader_sees_a_permission_and_the_other_none_the_careful_reading_is_recommended() -> None:
    request = "A bot that answers our customers from chats.csv. You may send data to the cloud."
    assert values(read([request], files=FILES, today=TODAY), "privacy.egress") == [True]
    found = two_readings([request], ("privacy.egress", False, "You may send data to the cloud"))
    assert found.doubts[0].readings == [False, True]
    assert values(found, "privacy.egress") == [False]


def test_at_most_three_questions_are_asked() -> None:
    found = two_readings(
        [REQUEST], HOURS, ("task", "document_qa", "answers our customers"), ("languages", "fr", "in German"),
        ("gates", {"metric": "accuracy", "op": "<=", "value": 0.92}, "92% right"),
    )  # fmt: skip
    assert len(found.doubts) == 4
    made, _ = planned([REQUEST], found)
    assert len(made.questions) == 3


def test_what_a_later_turn_changed_or_took_back_is_not_brought_back_by_a_model_that_missed_it() -> None:
    turns = [REQUEST, "Actually make it 3 days, and drop the 92% condition."]
    now = read(turns, files=FILES, today=TODAY)
    found = two_readings(
        turns, ("budget.wall_clock_hours", 48, "Two days at most"), ("gates", {"metric": "accuracy", "op": ">=", "value": 0.92}, "92% right")
    )  # fmt: skip
    assert found.doubts == []
    assert values(found, "budget.wall_clock_hours") == values(now, "budget.wall_clock_hours") == [72]
    assert values(found, "gates") == values(now, "gates")


def test_several_claims_on_the_same_words_are_no_disagreement() -> None:
    request = "A bot that answers our customers from chats.csv and faq.md, 92% right and 99% valid JSON, p95 below 3 s."
    quote = "92% right and 99% valid JSON"
    found = two_readings(
        [request], ("data.sources", {"path": "faq.md"}, "chats.csv and faq.md"), ("gates", {"metric": "accuracy", "op": ">=", "value": 0.92}, quote),
        ("gates", {"metric": "format_valid_rate", "op": ">=", "value": 0.99}, quote), ("gates", {"metric": "latency_p95_seconds", "op": "<", "value": 3}, "p95 below 3 s"),
    )  # fmt: skip
    assert found.doubts == []
    assert sorted(source["path"] for source in values(found, "data.sources")) == ["chats.csv", "faq.md"]
    assert sorted(gate["metric"] for gate in values(found, "gates")) == [
        "accuracy",
        "format_valid_rate",
        "latency_p95_seconds",
    ]


def test_a_figure_that_is_taken_for_one_field_is_not_taken_for_another() -> None:
    request = "A bot that answers our customers from chats.csv. Retrain if accuracy drops below 0.9."
    before = read([request], files=FILES, today=TODAY)
    found = two_readings(
        [request], ("gates", {"metric": "accuracy", "op": "<", "value": 0.9}, "accuracy drops below 0.9")
    )
    assert values(found, "gates") == values(before, "gates") == []
    assert found.doubts == []


def test_what_is_only_asked_about_is_not_asked_for() -> None:
    turns = [REQUEST, "What if we took 50 trials?"]
    assert read(turns, files=FILES, today=TODAY).intent == "what_if"
    found = two_readings(turns, ("search.trials", 50, "50 trials"))
    assert values(found, "search.trials") == []


def test_an_earlier_goal_is_not_brought_back() -> None:
    turns = [
        REQUEST,
        "New project: forget all that. Now I need a model that translates our manuals from English to Polish, the pairs are "
        "in pairs.csv.",
    ]
    before = read(turns, files=[], today=TODAY)
    assert values(before, "task") == ["translation"]
    found = two_readings(turns, HOURS, ("delivery.endpoint", True, "answers our customers"), files=[])
    assert (found.claims, found.doubts) == (before.claims, [])


def test_what_is_in_conflict_is_not_decided_by_a_model() -> None:
    request = "A bot that answers our customers from chats.csv. A dense model with 8 experts, MoE."
    before = read([request], files=FILES, today=TODAY)
    assert before.disputes
    found = two_readings([request], ("model.architecture", "moe", "MoE"))
    assert found.disputes == before.disputes
    assert values(found, "model.architecture") == values(before, "model.architecture")


def test_data_that_is_out_of_reach_or_ruled_out_is_not_brought_back() -> None:
    request = "A bot that answers our customers from chats.csv. Leave old.csv out, it was attached by mistake."
    found = two_readings([request], ("data.sources", {"path": "old.csv"}, "old.csv"), files=["chats.csv", "old.csv"])
    assert "old.csv" not in [source["path"] for source in values(found, "data.sources")]


@pytest.mark.parametrize(
    ("words", "claims", "is_goal", "goal"),
    [
        pytest.param("Hi, how are you?", [], False, False, id="both say no"),
        pytest.param(REQUEST, [], False, True, id="the built-in reader found enough to plan with"),
        pytest.param("Zrób nam coś, co odpisuje klientom", [("task", "support_chat", "odpisuje klientom")], True, True, id="the model found a task"),
        pytest.param("Hi, how are you?", [], True, False, id="the model says yes and can't say to what"),
    ],
)  # fmt: skip
def test_whether_a_model_is_asked_for(
    words: str, claims: list[tuple[str, Any, str]], is_goal: bool, goal: bool
) -> None:
    found = two_readings([words], *claims, is_goal=is_goal, files=[])
    assert found.is_goal is goal
    made, reply = plan([words], today=TODAY, survey=Survey(), hardware=SMALL, wishes=found)
    assert (made.status == "not_a_goal") is not goal
    assert reply


def test_both_readings_are_said_in_plain_words() -> None:
    from planner.claims import Doubt

    for field, one, other in [
        ("model.base", "scratch", "mistral-7b"),
        ("model.architecture", "dense", "moe"),
        ("stages", ["sft"], ["pretrain", "rl"]),
        ("budget.deadline", "2026-12-24", "2026-12-31"),
        ("budget.cost.amount", 200, 2000),
        ("budget.gpu_hours", 4.0, 40.0),
        ("model.experts", 4, 8),
    ]:
        doubt = Doubt(field=field, quote="these words", readings=[one, other])
        asked = question(doubt)
        assert asked.accepts == one
        assert [chosen(doubt, option) for option in asked.options] == [0, 1], field
        assert "_" not in plain(field, one)
    assert chosen(Doubt(field="task", quote="x", readings=["code", "writing"]), "") is None


def test_claims_of_the_built_in_reader_survive_as_they_are() -> None:
    request = "A bot that answers our customers from chats.csv for 200 euros, retrain if accuracy drops below 0.9."
    before = read([request], files=FILES, today=TODAY)
    found = two_readings([request])

    def planned_spec(wishes: Wishes) -> Any:
        return planned([request], wishes)[0].spec

    assert planned_spec(found) == planned_spec(before)
    assert all(isinstance(one, Claim) for one in found.claims)
