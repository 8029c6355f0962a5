"""Advice rests on what was seen, and names the figure."""

from made_up_split import chat, spec

from evals.advice import advise, confusions
from evals.graders.grader import Context
from evals.headline import Rival
from evals.scoring import Scoring
from training.spec import Contender, GateVerdict, Graded, Interval

CHAT = Scoring(spec(), Context(task="support_chat"))
CLASSES = Scoring(spec(task="classification"), Context(task="classification", labels=frozenset({"a", "b"})))


def _graded(number: int, why: str = "", reference: str = "Water it.", answer: str = "x") -> Graded:
    return Graded(
        id=str(number),
        prompt="?",
        reference=reference,
        answer=answer,
        scores={"correct": float(not why)},
        seconds=0.1,
        why=why,
    )


def _gate(outcome: str, value: float, n: int) -> GateVerdict:
    measured = Interval(value=value, low=value - 0.1, high=value + 0.1, n=n)
    return GateVerdict.model_validate(
        {
            "metric": "accuracy",
            "op": ">=",
            "threshold": 0.8,
            "against": None,
            "outcome": outcome,
            "measured": measured,
            "sentence": "",
        }
    )


def _say(scoring: Scoring = CHAT, graded: list[Graded] | None = None, **found: list) -> str:  # type: ignore[type-arg]
    told = {"contenders": [], "gates": [], "standing": [], "confused": [], "train": []} | found
    return " ".join(advise(scoring, graded or [], **told))


def test_a_rival_that_is_better_is_recommended() -> None:
    assert "Use plain search over the same data for now" in _say(standing=[Rival("retrieval", 0.6, 0.9, True)])
    assert "Keep the base model" in _say(standing=[Rival("base", 0.6, 0.9, True)])
    assert _say(standing=[Rival("retrieval", 0.6, 0.61, False)]) == ""


def test_how_many_questions_would_decide_a_gate() -> None:
    said = _say(gates=[_gate("too_few_to_tell", 0.85, 100)])
    # 1.1 * 0.85 * 0.15 * (1.96 / 0.05)^2 is 216, rounded up to two figures.
    assert "with some 220 of them (now 100)" in said
    assert "only very many more" in _say(gates=[_gate("too_few_to_tell", 0.801, 100)])


def test_search_is_recommended_for_facts_only_where_it_was_measured_to_find_more() -> None:
    found = Interval(value=0.9, low=0.85, high=0.94, n=100)

    def contenders(right: float) -> list[Contender]:
        ours = Interval(value=right, low=right - 0.05, high=right + 0.05, n=100)
        return [
            Contender(name="customized", what="", metrics={"accuracy": ours}),
            Contender(name="retrieval", what="", metrics={"top_5": found}),
        ]

    assert "let search find the passage" in _say(contenders=contenders(0.4))
    assert "let search find the passage" not in _say(contenders=contenders(0.88))


def test_mixed_up_figures_point_to_search() -> None:
    graded = [_graded(n, "“€4” is missing" if n < 5 else "") for n in range(20)]
    assert "5 of 5 wrong answers have a wrong or missing one" in _say(graded=graded)
    assert "figures" not in _say(graded=[_graded(n, "speaks of something else" if n < 5 else "") for n in range(20)])


def test_confused_classes_are_named_most_frequent_first() -> None:
    graded = [_graded(n, "another class", "a", "b") for n in range(3)] + [_graded(9, "no class at all", "b", "zzz")]
    found = confusions(graded, frozenset({"a", "b"}))
    assert [(one.meant, one.said, one.times) for one in found] == [("a", "b", 3), ("b", "(no class)", 1)]
    assert "“a” taken for “b” 3 times (75% of all mistakes)" in _say(CLASSES, graded, confused=found)


def test_small_classes_are_named() -> None:
    train = [chat(str(n), "?", "a") for n in range(50)] + [chat("x", "?", "b")]
    graded = [_graded(n, "another class", "b", "a") for n in range(4)]
    assert "4 of 4 mistakes are in classes with fewer than 20 (“b” …)" in _say(CLASSES, graded, train=train)


def test_a_model_that_can_do_nothing_needs_more_than_small_mending() -> None:
    said = _say(graded=[_graded(n, "speaks of something else") for n in range(10)])
    assert "Start from a trained model" in said
    assert "Collect more examples" in said
