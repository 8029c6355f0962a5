"""Which fields a turn speaks of by their everyday names or their paths ("the latency rule", "budget.cost")."""

import re
from bisect import bisect_left

from planner.reader.layout import Document
from planner.reader.lexicon.field_names import FIELDS
from planner.reader.patterns import Hit, Lexicon, around

FIELD_NAMES = Lexicon(FIELDS)
_PATH = re.compile(r"(?<![\w/.])(?:(?:budget|search|model|data|delivery|compute|privacy|gates|rubric|monitoring)(?:[._][a-z\d]\w*){1,3})(?![\w/])")  # fmt: skip
_SHORT = {
    "cost.amount": "cost", "cost.currency": "cost", "accuracy.value": "accuracy", "synthetic.examples": "synthetic",
    "latency_p95_seconds": "latency", "latency_p50_seconds": "latency", "latency_p95": "latency", "latency_p50": "latency",
}  # fmt: skip


def fields_named(document: Document, *, masked: bool = False) -> list[Hit]:
    """Names of fields in the turn, the longest where they overlap, in order."""
    known: list[Hit] | None = document.found.get(("fields", masked))
    if known is not None:
        return known
    paths = _paths(document)
    found = FIELD_NAMES.find(document, masked=masked)
    idle = {k for h in found if h.concept == "none" for k in range(h.first, h.last + 1)}
    hits = [h for h in found if h.first not in idle and not any(p.first <= h.first <= p.last for p in paths)]
    known = [
        h
        for h in hits
        if not any(
            o is not h
            and o.first <= h.first
            and h.last <= o.last
            and (o.last - o.first, _rank(o)) > (h.last - h.first, _rank(h))
            for o in around(hits, h)
        )
    ]
    known = document.found["fields", masked] = sorted(known + paths, key=lambda h: h.first)
    return known


def _paths(document: Document) -> list[Hit]:
    """Fields by their path in the spec: `budget.cost`, `gates.f1`."""
    if "." not in document.text:
        return []
    starts = [t.start for t in document.tokens]
    found: list[Hit] = []
    for match in _PATH.finditer(document.text):
        path = match.group()
        for tail, short in _SHORT.items():
            path = path.removesuffix(tail) + short if path.endswith("." + tail) else path
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end()) - 1
        if first <= last < len(starts):
            found.append(Hit(path, first, last))
    return found


def _rank(hit: Hit) -> int:
    """Of two readings of the same words the one for a single gate is the more telling."""
    return 1 if hit.concept.startswith("gates.") else 0


def speaks_of(name: str, path: str) -> bool:
    """Whether the name of a field (`gates.latency`, `budget.cost`, `gates`) covers that of a figure in force."""
    if name == path or path.startswith(name + "."):
        return True
    if name == "gates.latency":
        return path.startswith("gates.latency")
    head, _, tail = name.partition(".")
    if head in ("gates", "rubric") and tail:
        criterion = tail.removesuffix("_rate")
        other = "rubric." if head == "gates" else "gates."
        return path in (other + tail, other + criterion, other + criterion + "_rate")
    return name == "rubric" and path.startswith("rubric.")
