"""A gate must be able to open: measurable with the data there is, in its metric's range, and not against itself."""

import math
from collections.abc import Iterator

from planner.check.finding import Case, Finding, conflict, warning
from planner.estimate import model_parameters
from planner.facts import ANSWERED
from planner.left import Left, held_out
from planner.memory import serving_memory_gb
from planner.words import listed, number, percent, plural
from training.spec.spec import Gate
from training.spec.words import LOWER_IS_BETTER

Z = 1.96
"""Of a 95% interval."""
RATES = frozenset(
    {
        "accuracy", "pass_rate", "exact_match", "f1", "rouge_l", "hallucination_rate", "policy_violation_rate",
        "format_valid_rate", "tool_success_rate", "win_rate",
    }
)  # fmt: skip
COUNTED = frozenset(
    {
        "accuracy", "pass_rate", "exact_match", "hallucination_rate", "policy_violation_rate", "format_valid_rate",
        "tool_success_rate",
    }
)  # fmt: skip
"""Rates of single yes-or-no verdicts, whose interval is Wilson's."""
NAMES = {
    "accuracy": "the share of right answers", "pass_rate": "the share of passed acceptance tests",
    "exact_match": "the share of exactly right answers", "f1": "F1", "rouge_l": "ROUGE-L", "perplexity": "perplexity",
    "hallucination_rate": "the share of made-up answers", "policy_violation_rate": "the share of policy breaches",
    "format_valid_rate": "the share of valid outputs", "tool_success_rate": "the share of right tool calls",
    "latency_p50_seconds": "the typical answer time", "latency_p95_seconds": "the time of the slowest 5% of answers",
    "reward": "the rubric's reward", "win_rate": "the win rate",
}  # fmt: skip
APART = 0.05
"""Two shares that lie this far apart should be told from each other."""
SHORT_ANSWER_TOKENS, MEMORY_GB_A_SECOND = 20, 40.0
"""A short answer, and what a server's memory delivers a second to one process."""
NEEDS_NO_ANSWERS = frozenset({"perplexity", "latency_p50_seconds", "latency_p95_seconds"})


def gate_is_outside_its_range(case: Case) -> Iterator[Finding]:
    for i, gate in _gates(case):
        assert gate.value is not None
        assert gate.metric is not None
        if gate.metric in RATES and not 0 <= gate.value <= 1:
            yield conflict(
                [f"gates.{i}.value"],
                f"{_capital(gate)} lies between 0 and 100%, so it can't be held against {percent(gate.value)}.",
                "Say which share you mean, such as 90%.",
            )
        elif gate.metric not in RATES and gate.metric != "reward" and gate.value <= 0:
            yield conflict(
                [f"gates.{i}.value"],
                f"{_capital(gate)} is always above 0, so it can't be held against {gate.value:g}.",
                "Name a limit that can be reached.",
            )


def two_thresholds_for_one_metric(case: Case) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], tuple[int, Gate]] = {}
    for i, gate in _gates(case):
        key = (gate.metric, gate.against, (gate.op or "")[:1])
        if key in seen and seen[key][1].value != gate.value:
            first, other = seen[key]
            yield conflict(
                [f"gates.{first}.value", f"gates.{i}.value"],
                f"There are two limits for {_name(gate)}: {_value(other)} and {_value(gate)}.",
                "Say which one holds.",
            )
        seen.setdefault(key, (i, gate))


def gates_exclude_each_other(case: Case) -> Iterator[Finding]:
    floors = {(g.metric, g.against): (i, g) for i, g in _gates(case) if (g.op or "").startswith(">")}
    for i, gate in _gates(case):
        floor = floors.get((gate.metric, gate.against))
        if floor is None or not (gate.op or "").startswith("<"):
            continue
        low, high = floor[1].value, gate.value
        assert low is not None
        assert high is not None
        if low > high or (low == high and not (gate.op == "<=" and floor[1].op == ">=")):
            yield conflict(
                [f"gates.{floor[0]}.value", f"gates.{i}.value"],
                f"{_capital(gate)} can't be above {_value(floor[1])} and below {_value(gate)} at once.",
                "Drop one of the two.",
            )


