"""What earlier runs took, and how far that moves what the analytic model says.

The model counts operations, bytes and starts; what a core really does with small models depends on much that it does
not know (the libraries, the length of the texts, who else uses the machine). So each finished stage leaves a pair
of seconds, planned and measured, and later plans for the same machine are moved by their ratio.
"""

import math
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field

TRAINING = frozenset({"pretrain", "search", "sft", "preference", "rl"})
SAME_MACHINE_OTHER_STAGE = 0.25
"""Weight of another training stage's ratio: it ran the same arithmetic on other data."""
TENFOLD_SIZE = 0.3
"""Weight of a run whose model was ten times as large, or as small."""
PRIOR = 1.0
"""The analytic model counts as one run that took exactly what it says: one run alone moves the plan half the way
(in logarithms), three move it three quarters."""
SANE = 50.0
"""A ratio beyond this, either way, is a fault of the clock or of the record and no experience."""
NOISE = math.log(1.25)
"""The same stage on the same machine takes a quarter more or less, whatever the evidence."""
MOST_RUNS = 20
"""The newest count: a machine changes."""


class Past(BaseModel):
    """One finished stage of an earlier run, neither interrupted nor cut short."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    run: str
    machine: str
    """Its fingerprint, `training.machine.fingerprint`."""
    stage: str
    parameters: float = Field(ge=0)
    """Of the model; 0 where the stage has none."""
    planned_seconds: float = Field(gt=0)
    """By the analytic model alone, for the work that was then done."""
    measured_seconds: float = Field(gt=0)


class Correction(BaseModel):
    """What a stage's planned seconds are multiplied with."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    factor: float
    low: float
    """Factor of the lower end of the range, on the same planned seconds."""
    high: float
    runs: int = 0
    """Earlier runs that it rests on."""


class Experience(BaseModel):
    """Earlier runs, newest first. Pure: read at the edge and handed in."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    past: tuple[Past, ...] = ()

    def correction(
        self, stage: str, *, machine: str, parameters: float, prior_range: tuple[float, float]
    ) -> Correction:
        """How much longer or shorter than planned a stage of this kind takes on this machine.

        The logarithms of the ratios are put together as their weighted median, drawn towards 0 by `PRIOR`; the
        range is drawn from `prior_range` towards the spread that was seen (the weighted median distance from the
        median), never below `NOISE`. Where there is no experience the factor is 1 and the range is the prior's.
        Source of the median and its distance: Hampel 1974, https://doi.org/10.1080/01621459.1974.10482962

        Args:
            machine: fingerprint of where the plan would run.
            prior_range: factors of the lower and upper end without any experience, such as (0.5, 2).
        """
        seen: list[tuple[float, float, str]] = []  # log ratio, weight, run
        for past in self.past:
            weight = _weight(past, stage, machine, parameters)
            ratio = past.measured_seconds / past.planned_seconds
            if weight > 0 and 1 / SANE <= ratio <= SANE:
                seen.append((math.log(ratio), weight, past.run))
        own = [item for item in seen if item[1] >= TENFOLD_SIZE]
        seen = (own or seen)[:MOST_RUNS]
        evidence = sum(weight for _, weight, _ in seen)
        if not evidence:
            return Correction(factor=1.0, low=prior_range[0], high=prior_range[1])
        trust = evidence / (evidence + PRIOR)
        middle = _weighted_median((value, weight) for value, weight, _ in seen)
        spread = _weighted_median((abs(value - middle), weight) for value, weight, _ in seen)
        # 1.48 times the median distance is a normal spread; twice that holds 95 of 100.
        half = max(NOISE, 2 * 1.4826 * spread)
        shift = trust * middle
        below = min(0.0, (1 - trust) * math.log(prior_range[0]) - trust * half)
        above = max(0.0, (1 - trust) * math.log(prior_range[1]) + trust * half)
        return Correction(
            factor=math.exp(shift),
            low=math.exp(shift + below),
            high=math.exp(shift + above),
            runs=len({run for _, _, run in seen}),
        )


def _weight(past: Past, stage: str, machine: str, parameters: float) -> float:
    if past.machine != machine:
        return 0.0
    if past.stage == stage:
        kind = 1.0
    elif past.stage in TRAINING and stage in TRAINING:
        kind = SAME_MACHINE_OTHER_STAGE
    else:
        return 0.0
    if past.parameters <= 0 or parameters <= 0:
        return kind
    decades = abs(math.log10(past.parameters / parameters))
    return float(kind * TENFOLD_SIZE**decades)


def _weighted_median(values: Iterable[tuple[float, float]]) -> float:
    """The value with half of the weight on either side; between two values where the halves meet, their mean."""
    ordered = sorted(values)
    half = sum(weight for _, weight in ordered) / 2
    passed = 0.0
    for i, (value, weight) in enumerate(ordered):
        passed += weight
        if math.isclose(passed, half) and i + 1 < len(ordered):
            return (value + ordered[i + 1][0]) / 2
        if passed > half:
            return value
    return ordered[-1][0]
