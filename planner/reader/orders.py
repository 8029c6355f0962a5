"""Orders that name nobody: "just never trash-talk the refs". The request is to the model that is to come."""

from planner.reader.addressee import EMPTY, clause_of
from planner.reader.layout import Document
from planner.reader.patterns import Hit
from planner.reader.words import word_set

_NO_VERBS = word_set(
    "mind again the a an any one on in at to for with of so as if had been was were is are being got it them that this these "
    "those what when where who how why please even quite really enough too any before after"
)


def told_to(document: Document, hit: Hit, first: int, begin: int, last: int) -> bool:
    """ "Just never trash-talk the refs": an order to nobody by name, with a verb and what it is done to."""
    verb = document.norm(begin)
    alone = all(document.norm(k) in EMPTY | {","} for k in range(clause_of(document, hit.first, first), hit.first))
    behind = [t for t in document.tokens[begin + 1 : last] if t.kind == "word"]
    return (
        alone and bool(behind) and verb not in _NO_VERBS and not verb.endswith(("ed", "en")) and not verb[0].isdigit()
    )