def gate_in_the_wrong_direction(case: Case) -> Iterator[Finding]:
    for i, gate in _gates(case):
        assert gate.metric is not None
        lower = gate.metric in LOWER_IS_BETTER
        if (gate.op or "").startswith(">") == lower:
            yield warning(
                [f"gates.{i}.op"],
                f"For {_name(gate)} {'less' if lower else 'more'} is better, and the condition asks for "
                f"{'more' if lower else 'less'} than {_value(gate)}.",
                "Say so if you meant it the other way round.",
            )


def no_questions_to_measure_a_gate(case: Case) -> Iterator[Finding]:
    """Pages alone hold no question whose right answer is known."""
    if not case.facts.sources:
        return
    answered = case.facts.roles & {*ANSWERED, "tests", "images", "preferences"}
    needing = [(i, gate) for i, gate in _gates(case) if gate.metric not in NEEDS_NO_ANSWERS]
    if answered or not needing:
        return
    fields = [f"gates.{i}.value" for i, _ in needing]
    what = ", ".join(dict.fromkeys(_name(gate) for _, gate in needing))
    problem = f"Nothing in your data can measure {what}: it has text to read, and no question with its right answer."
    advice = "Add some questions with the answers that you expect (a hundred or more), or drop the condition."
    if case.facts.all_measured:
        yield conflict(fields, problem, advice)
    else:
        yield warning(fields, problem.replace("your data", "the data that you name"), advice)


def no_held_out_examples_for_a_gate(case: Case) -> Iterator[Finding]:
    gates = [i for i, gate in _gates(case)]
    if gates and case.spec.data.holdout == 0 and "tests" not in case.facts.roles and case.facts.sources:
        yield conflict(
            ["data.holdout", *(f"gates.{i}.value" for i in gates)],
            "Nothing is kept aside for the test and there is no test file, so no condition could be checked.",
            "Keep a tenth aside, or give a file with test questions.",
        )


def too_few_examples_for_a_gate(case: Case) -> Iterator[Finding]:
    """Even without a single mistake the interval must be able to lie beyond the threshold."""
    if not case.facts.all_measured:
        return
    found = held_out(case.spec, case.facts)
    n = found.most
    for i, gate in _gates(case):
        if gate.metric not in COUNTED or gate.value is None or n == 0 or not 0 <= gate.value <= 1:
            continue
        needed = least_examples(gate)
        if needed is None:
            yield warning(
                [f"gates.{i}.value"],
                f"No number of examples can prove {_value(gate)} for {_name(gate)}: there could always be one mistake.",
                "The report will say how close it comes; name 99% if you want a condition that can be met.",
            )
        elif n < needed:
            yield conflict(
                [f"gates.{i}.value"],
                f"{plural(n, 'held-out example')}{_without(found)} can't show {_value(gate)} for {_name(gate)}: even "
                f"without one mistake that could be luck. It takes at least {needed:,}.",
                _how_to_get(needed, case, n, "or lower the bar"),
            )


def too_few_examples_to_tell(case: Case) -> Iterator[Finding]:
    """A model that is a little better or worse than asked must be told from one that is just as good."""
    if not case.facts.all_measured:
        return
    found = held_out(case.spec, case.facts)
    n = found.likely
    for i, gate in _gates(case):
        needed = least_examples(gate) if gate.metric in COUNTED and gate.value is not None else None
        if needed is None or found.most < needed or not n:
            continue
        share = gate.value or 0.0
        other = neighbour(gate)
        enough = examples_to_tell(share, other)
        if n >= enough:
            continue
        margin = Z * math.sqrt(max(share * (1 - share), 0.0) / n)
        yield warning(
            [f"gates.{i}"],
            f"{plural(n, 'held-out example')}{_without(found)} can't tell {percent(share)} from {percent(other)} for "
            f"{_name(gate)}: it is known to about {percent(round(max(margin, 0.01), 2))} either way, and it takes about "
            f"{enough:,} examples.",
            _how_to_get(
                enough, case, n, "or expect the condition to count as met only where the model is clearly better"
            ),
        )


