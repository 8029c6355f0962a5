"""What a plan will take, before anything is spent: operations, bytes and speeds, then what earlier runs took."""

import math
from typing import NamedTuple

from planner.catalogue import known_base, parameters_of
from planner.experience import Correction
from planner.facts import ANSWERED, TEXT, Facts
from planner.left import held_out
from planner.memory import training_memory_gb
from planner.prices import Span
from planner.rules.size import TOKENS_PER_PARAMETER, UNKNOWN_TOKENS
from planner.target import Target, in_currency, target
from planner.words import number, plural
from training.spec import Estimate, Money, TrainingSpec

UNKNOWN_PARAMETERS = 7e9
"""Of a base that nothing is known of."""
SHARES = {"pretrain": 0.22, "search": 0.33, "sft": 0.33}
"""How a run with a time limit shares it among what trains, as the executor does; what is absent goes to the others."""
NOT_TRAINING_SECONDS, LEAST_TRAINING = 65.0, 0.4
"""Of a limited time for all that is no training, and the share that training gets of a very short time."""
MOST_PASSES = 4.0
"""Over a text that is read from scratch; more teaches nothing that is new."""
TRIAL = 0.25
"""Of a full fine-tuning: a trial is its beginning, and poor ones are stopped early."""
CLEANED_BYTES_A_SECOND = 1e6
START_SECONDS, LIGHT_START_SECONDS = 5.0, 1.0
"""Of a stage that loads torch (3 to 8 seconds were measured), and of one that does not."""
LIGHT = frozenset({"clean", "split"})
ANSWER_TOKENS, LABEL_TOKENS, CONTENDERS = 60, 8, 2
"""Length of an answer, and of a class's name, in the test; the model and its base write each, plain search copies."""
MOST_JUDGED, MOST_JUDGED_LABELS = 1000, 4000
"""Questions that the test asks at most."""
ANSWERING_SHARE = 0.1
"""Of the training arithmetic that answering reaches: one token at a time."""
RL_TRIES = 8
MEASURED_RANGE, GUESSED_RANGE = (0.5, 2.0), (0.2, 5.0)
"""Factors on the likely time: of files that were read on a machine that may be busy, and of files that are not here."""


class Work(NamedTuple):
    """The analytic model's own figures, before limits and experience."""

    seconds: dict[str, float]
    """By step, each with the loading of its libraries."""
    passes: dict[str, float]
    """Passes over the data, of the steps that make any."""

    @property
    def whole(self) -> float:
        return sum(self.seconds.values())


def model_parameters(spec: TrainingSpec, facts: Facts) -> tuple[float, float]:
    """(all parameters, those that a token passes through)."""
    name = spec.model.base or "scratch"
    if name == "scratch":
        whole = float(spec.model.parameters or spec.model.max_parameters or 1e6)
        return whole, whole
    known = known_base(name)
    if known is not None:
        return known.parameters, known.active or known.parameters
    found = parameters_of(name)
    for item in facts.survey.models:
        if item.path == name:
            found = item.bytes / 2
    whole = found or UNKNOWN_PARAMETERS
    return whole, whole


def own_machines(spec: TrainingSpec, facts: Facts) -> bool:
    """Whether the words put the run on the user's own machines."""
    where = facts.claim("compute.where")
    return where is not None and where.value == "local"


def work(spec: TrainingSpec, facts: Facts, place: Target) -> Work:
    """Seconds that each step takes where nothing limits it: 6 operations a parameter and token.

    Source: Kaplan et al. 2020, https://arxiv.org/abs/2001.08361, section 2.1
    """
    whole, active = model_parameters(spec, facts)
    scratch = (spec.model.base or "scratch") == "scratch"
    kept = 1.0 - (spec.data.holdout or 0.0)
    read = facts.characters(*TEXT) / 3.0 * kept
    answered = facts.characters(*ANSWERED, "preferences", "prompts", "images") / 3.0 * kept
    rows = facts.rows(*ANSWERED) * kept
    if not facts.measured:
        read = UNKNOWN_TOKENS if facts.roles & set(TEXT) else 0.0
        answered, rows = (UNKNOWN_TOKENS, 2000.0) if facts.roles - set(TEXT) else (0.0, 0.0)
    rows = rows or answered / 100
    stages = spec.stages or []
    second = 6 * active / place.flops  # a token's training, in seconds
    text = read + (answered if scratch else 0.0)
    passes = max(1.0, min(MOST_PASSES, TOKENS_PER_PARAMETER * whole / max(1.0, text))) if scratch else 2.0
    epochs = min(20.0, max(3.0, (100_000 if scratch else 30_000) / max(1.0, rows)))
    fine = answered * epochs * second
    size = sum(source.characters for source in facts.measured) or 3 * UNKNOWN_TOKENS
    trials = spec.search.trials or 1
    said, most = (LABEL_TOKENS, MOST_JUDGED_LABELS) if spec.task == "classification" else (ANSWER_TOKENS, MOST_JUDGED)
    questions = min(most, held_out(spec, facts).likely or 200)
    answering = 0.01 + said * 2 * active / (ANSWERING_SHARE * place.flops)
    seconds = {"clean": size / CLEANED_BYTES_A_SECOND, "split": 0.0, "base": 0.0}
    if "pretrain" in stages:
        seconds["pretrain"] = text * passes * second
    if "sft" in stages:
        if trials > 1:
            seconds["search"] = trials * TRIAL * fine
        seconds["sft"] = fine
    if "preference" in stages:
        seconds["preference"] = 2 * fine / epochs
    if "rl" in stages:
        seconds["rl"] = RL_TRIES * ANSWER_TOKENS * rows * (second + 2 * active / (ANSWERING_SHARE * place.flops))
    seconds |= {"package": 0.0, "judge": questions * CONTENDERS * answering}
    started = {
        step: value + (LIGHT_START_SECONDS if step in LIGHT else START_SECONDS) for step, value in seconds.items()
    }
    return Work(started, {"pretrain": passes, "sft": epochs})


