"""A figure that must not slip: what a later training waits for."""

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.quality import HIGHER
from planner.reader.measures import distance, named_measures
from planner.reader.patterns import Hit
from planner.reader.senses import Senses
from planner.reader.tokens import Token
from planner.reader.words import word_set

SLIP = word_set(
    "if when whenever once should soon falls drops dips slips below under fall drop dip slip sink sinks goes go wenn sobald "
    "falls si quando als cuando less fewer worse rises climbs exceeds exceed above over beyond more baja cai sinkt descend"
)
"""Words of a sentence that says when."""
_POINTING = word_set("it that this they these es das dies")
_OPPOSITE = {">": "<", ">=": "<", "<": ">", "<=": ">"}
_MIRRORED = {">": "<", ">=": "<=", "<": ">", "<=": ">="}


def read_slip(draft: Draft, comparators: Comparators, senses: Senses, span: tuple[int, int], verb: Hit) -> None:
    """Claims the first figure in tokens span[0]..span[1]-1 that training again waits for.

    Args:
        verb: the words for training again, which name no measure.
    """
    document = draft.document
    words = set(document.norms(*span))
    for i in range(*span):
        token = document.tokens[i]
        if not draft.free(i) or token.kind not in ("share", "num", "duration", "points") or token.value is None:
            continue
        if not (
            SLIP & words
            or document.norm(i - 1) in ("<", ">", "<=", ">=")
            or senses.of(i).get("retrain_value", 0.0) > 0.5
        ):
            continue
        near = _measure(document, i, span, verb)
        if not _can_be(document, token, i, near):
            continue
        usual = "tool_success_rate" if draft.value("task") == "tool_use" else "accuracy"
        measure, begin, end = (near.concept, near.first, near.last) if near else (usual, i, i)
        if measure == "accuracy" and "rate" in document.norms(begin, end + 1) and draft.value("task") == "tool_use":
            measure = "tool_success_rate"
        value = float(token.value)
        if token.kind == "num" and value > 1 and measure not in ("perplexity", "reward"):
            value /= 100
        comparison = comparators.of(i)
        op = comparison.op if comparison is not None and comparison.op != "better" else ""
        if measure == "error":
            measure, value, op = "accuracy", round(1 - value, 6), _MIRRORED.get(op, "")
        if measure == "latency":
            measure = "latency_p95_seconds"
        low, high = (comparison.first, comparison.last) if comparison else (i, i)
        draft.set(
            "monitoring.retrain_when",
            {"metric": measure, "op": _worse(op, measure in HIGHER), "value": value},
            min(
                verb.first,
                min(begin, i) if begin >= span[0] else i,
                low,
                i,
                *([token.whole] if token.whole is not None else []),
            ),
            max(verb.last, end, high, i),
        )
        draft.use(i, *(range(begin, end + 1) if begin >= span[0] else ()))
        return


def _worse(op: str, higher: bool) -> str:
    """One waits for a figure to get worse, whichever way the words turn it."""
    if not op:
        return "<" if higher else ">"
    return op if (op in ("<", "<=")) is higher else _OPPOSITE[op]


def _measure(document: Document, i: int, span: tuple[int, int], verb: Hit) -> Hit | None:
    """The measure named nearest; where the figure's sentence names none, what it points back to."""
    first = span[0]
    for begin in (first, *([before[0]] if (before := _before(document, first)) else [])):
        hits = [
            h
            for h in named_measures(document)
            if begin <= h.first
            and h.last < span[1]
            and not (verb.first <= h.first <= verb.last)
            and (h.concept == "latency") is (document.tokens[i].kind == "duration")
        ]
        if hits:
            return min(hits, key=lambda h: distance(document, h, i))
    if document.tokens[i].kind == "duration" or not _POINTING & set(document.norms(first, i)):
        return None
    sentence = document.tokens[first].sentence
    said = [h for h in named_measures(document) if 0 < sentence - document.tokens[h.first].sentence <= 2]
    return said[-1] if said and said[-1].concept != "latency" else None


def _before(document: Document, first: int) -> tuple[int, int] | None:
    if first and document.norm(first - 1) in (";", ":"):
        return document.sentences.get(document.tokens[first].sentence - 1)
    return None


def _can_be(document: Document, token: Token, i: int, near: Hit | None) -> bool:
    if near is None:
        return token.kind == "share"
    if token.kind != "num":
        return True
    value = float(token.value)
    return (
        0 < value <= 1
        or near.concept in ("perplexity", "reward")
        or (1 < value <= 100 and not document.norm(i + 1).startswith("trial"))
    )
