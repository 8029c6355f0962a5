"""Whether what lies on one side of a day counts or goes."""

from planner.reader.handling import acts_on
from planner.reader.layout import Document
from planner.reader.lexicon.data_days import BAD, NEGATIVE
from planner.reader.lexicon.parts import VERDICTS
from planner.reader.patterns import Lexicon, within
from planner.reader.words import word_set

_VERDICTS = Lexicon(VERDICTS)
_PARTS = word_set(". ; ( ) | ! ? -")


def of_old(document: Document, first: int, low: int) -> bool:
    """ "The old doses applied till September": how things were."""
    return bool(
        {"applied", "was", "were", "had", "used", "ran", "held", "old"} & set(document.norms(max(first, low - 4), low))
    )


def behind_a_file(document: Document, i: int) -> bool:
    return any(document.tokens[k].kind == "path" for k in range(max(0, i - 3), i))


def goes_out(document: Document, low: int, high: int) -> bool:
    """Whether what lies on that side is left out: by a word in front, or by what follows."""
    first, last = document.sentences[document.tokens[low].sentence]
    for k in range(low - 1, max(first, low - 8) - 1, -1):
        word = document.norm(k)
        if word in NEGATIVE and document.norm(k + 1) not in ("only", "just"):
            return True
        if word in _PARTS or word in ("but", "so"):
            break
    if BAD & set(document.norms(high + 1, min(last, high + 10))):
        return True
    if any(
        a.kind == "out" and not a.denied and (a.first > high or a.last < low)
        for a in acts_on(document, [], first, last)
    ):
        return True
    following = document.sentences.get(document.tokens[low].sentence + 1, (0, 0))
    return any(
        (h.concept in ("behind", "back") and high < h.first < last)
        or (
            h.concept == "back"
            and following[0] <= h.first <= following[0] + 3
            and document.block_of[following[0]] is document.block_of[low]
        )
        for h in within(_VERDICTS.find(document), first, max(last, following[1]))
    )
