"""Phrases that name a part of the data by themselves ("the ones tagged 'bonus'", "the subfolder drafts"), and whether
what is said of them leaves them out: next to them, or further on by a word that points back.
"""

from planner.reader.layout import Document
from planner.reader.lexicon.parts import OF_RECORDS, PLACES, VERDICTS
from planner.reader.patterns import Hit, Lexicon, within
from planner.reader.words import word_set

_VERDICTS = Lexicon(VERDICTS)
_HEADS = (
    OF_RECORDS
    | PLACES
    | word_set(
        "ones those anything everything whatever adverts ads notices notes sittings reports annexes procedures guidelines protocols papers versions what"
    )
)
_BOUND = word_set("anything everything whatever ones those what")
_ASKS = word_set("is are was we it you i they he she counts matters to the happens will would should if")
"""Heads that say nothing without what follows them."""
_RESTRICTS = word_set(
    "for tagged marked flagged named called filed labelled labeled titled signed dated recorded written stamped coded from with about by under inside "
    "concerning containing relating regarding touching bearing carrying starting beginning where whose that which who mentioning on of in to"
)
_RELATIVE = word_set("that which who where whose")
_ENDS = word_set(". ; : ( ) , | - ! ? but because since so and or though while when if then please")
_VERBS = word_set(
    "is are was were be isnt arent wasnt must mustnt should may can cannot cant shall will would stays stay goes go have has had do does doesnt dont not never holds hold contains "
    "contain follow follows came come i we you they it he she skip ignore exclude leave drop only"
)
_NOT_BEFORE = word_set(
    "in of from under on with by to at for and or but the a an is are was were has have had contains holds learn use take read our my your their its these those this that as "
    "skip ignore exclude leave drop omit without not except minus also no any all only please every some many most there than"
)
_PLACED = word_set(
    "folder subfolder directory dir category section chapter channel module tag branch series status label group project team appendix annex matter"
)
_SHORT = 9
"""Tokens of a phrase, at most."""


def left_out_by(document: Document, low: int, high: int) -> Hit | None:
    """The words that leave out what tokens low..high name."""
    first, last = document.sentences[document.tokens[low].sentence]
    following = document.sentences.get(document.tokens[high].sentence + 1, (0, 0))
    verdicts = within(_VERDICTS.find(document), first, max(last, following[1]))
    if high + 1 < last and document.norm(high + 1) in _AWAY:  # "hold the psychiatric ones back"
        verb = next((k for k in range(low - 1, max(first, low - 4) - 1, -1) if document.norm(k) in _MOVES), None)
        if verb is not None and set(document.norms(verb + 1, low)) <= _FILL:
            return Hit("before", verb, verb)
    for hit in verdicts:
        if (
            hit.concept == "before"
            and first <= hit.first
            and hit.last < low
            and set(document.norms(hit.last + 1, low)) <= _FILL
        ):
            return hit
        if hit.concept == "behind" and high < hit.first < last and _adjoins(document, high, hit.first):
            return hit if document.norms(hit.last + 1, hit.last + 3) not in (["for", "it"], ["for", "the"]) else None
    for hit in verdicts:
        if hit.concept != "back" or not high < hit.first:
            continue
        between = document.norms(high + 1, hit.first)
        same = document.tokens[hit.first].sentence == document.tokens[high].sentence
        if same and len(between) <= 12 and not any(document.tokens[k].kind == "path" for k in range(high, hit.first)):
            return hit
        if (
            following[0] <= hit.first <= following[0] + 3
            and document.block_of[following[0]] is document.block_of[high]
            and low - first <= 3
        ):
            return hit
    return None


_AWAY = word_set("back out away aside off")
_MOVES = word_set("hold holds keep keeps leave leaves take takes throw throws kick cut put set sort filter weed")
_FILL = word_set("the a an any all of those these our your that what is everything in it")


def _adjoins(document: Document, high: int, at: int) -> bool:
    between = document.norms(high + 1, at)
    return len(between) <= 4 and set(between) <= word_set(
        "is are was were also all they it which that , - all just simply please to be ) by now strictly should must"
    )


def part_phrases(document: Document) -> list[tuple[int, int, int]]:
    """First and last token of each phrase that names a part, without its article; and the token of its head."""
    found: list[tuple[int, int, int]] = []
    for k, token in enumerate(document.tokens):
        if token.masked or token.norm not in _HEADS or (found and found[-1][1] >= k):
            continue
        first, last = document.sentences[token.sentence]
        if token.norm == "what" and (k > first or document.norm(k + 1) in _ASKS):
            continue
        low = k
        while low > first and k - low < 4 and _describes(document, low - 1):
            low -= 1
        high = _to_the_right(document, k, last) if token.norm != "what" else _clause_of_what(document, k, last)
        bare = token.norm in _BOUND and high == k and low == k
        quoted = any(marked(document, i) for i in range(low, high + 1))
        named = token.norm in _PLACED and (low < k or high > k)
        restricted = (
            high > k and document.norm(k + 1) in _RESTRICTS and not (token.norm in ("part", "parts") and not quoted)
        )
        if not bare and (
            quoted or named or restricted or token.norm == "what" or (token.norm in ("ones", "folder") and low < k)
        ):
            found.append((low, high, k))
    return found


def _clause_of_what(document: Document, k: int, last: int) -> int:
    """ "What Petersen wrote": up to the next verb of the sentence."""
    end = next((i for i in range(k + 2, min(last, k + 7)) if document.norm(i) in _VERBS | _ENDS), k + 1)
    return end - 1


def _describes(document: Document, i: int) -> bool:
    token = document.tokens[i]
    return token.kind in ("word", "other", "ordinal") and token.norm not in _NOT_BEFORE and token.norm not in _VERBS


def marked(document: Document, i: int) -> bool:
    """Whether a token stands in quotation marks, backticks or asterisks."""
    token, text = document.tokens[i], document.text
    return text[max(0, token.start - 1)] in "\"“'`*„«‘" or text[token.end : token.end + 1] in tuple('"”`*“»’')


def _to_the_right(document: Document, k: int, last: int) -> int:
    """The last token of the phrase whose head is token k."""
    high = k
    if document.norm(k) in _PLACED and k + 1 < last and document.norm(k + 1) not in _VERBS | _ENDS | _RESTRICTS:
        high += 1
        while (
            high + 1 < last
            and document.tokens[high + 1].start <= document.tokens[high].end + 1
            and (
                marked(document, high + 1)
                or document.text[document.tokens[high].end : document.tokens[high + 1].start] in ("_", "")
            )
        ):
            high += 1
    while high + 1 < last and marked(document, high + 1) and document.norm(high + 1) not in _VERBS:
        high += 1
    if (
        high + 1 < last
        and document.norm(high + 1) in _RESTRICTS
        and document.norm(high + 2) not in ("there", "it", "them")
    ):
        relative = document.norm(high + 1) in _RELATIVE
        end = high + 2
        while end < last and end - k < _SHORT:
            word = document.norm(end)
            if (
                word in ("and", "or")
                and document.norm(end + 1) in _HEADS - _BOUND
                and document.norm(end + 2) not in _VERBS | _ENDS
            ):
                break
            if word in _ENDS and not (marked(document, end) and word not in (",", ".")):
                break
            if word in _VERBS and not relative:
                break
            if word in _VERBS:
                relative = False
            end += 1
        if end > high + 2 or document.norm(high + 1) not in _RELATIVE:
            high = max(high, end - 1) if end > high + 2 else high
    return high
