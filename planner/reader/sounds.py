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


def sounds_of_whole(document: Document) -> dict[str, float]:
    """Class -> how much the turn as a whole sounds like it, 0..1; empty where a program speaks, whose goal has no sound.

    Beside the tasks these are small talk, adverts and other jobs ("not_a_goal"), a wish for some model, whatever it may
    do ("vague"), and what surrounds a goal ("other").
    """
    spoken = [token for token in document.tokens[:LONGEST] if token.mark != "key and value"]
    if len(spoken) < len(document.tokens[:LONGEST]):
        return {}
    return classifier("task").probabilities(sentence_features(spoken))
