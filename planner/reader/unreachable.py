"""Data that is said to sit where it can't be opened from here."""

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.lexicon.roles import PLACES
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_PLACES = Lexicon({"place": PLACES})

IS_DATA = frozenset(
    """
        data is are in on lives live sits sit stored kept under everything all find files documents chats
        tickets lies lie there get take from learn train mails manuals material examples past old history sit
        use them transcripts records recordings texts letters contracts export exported saved
    """.split()
)


def read_unreachable(draft: Draft) -> None:
    document = draft.document
    for hit in _PLACES.find(document):
        first, last = document.sentences[document.tokens[hit.first].sentence]
        words = set(document.norms(first, last))
        if negated(document, hit.first, hit.last, reach=3) or not words & (IS_DATA | {"on", "in"}):
            continue
        if not word_set("in on at from under inside our via through the") & set(
            document.norms(hit.first - 3, hit.first + 1)
        ):
            continue
        draft.unreachable.append(
            Claim(
                path="data.sources",
                value=document.quote(hit.first, hit.last),
                quote=document.quote(hit.first, hit.last),
                turn=document.turn,
            )
        )
        return
