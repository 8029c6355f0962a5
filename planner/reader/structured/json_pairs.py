"""Pairs of a JSON object or list of objects that stands somewhere in a text."""

import json
import re

from planner.reader.structured.pairs import Pair, made, named

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_OPENS = re.compile(r"\{|\[(?=[ \n]?\{)")
_TRIES = 20
"""Braces that are looked at: prose with many of them is no JSON."""


def json_pairs(text: str) -> list[Pair]:
    at, pairs = 0, list[Pair]()
    for _ in range(_TRIES):
        opens = _OPENS.search(text, at)
        if opens is None:
            break
        at = opens.start()
        try:
            _, at = json.JSONDecoder().raw_decode(text, at)
        except (ValueError, RecursionError):
            at += 1
            continue
        pairs += _pairs_between(text, opens.start(), at)
    return pairs


def _pairs_between(text: str, begin: int, end: int) -> list[Pair]:
    pairs: list[Pair] = []
    path: list[tuple[list[str], int]] = []  # keys and the place of the brace; no keys inside a list
    key: tuple[list[str], int] | None = None
    tokens = list(_TOKEN.finditer(text, begin, end))
    for number, token in enumerate(tokens):
        mark = token.group()
        if mark in ("{", "["):
            path.append((key[0] if key is not None else [], token.start()))
            key = None
        elif mark in ("}", "]"):
            path.pop()
            key = None
        elif mark == ",":
            key = None
        elif mark == ":":
            continue
        elif mark[0] == '"' and tokens[number + 1 : number + 2] and tokens[number + 1].group() == ":" and key is None:
            key = (named(mark.strip('"')), token.start())
        else:
            keys = [name for names, _ in path for name in names] + (key[0] if key else [])
            inside = token.start() + (mark[0] == '"')
            start = key[1] if key else token.start()
            value = mark[1:-1] if mark[0] == '"' else mark
            pairs.append(made(keys, value, start, token.end(), inside, group=path[-1][1] if path else -1))
            key = None
    return pairs
