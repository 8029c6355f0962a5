"""A JSON file: a list of records, an object that holds such a list, or one document."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from training.data.readers.jsonlines import as_raw, parsed
from training.data.readers.lines import whole_text
from training.data.record import Raw

MAX_BYTES = 256 << 20
_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda _: None)


def read_json(file: BinaryIO) -> Iterator[Raw]:
    """The records of the outermost list, with their lines; JSON Lines under another name are read as such."""
    text = whole_text(file, MAX_BYTES)
    start = len(text) - len(text.lstrip())
    if start == len(text):
        return
    if text[start] == "[":
        yield from _items(text, start + 1)
        return
    try:
        value = _DECODER.decode(text)
    except (ValueError, RecursionError):
        lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
        good = sum(_is_object(line) for _, line in lines[:50])
        if len(lines) > 1 and good * 2 >= min(50, len(lines)):
            yield from (parsed(index, number, line) for index, (number, line) in enumerate(lines))
        else:
            yield parsed(0, 1, text)
        return
    yield from _of_object(value)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _items(text: str, at: int) -> Iterator[Raw]:
    """The members of a list one by one, so that a list that was cut off still gives those before the cut."""
    index, line, counted = 0, 1, 0
    while True:
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        line += text.count("\n", counted, at)
        counted = at
        if at >= len(text):
            if index:
                yield Raw(index, line, None, "corrupted", "the list is cut off")
            return
        if text[at] == "]":
            return
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield Raw(index, line, None, "corrupted", f"not valid JSON: {getattr(error, 'msg', 'nested too deeply')}")
            following = _next_member(text, at)
            if following is None:
                return
            at, index = following, index + 1
            continue
        raw = as_raw(index, line, value)
        yield raw
        at, index = end, index + 1


def _next_member(text: str, at: int) -> int | None:
    """Where the member after a broken one begins: a brace at the start of a line."""
    for mark in ("\n{", "\n  {", "\n    {", "\n\t{"):
        found = text.find(mark, at + 1)
        if found >= 0:
            return found
    return None


def _of_object(value: Any) -> Iterator[Raw]:
    if isinstance(value, dict):
        squad = value.get("data")
        if isinstance(squad, list) and squad and isinstance(squad[0], dict) and "paragraphs" in squad[0]:
            yield from _reading_comprehension(squad)
            return
        if isinstance(value.get("cells"), list) and "nbformat" in value:
            yield Raw(0, 1, {"text": _notebook(value["cells"])})
            return
        lists = {
            key: part
            for key, part in value.items()
            if isinstance(part, list) and len(part) > 1 and all(isinstance(item, dict) for item in part)
        }
        if lists and not _is_conversation(value):
            name = max(lists, key=lambda key: len(lists[key]))
            if sum(len(str(part)) for key, part in value.items() if key != name and isinstance(part, str)) < 2000:
                for index, item in enumerate(lists[name]):
                    yield as_raw(index, None, item)
                return
        rows = [part for part in value.values() if isinstance(part, dict)]
        if len(rows) > 3 and len(rows) == len(value) and len({tuple(sorted(row)) for row in rows[:20]}) <= 3:
            for index, (key, row) in enumerate(value.items()):
                yield as_raw(index, None, {"id": key} | row)
            return
    yield as_raw(0, 1, value)


def _is_conversation(value: dict[str, Any]) -> bool:
    return any(key in value for key in ("messages", "conversations", "conversation", "turns", "dialogue", "dialog"))


def _reading_comprehension(articles: list[dict[str, Any]]) -> Iterator[Raw]:
    """SQuAD's nesting, one record a question; https://rajpurkar.github.io/SQuAD-explorer/"""
    index = 0
    for article in articles:
        for paragraph in article.get("paragraphs") or []:
            for question in paragraph.get("qas") or []:
                answers = question.get("answers") or [{}]
                yield Raw(
                    index,
                    None,
                    {
                        "title": str(article.get("title") or ""),
                        "context": str(paragraph.get("context") or ""),
                        "question": str(question.get("question") or ""),
                        "answer": str(answers[0].get("text") or ""),
                    },
                )
                index += 1


def _notebook(cells: list[Any]) -> str:
    """A Jupyter notebook's cells: prose as it is, code fenced."""
    parts = []
    for cell in cells:
        if isinstance(cell, dict):
            source = cell.get("source") or ""
            text = "".join(str(line) for line in source) if isinstance(source, list) else str(source)
            parts.append(f"```\n{text}\n```" if cell.get("cell_type") == "code" else text)
    return "\n\n".join(part for part in parts if part.strip())
