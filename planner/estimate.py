"""What a plan will take, before anything is spent: from operations, bytes and speeds; low, likely and high."""

from typing import NamedTuple

from planner.catalogue import known_base, parameters_of
from planner.facts import ANSWERED, TEXT, Facts
from planner.memory import training_memory_gb
from planner.rules.size import MOST_REPEATS, TOKENS_PER_PARAMETER, UNKNOWN_TOKENS
from planner.target import Target, in_currency, target
from planner.words import number
from training.spec import Estimate, Money, TrainingSpec

UNKNOWN_PARAMETERS = 7e9
"""Of a base that nothing is known of."""
SHARES = {"pretrain": 0.30, "search": 0.20, "sft": 0.30}
"""How a run with a time limit shares it among what trains; the rest is for cleaning, packaging and judging."""
TRIAL = 0.25
"""Of a full fine-tuning: a trial is its beginning, and poor ones are stopped early."""
CLEANED_BYTES_A_SECOND = 1e6
START_SECONDS = 10.0
"""Loading the libraries, once for each stage."""
ANSWER_TOKENS, LABEL_TOKENS, CONTENDERS = 60, 8, 3
"""Length of an answer, and of a class's name, in the test; the model, its base and plain search all take it."""
ANSWERING_SHARE = 0.1
"""Of the training arithmetic that answering reaches: one token at a time."""
RL_TRIES = 8
MEASURED_RANGE, GUESSED_RANGE = (0.5, 2.0), (0.2, 5.0)
"""Factors on the likely time: of files that were read on a machine that may be busy, and of files that are not here."""


class Work(NamedTuple):
    """Seconds by step."""

    cleaning: float
    pretrain: float
    search: float
    sft: float
    later: float
    """Preferences and rewards."""
    judging: float
    starting: float

    @property
    def training(self) -> float:
        return self.pretrain + self.search + self.sft + self.later

    @property
    def whole(self) -> float:
        return sum(self)


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
    """Seconds that each step takes where nothing limits it, and less where a time limit does."""
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
    passes = max(1.0, min(MOST_REPEATS, TOKENS_PER_PARAMETER * whole / max(1.0, text))) if scratch else 2.0
    pretrain = text * passes * second if "pretrain" in stages else 0.0
    epochs = min(20.0, max(3.0, (100_000 if scratch else 30_000) / max(1.0, rows)))
    fine = answered * epochs * second
    sft = fine if "sft" in stages else 0.0
    trials = spec.search.trials or 1
    search = trials * TRIAL * sft if trials > 1 else 0.0
    later = 2 * fine / epochs if "preference" in stages else 0.0
    if "rl" in stages:
        later += RL_TRIES * ANSWER_TOKENS * rows * (second + 2 * active / (ANSWERING_SHARE * place.flops))
    tested = _tested(spec, facts)
    said = LABEL_TOKENS if spec.task == "classification" else ANSWER_TOKENS
    answering = tested * CONTENDERS * (0.05 + said * 2 * active / (ANSWERING_SHARE * place.flops))
    size = sum(source.characters for source in facts.measured) or 3 * UNKNOWN_TOKENS
    limit = spec.budget.wall_clock_hours
    if limit is not None:
        pretrain = min(pretrain, SHARES["pretrain"] * limit * 3600)
        search = min(search, SHARES["search"] * limit * 3600)
        sft = min(sft, SHARES["sft"] * limit * 3600)
    starts = START_SECONDS * (3 + len(stages) + (trials > 1))
    return Work(size / CLEANED_BYTES_A_SECOND, pretrain, search, sft, later, answering, starts)


def _tested(spec: TrainingSpec, facts: Facts) -> float:
    return held_out(spec, facts) or 200.0


def held_out(spec: TrainingSpec, facts: Facts) -> int:
    """Questions with a known answer that the model is judged on, as far as the files tell; 0 where they don't."""
    tests = facts.rows("tests")
    kept = round(facts.rows(*ANSWERED, "images", "preferences") * (spec.data.holdout or 0.0))
    return tests + kept


def estimate(spec: TrainingSpec, facts: Facts) -> Estimate:
    """Time, memory, disk and money, with a range that says how sure that is."""
    whole, _ = model_parameters(spec, facts)
    place = target(spec, facts.hardware, whole, own=own_machines(spec, facts))
    steps = work(spec, facts, place)
    factors = MEASURED_RANGE if facts.all_measured else GUESSED_RANGE
    likely = steps.whole / 3600
    low, high = likely * factors[0], likely * factors[1]
    limit = spec.budget.wall_clock_hours
    if limit is not None:
        likely, low, high = min(likely, limit), min(low, limit), min(high, limit)
    memory = training_memory_gb(whole, spec.model.adapter)
    trials = spec.search.trials or 1
    data_gb = sum(source.characters for source in facts.measured) / 1e9
    # A checkpoint has weights and optimizer; two are kept, a search keeps its best, and the package is in bf16.
    disk = 4 * data_gb + (2 + (trials > 1)) * 14 * whole / 1e9 + 2 * whole / 1e9 + 0.02
    currency = (spec.budget.cost.currency if spec.budget.cost else None) or "EUR"
    figures = {}
    for name, time in (("low", low), ("likely", likely), ("high", high)):
        gpu_hours = time * place.gpus
        price = place.price or (0.0, 0.0)
        each = {"low": price[0], "likely": sum(price) / 2, "high": price[1]}[name]
        figures[name] = {
            "gpu_hours": _round(gpu_hours),
            "wall_clock_hours": _round(time),
            "peak_memory_gb": _round(memory * {"low": 0.8, "likely": 1.0, "high": 1.4}[name]),
            "cost": _round(in_currency(each * gpu_hours, currency) or each * gpu_hours),
            "disk_gb": _round(disk * {"low": 0.7, "likely": 1.0, "high": 1.5}[name]),
        }
    best = figures["likely"]
    return Estimate(
        gpu_hours=best["gpu_hours"],
        wall_clock_hours=best["wall_clock_hours"],
        peak_memory_gb=best["peak_memory_gb"],
        cost=Money(amount=best["cost"], currency=currency if in_currency(1.0, currency) else "EUR"),
        disk_gb=best["disk_gb"],
        low=figures["low"],
        high=figures["high"],
        basis=_basis(spec, facts, place, whole),
    )


def _basis(spec: TrainingSpec, facts: Facts, place: Target, whole: float) -> str:
    tokens = sum(source.tokens for source in facts.measured)
    data = f"{number(tokens)} tokens of text" if facts.measured else "a guess of your data, which is not here yet"
    return (
        f"{data}, {number(whole)} parameters at 6 operations a parameter and token, "
        f"{number(place.flops / 1e9)} billion operations a second on {place.words}; cost: {place.price_why}."
    )


def _round(value: float) -> float:
    return float(f"{value:.3g}")
