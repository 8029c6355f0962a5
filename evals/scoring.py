"""Answers to scores, scores to metrics with intervals."""

from collections.abc import Sequence
from typing import NamedTuple

from evals.answering import Said
from evals.graders.correctness import is_closed, why_wrong
from evals.graders.exact_match import normal
from evals.graders.grader import Context
from evals.graders.registry import ALWAYS, FOR_CRITERION, GRADERS
from evals.heldout import prompt_of, reference_of
from evals.metrics import macro_f1_interval, mean_interval, percentile_interval
from training.spec import Example, Graded, Interval, TrainingSpec
from training.spec.spec import RubricItem

RATES = {"hallucination": "hallucination_rate", "policy": "policy_violation_rate"}
"""Graders whose metric counts what is bad."""
SHARES = {"correct": "accuracy", "exact_match": "exact_match", "rouge_l": "rouge_l", "format": "format_valid_rate"}
ALSO = ("terminology", "brevity", "citation", "custom")


class Scored(NamedTuple):
    """A contender's answers with their scores."""

    graded: list[Graded]
    latencies: list[float]
    """Seconds of single requests; empty where none were timed."""


class Scoring:
    """Which graders look at an answer, with what they may know. Made once for all contenders."""

    def __init__(self, spec: TrainingSpec, context: Context, passages: dict[str, str] | None = None) -> None:
        self.spec = spec
        self.context = context
        self._passages = passages or {}
        self.graders = {name: (GRADERS[name], context) for name in ALWAYS}
        self.terms: list[tuple[RubricItem, str]] = []
        """Rubric item and the score it takes, for the reward."""
        self.ungraded: list[str] = []
        """Criteria that nothing here can measure."""
        wanted = {gate.metric for gate in spec.gates or []}
        for item in spec.rubric or []:
            self._add(item)
        if "policy_violation_rate" in wanted and "policy" not in self.graders:
            self.graders["policy"] = (GRADERS["policy"], context)
        if "format_valid_rate" in wanted and "format" not in self.graders:
            self.graders["format"] = (GRADERS["format"], context.model_copy(update={"expects_json": True}))
        self.graders.setdefault("format", (GRADERS["format"], context))

    def _add(self, item: RubricItem) -> None:
        if item.criterion == "latency":
            self.terms.append((item, "latency"))
            return
        grader = FOR_CRITERION.get(item.criterion or "")
        if grader is None:
            self.ungraded.append(item.criterion or "")
            return
        name, number = grader, 1
        # Two rules of policy are two scores: `policy` and `policy_2`.
        while name in self.graders and name not in ALWAYS:
            number += 1
            name = f"{grader}_{number}"
        if name not in ALWAYS:
            self.graders[name] = (GRADERS[grader], self.context.model_copy(update={"detail": item.detail}))
        self.terms.append((item, name))

    def grade(self, examples: Sequence[Example], said: Sequence[Said]) -> list[Graded]:
        """One `Graded` an example; graders that have no say leave no score."""
        graded = []
        for example, answer in zip(examples, said, strict=True):
            prompt, reference = prompt_of(example), reference_of(example)
            passage = self._passages.get(example.id, "")
            scores: dict[str, float] = {}
            for name, (grader, context) in self.graders.items():
                seen = context.model_copy(update={"passage": passage}) if passage else context
                score = grader(prompt, answer.text, reference, seen)
                if score is not None:
                    scores[name] = score
            graded.append(
                Graded(
                    id=example.id,
                    prompt=prompt,
                    reference=reference,
                    answer=answer.text,
                    scores=scores,
                    seconds=answer.seconds,
                    why=why_wrong(prompt, answer.text, reference, self.context),
                )
            )
        return graded

    def rewards(self, graded: Sequence[Graded], typical_seconds: float | None) -> list[float] | None:
        """The rubric's weighted sum for each answer; null without a rubric that can be computed.

        A positive weight takes the score, a negative one what is missing from it: "-1 for making things up"
        costs 1 where something is made up. Latency counts as seconds / (1 + seconds), the same for all answers
        of a contender: timing one by one would reward luck.
        """
        if not self.terms:
            return None
        sums = []
        for one in graded:
            total = 0.0
            for item, name in self.terms:
                weight = item.weight or 0.0
                if name == "latency":
                    if typical_seconds is None:
                        continue
                    good = 1 / (1 + typical_seconds)
                elif name in one.scores:
                    good = one.scores[name]
                else:
                    continue
                total += weight * (good if weight >= 0 else 1 - good)
            sums.append(total)
        return sums

    def reward_bounds(self) -> tuple[float, float]:
        """The least and the most that a rubric can give."""
        weights = [item.weight or 0.0 for item, _ in self.terms]
        return sum(w for w in weights if w < 0), sum(w for w in weights if w > 0)


