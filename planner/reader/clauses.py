"""Clauses: the stretches of a sentence within which a "not" or a "may" holds."""

from planner.reader.layout import Document
from planner.reader.words import word_set

_PARTS = word_set(", ; : - ( ) | but aber mais pero mas however although though while whereas because since so")


def clause_of(document: Document, i: int) -> tuple[int, int]:
    """First token and one past the last of the clause that token `i` stands in, without what parts it."""
    first, last = document.sentences[document.tokens[i].sentence]
    low, high = i, i + 1
    while low > first and document.norm(low - 1) not in _PARTS:
        low -= 1
    while high < last and document.norm(high) not in _PARTS:
        high += 1
    return low, high
