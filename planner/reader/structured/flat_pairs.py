"""Pairs in a row: `key=value; key<=value`, `--key value`, `key: value | key: value`, also under `[sections]`."""

import re

from planner.reader.structured.meaning import known, settles
from planner.reader.structured.pairs import Pair, made, named
from planner.reader.structured.yaml_pairs import flow_pairs

FEWEST = 3
"""Pairs from which on words count as written by a program."""
_FLAT = re.compile(
    r"(?<![\w/.=<>])(?P<key>[A-Za-z][\w.-]{0,40})[ ]?(?P<op><=|>=|:=|=|<|>)[ ]?"
    r"(?P<value>\[[^\]\n]{0,200}\]|\{[^}\n]{0,200}\}|\"[^\"\n]{0,200}\"|[^\s;|]+(?:[ ](?![\w.-]+[ ]?[<>=]=?)[^\s;|=<>]+){0,12}(?=[ ]*(?:[;|\n]|$))|[^\s;|]+)"
)
_PIECE = re.compile(
    r"(?P<before>[ \t]{0,4}(?:[a-z]{2,12}:[ ])?)(?P<key>[A-Za-z_][\w.-]{0,30}(?:[ ][\w.-]{1,20}){0,2})[ ]?(?P<op>:|<=|>=|=|<|>)[ ]?(?P<value>\S.{0,200})"
)


_FLAG = re.compile(
    r"(?<![\w-])--(?P<key>[a-z][\w-]{1,30})[ =](?P<value>\"[^\"\n]{0,200}\"|[^\s-]\S*(?:[ ](?=[A-Z]{3}\b)[A-Z]{3})?)"
)
_SECTION = re.compile(r"^[ ]{0,4}\[(?P<name>[\w. -]{1,30})\][ ]{0,4}$", re.MULTILINE)


def flat_pairs(text: str, fewest: int = FEWEST) -> list[Pair]:
    flags = [_read(m, text, []) for m in _FLAG.finditer(text)]
    if sum(known(one.keys) for one in flags) >= fewest:
        return flags
    found = [m for m in _FLAT.finditer(text) if "://" not in m["key"]]
    sections = [(m.end(), named(m["name"])) for m in _SECTION.finditer(text)]
    under: list[str] = []
    pairs: list[Pair] = []
    for m in found:
        while sections and sections[0][0] <= m.start():
            under = sections.pop(0)[1]
        one = _read(m, text, under)
        inside = (
            [*flow_pairs(list(one.keys), one.value, one.value_start)]
            if one.value[0] in "{[" and ":" in one.value
            else []
        )
        pairs += inside or [one]
    if sum(m["op"] in ("=", ":=") for m in found) >= fewest:
        return pairs
    # One or two among words: only settings that can't be anything else.
    return [one for one in pairs if one.op != ">" and settles(one.keys) and len(one.value.split()) <= 2]


def _read(m: re.Match[str], text: str, under: list[str]) -> Pair:
    value = m["value"].rstrip(",") if m["value"][0] not in "[{" else m["value"]
    at, op = m.start("value"), m.groupdict().get("op") or "="
    quoted = len(value) > 1 and value[0] == value[-1] == '"'
    bare = value[1:-1] if quoted else value
    return made([*under, *named(m["key"])], bare, m.start(), at + len(value), at + quoted, op.replace(":=", "="))


_PATCH = re.compile(
    r"\s{0,20}(?:patch|amend|amendment|update|delta|diff|override|overrides|modify|edit)s?[ ]?:[ ]?", re.IGNORECASE
)
_SETTING = re.compile(
    r"[ ]?(?P<key>[A-Za-z][\w.-]{1,30}(?:[ ][A-Za-z][\w-]{1,20}){0,3}?)[ ]?(?P<op>:|<=|>=|=|<|>|[ ])[ ]?(?P<value>[\d\[<>{].{0,60}|off|on|none|null|yes|no|true|false|unset)"
)


def _settings(text: str, begin: int) -> list[Pair]:
    """`patch: trials 12; budget off`: behind such a word every piece is a key and its value, signs or not."""
    pairs: list[Pair] = []
    for piece in re.finditer(r"[^;,\n|]+", text[begin:]):
        m = _SETTING.fullmatch(piece.group().rstrip())
        if m is None or not settles(tuple(keys := named(m["key"]))):
            continue
        at = begin + piece.start() + m.start("value")
        op = "=" if m["op"] in (":", " ") else m["op"]
        pairs.append(made(keys, m["value"], begin + piece.start() + m.start("key"), at + len(m["value"]), at, op))
    return pairs


def piece_pairs(text: str, fewest: int = FEWEST) -> list[Pair]:
    """Pieces between bars or semicolons, most of which open with a key that says something."""
    if (patch := _PATCH.match(text)) is not None:
        return _settings(text, patch.end())
    pieces = [piece for piece in re.finditer(r"[^|;\n]+", text) if piece.group().strip()]
    if ("|" not in text and ";" not in text) or text.lstrip().startswith("|") or len(pieces) < fewest:
        return []
    pairs: list[Pair] = []
    for piece in pieces:
        m = _PIECE.fullmatch(piece.group().rstrip())
        if m is None or not known(tuple(keys := named(m["key"]))):
            continue
        at = piece.start() + m.start("value")
        op = "=" if m["op"] == ":" else m["op"]
        pairs.append(made(keys, m["value"], piece.start() + m.start("key"), at + len(m["value"]), at, op))
    return pairs if len(pairs) >= fewest and len(pairs) >= 0.5 * len(pieces) else []
