"""Which of the figures in force a later figure is meant for; none, where the words leave it open."""

from planner.reader.field_names import fields_named, speaks_of
from planner.reader.layout import Document
from planner.reader.lexicon.changing import CHANGE, LIGHT
from planner.reader.lexicon.numerals import FRACTIONS
from planner.reader.patterns import Hit, Lexicon
from planner.reader.slots import NUMBERS, Slot
from planner.reader.words import word_set

_CHANGE = Lexicon({"change": CHANGE})
_PAST = word_set("was were had yesterday ago used spent paid took last happened came month year old previous")
_SAYS = word_set(
    "said says say wants thinks approved agreed agrees insists asked asks prefers suggests allows gave gives offers okayed"
)
_STILL = word_set("instead rather make should must take not better but now")
CLEARER = 0.3
"""By how much the best place for a figure must beat the next."""
FARTHEST = 2.8
"""Logarithm of the ratio (or of the odds' ratio) beyond which a figure no longer fits by its size."""


def fitting(document: Document, i: int, slots: list[Slot], *, sure: bool = False) -> Slot | None:
    """The figure in force that the number at token i is to replace or to shift.

    Args:
        sure: whether it is plain already that the words change something ("five more").
    """
    clause = _clause(document, i)
    near = names_near(document, i) or topic(document, i, slots)
    token = document.tokens[i]
    usual = [s for s in slots if (number := s.number(token)) is not None and (number > 0 or s.unit == "weight")]
    named = [s for s in usual if any(speaks_of(hit.concept, s.name) for hit in near)]
    if near and not named and not sure and any(_is_figure(hit) for hit in near):
        return None  # it belongs to a field that has no figure yet, or takes none
    foreign = token.kind in ("num", "points") and counts_something_else(document, i, named)
    if foreign:
        return None
    if not sure and not _changes(document, i, clause, bool(named)):
        return None
    if token.kind == "share" and not named:
        usual = [s for s in usual if s.unit != "weight"] or usual
    ranked = sorted(((_score(document, i, s, s in named, clause), s) for s in named or usual), key=lambda r: -r[0])
    if not named:
        ranked = [r for r in ranked if r[1].apart(r[1].number(token) or 0) < FARTHEST or token.kind == "duration"]
        if token.kind == "num" and not _light(document, clause, [s for _, s in ranked[:1]]):
            return None
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEARER and not named):
        return None
    return ranked[0][1]


def _score(document: Document, i: int, slot: Slot, named: bool, clause: tuple[int, int]) -> float:
    number = slot.number(document.tokens[i]) or 0.0
    said = {w for w in document.norms(*clause) if len(w) > 3 and w not in LIGHT}
    before = {w for w in slot.claim.quote.casefold().split() if len(w) > 3 and w not in LIGHT}
    echo = sum(1 for w in said if any(w[:5] == b[:5] for b in before))
    unitless = slot.unit in ("hours", "days", "seconds", "memory", "params")
    first_step = -0.1 * slot.key if isinstance(slot.key, int) and named else 0.0
    size = 0.8 * min(4.0, slot.apart(number))
    latest = min(1.0, 0.5 * slot.claim.turn)
    told = named or slot.recent
    bare = (
        0.0
        if told or document.tokens[i].kind != "num"
        else 1.0
        if unitless
        else 0.5
        if slot.unit == "share" and number < 0.3
        else 0.0
    )
    return min(echo, 2) + slot.recent + latest - size - bare + first_step


def _clause(document: Document, i: int) -> tuple[int, int]:
    """First token and one past the last of the words that a figure shares with no other thought."""
    first, last = document.sentences[document.tokens[i].sentence]
    for k in range(i - 1, first - 1, -1):
        if document.norm(k) == "," or (document.norm(k) in word_set("; : ( ) | - but and") and k < i - 1):
            first = k + 1
            break
    for k in range(i + 1, last):
        if document.norm(k) in word_set(", ; ( ) | but") or (document.norm(k) == "and" and k > i + 1):
            last = k
            break
    return first, last


def names_near(document: Document, i: int, *, inside: bool = False) -> list[Hit]:
    """Names of fields in a figure's clause; where there are none, those of the sentence that stand nearest.

    Args:
        inside: only those of the clause.
    """
    clause = _clause(document, i)
    sentence = document.sentences[document.tokens[i].sentence]
    hits = [h for h in fields_named(document) if sentence[0] <= h.first < sentence[1]]
    own = [h for h in hits if clause[0] <= h.first < clause[1]]
    if own or inside or not hits:
        return _nearest(document, i, own)
    others = [
        k for k in range(*sentence) if k != i and document.tokens[k].kind in ("num", "share", "money", "duration")
    ]
    return [] if others else _nearest(document, i, hits)


