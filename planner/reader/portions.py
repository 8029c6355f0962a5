"""A count out of a count that stands apart from it is a share: "of 100 mails at most 4", "285 of them"."""

from planner.reader.layout import Document
from planner.reader.tokens import Token
from planner.reader.words import word_set

_OUT_OF = word_set("of from in on out among amongst auf von aus sur su de em per bei")
_EACH = word_set("every each the our all my a these those")
_ROUND = frozenset((10.0, 20.0, 50.0, 100.0, 200.0, 250.0, 300.0, 400.0, 500.0, 1000.0, 10000.0))
_JUDGED = word_set(
    "answers questions replies cases tests checks mails letters calls messages tickets documents sentences drafts "
    "requests examples items samples lines strings summaries prompts tries attempts times chats forms invoices "
    "bookings records files translations texts outputs scenarios tasks problems rows entries pages images photos clips"
)
"""What is looked at one by one when a model is examined."""
_AMOUNT = word_set(
    "at most least max maximum maximal maximally min minimum mindestens hochstens no not more less fewer than only "
    "exactly the a to must may can could should shall will with has have need needs and up"
)
_GOES_ON = word_set(
    "may must can could should shall will would has have needs need be is are get gets go goes right wrong correct "
    "incorrect false pass passes passed passing fail fails come comes with of or at or and for as in to by that which "
    "survive survives land lands end ends stay stays contain contains hold holds parse parses"
)
_BOUNDS = word_set("more less fewer better higher lower above below")
FARTHEST = 12
"""Tokens between a whole and its part."""


def join_parts(document: Document) -> None:
    """Makes the part a token of kind `share` whose `whole` is the token of the number that it is a part of."""
    _of_them(document)
    _part_with_limit(document)
    _whole_first(document)


def _of_them(document: Document) -> None:
    """ "Our 300 questions …, at least 285 of them"."""
    tokens = document.tokens
    for i, token in enumerate(tokens):
        of_them = document.norm(i + 1) == "of" and document.norm(i + 2) in ("them", "these", "those")
        of_which = document.norm(i - 2) == "of" and document.norm(i - 1) in ("which", "whom", "them", "these", "those")
        if not _count(token) or not (of_them or of_which):
            continue
        for k in range(i - 1, max(-1, i - 24), -1):
            whole = tokens[k]
            if _count(whole) and float(whole.value) > float(token.value) > 0 and _together(document, k, i):
                _join(token, whole, k)
                break


def _part_with_limit(document: Document) -> None:
    """ "55 or more of 100 sentences": the limit stands between a part and its whole."""
    tokens = document.tokens
    for i, part in enumerate(tokens):
        if document.norms(i + 1, i + 2) != ["or"] or document.norm(i + 2) not in _BOUNDS or not _count(part):
            continue
        k = i + 4 + (document.norm(i + 3) == "out")
        if document.norm(k - 1) not in ("of", "in", "from"):
            continue
        while document.norm(k) in _EACH:
            k += 1
        whole = tokens[k] if k < len(tokens) else part
        if _count(whole) and whole.sentence == part.sentence and 0 < float(part.value) < float(whole.value):
            _join(part, whole, k)


def _whole_first(document: Document) -> None:
    """ "In 100 answers at most 2", "of our 40 checks it has to pass 36", "from ten answers one can be wrong"."""
    tokens = document.tokens
    for k, whole in enumerate(tokens):
        if not _count(whole) or float(whole.value) < 4 or not float(whole.value).is_integer():
            continue
        before = k - 1
        while document.norm(before) in _EACH and before > k - 4:
            before -= 1
        noun = next((t.norm for t in tokens[k + 1 : k + 4] if t.norm in _JUDGED and t.sentence == whole.sentence), "")
        told = (
            document.norm(k - 1) in word_set("the our these those all has have are with check checks contains") and noun
        )
        if document.norm(before) not in _OUT_OF and not told:
            continue
        plural = float(whole.value) in _ROUND and document.norm(k + 1).endswith("s")
        plain = float(whole.value) in _ROUND and tokens[before].norm in ("from", "out", "of")
        if not (noun or plural or plain):
            continue
        for i in range(k + 1, min(k + 2 + FARTHEST, len(tokens))):
            part = tokens[i]
            if part.sentence != whole.sentence or part.norm in (";", "|"):
                break
            if part.kind not in ("word", "punct", "op"):
                if (
                    _count(part)
                    and 0 < float(part.value) < float(whole.value)
                    and _is_part(document, i)
                    and (document.norm(before) in _OUT_OF or _limited(document, i))
                ):
                    _join(part, whole, k)
                break


def _limited(document: Document, i: int) -> bool:
    """Whether a limit stands beside a number, or it is what passes: "the 60 questions: 54 or more passed"."""
    beside = {*document.norms(i - 3, i), *document.norms(i + 1, i + 5)}
    return bool(
        beside
        & word_set(
            "least most more fewer less minimum maximum min max pass passed right correct wrong fine must ok solved"
        )
    )


def _is_part(document: Document, i: int) -> bool:
    """Whether the number at token i counts some of what was named, not things of its own ("of 40 checks 2 hours")."""
    after = document.norm(i + 1)
    same = i + 1 < len(document.tokens) and document.tokens[i + 1].sentence == document.tokens[i].sentence
    if same and document.tokens[i + 1].kind in ("word", "model", "path") and after not in _GOES_ON:
        return after in _JUDGED and document.norm(i - 1) in _AMOUNT
    return True


def _count(token: Token) -> bool:
    return (
        token.kind == "num"
        and not token.masked
        and not token.mark
        and not token.signed
        and isinstance(token.value, float)
    )


def _together(document: Document, one: int, other: int) -> bool:
    return document.block_of[one] is document.block_of[other]


def _join(part: Token, whole: Token, at: int) -> None:
    part.kind, part.raw, part.low = "share", float(part.value), None
    part.value = float(part.value) / float(whole.value)
    part.whole = at
