"""The report's words: figures, reasons and times as a reader who trains nothing would say them."""

from collections.abc import Iterable
from typing import Any

from executor.report.facts import RunFacts
from training.spec import Contender, Estimate, Interval

OUTCOMES = {
    "passed": "met",
    "missed": "not met",
    "too_few_to_tell": "too few to tell",
    "not_measured": "not measured",
}
DROPPED = {
    "exact_duplicate": "the same text was there already",
    "near_duplicate": "nearly the same text was there already",
    "corrupted": "could not be parsed",
    "wrong_language": "in a language that was not asked for",
    "secret": "held a secret",
    "pii": "held personal data",
    "low_quality": "too poor to learn from",
    "contaminated": "stands in the held-out questions",
    "unreadable": "the file could not be read",
}
REDACTED = {
    "email": "e-mail addresses", "phone": "phone numbers", "iban": "bank accounts", "card": "card numbers",
    "national_id": "national ID numbers", "ip": "network addresses", "address": "postal addresses",
    "name": "names", "secret": "keys and secrets", "password": "passwords",
}  # fmt: skip
STAGES = {
    "clean": "Read and cleaned the files", "split": "Set questions aside", "base": "Prepared the model",
    "pretrain": "Read your texts", "search": "Searched for good settings", "sft": "Learned from your examples",
    "package": "Packed the model", "judge": "Judged it",
}  # fmt: skip
CONTENDERS = {
    "customized": "Customized model", "base": "Base model", "retrieval": "Plain search",
    "tfidf_logistic_regression": "TF-IDF + logistic regression", "nearest_neighbour": "Nearest neighbour",
    "majority": "Most frequent class",
}  # fmt: skip
ORIGINS = {
    "request": "your words", "data": "your data", "hardware": "this machine", "rule": "a rule", "default": "default",
}  # fmt: skip
RATES = frozenset(
    {
        "accuracy", "pass_rate", "exact_match", "f1", "rouge_l", "hallucination_rate", "policy_violation_rate",
        "format_valid_rate", "tool_success_rate", "win_rate", "win_rate_against_base", "win_rate_against_retrieval",
        "terminology", "brevity", "citation", "rank_1", "top_5", "bits_saved_against_base",
    }
)  # fmt: skip
METRICS = {
    "accuracy": "Right", "pass_rate": "Acceptance tests passed", "exact_match": "Right word for word", "f1": "F1",
    "rouge_l": "ROUGE-L", "hallucination_rate": "Made something up", "policy_violation_rate": "Policy not kept",
    "format_valid_rate": "Valid format", "tool_success_rate": "Right tool call", "win_rate": "Win rate",
    "terminology": "House terms used", "brevity": "Brevity", "citation": "Sources named", "custom": "Your own rule kept",
    "bits_per_character": "Bits per character",
    "bits_saved_against_base": "Bits saved against the base model", "perplexity": "Perplexity per token",
    "general_bits_per_character": "Bits per character, text the base writes by itself",
    "latency_p50_seconds": "Seconds per answer, typical", "latency_p95_seconds": "Seconds per answer, slowest 5%",
    "reward": "Rubric’s reward", "win_rate_against_base": "Wins against the base model",
    "win_rate_against_retrieval": "Wins against plain search", "rank_1": "Right page first",
    "top_5": "Right page among five", "mrr": "Mean reciprocal rank",
}  # fmt: skip


TRIALS = {"complete": "finished", "pruned": "given up early", "failed": "failed", "running": "not finished"}


def metric_name(metric: str) -> str:
    return METRICS.get(metric, metric.replace("_", " ").capitalize())


def contender_name(name: str) -> str:
    return CONTENDERS.get(name, name.replace("_", " ").capitalize())


def figure(metric: str, value: float) -> str:
    """`91.0%`, `0.42 s`, `1.93`."""
    if metric in RATES:
        return f"{100 * value:.1f}%"
    if metric.startswith("latency"):
        return f"{value:.2f} s" if value >= 0.1 else f"{1000 * value:.1f} ms"
    if metric.endswith("bits_per_character") or metric in ("reward", "mrr"):
        return f"{value:.2f}"
    return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def interval(metric: str, measured: Interval) -> str:
    """`91.0% (86.2 to 94.2)`."""
    if metric in RATES:
        return f"{100 * measured.value:.1f}% ({100 * measured.low:.1f} to {100 * measured.high:.1f})"
    low, high = figure(metric, measured.low), figure(metric, measured.high)
    return f"{figure(metric, measured.value)} ({low} to {high})"


def spread(metric: str, measured: Interval) -> str:
    """The interval alone: `86.2 to 94.2`."""
    if metric in RATES:
        return f"{100 * measured.low:.1f} to {100 * measured.high:.1f}"
    return f"{figure(metric, measured.low)} to {figure(metric, measured.high)}"


def main_metric(facts: RunFacts) -> str:
    """What the run is about: right answers, else how well it foretells text; empty where nothing was measured."""
    ours = next((one.metrics for one in facts.verdict.contenders if one.name == "customized"), {})
    return next((metric for metric in ("accuracy", "bits_per_character", *ours) if metric in ours), "")


def condition(metric: str, op: str, threshold: float, against: str | None) -> str:
    """`Right: at least 80%`."""
    words = {">=": "at least", ">": "more than", "<=": "at most", "<": "less than"}
    value = figure(metric, threshold).replace(".0%", "%")
    name = f"Wins against {contender_name(against).lower()}" if against else metric_name(metric)
    return f"{name}: {words[op]} {value}"


