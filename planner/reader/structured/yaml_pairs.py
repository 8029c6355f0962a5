"""Pairs of YAML: keys by their indentation, and `{gpus: 8, gpu: a100}` on one line."""

import re
from collections.abc import Iterator

from planner.reader.structured.pairs import Pair, made, named

_LINE = re.compile(r"^(?P<indent>[ \t]*)(?P<item>-[ \t]+)?(?:(?P<key>[A-Za-z_][\w .-]{0,30}?):(?:[ \t]+(?P<value>.*))?|(?P<alone>\S.*))$")  # fmt: skip
_PROSE = re.compile(r"[A-Z][a-z]+ [a-z]")
_NAME = re.compile(r"[a-z][\w.-]*")
_FLOW = re.compile(r"[{}\[\],]|\"[^\"]*\"|'[^']*'|[^{}\[\],\"']+")
LONGEST = 1000
"""Pairs after which it is data, and no goal."""
FEWEST, MOST = 4, 0.6
"""Lines with a key, and their share of all lines, from which on it is YAML."""


def yaml_pairs(text: str, fewest: int = FEWEST) -> list[Pair]:
    lines = [(m, at) for m, at in _lines(text) if m is not None]
    keyed = [m for m, _ in lines if m["key"] and not _PROSE.search(m["key"])]
    if len(keyed) < fewest or len(keyed) < MOST * len(lines):
        items = sum(1 for m, _ in lines if m["item"])
        if len(keyed) < fewest or len(keyed) + items < 0.9 * len(lines):
            return []
    nested = any(m["indent"] for m in keyed) or any((m["value"] or "").startswith("{") for m in keyed)
    if not nested and not (all(_NAME.fullmatch(m["key"]) for m in keyed) and len(keyed) >= 0.5 * len(lines)):
        return []
    pairs: list[Pair] = []
    above: list[tuple[int, list[str], int]] = []
    for found, at in lines:
        if len(pairs) > LONGEST:
            break
        depth = len(found["indent"].expandtabs(4)) + (2 if found["item"] else 0)
        while above and above[-1][0] >= depth:
            above.pop()
        if found["item"]:  # each item of a list is an object by itself
            above.append((depth - 1, [], at))
        keys = [name for _, names, _ in above for name in names]
        group = above[-1][2] if above else -1
        if not found["key"]:
            value = _bare(found["alone"])
            start = at + found.start("alone")
            pairs += _valued(keys, value, start, start, group)
            continue
        names, value = named(found["key"]), _bare(found["value"] or "")
        if not value or value in ("|", ">"):
            above.append((depth, names, at))
            continue
        pairs += _valued([*keys, *names], value, at + found.start("key"), at + found.start("value"), group)
    return pairs


def _valued(keys: list[str], value: str, start: int, inside: int, group: int) -> Iterator[Pair]:
    if value.endswith(("}", "]")) and (value.startswith("{") or (value.startswith("[") and "{" in value)):
        yield from flow_pairs(keys, value, inside)
    else:
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        bare = value[1:-1] if quoted else value
        yield made(keys, bare, start, inside + len(value), inside + quoted, group=group)


def flow_pairs(keys: list[str], text: str, offset: int) -> Iterator[Pair]:
    """`{where: kubernetes, gpus: 2, steps: [3, 30]}`; a list without braces stays one value."""
    path: list[tuple[list[str], int]] = []
    key: tuple[list[str], int] | None = None
    tokens, number = list(_FLOW.finditer(text)), 0
    while number < len(tokens):
        token = tokens[number]
        mark = token.group()
        if mark == "[":
            closing = next((k for k in range(number + 1, len(tokens)) if tokens[k].group() in ("]", "{")), None)
            if closing is not None and tokens[closing].group() == "]" and key is not None:
                at, number = offset + token.start(), closing
                value = text[token.start() : tokens[closing].end()]
                outer = [name for names, _ in path for name in names]
                yield made(
                    [*keys, *outer, *key[0]], value, key[1], at + len(value), at, group=path[-1][1] if path else -1
                )
                key = None
        if mark == "{" or (mark == "[" and key is not None):
            path.append((key[0] if key else [], offset + token.start()))
            key = None
        elif mark in ("}", "]"):
            if path and mark == "}":
                path.pop()
            key = None
        elif mark == ",":
            key = None
        elif mark.strip() and mark != "[":
            name, sign, rest = mark.partition(":")
            at = offset + token.start() + len(mark) - len(mark.lstrip())
            if key is None and sign and mark[0] not in "\"'" and (not rest or rest[0] == " "):
                key = (named(name), at)
                mark = rest
            value = mark.strip().strip("\"'")
            if value:
                inside = offset + token.start() + token.group().rindex(value)
                outer = [name for names, _ in path for name in names] + (key[0] if key else [])
                start = key[1] if key else inside
                yield made(
                    [*keys, *outer], value, start, inside + len(value), inside, group=path[-1][1] if path else -1
                )
                key = None
        number += 1


def _lines(text: str) -> list[tuple[re.Match[str] | None, int]]:
    at, found = 0, []
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.lstrip().startswith(("#", "```", "---")):
            found.append((_LINE.match(line.rstrip("\r\n")), at))
        at += len(line)
    return found


def _bare(value: str) -> str:
    return re.split(r"\s#\s", f"{value} ", maxsplit=1)[0].rstrip()
