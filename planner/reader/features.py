"""What the learned part of the reader weighs: words, pairs of words, pieces of words, and where they stand.

Numbers, files, shares and dates count as what they are and not by their value, so nothing is learned about those.
Features come in groups. The first is hashed into `BUCKETS` places (the hashing trick, Weinberger et al. 2009,
arXiv:0902.2206): words and pairs just as they are. Each further group is a bag of word pieces, one for every part of
the text (`VIEWS`): what a piece weighs was learned through its vector, so words of like meaning weigh alike.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from planner.reader.comparators import Comparators
from planner.reader.layout import Document
from planner.reader.pieces import pieces
from planner.reader.tokens import Token

BUCKETS = 1 << 14
STEM = 5
"""Letters of a word's beginning that stand for the word in all its forms: "translat", "classif"."""
NEAR, WIDE = 3, 8
"""Tokens on either side of a number whose place counts, and whose side counts."""
Features = list[list[int]]
"""Groups of places: the hashed ones, then the pieces of each view."""
SENTENCE_VIEWS, NUMBER_VIEWS = 1, 4
"""Pieces of the whole; of what stands left, what stands right, all of the sentence, and what the number stands under."""


def sentence_features(tokens: Sequence[Token]) -> Features:
    """Of a sentence."""
    names = [_name(token) for token in tokens if token.kind != "punct"]
    return [_places(_of_sentence(names)), _pieces(names)]


def number_features(document: Document, i: int, comparators: Comparators) -> Features:
    """Of the number at token i among its words."""
    tokens = document.tokens
    first, last = document.sentences[tokens[i].sentence]
    left = [_name(token) for token in tokens[max(first, i - WIDE) : i]]
    right = [_name(token) for token in tokens[i + 1 : min(last, i + 1 + WIDE)]]
    around = [_name(tokens[k]) for k in range(first, last) if k != i]
    if len(around) <= 6 and first:  # a few words lean on those before them
        around = [*(_name(token) for token in tokens[max(0, first - 12) : first]), *around]
    under = document.frame(i).split()
    return [
        _places(_of_number(document, i, comparators)),
        _pieces(left),
        _pieces(right),
        _pieces(around),
        _pieces(under),
    ]


def _pieces(names: Sequence[str]) -> list[int]:
    return [piece for name in names if not name.startswith("<") or name in "<=>" for piece in pieces(name)]


def _of_sentence(names: Sequence[str]) -> Iterator[str]:
    for before, name in pairwise(["^", *names, "$"]):
        yield name
        yield f"{before} {name}"
        if len(name) > STEM + 1 and name.isalpha():
            yield f"{name[:STEM]}*"
    stems = [name[:STEM] for name in names if len(name) > 2 and name not in _SMALL]
    for one, other in pairwise(stems):  # neighbours once the small words are gone
        yield f"{one}~{other}"


def _of_number(document: Document, i: int, comparators: Comparators) -> Iterator[str]:
    token, tokens = document.tokens[i], document.tokens
    first, last = document.sentences[token.sentence]
    yield f"kind {token.kind}"
    yield f"kind {token.kind} {token.unit}"
    yield f"size {token.kind} {_size(token)}"
    yield f"first {i == first}, only {last - first <= 3}"
    comparison = comparators.of(i)
    yield f"op {comparison.op if comparison else None} {token.kind}"
    for side, step, end in (("L", -1, first - 1), ("R", 1, last)):
        names = [_name(tokens[k]) for k in range(i + step, end, step)]
        for place, name in enumerate(names[:WIDE]):
            if place < NEAR:
                yield f"{side}{place} {name}"
            yield f"{side} {name[:STEM]}"
        for one, other in pairwise(names[:5]):
            yield f"{side} {one} {other}"
        for name in names:
            yield f"in {name[:STEM]}"
    for word in document.frame(i).split():
        yield f"head {word[:STEM]}"
    if last - first <= 8 and first:
        for k in range(max(0, first - 12), first):
            yield f"before {_name(tokens[k])[:STEM]}"


def _size(token: Token) -> int:
    value = abs(token.value) if isinstance(token.value, int | float) else 0
    return len(str(int(value))) if value >= 1 else 0


def _places(names: Iterator[str]) -> list[int]:
    return list(dict.fromkeys(_place(name) for name in names))


_SMALL = frozenset(
    "the and for that with our from this which are was has have had its their your they them you all can will not but "
    "into out who what when where how any des les der die das und une est dans los las por con che per non van het een".split()
)


def _name(token: Token) -> str:
    return token.norm if token.kind in ("word", "op", "punct") else f"<{token.kind}>"


@lru_cache(maxsize=1 << 16)
def _place(feature: str) -> int:
    return crc32(feature.encode()) % BUCKETS
