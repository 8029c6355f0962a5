"""Whether the one language that a translation names is the one to translate into, or that of the given texts.

Where it is that of the texts, the target is still to be asked for. Each mention of it is looked at: what stands in
front ("into", "from", "all"), what follows ("originals", "version"), and whether its clause speaks of what there is.
"""

from planner.claims import Claim
from planner.reader.clauses import clause_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.languages import NAMES
from planner.reader.words import word_set

_INTO = word_set("into to nach vers naar towards al em ->")
_TARGETS = word_set(
    "version versions translation translations edition target speaker speakers readers reader please side"
)
_SOURCES = word_set(
    "original originals source sources text texts segments strings documents manuals sentences ones corpus file files side pages chapters"
)
_GIVEN = word_set(
    "are is were texts written files originals source sources pages everything come comes came arrive arrives exist have has "
    "get them theyre its these those all each only chapters documents segments notices strings letters left right contains contain holds"
)
_TRANSLATES = ("translat", "locali", "render", "ubersetz", "tradu", "vertal", "turn", "interpret")
_WHOLLY = word_set("all everything only just solely entirely currently still")


def settle_target(draft: Draft, task: str | None) -> None:
    """Takes the language of the texts out of those that the model must serve, where it is the only one named."""
    spoken = draft.items("languages")
    if task != "translation" or len({claim.value for claim in spoken}) != 1 or draft.document.turn:
        return
    document = draft.document
    mentions = [
        i
        for i, token in enumerate(document.tokens)
        if not token.masked and NAMES.get(token.norm) == spoken[0].value
    ]  # fmt: skip
    if not mentions or any(_target(document, i) for i in mentions):
        return
    source = next((i for i in mentions if _source(document, i)), None)
    if source is None and draft.unclear_language is None:
        return
    at = source if source is not None else mentions[0]
    first, last = document.sentences[document.tokens[at].sentence]
    draft.claims = [claim for claim in draft.claims if claim.path != "languages"]
    draft.unclear_language = draft.unclear_language or Claim(
        path="languages", value=None, quote=document.quote(first, last - 1), turn=document.turn
    )


def _target(document: Document, i: int) -> bool:
    first, last = document.sentences[document.tokens[i].sentence]
    ahead, behind = document.norms(max(first, i - 3), i), document.norms(i + 1, min(last, i + 3))
    if _INTO & set(ahead[-2:]) or _TARGETS & set(behind[:1]) or "target" in ahead:
        return True
    verbs = any(word.startswith(_TRANSLATES) for word in document.norms(clause_of(document, i)[0], i))
    return verbs and ahead[-1:] == ["in"] and "from" not in ahead and not _SOURCES & set(behind[:1])


def _source(document: Document, i: int) -> bool:
    first, last = document.sentences[document.tokens[i].sentence]
    ahead, behind = document.norms(max(first, i - 3), i), document.norms(i + 1, min(last, i + 2))
    if ahead[-1:] in (["from"], ["with"], ["source"]) or _SOURCES & set(behind):
        return True
    if _WHOLLY & set(ahead[-1:]) or behind == ["only"] or ahead[-2:] in (["source", "is"], ["originals", "are"]):
        return True
    low = max(first, i - 12)
    verbs = any(word.startswith(_TRANSLATES) for word in document.norms(clause_of(document, i)[0], i))
    return (
        "in" in ahead[-1:]
        and not verbs
        and (
            bool(_GIVEN & set(document.norms(low, i)))
            or any(document.tokens[k].kind == "path" for k in range(first, last))
        )
    )
