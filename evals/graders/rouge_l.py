"""ROUGE-L: the longest run of words that answer and reference share in order, gaps allowed.

Source: Lin, ROUGE: A Package for Automatic Evaluation of Summaries (2004), https://aclanthology.org/W04-1013,
the sentence-level F-measure with beta 1, on lower-case words with light stemming.
"""

from collections.abc import Sequence

from evals.graders.grader import Context
from evals.graders.words import stem, words


def rouge_l(prompt: str, answer: str, reference: str, context: Context) -> float:
    """0..1; both empty is 1."""
    said, meant = [stem(word) for word in words(answer)], [stem(word) for word in words(reference)]
    if not said or not meant:
        return float(said == meant)
    common = longest_common_subsequence(said, meant)
    return 2 * common / (len(said) + len(meant))


def longest_common_subsequence(one: Sequence[str], other: Sequence[str]) -> int:
    """Its length, in len(one) x len(other) steps and one row of memory."""
    row = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for place, candidate in enumerate(other, 1):
            diagonal, row[place] = row[place], diagonal + 1 if word == candidate else max(row[place], row[place - 1])
    return row[-1]
