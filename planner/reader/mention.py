"""A file named in the words, and the words that speak of it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Mention:
    """A file named at token `i`; `window`: the tokens that speak of it."""

    path: str
    i: int
    window: tuple[int, int]
    item: dict[str, Any] = field(default_factory=dict)
    spans: list[int] = field(default_factory=list)
    out: tuple[int, int] | None = None
