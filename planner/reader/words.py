"""Sets of words, written as one string."""

from functools import cache


@cache
def word_set(text: str) -> frozenset[str]:
    """The words of a string, as a set: `word_set("no not never")`."""
    return frozenset(text.split())
