"""Weights changed later by a factor or by their old value: "double the points for polite", "-1.5 is too mild: -3"."""

from itertools import pairwise

from planner.claims import Claim
from planner.reader.field_names import fields_named
from planner.reader.layout import Document
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set

_FACTORS = Lexicon({
    "2": "double|doubles|doubled|twice|doubling; two times; times two; x 2; 2 x",
    "3": "triple|tripled|thrice; three times; times three; x 3; 3 x",
    "0.5": "halve|halved|half; in half; in two",
    "1": "as much as; same as; the same weight as; equal to; equally; as important as; as heavily as; on a par with",
})  # fmt: skip
_LIKE = word_set("as than of what compared")
_NUMBERS = ("num", "points")
_NEAR = 10
LONGEST = 600
"""Tokens of a turn that changes weights so; what is longer is a new paper."""


def rescale(document: Document, names: list[Hit], known: dict[str, Claim]) -> list[Claim]:
    """Claims for criteria in force whose weights the turn multiplies, sets equal or gives anew by their old value."""
    if len(document.tokens) > LONGEST:
        return []
    made = _by_factor(document, names, known)
    made += _by_old_value(document, known)
    if made:
        document.found.clear()
    return made


def _by_factor(document: Document, names: list[Hit], known: dict[str, Claim]) -> list[Claim]:
    made: list[Claim] = []
    done: set[str] = set()
    for factor in _FACTORS.find(document):
        first, last = document.sentences[document.tokens[factor.first].sentence]
        mine = [n for n in names if first <= n.first < last and n.concept in known]
        figures = [t for t in document.tokens[first:last] if t.kind in _NUMBERS and not t.mark and t.norm not in _WORDS]
        if not mine or figures:
            continue
        one = next((n for n in reversed(mine) if n.last < factor.first), None) or mine[0]
        two = next((n for n in mine if n.first > factor.last and n.concept != one.concept), None)
        like = two is not None and bool(_LIKE & set(document.norms(factor.first, two.first)))
        if _of_another_field(document, factor, one) or one.concept in done or (factor.concept == "1" and not like):
            continue
        base = known[two.concept if two is not None and like else one.concept].value["weight"]
        weight = round(float(base) * float(factor.concept), 6)
        made.append(_changed(document, known[one.concept], weight, [one, factor, *([two] if like and two else [])]))
        done.add(one.concept)
    return made


def _of_another_field(document: Document, factor: Hit, one: Hit) -> bool:
    """Whether another field's name stands nearer to the factor: "double the trials, keep tone as it is"."""
    sentence = document.tokens[factor.first].sentence
    apart = abs(one.first - factor.first)
    return apart > _FARTHEST or any(
        abs(h.first - factor.first) < apart
        for h in fields_named(document)
        if not h.concept.startswith("rubric") and document.tokens[h.first].sentence == sentence
    )


_FARTHEST = 8
_WORDS = word_set("one two three half twice double")


def _by_old_value(document: Document, known: dict[str, Claim]) -> list[Claim]:
    """A weight in force is named by its figure alone, and another figure follows."""
    made: list[Claim] = []
    figures = [
        i
        for i, t in enumerate(document.tokens)
        if t.kind in _NUMBERS and not (t.masked or t.mark) and t.norm not in _WORDS
    ]
    for old, new in pairwise(figures):
        value, other = float(document.tokens[old].value), float(document.tokens[new].value)
        holders = [c for c in known.values() if float(c.value.get("weight") or 0) == value]
        if len(holders) != 1 or new - old > _NEAR or value == other:
            continue
        between = set(document.norms(old + 1, new))
        if not between & _GIVES_WAY or not (document.tokens[old].signed or "." in document.norm(old)):
            continue
        if value < 0 < other and not document.tokens[new].signed:
            other = -other
        made.append(_changed(document, holders[0], other, [Hit("old", old, old), Hit("new", new, new)]))
    return made


_GIVES_WAY = word_set(
    "too mild harsh low high little much small big hard soft weak strong becomes to make rather now -> should"
)


def _changed(document: Document, old: Claim, weight: float, hits: list[Hit]) -> Claim:
    low, high = min(h.first for h in hits), max(h.last for h in hits)
    for token in document.tokens[low : high + 1]:
        token.masked, token.mark = True, "weight"
    quote = document.quote(low, high)
    return Claim(path="rubric", value={**old.value, "weight": weight}, quote=quote, turn=document.turn)
