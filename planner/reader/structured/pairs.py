"""Keys and values of a turn that a program wrote, each with its place in the text."""

import re
from dataclasses import dataclass

_INNER = re.compile(r"^(?P<key>[A-Za-z_][\w.-]*)\s*(?P<op><=|>=|==|=|<|>)\s*(?P<value>\S.*)$")
_OP = re.compile(r"^(?P<op><=|>=|==|<|>)\s*(?P<value>[^\s<>=].*)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """One value and the keys that lead to it."""

    keys: tuple[str, ...]
    """Outermost first, as words in lower case parted by blanks: `("budget", "max gpu hours")`."""
    value: str
    start: int
    end: int
    """The pair in the text, from its own key to the end of the value."""
    value_start: int
    op: str = "="
    """=, <, <=, >, >=."""
    group: int = -1
    """Place of the object that holds it; -1 where objects are not marked off."""


def made(keys: list[str], value: str, start: int, end: int, inside: int, op: str = "=", group: int = -1) -> Pair:
    """The pair; `"<= 120"` has its operator taken off, `"f1>=0.9"` is a pair in a value."""
    inner = _INNER.match(value)
    if inner is not None and op == "=" and not value.startswith(("http", "gs:", "s3:")):
        at = inside + inner.start("value")
        keys = [*keys, *named(inner["key"])]
        return Pair(tuple(keys), inner["value"], inside, end, at, inner["op"].replace("==", "="), group)
    limit = _OP.match(value)
    if limit is not None and op == "=":
        at = inside + limit.start("value")
        return Pair(tuple(keys), limit["value"], start, end, at, limit["op"].replace("==", "="), group)
    return Pair(tuple(keys), value, start, end, inside, op, group)


def named(key: str) -> list[str]:
    """The keys that one written key stands for: `budget.maxGpuHours` and `/budget/max-gpu-hours` are the same two."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key)
    parts = re.split(r"[./]+", spaced.strip(" ./"))
    return [words for part in parts if (words := " ".join(re.split(r"[\s_-]+", part.strip(" _-").lower())))]


_SEVERAL = re.compile(r"[^,;&]+")


def several(pair: Pair) -> list[Pair]:
    """The conditions of one value as pairs of their own: `accuracy>=0.9, p95<=2s`; else the pair itself."""
    start, text = pair.value_start, pair.value
    whole = f"{pair.keys[-1]}{pair.op}" if pair.op != "=" and pair.keys else ""
    if not any(mark in text for mark in ",;&") or not any(mark in text for mark in "<>="):
        return [pair]
    above = pair.keys[:-1] if whole else pair.keys
    found: list[Pair] = []
    for part in _SEVERAL.finditer(text):
        said = part.group()
        bare = said.strip()
        at = start + part.start() + (said.index(bare[0]) if bare else 0)
        inner = _INNER.match(bare)
        if whole and not found and inner is None:
            end = at + len(bare)
            found.append(Pair(pair.keys, bare, pair.start, end, at, pair.op, pair.group))
        elif inner is None or inner["op"] == "=":
            return [pair]
        else:
            op, value = inner["op"].replace("==", "="), inner["value"]
            place = at + inner.start("value")
            found.append(Pair((*above, *named(inner["key"])), value, at, at + len(bare), place, op, pair.group))
    return found if len(found) > 1 else [pair]
