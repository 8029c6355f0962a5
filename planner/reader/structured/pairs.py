"""Keys and values of a turn that a program wrote, each with its place in the text."""

import json
import re
from dataclasses import dataclass

FEWEST = 3
"""Pairs from which on words count as written by a program."""


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
    """Where the object begins that the pair stands in: pairs of one object say one thing together."""


def pairs_of(text: str) -> list[Pair]:
    """All pairs in the order of the text; none where it is prose."""
    found = _json(text) or _flat(text) or _yaml(text)
    return found if len(found) >= FEWEST else []


# ---------------------------------------------------------------- JSON

_JSON = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def _json(text: str) -> list[Pair]:
    begin = text.find("{")
    if begin < 0:
        return []
    try:
        _, length = json.JSONDecoder().raw_decode(text[begin:])
    except (ValueError, RecursionError):
        return []
    marks = [(m.group(), m.start()) for m in _JSON.finditer(text, begin, begin + length)]
    return _walked(marks, [])


def _walked(marks: list[tuple[str, int]], above: list[str]) -> list[Pair]:
    """The pairs of an object, given its braces, brackets, commas, colons and scalars with their places."""
    pairs: list[Pair] = []
    path: list[tuple[str, int]] = []  # key and where what it opens begins; "" inside a list
    key: tuple[str, int] | None = None
    for number, (mark, at) in enumerate(marks):
        if mark in ("{", "["):
            path.append((key[0] if key is not None else "", at))
            key = None
        elif mark in ("}", "]"):
            del path[-1:]
            key = None
        elif mark == ",":
            key = None
        elif mark == ":":
            continue
        elif key is None and marks[number + 1 : number + 2] and marks[number + 1][0] == ":":
            key = (_words(mark.strip("\"'")), at)
        else:
            keys = [*above, *(name for name, _ in path if name), *([key[0]] if key else [])]
            quoted = mark[0] in "\"'"
            value = mark[1:-1] if quoted else mark
            group = path[-1][1] if path else -1
            pairs += _pair(keys, value, key[1] if key else at, at + len(mark), at + quoted, group=group)
            key = None
    return pairs


# ---------------------------------------------------------------- YAML

_LINE = re.compile(r"^(?P<indent>[ \t]*)(?P<item>-[ \t]+)?(?:(?P<key>[A-Za-z_][\w .-]{0,30}?):(?:[ \t]+(?P<value>.*))?|(?P<alone>\S.*))$")  # fmt: skip


def _yaml(text: str) -> list[Pair]:
    lines = [(m, at) for m, at in _lines(text) if m is not None]
    keyed = [m for m, _ in lines if m["key"] and not re.search(r"[A-Z][a-z]+ [a-z]", m["key"])]
    if len(keyed) < 4 or len(keyed) < 0.6 * len(lines) or not any(m["indent"] for m in keyed):
        return []
    pairs: list[Pair] = []
    above: list[tuple[int, str, int]] = []
    item = (0, -1)  # depth and place of the list's item that is open
    for found, at in lines:
        depth = len(found["indent"].expandtabs(4)) + (2 if found["item"] else 0)
        while above and above[-1][0] >= depth:
            above.pop()
        keys = [name for _, name, _ in above]
        if found["item"] or depth < item[0]:
            item = (depth, at if found["item"] else -1)
        group = max(item[1], above[-1][2] if above else -1)
        if found["key"]:
            name, value = _words(found["key"]), _bare(found["value"] or "")
            if not value or value in ("|", ">"):
                above.append((depth, name, at))
                continue
            inside = at + found.start("value")
            pairs += _flow([*keys, name], value, inside) or _pair(
                [*keys, name], value, at + found.start("key"), inside + len(value), inside, group=group
            )
        else:
            value = _bare(found["alone"])
            start = at + found.start("alone")
            pairs += _flow(keys, value, start) or _pair(keys, value, start, start + len(value), start, group=group)
    return pairs


def _flow(keys: list[str], value: str, start: int) -> list[Pair]:
    """`{max: 0.02}` and `[{metric: f1, value: 0.9}]` inside of a line."""
    if value[:1] not in ("{", "[") or ":" not in value:
        return []
    marks: list[tuple[str, int]] = []
    begin = 0
    quote = ""
    for k, sign in enumerate(value):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and not value[begin:k].strip():
            quote = sign
        elif sign in "{}[]," or (sign == ":" and value[k + 1 : k + 2].strip() == ""):
            said = value[begin:k]
            if bare := said.strip():
                marks.append((bare, start + begin + said.index(bare[0])))
            marks.append((sign, start + k))
            begin = k + 1
    return _walked(marks, keys)


