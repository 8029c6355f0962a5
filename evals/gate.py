"""The gate: a figure's interval against what was asked. Evidence opens it, luck does not."""

from typing import NamedTuple

from training.spec import GateVerdict, Interval
from training.spec.example import GateOutcome
from training.spec.spec import Gate

SHARES = frozenset(
    {
        "accuracy", "pass_rate", "exact_match", "f1", "rouge_l", "hallucination_rate", "policy_violation_rate",
        "format_valid_rate", "tool_success_rate", "win_rate",
    }
)  # fmt: skip
"""Metrics that lie between 0 and 1 and read best in percent."""

_NAMES = {
    "f1": "F1",
    "rouge_l": "ROUGE-L",
    "perplexity": "Perplexity",
    "reward": "The rubric's reward",
    "latency_p50_seconds": "Half of the answers come within",
    "latency_p95_seconds": "95 of 100 answers come within",
}
_COUNTED = {
    "accuracy": "Right in {k} of {n} held-out answers",
    "pass_rate": "{k} of {n} acceptance tests passed",
    "exact_match": "Word for word right in {k} of {n} held-out answers",
    "hallucination_rate": "Something made up in {k} of {n} answers",
    "policy_violation_rate": "Policy not kept in {k} of {n} answers",
    "format_valid_rate": "Valid format in {k} of {n} answers",
    "tool_success_rate": "The right tool call in {k} of {n} answers",
}
_BOUNDS = {">=": "at least {}", ">": "more than {}", "<=": "at most {}", "<": "less than {}"}
_OPPONENTS = {
    "base": "the base model",
    "retrieval": "plain search over the same data",
    "current": "the model in service",
}


class Counts(NamedTuple):
    """Of a paired comparison, for the sentence."""

    wins: int
    ties: int
    losses: int
    of: str = "answers"


def outcome(op: str, threshold: float, interval: Interval | None) -> GateOutcome:
    """Passed only where the whole interval lies on the good side, missed where none of it does."""
    if interval is None:
        return "not_measured"
    good = {
        ">=": (interval.low >= threshold, interval.high < threshold),
        ">": (interval.low > threshold, interval.high <= threshold),
        "<=": (interval.high <= threshold, interval.low > threshold),
        "<": (interval.high < threshold, interval.low >= threshold),
    }
    passed, missed = good[op]
    return "passed" if passed else "missed" if missed else "too_few_to_tell"


def judge_gate(
    gate: Gate, interval: Interval | None, *, why_not: str = "", counts: Counts | None = None, subject: str = ""
) -> GateVerdict:
    """One gate's verdict with its sentence.

    Args:
        interval: the measured figure; null where nothing could be measured, which never counts as passed.
        why_not: the reason, where nothing was measured.
        counts: wins, ties and losses, for `win_rate`.
        subject: replaces the sentence's usual beginning, with `{k}` and `{n}`, where the figure was measured
            on something else than the metric's name says.
    """
    assert gate.metric is not None, "checked before a plan is ready"
    assert gate.op is not None
    assert gate.value is not None
    result = outcome(gate.op, gate.value, interval)
    wanted = _wanted(gate)
    if interval is None:
        reason = why_not.rstrip(".") or "nothing in this run measures it"
        sentence = f"{_wanted_name(gate)}: not measured, because {reason}; so {wanted} is not met."
    else:
        sentence = f"{_found(gate, interval, counts, subject)}, {_so(result, interval)}".replace("{wanted}", wanted)
    return GateVerdict(
        metric=gate.metric,
        op=gate.op,
        threshold=gate.value,
        against=gate.against,
        outcome=result,
        measured=interval,
        sentence=sentence,
    )


