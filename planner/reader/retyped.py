"""Figures typed again in a message of their own: "max 8 GPU hours", then "*80 lol"; "45", then "4.5!! the dot is missing"."""

import re

from planner.reader.corrections import take_back
from planner.reader.layout import Document
from planner.reader.words import word_set

REACH, WORDS = 40, 9
"""Tokens between a figure and its second typing; tokens of a message that is about a slip."""
_SLIPS = word_set(
    "typo typos dot comma point zero zeros nought digit meant sorry oops ups missing lol key keyboard finger fingers autocorrect mistyped sry haha whoops"
)
_FIGURES = frozenset(("num", "share", "money", "duration", "gpu_hours", "params", "memory"))


def mend_retyped(document: Document) -> None:
    """Gives an earlier figure the value that a later message corrects it to."""
    tokens = document.tokens
    for new, token in enumerate(tokens):
        if token.kind not in _FIGURES or token.masked or not _corrects(document, new):
            continue
        digits = _digits(document, new)
        for old in range(new - 1, max(-1, new - REACH), -1):
            one = tokens[old]
            alike = one.kind in _FIGURES and not one.masked and (one.kind == token.kind or token.kind == "num")
            if alike and one.sentence != token.sentence and _near(digits, _digits(document, old)):
                take_back(document, old, new)
                break


def _corrects(document: Document, i: int) -> bool:
    token, text = document.tokens[i], document.text
    before, after = text[max(0, token.start - 2) : token.start], text[token.end : token.end + 1]
    starred = before[-1:] == "*" and before[:1] in ("", " ", "\n", "\t") and after != "*"
    if starred or (after == "*" and before[-1:] in ("", "\n", " ")):
        return True
    first, last = document.sentences[token.sentence]
    begins = document.norm(i - 1) == ":" or all(t.kind in ("other", "punct") for t in document.tokens[first:i])
    end = last
    while end < len(document.tokens) and end - i < WORDS and document.block_of[end] is document.block_of[i]:
        end += 1
    return begins and i > 0 and bool(_SLIPS & set(document.norms(i + 1, min(end, i + WORDS))))


def _digits(document: Document, i: int) -> str:
    """The digits as they were typed."""
    return "".join(re.findall(r"\d", document.text[document.tokens[i].start : document.tokens[i].end]))


def _near(one: str, other: str) -> bool:
    """Whether a slip of a finger leads from one row of digits to the other."""
    if not one or not other:
        return False
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) <= 2 and len(short) > 1
    return len(long) - len(short) == 1 and any(long[:k] + long[k + 1 :] == short for k in range(len(long)))
