"""Does an answer say the opposite? Denials and opposites, compared sentence by sentence.

An approximation, on purpose a simple one that can be read: it sees "can" against "cannot", "included"
against "not included", "before" against "after". It does not see irony, or a denial spread over sentences.
"""

import re
from typing import NamedTuple

from evals.graders.words import NEGATIONS, STOP_WORDS, content_stems, even, sentences, stem, words

_OPPOSITES = tuple(
    (frozenset(a.split()), frozenset(b.split()))
    for a, b in (
        ("before earlier", "after later"), ("included include includes", "excluded exclude excludes"),
        ("allowed permitted", "forbidden prohibited banned"), ("open opens", "closed closes shut"),
        ("enable enabled on", "disable disabled off"), ("minimum least", "maximum most"), ("more", "less fewer"),
        ("increase increased higher raise", "decrease decreased lower reduce"), ("required mandatory must", "optional"),
        ("always", "never"), ("accept accepted", "reject rejected refuse refused declined"), ("first", "last"),
        ("true", "false"), ("yes", "no"), ("inside indoors", "outside outdoors"), ("arrival arrive", "departure depart"),
        ("with", "without"), ("vor vorher früher", "nach nachher später"), ("mit", "ohne"), ("erlaubt", "verboten"),
        ("geöffnet", "geschlossen"), ("antes", "después"), ("con", "sin"), ("permitido", "prohibido"),
    )
)  # fmt: skip
# "on" and "off" stand in too many phrases ("on the ship", "drop off") to count as opposites alone.
_ONLY_TOGETHER = frozenset(
    {"on", "off", "most", "least", "more", "less", "with", "mit", "con", "must", "first", "last"}
)
# Ways of saying "free": a denial of the price, not of the offer.
_FREE = re.compile(r"\b(?:no|without(?: (?:any|an?))?|free of)\s+(?:extra |additional |further )?(?:charge|charges|cost|costs|fee|fees)\b|\bkostenlos\b|\bohne (?:gebühr|kosten|aufpreis)\b")  # fmt: skip
# Denials that leave the statement as it is.
_OPENING = re.compile(r"^\W*(?:yes|no|ja|nein|sí|si|oui|non)\b[,.!:;–-]+\s*(?=\S+\s+\S+)")
_DENYING = NEGATIONS | frozenset(
    "closed except excluding excluded forbidden prohibited impossible unable unavailable geschlossen verboten "
    "cerrado prohibido fermé interdit".split()
)
"""Words that deny by themselves: "closed on Sundays" and "not open on Sundays" are denied once each."""
_KEPT = re.compile(r"\bnot only\b|\bnot even\b|\bno problem\b|\bno later than\b|\bno more than\b|\bnot more than\b|\bdo not worry\b|\bwhy not\b|\bno longer than\b")  # fmt: skip


def denials(text: str) -> int:
    """How many words of denial a sentence has; ways of saying "free", and a "no" that only opens, don't count.

    Whether "No, dogs travel free" is right hangs on how it was asked, so only the rest of it is compared.
    """
    rest = _OPENING.sub("", even(text))
    return sum(word in _DENYING for word in words(_KEPT.sub(" ", _FREE.sub(" free ", rest))))


def says_the_opposite(answer: str, reference: str) -> bool:
    """Whether some sentence of the answer talks of the same thing as one of the reference, and denies it.

    Denials are counted clause by clause, because a sentence may affirm one thing and deny another: "open from
    Monday, closed on Sunday" against "closed on Monday, open on Sunday" has one denial on either side.
    """
    theirs = [(sentence, set(content_stems(sentence))) for sentence in sentences(answer)]
    said = _clauses(answer)
    for sentence in sentences(reference):
        ours = set(content_stems(sentence))
        if len(ours) < 2 or not theirs:
            continue
        closest, stems = max(theirs, key=lambda pair: len(ours & pair[1]) / len(ours | pair[1]))
        if len(ours & stems) < 0.5 * len(ours):
            continue  # another sentence, or none: what is missing is counted elsewhere
        meant = _clauses(sentence)
        turned = sum(_turned(clause, said) for clause in meant)
        if denials(sentence) % 2 != denials(closest) % 2:
            added = any(_turned(clause, meant) for clause in _clauses(closest) if clause.denied)
            if turned or added:
                return True
        elif turned >= 2:
            return True
        if _opposed(closest, sentence):
            return True
    return False


class _Clause(NamedTuple):
    stems: frozenset[str]
    denied: bool


_CUT = re.compile(
    r"[,;:()–—]+\s+|[.!?…]\s|\n|\s+(?:and|but|while|whereas|although|und|aber|sondern|y|pero|sino|et|mais)\s+"
)


_POLAR = frozenset(
    stem(word)
    for word in (*_DENYING, *"open opens opened allowed permitted possible available included accepted".split())
)
"""Words that say whether, not what: "open on Sunday" and "closed on Sunday" speak of the same thing."""


def _clauses(text: str) -> list[_Clause]:
    """Parts that are affirmed or denied for themselves. A single word goes with what stands before it: in "no cash,
    cards or cheques" the denial holds for all three."""
    found: list[_Clause] = []
    for sentence in sentences(text):
        for part in _CUT.split(_OPENING.sub("", even(sentence))):
            if not part or not set(words(part)) - STOP_WORDS - NEGATIONS:
                continue
            stems, denied = frozenset(content_stems(part)), denials(part) % 2 == 1
            matter = stems - _POLAR or stems
            if len(stems) < 2 and not denied and found:
                found[-1] = _Clause(found[-1].stems | matter, found[-1].denied)
            else:
                found.append(_Clause(matter, denied))
    return found


def _turned(clause: _Clause, others: list[_Clause]) -> bool:
    """Whether the closest clause of the other text, if it speaks of the same thing, is denied where this is not."""
    if not others:
        return False
    closest = max(others, key=lambda other: len(clause.stems & other.stems) / len(clause.stems | other.stems))
    same_thing = 2 * len(clause.stems & closest.stems) >= len(clause.stems)
    return same_thing and clause.denied != closest.denied


def _opposed(answer: str, reference: str) -> bool:
    said, meant = (set(words(_FREE.sub(" free ", even(text)))) for text in (answer, reference))
    for one, other in _OPPOSITES:
        for left, right in ((one, other), (other, one)):
            swapped = meant & left and not meant & right and said & right and not said & left
            if not swapped:
                continue
            if (meant & left | said & right) <= _ONLY_TOGETHER and len(said ^ meant) > 4:
                continue  # shy words count only where hardly anything else differs
            return True
    return False