def metrics(scoring: Scoring, scored: Scored, examples: Sequence[Example], *, seed: int) -> dict[str, Interval]:
    """The contract's metrics, as many as these answers can tell. No answers, no metrics."""
    graded = scored.graded
    found: dict[str, Interval] = {}
    if graded:
        classes = scoring.spec.task == "classification"
        closed = all(is_closed(one.reference, scoring.context) for one in graded)
        for grader, metric in SHARES.items():
            if not (closed and grader == "rouge_l"):
                _put(found, metric, _values(graded, grader), seed)
        tests = [one for one, example in zip(graded, examples, strict=True) if example.role == "tests"]
        _put(found, "pass_rate", _values(tests or graded, "correct"), seed)
        if classes:
            said, meant = [normal(one.answer) for one in graded], [normal(one.reference) for one in graded]
            found["f1"] = macro_f1_interval(said, meant, seed=seed)
        else:
            _put(found, "f1", _values(graded, "f1"), seed)
        for grader, metric in RATES.items():
            if not (classes and grader == "hallucination"):
                bad = [1 - value for value in _worst(graded, grader)]
                _put(found, metric, bad, seed)
        for grader in ALSO:
            _put(found, grader, _worst(graded, grader), seed)
        if scoring.spec.task == "tool_use":
            _put(found, "tool_success_rate", _values(graded, "correct"), seed)
    for metric, share in (("latency_p50_seconds", 0.5), ("latency_p95_seconds", 0.95)):
        if scored.latencies:
            found[metric] = percentile_interval(scored.latencies, share)
    typical = found["latency_p50_seconds"].value if scored.latencies else None
    rewards = scoring.rewards(graded, typical)
    if rewards:
        low, high = scoring.reward_bounds()
        span = (high - low) or 1.0
        scaled = mean_interval([min(1.0, max(0.0, (reward - low) / span)) for reward in rewards], seed=seed)
        value, bottom, top = (low + span * part for part in (scaled.value, scaled.low, scaled.high))
        found["reward"] = Interval(value=value, low=bottom, high=top, n=scaled.n)
    return found


def _values(graded: Sequence[Graded], grader: str) -> list[float]:
    return [one.scores[grader] for one in graded if grader in one.scores]


def _worst(graded: Sequence[Graded], grader: str) -> list[float]:
    """The lowest score of a grader and its further ones (`policy`, `policy_2`): one broken rule is enough."""
    values = []
    for one in graded:
        scores = [score for name, score in one.scores.items() if name == grader or name.startswith(f"{grader}_")]
        if scores:
            values.append(min(scores))
    return values


def _put(found: dict[str, Interval], metric: str, values: list[float], seed: int) -> None:
    if values:
        found[metric] = mean_interval(values, seed=seed)


def by_source(
    scoring: Scoring, scored: Scored, examples: Sequence[Example], *, seed: int, most: int = 12
) -> dict[str, dict[str, Interval]]:
    """Metrics for each file that the examples came from; empty where there is one, or more than `most`."""
    sources = list(dict.fromkeys(example.source for example in examples))
    if not 1 < len(sources) <= most:
        return {}
    parts = {}
    for source in sources:
        chosen = [place for place, example in enumerate(examples) if example.source == source]
        part = Scored([scored.graded[i] for i in chosen], [])
        parts[source] = metrics(scoring, part, [examples[i] for i in chosen], seed=seed)
    return parts
