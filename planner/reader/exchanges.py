"""Figures in force that a later turn speaks again: "300 is too tight, take 500", "20 -> 30", "20 trials are fine"."""

from planner.claims import Claim
from planner.reader.field_names import fields_named, speaks_of
from planner.reader.fitting import counts_something_else, names_near, tells_of_then, topic
from planner.reader.layout import Document
from planner.reader.patterns import Lexicon
from planner.reader.slots import NUMBERS, Slot
from planner.reader.tokens import Token
from planner.reader.words import word_set

_NEW_FIRST = Lexicon({
    "new first": """
        instead of; rather than; in place of; not; not the; up from; down from; from; anstatt; statt; au lieu de; en vez de;
        invece di; in plaats van; replac*; rather
    """,
    "stays": """
        leave it|them|that; leave ... at; keep ?it|the|that; stay*; stick*; back to; remain*; hold on to; still;
        after all; again; it was right
    """,
})  # fmt: skip
_LISTING = word_set(", and then or / - + & also plus after that to und et y e")
FAR = 16
"""Tokens that the old and the new figure may stand apart."""


def spoken_again(document: Document, slots: list[Slot], *, masked: bool = False) -> dict[int, Slot]:
    """Token -> the figure in force that it repeats."""
    found: dict[int, Slot] = {}
    for i, token in enumerate(document.tokens):
        if (token.masked and not masked) or token.kind not in NUMBERS or token.low is not None:
            continue
        same = [s for s in slots if _is(s, token) and not (token.kind == "num" and _counts_else(document, i, s))]
        if not same:
            continue
        near = names_near(document, i) or topic(document, i, slots)
        named = [s for s in same if any(speaks_of(hit.concept, s.name) for hit in near)]
        if named or not near:
            found[i] = (named or same)[0]
    return found


def _is(slot: Slot, token: Token) -> bool:
    number = slot.number(token)
    return (
        number is not None
        and abs(number - slot.value) < 1e-9 * max(1.0, abs(slot.value))
        and (slot.unit != "weight" or not number.is_integer())
    )


def _counts_else(document: Document, i: int, slot: Slot) -> bool:
    return counts_something_else(document, i, [slot])


def exchange(document: Document, slots: list[Slot], disputed: set[str]) -> list[Claim]:
    """Claims for figures that take the place of one that the turn names; masks both, and old ones that just stay.

    Args:
        disputed: fields in dispute; an old figure of one that is said again decides it.
    """
    old = spoken_again(document, slots)
    if not old:
        return []
    figures = [i for i, t in enumerate(document.tokens) if t.kind in NUMBERS and not t.masked]
    cues = _NEW_FIRST.find(document)
    made: list[Claim] = []
    spent: set[int] = set()
    for i, slot in old.items():
        if i in spent:
            continue
        fresh = [
            j for j in figures if j != i and j not in old and j not in spent and _may_replace(document, i, j, slot)
        ]
        behind = [j for j in fresh if j > i and not _listed(document, i, j)]
        ahead = [j for j in fresh if j < i]
        new: int | None = None
        if ahead and any(ahead[-1] < h.first <= i for h in cues if h.concept == "stays"):
            spent |= {i, *ahead}  # "make it 40; no, leave it at 20"
            continue
        if ahead and any(ahead[-1] < h.first and h.last < i <= h.last + 3 for h in cues if h.concept == "new first"):
            new = ahead[-1]
        elif behind and not any(h.first <= i <= h.last + 3 and h.concept == "stays" for h in cues if h.first < i):
            new = behind[0]
        if new is None:
            continue
        value = slot.number(document.tokens[new])
        assert value is not None
        quote = document.quote(min(i, new), max(i, new))
        claim = slot.with_value(value, quote, document.turn, "in the place of the figure before")
        if claim.path == "budget.cost" and document.tokens[new].kind == "money" and document.tokens[new].unit:
            claim = claim.model_copy(update={"value": {**claim.value, "currency": document.tokens[new].unit}})
        made.append(claim)
        spent |= {i, new}
    for i in spent:
        document.tokens[i].masked, document.tokens[i].mark = True, "exchanged"
    for i in sorted(set(old) - spent):
        if any(old[i].claim.path.startswith(path) for path in disputed):
            made.append(old[i].with_value(old[i].value, document.quote(i, i), document.turn))
        if _stays(document, i):
            document.tokens[i].masked, document.tokens[i].mark = True, "said again"
    document.found.clear()
    return made


def _may_replace(document: Document, old: int, new: int, slot: Slot) -> bool:
    token = document.tokens[new]
    if abs(new - old) > FAR or abs(token.sentence - document.tokens[old].sentence) > 1:
        return False
    if token.kind == "money" and slot.unit == "money" and token.unit and document.tokens[old].kind == "money":
        return True
    if slot.number(token) is None or token.signed:
        return False
    if slot.unit == "share" and slot.claim.path == "gates" and slot.apart(slot.number(token) or 0) > 6:
        return False
    if tells_of_then(document, new):
        return False  # "our old tool had 6%"
    near = names_near(document, new)
    if near and not any(speaks_of(hit.concept, slot.name) for hit in near):
        return False
    return not (token.kind in ("num", "points") and counts_something_else(document, new, [slot]))


def _listed(document: Document, i: int, j: int) -> bool:
    """Whether two figures stand in a row, as the steps of a roll-out do."""
    if {"not", "dont", "instead", "than", "longer", "nicht", "pas"} & set(document.norms(i - 4, i)):
        return False  # "not 20, 30"
    return set(document.norms(i + 1, j)) <= _LISTING and document.norms(i + 1, j) != ["to"]


def _stays(document: Document, i: int) -> bool:
    """Whether a figure is only confirmed ("20 trials are fine")."""
    first, last = document.sentences[document.tokens[i].sentence]
    words = set(document.norms(first, last))
    holds = word_set(
        "fine ok okay right still keep leave approved stays stay exactly perfect agreed good like sure remains"
    )
    others = [k for k in range(first, last) if k != i and document.tokens[k].kind in NUMBERS]
    named = [h for h in fields_named(document) if first <= h.first < last]
    return bool(words & holds) and not others and len(named) <= 1
