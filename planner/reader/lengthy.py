"""Very long turns: what is said word for word again adds nothing, and what is too much is not half read in silence.

A request is a page or two. What is longer has material in it: a pasted mail thread, a table, a log. Reading
compares what was found with what stands near it, so its time must be bounded by what is new, not by what is there.
"""

from collections.abc import Callable

from planner.claims import Dispute
from planner.reader.tokens import Token

LONG = 4_000
"""Characters; a shorter turn is taken as it is, repetitions and all."""
LONGEST_SENTENCE = 160
"""Tokens; a list or log without a full stop is cut there, so that nothing in it reaches further."""
MOST_TOKENS = 45_000
"""New ones that are read: more than 200,000 characters of prose have."""
MOST_VALUES = 700
"""Numbers, dates, paths and names among them; a table has more, a request never."""
_VALUES = frozenset("num path date model".split())


def condense(tokens: list[Token], text: str, is_shown: Callable[[int], bool]) -> tuple[list[Token], bool]:
    """The tokens of a turn, in sentences already, without the sentences that were said before.

    `is_shown` tells the places of what is only shown, such as a quoted mail: its figures are no wishes.
    Returns: them, and whether some were left out that say something new.
    """
    pieces = _pieces(tokens)
    if len(text) < LONG and all(last - first < LONGEST_SENTENCE for first, last in pieces):
        return tokens, False
    kept: list[Token] = []
    seen: set[str] = set()
    values, sentence = 0, 0
    for first, last in pieces:
        said = text[tokens[first].start : tokens[last - 1].end]
        if said in seen and len(text) >= LONG:
            continue
        new = sum(token.kind in _VALUES and not is_shown(token.start) for token in tokens[first:last])
        if len(kept) + last - first > MOST_TOKENS or values + new > MOST_VALUES:
            return kept, True
        seen.add(said)
        values += new
        for token in tokens[first:last]:
            token.sentence = sentence
        sentence += 1
        kept += tokens[first:last]
    return kept, False


def too_much() -> Dispute:
    """What is said about a turn that was not read to its end."""
    return Dispute(
        fields=["goal"],
        problem="The request is too long to be read with care: it has more numbers, dates and names than a request "
        "can mean, and I stopped reading before its end.",
        suggestion="Say in a page or two what you need, and put the rest into a file that you attach.",
    )


def _pieces(tokens: list[Token]) -> list[tuple[int, int]]:
    """First token and one past the last of each sentence, long ones in several."""
    pieces, first = [], 0
    for i in range(1, len(tokens) + 1):
        ends = i == len(tokens) or tokens[i].sentence != tokens[first].sentence
        if ends or i - first == LONGEST_SENTENCE:
            pieces.append((first, i))
            first = i
    return pieces
