"""The truth in one sentence: what the report says first, also where it is not what one hoped for."""

from collections.abc import Sequence
from typing import NamedTuple

from evals.gate import figure_text, metric_name
from evals.metrics import paired
from training.spec import Contender, GateVerdict, Interval
from training.spec.words import LOWER_IS_BETTER

SPOKEN = {
    "customized": "the customized model",
    "base": "the base model",
    "retrieval": "plain search over the same data",
    "tfidf_logistic_regression": "a plain method, TF-IDF + logistic regression,",
    "nearest_neighbour": "a plain method, the nearest training example,",
    "majority": "always naming the most frequent class",
}
LUCK = 0.05
"""A difference that chance makes more often than this is no difference."""


class Rival(NamedTuple):
    """An opponent that the model does not clearly beat."""

    name: str
    ours: float
    theirs: float
    better: bool
    """Clearly better than the model; else the difference may be luck."""


def rivals(correct: dict[str, list[float]]) -> list[Rival]:
    """Opponents that the customized model does not clearly beat, strongest first.

    Args:
        correct: contender to 0/1 for each example, in the same order.
    """
    ours = correct.get("customized", [])
    found = []
    for name, theirs in correct.items():
        if name == "customized" or not ours:
            continue
        comparison = paired(ours, theirs)
        clearly = comparison.p_value < LUCK
        if comparison.wins > comparison.losses and clearly:
            continue
        if not any(theirs) and not any(ours):
            continue  # neither can do anything: nothing to say of a rival
        better = comparison.losses > comparison.wins and clearly
        found.append(Rival(name, sum(ours) / len(ours), sum(theirs) / len(theirs), better))
    return sorted(found, key=lambda rival: -rival.theirs)


def headline(
    contenders: Sequence[Contender], gates: Sequence[GateVerdict], standing: Sequence[Rival], *, what: str
) -> str:
    """One sentence for a reader who reads no more.

    Args:
        standing: what `rivals` found.
        what: what was read, where no question was asked ("pages set aside").
    """
    customized = next((one for one in contenders if one.name == "customized"), None)
    if customized is None or not customized.metrics:
        return "Nothing could be judged: there was no held-out example and no held-out text, so no claim is made."
    beginning = _measured(customized.metrics, contenders, what)
    clearly = [rival for rival in standing if rival.better]
    level = [rival for rival in standing if not rival.better]
    if clearly:
        rival = clearly[0]
        beginning += f", but {SPOKEN.get(rival.name, rival.name)} does better: {_two(rival.theirs, rival.ours)}"
    elif level:
        rival = level[0]
        beginning += f", and {SPOKEN.get(rival.name, rival.name)} does about as well: {_two(rival.theirs, rival.ours)}"
    return f"{beginning}; {_gates(gates)}."


def _two(theirs: float, ours: float) -> str:
    return f"{theirs:.3f} against {ours:.3f}"


def _measured(figures: dict[str, Interval], contenders: Sequence[Contender], what: str) -> str:
    if "accuracy" in figures:
        share = figures["accuracy"]
        right = round(share.value * share.n)
        interval = f"{100 * share.value:.1f}%, {100 * share.low:.1f} to {100 * share.high:.1f}"
        return f"Right in {right:,} of {share.n:,} answers to questions that it had not seen ({interval})"
    bits = figures.get("bits_per_character")
    if bits is None:
        metric, figure = next(iter(figures.items()))
        return f"{metric_name(metric)}: {figure_text(metric, figure)}"
    sentence = f"Reads the {what} at {bits.value:.2f} bits per character"
    base = next((one.metrics.get("bits_per_character") for one in contenders if one.name == "base"), None)
    if base is not None and base.value > 0:
        change = 100 * (base.value - bits.value) / base.value
        word = "fewer" if change >= 0 else "more"
        sentence += f", {abs(change):.0f}% {word} than the base model’s {base.value:.2f}"
    return sentence


def _gates(gates: Sequence[GateVerdict]) -> str:
    if not gates:
        return "no condition was set"
    counts = {
        name: [gate for gate in gates if gate.outcome == name] for name in ("missed", "too_few_to_tell", "not_measured")
    }
    failed = sum(map(len, counts.values()))
    if not failed:
        return "the condition that was set is met" if len(gates) == 1 else f"all {len(gates)} conditions are met"
    total = len(gates)
    parts = []
    if counts["missed"]:
        parts.append(f"{len(counts['missed'])} not met")
    if counts["too_few_to_tell"]:
        parts.append(f"{len(counts['too_few_to_tell'])} not proven with so few examples")
    if counts["not_measured"]:
        parts.append(f"{len(counts['not_measured'])} could not be measured")
    if total == 1:
        return {
            "missed": "the condition that was set is not met",
            "too_few_to_tell": "that the condition is met can’t be told with so few examples",
            "not_measured": "the condition that was set could not be measured",
        }[gates[0].outcome]
    return f"of {total} conditions {total - failed} {'is' if total - failed == 1 else 'are'} met, " + ", ".join(parts)


def better(metric: str, ours: float, theirs: float) -> bool:
    """Whether a figure beats another, whichever way the metric points."""
    return ours < theirs if metric in LOWER_IS_BETTER or metric == "bits_per_character" else ours > theirs
