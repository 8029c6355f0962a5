"""What is done with the records, and to what: whole records, or only something that stands in them.

"Drop every letter with a name in it" and "drop the names from the letters" have the same words; what the verb is done
to tells them apart. It is what stands behind an active verb, else what the clause begins with.
"""

from dataclasses import dataclass
from typing import Literal

from planner.reader.layout import Document
from planner.reader.lexicon.handling import ACTS, HOLDERS, HOLDS, INSIDE, WHATEVER, WHOLE
from planner.reader.patterns import Hit, Lexicon, within
from planner.reader.words import word_set

_ACTS = Lexicon(ACTS)
Object = Literal["record", "thing", ""]
"""What an act is done to; empty where it is neither a record nor what is looked for in them."""
_POINTERS = word_set("it them they those these that this such one")
_PARTS = word_set(": ; - ( ) | ! ? .")
_BEFORE_ACT = word_set("is are be been was were get gets must to has have should may can will not being getting")
_SUPPOSES = word_set("if when where whenever wherever should once as")
_DENIES = word_set(
    "not no dont never without neednt doesnt shouldnt mustnt wont cant needless nothing isnt arent kein keine nicht pas sin"
)
_DETAILS = word_set(
    "names name surnames addresses numbers phones emails ibans passwords secrets tokens keys creds duplicates"
)
_HELPS = word_set(
    "is are was were be been being to shall must should will would can may could might need needs have has had all ever really get gets got do does"
)
_BREAKS = word_set(", : ; - ( | but . !")
_DETERMINERS = word_set(
    "the a an any every each all such those these that this whole entire our my your of said complete full"
)


@dataclass(frozen=True, slots=True)
class Act:
    """What is done by tokens first..last, and what it is done to."""

    kind: Literal["mask", "out", "keep"]
    first: int
    last: int
    to: Object
    denied: bool
    at: int
    """Token of what it is done to; that of the act where there is none."""


def acts_on(document: Document, things: list[Hit], first: int, last: int) -> list[Act]:
    """The acts of tokens first..last-1; `things`: what is looked for in records, wherever it stands."""
    holding = {k: hit for hit in things for k in range(hit.first, hit.last + 1)}
    found: list[Act] = []
    for hit in within(_ACTS.find(document), first, last):
        if hit.concept == "out" and _bare(document, hit, last):
            continue
        to, at = _object(document, hit, holding, first, last)
        kind: Literal["mask", "out", "keep"] = (
            "mask" if hit.concept == "mask" else "out" if hit.concept == "out" else "keep"
        )
        denied = _denied(document, hit, first) or (to != "" and kind == "keep" and _none_of(document, at, first))
        found.append(Act(kind, hit.first, hit.last, to, denied, holding[at].last if at in holding else at))
    return found


def _none_of(document: Document, at: int, first: int) -> bool:
    """ "No name", "no one's name", "none of the names"."""
    for k in range(at, max(first, at - 4) - 1, -1):
        if document.norm(k) in _PARTS or document.norm(k) == ",":
            return False
        if document.norm(k) in ("no", "nobodys", "none", "nobody", "not"):
            return True
    return False


def _bare(document: Document, hit: Hit, last: int) -> bool:
    """ "Goes into the evaluation", "go through": nothing is thrown out."""
    words = document.norms(hit.first, hit.last + 1)
    after = document.norm(hit.last + 1) if hit.last + 1 < last else ""
    if words == ["out"]:  # "names of staff out", and not "it turns out"
        low = hit.first
        while low > 0 and low > hit.first - 6 and document.norm(low - 1) not in _BREAKS:
            low -= 1
        ahead = document.norms(low, hit.first)
        ends = after in ("", ",", ".", ";", "!", ")", "|", "please", "pls", "and")
        return not (ends and 0 < len(ahead) <= 5 and document.norm(low) in HOLDERS | _DETAILS)
    if words[-1] in ("go", "goes"):
        return after not in (
            "",
            ".",
            ",",
            ";",
            "!",
            ")",
            "|",
            "too",
            "and",
            "as",
            "please",
            "-",
            "completely",
            "entirely",
            "altogether",
            "whole",
        )
    return (
        words[-1] == "out"
        and after in ("of", "and")
        and words[0] in ("is", "are", "be", "come", "comes", "get", "gets")
        and document.norm(hit.last + 2) not in ("bounds", "training", "the")
    )


