"""A sentence as the features that the learned part of the reader weighs: words, pairs of words, beginnings of words.

Numbers, files, shares and dates count as what they are and not by their value, so nothing is learned about those.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from planner.reader.tokens import Token

BUCKETS = 1 << 15
"""Features are hashed into so many places (the hashing trick, Weinberger et al. 2009, arXiv:0902.2206)."""
STEM = 5
"""Letters of a word's beginning that stand for the word in all its forms: "translat", "classif"."""


def features(tokens: Sequence[Token]) -> list[int]:
    """Places of a sentence's features, each once, below `BUCKETS`; empty where nothing is said."""
    names = [_name(token) for token in tokens if token.kind != "punct"]
    found: dict[int, None] = {}
    before = "^"
    for name in names:
        found[_place(name)] = None
        found[_place(f"{before} {name}")] = None
        if len(name) > STEM + 1 and name.isalpha():
            found[_place(f"{name[:STEM]}*")] = None
        before = name
    found[_place(f"{before} $")] = None
    stems = [name[:STEM] for name in names if len(name) > 2 and name not in _SMALL]
    for one, other in pairwise(stems):  # neighbours once the small words are gone
        found[_place(f"{one}~{other}")] = None
    return list(found)


_SMALL = frozenset(
    "the and for that with our from this which are was has have had its their your they them you all can will not but "
    "into out who what when where how any des les der die das und une est dans los las por con che per non van het een".split()
)


def _name(token: Token) -> str:
    return token.norm if token.kind in ("word", "op") else f"<{token.kind}>"


@lru_cache(maxsize=65536)
def _place(feature: str) -> int:
    return crc32(feature.encode()) % BUCKETS
