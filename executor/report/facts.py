"""All that a report is written from: facts of one finished run, nothing computed while writing."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from training.spec import Plan, Verdict


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class CurvePoint(_Part):
    """One point of a training curve."""

    step: int
    loss: float


class StageFacts(_Part):
    """One stage as it went."""

    name: str
    seconds: float
    """Seconds of work, breaks not counted."""
    state: str = "done"
    """`done`, or `reused` where an earlier run had made the very same."""
    settings: dict[str, Any] = {}
    """What the stage was told, plain JSON; `why` maps a setting to the reason for its value."""
    figures: dict[str, Any] = {}
    """What the stage returned, plain JSON."""
    curve: list[CurvePoint] = []
    """Training loss, in order."""
    validation_curve: list[CurvePoint] = []


class TrialFacts(_Part):
    """One trial of the search."""

    number: int
    state: str
    """`complete`, `pruned`, `failed` or `running`."""
    value: float | None = None
    """Validation loss at the last step; lower is better."""
    steps: int = 0
    total_steps: int = 0
    """Of the full run that the trial is the beginning of; 0 where not known."""
    params: dict[str, Any] = {}


class DataFacts(_Part):
    """What became of the user's files."""

    read: int = 0
    """Records."""
    kept: int = 0
    dropped: dict[str, int] = {}
    """Reason, in the contract's words, to records."""
    dropped_examples: dict[str, list[str]] = {}
    """Reason to a few of its records: `tickets.csv, line 12: nearly the same as chats.jsonl, record 3`."""
    redactions: dict[str, int] = {}
    """Kind, in the contract's words, to places masked."""
    by_source: dict[str, dict[str, int]] = {}
    """File to `read`, `kept`, `dropped`."""
    unreadable: list[str] = []
    """Files that could not be read, each with its reason: `scan.pdf: no text in it`."""
    train: int = 0
    """Conversations learned from."""
    validation: int = 0
    heldout: int = 0
    """Examples never trained on."""
    passages_train: int = 0
    passages_heldout: int = 0
    removed_from_train: int = 0
    """Taken out of training because it stands in the test files too."""


class RunFacts(_Part):
    """One run, whole."""

    run_id: str
    name: str
    plan: Plan
    verdict: Verdict
    stages: list[StageFacts] = []
    trials: list[TrialFacts] = []
    data: DataFacts = DataFacts()
    seconds: float = 0.0
    """Seconds worked over all stages and resumes."""
    gpu_hours: float = 0.0
    peak_memory_gb: float | None = None
    disk_gb: float | None = None
    started: str = ""
    """Local date and time, `2026-11-24 17:10`."""
    finished: str = ""
    hardware: str = ""
    """One sentence: "2 processor cores, 24 GB memory, no GPU"."""
    versions: dict[str, str] = {}
    """Library to version, and `atelier`."""
    seed: int = 0
    spec_hash: str = ""
    parameters: int | None = None
    """Of the finished model."""
    request: list[str] = []
    """The user's own words, turn by turn."""
    paths: dict[str, str] = {}
    """`model`, `report`, `graded` … to where it lies; relative to the run's folder where it lies in there."""
    commands: dict[str, str] = {}
    """What to do next to the command for it: `Talk to it` to `atelier ask …`."""

    @property
    def exit_code(self) -> int:
        """0 where every gate was passed, 3 where one was not."""
        return 0 if self.verdict.passed else 3
