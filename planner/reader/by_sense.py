"""Numbers that no field has taken, given to the field that they sound like.

The fields' own readers come first; they know exact phrases. What they leave is mostly background, so a number is only
taken here where the trained model is sure of it.
"""

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.gates import claim_gate
from planner.reader.latency import Figure
from planner.reader.patterns import Hit
from planner.reader.senses import RATES, Senses

SURE = 0.7
"""Probability from which on a sense decides."""
_BOUNDED = frozenset(("perplexity", *RATES)) - {"win_rate", "reward"}


def read_by_sense(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    for i, token in enumerate(document.tokens):
        if not draft.free(i) or token.signed or token.value is None:
            continue
        sense, how_sure = senses.likely(i)
        if sense == "none" or how_sure < SURE:
            continue
        if sense in _BOUNDED and not document.turn:
            taken = {str(claim.value["metric"]) for claim in draft.items("gates")}
            if sense not in taken and claim_gate(draft, Figure(i, token.kind, comparators.of(i)), Hit(sense, i, i)):
                draft.use(i)
