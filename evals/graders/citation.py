"""Does the answer name its source? Checked where the reference or the wish calls for one."""

import re

from evals.graders.grader import Context

_SOURCE = re.compile(r"https?://\S+|\[\d+\]|\[[^\]\n]+\]\([^)\n]+\)|\b[\w/-]{1,128}\.(?:md|pdf|docx|html|txt)\b|\b(?:see|source|according to|§|section|chapter|page)\b\s*:?\s*\S+", re.IGNORECASE)  # fmt: skip


def citation(prompt: str, answer: str, reference: str, context: Context) -> float | None:
    """1 where a source is named. Null where the reference names none and nobody asked for one."""
    if not context.detail and not _SOURCE.search(reference):
        return None
    return float(_SOURCE.search(answer) is not None)
