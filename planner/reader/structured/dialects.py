"""Which of the ways in which programs write goals a text is in, and its pairs."""

from planner.reader.structured.flat_pairs import flat_pairs, piece_pairs
from planner.reader.structured.json_pairs import json_pairs
from planner.reader.structured.objects import together
from planner.reader.structured.pairs import Pair, several
from planner.reader.structured.tag_pairs import tag_pairs
from planner.reader.structured.yaml_pairs import yaml_pairs

FEWEST = 3
"""Pairs from which on words count as written by a program."""
MOST = 1000
"""Pairs of a goal: what has more is data that was pasted in."""


def pairs_of(text: str, later: bool = False) -> list[Pair]:
    """All pairs in the order of the text; none where it is prose.

    Args:
        later: a turn that changes a goal, where one pair in braces is enough.
    """
    found = json_pairs(text)
    if len(found) < (1 if later else FEWEST):
        found = tag_pairs(text) or yaml_pairs(text) or _in_a_row(text)
    return together([part for one in found[:MOST] for part in several(one)])


def _in_a_row(text: str) -> list[Pair]:
    """Signs of equality say most; pieces with a colon stand beside them."""
    flat = flat_pairs(text)
    pieces = [one for one in piece_pairs(text) if not any(f.start < one.end and one.start < f.end for f in flat)]
    return sorted([*flat, *pieces], key=lambda one: one.start)
