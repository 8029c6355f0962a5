"""What a turn does: asks for something, changes it, answers, approves, asks why, chats."""

from planner.claims import Intent
from planner.reader.layout import Document
from planner.reader.lexicon.turns import FIELDS, INTENTS
from planner.reader.patterns import Hit, Lexicon, around
from planner.reader.words import word_set

_INTENTS = Lexicon(INTENTS)
FIELD_NAMES = Lexicon(FIELDS)
_QUESTIONS = frozenset(
    """
        why how what whats who when where which does is are did do was were will would warum wie was wer wann
        wo pourquoi comment que quoi quel quelle por como perche come waarom hoe wat wie
    """.split()
)
_REQUESTS = frozenset((("how", "about"), ("what", "about"), ("is", "it"), ("do", "it"), ("do", "the"), ("do", "not"), ("would", "you"), ("will", "you"), ("do", "a"), ("which", "is"), ("que", "el"), ("what", "we"), ("what", "i"), ("where", "the"), ("when", "the"), ("when", "we"), ("when", "it"), ("how", "we"), ("what", "the"), ("will", "be"), ("was", "ich"), ("was", "wir"), ("come", "on")))  # fmt: skip


def mask_questions(document: Document) -> tuple[bool, bool]:
    """Masks sentences that only ask ("Why LoRA?", "what if we took 50?", "what's the weather?").

    Returns: (whether some sentence asks, whether it asks what would be).
    """
    asks = supposes = False
    for first, last in document.sentences.values():
        words = document.norms(first, last)
        start = 0
        while start < len(words) and words[start] in word_set(
            "and but so ok okay hm hmm oh ah btw also , thanks - by the way just one question : "
            "wait und et y quick no right fine good great i see curious out of curiosity e sorry "
            "well hey"
        ):
            start += 1
        head = tuple(words[start : start + 2])
        ends = words[-1:] == ["?"] or "?" in words[-3:]
        what_if = (
            head == ("what", "if")
            or head[:1] == ("suppose",)
            or head[:1] == ("hypothetically",)
            or (head[:1] == ("imagine",) and ends)
            or (
                ends
                and ("if" in words[start:] and head[:1] and head[0] in word_set("how what would could will does do is"))
            )
            or (ends and head[:1] == ("would",) and head[1:] != ("you",))
            or head == ("what", "would")
            or head == ("et", "si")
            or head == ("was", "ware")
        )
        question = (
            (
                bool(head)
                and head[0] in _QUESTIONS
                and head not in _REQUESTS
                and (ends or head[0] in ("why", "warum", "pourquoi", "waarom", "whats"))
            )
            or head in (("how", "come"),)
            or (head[:1] == ("is",) and ends and document.turn > 0)
            or (
                ends
                and head
                in (
                    ("is", "it"),
                    ("do", "you"),
                    ("do", "we"),
                    ("are", "you"),
                    ("is", "that"),
                    ("can", "i"),
                    ("can", "it"),
                    ("could", "it"),
                )
                and document.turn > 0
                and not word_set("make change use add drop please run try") & set(words)
            )
        )
        if what_if and (document.turn > 0 or head == ("what", "if")):
            supposes = asks = True
        elif question and not (
            document.turn == 0 and head[0] in word_set("is are will would do does which") and head != ("is", "there")
        ):
            asks = True
        else:
            continue
        for i in range(first, last):
            document.tokens[i].masked, document.tokens[i].mark = True, "what if" if what_if else "question"
    return asks, supposes


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


def fields_named(document: Document, *, masked: bool = False) -> list[Hit]:
    """Names of fields in the turn ("the latency rule", "the deadline"), the longest where they overlap."""
    known: list[Hit] | None = document.found.get(("fields", masked))
    if known is not None:
        return known
    hits = FIELD_NAMES.find(document, masked=masked)
    known = document.found["fields", masked] = [
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
    return known


def _rank(hit: Hit) -> int:
    """Of two readings of the same words the one for a single gate or criterion is the more telling."""
    return 1 if "." in hit.concept and hit.concept.split(".")[0] in ("gates",) else 0


def asked_about(document: Document) -> str | None:
    named = fields_named(document, masked=True)
    return named[0].concept if named else None
