"""Claims from a program's keys and values."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.structured.fields import READERS, claim, first
from planner.reader.structured.files import NamedFile, named_files
from planner.reader.structured.meaning import field_of, metric_of, parameter_of
from planner.reader.structured.pairs import Pair, pairs_of

_LOWER = ("perplexity", "hallucination_rate", "policy_violation_rate", "latency_p50_seconds", "latency_p95_seconds")
"""Metrics that are better when they are lower."""
_OPPONENTS = {
    "retrieval": ("retrieval", "bm25", "search", "rag"),
    "current": ("current", "prod", "incumbent", "today", "existing"),
    "base": ("base", "stock", "untuned"),
}


def read_structured(draft: Draft, today: date) -> list[NamedFile]:
    """Claims for what the keys say; takes their tokens out of the words.

    Returns: the data that is named with what its keys say of it, for `heed_keys` once the sources are read.
    """
    pairs = pairs_of(draft.document.text)
    for pair in pairs:
        if pair.value in ("null", "", "~"):
            continue
        metric, field = metric_of(pair.keys), field_of(pair.keys)
        if metric is not None and field != "monitoring.retrain_when":
            done = _gate(draft, pair, metric, today)
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


def _gate(draft: Draft, pair: Pair, metric: str, today: date) -> bool:
    token = first(pair, today, "share", "num", "duration", "points")
    if token is None:
        return False
    value = float(token.value)
    if metric.startswith("latency"):
        milliseconds = pair.keys[-1].split()[-1] == "ms"
        value = value / 1000 if token.kind != "duration" and milliseconds else value
    elif token.kind == "num" and metric not in ("perplexity", "reward") and 1 < value <= 100:
        value /= 100
    op = pair.op if pair.op != "=" else "<=" if metric in _LOWER else ">="
    item: dict[str, Any] = {"metric": metric, "op": op, "value": round(value, 9)}
    if metric == "win_rate":
        said = f"{' '.join(pair.keys)} {pair.value.lower()}"
        item["against"] = next((who for who, cues in _OPPONENTS.items() if any(cue in said for cue in cues)), None)
    return claim(draft, pair, "gates", item)


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
