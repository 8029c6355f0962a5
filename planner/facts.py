"""What a rule may look at: the words, the files, the machine, and what was decided before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from planner.claims import Claim, Wishes
from planner.hardware import Hardware
from planner.surveyed import Survey, SurveyedSource

LISTS = frozenset(
    {"languages", "data.sources", "data.cleaning.languages", "stages", "rubric", "gates", "delivery.formats"}
)
"""Fields whose items may be claims of their own."""
WHOLE = frozenset({"search.parameters", "delivery.rollout"})
"""Objects and lists that are claimed as one value."""


@dataclass(frozen=True)
class Facts:
    wishes: Wishes
    survey: Survey
    hardware: Hardware
    today: date
    files: tuple[str, ...]
    """Names of attached files; they need not exist."""
    known: Mapping[str, Any]
    """Fields decided so far, by their dotted path, as JSON values."""

    @cached_property
    def _by_path(self) -> dict[str, Claim]:
        """The last claim of each single field; an object's claim counts for each of its fields."""
        found: dict[str, Claim] = {}
        for claim in self.wishes.claims:
            if claim.path not in LISTS:
                for path, value in _leaves(claim.path, claim.value):
                    found[path] = claim.model_copy(update={"path": path, "value": value})
        return found

    def claim(self, path: str) -> Claim | None:
        """What the words say of a single field."""
        return self._by_path.get(path)

    def claims(self, path: str) -> list[Claim]:
        """What the words say of a list's items, one claim an item."""
        items: list[Claim] = []
        for claim in self.wishes.claims:
            if claim.path != path:
                continue
            if isinstance(claim.value, list):
                items.extend(claim.model_copy(update={"value": value}) for value in claim.value)
            else:
                items.append(claim)
        return items

    def said_none(self, path: str) -> Claim | None:
        """The claim by which the words want a list or an object to be empty: a null, or an empty list."""
        for claim in self.wishes.claims:
            if claim.path == path and (claim.value is None or claim.value == [] or claim.value is False):
                return claim
        return None

    def ruled_out(self, path: str) -> dict[str, Claim]:
        """Items of a list that the words do not want."""
        return {str(claim.value): claim for claim in self.wishes.ruled_out if claim.path == path}

    # What the sources hold, once they are decided

    @property
    def sources(self) -> list[dict[str, Any]]:
        return self.known.get("data.sources") or []

    @cached_property
    def measured(self) -> list[SurveyedSource]:
        """What was measured of the plan's sources; those that are not here are missing in it."""
        found: dict[str, SurveyedSource] = {}
        for source in self.sources:
            for item in self.survey.named(source["path"]):
                role = source.get("role") or item.role
                found.setdefault(item.path, item.model_copy(update={"role": role}))
        return list(found.values())

    @property
    def all_measured(self) -> bool:
        """Every source of the plan was measured, and there is one."""
        return bool(self.sources) and all(self.survey.named(source["path"]) for source in self.sources)

    @property
    def roles(self) -> set[str]:
        return {source["role"] for source in self.sources if source.get("role")}

    def rows(self, *roles: str) -> int:
        return sum(item.rows for item in self.measured if item.role in roles)

    def characters(self, *roles: str) -> int:
        return sum(item.characters for item in self.measured if item.role in roles)


ANSWERED = ("chats", "instructions", "labels")
"""Roles whose records have an answer to learn."""
TEXT = ("documents", "code")
"""Roles that are read rather than answered."""


def _leaves(path: str, value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, dict) and path not in WHOLE and value:
        return [leaf for key, part in value.items() for leaf in _leaves(f"{path}.{key}", part)]
    return [(path, value)]
