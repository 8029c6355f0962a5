"""Reads what `split` wrote: conversations and passages, as lines of `Example`."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from training.spec import Example, Message, Problem


def read_examples(path: Path) -> Iterator[Example]:
    """The examples of one JSON Lines file, in order; none where the file is absent or empty.

    Raises: Problem naming file and line where a line is no example.
    """
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield Example.model_validate_json(line)
            except ValidationError as error:
                raise Problem(
                    f"{path.name}, line {number}, is not a training example.",
                    next_step="Run the split again: its files are made by the program and not meant to be edited.",
                ) from error


def conversations(path: Path) -> list[list[Message]]:
    """Conversations that end in an answer; others have nothing to teach and are passed over."""
    found = [example.messages for example in read_examples(path)]
    return [messages for messages in found if len(messages) > 1 and messages[-1].role == "assistant"]


def passages(path: Path) -> list[str]:
    """Texts to read."""
    return [example.text for example in read_examples(path) if example.text and example.text.strip()]


def as_dicts(messages: list[Message]) -> list[dict[str, str]]:
    """As chat templates take them."""
    return [{"role": message.role, "content": message.content} for message in messages]
