"""What the pairs of one object mean together: a sum with its currency, a change to a path."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from planner.reader.structured.pairs import Pair, named

_AMOUNTS = ("amount", "value", "max", "limit", "cap", "total", "cost", "budget", "spend", "money", "price")
_CURRENCIES = ("currency", "unit", "ccy", "cur")
WITHDRAWN = "null"
"""The value of what is to be no longer there."""
_REMOVES = ("remove", "delete", "unset", "drop", "clear")


def together(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, where those of one object that belong together are one."""
    found: list[Pair] = []
    for _, group in groupby(_patched(pairs), key=lambda one: (one.group, one.keys[:-1])):
        members = list(group)
        found += _sum(members) or members
    return found


def _patched(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """`{"op": "replace", "path": "/search/trials", "value": 6}` is trials = 6; a removal has the value null."""
    ops = {one.group: one for one in pairs if one.keys == ("op",) and one.group >= 0}
    paths = {
        one.group: one for one in pairs if one.keys == ("path",) and one.value.startswith("/") and one.group in ops
    }
    group: int | None = None  # of the change that is being read
    for one in pairs:
        if one.group in paths and one.group != group:
            group = one.group
            op, path = ops[group], paths[group]
            keys = tuple(name for name in named(path.value) if not name.isdigit())
            start = min(op.start, path.start)
            if op.value in _REMOVES:
                yield Pair(keys, WITHDRAWN, start, max(op.end, path.end), start, group=group)
        if group is not None and one.keys[:1] == ("value",):
            if op.value not in _REMOVES:
                yield replace(one, keys=(*keys, *one.keys[1:]), start=start)
                start = one.end
        elif one.group not in paths:
            group = None
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
