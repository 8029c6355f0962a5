"""Whom a ban is told to: the model and what it writes, or somebody else."""

from planner.reader.layout import Document
from planner.reader.lexicon.manners import MODEL
from planner.reader.patterns import Hit
from planner.reader.words import word_set

_BORDERS = word_set(", ; : ( ) | . - and but")


def of_model(document: Document, hit: Hit, first: int) -> bool | None:
    """Whether the clause is about the model or its answers; None where it names nobody ("Never …", "and must not …")."""
    begin = clause_of(document, hit.first, first)
    words = set(document.norms(begin, hit.last + 1))
    if (MODEL - _PERSONS) & words or (_PERSONS & words and _MODAL & words):
        return True
    if _PERSONS & words and word_set("model bot assistant chatbot") & set(
        document.norms(hit.last + 1, document.sentences[document.tokens[hit.first].sentence][1])
    ):
        return True  # "She never mentions weight, so neither must the model"
    spoken = [w for w in document.norms(begin, hit.first) if w not in EMPTY]
    if spoken:
        return False
    if begin > first and MODEL & set(document.norms(first, begin)):
        return True  # "it must be polite and must not leak"
    if any(word in document.frame(hit.first) for word in _FRAMES):
        return True
    return None


_PERSONS = word_set("he she er sie il elle ella el hij zij they")
_MODAL = word_set("must may should shall can mustnt shouldnt allowed forbidden darf soll doit debe deve moet mag")
EMPTY = word_set(
    "and but or also please then so oh yes one thing rule above all most importantly important must may should shall can is are "
    "never ever what under in no by on at absolutely strictly really that just simply pls btw ps fyi note"
)
_FRAMES = (
    "never", "must not", "forbidden", "rules", "policy", "don't", "not allowed", "taboo", "no-go", "limits of", "behaviour",
    "behavior", "guardrail", "tone", "conditions", "must hold",
)  # fmt: skip


def clause_of(document: Document, i: int, first: int) -> int:
    """Where the clause of token i begins."""
    return next((k + 1 for k in range(i - 1, first - 1, -1) if document.norm(k) in _BORDERS), first)