def topic(document: Document, i: int, slots: list[Slot]) -> list[Hit]:
    """What the sentences before speak of, where the figure's own one names nothing: "Too many trials. Eight is plenty." """
    sentence = document.tokens[i].sentence
    before = [h for h in fields_named(document, masked=True) if h.last < i and _is_figure(h)]
    before += [
        Hit(s.name, k, k)
        for k, t in enumerate(document.tokens[:i])
        if t.mark in ("question", "what if", "said again") and t.kind in NUMBERS and sentence - t.sentence <= 2
        for s in slots
        if (number := s.number(t)) is not None and abs(number - s.value) < 1e-9
    ]
    before = sorted((h for h in before if document.tokens[h.last].sentence < sentence), key=lambda h: h.last)
    if not before or sentence - document.tokens[before[-1].last].sentence > 2:
        return []
    return [h for h in before[-2:] if document.tokens[h.last].sentence == document.tokens[before[-1].last].sentence][
        -1:
    ]


def _nearest(document: Document, i: int, hits: list[Hit]) -> list[Hit]:
    if not hits:
        return []
    apart = {id(h): min(document.distance(h.first, i), document.distance(h.last, i)) for h in hits}
    best = min(apart.values())
    return [h for h in hits if apart[id(h)] <= best + 0.25]


def _is_figure(hit: Hit) -> bool:
    return hit.concept.split(".")[0] in ("budget", "search", "gates", "rubric") or hit.concept in (
        "model.experts", "model.max_parameters", "compute.gpus", "compute.memory_gb", "data.synthetic", "data.holdout",
        "delivery.rollout", "monitoring",
    )  # fmt: skip


def counts_something_else(document: Document, i: int, named: list[Slot]) -> bool:
    """Whether a bare number counts something else ("3 floors", "room 12")."""
    tokens = document.tokens
    behind = tokens[i + 1] if i + 1 < len(tokens) and tokens[i + 1].sentence == tokens[i].sentence else None
    names = fields_named(document)
    if behind is not None and behind.kind == "word" and behind.norm not in LIGHT and behind.norm not in FRACTIONS:
        if behind.norm.startswith(("step", "stage", "phase", "group", "wave")):
            return True
        return not any(h.first <= i + 2 and i + 1 <= h.last for h in names) and not (
            named and any(behind.norm[:5] in s.claim.quote.casefold() for s in named)
        )
    ahead = tokens[i - 1] if i and tokens[i - 1].sentence == tokens[i].sentence else None
    if document.norms(i, i + 1) == ["one"] and behind is not None and behind.kind == "word":
        return True
    return ahead is not None and ahead.kind == "word" and ahead.norm in word_set("room extension page chapter section floor number nr version line ext")  # fmt: skip


def says_change(document: Document, i: int, *, named: bool) -> bool:
    """Whether the words around a figure say that it is to hold from now on."""
    return _changes(document, i, _clause(document, i), named)


def _changes(document: Document, i: int, clause: tuple[int, int], named: bool) -> bool:
    """Whether the words around a figure say that it is to hold from now on."""
    first, last = document.sentences[document.tokens[i].sentence]
    words = set(document.norms(first, last))
    cues = [h for h in _CHANGE.find(document) if first <= h.first < last]
    moved = (
        word_set(
            "cut raised reduced lowered increased moved set changed extended shortened bumped upped topped trimmed slashed pushed brought lifted dropped"
        )
        & words
        and "to" in words
    )
    if words & _PAST and not _STILL & words and not moved:
        return False
    bare = clause[1] - clause[0] <= 3 and _light(document, clause, [])
    return bool(cues) or last - first <= 4 or bare or (named and clause[1] - clause[0] <= 6)


def tells_of_then(document: Document, i: int) -> bool:
    """Whether a figure's clause tells of something that was."""
    words = set(document.norms(*_clause(document, i)))
    return bool(words & _PAST) and not _STILL & words


def says_no_more(document: Document, i: int) -> bool:
    """Whether a figure's clause says nothing but the figure and that it is to hold."""
    return _light(document, _clause(document, i), [])


def _light(document: Document, clause: tuple[int, int], slots: list[Slot]) -> bool:
    """Whether the clause says nothing but the figure and that it is a change, or repeats words of what it changes."""
    quoted = " ".join(s.claim.quote.casefold() for s in slots)
    names = [h for h in fields_named(document) if clause[0] <= h.first < clause[1]]
    says = next((k for k in range(*clause) if document.norm(k) in _SAYS), clause[0])  # who says so is no matter
    return all(
        token.kind != "word"
        or token.norm in LIGHT
        or token.norm in _SAYS
        or len(token.norm) < 3
        or token.norm[:5] in quoted
        or any(h.first <= k <= h.last for h in names)
        for k, token in enumerate(document.tokens[says : clause[1]], says)
    )
