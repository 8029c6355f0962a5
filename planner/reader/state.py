"""The conversation so far: claims in force, and how a later turn's claims change them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from planner.claims import Claim, Dispute

LISTS = frozenset(("data.sources", "rubric", "gates", "languages", "stages", "delivery.formats"))
STAGES = ("pretrain", "sft", "preference", "rl")


@dataclass
class State:
    """Claims in force, in the order in which they were made."""

    claims: list[Claim] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    left_out: list[Claim] = field(default_factory=list)
    ruled_out: list[Claim] = field(default_factory=list)
    unreachable: list[Claim] = field(default_factory=list)
    unclear_language: Claim | None = None
    goal: str = ""
    started: bool = False
    unplaced: list[str] = field(default_factory=list)
    """Figures of the last turn that sound like a change and could mean several things."""
    topic: str = ""
    """Name of the field that the turn before spoke of last (`search.trials`, `gates.accuracy`)."""

    def copy(self) -> "State":
        return replace(
            self,
            claims=list(self.claims),
            disputes=list(self.disputes),
            left_out=list(self.left_out),
            ruled_out=list(self.ruled_out),
            unreachable=list(self.unreachable),
            unplaced=list(self.unplaced),
        )

    def value(self, path: str) -> Any:
        return next((c.value for c in reversed(self.claims) if c.path == path), None)

    def items(self, path: str) -> list[Claim]:
        return [c for c in self.claims if c.path == path]

    def settle(self, *paths: str) -> None:
        """A dispute about a field ends where a later turn decides it."""
        self.disputes = [d for d in self.disputes if not any(_touches(p, f) for p in paths for f in d.fields)]

    def drop(self, path: str, keep: Iterable[Claim] = ()) -> bool:
        """Takes back a field and what lies under it; whether something was there."""
        kept = list(keep)
        before = len(self.claims)
        self.claims = [c for c in self.claims if c in kept or not (c.path == path or c.path.startswith(path + "."))]
        self.settle(path)
        return len(self.claims) < before

    def leave_out(self, claim: Claim) -> None:
        """A file that is ruled out: it is no source, and none may become of it."""
        gone = str(claim.value).rstrip("/").lower()
        self.left_out = [c for c in self.left_out if c.value != claim.value] + [claim]
        self.claims = [
            c
            for c in self.claims
            if not (c.path == "data.sources" and str(c.value["path"]).rstrip("/").lower() == gone)
        ]

    def put(self, claim: Claim, *, over: bool = False) -> None:
        """A later claim takes the place of an earlier one for the same field or the same item.

        Args:
            over: also of a gate's other threshold in the same turn, which else is kept beside it and disputed.
        """
        if claim.path == "data.sources":
            self._source(claim)
        elif claim.path in LISTS:
            key = item_key(claim)
            place = next((i for i, c in enumerate(self.claims) if c.path == claim.path and item_key(c) == key), None)
            if (
                place is not None
                and not over
                and claim.path == "gates"
                and self.claims[place].turn == claim.turn
                and self.claims[place].value != claim.value
            ):
                place = None  # two thresholds in one breath: a dispute, not a change
            if place is None:
                self.claims.append(claim)
            else:
                self.claims[place] = claim
        else:
            self.claims = [
                c for c in self.claims if not c.path.startswith(claim.path + ".") or claim.path == "monitoring"
            ]
            self.claims = [c for c in self.claims if c.path != claim.path] + [claim]
        self.settle(claim.path)

    def _source(self, claim: Claim) -> None:
        path = str(claim.value.get("path") or "").rstrip("/").lower()
        if not path:
            return
        self.left_out = [c for c in self.left_out if str(c.value).rstrip("/").lower() != path]
        for i, old in enumerate(self.claims):
            if old.path == "data.sources" and str(old.value["path"]).rstrip("/").lower() == path:
                merged = {**old.value, **claim.value}
                for key in ("include", "exclude"):
                    both = [*old.value.get(key, []), *claim.value.get(key, [])]
                    if both:
                        merged[key] = list(dict.fromkeys(both))
                self.claims[i] = (
                    claim.model_copy(update={"value": merged})
                    if _longer(claim, old)
                    else old.model_copy(update={"value": merged, "quote": claim.quote, "turn": claim.turn})
                )
                return
        self.claims.append(claim)

    def in_order(self) -> list[Claim]:
        """As the spec has its fields; stages in the order of training."""

        def rank(claim: Claim) -> tuple[int, int]:
            head = claim.path.split(".")[0]
            stage = STAGES.index(claim.value) if claim.path == "stages" and claim.value in STAGES else 0
            return (_ORDER.index(head) if head in _ORDER else len(_ORDER), stage)

        return sorted(self.claims, key=rank)


_ORDER = (
    "name",
    "goal",
    "task",
    "languages",
    "data",
    "model",
    "stages",
    "rubric",
    "gates",
    "search",
    "budget",
    "compute",
    "privacy",
    "delivery",
    "monitoring",
)


def item_key(claim: Claim) -> Any:
    """What makes two items of a list the same one."""
    value = claim.value
    if claim.path == "gates":
        return ("gate", value.get("metric"), str(value.get("op"))[:1])
    if claim.path == "rubric":
        return (
            "rubric",
            value.get("criterion"),
            value.get("detail") if value.get("criterion") in ("policy", "custom") else None,
        )
    return str(value)


def _longer(claim: Claim, old: Claim) -> bool:
    return str(old.value["path"]) in claim.quote


def _touches(path: str, field_: str) -> bool:
    return path == field_ or path.startswith(field_ + ".") or field_.startswith(path + ".")
