"""How a run stands, as every front shows it: frozen and JSON-able. Imports pydantic and nothing else."""

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

RunState = Literal["planned", "waiting", "running", "done", "failed", "cancelled", "stopped"]
"""`planned`: approved, nobody works on it yet; `waiting`: taken up again after a break, or its worker died;
`stopped`: the budget ended or the machine was interrupted; `cancelled`: a person stopped it. The last
two, and `failed`, keep what was made and can be resumed."""

StageState = Literal["waiting", "running", "done", "reused", "failed", "stopped"]
"""`reused`: another run, or this one before a break, had finished exactly this stage."""

FINISHED_STATES: frozenset[str] = frozenset({"done", "reused"})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class StageStatus(_Part):
    name: str
    key: str
    """16 hex digits over settings, inputs and code; the folder is `stages/<name>-<key>`."""
    state: StageState
    seconds: float
    """Seconds of work, breaks not counted."""
    done: int
    total: int
    message: str
    figures: dict[str, Any]


class TrialStatus(_Part):
    number: int
    state: str
    """`running`, `complete` or `pruned`."""
    value: float | None
    """Loss on the validation part at the last step that was reached; lower is better."""
    step: int
    params: dict[str, Any]


class RunStatus(_Part):
    id: str
    name: str
    state: RunState
    exit_code: int | None
    """The contract's; null while the run is under way."""
    problem: str = ""
    next_step: str = ""
    spec_hash: str
    created: float
    """Seconds since 1970, as all moments here."""
    started: float | None
    finished: float | None
    active_seconds: float
    """Seconds worked over all resumes: what the time budget is counted in."""
    budget_seconds: float | None
    alive: bool
    """A worker is on it now."""
    stages: list[StageStatus]
    trials: list[TrialStatus]
    folder: Path
    report_html: Path | None
    report_md: Path | None
    report_json: Path | None
    model: Path | None

    @property
    def current(self) -> StageStatus | None:
        """The stage under way, if any."""
        return next((stage for stage in self.stages if stage.state == "running"), None)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types."""
        return self.model_dump(mode="json")
