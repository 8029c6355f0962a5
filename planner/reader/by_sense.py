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
from planner.reader.words import word_set

SURE = 0.7
"""Probability from which on a sense decides."""
ASKED = 0.4
"""The same where the sentence asks for something with a share: a limit, or a word such as "must"."""
_ASKED = word_set("must has have should needs need shall may can pass passes wants want require requires muss doit debe")
_FIELDS: dict[tuple[str, str], tuple[str, float, float]] = {
    ("trials", "num"): ("search.trials", 1, 0.8),
    ("synthetic", "num"): ("data.synthetic.examples", 10, 0.8),
    ("holdout", "share"): ("data.holdout", 0.005, 0.8),
}
"""(Sense, kind of token) -> field, its least value, and how sure one must be."""
_BOUNDED = frozenset(("perplexity", *RATES))


def read_by_sense(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    for i, token in enumerate(document.tokens):
        if not draft.free(i) or token.signed or token.value is None:
            continue
        sense, how_sure = senses.likely(i)
        comparison = comparators.of(i)
        first, last = document.sentences[token.sentence]
        asked = comparison is not None or bool(_ASKED & set(document.norms(first, last)))
        if sense == "none" or how_sure < (ASKED if asked and token.kind == "share" else SURE):
            continue
        low, high = (comparison.first, comparison.last) if comparison else (i, i)
        low, high = min(low, i), max(high, i)
        if sense in _BOUNDED and not document.turn:
            taken = {str(claim.value["metric"]) for claim in draft.items("gates")}
            if sense not in taken and claim_gate(draft, Figure(i, token.kind, comparison), Hit(sense, i, i)):
                draft.use(i)
        elif (field := _FIELDS.get((sense, token.kind))) is not None and not document.turn:
            path, least, surely = field
            value = float(token.value)
            whole = token.kind != "num" or value.is_integer()
            if how_sure >= surely and value >= least and whole and draft.value(path) is None:
                draft.set(path, int(value) if token.kind == "num" else round(value, 6), low, high, "it sounds so")
                draft.use(i)
