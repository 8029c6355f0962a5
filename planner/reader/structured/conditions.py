"""Conditions that a program writes, for going live or for training again: a measure, which way, how much.

They come as one pair (`"f1": ">= 0.9"`, `retrain_below.accuracy=0.85`), as a measure with its bounds
(`"f1": {"min": 0.9}`) or as an object that names each part (`{"metric": "f1", "op": ">=", "value": 0.9}`).
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.structured.fields import claim, first
from planner.reader.structured.meaning import field_of, metric_of
from planner.reader.structured.pairs import Pair

_LOWER = ("perplexity", "hallucination_rate", "policy_violation_rate", "latency_p50_seconds", "latency_p95_seconds")
"""Metrics that are better when they are lower."""
_OPPONENTS = {
    "retrieval": ("retrieval", "bm25", "search", "rag"),
    "current": ("current", "prod", "incumbent", "today", "existing", "live", "deployed"),
    "base": ("base", "stock", "untuned", "raw", "original"),
}
_OPS = {
    ">=": (">=", "=>", "gte", "ge", "min", "minimum", "at least", "floor", "not below", "no less than"),
    ">": (">", "gt", "above", "over", "more than", "greater than", "exceeds", "greater"),
    "<=": (
        "<=",
        "=<",
        "lte",
        "le",
        "max",
        "maximum",
        "at most",
        "ceiling",
        "cap",
        "not above",
        "no more than",
        "limit",
    ),
    "<": ("<", "lt", "below", "under", "less than", "drops below", "falls below", "less"),
}
_OP_OF = {word: op for op, words in _OPS.items() for word in words}
_METRIC = ("metric", "measure", "name", "what", "kind", "type", "on", "signal", "figure", "id", "of")
_OP = ("op", "operator", "cmp", "comparator", "comparison", "direction", "relation", "sense", "mode", "is")
_VALUE = ("value", "threshold", "target", "goal", "level", "bound", "val", "bar", "score", "to", "at", "required")
_AGAINST = ("against", "vs", "versus", "opponent", "baseline", "reference", "compared to", "compare to", "than")
_MONITORING = ("monitoring", "monitor", "drift", "retrain", "retraining", "refresh", "watch")


class Condition(NamedTuple):
    """The pairs of one object that make a condition together."""

    metric: str
    op: str
    """Empty where the object does not say it."""
    value: Pair
    pairs: list[Pair]


def conditions_of(pairs: list[Pair]) -> Iterator[Condition]:
    """Objects that name a measure, a bound and a value in pairs of their own."""
    objects: dict[tuple[int, tuple[str, ...]], list[Pair]] = {}
    for pair in pairs:
        if pair.group >= 0 and pair.keys:
            objects.setdefault((pair.group, pair.keys[:-1]), []).append(pair)
    for (_, above), members in objects.items():
        named = next((p for p in members if p.keys[-1] in _METRIC and metric_of((_plain(p.value),))), None)
        metric = metric_of((_plain(named.value),)) if named else metric_of(above)
        if metric is None:
            continue
        said = next((p for p in members if p.keys[-1] in _OP and _plain(p.value) in _OP_OF), None)
        valued = [p for p in members if p is not named and (p.keys[-1] in _OP_OF or p.keys[-1] in _VALUE)]
        used = [p for p in members if p.keys[-1] in (*_METRIC, *_OP, *_AGAINST, "unit")][:9]
        for pair in valued:
            op = pair.op if pair.op != "=" else _OP_OF.get(pair.keys[-1], _OP_OF[_plain(said.value)] if said else "")
            yield Condition(metric, op, pair, sorted({*used, pair}, key=lambda p: p.start))


def read_conditions(draft: Draft, pairs: list[Pair], today: date) -> list[Pair]:
    """Claims what the objects say; returns the pairs that were understood."""
    done: list[Pair] = []
    for one in conditions_of(pairs):
        start, end = min(p.start for p in one.pairs), max(p.end for p in one.pairs)
        said = " ".join(f"{p.keys[-1]} {p.value}" for p in one.pairs).lower()
        whole = Pair(one.value.keys, said, start, end, one.value.value_start, one.op or "=")
        keys = one.value.keys[:-1]
        if field_of(keys) == "monitoring.retrain_when" or set(keys) & {*_MONITORING}:
            value = _number(one.value, today, one.metric, said)
            if value is None:
                continue
            op = one.op if one.op not in ("", _better(one.metric)) else {">=": "<", "<=": ">"}[_better(one.metric)]
            claim(draft, whole, "monitoring.retrain_when", {"metric": one.metric, "op": op, "value": value})
        elif not _gate(draft, whole, one.value, one.metric, today):
            continue
        done += one.pairs
    return done


def read_gate(draft: Draft, pair: Pair, metric: str, today: date) -> bool:
    """Claims a condition of one pair."""
    return _gate(draft, pair, pair, metric, today)


def _gate(draft: Draft, whole: Pair, figure: Pair, metric: str, today: date) -> bool:
    said = f"{' '.join(whole.keys)} {whole.value.lower()}"
    value = _number(figure, today, metric, said)
    if value is None:
        return False
    item: dict[str, Any] = {
        "metric": metric,
        "op": whole.op if whole.op != "=" else _better(metric),
        "value": round(value, 9),
    }
    if metric == "win_rate":
        item["against"] = next((who for who, cues in _OPPONENTS.items() if any(cue in said for cue in cues)), None)
    quote = draft.document.text[whole.start : whole.end]
    if not any(one.path == "gates" and one.value == item for one in draft.claims):
        draft.claims.append(Claim(path="gates", value=item, quote=quote, turn=draft.document.turn))
    return True


def _better(metric: str) -> str:
    return "<=" if metric in _LOWER else ">="


def _number(pair: Pair, today: date, metric: str, said: str) -> float | None:
    token = first(pair, today, "share", "num", "duration", "points")
    if token is None:
        return None
    value = float(token.value)
    if metric.startswith("latency"):
        milliseconds = any(word in ("ms", "milliseconds") for word in [*said.split(), *" ".join(pair.keys).split()])
        return value / 1000 if token.kind != "duration" and milliseconds else value
    if token.kind == "num" and metric not in ("perplexity", "reward") and 1 < value <= 100:
        return value / 100
    return value


def _plain(value: str) -> str:
    return " ".join(value.strip().strip("\"'").lower().replace("_", " ").replace("-", " ").split())
