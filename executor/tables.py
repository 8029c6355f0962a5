"""The tables of the store. One database for all runs of a home; `store.py` is the only reader and writer."""

from typing import Any

from sqlalchemy import JSON, Column, MetaData, UniqueConstraint
from sqlmodel import Field, SQLModel

SCHEMA_VERSION = 1


class _Table(SQLModel):
    # Our own registry of tables, so that another package's SQLModel tables in this process stay out of it.
    metadata = MetaData()


class PlanRow(_Table, table=True):
    """A plan as it was approved."""

    __tablename__ = "plans"
    id: str = Field(primary_key=True)
    """Hash of the plan's JSON: the same plan approved twice is one row."""
    spec_hash: str = Field(index=True)
    plan: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    created: float


class RunRow(_Table, table=True):
    """One approved plan on its way to a model."""

    __tablename__ = "runs"
    id: str = Field(primary_key=True)
    plan_id: str = Field(foreign_key="plans.id")
    spec_hash: str
    """What the approval is bound to."""
    request_key: str | None = Field(default=None, unique=True)
    """The caller's own key, so that the same request sent twice starts one run."""
    name: str
    state: str
    exit_code: int | None = None
    problem: str = ""
    next_step: str = ""
    circumstances: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    """What was found at the start and shapes the settings: working folder, machine, files, seed."""
    created: float
    started: float | None = None
    finished: float | None = None
    active_seconds: float = 0.0
    cancel_requested: bool = False
    lease_owner: str | None = None
    """Token of the worker that has the run; null when nobody has."""
    lease_host: str = ""
    lease_pid: int = 0
    lease_process_started: float = 0.0
    """When that process began: a number that is given again to another process has another start."""
    lease_heartbeat: float = 0.0


class StageRow(_Table, table=True):
    __tablename__ = "stages"
    __table_args__ = (UniqueConstraint("run_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    run_id: str = Field(foreign_key="runs.id", index=True)
    name: str
    position: int
    key: str = ""
    state: str = "waiting"
    started: float | None = None
    finished: float | None = None
    seconds: float = 0.0
    done: int = 0
    total: int = 0
    message: str = ""
    figures: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class TrialRow(_Table, table=True):
    __tablename__ = "trials"
    run_id: str = Field(foreign_key="runs.id", primary_key=True)
    number: int = Field(primary_key=True)
    state: str
    value: float | None = None
    step: int = 0
    params: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


class ArtifactRow(_Table, table=True):
    """A file that a finished stage left."""

    __tablename__ = "artifacts"
    run_id: str = Field(foreign_key="runs.id", primary_key=True)
    stage: str = Field(primary_key=True)
    path: str = Field(primary_key=True)
    """Relative to the stage's folder."""
    bytes: int
    sha256: str


class EventRow(_Table, table=True):
    """The audit trail; rows are only ever added."""

    __tablename__ = "events"
    seq: int | None = Field(default=None, primary_key=True)
    at: float
    run_id: str = Field(default="", index=True)
    kind: str
    payload: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    previous: str = Field(unique=True)
    """Unique: a predecessor has one successor, so two writers cannot fork the chain."""
    hash: str


class FileRow(_Table, table=True):
    """What a user's file hashed to when it had this size and time: saves reading it again."""

    __tablename__ = "files"
    path: str = Field(primary_key=True)
    bytes: int
    mtime_ns: int
    sha256: str


class TimingRow(_Table, table=True):
    """What a finished stage took, beside what was planned: later plans on the same machine are moved by it."""

    __tablename__ = "timings"
    run_id: str = Field(primary_key=True)
    stage: str = Field(primary_key=True)
    machine: str
    """Its fingerprint, with the full name of its processor or GPU."""
    gpus: int = 0
    """0 where the processor did the work."""
    parameters: float
    """Of the model; 0 where the stage has none."""
    planned_seconds: float
    """By the analytic model alone, for the work that was then done."""
    measured_seconds: float
    at: float