def seconds(value: float) -> str:
    """`8 s`, `3 min 20 s`, `2 h 5 min`."""
    if value < 1:
        return f"{value:.1f} s"
    whole = round(value)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        minutes, rest = divmod(whole, 60)
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, rest = divmod(whole // 60, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def joined(parts: Iterable[str]) -> str:
    """`a, b and c`."""
    items = list(parts)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def metrics_of(contenders: list[Contender]) -> list[str]:
    """Every metric that somebody has, most telling first."""
    order = list(METRICS)
    found = {metric for contender in contenders for metric in contender.metrics}
    return sorted(found, key=lambda metric: (order.index(metric) if metric in order else len(order), metric))


def estimate_rows(facts: RunFacts) -> list[tuple[str, str, str, str]]:
    """(what, estimated, the estimate's range, actual) for time, money and memory."""
    estimate = facts.plan.estimate
    rows = [
        (
            "Time",
            seconds(3600 * estimate.wall_clock_hours) if estimate.wall_clock_hours else "–",
            _range(estimate, "wall_clock_hours", lambda hours: seconds(3600 * hours)),
            seconds(facts.seconds),
        ),
        (
            "Cost",
            f"{estimate.cost.amount:.2f} {estimate.cost.currency}",
            "",
            f"{_cost(facts):.2f} {estimate.cost.currency}" if _cost(facts) is not None else "not priced",
        ),
        (
            "GPU hours",
            f"{estimate.gpu_hours:.2f}",
            _range(estimate, "gpu_hours", "{:.2f}".format),
            f"{facts.gpu_hours:.2f}",
        ),
    ]
    if estimate.peak_memory_gb or facts.peak_memory_gb:
        actual = f"{facts.peak_memory_gb:.1f} GB" if facts.peak_memory_gb is not None else "not measured"
        spread = _range(estimate, "peak_memory_gb", "{:.1f} GB".format)
        rows.append(("Memory at most", f"{estimate.peak_memory_gb:.1f} GB", spread, actual))
    if estimate.disk_gb or facts.disk_gb:
        actual = f"{facts.disk_gb:.2f} GB" if facts.disk_gb is not None else "not measured"
        rows.append(
            (
                "Disk",
                f"{estimate.disk_gb:.2f} GB" if estimate.disk_gb else "–",
                _range(estimate, "disk_gb", "{:.2f} GB".format),
                actual,
            )
        )
    return rows


def budget_sentence(facts: RunFacts) -> str:
    """What it was allowed to take; empty where nothing was said."""
    budget = facts.plan.spec.budget if facts.plan.spec else None
    if budget is None:
        return ""
    limits = []
    if budget.wall_clock_hours is not None:
        limits.append(seconds(3600 * budget.wall_clock_hours))
    if budget.gpu_hours is not None:
        limits.append(f"{budget.gpu_hours:g} GPU hours")
    if budget.cost is not None and budget.cost.amount is not None:
        limits.append(f"{budget.cost.amount:,.2f} {budget.cost.currency or ''}".strip())
    if budget.deadline is not None:
        limits.append(f"done by {budget.deadline.isoformat()}")
    return f"It was allowed {joined(limits)}." if limits else ""


def _cost(facts: RunFacts) -> float | None:
    """What the run cost: nothing on the user's own machine, else the estimate scaled by the hours."""
    estimate = facts.plan.estimate
    if estimate.cost.amount == 0:
        return 0.0
    if estimate.wall_clock_hours <= 0:
        return None
    return estimate.cost.amount * facts.seconds / (3600 * estimate.wall_clock_hours)


def _range(estimate: Estimate, name: str, spoken: Any) -> str:
    low, high = estimate.low.get(name), estimate.high.get(name)
    return f"{spoken(low)} to {spoken(high)}" if low is not None and high is not None else ""


def plan_rows(facts: RunFacts) -> list[tuple[str, str, str, str]]:
    """(field, value, where it comes from, why) for every value that says something; the user's own words first."""
    spec = facts.plan.spec.model_dump(mode="json") if facts.plan.spec else {}
    rows = []
    order = list(ORIGINS)
    entries = sorted(facts.plan.provenance.items(), key=lambda pair: order.index(pair[1].source))
    for pointer, entry in entries:
        value = _at(spec, pointer)
        if value in (None, [], {}) and entry.source == "default":
            continue
        why = f"“{entry.quote}”" + (f", {entry.why}" if entry.why else "") if entry.quote else entry.why
        rows.append((pointer.strip("/").replace("/", "."), plain(value), ORIGINS[entry.source], why))
    return rows


def setting_rows(facts: RunFacts) -> list[tuple[str, str, str]]:
    """(step.setting, value, why) for every setting of a stage that was chosen for a reason."""
    return [
        (f"{stage.name}.{name}", setting(stage.settings.get(name)), str(why))
        for stage in facts.stages
        for name, why in (stage.settings.get("why") or {}).items()
    ]


def _at(value: Any, pointer: str) -> Any:
    for part in pointer.strip("/").split("/"):
        part = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, list):
            if not part.isdigit() or int(part) >= len(value):
                return None
            value = value[int(part)]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            return None
    return value


def most(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Largest first, zeros left out."""
    return sorted(((key, count) for key, count in counts.items() if count), key=lambda pair: (-pair[1], pair[0]))


def masked(redactions: dict[str, int]) -> str:
    """`212 e-mail addresses and 96 phone numbers`."""
    return joined(f"{count:,} {REDACTED.get(kind, kind.replace('_', ' '))}" for kind, count in most(redactions))


def setting(value: Any) -> str:
    """A trial's setting, short: `0.0022`, `16`."""
    return f"{value:.3g}" if isinstance(value, float) else plain(value)


def plain(value: Any) -> str:
    """A value of the plan for people."""
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() and abs(value) >= 1000 else f"{value:g}"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, list):
        return ", ".join(map(plain, value)) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key} {plain(inner)}" for key, inner in value.items()) or "none"
    return str(value)
