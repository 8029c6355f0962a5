"""Gates in force that a later turn names with another figure: "the JSON rule: 97%", "put the latency at 3 seconds"."""

from planner.claims import Claim
from planner.reader.comparators import Comparators
from planner.reader.field_names import speaks_of
from planner.reader.fitting import counts_something_else, names_near, says_change
from planner.reader.layout import Document
from planner.reader.slots import NUMBERS, Slot
from planner.reader.words import word_set

_TYPICAL = word_set("p50 median average mean typical typically usually normally 50 half")
_SLOWEST = word_set("p95 p90 p99 95 percentile nearly almost most worst")


def reset(document: Document, slots: list[Slot]) -> list[Claim]:
    """Claims for gates that are named beside a figure of their unit; masks the figures.

    The readers of a first turn take "latency" or "success" for their most usual measure; here it is known which is meant.
    """
    gates = [s for s in slots if s.claim.path == "gates"]
    if not gates:
        return []
    made: list[Claim] = []
    comparators = Comparators(document)
    for i, token in enumerate(document.tokens):
        if token.masked or token.kind not in NUMBERS or token.signed or token.low is not None:
            continue
        near = [h for h in names_near(document, i, inside=True) if h.concept.startswith("gates.")]
        mine = [s for s in gates if any(speaks_of(h.concept, s.name) for h in near)]
        if len(mine) != 1 or not _same_measure(document, i, mine[0]) or not says_change(document, i, named=True):
            continue
        number = mine[0].number(token)
        if number is None or (
            token.kind == "num" and (mine[0].unit != "share" or counts_something_else(document, i, mine))
        ):
            continue
        made.append(_changed(document, i, mine[0], number, comparators))
        for k in {i, *(k for h in near for k in range(h.first, h.last + 1))}:
            document.tokens[k].masked, document.tokens[k].mark = True, "reset"
        gates.remove(mine[0])
    if made:
        document.found.clear()
    return made


def _changed(document: Document, i: int, slot: Slot, number: float, comparators: Comparators) -> Claim:
    comparison = comparators.of(i)
    first, last = document.sentences[document.tokens[i].sentence]
    low, high = (comparison.first, comparison.last) if comparison else (i, i)
    quote = document.quote(max(first, min(low, i - 4)), min(last - 1, max(high, i + 2)))
    claim = slot.with_value(number, quote, document.turn)
    if comparison is not None and not comparison.weak and comparison.op[:1] == str(claim.value["op"])[:1]:
        claim = claim.model_copy(update={"value": {**claim.value, "op": comparison.op}})
    return claim


def _same_measure(document: Document, i: int, slot: Slot) -> bool:
    """Whether the words around name no other percentile than the one in force."""
    words = set(document.norms(*document.sentences[document.tokens[i].sentence]))
    if slot.unit != "seconds":
        return True
    return not words & (_SLOWEST if slot.name.endswith("p50_seconds") else _TYPICAL)