class Spans(NamedTuple):
    """Hours: lower end, likely, upper end."""

    low: float
    likely: float
    high: float
    corrections: dict[str, Correction]
    """By step."""


def hours_of(spec: TrainingSpec, facts: Facts, place: Target, planned: Work) -> Spans:
    """The steps' hours, moved by what earlier runs took and kept below the time limit."""
    prior = MEASURED_RANGE if facts.all_measured else GUESSED_RANGE
    parameters = model_parameters(spec, facts)[0]
    limit = spec.budget.wall_clock_hours
    most = _most_seconds(planned, limit)
    corrections: dict[str, Correction] = {}
    sums = [0.0, 0.0, 0.0]
    for step, seconds in planned.seconds.items():
        moved = facts.hardware.experience.correction(
            step, machine=place.fingerprint, parameters=parameters, prior_range=prior
        )
        corrections[step] = moved
        for i, factor in enumerate((moved.low, moved.factor, moved.high)):
            sums[i] += min(seconds * factor, most.get(step, math.inf))
    low, likely, high = (value / 3600 for value in sums)
    if limit is not None:
        low, likely, high = min(low, limit), min(likely, limit), min(high, limit)
    return Spans(low, likely, high, corrections)


def _most_seconds(planned: Work, limit: float | None) -> dict[str, float]:
    """What a step that trains may take where the time is limited."""
    if limit is None:
        return {}
    used = {step: share for step, share in SHARES.items() if step in planned.seconds}
    room = max(LEAST_TRAINING * limit * 3600, limit * 3600 - NOT_TRAINING_SECONDS)
    return {step: room * sum(SHARES.values()) * share / sum(used.values()) for step, share in used.items()}


def estimate(spec: TrainingSpec, facts: Facts) -> Estimate:
    """Time, memory, disk and money, with a range that says how sure that is."""
    whole, _ = model_parameters(spec, facts)
    place = target(spec, facts.hardware, whole, own=own_machines(spec, facts))
    planned = work(spec, facts, place)
    time = hours_of(spec, facts, place, planned)
    memory = training_memory_gb(whole, spec.model.adapter, place.gpus)
    trials = spec.search.trials or 1
    data_gb = sum(source.characters for source in facts.measured) / 1e9
    # A checkpoint has weights and optimizer; two are kept, a search keeps its best, and the package is in bf16.
    disk = 4 * data_gb + (2 + (trials > 1)) * 14 * whole / 1e9 + 2 * whole / 1e9 + 0.02
    currency = (spec.budget.cost.currency if spec.budget.cost else None) or "EUR"
    prices = facts.hardware.prices
    if in_currency(1.0, currency, prices) is None:
        currency = "EUR"
    cost = place.price or Span(0.0, 0.0, 0.0)
    figures = {}
    for name, hours, hourly in (
        ("low", time.low, cost.low),
        ("likely", time.likely, cost.likely),
        ("high", time.high, cost.high),
    ):
        figures[name] = {
            "gpu_hours": _round(hours * place.gpus),
            "wall_clock_hours": _round(hours),
            "peak_memory_gb": _round(memory * {"low": 0.8, "likely": 1.0, "high": 1.4}[name]),
            "cost": _round(in_currency(hourly * hours, currency, prices) or 0.0),
            "disk_gb": _round(disk * {"low": 0.7, "likely": 1.0, "high": 1.5}[name]),
        }
    best = figures["likely"]
    return Estimate(
        gpu_hours=best["gpu_hours"],
        wall_clock_hours=best["wall_clock_hours"],
        peak_memory_gb=best["peak_memory_gb"],
        cost=Money(amount=best["cost"], currency=currency),
        disk_gb=best["disk_gb"],
        low=figures["low"],
        high=figures["high"],
        basis=_basis(facts, place, whole, planned, time),
        steps={step: _round(seconds) for step, seconds in planned.seconds.items()},
        passes={step: _round(count) for step, count in planned.passes.items() if step in planned.seconds},
    )


def _basis(facts: Facts, place: Target, whole: float, planned: Work, time: Spans) -> str:
    tokens = sum(source.tokens for source in facts.measured)
    data = f"{number(tokens)} tokens of text" if facts.measured else "a guess of your data, which is not here yet"
    return (
        f"{data}, {number(whole)} parameters at 6 operations a parameter and token, "
        f"{number(place.flops / 1e9)} billion operations a second on {place.words}; {_learned(place, planned, time)}; "
        f"cost: {place.price_why}."
    )


def _learned(place: Target, planned: Work, time: Spans) -> str:
    """`corrected by 3 earlier runs on this machine: ×0.55`."""
    runs = max(one.runs for one in time.corrections.values())
    where = "this machine" if place.here else f"{place.words}"
    if not runs:
        return f"not corrected yet: no earlier run on {where} is known"
    moved = sum(seconds * time.corrections[step].factor for step, seconds in planned.seconds.items())
    return f"corrected by {plural(runs, 'earlier run')} on {where}: ×{moved / planned.whole:.2g}"


def _round(value: float) -> float:
    return float(f"{value:.3g}")
