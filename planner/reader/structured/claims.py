"""Claims from a program's keys and values."""

import re
from bisect import bisect_left
from datetime import date
from itertools import pairwise

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.structured.conditions import read_conditions, read_gate
from planner.reader.structured.dialects import pairs_of
from planner.reader.structured.fields import READERS
from planner.reader.structured.files import NamedFile, named_files
from planner.reader.structured.meaning import field_of, fields_of, metric_of, parameter_of
from planner.reader.structured.pairs import Pair, named
from planner.reader.structured.points import read_points
from planner.reader.tokens import Token

_PROSE = 8
"""Words from which on the value of a figure is prose, which others read."""
_FIGURES = ("budget.", "search.", "compute.", "model.max", "model.experts")
_GENERAL = ("task", "name", "data", "since", "until", "include", "exclude", "moe", "label column", "compute.gpu", "compute.gpus", "model.base", "delivery.formats")  # fmt: skip
"""Fields whose keys say little: where the value doesn't fit, an outer key may."""
_UNSETS = ("unset", "remove", "clear", "reset", "delete", "drop")
_NOTHING = ("none", "unset", "unlimited", "no limit", "-", "n/a", "nil", "undefined", "off", "removed", "open")
_UNSETTABLE = ("budget.", "compute.", "delivery.rollout", "monitoring", "model.max", "gates.", "data.synthetic")


def read_structured(draft: Draft, today: date) -> list[NamedFile]:
    """Claims for what the keys say; takes their tokens out of the words.

    Returns: the data that is named with what its keys say of it, for `heed_keys` once the sources are read.
    """
    pairs = pairs_of(draft.document.text, later=draft.document.turn > 0)
    together = {*read_points(draft, pairs, today)}
    together |= {*read_conditions(draft, [p for p in pairs if p not in together], today)}
    for pair in pairs:
        if pair in together or (pair.value and (_withdrawn(draft, pair) or _claimed(draft, pair, today))):
            _take(draft, pair.start, pair.end)
    if pairs and draft.document.text[pairs[0].start] in '"{':  # JSON: what stands between two pairs is no prose
        for one, other in pairwise(pairs):
            _take(draft, one.end, other.start)
    return named_files(draft.document.text, pairs)


def _claimed(draft: Draft, pair: Pair, today: date) -> bool:
    metric, fields = metric_of(pair.keys), fields_of(pair.keys)
    if metric is not None and field_of(pair.keys) != "monitoring.retrain_when":
        return read_gate(draft, pair, metric, today)
    if (argument := parameter_of(pair.keys)) is not None:
        return _parameter(draft, pair, argument)
    for field in fields:
        if len(pair.value.split()) > _PROSE and field.startswith(_FIGURES):
            return False
        if (reader := READERS.get(field)) is not None and reader(draft, pair, today):
            return True
        if field not in _GENERAL:
            return False
    return False


def _withdrawn(draft: Draft, pair: Pair) -> bool:
    """`"gpu_hours": null`, `gpu_hours=none`, `unset: [cost, trials]`: what is to be no longer there."""
    said = pair.value.strip().lower()
    if pair.keys[-1:] and pair.keys[-1] in _UNSETS:
        fields = [
            path for item in re.split(r"[,\s]+", said.strip("[] ")) if (path := _path(tuple(named(item.strip("\"'")))))
        ]
    else:
        empty = said in ("null", "~") or (said in _NOTHING and pair.op == "=")
        path = _path(pair.keys)
        fields = [path] if empty and path and (said in ("null", "~") or path.startswith(_UNSETTABLE)) else []
        if empty and not fields:
            return said in ("null", "~")
    if draft.document.turn:
        quote = draft.document.text[pair.start : pair.end]
        draft.withdrawn += [(path, None, quote) for path in fields]
    return bool(fields)


def _path(keys: tuple[str, ...]) -> str | None:
    """The field in the state that the keys name."""
    metric = metric_of(keys)
    found = f"gates.{metric}" if metric else next(iter(fields_of(keys)), None)
    found = {"moe": "model.architecture", "data.synthetic.examples": "data.synthetic"}.get(found or "", found)
    found = "monitoring" if found is not None and found.startswith("monitoring.") else found
    return found if (found is not None and "." in found) or found == "monitoring" else None


def _take(draft: Draft, start: int, end: int) -> None:
    tokens = draft.document.tokens
    for i in range(bisect_left(tokens, start, key=_start), bisect_left(tokens, end, key=_start)):
        draft.use(i)
        tokens[i].masked, tokens[i].mark = True, "key and value"


def _start(token: Token) -> int:
    return token.start


def _parameter(draft: Draft, pair: Pair, argument: str) -> bool:
    """Several arguments are one claim, since they are one field."""
    numbers = [float(one) for one in re.findall(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+", pair.value, re.IGNORECASE)]
    if not numbers:
        return False
    values = [int(one) if one.is_integer() and abs(one) >= 1 else one for one in numbers]
    old = next((one for one in draft.claims if one.path == "search.parameters"), None)
    values = [*(old.value.get(argument, []) if old else []), *values]
    found = {**(old.value if old else {}), argument: values}
    start = draft.document.text.find(old.quote) if old else pair.start
    quote = draft.document.text[min(start, pair.start) : pair.end]
    draft.claims = [one for one in draft.claims if one is not old]
    draft.claims.append(Claim(path="search.parameters", value=found, quote=quote, turn=draft.document.turn))
    return True
