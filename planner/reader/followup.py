"""Later turns that lean on earlier ones: "make it 10", "93% instead of 90", "dollars, not euros", "double it"."""

import math
from dataclasses import dataclass
from typing import Any

from planner.claims import Claim
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.intent import fields_named
from planner.reader.layout import Document
from planner.reader.lexicon.money import currency_of
from planner.reader.patterns import Lexicon
from planner.reader.state import State
from planner.reader.tokens import Token
from planner.reader.when import When
from planner.reader.words import word_set

_SCALE = Lexicon(
    {
        "2": "double; twice ?as ?the many|much|budget|number; two times as many|much; verdopple*",
        "0.5": """
            halve; half as many|much; half the ?number ?of trials|budget|hours|experts|gpus;
            cut ... in half|half
        """,
        "3": "triple; three times as many|much",
    }
)
_COUNTS = (
    "search.trials",
    "model.experts",
    "compute.gpus",
    "data.synthetic.examples",
    "monitoring.every_days",
    "budget.gpu_hours",
    "budget.wall_clock_hours",
)
_NUMBERS = frozenset(("share", "num", "money", "duration", "gpu_hours", "params", "memory", "date", "points"))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A number in a claim in force: where it stands and in which kind of unit."""

    claim: Claim
    key: str
    kind: str
    value: float


def read_followup(draft: Draft, state: State, comparators: Comparators) -> list[Claim]:
    """Claims for figures that name no field of their own."""
    document = draft.document
    made: list[Claim] = []
    slots = [s for s in _slots(state) if s.claim.turn < document.turn]
    spoken: tuple[int, _Slot] | None = None
    for i, token in enumerate(document.tokens):
        same = _same_number(token, slots) if token.kind in _NUMBERS and token.kind != "date" else None
        if same is not None and token.mark != "instead of":
            spoken = (i, same)  # "80 euros is too much, 60": the old figure comes first
            draft.use(i)
            continue
        if (
            token.kind not in _NUMBERS
            or not draft.free(i)
            or (token.kind == "date" and not isinstance(token.value, When))
        ):
            continue
        near = (
            spoken[1] if spoken is not None and i - spoken[0] <= 12 and token.kind in ("num", spoken[1].kind) else None
        )
        slot = _replaced(document, i, slots) or near or _fitting(document, i, slots)
        if slot is None:
            if token.kind == "date":
                made += _deadline(document, i, state)
            continue
        claim = _changed(document, i, slot, comparators)
        if claim is not None:
            made.append(claim)
            draft.use(i)
            slots = [s for s in slots if s is not slot]
    made += _currency(document, state, made)
    made += _scaled(document, state, slots)
    return made


def _same_number(token: Token, slots: list[_Slot]) -> _Slot | None:
    """The slot of an earlier turn that holds just this number."""
    number = float(token.raw if token.raw is not None else token.value)
    for slot in slots:
        if (
            token.kind not in ("num", "points")
            and token.kind != slot.kind
            and not (slot.kind == "hours" and token.kind in ("duration", "gpu_hours"))
        ):
            continue
        if abs(slot.value - number) < 1e-9 or (slot.kind == "share" and abs(slot.value * 100 - number) < 1e-9):
            return slot
    return None


def _slots(state: State) -> list[_Slot]:
    """The numbers in force, the latest first."""
    slots: list[_Slot] = []
    for claim in reversed(state.claims):
        value = claim.value
        if claim.path == "gates":
            metric = str(value["metric"])
            kind = (
                "duration" if metric.startswith("latency") else "num" if metric in ("perplexity", "reward") else "share"
            )
            slots.append(_Slot(claim, "value", kind, float(value["value"])))
        elif claim.path == "budget.cost":
            slots.append(_Slot(claim, "amount", "money", float(value["amount"])))
        elif claim.path == "budget.cost.amount":
            slots.append(_Slot(claim, "", "money", float(value)))
        elif claim.path == "data.holdout":
            slots.append(_Slot(claim, "", "share", float(value)))
        elif claim.path == "monitoring.retrain_when":
            slots.append(_Slot(claim, "value", "share", float(value["value"])))
        elif claim.path in ("budget.wall_clock_hours",) or claim.path == "budget.gpu_hours":
            slots.append(_Slot(claim, "", "hours", float(value)))
        elif claim.path == "monitoring.every_days":
            slots.append(_Slot(claim, "", "days", float(value)))
        elif claim.path == "model.max_parameters":
            slots.append(_Slot(claim, "", "params", float(value)))
        elif claim.path in _COUNTS and isinstance(value, int | float):
            slots.append(_Slot(claim, "", "count", float(value)))
        elif claim.path == "rubric" and isinstance(value.get("weight"), int | float):
            slots.append(_Slot(claim, "weight", "weight", float(value["weight"])))
    return sorted(slots, key=lambda s: -s.claim.turn)


def _replaced(document: Document, i: int, slots: list[_Slot]) -> _Slot | None:
    """The slot that holds the old number of "93% instead of 90"."""
    first, last = document.sentences[document.tokens[i].sentence]
    for token in document.tokens[first:last]:
        if token.mark != "instead of" or not token.masked or token.kind == "date":
            continue
        number = float(token.raw if token.raw is not None else token.value)
        for slot in slots:
            if slot.kind == "share" and (
                abs(slot.value * 100 - number) < 1e-6 or abs(slot.value - float(token.value)) < 1e-9
            ):
                return slot
            if abs(slot.value - number) < 1e-6 and slot.kind not in ("share",):
                return slot
            if slot.kind == "params" and abs(slot.value - float(token.value)) < 1:
                return slot
    return None


def _fitting(document: Document, i: int, slots: list[_Slot]) -> _Slot | None:
    token = document.tokens[i]
    words = set(document.norms(*document.sentences[token.sentence]))
    cue = (
        bool(
            words
            & word_set(
                "make instead better rather actually raise lower change set increase reduce not only "
                "should be then to say lets enough go more less correction fine now is are no sorry "
                "wait do it that take up down bump cut at least most max mach mettez mets"
            )
        )
        or len(words) <= 4
    )
    if not cue:
        return None
    if token.kind == "num":
        if document.norm(i + 1) in word_set(
            "files people tickets pages of times customers minutes employees languages questions weeks"
        ):
            return None
        value = float(token.value)
        named = {f.concept for f in fields_named(document) if document.tokens[f.first].sentence == token.sentence}
        fits = [
            s
            for s in slots
            if s.claim.path in named
            or s.claim.path.split(".amount")[0] in named
            or (
                s.claim.path == "gates"
                and any(n.startswith("gates.") and str(s.claim.value["metric"]).startswith(n[6:]) for n in named)
            )
        ]
        if fits:
            return fits[0]
        fits = [
            s
            for s in slots
            if (s.kind == "count" and value.is_integer() and value >= 1)
            or (s.kind == "share" and 1 <= value <= 100 and (value >= 50) == (s.value >= 0.5))
        ]
        if fits and value >= 1:
            # of what was said last, the figure that is nearest in size
            latest = [s for s in fits if s.claim.turn == fits[0].claim.turn]
            return min(
                latest, key=lambda s: abs(math.log(value / max(1e-9, s.value * (100 if s.kind == "share" else 1))))
            )
        if 0 < abs(float(token.value)) < 1 and float(token.value) != 0:
            fits = [s for s in slots if s.kind == "share" or (s.kind == "weight" and token.signed)]
        elif 50 <= float(token.value) <= 100 and not fits:
            fits = [s for s in slots if s.kind == "share"]
        elif float(token.value) >= 1e8:
            fits = [s for s in slots if s.kind == "params"]
        if not fits:
            fits = [s for s in slots if s.kind == "money" and token.value > 0]
        return fits[0] if fits else None
    if token.kind == "share":
        fits = [s for s in slots if s.kind == "share"]
        high = [s for s in fits if (s.value >= 0.5) == (float(token.value) >= 0.5)]
        return (high or fits)[0] if fits else None
    if token.kind == "money":
        return next((s for s in slots if s.kind == "money"), None)
    if token.kind == "duration":
        if token.value <= 900:
            return next((s for s in slots if s.kind == "duration"), None)
        if token.value >= 86400 * 2 and (days := next((s for s in slots if s.kind == "days"), None)) is not None:
            return days
        return next((s for s in slots if s.kind == "hours"), None)
    if token.kind == "params":
        return next((s for s in slots if s.kind == "params"), None)
    return None


def _changed(document: Document, i: int, slot: _Slot, comparators: Comparators) -> Claim | None:
    token = document.tokens[i]
    if not isinstance(token.value, int | float):
        return None
    value: float = float(token.value)
    if slot.kind == "share" and token.kind == "num":
        value = value / 100 if value > 1 else value
    elif slot.kind == "hours" and token.kind == "duration":
        value = value / 3600
    elif slot.kind == "days" and token.kind == "duration":
        value = value / 86400
    elif slot.kind not in word_set("share duration hours days money params count num weight"):
        return None
    if slot.kind in ("share",) and token.kind not in ("share", "num", "points"):
        return None
    if slot.kind == "duration" and token.kind not in ("duration", "num"):
        return None
    first, last = document.sentences[token.sentence]
    quote = document.quote(max(first, i - 4), min(last - 1, i + 3))
    comparison = comparators.of(i)
    new: Any = (
        int(value)
        if slot.claim.path in ("search.trials", "model.experts", "compute.gpus", "data.synthetic.examples")
        else round(value, 9)
    )
    if slot.key:
        item = {**slot.claim.value, slot.key: new}
        if (
            slot.claim.path == "gates"
            and comparison is not None
            and comparison.op in (">=", ">", "<=", "<")
            and not comparison.weak
            and comparison.op[0] == str(item["op"])[0]
        ):
            item["op"] = comparison.op
        if slot.claim.path == "budget.cost" and token.kind == "money" and token.unit:
            item["currency"] = token.unit
        new = item
    return Claim(
        path=slot.claim.path, value=new, quote=quote, turn=document.turn, why="a change to what was said before"
    )


def _deadline(document: Document, i: int, state: State) -> list[Claim]:
    if state.value("budget.deadline") is None:
        return []
    token = document.tokens[i]
    span = token.value.span(document.today, future=True)
    first, last = document.sentences[token.sentence]
    words = set(document.norms(first, last))
    if span is None or not (
        words & word_set("deadline instead move push extend make rather until by better not later new now sorry")
        or last - first <= 4
    ):
        return []
    return [Claim(path="budget.deadline", value=span[1].isoformat(), quote=document.quote(i, i), turn=document.turn)]


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
        ):
            continue
        if (
            document.norm(i - 1) == "not"
            or document.norm(i - 2) == "not"
            or document.norms(i - 2, i) == ["instead", "of"]
        ):
            continue
        words = set(document.norms(*document.sentences[token.sentence]))
        if not words & word_set("not meant mean correction in instead sorry should actually currency make wait no"):
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


def _scaled(document: Document, state: State, slots: list[_Slot]) -> list[Claim]:
    """ "Double the budget": the number in force times two."""
    for hit in _SCALE.find(document):
        factor = float(hit.concept)
        named = [
            f.concept
            for f in fields_named(document)
            if document.tokens[f.first].sentence == document.tokens[hit.first].sentence
        ]
        words = document.norms(hit.first, hit.last + 6)
        if {"important", "bad", "weight", "points"} & set(words):
            continue
        slot = next((s for s in slots if any(s.claim.path == n or s.claim.path.startswith(n) for n in named)), None)
        if slot is None and {"it", "that"} & set(words):
            slot = slots[0] if slots else None
        if slot is None:
            continue
        value: Any = slot.value * factor
        if slot.claim.path in ("search.trials", "model.experts", "compute.gpus", "data.synthetic.examples"):
            value = int(value)
        if slot.key:
            value = {**slot.claim.value, slot.key: value}
        return [
            Claim(
                path=slot.claim.path,
                value=value,
                quote=document.quote(hit.first, hit.last),
                turn=document.turn,
                why=f"{slot.value:g} times {factor:g}",
            )
        ]
    return []
