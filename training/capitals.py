"""May a model read what users say in lower case? Not where answers repeat the user's own names and codes."""

import re
from collections import Counter

from training.spec import Message

SELDOM = 3
"""A word in fewer answers than this can't be learned as a word of the house: it was copied from the question."""
TOLERATED = 0.02
"""Share of answers that may copy a capital: greetings that repeat a customer's name, now and then."""
_CAPITALISED = re.compile(r"\b\w*[A-Z]\w*\b")


def copies_capitals(chats: list[list[Message]]) -> bool:
    """Whether answers take words with capitals (names, codes, identifiers) from what the user said."""
    if not chats:
        return False
    in_answers = [set(_CAPITALISED.findall(chat[-1].content)) for chat in chats]
    counts = Counter(word for words in in_answers for word in words)
    copied = 0
    for chat, words in zip(chats, in_answers, strict=True):
        asked = set(_CAPITALISED.findall(" ".join(turn.content for turn in chat[:-1])))
        copied += any(counts[word] < SELDOM for word in words & asked)
    return copied > TOLERATED * len(chats)
