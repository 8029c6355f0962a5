"""The built-in reader: what the words of a conversation ask for. No model, no network, pure.

A turn is cut into tokens with their places (`tokens`, `numbers`, `dates`, `quantities`, `layout`); phrases of the
lexicons are found in it (`patterns`); each field takes what belongs to it (`turn` lists them in their order); the
turns are then merged (`conversation`).
"""

from collections.abc import Sequence
from datetime import date

from planner.claims import Wishes


def read(turns: list[str], files: Sequence[str], today: date) -> Wishes:
    """What is asked for after the last turn.

    Args:
        turns: what the user said, oldest first.
        files: names of attached files; they need not exist.
        today: what "by Friday" and "since March" are counted from.
    """
    from planner.reader.conversation import read_conversation

    return read_conversation(turns, tuple(files), today)


__all__ = ["read"]
