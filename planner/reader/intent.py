"""What a turn does: asks for something, changes it, answers, approves, asks why, chats."""

from planner.claims import Intent
from planner.reader.field_names import fields_named
from planner.reader.layout import Document
from planner.reader.lexicon.turns import INTENTS
from planner.reader.patterns import Lexicon

_INTENTS = Lexicon(INTENTS)


def intent_of(document: Document, *, changes: bool, asks: bool, supposes: bool) -> Intent:
    """What a later turn does, given whether it made claims or took some back."""
    if changes:
        return "change"
    if supposes:
        return "what_if"
    hits = {h.concept for h in _INTENTS.find(document, masked=True)}
    words = len([t for t in document.tokens if t.kind == "word"])
    if asks or ("why" in hits and words < 30 and document.text.rstrip().endswith("?")):
        return "why"
    if "decline" in hits and words <= 14:
        return "decline"
    if "approval" in hits and words <= 16:
        return "approval"
    if "thanks" in hits:
        return "thanks"
    return "chat"


def asked_about(document: Document) -> str | None:
    """The field that a question speaks of, where it can be told."""
    named = fields_named(document, masked=True)
    return named[0].concept if named else None
