"""Which task the sentences of a turn sound like, whatever their words are."""

from planner.reader.features import sentence_features
from planner.reader.layout import Document
from planner.reader.learned import classifier
from planner.reader.words import word_set

ASIDE = word_set("other vague not_a_goal")
"""Classes of sentences that speak of no task."""
MOST_OF_WHOLE = 0.5
"""What the turn as a whole can add; it is the least sure, as many things stand in it."""
MOST, FEWEST, LONGEST = 60, 3, 1500
"""Sentences that are listened to, as a goal stands early; words below which one says too little; tokens of the whole."""


def sounds_like(document: Document) -> dict[str, tuple[float, int]]:
    """Task -> how many sentences, in shares, sound like it, with the turn as a whole as one more; and the sentence
    that does most."""
    model = classifier("task")
    found: dict[str, tuple[float, float, int]] = {}
    heard = 0
    for sentence, (first, last) in list(document.sentences.items())[:MOST]:
        tokens = [token for token in document.tokens[first:last] if not token.masked]
        if sum(token.kind == "word" for token in tokens) < FEWEST or document.block_of[first].kind == "row":
            continue
        heard += 1
        chances = model.probabilities(sentence_features(tokens))
        telling = 1.0 - sum(chances[name] for name in ASIDE)  # asides in a row must not add up to a goal
        for name, value in chances.items():
            whole, best, place = found.get(name, (0.0, 0.0, sentence))
            found[name] = (whole + telling * value, max(best, value), sentence if value > best else place)
    if not heard:
        return {}
    spoken = [token for token in document.tokens[:LONGEST] if not token.masked]
    for name, value in model.probabilities(sentence_features(spoken)).items():
        whole, best, place = found[name]
        found[name] = (whole + min(MOST_OF_WHOLE, value), best, place)
    return {name: (whole, place) for name, (whole, _, place) in found.items() if name not in ASIDE}


def sounds_foreign(document: Document) -> float:
    """How much a turn sounds like small talk, an advert or another job, 0..1."""
    return _sound(document, "not_a_goal")


def sounds_vague(document: Document) -> float:
    """How much a turn sounds like a wish for some model, whatever it may do, 0..1."""
    return _sound(document, "vague")


def _sound(document: Document, kind: str) -> float:
    spoken = [token for token in document.tokens[:LONGEST] if token.mark != "key and value"]
    if len(spoken) < len(document.tokens[:LONGEST]):
        return 0.0  # a program's goal has no sound
    return classifier("task").probabilities(sentence_features(spoken))[kind]
