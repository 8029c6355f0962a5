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
    steps = read_steps(turns, files, today)
    return steps[-1] if steps else Wishes(is_goal=False, intent="chat")


def read_steps(turns: list[str], files: Sequence[str], today: date) -> list[Wishes]:
    """What is asked for after each turn: what a question was answered with shows between two of them."""
    from planner.reader.conversation import read_conversation

    return list(read_conversation(turns, tuple(files), today))


__all__ = ["read", "read_steps"]
