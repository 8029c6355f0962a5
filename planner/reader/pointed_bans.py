"""Bans whose thing stands before them: "prices are taboo", "politics? It has to stay out of that"."""

from planner.reader.addressee import EMPTY, clause_of, of_model
from planner.reader.features import sentence_features
from planner.reader.layout import Document
from planner.reader.learned import classifier
from planner.reader.lexicon.manners import FORBIDDEN_TOPICS, MODEL, OF_DATA
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set

TABOO = Lexicon({
    "taboo": """
        is|are|remain|remains|stay|stays taboo|forbidden|verboten|prohibited|banned; is|are|remain|stay off limits; is|are out of bounds;
        : ?absolutely|definitely|strictly never|taboo|forbidden|off|not|no ?way|chance|thanks; is|are a|an absolute|strict no|taboo|no go; is|are out; is|are a no go; is|are none of its business
    """,
})  # fmt: skip
_NO_ACTS = word_set(
    "training nothing anything everything something during evening morning spring building buildings hosting using sending uploading storing"
)
_TOPICAL = FORBIDDEN_TOPICS
SOUNDS = 0.35
"""Probability from which on a topic is one that rules are about."""
POINTING = word_set("that this it those these such them do so")


def taboo(document: Document, hit: Hit, first: int, last: int) -> tuple[int, int] | None:
    """ "Prices are taboo for the bot", "jokes about the mayor: never": what stands before is ruled out."""
    begin = clause_of(document, hit.first, first)
    words = set(document.norms(begin, hit.first))
    if (
        not words - MODEL - EMPTY - POINTING
        or OF_DATA & words
        or any(t.kind == "path" for t in document.tokens[begin : hit.first])
    ):
        return None
    to_model = bool(MODEL & set(document.norms(hit.last + 1, last)))
    lead = document.norms(hit.first, hit.last + 1)
    if lead[-1] in ("not", "no", "out", "way") and "going" not in words and not _TOPICAL & words:
        act = document.norm(begin).endswith("ing") and document.norm(begin) not in _NO_ACTS
        return (begin, hit.first - 1) if act and lead[0] == ":" else None
    if document.norm(begin).endswith("ing") and document.norm(begin) not in _NO_ACTS:
        return begin, hit.first - 1  # "naming an individual is forbidden"
    sounds = classifier("criterion").probabilities(sentence_features(document.tokens[begin : hit.first]))
    return (begin, hit.first - 1) if to_model or FORBIDDEN_TOPICS & words or sounds["policy"] >= SOUNDS else None


def pointing(document: Document, begin: int, last: int) -> bool:
    rest = document.norms(begin, last)
    words = [w for w in rest if w not in (".", "!", "?", ",")]
    return bool(words) and set(words) <= POINTING


def pointed_at(document: Document, hit: Hit, first: int) -> tuple[int, int] | None:
    """What was named before: "Politics? It has to stay out of that.", "if someone asks for a diagnosis it has to say no"."""
    asked = next(
        (k for k in range(first, hit.first) if document.norm(k) in word_set("ask asks asked wants want inquires")), None
    )
    if asked is not None:
        begin = asked + 1 + (document.norm(asked + 1) in ("for", "about", "after", "whether"))
        end = next(
            (k - 1 for k in range(begin, hit.first) if document.norm(k) == "," or document.norm(k) in MODEL),
            hit.first - 1,
        )
        return (begin, end) if end >= begin else None
    begin = clause_of(document, hit.first, first)
    model = next((k for k in range(begin + 1, hit.first) if document.norm(k) in MODEL), None)
    if model is not None and document.tokens[model - 1].kind == "word" and document.norm(begin) not in EMPTY:
        return begin, model - 1  # "questions about wages it has to turn down"
    before = document.sentences.get(document.tokens[first].sentence - 1)
    if before is None or before[1] - before[0] > 8 or of_model(document, hit, first) is False:
        return None
    end = before[1] - 1
    while end > before[0] and document.tokens[end].kind == "punct":
        end -= 1
    return before[0], end
