"""JSON Lines: an object a line; a line that can't be parsed is a record too."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from training.data.readers.lines import decoded_lines, sniffed
from training.data.record import Raw


def read_jsonl(file: BinaryIO) -> Iterator[Raw]:
    """A record for every line that is not blank."""
    index = 0
    for line, text in decoded_lines(file, sniffed(file)):
        if not text.strip():
            continue
        yield parsed(index, line, text)
        index += 1


def parsed(index: int, line: int | None, text: str) -> Raw:
    """One JSON value as a record."""
    if text.startswith("\x00" * 64):
        return Raw(index, line, None, "corrupted", "a line of more than 16 MiB")
    try:
        value = json.loads(text, strict=False, parse_constant=_nothing)
    except (ValueError, RecursionError) as error:
        told = getattr(error, "msg", "nested too deeply")
        return Raw(index, line, None, "corrupted", f"not valid JSON: {told}")
    return as_raw(index, line, value)


def _nothing(_: str) -> None:
    """NaN and Infinity are no JSON; as null they can be written again."""


def as_raw(index: int, line: int | None, value: object) -> Raw:
    """A JSON value as a record: objects as they are, a bare string as text, turns as a conversation."""
    if isinstance(value, dict) and value:
        return Raw(index, line, {str(key): part for key, part in value.items()})
    if isinstance(value, str):
        return Raw(index, line, {"text": value})
    if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
        return Raw(index, line, {"messages": value})
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return Raw(index, line, {"text": "\n".join(value)})
    return Raw(index, line, None, "corrupted", "a JSON value with no text in it")
