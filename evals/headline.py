"""The truth in one sentence: what the report says first, also where it is not what one hoped for."""

from collections.abc import Sequence
from typing import NamedTuple

from evals.gate import figure_text, metric_name
from evals.metrics import paired
from training.spec import Contender, GateVerdict, Interval

SPOKEN = {
    "customized": "the customized model",
    "base": "the base model",
    "retrieval": "plain search over the same data",
    "tfidf_logistic_regression": "a plain method, TF-IDF + logistic regression,",
    "nearest_neighbour": "a plain method, the nearest training example,",
    "majority": "always naming the most frequent class",
}

LUCK = 0.05
"""A difference that chance makes more often than this, by the exact sign test, is no difference. Stricter than a
gate's interval where few comparisons are decided: 7 won and 1 lost is met by the interval, and p is 0.07."""


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
    contenders: Sequence[Contender],
    gates: Sequence[GateVerdict],
    standing: Sequence[Rival],
    *,
    what: str,
    reading_first: bool = False,
) -> str:
    """One sentence for a reader who reads no more. Where something simpler does better, it begins with that.

    Args:
        standing: what `rivals` found.
        what: what was read, where no question was asked ("pages set aside").
        reading_first: the model was only made to read, so how well it reads comes before its answers.
    """
    customized = next((one for one in contenders if one.name == "customized"), None)
    if customized is None or not customized.metrics:
        return "Nothing could be judged: there was no held-out example and no held-out text, so no claim is made."
    figures = customized.metrics
    base = next((one.metrics for one in contenders if one.name == "base"), {})
    reading, answers = _reading(figures, base, what), _answers(figures, standing)
    search = _search_finds(figures, next((one.metrics for one in contenders if one.name == "retrieval"), {}))
    if search:
        return f"{search}; {reading[0].lower() + reading[1:] + '; ' if reading else ''}{_gates(gates)}."
    parts = [reading, answers] if reading_first else [answers or reading]
    beginning = "; ".join(part for part in parts if part)
    if not beginning:
        metric, figure = next(iter(figures.items()))
        beginning = f"{metric_name(metric)}: {figure_text(metric, figure)}"
    return f"{beginning}; {_gates(gates)}."


def _search_finds(figures: dict[str, Interval], retrieval: dict[str, Interval]) -> str:
    """Where the page with the answer is found far more often than the model knows it: search is the tool to take."""
    share, found = figures.get("accuracy"), retrieval.get("top_5")
    if share is None or found is None or found.low <= share.high:
        return ""
    right = round(share.value * share.n)
    return (
        f"For questions of fact take search: it has the right page among its first five for {100 * found.value:.0f}% "
        f"of the questions, while the model by itself is right in {right:,} of {share.n:,}"
    )


def _answers(figures: dict[str, Interval], standing: Sequence[Rival]) -> str:
    """How many answers are right, beside the strongest that is not clearly beaten."""
    if "accuracy" not in figures:
        return ""
    share = figures["accuracy"]
    interval = f"{100 * share.low:.1f} to {100 * share.high:.1f}"
    clearly = next((rival for rival in standing if rival.better), None)
    if clearly is not None:
        who = SPOKEN.get(clearly.name, clearly.name)
        return (
            f"{who[0].upper()}{who[1:]} does better than the customized model: right in {100 * clearly.theirs:.1f}% of "
            f"{share.n:,} questions that neither had seen, against {100 * share.value:.1f}% ({interval})"
        )
    right = round(share.value * share.n)
    said = f"Right in {right:,} of {share.n:,} answers to questions that it had not seen"
    said += f" ({100 * share.value:.1f}%, {interval})"
    level = next((rival for rival in standing if not rival.better), None)
    if level is not None:
        who = SPOKEN.get(level.name, level.name)
        said += f", and {who} does about as well ({100 * level.theirs:.1f}%)"
    return said


def _reading(figures: dict[str, Interval], base: dict[str, Interval], what: str) -> str:
    """How well held-out text is foretold, beside the base model."""
    bits, theirs = figures.get("bits_per_character"), base.get("bits_per_character")
    if bits is None:
        return ""
    saved = figures.get("bits_saved_against_base")
    if theirs is None or saved is None:
        return f"Reads the {what} at {bits.value:.2f} bits per character"
    low, high = sorted((100 * saved.low, 100 * saved.high))
    if saved.high < 0:
        return (
            f"The base model reads the {what} better than the customized one: {theirs.value:.2f} bits per character "
            f"against {bits.value:.2f}, which needs {-100 * saved.value:.0f}% more ({-high:.0f} to {-low:.0f})"
        )
    said = f"Reads the {what} at {bits.value:.2f} bits per character"
    if saved.low <= 0:
        return f"{said}, no clear gain on the base model’s {theirs.value:.2f}"
    return f"{said}, {100 * saved.value:.0f}% fewer ({low:.0f} to {high:.0f}) than the base model’s {theirs.value:.2f}"


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
