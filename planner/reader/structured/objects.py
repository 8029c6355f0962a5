"""What the pairs of one object mean together: a sum with its currency, a condition in three keys, a change to a path."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planner.reader.structured.pairs import Pair, named

_AMOUNTS = ("amount", "value", "max", "limit", "cap", "total", "cost", "budget", "spend", "money", "price")
_CURRENCIES = ("currency", "unit", "ccy", "cur")
_METRICS, _OPS = ("metric", "name", "measure", "kpi"), ("op", "operator", "cmp", "comparator", "comparison")
_VALUES = ("value", "threshold", "target", "bound", "limit")
_SIGNS = {
    ">=": ">=", "<=": "<=", ">": ">", "<": "<", "gte": ">=", "ge": ">=", "lte": "<=", "le": "<=", "gt": ">", "lt": "<",
    "min": ">=", "max": "<=", "at least": ">=", "at most": "<=", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=",
}  # fmt: skip
_LIMITS = {"min": ">=", "max": "<=", "at least": ">=", "at most": "<=", "gte": ">=", "lte": "<=", "gt": ">", "lt": "<", "above": ">", "below": "<"}  # fmt: skip
WITHDRAWN = "null"
"""The value of what is to be no longer there."""
_REMOVES = ("remove", "delete", "unset", "drop", "clear")


def together(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, where those of one object that belong together are one."""
    found: list[Pair] = []
    for _, group in groupby(_patched(pairs), key=lambda one: (one.home, one.keys[:-1])):
        members = list(group)
        found += _sum(members) or _condition(members) or members
    return found


def _patched(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """`{"op": "replace", "path": "/search/trials", "value": 6}` is trials = 6; a removal has the value null."""
    ops = {one.home: one for one in pairs if one.keys == ("op",) and one.home >= 0}
    paths = {one.home: one for one in pairs if one.keys == ("path",) and one.value.startswith("/") and one.home in ops}
    home: int | None = None  # of the change that is being read
    for one in pairs:
        if one.home in paths and one.home != home:
            home = one.home
            op, path = ops[home], paths[home]
            keys = tuple(name for name in named(path.value) if not name.isdigit())
            start = min(op.start, path.start)
            if op.value in _REMOVES:
                yield Pair(keys, WITHDRAWN, start, max(op.end, path.end), start, home=home)
        if home is not None and one.keys[:1] == ("value",):
            if op.value not in _REMOVES:
                yield replace(one, keys=(*keys, *one.keys[1:]), start=start)
                start = one.end
        elif one.home not in paths:
            home = None
            yield one


def _by_key(members: list[Pair], names: Sequence[str]) -> Pair | None:
    """The first pair whose key is one of the names, or ends in it (`cost_currency`)."""
    return next((one for name in names for one in members if one.keys and one.keys[-1].split()[-1:] == [name]), None)


def _sum(members: list[Pair]) -> list[Pair]:
    """`{"amount": 75, "currency": "GBP"}` is 75 GBP."""
    amount, currency = _by_key(members, _AMOUNTS), _by_key(members, _CURRENCIES)
    if amount is None or currency is None or not currency.value.isalpha() or not amount.value[:1].isdigit():
        return []
    low, high = min(amount.start, currency.start), max(amount.end, currency.end)
    one = replace(amount, value=f"{amount.value} {currency.value}", start=low, end=high)
    return [*(m for m in members if m not in (amount, currency)), one]


def _condition(members: list[Pair]) -> list[Pair]:
    """`{"metric": "f1", "op": ">=", "value": 0.9}` is f1 >= 0.9; so is `{"metric": "f1", "min": 0.9}`."""
    metric, op = _by_key(members, _METRICS), _by_key(members, _OPS)
    limit = _by_key(members, tuple(_LIMITS))
    value = _by_key(members, _VALUES) if op is not None else limit
    if metric is None or value is None or not (sign := _SIGNS.get(op.value.lower()) if op else _LIMITS[value.keys[-1]]):
        return []
    rest = [m for m in members if m not in (metric, op, value) and m.keys[-1] != "against"]
    against = _by_key(members, ("against", "versus", "opponent"))
    said = [m for m in (metric, op, value, against) if m is not None]
    keys = (*metric.keys[:-1], *((f"vs {against.value.lower()}",) if against else ()), *named(metric.value))
    low, high = min(m.start for m in said), max(m.end for m in said)
    return [*rest, Pair(keys, value.value, low, high, value.value_start, sign, value.home)]
