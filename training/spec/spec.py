"""The spec: the validated description of one customized model, version 1.

Every field may be null while a plan still has questions or a conflict; a plan that is `ready` has
been checked by `planner.check`, which is where "null" stops meaning "not known yet".
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from training.spec import words


class _Part(BaseModel):
    # use_attribute_docstrings: one sentence serves the reader of this file, the JSON schema that a
    # planner's model fills in, and the tooltip in the chat.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Source(_Part):
    """One file, folder or address to learn from or be judged on."""

    path: str
    """Where it is, as the user wrote it."""
    role: words.Role | None = None
    """What it is used as."""
    include: list[str] = []
    """Plain phrases: take only what fits one of them."""
    exclude: list[str] = []
    """Plain phrases: leave out what fits one of them."""
    since: date | None = None
    """First day that counts, inclusive."""
    until: date | None = None
    """Last day that counts, inclusive."""


class Cleaning(_Part):
    """What happens to each record before anything is learned from it."""

    exact_dedup: bool | None = True
    near_dedup: bool | None = True
    decontaminate: bool | None = True
    """Take out of training what stands, or nearly stands, in the held-out part."""
    pii: words.PiiAction | None = "redact"
    secrets: words.SecretAction | None = "redact"
    languages: list[str] | None = None
    """ISO 639-1 codes to keep; null keeps every language."""


class Synthetic(_Part):
    """Training examples to generate."""

    examples: int | None = Field(default=None, ge=1)


class Data(_Part):
    sources: list[Source] | None = []
    cleaning: Cleaning = Cleaning()
    holdout: float | None = Field(default=0.1, ge=0, le=0.5)
    """Share of the examples kept for evaluation; never trained on."""
    synthetic: Synthetic | None = None


class Model(_Part):
    architecture: words.Architecture | None = "dense"
    experts: int | None = Field(default=None, ge=2)
    base: str | None = "scratch"
    """A model's id or path, or `scratch` for a small model trained from the user's own text."""
    max_parameters: float | None = Field(default=None, gt=0)
    adapter: words.Adapter | None = "none"
    vocabulary: words.Vocabulary | None = "keep"
    parameters: int | None = Field(default=None, gt=0)
    """Planned number of parameters of a model from scratch; null where the base fixes it."""


class RubricItem(_Part):
    """One thing that answers are scored on; reward for RL and score for evaluation."""

    criterion: words.Criterion | None
    weight: float | None
    """Signed: a penalty is negative."""
    detail: str | None = None


class Gate(_Part):
    """One condition that the finished model must meet, judged with its interval."""

    metric: words.Metric | None
    op: words.Op | None
    value: float | None
    against: words.Opponent | None = None


class Search(_Part):
    trials: int | None = Field(default=1, ge=1)
    """1 means no search."""
    parameters: dict[str, list[float | int | str]] = {}
    """Trainer's argument name to [low, high] for numbers, or to a list of choices."""


class Cost(_Part):
    amount: float | None = Field(ge=0)
    currency: str | None
    """ISO 4217 code."""


class Budget(_Part):
    gpu_hours: float | None = Field(default=None, ge=0)
    wall_clock_hours: float | None = Field(default=None, ge=0)
    cost: Cost | None = None
    deadline: date | None = None


class Compute(_Part):
    where: words.Where | None = "local"
    gpus: int | None = Field(default=None, ge=0)
    gpu: str | None = None
    memory_gb: float | None = None
    """Per GPU."""
    region: str | None = None


class Privacy(_Part):
    egress: bool | None = False
    """True only where the user lets data or prompts leave their machines."""


class Delivery(_Part):
    formats: list[words.Format] | None = ["safetensors"]
    endpoint: bool | None = False
    rollout: list[float] | None = []
    """Percentages of the users, in order."""


class RetrainWhen(_Part):
    metric: words.Metric | None
    op: words.Op | None
    value: float | None


class Monitoring(_Part):
    retrain_when: RetrainWhen | None = None
    every_days: float | None = Field(default=None, gt=0)


class TrainingSpec(_Part):
    """All that a run is told; a run does this and nothing else."""

    version: Literal[1] = 1
    name: str | None = None
    goal: str | None = None
    task: words.Task | None = None
    languages: list[str] | None = []
    data: Data = Data()
    model: Model = Model()
    stages: list[words.StageName] | None = []
    rubric: list[RubricItem] | None = []
    gates: list[Gate] | None = []
    search: Search = Search()
    budget: Budget = Budget()
    compute: Compute = Compute()
    privacy: Privacy = Privacy()
    delivery: Delivery = Delivery()
    monitoring: Monitoring | None = None
