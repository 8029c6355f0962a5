"""Changes by so much: "ten more trials", "raise the budget by 100 euros", "half as many", "a week later"."""

from dataclasses import replace

from planner.claims import Claim
from planner.reader.field_names import fields_named, speaks_of
from planner.reader.fitting import fitting
from planner.reader.layout import Document
from planner.reader.patterns import Hit, Lexicon
from planner.reader.slots import NUMBERS, Slot
from planner.reader.words import word_set

_SCALE = Lexicon({
    "2": """
        double; doubling; doubled; twice ?as ?the many|much|long|big|budget|number|money|time; two times as|the many|much;
        twice the; verdoppel*; doppelt so viel*; deux fois plus; el doble; il doppio; o dobro; dubbel*
    """,
    "3": "triple; three times as many|much|long; three times the; treble; verdreifach*",
    "4": "quadruple; four times as many|much; four times the",
    "0.5": """
        halve; halving; half as many|much|long|big; half the|of|that|it; cut ... in half; halbier*; halb so viel*; la mitad;
        la moitie; la meta; metade; de helft; by half
    """,
    "0.25": "a quarter of the|that; quarter the",
    "0.3333333333": "a third of the|that",
    "0.6666666667": "two thirds of the|that; by a|one third; a third less|fewer",
    "0.75": "by a|one quarter; a quarter less|fewer; three quarters of",
    "1.5": "half as many|much again; by half again",
})  # fmt: skip
_PLUS = word_set(
    "more extra additional longer later higher further slower larger bigger looser mehr mas mais piu meer top"
)
_MINUS = word_set(
    "less fewer shorter earlier sooner lower faster quicker smaller tighter cheaper weniger menos meno minder"
)
_VERBS = {
    **dict.fromkeys("raise increase extend bump lift up add go grow put".split(), 1.0),
    **dict.fromkeys("cut lower reduce decrease shorten trim drop bring knock shave take tighten down".split(), -1.0),
}
_LATER = word_set("later back postpone postponed push moves move extend slips slip delay delayed longer more")
_EARLIER = word_set("earlier sooner forward before less")
DAY = 86400


def shift(document: Document, slots: list[Slot]) -> list[Claim]:
    """Claims for figures that are raised or lowered by something; masks what they were read from."""
    made = [*_moved(document, slots), *_scaled(document, slots), *_added(document, slots)]
    if made:
        document.found.clear()
    return made


def _scaled(document: Document, slots: list[Slot]) -> list[Claim]:
    made: list[Claim] = []
    for hit in _longest(_SCALE.find(document)):
        if any(document.tokens[k].masked for k in range(hit.first, hit.last + 1)):
            continue
        by = document.norm(hit.first) == "by"
        slot = _named_ahead(document, hit.first, slots) if by else _named_behind(document, hit.first, hit.last, slots)
        slot = slot or _weight_ahead(document, hit, slots)
        if slot is None and hit.concept == "2" and document.norm(hit.first) in word_set("el o il dubbel"):
            continue
        words = set(document.norms(hit.first, hit.last + 6))
        if (
            slot is None
            and word_set("it that this them as") & words
            and not word_set("important bad sure good") & words
        ):
            slot = _last_spoken(slots, counted="many" in words)
        if slot is None or (slot.unit == "share" and not isinstance(slot.key, int) and slot.claim.path == "gates"):
            continue
        if slot.unit == "weight" and {"as", "than"} & set(document.norms(hit.last + 1, hit.last + 4)):
            continue  # a ratio to another criterion
        made.append(_mask(document, hit.first, hit.last, slot, slot.value * float(hit.concept)))
    for i, token in enumerate(document.tokens):
        if token.kind != "share" or token.masked:
            continue
        ahead, behind = document.norms(i - 1, i), document.norms(i + 1, i + 3)
        part = behind == ["of", "the"] or behind == ["of", "those"]
        sign = _by(document, i) or (
            1.0 if behind[:1] == ["more"] else -1.0 if behind[:1] in (["less"], ["fewer"]) else 0.0
        )
        if part and (slot := _named_behind(document, i, i, slots)) is not None and slot.unit not in ("share", "weight"):
            made.append(_mask(document, i, i, slot, slot.value * float(token.value)))
            continue
        if not sign or (ahead != ["by"] and behind[:1] not in (["more"], ["less"], ["fewer"])):
            continue
        slot = _named_behind(document, i, i, slots, around=True)
        if slot is not None and slot.unit not in ("share", "weight"):
            made.append(_mask(document, i, i, slot, slot.value * (1 + sign * float(token.value))))
    return made


