"""A sentence of points cut into stretches, one for each figure: "right 1, polite 0.4" and "+1 if right, -1 if rude"."""

from dataclasses import dataclass
from itertools import pairwise

from planner.reader.criteria import EMPTY, Spoken, criterion_of
from planner.reader.layout import Document
from planner.reader.words import word_set

_SEPARATORS = word_set(", ; / + | ( ) [ ] - . and but while plus then und et y e en sowie whereas : *")
_POINTS = word_set("counts weighs gets give gives worth score scores")
_OPENING = word_set("for if when whenever per every each where as on")
"""Words that follow a figure which stands in front of its criterion."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens first..last-1, the figure among or beside them, and what they speak of."""

    figure: int
    first: int
    last: int
    spoken: Spoken | None


def stretches(document: Document, figures: list[int], first: int, last: int) -> list[Stretch]:
    """The words of each figure in tokens first..last-1, whichever side of it they stand on."""
    if len(figures) == 1:
        return [_stretch(document, figures[0], first, last)]
    ways = [_cut(document, figures, first, last, leading) for leading in (True, False)]
    return max(zip(ways, (True, False), strict=True), key=lambda way: _fit(document, *way))[0]


def _cut(document: Document, figures: list[int], first: int, last: int, leading: bool) -> list[Stretch]:
    """Cut so that each figure opens its stretch (`leading`) or ends it."""
    found = []
    for k, i in enumerate(figures):
        low = figures[k - 1] + 1 if k else first
        high = figures[k + 1] if k + 1 < len(figures) else last
        if leading:
            begin = _last_separator(document, low, i)
            end = high if high == last else _last_separator(document, i + 1, high)
        else:
            begin = low if not k else min(_first_separator(document, low, i), i)
            end = _first_separator(document, i + 1, high)
        found.append(_stretch(document, i, begin, max(end, i + 1)))
    return found


def _stretch(document: Document, i: int, begin: int, end: int) -> Stretch:
    """What a figure's own clause speaks of; where that only points ("that counts 0.8"), what stands before it."""
    spoken = None
    for first, last in _clauses(document, i, begin, end):
        spoken = criterion_of(document, first, last)
        if spoken is not None:
            break
    return Stretch(i, begin, end, spoken)


def _clauses(document: Document, i: int, begin: int, end: int) -> list[tuple[int, int]]:
    """Parts of a stretch, from the figure's own outwards, and the whole of it."""
    if document.block_of[i].kind in ("row", "bullet"):
        return [(begin, end)]
    places = [
        begin - 1,
        *(k for k in range(begin, end) if document.norm(k) in (",", ";", "/", "(", ")", "|", ":")),
        end,
    ]
    parts = [(a + 1, b) for a, b in pairwise(places) if b > a + 1]
    parts.sort(key=lambda part: 0 if part[0] <= i < part[1] else min(abs(part[0] - i), abs(part[1] - i)))
    own = [p for p in parts if any(document.norm(k) not in EMPTY for k in range(*p) if k != i)]
    before: list[tuple[int, int]] = []
    if not own and _POINTS & set(document.norms(begin, end)):
        sentence = document.tokens[i].sentence
        before = [s for back in (1, 2) if (s := document.sentences.get(sentence - back)) is not None]
    return [*own, (begin, end), *before]


def _last_separator(document: Document, low: int, i: int) -> int:
    """Where the last part of tokens low..i-1 begins."""
    return next((k + 1 for k in range(i - 1, low - 1, -1) if document.norm(k) in _SEPARATORS), low)


def _first_separator(document: Document, low: int, high: int) -> int:
    """Where the first part of tokens low..high-1 ends."""
    return next((k for k in range(low, high) if document.norm(k) in _SEPARATORS), high)


def _fit(document: Document, cut: list[Stretch], leading: bool) -> float:
    """How well a way to cut gives each figure a criterion of its own."""
    spoken = [s.spoken for s in cut if s.spoken is not None]
    different = len({s.criterion for s in spoken})
    fit = 2.0 * different + 0.2 * sum(s.evidence for s in spoken) / max(1, len(spoken))
    for stretch in cut:
        after, before = document.norm(stretch.figure + 1), document.norm(stretch.figure - 1)
        if leading:
            fit += 0.7 * (after in _OPENING) - 1.5 * (after in _SEPARATORS) - (stretch.figure + 1 >= stretch.last)
        else:
            fit += 0.5 * (after in _SEPARATORS or stretch.figure + 1 >= stretch.last)
            fit -= 1.5 * (before in _SEPARATORS and stretch.figure - 1 < stretch.first)
    return fit
