"""Vocabulary and context: what a small model from scratch needs to read the user's own text."""

import math

from executor.circumstances import Counts
from executor.rules.chosen import Chosen, number, power_of_two_at_least

CHARACTERS_PER_TOKEN = 3.0
"""Of a small vocabulary made from the text itself; large ones reach 4 and more on English."""
SMALLEST_VOCABULARY, LARGEST_VOCABULARY = 512, 32768
CONVERSATION_FRAME = 24
"""Tokens that a chat template puts round the turns of a short conversation."""


def tokens(characters: float) -> float:
    """About how many tokens a text is."""
    return characters / CHARACTERS_PER_TOKEN


def hidden_width(parameters: float) -> float:
    """About how wide a model of this size is: six blocks of 12 x width^2 weights."""
    return math.sqrt(parameters / 72)


def vocabulary_size(counts: Counts, parameters: float) -> Chosen:
    """Number of tokens in a vocabulary made for the text.

    It grows with the square root of the text (Heaps' law, exponent about 0.5), so that most entries are
    seen often enough to be learned; and its embeddings take at most half of the weights.
    """
    characters = counts.passages.characters + counts.conversations.characters
    wanted = 10 * math.sqrt(max(1.0, tokens(characters)))
    room = 0.5 * parameters / hidden_width(parameters)
    size = 2 ** math.floor(math.log2(max(1.0, min(wanted, room))))
    size = max(SMALLEST_VOCABULARY, min(LARGEST_VOCABULARY, size))
    reason = "the embeddings may take half of the weights" if room < wanted else "most entries shall be seen often"
    return Chosen(size, f"{number(characters)} characters of text; {reason}.")


def context_length(counts: Counts, *, longest: int) -> Chosen:
    """Tokens that the model reads at once: as many as 99 of 100 examples need, and no more.

    Args:
        longest: what the machine's memory and patience allow.
    """
    conversation = tokens(counts.conversations.long) * 1.15 + CONVERSATION_FRAME if counts.conversations.n else 0
    passage = min(512.0, tokens(counts.passages.long)) if counts.passages.n else 0
    wanted = power_of_two_at_least(max(conversation, passage))
    length = max(128, min(longest, wanted))
    cut = ", cut to what this machine can train" if wanted > longest else ""
    return Chosen(length, f"99 of 100 examples are shorter than {number(max(conversation, passage))} tokens{cut}.")


def longest_context(gpu_memory_gb: float | None) -> int:
    """Tokens at once that training on this machine allows."""
    return 1024 if gpu_memory_gb is None else 4096
