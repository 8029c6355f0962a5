"""Which task the sentences of a turn sound like, whatever their words are."""

from planner.reader.features import sentence_features
from planner.reader.layout import Document
from planner.reader.learned import classifier
from planner.reader.words import word_set

ASIDE = word_set("other vague not_a_goal")
"""Classes of sentences that speak of no task."""
MOST, FEWEST = 60, 3
"""Sentences that are listened to, as a goal stands early; words below which one says too little."""


def sounds_like(document: Document) -> dict[str, tuple[float, int]]:
    """Task -> how many sentences, in shares, sound like it, and the sentence that does most."""
    model = classifier("task")
    found: dict[str, tuple[float, float, int]] = {}
    for sentence, (first, last) in list(document.sentences.items())[:MOST]:
        tokens = [token for token in document.tokens[first:last] if not token.masked]
        if sum(token.kind == "word" for token in tokens) < FEWEST or document.block_of[first].kind == "row":
            continue
        for name, value in model.probabilities(sentence_features(tokens)).items():
            whole, best, place = found.get(name, (0.0, 0.0, sentence))
            found[name] = (whole + value, max(best, value), sentence if value > best else place)
    return {name: (whole, place) for name, (whole, _, place) in found.items() if name not in ASIDE}
