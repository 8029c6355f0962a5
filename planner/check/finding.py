"""What a check looks at, and what it may find."""

from typing import Literal, NamedTuple

from planner.facts import Facts
from planner.hardware import Hardware
from planner.target import Target
from training.spec import Estimate, TrainingSpec


class Case(NamedTuple):
    """A plan that is about to be shown."""

    spec: TrainingSpec
    facts: Facts
    estimate: Estimate
    place: Target

    @property
    def hardware(self) -> Hardware:
        return self.facts.hardware

    def asked(self, path: str) -> bool:
        """Whether the words themselves settle a field."""
        return self.facts.claim(path) is not None or bool(self.facts.claims(path))


class Finding(NamedTuple):
    kind: Literal["conflict", "warning"]
    """A conflict stops the plan until somebody decides; a warning is told and the plan goes on."""
    fields: list[str]
    """Spec paths; those of a conflict become null."""
    problem: str
    """One sentence for someone who has never trained a model."""
    suggestion: str


def conflict(fields: list[str], problem: str, suggestion: str) -> Finding:
    return Finding("conflict", fields, problem, suggestion)


def warning(fields: list[str], problem: str, suggestion: str = "") -> Finding:
    return Finding("warning", fields, problem, suggestion)
