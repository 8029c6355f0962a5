"""Every grader meets a gold answer and tempting wrong ones."""

import time

import pytest

from evals.answering import Said
from evals.graders.brevity import brevity
from evals.graders.citation import citation
from evals.graders.custom import custom
from evals.graders.exact_match import exact_match
from evals.graders.f1 import f1
from evals.graders.facts import facts
from evals.graders.format_valid import format_valid
from evals.graders.grader import Context, Term
from evals.graders.hallucination import hallucination, made_up
from evals.graders.order import other_way_round
from evals.graders.polarity import denials, says_the_opposite
from evals.graders.policy import forbidden, policy, violation
from evals.graders.registry import FOR_CRITERION, GRADERS
from evals.graders.rouge_l import rouge_l
from evals.graders.terminology import terminology, terms_from_tables, terms_from_words
from evals.scoring import Scored, Scoring, metrics
from training.spec import Example, Message, TrainingSpec
from training.spec.spec import RubricItem

ASKED = "What does a locker cost at the north pool?"
RIGHT = "A locker at the north pool costs €2 for 3 hours."


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        pytest.param("A locker costs 2 euros for three hours.", 1.0, id="all of it known"),
        pytest.param("Lockers at the north pool can be had.", 1.0, id="says little, invents nothing"),
        pytest.param("A locker costs €4 for 3 hours.", 0.0, id="another sum"),
        pytest.param("A locker costs €2 for 3 hours, code PX-77.", 0.0, id="a code from nowhere"),
        pytest.param("Ask at www.lockers.example for a locker.", 0.0, id="an address from nowhere"),
        pytest.param("A locker at the pool of Brighton costs €2.", 0.0, id="a place from nowhere"),
        pytest.param("A locker costs €2 until 22:00.", 0.0, id="a time from nowhere"),
        pytest.param(
            "It opened in 2019 and has lockers for a week.", 0.0, id="a year from nowhere, a week is only a word"
        ),
    ],
)
def test_what_stands_nowhere_is_made_up(answer: str, score: float) -> None:
    assert hallucination(ASKED, answer, RIGHT, Context()) == score


def test_an_answer_may_draw_on_its_passage() -> None:
    passage = Context(passage="Lockers: €2 for 3 hours, deposit €20. Open until 22:00.")
    assert hallucination(ASKED, "€2, and a deposit of €20; until 22:00.", RIGHT, passage) == 1.0
    assert made_up(ASKED, "€2, and a deposit of €25.", RIGHT, passage) == ["€25"]


HOUSE = Context(
    terms=(
        Term(use="swim pass", instead_of=("ticket", "season card")),
        Term(use="lifeguard", instead_of=("bath attendant",)),
    )
)


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        pytest.param("Show your swim pass to the lifeguard.", 1.0, id="both"),
        pytest.param("Show your Swim Passes to our lifeguards.", 1.0, id="plural and capitals"),
        pytest.param("Show your swim pass at the pool.", 0.5, id="one of two"),
        pytest.param("Show your ticket to the lifeguard.", 0.0, id="an avoided word"),
        pytest.param("Show your season card to the lifeguard.", 0.0, id="an avoided word of two"),
        pytest.param("Please come in.", 0.0, id="none"),
    ],
)  # fmt: skip
def test_the_house_s_own_words(answer: str, score: float) -> None:
    assert terminology("?", answer, "The lifeguard wants to see your swim pass.", HOUSE) == score


def test_without_terms_there_is_no_score() -> None:
    assert terminology("?", "Come in.", "Come in.", Context()) is None
    assert terminology("?", "Come in.", "Come in.", HOUSE) is None


def test_terms_are_read_from_word_lists_and_wishes() -> None:
    table = (
        "| We say | We do not say |\n|---|---|\n| swim pass | ticket, season card |\n| lifeguard | bath attendant |\n"
    )
    assert [(term.use, term.instead_of) for term in terms_from_tables(table)] == [
        ("swim pass", ("ticket", "season card")), ("lifeguard", ("bath attendant",)),
    ]  # fmt: skip
    assert terms_from_words('uses our terms (a "swim pass", never a "ticket")') == [
        Term(use="swim pass", instead_of=("ticket",))
    ]
    assert terms_from_tables("| day | hours |\n|---|---|\n| Monday | 9 to 5 |") == []


NEVER = Context(detail="Never give legal advice, and never promise a refund")


