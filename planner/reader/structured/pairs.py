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
    pairs: list[Pair] = []
    path: list[tuple[str, int]] = []  # key and its place; "" inside a list
    key: tuple[str, int] | None = None
    tokens = list(_JSON.finditer(text, begin, begin + length))
    for number, token in enumerate(tokens):
        mark = token.group()
        if mark == "{" or mark == "[":
            path.append(key if key is not None else ("", token.start()))
            key = None
        elif mark in ("}", "]"):
            path.pop()
            key = None
        elif mark == ",":
            key = None
        elif mark == ":":
            continue
        elif mark[0] == '"' and tokens[number + 1 : number + 2] and tokens[number + 1].group() == ":" and key is None:
            key = (_words(mark.strip('"')), token.start())
        else:
            keys = [name for name, _ in path if name] + ([key[0]] if key else [])
            inside = token.start() + (mark[0] == '"')
            start = key[1] if key else token.start()
            value = mark[1:-1] if mark[0] == '"' else mark
            pairs += _pair(keys, value, start, token.end(), inside)
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
    above: list[tuple[int, str]] = []
    for found, at in lines:
        depth = len(found["indent"].expandtabs(4)) + (2 if found["item"] else 0)
        while above and above[-1][0] >= depth:
            above.pop()
        keys = [name for _, name in above]
        if found["key"]:
            name, value = _words(found["key"]), _bare(found["value"] or "")
            if not value or value in ("|", ">"):
                above.append((depth, name))
                continue
            inside = at + found.start("value")
            pairs += _pair([*keys, name], value, at + found.start("key"), inside + len(value), inside)
        else:
            value = _bare(found["alone"])
            start = at + found.start("alone")
            pairs += _pair(keys, value, start, start + len(value), start)
    return pairs


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
        pairs += _pair([_words(part) for part in m["key"].split(".")], value, m.start(), m.start("value") + len(value), m.start("value"), m["op"])  # fmt: skip
    return pairs


# ---------------------------------------------------------------- both

_INNER = re.compile(r"^(?P<key>[A-Za-z_][\w.-]*)\s*(?P<op><=|>=|==|=|<|>)\s*(?P<value>\S.*)$")
_OP = re.compile(r"^(?P<op><=|>=|==|<|>)\s*(?P<value>\S.*)$")


def _pair(keys: list[str], value: str, start: int, end: int, inside: int, op: str = "=") -> list[Pair]:
    """The pair; `"<= 120"` has its operator taken off, `"f1>=0.9"` is a pair in a value."""
    inner = _INNER.match(value)
    if inner is not None and op == "=" and not value.startswith(("http", "gs:", "s3:")):
        at = inside + inner.start("value")
        keys = [*keys, *(_words(part) for part in inner["key"].split("."))]
        return [Pair(tuple(keys), inner["value"], inside, end, at, inner["op"].replace("==", "="))]
    limit = _OP.match(value)
    if limit is not None and op == "=":
        at = inside + limit.start("value")
        return [Pair(tuple(keys), limit["value"], start, end, at, limit["op"].replace("==", "="))]
    return [Pair(tuple(keys), value, start, end, inside, op)]


def _words(key: str) -> str:
    """`maxGpuHours`, `max_gpu_hours` and `max-gpu-hours` are the same key."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key)
    return " ".join(re.split(r"[\s_.-]+", spaced.strip().lower()))