def _found(gate: Gate, interval: Interval, counts: Counts | None, subject: str) -> str:
    assert gate.metric is not None
    figure = figure_text(gate.metric, interval)
    if gate.metric == "win_rate":
        against = _OPPONENTS[gate.against or "base"]
        detail = f"better in {counts.wins:,}, as good in {counts.ties:,}, worse in {counts.losses:,} " if counts else ""
        of = counts.of if counts else "answers"
        return f"Against {against}: {detail}of {interval.n:,} {of}, a win rate of {figure}"
    template = subject or _COUNTED.get(gate.metric, "")
    if template:
        return f"{template.format(k=f'{round(interval.value * interval.n):,}', n=f'{interval.n:,}')}: {figure}"
    if gate.metric.startswith("latency"):
        return f"{_NAMES[gate.metric]} {figure}, over {interval.n} single requests"
    return f"{_NAMES.get(gate.metric, gate.metric)} over {interval.n} held-out examples: {figure}"


def _so(result: GateOutcome, interval: Interval) -> str:
    if result == "passed":
        return "so {wanted} is met."
    if result == "missed":
        return "so {wanted} is not met."
    return "so {wanted} can’t be told from luck with so few examples, and does not count as met."


def _wanted(gate: Gate) -> str:
    assert gate.op is not None
    assert gate.metric is not None
    assert gate.value is not None
    return f"“{_BOUNDS[gate.op].format(value_text(gate.metric, gate.value))}”"


def _wanted_name(gate: Gate) -> str:
    assert gate.metric is not None
    name = metric_name(gate.metric)
    return f"{name} against {_OPPONENTS[gate.against]}" if gate.against else name


def metric_name(metric: str) -> str:
    """A metric's name for people."""
    names = {
        "accuracy": "Share right", "pass_rate": "Acceptance tests passed", "exact_match": "Exactly right",
        "f1": "F1", "rouge_l": "ROUGE-L", "perplexity": "Perplexity", "hallucination_rate": "Made something up",
        "policy_violation_rate": "Policy not kept", "format_valid_rate": "Valid format",
        "tool_success_rate": "Right tool call", "latency_p50_seconds": "Typical seconds per answer",
        "latency_p95_seconds": "Slow answers (95th percentile), seconds", "reward": "Rubric's reward",
        "win_rate": "Win rate", "win_rate_against_base": "Win rate against the base model",
        "win_rate_against_retrieval": "Win rate against plain search", "bits_per_character": "Bits per character", "bits_saved_against_base": "Bits saved against the base model",
        "terminology": "House terms", "brevity": "Brevity", "citation": "Sources named",
        "rank_1": "Right page found first", "top_5": "Right page among the first five",
        "mrr": "Mean reciprocal rank",
    }  # fmt: skip
    return names.get(metric, metric.replace("_", " ").capitalize())


def value_text(metric: str, value: float) -> str:
    """A figure in the unit in which people speak of it."""
    if metric in SHARES or metric.startswith("win_rate") or metric in ("terminology", "brevity", "citation"):
        percent = f"{100 * value:.1f}".removesuffix(".0")
        return f"{percent}%"
    if metric.startswith("latency"):
        return f"{value:.2f} s" if value >= 0.1 else f"{1000 * value:.0f} ms"
    return f"{value:.3g}" if value < 100 else f"{value:,.0f}"


def figure_text(metric: str, interval: Interval) -> str:
    """`91.0% (86.2 to 94.2)`."""
    if metric in SHARES or metric.startswith("win_rate") or metric in ("terminology", "brevity", "citation"):
        return f"{100 * interval.value:.1f}% ({100 * interval.low:.1f} to {100 * interval.high:.1f})"
    if metric in ("rank_1", "top_5"):
        return f"{100 * interval.value:.1f}% ({100 * interval.low:.1f} to {100 * interval.high:.1f})"
    if metric.startswith("latency"):
        return f"{value_text(metric, interval.value)} ({interval.low:.2g} to {interval.high:.2g} s)"
    return f"{interval.value:.3g} ({interval.low:.3g} to {interval.high:.3g})"
