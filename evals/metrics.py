"""From single scores to a figure with its 95% interval. Pure, seeded, numpy only.

Which interval for what: a share of yes/no answers gets Wilson's, a mean of graded scores a bootstrap, a
paired comparison Agresti and Min's, a percentile the order statistics. Each stays honest on few examples:
none shrinks to nothing because the first five answers happened to agree.
"""

import math
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

import numpy as np

from training.spec import Interval

Z = 1.959963984540054
"""Standard normal quantile for 95%, two-sided."""
RESAMPLES = 2000
FEW = 30
"""Below this many examples a bootstrap sees too little of the distribution to be trusted."""


def wilson(successes: float, n: int) -> Interval:
    """A share with its 95% interval.

    Args:
        successes: 0..n; may be fractional where scores lie between 0 and 1. A variable within 0..1 varies
            at most as much as a yes/no one of the same mean, so the interval is then too wide, never too narrow.
    Raises: ValueError if n is 0: no share was measured.
    Source: Wilson score interval (1927), https://doi.org/10.1080/01621459.1927.10502953
    """
    if n <= 0:
        raise ValueError("a share of nothing")
    share = successes / n
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    # min and max: at shares of exactly 0 and 1 rounding would leave the value outside its own interval.
    return Interval(value=share, low=max(0.0, min(share, middle - half)), high=min(1.0, max(share, middle + half)), n=n)


def mean_interval(values: Sequence[float], *, seed: int = 0) -> Interval:
    """Mean of scores within 0..1, with its 95% interval.

    Yes/no scores and few or equal ones get Wilson's interval, the others a percentile bootstrap.

    Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
    """
    scores = np.asarray(values, dtype=float)
    yes_or_no = bool(np.isin(scores, (0.0, 1.0)).all())
    if yes_or_no or len(scores) < FEW or np.ptp(scores) == 0:
        return wilson(float(scores.sum()), len(scores))
    return bootstrap(len(scores), lambda chosen: float(scores[chosen].mean()), seed=seed)


def bootstrap(n: int, statistic: Callable[[np.ndarray], float], *, seed: int = 0) -> Interval:
    """Any statistic of n examples with its percentile interval.

    Args:
        statistic: takes positions of the chosen examples, shape (n,), each 0..n-1.
    """
    if n <= 0:
        raise ValueError("a statistic of nothing")
    generator = np.random.default_rng(seed)
    drawn = np.array([statistic(generator.integers(0, n, n)) for _ in range(RESAMPLES)])
    low, high = np.quantile(drawn, (0.025, 0.975))
    value = statistic(np.arange(n))
    return Interval(value=value, low=float(min(low, value)), high=float(max(high, value)), n=n)


def macro_f1(predicted: Sequence[Hashable], true: Sequence[Hashable]) -> float:
    """F1 of each class that stands in the references, averaged: a rare class counts as much as a frequent one.

    An answer that is no class at all (a model may write anything) costs its true class recall and makes no
    class of its own.
    """
    classes = sorted(set(true), key=str)
    scores = []
    for name in classes:
        hits = sum(p == t == name for p, t in zip(predicted, true, strict=True))
        said, meant = sum(p == name for p in predicted), sum(t == name for t in true)
        scores.append(2 * hits / (said + meant) if said + meant else 0.0)
    return float(np.mean(scores)) if scores else 0.0


def macro_f1_interval(predicted: Sequence[Hashable], true: Sequence[Hashable], *, seed: int = 0) -> Interval:
    """Macro F1 with a bootstrap interval over the examples."""
    names = {name: number for number, name in enumerate(dict.fromkeys([*true, *predicted]))}
    said = np.array([names[name] for name in predicted])
    meant = np.array([names[name] for name in true])

    def statistic(chosen: np.ndarray) -> float:
        counts_said = np.bincount(said[chosen], minlength=len(names))
        counts_meant = np.bincount(meant[chosen], minlength=len(names))
        hits = np.bincount(said[chosen][said[chosen] == meant[chosen]], minlength=len(names))
        there = counts_meant > 0
        return float((2 * hits[there] / (counts_said[there] + counts_meant[there])).mean())

    return bootstrap(len(said), statistic, seed=seed)


class Paired(NamedTuple):
    """Two contenders on the same examples."""

    wins: int
    ties: int
    losses: int
    win_rate: Interval
    """Wins plus half the ties, as a share."""
    p_value: float
    """Exact McNemar: how often chance alone would part two equals as far as this."""


def paired(ours: Sequence[float], theirs: Sequence[float]) -> Paired:
    """Compare two contenders example by example; ties count half.

    The interval is that of a difference of matched proportions with half a case added to each of the four
    cells: it uses that most examples tie (a plain Wilson interval would not, and would miss clear wins), and
    it has a width even where all of them do.

    Sources: Agresti and Min, Statistics in Medicine 24 (2005) 729-740, https://doi.org/10.1002/sim.1781;
    McNemar (1947), https://doi.org/10.1007/BF02295996, in its exact binomial form.
    """
    n = len(ours)
    if n == 0 or n != len(theirs):
        raise ValueError("paired scores must be as many on both sides, and some")
    wins = sum(a > b for a, b in zip(ours, theirs, strict=True))
    losses = sum(a < b for a, b in zip(ours, theirs, strict=True))
    difference = (wins - losses) / (n + 2)
    variance = ((wins + losses + 1) / (n + 2) - difference**2) / (n + 2)
    half = Z * math.sqrt(variance)
    value = 0.5 + (wins - losses) / (2 * n)
    low, high = 0.5 + (difference - half) / 2, 0.5 + (difference + half) / 2
    interval = Interval(value=value, low=max(0.0, min(value, low)), high=min(1.0, max(value, high)), n=n)
    return Paired(wins, n - wins - losses, losses, interval, _sign_test(wins, losses))


def _sign_test(wins: int, losses: int) -> float:
    n, k = wins + losses, min(wins, losses)
    tail = sum(math.comb(n, i) for i in range(k + 1))
    return min(1.0, float(2 * tail / 2**n))  # integers first: exact for any n


def percentile_interval(values: Sequence[float], share: float) -> Interval:
    """A percentile, such as 0.95 for the 95th, with a distribution-free 95% interval from the order statistics.

    With fewer than 59 values nothing bounds the 95th percentile from above; the largest value then stands in,
    and `bounded` says that it is no bound.

    Source: Conover, Practical Nonparametric Statistics (1999), section 3.2.
    """
    ordered = np.sort(np.asarray(values, dtype=float))
    n = len(ordered)
    if n == 0:
        raise ValueError("a percentile of nothing")
    below = np.cumsum([math.comb(n, i) * share**i * (1 - share) ** (n - i) for i in range(n + 1)])
    lower = int(np.searchsorted(below, 0.025, side="right"))  # ranks from 0: P(X < lower) <= 0.025
    upper = min(n - 1, int(np.searchsorted(below, 0.975)))
    value = float(np.quantile(ordered, share))
    return Interval(
        value=value,
        low=min(value, float(ordered[min(max(0, lower - 1), n - 1)])),
        high=max(value, float(ordered[upper])),
        n=n,
    )


def bounded(n: int, share: float) -> bool:
    """Whether n values bound this percentile from above at 95% (one-sided)."""
    return bool(share**n <= 0.05)