def _without(found: Left) -> str:
    return f" (without {listed(list(found.why))})" if found.why else ""


def _how_to_get(needed: int, case: Case, there: int, otherwise: str) -> str:
    """What would give so many held-out examples, where `there` are now: a test file, or a larger share of the data."""
    whole = sum(item.rows for item in case.facts.measured if item.role in (*ANSWERED, "images", "preferences"))
    if case.spec.data.holdout and "tests" not in case.facts.roles:
        whole = min(whole, round(there / case.spec.data.holdout))  # what repeats of others leave
    ways = [f"Give {needed:,} or more test examples"]
    if whole and needed <= 0.5 * whole:
        ways.append(f"keep {percent(math.ceil(100 * needed / whole) / 100)} of the data aside")
    return f"{', '.join(ways)}, {otherwise}."


def reward_without_a_rubric(case: Case) -> Iterator[Finding]:
    for i, gate in _gates(case):
        if gate.metric == "reward" and not case.spec.rubric:
            yield conflict(
                [f"gates.{i}.value", "rubric"],
                "There is a condition on the reward, and nothing says what earns one.",
                "Say what a good answer is worth, such as: correct 1, made up -1.",
            )


def score_card_of_penalties_only(case: Case) -> Iterator[Finding]:
    """A reward that can only be lost is won by saying nothing."""
    weights = [item.weight for item in case.spec.rubric or [] if item.weight is not None]
    rewarded = "rl" in (case.spec.stages or []) or any(gate.metric == "reward" for gate in case.spec.gates or [])
    if weights and max(weights) <= 0 and rewarded:
        yield warning(
            ["rubric"],
            "Every entry of the score card takes points off and none gives any, so an empty answer would score best.",
            "Say what a good answer earns, such as: right answers count 1.",
        )


def reward_for_what_is_bad(case: Case) -> Iterator[Finding]:
    for i, item in enumerate(case.spec.rubric or []):
        if item.criterion in ("hallucination", "latency") and (item.weight or 0) > 0:
            what = "making things up" if item.criterion == "hallucination" else "slow answers"
            yield warning(
                [f"rubric.{i}.weight"],
                f"The score card gives {item.weight:+g} for {what}, which would reward exactly that.",
                f"Say {-(item.weight or 0):g} if it is meant as a penalty.",
            )


def win_rate_needs_an_opponent(case: Case) -> Iterator[Finding]:
    for i, gate in _gates(case):
        if gate.metric == "win_rate" and gate.against is None:
            yield conflict(
                [f"gates.{i}.against"],
                "The model shall win, and it is not said against whom.",
                "Say against what: the untouched base, plain search, or what is in service today.",
            )
        elif gate.against == "current":
            yield warning(
                [f"gates.{i}.against"],
                "To compare with what is in service today, its answers to the test questions are needed.",
                "Without them the condition counts as not measured, and so as not met.",
            )


def pass_rate_needs_tests(case: Case) -> Iterator[Finding]:
    for i, gate in _gates(case):
        if gate.metric == "pass_rate" and "tests" not in case.facts.roles and case.facts.sources:
            yield warning(
                [f"gates.{i}"],
                "You speak of acceptance tests, and no file with them is named.",
                "Until one is, examples that are kept aside take their place.",
            )


