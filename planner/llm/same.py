"""When two claims speak of the same thing, and when they say the same of it.

Equal values are no disagreement, nor are two spellings of a path, a model's name with and without its owner, or "right"
measured in one way or another.
"""

import math
from collections.abc import Iterator
from typing import Any

from planner.claims import Claim
from planner.facts import LISTS, WHOLE
from planner.surveyed import folded

_RIGHT = ("accuracy", "pass_rate", "exact_match")
"""Ways to measure how many answers are right; which of them is meant, words seldom say."""


def parts(claim: Claim) -> Iterator[Claim]:
    """An object's parts as claims of their own; items of lists stay whole."""
    many = isinstance(claim.value, dict) and bool(claim.value)
    if not many or claim.path in LISTS or claim.path in WHOLE:
        if isinstance(claim.value, list) and claim.path in LISTS and claim.path != "data.cleaning.languages":
            yield from (claim.model_copy(update={"value": value}) for value in claim.value)
        else:
            yield claim
        return
    for key, value in claim.value.items():
        if value is not None:
            yield claim.model_copy(update={"path": f"{claim.path}.{key}", "value": value})


def key_of(claim: Claim) -> tuple[str, str]:
    """What a claim is about: the field, and of a list which of its items."""
    value = claim.value
    if claim.path == "gates":
        metric = str(value.get("metric"))
        kind = "right" if metric in _RIGHT else "latency" if metric.startswith("latency") else metric
        return "gates", f"{kind} {value.get('against') or ''}"
    if claim.path == "rubric":
        criterion = str(value.get("criterion"))
        return "rubric", "" if criterion in ("policy", "custom") else criterion
    if claim.path == "data.sources":
        return "data.sources", path_of(claim).rpartition("/")[2]
    return claim.path, str(value) if claim.path in LISTS else ""


def equal(one: Claim, other: Claim) -> bool:
    """Whether two claims of the same thing say the same of it, as far as it matters."""
    if one.path == "rubric":
        return True
    if one.path == "gates":
        up = {str(claim.value.get("op"))[:1] for claim in (one, other)}
        return key_of(one) == key_of(other) and len(up) == 1 and same(one.value.get("value"), other.value.get("value"))
    if one.path == "data.sources":
        if key_of(one) != key_of(other):
            return False
        return all(
            one.value.get(key) in (None, other.value.get(key)) or other.value.get(key) is None
            for key in ("role", "since", "until")
        )
    if one.path == "model.base":
        first, second = (_letters(claim.value) for claim in (one, other))
        return first in second or second in first
    return same(one.value, other.value)


def same(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return bool(one is other)
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-6)
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return bool(one == other)


def refined(mine: Claim, other: Claim) -> Claim | None:
    """The same file with what the built-in reader left open of it; null where nothing is added, or they differ."""
    if not equal(mine, other):
        return None
    more = {
        key: other.value[key] for key in ("role", "since", "until") if other.value.get(key) and not mine.value.get(key)
    }
    return other.model_copy(update={"value": {**mine.value, **more}}) if more else None


def together(claims: list[Claim]) -> Claim:
    """Several items of a list as one claim of them all."""
    latest = max(claims, key=lambda one: one.turn)
    return latest.model_copy(update={"value": list(dict.fromkeys(one.value for one in claims))})


def overlap(one: Claim, other: Claim) -> bool:
    """Whether two claims rest on the same words."""
    return bool(one.quote and other.quote) and (one.quote in other.quote or other.quote in one.quote)


def same_figure(one: Claim, other: Claim) -> bool:
    """Whether two claims of different fields take the same number from the same words: it was meant for one of them."""
    if one.path == other.path or not overlap(one, other):
        return False
    return any(same(a, b) for a in _figures(one.value) for b in _figures(other.value))


def _figures(value: Any) -> list[float]:
    parts_ = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return [float(part) for part in parts_ if isinstance(part, int | float) and not isinstance(part, bool)]


def path_of(claim: Claim) -> str:
    return folded(str(claim.value.get("path", ""))).casefold()


def _letters(value: Any) -> str:
    return "".join(one for one in str(value).casefold() if one.isalnum())
