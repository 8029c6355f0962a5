"""Plain text and Markdown as one document; text that is really a list of tasks or a chat is told apart."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from training.data.readers.chatlog import is_chatlog, read_chatlog
from training.data.readers.jsonlines import parsed
from training.data.readers.lines import decoded_lines, sniffed, whole_text
from training.data.record import Raw

MAX_DOCUMENT = 48 << 20
_TASK = re.compile(
    r"^\s*(?:IN|INPUT|Q|PROMPT)\s*:\s*(?P<user>.+?)\s+(?:OUT|OUTPUT|A|ANSWER|COMPLETION)\s*:\s*(?P<assistant>.*\S)\s*$",
    re.IGNORECASE,
)


def read_text(file: BinaryIO, *, prose: bool = False) -> Iterator[Raw]:
    """One document, or a record a line where the lines are tasks, JSON objects or messages."""
    if not prose:
        encoding = sniffed(file)
        head = [text for _, text in zip(range(60), (text for _, text in decoded_lines(file, encoding)), strict=False)]
        file.seek(0)
        filled = [line for line in head if line.strip()]
        if filled and sum(bool(_TASK.match(line)) for line in filled) >= 0.8 * len(filled):
            yield from _tasks(file, encoding)
            return
        if len(filled) > 1 and all(
            line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in filled[:5]
        ):
            yield from _objects(file, encoding)
            return
        if is_chatlog(filled):
            yield from read_chatlog(file, encoding)
            return
    text = whole_text(file, MAX_DOCUMENT)
    yield Raw(0, 1, {"text": text})


def _tasks(file: BinaryIO, encoding: str) -> Iterator[Raw]:
    """`IN: jump twice OUT: I_JUMP I_JUMP`, as SCAN has it (https://github.com/brendenlake/SCAN)."""
    index = 0
    for line, text in decoded_lines(file, encoding):
        if not text.strip():
            continue
        match = _TASK.match(text)
        if match:
            yield Raw(index, line, {"input": match["user"], "output": match["assistant"]})
        else:
            yield Raw(index, line, None, "corrupted", "the line has no input and output as the others do")
        index += 1


def _objects(file: BinaryIO, encoding: str) -> Iterator[Raw]:
    index = 0
    for line, text in decoded_lines(file, encoding):
        if text.strip():
            yield parsed(index, line, text)
            index += 1