def _added(document: Document, slots: list[Slot]) -> list[Claim]:
    made: list[Claim] = []
    for i, token in enumerate(document.tokens):
        if (
            token.masked
            or token.kind not in NUMBERS
            or token.low is not None
            or not isinstance(token.value, int | float)
        ):
            continue
        sign, low, high = _direction(document, i)
        if not sign:
            continue
        points = document.norm(i + 1) in ("points", "point", "percentage", "pp") or token.kind == "points"
        fits = [s for s in slots if s.unit == "share"] if points or token.kind == "share" else slots
        named = _named_behind(document, low, high, fits, around=True)
        slot = (
            named
            if named is not None and named.number(replace(token, value=abs(token.value))) is not None
            else fitting(document, i, fits, sure=True)
        )
        if slot is None or slot.unit in ("weight", "date"):
            continue
        number = slot.number(replace(token, value=abs(token.value)))
        if number is None:
            continue
        if slot.unit == "share" and points:
            number = float(token.raw if token.raw is not None else token.value) / 100
        if slot.value + sign * number <= 0:
            continue
        made.append(_mask(document, min(i, low), max(i, high), slot, slot.value + sign * number, f"{slot.value:g} {'plus' if sign > 0 else 'minus'} {number:g}"))  # fmt: skip
    return made


def _direction(document: Document, i: int) -> tuple[float, int, int]:
    """Whether a number is added or taken off, and the tokens that say so."""
    first, last = document.sentences[document.tokens[i].sentence]
    ahead = document.norm(i - 1) if i > first else ""
    mark = document.text[document.tokens[i].start : document.tokens[i].start + 1]
    if mark in ("+", "-", "−") and document.tokens[i].kind != "points" and i == 0:
        return (1.0 if mark == "+" else -1.0), i, i  # "+100 USD"
    if document.tokens[i].signed and ahead in (":", "=") and document.tokens[i].kind == "num":
        return (1.0 if document.tokens[i].value > 0 else -1.0), i, i  # "trials: -4"
    if ahead in ("another", "additional", "extra") or (ahead == "further" and document.norm(i - 2) in ("a", "any", "")):
        return 1.0, i - 1, i
    if ahead in ("add", "plus") and document.norm(i - 2) != "set":
        return 1.0, i - 1, i
    if ahead == "by" and (sign := _by(document, i)):
        return sign, i - 1, i
    if word_set("than at most least up to or no not under below") & set(document.norms(max(first, i - 2), i)):
        return 0.0, i, i
    for k in range(i + 1, min(i + 4, last)):
        word = document.norm(k)
        if document.tokens[k].kind == "punct" or word in ("or", "and", "than", "at"):
            break
        if document.norm(k + 1) == "than" or (word == "top" and document.norm(k - 1) != "on"):
            break
        if word in _PLUS or word in _MINUS:
            return (1.0 if word in _PLUS else -1.0), i, k
    return 0.0, i, i


def _by(document: Document, i: int) -> float:
    """+1 or -1 where a verb of the sentence says that something goes up or down "by" the number at token i."""
    if document.norm(i - 1) != "by":
        return 0.0
    first, _ = document.sentences[document.tokens[i].sentence]
    for word in reversed(document.norms(first, i)):
        for verb, sign in _VERBS.items():
            if word == verb or word in (verb + "s", verb + "ed", verb.rstrip("e") + "ing"):
                return sign
    return 0.0


_MORE = word_set("more extra additional another further")
_EXTENDS = word_set("extension extended extend deadline delivery due postponed postpone grace date")
_RUNS = word_set("run runs running gpu machine compute")


