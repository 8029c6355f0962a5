"""What words most likely say, by small linear models that were trained on sentences written for them.

The grammar decides where it is sure. Where words are used that no lexicon has, this weighs all words of a sentence
together. It is data, not code: `make reader` trains it from `corpus/*.tsv` and writes the weights beside them
(8 bits each), so that reading needs neither numpy nor a download.
"""

import json
import math
import mmap
from collections.abc import Collection, Sequence
from functools import lru_cache

from planner.reader.features import BUCKETS, Features
from planner.reader.pieces import FOLDER, vocabulary


class Classifier:
    """Multinomial logistic regression over groups of features.

    Args:
        labels: its classes.
        weights: (places of all groups, labels) row by row, each -127..127.
        scales: for each group, what a weight of 1 stands for.
        bias: (labels,).
    """

    def __init__(
        self, labels: Sequence[str], weights: "memoryview[int]", scales: Sequence[float], bias: Sequence[float]
    ) -> None:
        self.labels = list(labels)
        self._weights, self._scales, self._bias = weights, list(scales), list(bias)
        size = len(vocabulary())
        self._starts = [0, *(BUCKETS + view * size for view in range(len(self._scales) - 1))]

    def probabilities(self, features: Features, among: Collection[str] | None = None) -> dict[str, float]:
        """Label -> probability, which sum to 1.

        Args:
            among: labels that are possible at all; default every one.
        """
        width = len(self.labels)
        chosen = [k for k, label in enumerate(self.labels) if among is None or label in among]
        logits = {k: self._bias[k] for k in chosen}
        for places, start, scale in zip(features, self._starts, self._scales, strict=True):
            if not places:
                continue
            # By the root of the count, as in training: a long sentence is surer than a short one, but not as much.
            factor = scale / math.sqrt(len(places))
            rows = [self._weights[(start + p) * width : (start + p + 1) * width] for p in places]
            for k in chosen:
                logits[k] += factor * sum(row[k] for row in rows)
        top = max(logits.values())
        parts = {self.labels[k]: math.exp(logit - top) for k, logit in logits.items()}
        whole = sum(parts.values())
        return {label: part / whole for label, part in parts.items()}


@lru_cache(maxsize=8)
def classifier(name: str) -> Classifier:
    """The packaged classifier of that name (`task`, `number`)."""
    about = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    with (FOLDER / f"{name}.bin").open("rb") as file:  # mapped, so that only rows in use are read
        weights = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("b")
    rows = BUCKETS + (len(about["scales"]) - 1) * len(vocabulary())
    assert len(weights) == rows * len(about["labels"]), f"{name}.bin does not fit {name}.json; run `make reader`"
    return Classifier(about["labels"], weights, about["scales"], about["bias"])
