"""The figures in force: where each stands, in which unit, and what a claim is with another figure in its place."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from planner.claims import Claim
from planner.reader.field_names import speaks_of
from planner.reader.state import State
from planner.reader.tokens import Token

NUMBERS = frozenset(("share", "num", "money", "duration", "gpu_hours", "params", "memory", "points"))
_UNITS = {
    "budget.gpu_hours": "hours", "budget.wall_clock_hours": "hours", "monitoring.every_days": "days",
    "model.max_parameters": "params", "compute.memory_gb": "memory", "data.holdout": "share",
    "search.trials": "count", "model.experts": "count", "compute.gpus": "count", "data.synthetic.examples": "count",
    "budget.deadline": "date",
}  # fmt: skip
_TOKENS = {
    "share": ("share", "points"), "money": ("money",), "seconds": ("duration",), "hours": ("duration", "gpu_hours"),
    "days": ("duration",), "params": ("params",), "memory": ("memory",), "count": (), "plain": (), "weight": ("share", "points"),
    "date": (),
}  # fmt: skip
"""Unit of a slot -> kinds of token that can stand in it, beside a bare number."""
_SECONDS = {"seconds": 1.0, "hours": 3600.0, "days": 86400.0}
LONGEST_ANSWER = 900
"""Seconds from which on a time is none that an answer takes."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A number in a claim in force."""

    claim: Claim
    key: str | int
    """Of an item or object: where the number stands in it; empty where the value is the number."""
    unit: str
    value: float
    """In the spec's unit; of a deadline the day's ordinal."""
    recent: bool = False
    """Whether the turn before spoke of it."""

    @property
    def name(self) -> str:
        """Path, with the metric or criterion of an item: `gates.accuracy`."""
        if self.claim.path == "gates":
            return f"gates.{self.claim.value['metric']}"
        if self.claim.path == "rubric":
            return f"rubric.{self.claim.value['criterion']}"
        return self.claim.path

    def number(self, token: Token) -> float | None:
        """What a token's figure is in this slot's unit; None where it can't stand here."""
        if token.kind in ("num", "points") and self.unit != "date":
            value = float(token.value)
            if token.mark and self.unit not in ("params", "count", "money"):
                return None
            if self.unit == "share":
                value = float(token.raw if token.raw is not None else token.value)
                return value / 100 if value > 1 or token.kind == "points" else value
            if self.unit == "count" and (not value.is_integer() or value < 1):
                return None
            if self.unit == "weight" and abs(value) > 100:
                return None
            if self.unit == "params":
                return value if value >= 1e6 else None
            if self.unit == "weight" and self.value < 0 < value and not token.signed:
                return -value  # a penalty stays one
            return value if self.unit == "weight" or value > 0 else None
        if token.kind not in _TOKENS[self.unit] or not isinstance(token.value, int | float):
            return None
        value = float(token.value)
        if token.kind == "duration":
            if (self.unit == "seconds") != (value < LONGEST_ANSWER):
                return None
            return value / _SECONDS[self.unit]
        if token.kind == "gpu_hours" and self.claim.path != "budget.gpu_hours":
            return None
        return value

    def apart(self, value: float) -> float:
        """How far another value lies from this one: the logarithm of their ratio, or of their odds for shares."""
        if self.unit == "share":
            return abs(_odds(value) - _odds(self.value))
        if self.unit == "weight":
            return abs(value - self.value)
        return abs(math.log(max(value, 1e-9) / max(self.value, 1e-9)))

    def with_value(self, value: float, quote: str, turn: int, why: str = "") -> Claim:
        """The claim with another figure; a figure that must be whole is rounded down."""
        new: Any = int(value + 1e-9) if self.unit == "count" else round(value, 9)
        if self.unit == "date":
            new = date.fromordinal(round(value)).isoformat()
        if isinstance(self.key, int):
            steps = list(self.claim.value)
            steps[self.key] = int(percent) if (percent := round(value * 100, 4)).is_integer() else percent
            new = steps
        elif self.key:
            new = {**self.claim.value, self.key: new}
        return Claim(path=self.claim.path, value=new, quote=quote, turn=turn, why=why)


def _odds(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return math.log(share / (1 - share))


def slots_of(state: State) -> list[Slot]:
    """The numbers in force, the latest first."""
    slots = [slot for claim in reversed(state.claims) for slot in _of(claim)]
    if state.topic:
        slots = [replace(slot, recent=speaks_of(state.topic, slot.name)) for slot in slots]
    return sorted(slots, key=lambda s: -s.claim.turn)


def _of(claim: Claim) -> Iterable[Slot]:
    value, path = claim.value, claim.path
    if path == "gates" and isinstance(value.get("value"), int | float):
        metric = str(value["metric"])
        unit = "seconds" if metric.startswith("latency") else "plain" if metric in ("perplexity", "reward") else "share"
        yield Slot(claim, "value", unit, float(value["value"]))
    elif path == "budget.cost" and isinstance(value, dict):
        yield Slot(claim, "amount", "money", float(value["amount"]))
    elif path == "budget.cost.amount":
        yield Slot(claim, "", "money", float(value))
    elif path == "monitoring.retrain_when" and isinstance(value, dict):
        yield Slot(claim, "value", "share", float(value["value"]))
    elif path == "rubric" and isinstance(value.get("weight"), int | float):
        yield Slot(claim, "weight", "weight", float(value["weight"]))
    elif path == "delivery.rollout" and isinstance(value, list):
        for place, step in enumerate(value):
            yield Slot(claim, place, "share", float(step) / 100)
    elif path == "budget.deadline" and isinstance(value, str):
        yield Slot(claim, "", "date", float(date.fromisoformat(value).toordinal()))
    elif path in _UNITS and isinstance(value, int | float) and not isinstance(value, bool):
        yield Slot(claim, "", _UNITS[path], float(value))