def _moved(document: Document, slots: list[Slot]) -> list[Claim]:
    """ "A week later", "the deadline moves by two days": the last day, shifted."""
    slot = next((s for s in slots if s.unit == "date"), None)
    if slot is None:
        return []
    for i, token in enumerate(document.tokens):
        if token.kind != "duration" or token.masked or float(token.value) < DAY:
            continue
        first, last = document.sentences[token.sentence]
        words = set(document.norms(first, last))
        named = any(h.concept == "budget.deadline" and first <= h.first < last for h in fields_named(document))
        near = set(document.norms(i + 1, i + 3))
        more = _MORE & {*token.norm.split(), *document.norms(i - 1, i + 2)} and _EXTENDS & words
        if _RUNS & words and not named:
            continue  # "it may run a day longer" is about hours on the clock
        if not (more or near & (_LATER | _EARLIER) or (named and words & (_LATER | _EARLIER) and document.norm(i - 1) in ("by", "back", "forward", "another"))):  # fmt: skip
            continue
        sign = -1.0 if words & _EARLIER else 1.0
        return [_mask(document, i, min(i + 1, last - 1), slot, slot.value + sign * round(float(token.value) / DAY))]
    return []


def _named_behind(document: Document, first: int, last: int, slots: list[Slot], *, around: bool = False) -> Slot | None:
    """The figure in force whose name stands nearest behind (or, `around`, on either side) in the sentence."""
    low, high = document.sentences[document.tokens[first].sentence]
    hits = [h for h in fields_named(document) if (low <= h.first if around else first <= h.last) and h.last < high]
    hits.sort(key=lambda h: (min(abs(h.first - last), abs(first - h.last)), h.first))
    for hit in hits:
        if min(abs(hit.first - last), abs(first - hit.last)) > 8:
            break
        slot = next((s for s in slots if speaks_of(hit.concept, s.name)), None)
        if slot is not None:
            return slot
    return None


def _named_ahead(document: Document, i: int, slots: list[Slot]) -> Slot | None:
    """The figure in force whose name stands last in front of a token of the same sentence."""
    first, _ = document.sentences[document.tokens[i].sentence]
    for hit in reversed([h for h in fields_named(document) if first <= h.first and h.last < i]):
        slot = next((s for s in slots if speaks_of(hit.concept, s.name)), None)
        if slot is not None:
            return slot
    return None


def _last_spoken(slots: list[Slot], *, counted: bool) -> Slot | None:
    """What "it" or "as many" means: what the turn before spoke of, else what was changed last, else the only one there is."""
    fits = [s for s in slots if s.unit == "count"] if counted else slots
    recent = [s for s in fits if s.recent]
    changed = [s for s in fits if s.claim.turn]
    if recent or changed:
        return recent[0] if recent else max(changed, key=lambda s: s.claim.turn)
    return fits[0] if len(fits) == 1 else None


def _weight_ahead(document: Document, hit: Hit, slots: list[Slot]) -> Slot | None:
    """ "Tone should count twice as much": the criterion stands in front."""
    slot = _named_behind(document, hit.first, hit.last, [s for s in slots if s.unit == "weight"], around=True)
    return slot if document.norm(hit.last + 1) not in ("as", "than") else None


def _longest(hits: list[Hit]) -> list[Hit]:
    return [h for h in hits if not any(o is not h and o.first <= h.first and h.last <= o.last and (o.last - o.first) > (h.last - h.first) for o in hits)]  # fmt: skip


def _mask(document: Document, first: int, last: int, slot: Slot, value: float, why: str = "") -> Claim:
    for k in range(first, last + 1):
        if document.tokens[k].kind in NUMBERS or first == last or document.tokens[k].kind == "word":
            document.tokens[k].masked, document.tokens[k].mark = True, "difference"
    factor = value / slot.value if slot.value else 0.0
    return slot.with_value(
        value, document.quote(first, last), document.turn, why or f"{slot.value:g} times {factor:.3g}"
    )
