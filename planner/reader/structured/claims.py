"""Claims from a program's keys and values."""

import re
from datetime import date
from itertools import pairwise

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.structured.conditions import read_conditions, read_gate
from planner.reader.structured.fields import READERS
from planner.reader.structured.files import NamedFile, named_files
from planner.reader.structured.meaning import field_of, metric_of, parameter_of
from planner.reader.structured.pairs import Pair, pairs_of
from planner.reader.structured.points import read_points


def read_structured(draft: Draft, today: date) -> list[NamedFile]:
    """Claims for what the keys say; takes their tokens out of the words.

    Returns: the data that is named with what its keys say of it, for `heed_keys` once the sources are read.
    """
    pairs = pairs_of(draft.document.text)
    together = {*read_points(draft, pairs, today)}
    together |= {*read_conditions(draft, [p for p in pairs if p not in together], today)}
    for pair in pairs:
        if pair in together:
            _take(draft, pair.start, pair.end)
            continue
        if pair.value in ("null", "", "~"):
            continue
        metric, field = metric_of(pair.keys), field_of(pair.keys)
        if metric is not None and field != "monitoring.retrain_when":
            done = read_gate(draft, pair, metric, today)
        elif (argument := parameter_of(pair.keys)) is not None:
            done = _parameter(draft, pair, argument)
        else:
            reader = READERS.get(field or "")
            done = reader is not None and reader(draft, pair, today)
        if done:
            _take(draft, pair.start, pair.end)
    if pairs and draft.document.text[pairs[0].start] == '"':  # JSON: what stands between two pairs is no prose
        for one, other in pairwise(pairs):
            _take(draft, one.end, other.start)
    return named_files(draft.document.text, pairs)


def _take(draft: Draft, start: int, end: int) -> None:
    for i, token in enumerate(draft.document.tokens):
        if start <= token.start < end:
            draft.use(i)
            token.masked, token.mark = True, "key and value"


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