def _lines(text: str) -> list[tuple[re.Match[str] | None, int]]:
    at, found = 0, []
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.lstrip().startswith(("#", "```", "---")):
            found.append((_LINE.match(line.rstrip("\r\n")), at))
        at += len(line)
    return found


def _bare(value: str) -> str:
    return re.split(r"\s+#\s", f"{value} ", maxsplit=1)[0].rstrip()


# ---------------------------------------------------------------- key=value

_FLAT = re.compile(
    r"(?<![\w/.=<>])(?P<key>[A-Za-z][\w.-]{0,40})[ ]?(?P<op><=|>=|=|<|>)[ ]?"
    r"(?P<value>\[[^\]\n]{0,200}\]|\{[^}\n]{0,200}\}|\"[^\"\n]{0,200}\"|[^\s;|]+(?:[ ](?![\w.-]+[ ]?[<>=]=?)[^\s;|=<>]+){0,12}(?=[ ]*(?:[;|\n]|$))|[^\s;|]+)"
)


def _flat(text: str) -> list[Pair]:
    found = [m for m in _FLAT.finditer(text) if "://" not in m["key"]]
    if sum(m["op"] == "=" for m in found) < FEWEST:
        return []
    pairs: list[Pair] = []
    for m in found:
        value = m["value"].rstrip(",") if m["value"][0] not in "[{" else m["value"]
        keys = [_words(part) for part in m["key"].split(".")]
        if m["op"] == "=" and (inner := _flow(keys, value, m.start("value"))):
            pairs += inner
            continue
        pairs += _pair(keys, value, m.start(), m.start("value") + len(value), m.start("value"), m["op"])  # fmt: skip
    return pairs


# ---------------------------------------------------------------- both

_INNER = re.compile(r"^(?P<key>[A-Za-z_][\w.-]*)\s*(?P<op><=|>=|==|=|<|>)\s*(?P<value>\S.*)$")
_SEVERAL = re.compile(r"[^,;&]+")


def _several(value: str) -> list[tuple[int, re.Match[str]]]:
    """Conditions in one value, with their places: `accuracy>=0.9, p95<=2s`."""
    if not any(mark in value for mark in ",;&") or not any(mark in value for mark in "<>="):
        return []
    found = []
    for part in _SEVERAL.finditer(value):
        said = part.group()
        inner = _INNER.match(bare := said.strip())
        if inner is None or inner["op"] == "=":
            return []
        found.append((part.start() + said.index(bare[0]), inner))
    return found if len(found) > 1 else []


_OP = re.compile(r"^(?P<op><=|>=|==|<|>)\s*(?P<value>\S.*)$")


def _pair(keys: list[str], value: str, start: int, end: int, inside: int, op: str = "=", group: int = -1) -> list[Pair]:
    """The pair; `"<= 120"` has its operator taken off, `"f1>=0.9"` is a pair in a value."""
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        value, inside = value[1:-1], inside + 1
    parts = _several(value)
    if parts and op == "=":
        return [
            Pair((*keys, *(_words(p) for p in m["key"].split("."))), m["value"], inside + at, inside + at + len(m.group()), inside + at + m.start("value"), m["op"].replace("==", "="), group)
            for at, m in parts
        ]  # fmt: skip
    inner = _INNER.match(value)
    if inner is not None and op == "=" and not value.startswith(("http", "gs:", "s3:")):
        at = inside + inner.start("value")
        keys = [*keys, *(_words(part) for part in inner["key"].split("."))]
        return [Pair(tuple(keys), inner["value"], inside, end, at, inner["op"].replace("==", "="), group)]
    limit = _OP.match(value)
    if limit is not None and op == "=":
        at = inside + limit.start("value")
        return [Pair(tuple(keys), limit["value"], start, end, at, limit["op"].replace("==", "="), group)]
    return [Pair(tuple(keys), value, start, end, inside, op, group)]


def _words(key: str) -> str:
    """`maxGpuHours`, `max_gpu_hours` and `max-gpu-hours` are the same key."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key)
    return " ".join(re.split(r"[\s_.-]+", spaced.strip().lower()))
