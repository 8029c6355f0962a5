"""How much a word tells: what stands in every answer of the house says nothing about the right one."""

import math
from collections import Counter
from collections.abc import Iterable

from evals.graders.words import content_stems

ENOUGH = 20
"""Fewer answers than this tell nothing about what is common."""


def word_weights(answers: Iterable[str]) -> dict[str, float]:
    """Stem to 0..1, the inverse document frequency over the answers that training saw, scaled to 1 for a word
    that stands in one answer of a hundred or fewer. Only stems that weigh less than 1 are listed.

    Source: Spärck Jones (1972), https://doi.org/10.1108/eb026526
    """
    counts: Counter[str] = Counter()
    n = 0
    for answer in answers:
        counts.update(set(content_stems(answer)))
        n += 1
    if n < ENOUGH:
        return {}
    weights = {stem: min(1.0, math.log(n / count) / math.log(100)) for stem, count in counts.items()}
    return {stem: weight for stem, weight in sorted(weights.items()) if weight < 1.0}
