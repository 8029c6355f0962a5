"""Does an answer say the opposite? Denials and opposites, compared sentence by sentence.

An approximation, on purpose a simple one that can be read: it sees "can" against "cannot", "included"
against "not included", "before" against "after". It does not see irony, or a denial spread over sentences.
"""

import re

from evals.graders.words import NEGATIONS, content_stems, even, sentences, words

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
_FREE = re.compile(r"\b(?:no|without(?: any)?|free of)\s+(?:extra |additional |further )?(?:charge|charges|cost|costs|fee|fees)\b|\bkostenlos\b|\bohne (?:gebühr|kosten|aufpreis)\b")  # fmt: skip
# Denials that leave the statement as it is.
_KEPT = re.compile(r"\bnot only\b|\bno problem\b|\bno later than\b|\bno more than\b|\bnot more than\b|\bdo not worry\b|\bwhy not\b|\bno longer than\b")  # fmt: skip


def denials(text: str) -> int:
    """How many words of denial a sentence has; ways of saying "free" and the like don't count."""
    return sum(word in NEGATIONS for word in words(_KEPT.sub(" ", _FREE.sub(" free ", even(text)))))


def says_the_opposite(answer: str, reference: str) -> bool:
    """Whether some sentence of the answer talks of the same thing as one of the reference, and denies it."""
    theirs = [(sentence, set(content_stems(sentence))) for sentence in sentences(answer)]
    for sentence in sentences(reference):
        ours = set(content_stems(sentence))
        if len(ours) < 2 or not theirs:
            continue
        closest, stems = max(theirs, key=lambda pair: len(ours & pair[1]) / len(ours | pair[1]))
        if len(ours & stems) < 0.5 * len(ours):
            continue  # another sentence, or none: what is missing is counted elsewhere
        if denials(sentence) % 2 != denials(closest) % 2:
            return True
        if _opposed(closest, sentence):
            return True
    return False


def _opposed(answer: str, reference: str) -> bool:
    said, meant = set(words(answer)), set(words(reference))
    for one, other in _OPPOSITES:
        for left, right in ((one, other), (other, one)):
            swapped = meant & left and not meant & right and said & right and not said & left
            if not swapped:
                continue
            if (meant & left | said & right) <= _ONLY_TOGETHER and len(said ^ meant) > 4:
                continue  # shy words count only where hardly anything else differs
            return True
    return False