def _object(document: Document, hit: Hit, holding: dict[int, Hit], first: int, last: int) -> tuple[Object, int]:
    words = document.norms(hit.first, hit.last + 1)
    for k in range(hit.first + 1, hit.last + 1):  # "take the names out"
        kind = _nominal(document, k, holding)
        if kind and not _behind_preposition(document, k, hit.first):
            return kind, k
    pointed = bool(_POINTERS & set(words[1:]))
    passive = document.norm(hit.first - 1) in _BEFORE_ACT and not (
        document.norm(hit.first - 1) in ("to", "must", "should", "can", "may", "not", "will")
        and _acts_on_behind(document, hit)
    )
    if words[0] in ("is", "are", "be", "goes", "go", "stay", "stays", "gone", ":", "remain", "remains"):
        passive = True
    if not passive and not pointed:
        k = hit.last + 1
        while (
            k < last
            and document.norm(k) not in _PARTS
            and document.norm(k) not in (",", "and", "but", "if", "when", "so", "because")
        ):
            if (
                document.norm(k) in _POINTERS
                and document.norm(k + 1) not in HOLDERS
                and not _nominal(document, k + 1, holding)
            ):
                pointed = True
                break
            kind = _nominal(document, k, holding)
            if kind:
                return kind, k
            if document.norm(k) in INSIDE and document.norm(k) not in ("of", "with"):
                break
            k += 1
    around = set(document.norms(hit.first - 4, hit.last + 4))
    if WHOLE & around:
        return "record", hit.first
    return _ahead(document, hit.first, holding, first)


def _acts_on_behind(document: Document, hit: Hit) -> bool:
    return not document.norm(hit.first).endswith("ed")


def _ahead(document: Document, at: int, holding: dict[int, Hit], first: int) -> tuple[Object, int]:
    """What the clause in front of token `at` begins with; where it says nothing, the one before."""
    high = at
    while high > first:
        low = high
        while low > first and document.norm(low - 1) not in _PARTS:
            low -= 1
        if document.norm(low) in _SUPPOSES or document.norm(low + 1) in _SUPPOSES:
            comma = next((k for k in range(high - 1, low, -1) if document.norm(k) == ","), None)
            if comma is not None:
                found = _opening(document, comma + 1, high, holding)
                if found[0]:
                    return found
        for k in range(high - 1, low, -1):  # "…, those chats we don't use"
            if (
                document.norm(k - 1) in ("that", "those", "such", "whole", "entire", "these", "this")
                and document.norm(k) in HOLDERS
            ):
                return "record", k
        comma = next((k for k in range(high - 1, low, -1) if document.norm(k) == ","), None)
        if comma is not None:  # "mask the names, mails with an IBAN go"
            own = _opening(document, comma + 1, high, holding)
            if own[0] == "record" and own[1] <= comma + 3:
                return own
        found = _opening(document, low, high, holding)
        if found[0]:
            return found
        high = low - 1
    return "", at


def _opening(document: Document, low: int, high: int, holding: dict[int, Hit]) -> tuple[Object, int]:
    for k in range(low, high):
        kind = _nominal(document, k, holding)
        if kind and not _behind_preposition(document, k, low):
            return kind, k
    return "", low


def _nominal(document: Document, k: int, holding: dict[int, Hit]) -> Object:
    if k in holding:
        return "thing"
    word = document.norm(k)
    if (
        word in HOLDERS
        and document.tokens[k].kind == "word"
        and document.norm(k + 1) not in ("names", "name", "number", "numbers", "address")
    ):
        return "record"
    if word in WHATEVER and (document.norm(k + 1) in HOLDS or document.norms(k + 1, k + 3) == ["in", "which"]):
        return "record"
    return ""


def _behind_preposition(document: Document, k: int, low: int) -> bool:
    k -= 1
    while k > low and document.norm(k) in _DETERMINERS:
        k -= 1
    return k >= low and document.norm(k) in INSIDE


def _denied(document: Document, hit: Hit, first: int) -> bool:
    """Whether the act is one that shall not be: "don't mask", "no need to hide"."""
    words = document.norms(hit.first, hit.last + 1)
    if _DENIES & set(words[:1]) or (hit.concept == "keep" and words[0] in ("untouched", "unmasked")):
        return False
    helped = False
    for k in range(hit.first - 1, max(first, hit.first - 6) - 1, -1):
        word = document.norm(k)
        if word in _BREAKS:
            break
        if (
            word == "instead"
            or (word == "than" and document.norm(k - 1) == "rather")
            or (word in _DENIES and document.norm(k + 1) not in ("only", "just"))
        ):
            return True
        helped = helped or word in _HELPS
        if (helped or hit.first - k > 3) and word not in _HELPS:
            break  # "what is not in Danish shall be dropped"
    behind = document.norms(hit.last + 1, hit.last + 4)
    return behind[:2] in (
        ["isnt", "enough"],
        ["is", "not"],
        ["wont", "do"],
        ["isnt", "needed"],
        ["nothing"],
        ["not", "needed"],
    ) or behind[:1] in (["nothing"],)
