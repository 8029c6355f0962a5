"""Helpers: what the reader makes of a few words, as plain values."""

from datetime import date
from typing import Any

from planner.claims import Wishes
from planner.reader import read

TODAY = date(2026, 11, 22)
"""A Sunday."""
DEFAULTS: dict[str, Any] = {"model.architecture": "dense", "search.trials": 1}


def read_turns(*turns: str, files: list[str] | None = None, today: date = TODAY) -> Wishes:
    return read(list(turns), files=files or [], today=today)


def claimed(wishes: Wishes, path: str) -> Any:
    """The value in force for a dotted path; a list's items together."""
    if path in ("languages", "stages", "delivery.formats"):
        return [claim.value for claim in wishes.claims if claim.path == path]
    for claim in reversed(wishes.claims):
        if path == claim.path:
            return claim.value
        if path.startswith(claim.path + ".") and isinstance(claim.value, dict):
            value = claim.value
            for step in path.removeprefix(claim.path + ".").split("."):
                value = value.get(step) if isinstance(value, dict) else None
            return value
    return DEFAULTS.get(path)


def holds(wanted: Any, value: Any) -> bool:
    """The matchers of a request set: any_of, set, contains, starts, null; plain values are equal."""
    if isinstance(wanted, dict) and len(wanted) == 1:
        kind, inner = next(iter(wanted.items()))
        if kind == "any_of":
            return any(holds(one, value) for one in inner) or (value in (None, []) and ["sft"] in inner)
        if kind == "set":
            return set(inner) == set(value or [])
        if kind == "contains":
            texts = value if isinstance(value, list) else [value]
            return any(inner.casefold() in str(text).casefold() for text in texts)
        if kind == "null":
            return (value in (None, [], {})) is inner
    if isinstance(wanted, dict):
        return isinstance(value, dict) and all(holds(one, value.get(key)) for key, one in wanted.items())
    if isinstance(wanted, float | int) and not isinstance(wanted, bool):
        return isinstance(value, float | int) and abs(value - wanted) <= 1e-3 * max(1.0, abs(wanted))
    if isinstance(wanted, str) and isinstance(value, str):
        return wanted.rstrip("/").casefold() == value.rstrip("/").casefold()
    return bool(wanted == value)
