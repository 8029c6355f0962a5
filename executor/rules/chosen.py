"""A value and why it has it."""

from typing import Any, NamedTuple


class Chosen(NamedTuple):
    value: Any
    why: str
    """One sentence, for the report and `atelier explain`."""


def settings_of(**chosen: Chosen) -> dict[str, Any]:
    """Settings as a stage takes them: the values, and the reasons under `why`."""
    settings: dict[str, Any] = {name: choice.value for name, choice in chosen.items()}
    settings["why"] = {name: choice.why for name, choice in chosen.items()}
    return settings


def power_of_two_at_least(value: float) -> int:
    result = 1
    while result < value:
        result *= 2
    return result


def number(value: float) -> str:
    """A count in words: `870`, `12 thousand`, `5.3 million`."""
    for size, word in ((1e9, " billion"), (1e6, " million"), (1e4, " thousand")):
        if value >= size:
            return f"{value / (1e3 if size == 1e4 else size):.3g}{word}"
    return f"{value:.0f}"