def accuracy_below_the_largest_class(case: Case) -> Iterator[Finding]:
    classes: dict[str, int] = {}
    for source in case.facts.measured:
        if source.role == "labels":
            for label, count in source.classes.items():
                classes[label] = classes.get(label, 0) + count
    whole = sum(classes.values())
    if not whole:
        return
    label, count = max(classes.items(), key=lambda item: item[1])
    for i, gate in _gates(case):
        if gate.metric == "accuracy" and (gate.op or "").startswith(">") and (gate.value or 0) <= count / whole:
            yield warning(
                [f"gates.{i}.value"],
                f"Always answering “{label}” is right {percent(count / whole)} of the time, so a bar of "
                f"{_value(gate)} proves nothing.",
                "Ask for F1 instead, or raise the bar.",
            )


def faster_than_a_model_can_be(case: Case) -> Iterator[Finding]:
    """An answer takes at least as long as it takes to read the weights once for each of its words."""
    size, active = model_parameters(case.spec, case.facts)
    if case.place.gpus or case.spec.model.base in (None, "scratch"):
        return
    least = SHORT_ANSWER_TOKENS * (serving_memory_gb(active) - 0.5) / MEMORY_GB_A_SECOND
    for i, gate in _gates(case):
        if gate.metric in ("latency_p50_seconds", "latency_p95_seconds") and (gate.op or "").startswith("<"):
            assert gate.value is not None
            if gate.value < least:
                yield warning(
                    [f"gates.{i}.value"],
                    f"A model with {number(size)} parameters needs {least:.2g} seconds or more for a short answer without a "
                    f"GPU, and {_value(gate)} are asked for.",
                    "Take a smaller model, name a GPU, or allow more time.",
                )


def least_examples(gate: Gate) -> int | None:
    """Examples with which a faultless model would pass; null where no number is enough.

    Wilson's lower bound of n right out of n is n / (n + z^2). Source: Wilson (1927),
    https://doi.org/10.1080/01621459.1927.10502953
    """
    assert gate.value is not None
    mistakes = 1 - gate.value if (gate.op or "").startswith(">") else gate.value
    if mistakes <= 0:
        return None
    return math.ceil(Z * Z * (1 - mistakes) / mistakes - 1e-9)


def neighbour(gate: Gate) -> float:
    """The share that should be told from the one asked for: five points worse."""
    assert gate.value is not None
    worse = gate.value - APART if (gate.op or "").startswith(">") else gate.value + APART
    return round(min(1.0, max(0.0, worse)), 6)


def examples_to_tell(share: float, other: float) -> int:
    """Examples with which a measured `share` has an interval that leaves `other` out, at 95%.

    Solves Wilson's interval for n: (share - other)^2 n^2 >= z^2 other (1 - other) n. Source: as above; `other` lies at
    its end exactly where the score test just rejects it.
    """
    if share == other:
        return 0
    return math.ceil(Z * Z * other * (1 - other) / (share - other) ** 2 - 1e-9)


def _gates(case: Case) -> list[tuple[int, Gate]]:
    return [(i, g) for i, g in enumerate(case.spec.gates or []) if g.metric and g.op and g.value is not None]


def _name(gate: Gate) -> str:
    return NAMES.get(gate.metric or "", gate.metric or "")


def _capital(gate: Gate) -> str:
    name = _name(gate)
    return name[:1].upper() + name[1:]


def _value(gate: Gate) -> str:
    assert gate.value is not None
    return percent(gate.value) if gate.metric in RATES else f"{gate.value:g}"


CHECKS = (
    gate_is_outside_its_range, two_thresholds_for_one_metric, gates_exclude_each_other, gate_in_the_wrong_direction,
    no_questions_to_measure_a_gate, no_held_out_examples_for_a_gate, too_few_examples_for_a_gate,
    too_few_examples_to_tell, reward_without_a_rubric, score_card_of_penalties_only, reward_for_what_is_bad, win_rate_needs_an_opponent, pass_rate_needs_tests,
    accuracy_below_the_largest_class, faster_than_a_model_can_be,
)  # fmt: skip
