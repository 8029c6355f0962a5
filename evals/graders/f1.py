"""Token F1: how many words answer and reference share.

Source: SQuAD's evaluation (Rajpurkar et al. 2016, https://arxiv.org/abs/1606.05250), with stems for words.
"""

from collections import Counter

from evals.graders.grader import Context
from evals.graders.words import content_stems


def f1(prompt: str, answer: str, reference: str, context: Context) -> float:
    """Harmonic mean of precision and recall over content words, repeats counted."""
    return weighted_f1(answer, reference, Context())


def weighted_f1(answer: str, reference: str, context: Context) -> float:
    """The same, each word weighed by how much it tells: what stands in every answer of the house tells little."""
    said, meant = Counter(content_stems(answer)), Counter(content_stems(reference))
    if not meant:
        return float(not said)
    common = sum(context.weight(word) * count for word, count in (said & meant).items())
    both = sum(context.weight(word) * count for word, count in said.items()) + sum(
        context.weight(word) * count for word, count in meant.items()
    )
    if both == 0:  # nothing but house phrases on either side
        return float(said == meant)
    return 2 * common / both


def precision(answer: str, reference: str, context: Context) -> float:
    """Share of the answer's content words, weighed, that stand in the reference."""
    said, meant = Counter(content_stems(answer)), Counter(content_stems(reference))
    total = sum(context.weight(word) * count for word, count in said.items())
    common = sum(context.weight(word) * count for word, count in (said & meant).items())
    return common / total if total else float(said == meant)
