"""What each number of a turn most likely stands for, by all the words around it."""

from planner.reader.comparators import Comparators
from planner.reader.features import number_features
from planner.reader.layout import Document
from planner.reader.learned import classifier

RATES = (
    "accuracy", "error", "pass_rate", "exact_match", "f1", "rouge_l", "hallucination_rate", "policy_violation_rate",
    "format_valid_rate", "tool_success_rate", "win_rate", "reward",
)  # fmt: skip
_POSSIBLE: dict[str, tuple[str, ...]] = {
    "share": (*RATES, "holdout", "rollout", "retrain_value", "weight", "none"),
    "num": (
        *RATES, "perplexity", "weight", "holdout", "trials", "experts", "gpus", "memory", "synthetic", "rollout",
        "every_days", "retrain_value", "hyperparameter", "max_parameters", "cost", "gpu_hours", "none",
    ),
    "points": ("weight", "none"),
    "money": ("cost", "none"),
    "duration": ("latency_p50", "latency_p95", "wall_clock", "every_days", "since", "deadline", "none"),
    "gpu_hours": ("gpu_hours", "none"),
    "params": ("max_parameters", "none"),
    "memory": ("memory", "none"),
    "date": ("deadline", "since", "until", "none"),
}  # fmt: skip
"""Kind of token -> what it can stand for at all; "none" is a number of the background."""


class Senses:
    """The senses of a document's numbers, worked out where they are asked for."""

    def __init__(self, document: Document, comparators: Comparators) -> None:
        self._document, self._comparators = document, comparators
        self._known: dict[int, dict[str, float]] = {}

    def of(self, i: int) -> dict[str, float]:
        """Sense -> probability for the number at token i; empty where it is none."""
        if i not in self._known:
            possible = _POSSIBLE.get(self._document.tokens[i].kind)
            self._known[i] = (
                classifier("number").probabilities(number_features(self._document, i, self._comparators), possible)
                if possible
                else {}
            )
        return self._known[i]

    def likely(self, i: int) -> tuple[str, float]:
        """The likeliest sense and its probability."""
        found = self.of(i)
        best = max(found, key=lambda sense: found[sense], default="none")
        return best, found.get(best, 1.0)