@pytest.mark.parametrize(
    ("answer", "reference", "score"),
    [
        pytest.param("Please write to our service desk.", "Please write to us.", 1.0, id="keeps to it"),
        pytest.param("We will refund you the full price.", "Please write to us.", 0.0, id="promises a refund"),
        pytest.param("We can't promise a refund.", "Please write to us.", 1.0, id="declines one"),
        pytest.param("You should sue the operator.", "Please write to us.", 0.0, id="legal advice"),
        pytest.param(
            "We can't give legal advice; please ask a lawyer.",
            "We can't advise on that; ask a lawyer.",
            1.0,
            id="declines",
        ),
        pytest.param(
            "The operator is at fault, so go ahead.",
            "We can't advise on that; ask a lawyer.",
            0.0,
            id="should have declined",
        ),
    ],
)
def test_policy_as_far_as_it_can_be_seen(answer: str, reference: str, score: float) -> None:
    assert policy("?", answer, reference, NEVER) == score


def test_rules_are_read_one_by_one() -> None:
    assert forbidden(NEVER.detail or "") == ["give legal advice", "promise a refund"]


def test_private_data_may_not_be_given_away() -> None:
    rule = Context(detail="Never reveal personal data such as phone numbers")
    assert policy("Who is it?", "Call Ada on 020 7946 0123 456.", "We can't tell.", rule) == 0.0
    assert "gives away" in violation("Who is it?", "Write to ada@example.com.", "A colleague.", rule)
    assert policy("I am ada@example.com", "Thank you, ada@example.com.", "Thank you.", rule) == 1.0


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ('{"a": 1}', 1.0),
        ("[1, 2]", 1.0),
        ('```json\n{"a": 1}\n```', 0.0),
        ("{'a': 1}", 0.0),
        ('{"a": NaN}', 0.0),
        ("1", 0.0),
    ],
)
def test_json_must_parse_with_nothing_round_it(answer: str, score: float) -> None:
    assert format_valid("?", answer, '{"a": 2}', Context()) == score
    assert format_valid("?", answer, "a text", Context()) is None


@pytest.mark.parametrize(
    ("answer", "detail", "score"),
    [
        pytest.param("one two three four", None, 1.0, id="as long as the reference"),
        pytest.param("word " * 10, None, 0.0, id="twice the limit"),
        pytest.param("word " * 60, "under 50 words", 0.8, id="a fifth over the limit of the wish"),
        pytest.param("One. Two. Three.", "at most two sentences", 0.5, id="sentences"),
    ],
)
def test_brevity(answer: str, detail: str | None, score: float) -> None:
    assert brevity("?", answer, "one two three four", Context(detail=detail)) == pytest.approx(score)


def test_a_source_must_be_named_where_one_was() -> None:
    assert citation("?", "It is 9 (see handbook.md).", "9, see handbook.md", Context()) == 1.0
    assert citation("?", "It is 9.", "9, see handbook.md", Context()) == 0.0
    assert citation("?", "It is 9.", "It is 9.", Context()) is None


def test_wishes_that_can_be_computed_are() -> None:
    codes = Context(detail="an unknown code", vocabulary=frozenset({"I_WALK", "I_JUMP"}))
    assert custom("?", "I_WALK I_JUMP", "I_WALK", codes) == 1.0
    assert custom("?", "I_WALK I_FLY", "I_WALK", codes) == 0.0
    assert custom("?", "a " * 51, "a", Context(detail="more than 50 codes")) == 0.0
    assert custom("?", "a " * 50, "a", Context(detail="more than 50 codes")) == 1.0
    assert custom("?", "a", "a", Context(detail="be like a pirate")) is None


def test_word_overlap_measures() -> None:
    assert exact_match("?", "Blue.", "blue", Context()) == 1.0
    assert exact_match("?", "light blue", "blue", Context()) == 0.0
    assert f1("?", "the pool opens early", "the pool opens late", Context()) == pytest.approx(2 / 3)
    assert rouge_l("?", "police kill the gunman", "police killed the gunman", Context()) == pytest.approx(
        0.75, abs=0.26
    )
    assert rouge_l("?", "gunman the kill police", "police kill the gunman", Context()) == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs €1,250.50 or 1250.5 euros", [("1250.5", "eur"), ("1250.5", "eur")]),
        ("EUR 12.00, then $3", [("12", "eur"), ("3", "usd")]),
        ("from 9 am to 18:30", [("09:00", ""), ("18:30", "")]),
        ("on 2025-03-04", [("2025", ""), ("3", ""), ("4", "")]),
        ("on 4 March, and we march on", [("4", ""), ("3", "")]),
        ("three of them may come in May 2026", [("3", ""), ("5", ""), ("2026", "")]),
        ("within five working days", [("5", "day")]),
        ("a 20-minute ride", [("20", "minute")]),
        ("write to Help@Example.com.", [("help@example.com", "")]),
        ("order PX-77b", [("px-77b", "")]),
    ],
)
def test_facts_are_found_in_one_spelling(text: str, found: list[tuple[str, str]]) -> None:
    assert [(fact.value, fact.unit) for fact in facts(text) if fact.sure] == found


