"""Personal data and secrets: made unreadable, thrown out with the record that holds them, or left as they are."""

from collections.abc import Iterator
from typing import Literal

from planner.reader.draft import Draft
from planner.reader.handling import Act, acts_on
from planner.reader.layout import Document
from planner.reader.lexicon.handling import NOT_PERSONS, PERSONAL, SECRETS
from planner.reader.patterns import Hit, Lexicon, within
from planner.reader.words import word_set

_PERSONAL, _SECRETS = Lexicon(PERSONAL), Lexicon(SECRETS)
Handling = Literal["keep", "redact", "drop"]
_SPEAKS = word_set("it model bot chatbot assistant agent answers replies")
_POINTS = word_set("them they those these such it that this one others")
_UNSEEN = word_set("hidden secret private out anonymous confidential unreadable masked away unrecognisable redacted")
_KEYS = Lexicon(
    {
        "pii": "pii|personal ?data ?=|:|-> keep|redact|mask|drop|remove|anonymize|anonymise; keep|redact|mask|drop pii",
        "secrets": "secrets|secret ?=|:|-> redact|mask|drop|remove|keep; redact|mask|drop secrets",
    }
)
_VERBS = ("redact", "anonym", "anonim", "pseudonym", "mask", "hide", "schwarz", "caviard", "deidentif")
_STRETCH = word_set(", ; : ( ) | - + .")
_DONE = word_set("keep redact mask drop remove anonymize anonymise")
_VALUES: dict[str, Handling] = {"keep": "keep", "drop": "drop"}


def read_sensitive(draft: Draft) -> None:
    for path, lexicon in (("data.cleaning.pii", _PERSONAL), ("data.cleaning.secrets", _SECRETS)):
        _settle(draft, path, list(_decided(draft.document, path, lexicon)))


def _decided(document: Document, path: str, lexicon: Lexicon) -> Iterator[tuple[Handling, int, int, int]]:
    """(What is to be done, first and last token that say so, token of what it is done to)."""
    others = (_PERSONAL if path.endswith("secrets") else _SECRETS).find(document)
    for hit in _KEYS.find(document):
        if hit.concept == path.rsplit(".", 1)[-1]:
            said = next(
                (w for w in reversed(document.norms(hit.first, hit.last + 1)) if w in ("keep", "drop")), "redact"
            )
            if document.norm(hit.last) in _DONE or document.norm(hit.last + 1) not in ("and", ","):
                yield _VALUES.get(said, "redact"), hit.first, hit.last, hit.first
                return
    things = [h for h in lexicon.find(document) if _meant(document, h)]
    if path.endswith("pii"):
        secret = {document.tokens[h.first].sentence for h in _SECRETS.find(document)}
        things = [h for h in things if document.tokens[h.first].sentence not in secret or not _only_act(document, h)]
    for sentence in dict.fromkeys(document.tokens[h.first].sentence for h in things):
        first, last = document.sentences[sentence]
        mine = within(things, first, last)
        acts = acts_on(document, mine, first, last)
        begin = first
        following = document.sentences.get(sentence + 1)
        if not acts and following and _goes_on(document, first, following, things):
            acts = acts_on(document, mine, first, following[1])
            last = following[1]
        asked = document.norm(last - 1) == "?"
        answer = document.norms(*following)[:1] if following else []
        if asked and answer not in (["yes"], ["yep"], ["ja"], ["oui"]):
            continue  # "Shall names be masked? No, leave them in."
        acts = [a for a in acts if not _of_others(document, a, mine, others)]
        yield from _of_sentence(document, acts, mine, begin, last)


def _goes_on(document: Document, first: int, following: tuple[int, int], things: list[Hit]) -> bool:
    """Whether the next sentence only points at what this one names ("Some hold keys. Such files go out.")."""
    return (
        document.block_of[first] is document.block_of[following[0]]
        and bool(_POINTS & set(document.norms(following[0], following[0] + 7)))
        and following[1] - following[0] <= 16
        and not within(things, *following)
    )


def _of_others(document: Document, act: Act, mine: list[Hit], others: list[Hit]) -> bool:
    """Whether the act's own stretch speaks of the other kind alone: "mask names 2) drop rows with passwords"."""
    low, high = act.first, act.last
    first, last = document.sentences[document.tokens[low].sentence]
    while low > first and document.norm(low - 1) not in _STRETCH:
        low -= 1
    while high + 1 < last and document.norm(high + 1) not in _STRETCH:
        high += 1
    return bool(within(others, low, high + 1)) and not within(mine, low, high + 1)


