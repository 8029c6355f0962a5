"""The plan: a spec with its questions, conflicts, reasons and price; what a user reads and approves."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel, ConfigDict

from training.spec import words
from training.spec.spec import TrainingSpec


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Question(_Part):
    field: str
    """The spec field that the answer fills, with dots."""
    question: str
    recommended: str | None = None
    """What "yes" would accept, where there is a sensible answer."""
    options: list[str] = []
    accepts: Any = None
    """Value of the field that "yes" stands for; null where what is recommended is something to do."""


class Answer(_Part):
    """A question that was asked, and what the user said to it."""

    field: str
    question: str
    answer: str
    """The user's words."""
    turn: int
    """Which of the user's turns, from 0."""


class Conflict(_Part):
    fields: list[str]
    problem: str
    suggestion: str


class Provenance(_Part):
    source: words.Origin
    why: str
    quote: str | None = None
    """Copied letter for letter from the request, where `source` is `request`."""


class Money(_Part):
    amount: float
    currency: str


class Estimate(_Part):
    """What the plan will take, before anything is spent."""

    gpu_hours: float = 0.0
    wall_clock_hours: float = 0.0
    peak_memory_gb: float = 0.0
    cost: Money = Money(amount=0.0, currency="EUR")
    disk_gb: float = 0.0
    low: dict[str, float] = {}
    """Lower end of each figure, by name."""
    high: dict[str, float] = {}
    basis: str = ""
    """One sentence: what the figures were computed from."""
    steps: dict[str, float] = {}
    """Seconds of each step by the analytic model alone, before limits and experience: what a run's own are held against."""
    passes: dict[str, float] = {}
    """Passes over the data that `steps` counts with, by step."""


class Plan(_Part):
    status: words.PlanStatus
    spec: TrainingSpec | None = None
    questions: list[Question] = []
    answers: list[Answer] = []
    """What was asked on the way, and answered."""
    conflicts: list[Conflict] = []
    provenance: dict[str, Provenance] = {}
    """JSON pointer into `spec` -> where the value comes from; one entry for every leaf."""
    estimate: Estimate = Estimate()
    warnings: list[str] = []
    """What could go wrong and what was assumed, in plain words."""

    def to_json(self) -> dict[str, Any]:
        """As the contract has it: plain JSON types, provenance without empty quotes."""
        plan = self.model_dump(mode="json")
        for entry in plan["provenance"].values():
            if entry["quote"] is None:
                del entry["quote"]
        return plan


def spec_hash(spec: TrainingSpec) -> str:
    """Identity of a spec, 64 hex digits: what an approval is bound to."""
    text = json.dumps(spec.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
