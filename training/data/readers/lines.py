"""A text file line by line, decoded, with lines that are too long cut off and told."""

from collections.abc import Iterator
from typing import BinaryIO

from training.data.encoding import SAMPLE, encoding_of

MAX_LINE = 16 << 20
"""Bytes of one line; what is longer is no record that anyone would learn from."""


def decoded_lines(file: BinaryIO, encoding: str) -> Iterator[tuple[int, str]]:
    """Number from 1 and text with its line end; bytes that don't fit the encoding become U+FFFD."""
    if encoding.startswith(("utf-16", "utf-32")):
        import io

        yield from enumerate(io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="\n"), start=1)
        return
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    number = 0
    while line := file.readline(MAX_LINE):
        number += 1
        if not line.endswith(b"\n") and len(line) >= MAX_LINE:
            while (rest := file.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, "\x00" * 64
            continue
        text = line.decode(name, errors="replace")
        yield number, text.removeprefix("\ufeff") if number == 1 else text


def sniffed(file: BinaryIO) -> str:
    """The encoding of an open file, which is left at its beginning.

    Raises: NotText.
    """
    sample = file.read(SAMPLE)
    file.seek(0)
    return encoding_of(sample)


def whole_text(file: BinaryIO, limit: int) -> str:
    """All of a text file, decoded, line ends as `\\n`.

    Raises: NotText; ValueError where it is longer than `limit` bytes.
    """
    encoding = sniffed(file)
    data = file.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"one document of more than {limit >> 20} MiB; cut it into smaller files")
    return data.decode(encoding, errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