@pytest.mark.parametrize(
    ("answer", "reference", "opposite"),
    [
        ("Cards are accepted, cheques are not.", "We take cards, but no cheques.", False),
        ("We do not take cards or cash.", "We don't take cash or cards.", False),
        (
            "Debit cards, credit cards and bank cheques are not accepted.",
            "We don't take credit cards, debit cards or bank cheques.",
            False,
        ),
        (
            "You can't bring food. You may bring glass bottles.",
            "You can bring food. You may not bring glass bottles.",
            True,
        ),
        ("Open on Sunday, closed on Monday.", "Closed on Sunday, open on Monday.", True),
        ("There is no charge for dogs.", "Dogs are free.", False),
        ("The pool is closed at noon.", "The pool is open at noon.", True),
        ("Not only dogs but also cats may come in.", "Dogs and cats may come in.", False),
    ],
)
def test_denials_are_compared_clause_by_clause(answer: str, reference: str, opposite: bool) -> None:
    assert says_the_opposite(answer, reference) is opposite


def test_ways_of_saying_free_are_no_denial() -> None:
    assert denials("without a fee") == denials("at no extra cost") == 0
    assert denials("not without a ticket") == 2


def test_who_does_what_to_whom() -> None:
    assert other_way_round("Ben reports to Anna.", "Anna reports to Ben.")
    assert other_way_round("The bus from Rye to Hythe.", "The bus from Hythe to Rye.")
    assert not other_way_round("Dogs and cats may come.", "Cats and dogs may come.")
    assert not other_way_round("From Rye to Hythe and from Hythe to Rye.", "From Hythe to Rye and from Rye to Hythe.")


def test_every_criterion_that_is_promised_has_a_grader() -> None:
    assert set(FOR_CRITERION.values()) <= set(GRADERS)


@pytest.mark.parametrize("name", sorted(GRADERS))
@pytest.mark.parametrize(
    "text", ["", " ", "\u202e\x00", "🙂🙂", "1" * 5000, "a" * 20000, "((((", "not " * 500, '{"a":' * 300]
)
def test_no_grader_stumbles(name: str, text: str) -> None:
    context = Context(detail="never reveal personal data", terms=HOUSE.terms, passage=text)
    for answer, reference in ((text, RIGHT), (RIGHT, text), (text, text)):
        score = GRADERS[name](ASKED, answer, reference, context)
        assert score is None or 0.0 <= score <= 1.0


def _example(number: int) -> Example:
    answer = f"A locker at pool {number} costs €{number % 9 + 1} for {number % 5 + 2} hours. Ask the lifeguard, not the desk."
    messages = [
        Message(role="user", content=f"What does a locker cost at pool {number}?"),
        Message(role="assistant", content=answer),
    ]
    return Example(id=str(number), source="a.csv", role="chats", group=str(number), messages=messages)


def test_a_thousand_answers_are_graded_in_two_seconds() -> None:
    rubric = [RubricItem(criterion=name, weight=1.0, detail="never promise a refund") for name in  # type: ignore[arg-type]
              ("correctness", "terminology", "policy", "hallucination", "brevity", "citation")]  # fmt: skip
    scoring = Scoring(TrainingSpec(task="support_chat", rubric=rubric), HOUSE)
    examples = [_example(number) for number in range(1000)]
    said = [Said(examples[(number * 7) % 1000].messages[-1].content, 0.1) for number in range(1000)]
    began = time.process_time()
    graded = scoring.grade(examples, said)
    assert time.process_time() - began < 2.0
    assert 0 < sum(one.scores["correct"] for one in graded) < 50


def test_the_reward_is_the_weighted_sum_and_penalties_cost_what_is_missing() -> None:
    rubric = [RubricItem(criterion="correctness", weight=1.0), RubricItem(criterion="hallucination", weight=-1.0)]
    scoring = Scoring(TrainingSpec(task="support_chat", rubric=rubric), Context())
    examples = [_example(1), _example(2)]
    said = [Said(examples[0].messages[-1].content, 0.1), Said("A locker costs €77.", 0.1)]
    graded = scoring.grade(examples, said)
    assert scoring.rewards(graded, None) == [1.0, -1.0]
    found = metrics(scoring, Scored(graded, []), examples, seed=0)["reward"]
    assert found.value == 0.0
    assert -1.0 <= found.low < 0.0 < found.high <= 1.0


def test_a_right_answer_makes_nothing_up() -> None:
    codes = "I_JUMP I_TURN_LEFT I_JUMP"
    assert GRADERS["hallucination"]("jump left after jump", codes, codes, Context(task="reasoning")) == 1.0
