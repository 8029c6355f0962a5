"""A record on its way through the cleaning: what a reader found at one place of one file."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

BOOKKEEPING = frozenset(
    {"source", "index", "line", "role", "language", "redactions", "reads", "group", "date", "repaired"}
)
"""Names that a cleaned record uses for itself; a column of that name gets a `_` behind it."""

Path = tuple[str | int, ...]
"""Where a string stands inside a record: `("messages", 0, "content")`."""


class Raw(NamedTuple):
    """What a reader yields: the fields of one record, or why there are none."""

    index: int
    line: int | None
    fields: dict[str, Any] | None
    fault: str = ""
    """`corrupted` or `unreadable` where `fields` is null."""
    detail: str = ""


@dataclass(slots=True)
class Record:
    """One record with all that is known about it."""

    source: str
    index: int
    line: int | None
    fields: dict[str, Any]
    """As read: columns of a row, keys of an object, or `text` for a document."""
    role: str = "documents"
    reads: dict[str, str] = field(default_factory=dict)
    """What each field means: `user`, `assistant`, `label`, `text`, `messages`, `chosen` … to its name."""
    language: str | None = None
    group: str | None = None
    date: str | None = None
    redactions: list[dict[str, Any]] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)


def safe_name(name: str) -> str:
    """A column's name as the cleaned record has it."""
    return f"{name}_" if name in BOOKKEEPING else name


def safe_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with names that don't collide with the record's own."""
    if BOOKKEEPING.isdisjoint(fields):
        return fields
    return {safe_name(name): value for name, value in fields.items()}


def strings(value: Any, path: Path = (), depth: int = 0) -> Iterator[tuple[Path, str]]:
    """Every string of a record with its place, in order."""
    if isinstance(value, str):
        yield path, value
    elif depth > 20:
        return
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from strings(part, (*path, str(key)), depth + 1)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from strings(part, (*path, number), depth + 1)


def replace(value: Any, changed: dict[Path, str], path: Path = ()) -> Any:
    """A copy with the strings at the given places changed."""
    if isinstance(value, str):
        return changed.get(path, value)
    if isinstance(value, dict):
        return {key: replace(part, changed, (*path, str(key))) for key, part in value.items()}
    if isinstance(value, list):
        return [replace(part, changed, (*path, number)) for number, part in enumerate(value)]
    return value


def spelled(path: Path) -> str:
    """A place as people write it: `messages[0].content`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
