"""Is the answer as short as it should be? Measured against a limit in the wish, else against the reference."""

import re

from evals.graders.grader import Context
from evals.graders.words import even, sentences, words

_LIMIT = re.compile(r"(?:under|below|at most|no more than|not more than|max(?:imum)?(?: of)?|up to|within|less than|fewer than|in)\s+(\d+|one|two|three|four|five)\s+(words?|sentences?|characters?|lines?)")  # fmt: skip
_SPELLED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}


def brevity(prompt: str, answer: str, reference: str, context: Context) -> float:
    """1 up to the limit, falling to 0 at twice the limit. Without one, the limit is 1.25 times the reference."""
    match = _LIMIT.search(even(context.detail or ""))
    if match:
        limit = float(_SPELLED.get(match[1]) or match[1])
        length = float(_length(answer, match[2].rstrip("s")))
    else:
        limit, length = 1.25 * max(1, len(words(reference))), float(len(words(answer)))
    return max(0.0, min(1.0, 2 - length / limit))


def _length(text: str, unit: str) -> int:
    if unit == "word":
        return len(words(text))
    if unit == "sentence":
        return len(sentences(text))
    return len(text.splitlines()) if unit == "line" else len(text)
