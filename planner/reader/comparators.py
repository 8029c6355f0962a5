"""Which way a number limits: "at least", "no more than", "or better", "falls below"."""

from dataclasses import dataclass

from planner.reader.layout import Document
from planner.reader.lexicon.comparing import AFTER, BEFORE, FILLERS
from planner.reader.patterns import Hit, Lexicon

_BEFORE, _AFTER = Lexicon(BEFORE), Lexicon(AFTER)
_STRENGTH = {">=": 0, "<=": 0, ">": 1, "<": 1, "better": 0}
_NUMBERS = frozenset(("share", "num", "money", "duration", "gpu_hours", "params", "memory", "points", "date"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """An operator and the tokens, with the number, that say so."""

    op: str
    """>=, >, <=, < or `better` (which way depends on the metric)."""
    first: int
    last: int
    weak: bool = False
    """A bare preposition ("within", "from", "reach"), no clear limit."""


_WEAK = frozenset(("from", "reach", "hit", "hits", "within", "inside", "over", "to", "as", "get", "gets"))


class Comparators:
    """All comparing words of a document, asked by number."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._before = _BEFORE.find(document)
        self._after = _AFTER.find(document)

    def of(self, i: int) -> Comparison | None:
        """The comparison that limits the number at token i, if there is one."""
        tokens = self._document.tokens
        found: list[tuple[int, int, Hit]] = []
        for hit in self._before:
            if hit.last >= i or tokens[hit.last].sentence != tokens[i].sentence or i - hit.last > 6:
                continue
            between = tokens[hit.last + 1 : i]
            if all(
                t.norm in FILLERS
                or t.norm in (":", "=", "{")
                or (t.norm == "." and tokens[hit.last].norm in ("max", "min", "maxi", "mind"))
                for t in between
            ):
                # a longer phrase knows more ("no more than" before "more than"), a nearer one comes first
                found.append((i - hit.last, -(hit.last - hit.first), hit))
        if found:
            found.sort(key=lambda f: (f[1] - (f[0] == 1), f[0]))
            hit = min(
                found, key=lambda f: (f[2].first, _STRENGTH[f[2].concept], f[0]) if _overlap(found) else (f[0], f[1])
            )[2]
            return Comparison(hit.concept, hit.first, i, tokens[hit.first].norm in _WEAK and hit.first == hit.last)
        for hit in self._after:
            if hit.first <= i or tokens[hit.first].sentence != tokens[i].sentence or hit.first - i > 7:
                continue
            between = tokens[i + 1 : hit.first]
            if any(t.kind in _NUMBERS or t.norm in (";", ":", "|") for t in between):
                continue
            if tokens[hit.first].norm in ("+", "plus") and (between or self._is_number(hit.last + 1)):
                continue  # "70 % accuracy + 20 % tone" is a sum
            if (
                len(between) > 1
                and any(t.norm in (",", "-", "and", "but", "(") for t in between)
                and not (tokens[hit.first].norm in ("not", "no") and self._closes(hit))
            ):
                continue
            if (
                hit.concept == "<="
                and tokens[hit.first].norm in ("max", "maximum", "at")
                and hit.last + 1 < len(tokens)
                and tokens[hit.last + 1].kind in _NUMBERS
                and tokens[hit.last + 1].sentence == tokens[i].sentence
            ):
                continue  # belongs to the number behind it
            if tokens[hit.first].norm in ("at", "min", "minimum", "maximum", "max") and any(
                t.norm == "," for t in between
            ):
                continue
            return Comparison(hit.concept, i, hit.last)
        return None

    def _is_number(self, i: int) -> bool:
        return i < len(self._document.tokens) and self._document.tokens[i].kind in _NUMBERS

    def _closes(self, hit: Hit) -> bool:
        """Whether a phrase stands at the end of its clause: "…, not more."""
        tokens = self._document.tokens
        behind = hit.last + 1
        return (
            behind >= len(tokens)
            or tokens[behind].sentence != tokens[hit.last].sentence
            or tokens[behind].kind == "punct"
        )


def _overlap(found: list[tuple[int, int, Hit]]) -> bool:
    """Whether the hits all end together: then the one that begins first contains the others."""
    return len({hit.last for _, _, hit in found}) == 1
