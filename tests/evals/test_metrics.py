"""Intervals that hold what they promise, checked against known values and by drawing many samples."""

import math

import numpy as np
import pytest

from evals.metrics import (
    bootstrap,
    bounded,
    macro_f1,
    macro_f1_interval,
    mean_interval,
    paired,
    percentile_interval,
    wilson,
)


@pytest.mark.parametrize(
    ("wins", "n", "low", "high"),
    [
        pytest.param(60, 100, 0.5020, 0.6906, id="textbook value"),
        pytest.param(0, 10, 0.0, 0.2775, id="none of ten is not never"),
        pytest.param(10, 10, 0.7225, 1.0, id="ten of ten is not always"),
        pytest.param(1, 1, 0.2065, 1.0, id="one example says little"),
    ],
)
def test_a_share_has_wilsons_interval(wins: int, n: int, low: float, high: float) -> None:
    found = wilson(wins, n)
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4))
    assert found.value == wins / n


def test_nothing_has_no_share() -> None:
    with pytest.raises(ValueError, match="nothing"):
        wilson(0, 0)


@pytest.mark.parametrize("n", [12, 60, 200])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_the_interval_of_a_share_holds_the_truth_nineteen_times_in_twenty(n: int, share: float) -> None:
    draws = np.random.default_rng(1).binomial(n, share, 2000)
    held = [found.low <= share <= found.high for found in (wilson(int(k), n) for k in draws)]
    assert np.mean(held) > 0.92


def test_the_interval_of_graded_scores_holds_the_truth() -> None:
    generator = np.random.default_rng(2)
    held = []
    for _ in range(50):
        scores = generator.beta(2, 1, 40)
        found = mean_interval(scores.tolist())
        held.append(found.low <= 2 / 3 <= found.high)
    assert np.mean(held) > 0.85


def test_few_scores_are_never_certain() -> None:
    found = mean_interval([0.9] * 5)
    assert found.high - found.low > 0.3


@pytest.mark.parametrize(("better", "worse"), [(0.1, 0.1), (0.3, 0.1), (0.05, 0.25)])
def test_a_paired_interval_holds_the_truth(better: float, worse: float) -> None:
    generator = np.random.default_rng(3)
    truth = 0.5 + (better - worse) / 2
    held = []
    for _ in range(800):
        drawn = generator.random(120)
        ours = np.where(drawn < better, 1.0, np.where(drawn < better + worse, 0.0, 1.0))
        theirs = np.where(drawn < better, 0.0, 1.0)
        found = paired(ours.tolist(), theirs.tolist()).win_rate
        held.append(found.low <= truth <= found.high)
    assert np.mean(held) > 0.93


def test_pairing_sees_what_two_single_intervals_would_miss() -> None:
    ours, theirs = [1.0] * 80 + [0.0] * 20, [1.0] * 70 + [0.0] * 30
    apart = (wilson(80, 100), wilson(70, 100))
    assert apart[0].low < apart[1].high, "side by side the two overlap"
    together = paired(ours, theirs)
    assert (together.wins, together.ties, together.losses) == (10, 90, 0)
    assert together.win_rate.low > 0.5
    assert together.p_value == pytest.approx(2 / 2**10)


def test_all_ties_prove_nothing() -> None:
    found = paired([1.0] * 50, [1.0] * 50)
    assert found.win_rate.value == 0.5
    assert found.win_rate.low < 0.5 < found.win_rate.high
    assert found.p_value == 1.0


def test_the_sign_test_is_exact_for_many() -> None:
    assert paired([1.0] * 3000 + [0.0] * 2000, [0.0] * 3000 + [1.0] * 2000).p_value < 1e-30


def test_unequal_numbers_are_no_pairs() -> None:
    with pytest.raises(ValueError, match="as many"):
        paired([1.0], [1.0, 0.0])


def test_macro_f1_is_that_of_the_textbook() -> None:
    from sklearn.metrics import f1_score

    generator = np.random.default_rng(4)
    true = generator.integers(0, 5, 300)
    said = np.where(generator.random(300) < 0.7, true, generator.integers(0, 5, 300))
    expected = f1_score(true, said, average="macro")
    assert macro_f1(said.tolist(), true.tolist()) == pytest.approx(expected)
    found = macro_f1_interval(said.tolist(), true.tolist())
    assert found.value == pytest.approx(expected)
    assert found.low < expected < found.high


def test_an_answer_that_is_no_class_makes_no_class_of_its_own() -> None:
    assert macro_f1(["a", "b", "something else"], ["a", "b", "b"]) == pytest.approx((1 + 2 / 3) / 2)
    assert macro_f1_interval(["a", "b", "something else"], ["a", "b", "b"]).value == pytest.approx((1 + 2 / 3) / 2)


def test_a_bootstrap_is_the_same_every_time() -> None:
    values = np.random.default_rng(5).random(50)
    assert bootstrap(50, lambda i: float(values[i].mean()), seed=1) == bootstrap(
        50, lambda i: float(values[i].mean()), seed=1
    )


@pytest.mark.parametrize("share", [0.5, 0.95])
def test_the_interval_of_a_percentile_holds_the_truth(share: float) -> None:
    generator = np.random.default_rng(6)
    truth = -math.log(1 - share)
    held = []
    for _ in range(600):
        found = percentile_interval(generator.exponential(1.0, 100).tolist(), share)
        held.append(found.low <= truth <= found.high)
    assert np.mean(held) > 0.93


def test_how_many_requests_bound_a_slow_answer() -> None:
    assert not bounded(58, 0.95)
    assert bounded(59, 0.95)
    assert percentile_interval([1.0], 0.95).value == 1.0
