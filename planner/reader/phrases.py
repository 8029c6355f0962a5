"""Where a part of the data is named: the phrase that a word of taking or leaving out governs."""

from planner.reader.layout import Document
from planner.reader.lexicon.parts import MARKS, OF_RECORDS
from planner.reader.patterns import Hit
from planner.reader.words import word_set

LEADING = word_set(
    "where the a an any all our my your those these that its their from of in on about with what is are s ones whatever please pls "
    "anything everything to be for under there up out it them which who was were has have been by some such also at les la le "
    "de den die das der el los las il i gli het"
)
_TRAILING = word_set(
    "please pls there in out away aside either too though entirely altogether completely only ones then well it to of from the and or"
)
_ENDS = word_set(
    ". ; : ( ) ! ? - | because since but please pls as so though tho when while until for they we it he she you"
)
VERBS = word_set(
    "is are was were be should must may can cannot has have had will would shall dont doesnt do does keep use take make let goes go stays stay interests concerns matters applies"
)
_RELATIVE = word_set(
    "with from about of that who where which marked tagged flagged on in by to written filed called named whose"
)


def phrase_of(document: Document, hit: Hit) -> tuple[int, int] | None:
    if hit.concept in ("off", "alone"):
        return _before(document, hit.first)
    if hit.concept == "back":
        if document.norm(hit.last + 1) in _RELATIVE and document.norms(hit.last, hit.last + 1) != ["it"]:
            return None  # "skip those with resellers"
        return _named_before(document, hit)
    return _behind(document, hit)


def _behind(document: Document, hit: Hit) -> tuple[int, int] | None:
    """From behind the cue to the end of what it governs."""
    _, last = document.sentences[document.tokens[hit.first].sentence]
    low = hit.last + 1
    while low < last and (
        document.norm(low) in LEADING
        or document.norm(low) in (":", ",")
        or (document.norm(low) in ("they", "it", "we") and document.norm(low - 1) in ("where", "what", "that"))
    ):
        low += 1
    high = low
    relative = bool(
        {"where", "that", "whose", "which", "what", "who", "whatever"} & set(document.norms(hit.first, low))
    ) and not {"is", "are", "was", "were", "has", "have"} & set(document.norms(hit.first, low))
    while high < last and high - low < 10:
        word = document.norm(high)
        relative = relative or word in ("where", "that", "whose", "which", "who", "with")
        if (word in _ENDS and not (word == "as" and document.norm(high - 1) in MARKS)) or (
            word == "," and not _goes_on(document, high, last)
        ):
            break
        if word in VERBS and not relative:
            break
        if word in ("in", "from", "of", "under") and any(
            document.tokens[k].kind == "path" for k in range(high, min(high + 3, last))
        ):
            break
        if (
            word in ("and", "or")
            and document.norm(high + 1)
            in VERBS | word_set("nothing only train the that make it none no not skip leave then add")
            and not (document.norm(high + 1) == "the" and document.norm(high + 2) in OF_RECORDS)
        ):
            break
        high += 1
    return (low, high - 1) if high > low else None


def _before(document: Document, at: int) -> tuple[int, int] | None:
    """From the start of the clause to the word before the cue at token `at`."""
    first, _ = document.sentences[document.tokens[at].sentence]
    high = at - 1
    while high > first and (
        document.norm(high) in VERBS
        or document.norm(high)
        in word_set(
            "all also strictly absolutely , not to just only simply completely confidential private and so therefore be - a an of"
        )
    ):
        high -= 1
    low = high
    while low > first and document.norm(low - 1) not in word_set(". ; : ( ) - , but |") and high - low < 10:
        if document.norm(low - 1) in ("and", "neither") and high - low >= 1:
            break
        low -= 1
    return (low, high) if low <= high else None


def _named_before(document: Document, hit: Hit) -> tuple[int, int] | None:
    """What "them" or "it" points back to: the beginning of its sentence, else of the sentence before."""
    first, _ = document.sentences[document.tokens[hit.first].sentence]
    if hit.first - first < 2:
        if not first or document.block_of[first - 1] is not document.block_of[hit.first]:
            return None
        first, end = document.sentences[document.tokens[first - 1].sentence]
    else:
        end = hit.first
    start = first
    for k in range(first, min(end, first + 9)):
        if document.norm(k) == "there" and document.norm(k + 1) in ("are", "is", "were"):
            start = k + 2
            break
    if document.norm(start) in ("also", "if", "when"):
        start += 1
    high = start
    while (
        high < end and document.norm(high) not in VERBS | word_set(", . ; : ! ? - ( ) that which") and high - start < 9
    ):
        high += 1
    return (start, high - 1) if high > start else None


def _goes_on(document: Document, i: int, last: int) -> bool:
    """Whether a comma parts the items of a list rather than two clauses."""
    ahead = document.norms(i + 1, min(last, i + 5))
    return bool({"and", "or", "nor"} & set(ahead)) and not word_set(
        "it we they i that you please because don dont"
    ) & set(ahead[:2])


def trimmed(document: Document, low: int, high: int) -> tuple[int, int] | None:
    while low < high and (document.norm(low) in LEADING or document.tokens[low].kind == "punct"):
        low += 1
    while high > low and (document.norm(high) in _TRAILING or document.tokens[high].kind == "punct"):
        high -= 1
    token = document.tokens[low]
    bare = low == high and (
        token.norm in LEADING | _TRAILING | VERBS or token.kind not in ("word", "date", "path", "other")
    )
    return None if bare or (len(token.norm) < 2 and low == high) else (low, high)
