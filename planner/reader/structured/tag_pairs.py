"""Pairs of tags: `<trials>6</trials>`, nested as they like."""

import re

from planner.reader.structured.pairs import Pair, made, named

_TAG = re.compile(r"<(?P<close>/)?(?P<name>[A-Za-z][\w.-]{0,30})>")
FEWEST = 3


def tag_pairs(text: str) -> list[Pair]:
    pairs: list[Pair] = []
    open_: list[tuple[str, int, int]] = []  # name, start of the tag, start of what it holds
    leaf = False
    for tag in _TAG.finditer(text):
        if not tag["close"]:
            open_.append((tag["name"], tag.start(), tag.end()))
            leaf = True
        elif open_ and open_[-1][0] == tag["name"]:
            _, start, inside = open_.pop()
            written = text[inside : tag.start()]
            if leaf and (value := written.strip()):
                keys = [word for name, _, _ in open_ for word in named(name)] + named(tag["name"])
                at = inside + written.index(value)
                pairs.append(made(keys, value, start, tag.end(), at))
            leaf = False
    return pairs if len(pairs) >= FEWEST else []
