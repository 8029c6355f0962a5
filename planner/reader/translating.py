"""Which way a translation goes: the one language that is named may be that of the texts at hand."""

from planner.claims import Claim
from planner.reader.clauses import clause_of
from planner.reader.draft import Draft
from planner.reader.words import word_set

_INTO = word_set("into to nach vers naar towards en")
_FROM = word_set("from with source originally all entirely purely out aus von de")
_ONLY = word_set("only throughout exclusively")
_HAVE = word_set(
    "are is was were theyre its written files originals source pages everything come comes came arrive arrives exist exists have has "
    "get got had holds contains original of attached both here there all"
)
_TEXTS = word_set(
    "original originals source sources text texts notice notices manual manuals document documents file files segments strings pages page "
    "articles letters chapters corpus archive material input inputs handbook wording draft drafts side"
)
_MAKES = word_set(
    "translate translates translated translating translation translator render renders put localise localize turn"
)
_IS = word_set("is are was were theyre its")
_TARGET = word_set("target output result outcome translation translations version into")
_NO_THING = word_set(
    "please thanks only also from with that which when where this these those into would should could will must have been were "
    "because since then well either instead first later today speaking"
)
_READERS = word_set(
    "version versions edition editions reader readers customers clients users audience speakers speaking market markets translation "
    "translations translator equivalent target"
)


def translate_into(draft: Draft, task: str | None) -> None:
    """A translation whose one language is that of the given texts has no target yet: the language is taken back."""
    spoken = draft.items("languages")
    if task != "translation" or len(spoken) != 1 or draft.document.turn:
        return
    document = draft.document
    i = next((k for k, t in enumerate(document.tokens) if document.quote(k, k) == spoken[0].quote), None)
    if i is None:
        return
    first, last = document.sentences[document.tokens[i].sentence]
    if not (draft.unclear_language is not None or _of_the_texts(draft, i)) or _wanted(draft, i):
        return
    draft.claims = [c for c in draft.claims if c.path != "languages"]
    draft.unclear_language = draft.unclear_language or Claim(
        path="languages", value=None, quote=document.quote(first, last - 1), turn=document.turn
    )


def _wanted(draft: Draft, i: int) -> bool:
    """ "into Dutch", "a Dutch version", "for Dutch readers"."""
    before, after = draft.document.norms(i - 2, i), draft.document.norms(i + 1, i + 3)
    return bool(_INTO & set(before[-1:])) or bool(_READERS & set(after))


def _of_the_texts(draft: Draft, i: int) -> bool:
    """ "they're in English", "the German originals", "all Romanian", "English only", "400 notices in Dutch"."""
    document = draft.document
    first, _ = document.sentences[document.tokens[i].sentence]
    before, after = document.norms(first, i), document.norms(i + 1, i + 3)
    if _FROM & set(before[-1:]) or {"source", "original", "originals"} & set(before[-3:]):
        return True
    if _ONLY & set(after[:1]) or _TEXTS & set(after):
        return not {"translate", "into"} & set(before[-6:])
    if before[-1:] and before[-1] in _IS:
        return not _TARGET & set(before[-5:])
    if _describes(draft, i):
        return True
    if before[-1:] != ["in"]:
        return False
    clause = before[-9:]
    makes = _MAKES & set(document.norms(clause_of(document, i)[0], i)[-9:])
    return not makes and bool((_HAVE | _TEXTS) & set(clause) or any(t.kind == "path" for t in document.tokens[first:i]))


def _describes(draft: Draft, i: int) -> bool:
    """ "Hungarian tenders", "our Czech subtitles": what is named stands behind the language."""
    tokens = draft.document.tokens
    if i + 1 >= len(tokens) or tokens[i + 1].sentence != tokens[i].sentence:
        return False
    behind = tokens[i + 1]
    return behind.kind == "word" and len(behind.norm) > 3 and behind.norm not in _NO_THING
