"""Phrases with gaps and choices, matched over tokens: the small language that the lexicons are written in.

    made up                  these words, one after the other
    invent*                  a word that begins so
    keep|hold|set ... aside  one of the first words, then up to four others, then "aside"
    pull ..... out           the same with up to ten others
    ?our glossary            "our" may be there
    <share> of               a token of kind share, then "of"
    { a ; b }                several phrases for one concept stand in one string, parted by ";"

Marks such as quotes and asterisks are no tokens; a phrase never runs over the end of a sentence.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from planner.reader.layout import Document
from planner.reader.tokens import Token, fold

GAP, WIDE_GAP = 4, 10
LONGEST = 60
"""Tokens that a phrase with its gaps may span."""


@dataclass(frozen=True, slots=True)
class Element:
    words: frozenset[str]
    stems: tuple[str, ...]
    kinds: frozenset[str]
    optional: bool = False
    gap: int = 0
    """How many other tokens may stand here."""

    def fits(self, token: Token) -> bool:
        if token.norm in self.words:
            return True
        if self.stems and token.kind == "word" and token.norm.startswith(self.stems):
            return True
        return token.kind in self.kinds


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens first..last, both inclusive."""

    concept: str
    first: int
    last: int


@cache
def _element(text: str) -> Element:
    if text in ("...", "....."):
        return Element(frozenset(), (), frozenset(), gap=GAP if text == "..." else WIDE_GAP)
    optional = text.startswith("?") and len(text) > 1
    words, stems, kinds = set(), [], set()
    for choice in (text[1:] if optional else text).split("|") if text != "|" else ["|"]:
        choice = choice[1:] if optional and choice.startswith("?") and len(choice) > 1 else choice
        if choice.startswith("<") and choice.endswith(">") and len(choice) > 2:
            kinds.add(choice[1:-1])
        elif choice.endswith("*") and len(choice) > 1:
            stems.append(fold(choice[:-1]))
        else:
            words.add(fold(choice))
    return Element(frozenset(words), tuple(stems), frozenset(kinds), optional)


class Lexicon:
    """Concepts and the phrases that name them."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = phrases

    @cached_property
    def _index(
        self,
    ) -> tuple[
        dict[str, list[tuple[str, tuple[Element, ...]]]],
        dict[str, list[tuple[str, tuple[Element, ...]]]],
        dict[str, list[tuple[str, tuple[Element, ...]]]],
        frozenset[int],
    ]:
        words: dict[str, list[tuple[str, tuple[Element, ...]]]] = {}
        stems: dict[str, list[tuple[str, tuple[Element, ...]]]] = {}
        kinds: dict[str, list[tuple[str, tuple[Element, ...]]]] = {}
        for concept, text in self._phrases.items():
            for phrase in text.replace("\n", " ").split(";"):
                elements = tuple(_element(piece) for piece in phrase.split())
                while elements:
                    first = elements[0]
                    for word in first.words:
                        words.setdefault(word, []).append((concept, elements))
                    for stem in first.stems:
                        stems.setdefault(stem, []).append((concept, elements))
                    for kind in first.kinds:
                        kinds.setdefault(kind, []).append((concept, elements))
                    if not first.optional:
                        break
                    elements = elements[1:]
        return words, stems, kinds, frozenset(map(len, stems))

    def find(self, document: Document, *, masked: bool = False) -> list[Hit]:
        """All hits in order, the longest of each concept at each place; where hits of a concept overlap the first."""
        key = (id(self), masked)
        known = document.found.get(key)
        if known is None:
            known = document.found[key] = self._search(document, masked)
        return known

    def _search(self, document: Document, masked: bool) -> list[Hit]:
        hits: list[Hit] = []
        until: dict[str, int] = {}
        tokens = document.tokens
        places: list[tuple[int, list[tuple[str, tuple[Element, ...]]]]] = []
        for (norm, kind), at in _spellings(document).items():
            if candidates := self._beginning_with(norm, kind):
                places += [(i, candidates) for i in at]
        places.sort(key=lambda place: place[0])
        for i, candidates in places:
            if tokens[i].masked and not masked:
                continue
            best: dict[str, int] = {}
            for concept, elements in candidates:
                last = _match(tokens, i, elements, 1) if len(elements) > 1 else i
                if last >= i and last > best.get(concept, -1):
                    best[concept] = last
            for concept, last in best.items():
                if until.get(concept, -1) < i:
                    hits.append(Hit(concept, i, last))
                    until[concept] = last
        return hits

    def _beginning_with(self, norm: str, kind: str) -> list[tuple[str, tuple[Element, ...]]]:
        """Concepts and phrases that a token may begin."""
        words, stems, kinds, lengths = self._index
        candidates = list(words.get(norm, ()))
        if kind == "word":
            for length in lengths:
                if len(norm) >= length:
                    candidates += stems.get(norm[:length], ())
        return candidates + kinds[kind] if kind in kinds else candidates

    def first(self, document: Document, concept: str | None = None) -> Hit | None:
        return next((hit for hit in self.find(document) if concept in (None, hit.concept)), None)


def _match(tokens: list[Token], at: int, elements: tuple[Element, ...], step: int) -> int:
    """Last token of the match of elements[step:] behind token `at`; -1 where they don't fit."""
    if step == len(elements):
        return at
    element = elements[step]
    if element.gap:
        for skip in range(element.gap + 1):
            if skip and (at + skip >= len(tokens) or tokens[at + skip].sentence != tokens[at].sentence):
                break
            last = _match(tokens, at + skip, elements, step + 1)
            if last >= 0:
                return last
        return -1
    following = at + 1
    if (
        following < len(tokens)
        and tokens[following].sentence == tokens[at].sentence
        and element.fits(tokens[following])
    ):
        last = _match(tokens, following, elements, step + 1)
        if last >= 0:
            return last
    return _match(tokens, at, elements, step + 1) if element.optional else -1


def _spellings(document: Document) -> dict[tuple[str, str], list[int]]:
    """Where each word of the turn stands, so that a lexicon looks at words rather than at places."""
    known: dict[tuple[str, str], list[int]] | None = document.found.get("spellings")
    if known is None:
        known = document.found["spellings"] = {}
        for i, token in enumerate(document.tokens):
            known.setdefault((token.norm, token.kind), []).append(i)
    return known


def around(hits: list[Hit], hit: Hit) -> list[Hit]:
    """Those of `hits`, in their order, that begin near enough to hold `hit` or begin with it."""
    low = bisect_left(hits, hit.first - LONGEST, key=lambda h: h.first)
    return hits[low : bisect_right(hits, hit.first, key=lambda h: h.first)]


def within(hits: list[Hit], first: int, last: int) -> list[Hit]:
    """Those of `hits`, in their order, that begin at tokens first..last-1."""
    return hits[bisect_left(hits, first, key=lambda h: h.first) : bisect_left(hits, last, key=lambda h: h.first)]


def covered(hits: Iterable[Hit], by: Iterable[Hit]) -> list[Hit]:
    """The hits that lie inside none of `by`; both in their order."""
    spans = list(by)
    return [hit for hit in hits if not any(hit.last <= other.last for other in around(spans, hit))]