def _of_sentence(
    document: Document, acts: list[Act], things: list[Hit], first: int, last: int
) -> Iterator[tuple[Handling, int, int, int]]:
    """What a sentence says: a record that goes counts before all else, then what stays, then what is masked."""
    low, high = things[0].first, things[-1].last

    def said(act: Act, handling: Handling) -> tuple[Handling, int, int, int]:
        return handling, min(act.first, max(low, act.first - 14)), max(act.last, min(high, act.last + 14)), act.at

    acts = [act for act in acts if not _behaves(document, act, first)]
    gone = next((a for a in acts if a.kind == "out" and a.to == "record" and not a.denied), None)
    if gone is not None:
        yield said(gone, "drop")
        return
    spoken: dict[Handling, Act] = {}
    for act in acts:
        handling: Handling | None = None
        if act.kind == "mask" or (act.to == "thing" and act.kind == "out"):
            handling = "keep" if act.denied else "redact"
        elif act.to == "thing" and act.kind == "keep":
            handling = (
                "redact"
                if act.denied or _UNSEEN & set(document.norms(act.last + 1, min(last, act.last + 6)))
                else "keep"
            )
        if handling is not None:
            spoken.setdefault(handling, act)
    if "redact" in spoken and "keep" in spoken and any(a.denied and a.kind == "mask" for a in acts):
        # "don't mask the names, they may stay", "thrown out, not masked"
        positive = [a for a in acts if not a.denied and a.kind in ("mask", "out")]
        spoken.pop("redact" if not positive else "keep")
    for handling in ("redact", "keep"):
        if handling in spoken:
            yield said(spoken[handling], handling)


def _behaves(document: Document, act: Act, first: int) -> bool:
    """Whether it is the model that does so in its answers, not the cleaning."""
    ahead = document.norms(first, act.first)
    return (
        act.kind == "out"
        and bool(_SPEAKS & set(ahead[:3]))
        and not word_set("learn learned train trained training remember know see seen enter")
        & set(document.norms(act.first, act.last + 1))
    )


def _meant(document: Document, hit: Hit) -> bool:
    if any(document.tokens[k].masked or document.tokens[k].kind == "path" for k in range(hit.first, hit.last + 1)):
        return False
    words = document.norms(hit.first, hit.last + 1)
    if words[-1] in ("names", "name"):
        first, _ = document.sentences[document.tokens[hit.first].sentence]
        near = set(document.norms(max(first, hit.first - 2), hit.last)) | (
            {document.norm(hit.last + 2)} if document.norm(hit.last + 1) == "of" else set()
        )
        near |= set(document.norms(hit.last + 2, hit.last + 5)) if document.norm(hit.last + 1) == "of" else set()
        return not NOT_PERSONS & near and not (
            document.norm(hit.last + 1) == "for" and "our" in document.norms(hit.first - 2, hit.last)
        )
    if words == ["address"]:
        return document.norm(hit.first - 1) in word_set(
            "an any every each the private home postal street or and , customers no"
        )
    return True


def _only_act(document: Document, hit: Hit) -> bool:
    """ "Redact" by itself speaks of personal data, unless something else is named."""
    return document.norm(hit.first).startswith(_VERBS)


def _owners(document: Document, at: int) -> set[str]:
    """Whose names they are, by their first letters."""
    words = document.norms(at - 1, at) + (document.norms(at + 2, at + 5) if document.norm(at + 1) == "of" else [])
    return {word[:6] for word in words if len(word) > 4}


def _settle(draft: Draft, path: str, found: list[tuple[Handling, int, int, int]]) -> None:
    """One claim, or both of two that can't both hold for the same things."""
    if path.endswith("secrets"):
        found = [f for f in found if f[0] != "keep"]
    drop = next((f for f in found if f[0] == "drop"), None)
    keep = next((f for f in found if f[0] == "keep"), None)
    redact = next((f for f in found if f[0] == "redact"), None)
    document = draft.document
    if drop is not None:
        draft.set(path, "drop", drop[1], drop[2])
    elif keep is not None and redact is not None:
        apart = document.tokens[keep[3]].sentence != document.tokens[redact[3]].sentence
        whose, others = _owners(document, keep[3]), _owners(document, redact[3])
        apart = apart and not (whose and others and not whose & others)  # "names of customers … of our authors"
        if apart and document.norm(keep[3])[:4] == document.norm(redact[3])[:4]:
            draft.claim(path, "keep", keep[1], keep[2])
        draft.claim(path, "redact", redact[1], redact[2])
    elif (one := keep or redact) is not None:
        draft.set(path, one[0], one[1], one[2])
