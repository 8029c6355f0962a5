"""Which criterion a few words speak of: what the lexicon names in them, and what they sound like as a whole."""

from dataclasses import dataclass
from math import log

from planner.reader.features import sentence_features
from planner.reader.layout import Document
from planner.reader.learned import classifier
from planner.reader.lexicon.quality import RUBRIC
from planner.reader.patterns import Hit, Lexicon, around
from planner.reader.words import word_set

_CRITERIA = Lexicon(RUBRIC)
NAMED = 2.2
"""What a word of the lexicon counts for, in log-odds; each further word of its phrase a little more."""
_LONGER = 0.5
_GENERAL = 1.2
"""By how much less a lone broad word counts: "right", "rules"."""
SURE = 0.3
"""Probability from which on words are of the criterion that they sound like, where no word names one."""
_BROAD = word_set("right correct works exact true rules rule policy term terms name names tool tools")
EMPTY = word_set(
    "that this it which counts count weighs weigh gets get give gives is are be worth points point for of the a an and so "
    "by with to on in if when whenever each every any as at we i you one more less has have will would should must weight "
    "score scores scored also then plus minus off deduct take away"
)
"""Words that name no criterion by themselves."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A criterion and the tokens, both inclusive, that name it (or all that were looked at)."""

    criterion: str
    first: int
    last: int
    named: bool
    """Whether a word of the lexicon names it."""
    evidence: float


def named_criteria(document: Document) -> list[Hit]:
    """Phrases that name a criterion, the longer ones before those inside them."""
    known: list[Hit] | None = document.found.get("criteria")
    if known is None:
        hits = _CRITERIA.find(document)
        known = document.found["criteria"] = [
            h
            for h in hits
            if not any(
                o is not h and o.first <= h.first and h.last <= o.last and (o.last - o.first) > (h.last - h.first)
                for o in around(hits, h)
            )
            and not (
                h.concept == "correctness"
                and document.norm(h.first) == "right"
                and document.norm(h.first + 1) in word_set("here now away one tool tone names words format")
            )
        ]
    return known


def criterion_of(
    document: Document, first: int, last: int, *, without: frozenset[str] = frozenset(), sure: float = SURE
) -> Spoken | None:
    """The criterion that tokens first..last-1 speak of, or None where they name none and sound like none.

    Args:
        without: criteria that are out of the question.
        sure: how sure the sound alone must be.
    """
    tokens = [t for t in document.tokens[first:last] if t.kind in ("word", "num", "duration", "share", "path")]
    if not any(t.kind == "word" and t.norm not in EMPTY for t in tokens):
        return None
    sounds = classifier("criterion").probabilities(sentence_features(tokens))
    hits = [h for h in named_criteria(document) if first <= h.first and h.last < last and h.concept not in without]
    best: Spoken | None = None
    for hit in hits:
        words = document.norms(hit.first, hit.last + 1)
        evidence = NAMED + _LONGER * (len(words) - 1) + log(max(sounds.get(hit.concept, 0.0), 0.01))
        if len(words) == 1 and words[0] in _BROAD:
            evidence -= _GENERAL
        if best is None or evidence > best.evidence:
            best = Spoken(hit.concept, hit.first, hit.last, True, evidence)
    if best is not None:
        return best
    sound = max((c for c in sounds if c not in without), key=lambda c: sounds[c], default="none")
    if sound in ("none", "custom") or sounds[sound] < sure:
        return None
    return Spoken(sound, first, last - 1, False, log(sounds[sound]))
