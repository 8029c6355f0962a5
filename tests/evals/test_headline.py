"""The first sentence is the truth, above all where it is not what one hoped for."""

import pytest

from evals.headline import headline, rivals
from training.spec import Contender, GateVerdict, Interval


def _wilson(value: float, n: int = 100) -> Interval:
    return Interval(value=value, low=value - 0.05, high=value + 0.05, n=n)


def _contender(name: str, **metrics: Interval) -> Contender:
    return Contender(name=name, what="", metrics=metrics)


def _gate(outcome: str) -> GateVerdict:
    return GateVerdict.model_validate(
        {
            "metric": "accuracy",
            "op": ">=",
            "threshold": 0.8,
            "against": None,
            "outcome": outcome,
            "measured": None,
            "sentence": "",
        }
    )


def _scores(right: int, n: int = 100) -> list[float]:
    return [1.0] * right + [0.0] * (n - right)


def _say(ours: int, gates: list[GateVerdict] | None = None, **others: int) -> str:
    standing = rivals({"customized": _scores(ours)} | {name: _scores(right) for name, right in others.items()})
    contenders = [_contender("customized", accuracy=_wilson(ours / 100))]
    return headline(contenders, gates or [], standing, what="pages set aside")


@pytest.mark.parametrize(
    ("others", "begins"),
    [
        ({"base": 10, "retrieval": 40}, "Right in 82 of 100 answers"),
        ({"base": 90}, "The base model does better than the customized model: right in 90.0%"),
        ({"retrieval": 95}, "Plain search over the same data does better"),
        ({"tfidf_logistic_regression": 89}, "A plain method, TF-IDF + logistic regression, does better"),
        (
            {"retrieval": 95, "tfidf_logistic_regression": 99},
            "A plain method, TF-IDF + logistic regression, does better",
        ),
        ({"majority": 97}, "Always naming the most frequent class does better"),
    ],
)
def test_what_does_better_comes_first(others: dict[str, int], begins: str) -> None:
    assert _say(82, **others).startswith(begins)


def test_a_difference_that_could_be_luck_is_called_even() -> None:
    assert "plain search over the same data does about as well (84.0%)" in _say(82, retrieval=84)
    assert "does about as well" in _say(82, retrieval=80)


def test_two_that_can_do_nothing_are_no_rivals() -> None:
    assert rivals({"customized": _scores(0), "base": _scores(0)}) == []


@pytest.mark.parametrize(
    ("outcomes", "says"),
    [
        ([], "no condition was set"),
        (["passed"], "the condition that was set is met"),
        (["passed", "passed"], "all 2 conditions are met"),
        (["missed"], "the condition that was set is not met"),
        (["too_few_to_tell"], "can’t be told with so few examples"),
        (["passed", "missed", "not_measured"], "of 3 conditions 1 is met, 1 not met, 1 could not be measured"),
    ],
)
def test_the_conditions_come_last(outcomes: list[str], says: str) -> None:
    assert _say(82, [_gate(outcome) for outcome in outcomes]).endswith(f"{says}.")


@pytest.mark.parametrize(
    ("saved", "says"),
    [
        (
            Interval(value=0.2, low=0.15, high=0.25, n=9),
            "Reads the pages set aside at 1.60 bits per character, 20% fewer (15 to 25)",
        ),
        (Interval(value=0.02, low=-0.01, high=0.05, n=9), "no clear gain on the base model’s 2.00"),
        (
            Interval(value=-0.3, low=-0.4, high=-0.2, n=9),
            "The base model reads the pages set aside better than the customized one",
        ),
    ],
)
def test_reading_is_told_beside_the_base(saved: Interval, says: str) -> None:
    contenders = [
        _contender("customized", bits_per_character=_wilson(1.6), bits_saved_against_base=saved),
        _contender("base", bits_per_character=_wilson(2.0)),
    ]
    assert says in headline(contenders, [], [], what="pages set aside")


def test_nothing_measured_is_no_claim() -> None:
    assert headline([_contender("customized")], [], [], what="").startswith("Nothing could be judged")


def test_where_search_finds_what_the_model_does_not_know_search_is_named_first() -> None:
    contenders = [
        _contender("customized", accuracy=_wilson(0.10)),
        _contender("retrieval", accuracy=_wilson(0.12), top_5=_wilson(0.90)),
    ]
    said = headline(contenders, [], [], what="pages set aside")
    assert said.startswith("For questions of fact take search: it has the right page among its first five for 90%")
    assert "the model by itself is right in 10 of 100" in said


def test_seven_won_and_one_lost_could_still_be_luck() -> None:
    ours, theirs = _scores(47, 48), [1.0] * 40 + [0.0] * 7 + [1.0]
    assert [rival.name for rival in rivals({"customized": ours, "retrieval": theirs})] == ["retrieval"]
