"""Data that is said to sit where it can't be opened from here."""

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.places import PLACES
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set

_PLACES = Lexicon({"place": PLACES})

_HELD = word_set(
    "data everything all it they them files documents chats tickets mails emails manuals material materials examples cases "
    "transcripts records recordings texts letters contracts answers knowledge conversations calls pages articles notes "
    "reports procedures handbook handbooks source sources stuff what training history replies questions docs dokumente "
    "daten donnees documentos dados datos documenti gegevens invoices orders reviews messages policies guides base photos"
)
_IN = word_set("in on at from under inside via with through into im auf bei dans sur en na no nel su op within using")
_ELSE = word_set("run runs fit link must should explain explains work works deploy deployed host answer")
"""Words of sentences in which a place is where the model works or what it talks about."""


def read_unreachable(draft: Draft) -> None:
    document = draft.document
    for hit in _PLACES.find(document):
        if _holds_data(document, hit):
            place = document.quote(hit.first, hit.last)
            draft.unreachable.append(Claim(path="data.sources", value=place, quote=place, turn=document.turn))
            return


def _holds_data(document: Document, hit: Hit) -> bool:
    first, _ = document.sentences[document.tokens[hit.first].sentence]
    if negated(document, hit.first, hit.last, reach=3) or any(
        document.tokens[k].masked for k in range(hit.first, hit.last + 1)
    ):
        return False
    ahead = document.norms(first, hit.first + 1)
    labelled = ":" in ahead and bool(_HELD & set(ahead))
    if not labelled and not _IN & set(ahead[-5:]):
        return False
    before = document.norms(document.sentences[document.tokens[max(0, first - 1)].sentence][0], first)
    asked = before[-1:] == ["?"] and bool(_HELD & set(before))
    return (bool(_HELD & set(ahead)) or asked) and not _ELSE & set(ahead)
