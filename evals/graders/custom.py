"""Wishes of the user's own that can be computed: unknown words or codes, and lengths. Others get no verdict."""

import re

from evals.graders.grader import Context
from evals.graders.words import even, sentences

_UNKNOWN = re.compile(r"\b(unknown|invalid|undefined|non-?existent|not (?:one )?of (?:our|the)|unlisted)\b.*\b(codes?|labels?|actions?|words?|tokens?|class(?:es)?|commands?|categor\w+)\b")  # fmt: skip
_LONGER = re.compile(r"\b(?:more than|over|longer than|above|exceed(?:s|ing)?)\s+(\d+)\s+(codes?|labels?|actions?|words?|tokens?|commands?|sentences?|characters?)\b")  # fmt: skip


def custom(prompt: str, answer: str, reference: str, context: Context) -> float | None:
    """0 where the answer does what the detail names, 1 where it does not; null where it can't be computed."""
    detail = even(context.detail or "")
    longer = _LONGER.search(detail)
    if longer:
        unit = longer[2].rstrip("s")
        length = (
            len(answer)
            if unit == "character"
            else len(sentences(answer))
            if unit == "sentence"
            else len(answer.split())
        )
        return float(length <= int(longer[1]))
    if _UNKNOWN.search(detail) and context.vocabulary:
        return float(all(word in context.vocabulary for word in answer.split()))
    return None
