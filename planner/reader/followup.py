"""Figures of a later turn that name no field of their own: "make it 10", "93%", "and 350 euros"."""

import calendar
from datetime import date

from planner.claims import Claim
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.field_names import fields_named
from planner.reader.fitting import counts_something_else, fitting, names_near, says_change, says_no_more
from planner.reader.layout import Document
from planner.reader.lexicon.money import currency_of
from planner.reader.slots import NUMBERS, Slot, slots_of
from planner.reader.state import State
from planner.reader.when import When
from planner.reader.words import word_set

_MOVING = word_set("push move moves moved extend extended postpone postponed finish finished deliver delivered")
_DECIDING = word_set(
    "then ok okay fine agreed deal final settle hm alright expensive no unrealistic say wait much many is it rather"
)


def read_followup(draft: Draft, state: State, comparators: Comparators, leaning: list[Claim]) -> list[Claim]:
    """Claims for figures that no field has taken, each for the figure in force that it is meant to replace.

    Args:
        leaning: claims that the turn made already by leaning on what is in force; they are in the state too.
    """
    document = draft.document
    made: list[Claim] = []
    slots = slots_of(state)
    for i, token in enumerate(document.tokens):
        if token.kind not in NUMBERS or not draft.free(i) or not isinstance(token.value, int | float):
            continue
        if (
            document.norm(i - 1) == "to"
            and i > 1
            and document.tokens[i - 2].kind in NUMBERS
            and not document.tokens[i - 2].masked
        ):
            continue  # "0.9 to 0.7", where no 0.9 is in force
        fresh = slots_of(State(claims=[*draft.claims, *leaning, *made]))
        decided = _decided(document, i, fresh)
        slot = decided or fitting(document, i, slots)
        if (
            slot is None
            or (decided is None and slot.claim.turn == document.turn)
            or (number := slot.number(token)) is None
        ):
            continue
        made = [c for c in made if c is not slot.claim]
        made.append(_changed(document, i, slot, number, comparators))
        draft.use(i)
        slots = [s for s in slots if s is not slot]
    return [*made, *_currency(document, state, made), *_day(document, state, draft)]


def unplaced(draft: Draft) -> list[int]:
    """Figures that nothing has taken though the words around them say no more than that they are to hold."""
    document = draft.document
    return [
        i
        for i, token in enumerate(document.tokens)
        if token.kind in NUMBERS
        and draft.free(i)
        and says_no_more(document, i)
        and says_change(document, i, named=False)
        and not counts_something_else(document, i, [])
    ]


def _decided(document: Document, i: int, fresh: list[Slot]) -> Slot | None:
    """The figure that this very turn has set, where a later voice or sentence decides otherwise ("hm, fine, 15 then")."""
    first, last = document.sentences[document.tokens[i].sentence]
    words = document.norms(first, last)
    start = words.index(":") + 1 if ":" in words[:4] else 0  # who speaks
    if first == 0 or last - first > 14 or not set(words[start:]) & _DECIDING or names_near(document, i, inside=True):
        return None
    if not says_no_more(document, i):
        return None
    begin = document.tokens[first].start
    placed = [
        (document.text.rfind(s.claim.quote, 0, begin), s) for s in fresh if s.number(document.tokens[i]) is not None
    ]
    latest = max((p for p, _ in placed), default=-1)
    return next((s for p, s in placed if p == latest >= 0), None)


def _changed(document: Document, i: int, slot: Slot, number: float, comparators: Comparators) -> Claim:
    token = document.tokens[i]
    first, last = document.sentences[token.sentence]
    quote = document.quote(max(first, i - 4), min(last - 1, i + 3))
    claim = slot.with_value(number, quote, document.turn, "a change to what was said before")
    if claim.path == "gates":
        comparison = comparators.of(i)
        if comparison is not None and not comparison.weak and comparison.op[:1] == str(claim.value["op"])[:1]:
            claim = claim.model_copy(update={"value": {**claim.value, "op": comparison.op}})
    if claim.path == "budget.cost" and token.kind == "money" and token.unit:
        claim = claim.model_copy(update={"value": {**claim.value, "currency": token.unit}})
    return claim


def _day(document: Document, state: State, draft: Draft) -> list[Claim]:
    """Another last day, where there is one: "push it to 10 January", "the 20th would be better"."""
    known = state.value("budget.deadline")
    if not isinstance(known, str):
        return []
    for i, token in enumerate(document.tokens):
        if token.masked or not draft.free(i) or token.kind not in ("date", "ordinal"):
            continue
        first, last = document.sentences[token.sentence]
        named = any(h.concept == "budget.deadline" and first <= h.first < last for h in fields_named(document))
        moved = bool(_MOVING & set(document.norms(first, last)))
        if not (named or moved or says_no_more(document, i)):
            continue
        if token.kind == "date" and isinstance(token.value, When) and not _only_year(token.value):
            span = token.value.span(document.today, future=True)
            if span is not None and span[1].isoformat() != known:
                return [_deadline(span[1], document.quote(i, i), document.turn)]
        elif token.kind == "ordinal" and 1 <= token.value <= 31:
            day = _next(date.fromisoformat(known), int(token.value), document.today)
            if day.isoformat() == known or _turned_down(document, i):
                continue
            return [_deadline(day, document.quote(i, i), document.turn)]
    return []


def _turned_down(document: Document, i: int) -> bool:
    """ "The 15th is too tight"."""
    return bool(word_set("too tight impossible wont cant not unrealistic") & set(document.norms(i + 1, i + 4)))


def _only_year(when: When) -> bool:
    return when.month is None and when.quarter is None and when.fixed is None


def _deadline(day: date, quote: str, turn: int) -> Claim:
    return Claim(path="budget.deadline", value=day.isoformat(), quote=quote, turn=turn)


def _next(known: date, day: int, today: date) -> date:
    """That day of the month of the last day so far; of the next month where it has passed."""
    year, month = known.year, known.month
    made = date(year, month, min(day, calendar.monthrange(year, month)[1]))
    if made <= today:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        made = date(year, month, min(day, calendar.monthrange(year, month)[1]))
    return made


def _currency(document: Document, state: State, made: list[Claim]) -> list[Claim]:
    """ "Dollars, not euros": another currency for the same amount."""
    cost = next((c for c in state.claims if c.path in ("budget.cost", "budget.cost.amount")), None)
    if cost is None or any(c.path.startswith("budget.cost") for c in made):
        return []
    for i, token in enumerate(document.tokens):
        if token.masked or token.kind not in ("word", "op"):
            continue
        code = currency_of(token.norm, document.norm(i - 1))
        if (
            code is None
            or (len(token.norm) < 3 and token.kind == "word")
            or token.norm in ("real", "all", "won", "cop", "clp")
            or "not" in document.norms(i - 2, i)
            or document.norms(i - 2, i) == ["instead", "of"]
        ):
            continue
        words = set(document.norms(*document.sentences[token.sentence]))
        if not words & word_set(
            "not meant mean correction in instead sorry should actually currency make wait no rather is are take"
        ):
            continue
        current = cost.value["currency"] if cost.path == "budget.cost" else state.value("budget.cost.currency")
        if code == current:
            continue
        amount = cost.value["amount"] if cost.path == "budget.cost" else cost.value
        return [
            Claim(path="budget.cost.amount", value=amount, quote=cost.quote, turn=cost.turn),
            Claim(path="budget.cost.currency", value=code, quote=document.quote(i, i), turn=document.turn),
        ]
    return []
