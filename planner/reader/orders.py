"""Bans that name nobody, "just never trash-talk the refs", and those without a verb, "no legal advice": the model is meant."""

from planner.reader.addressee import EMPTY, clause_of
from planner.reader.layout import Document
from planner.reader.lexicon.manners import FORBIDDEN_TOPICS, NOT_POLICY, OF_DATA
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


def topic(document: Document, hit: Hit, begin: int, last: int) -> bool:
    """ "No legal advice", "no medical diagnoses": a topic ruled out without a verb."""
    lead = document.norms(hit.first, hit.last + 1)
    if lead not in (
        ["no"],
        ["never"],
        ["keine"],
        ["kein"],
        ["nothing", "about"],
        ["no", "advice", "on"],
        ["never", "any"],
    ):
        return False
    words = document.norms(begin, min(last, begin + 4))
    if any(t.kind in ("num", "share", "money", "duration") for t in document.tokens[begin : begin + 3]):
        return False
    ever = next((k for k in range(begin + 1, min(last, begin + 6)) if document.norm(k) == ","), last)
    if (
        lead == ["no"]
        and document.norm(ever + 1) in _EVER
        and not (OF_DATA | NOT_POLICY) & set(document.norms(begin, ever))
    ):
        return document.norm(hit.first - 1) not in ("is", "are") and document.norm(begin) not in _HARMLESS
    return bool(FORBIDDEN_TOPICS & set(words)) and not {"data", "files"} & set(words)


_EVER = word_set("ever never period")
_HARMLESS = word_set("hurry rush problem worries pressure need")
