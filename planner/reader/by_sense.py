"""Numbers that no field has taken, given to the field that they sound like.

The fields' own readers come first; they know exact phrases, and conditions weigh sounds by themselves (`measures`).
What they leave is mostly background, so a number is only taken here where the trained model is sure of it.
"""

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.senses import Senses

SURE = 0.7
"""Probability from which on a sense decides."""
_FIELDS: dict[tuple[str, str], tuple[str, float, float]] = {
    ("trials", "num"): ("search.trials", 1, 0.8),
    ("synthetic", "num"): ("data.synthetic.examples", 10, 0.8),
    ("holdout", "share"): ("data.holdout", 0.005, 0.8),
}
"""(Sense, kind of token) -> field, its least value, and how sure one must be."""


def read_by_sense(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    for i, token in enumerate(document.tokens):
        if not draft.free(i) or token.signed or token.value is None:
            continue
        sense, how_sure = senses.likely(i)
        if sense == "none" or how_sure < SURE:
            continue
        comparison = comparators.of(i)
        low, high = (comparison.first, comparison.last) if comparison else (i, i)
        low, high = min(low, i), max(high, i)
        if (field := _FIELDS.get((sense, token.kind))) is not None and not document.turn:
            path, least, surely = field
            value = float(token.value)
            whole = token.kind != "num" or value.is_integer()
            if how_sure >= surely and value >= least and whole and draft.value(path) is None:
                draft.set(path, int(value) if token.kind == "num" else round(value, 6), low, high, "it sounds so")
                draft.use(i)
