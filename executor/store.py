"""The store: what was planned, what happened, how far it is. Short transactions, no torch.

Everything a front shows comes from here. A worker writes at most about once a second; the training
process never touches it (it speaks to its worker through a pipe), so a busy disk can't stall training.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, select, update

from executor.audit import GENESIS, Event, event_hash, first_fault
from executor.database import open_database
from executor.tables import ArtifactRow, EventRow, FileRow, PlanRow, RunRow, StageRow, TimingRow, TrialRow
from training.spec import Plan, Problem, spec_hash

LAST = "last"
"""Stands for the newest run wherever a run is named."""


class Store:
    """One home's database. Cheap to make; safe to use from several processes at once."""

    def __init__(self, home: Path, url: str | None = None, *, clock: Callable[[], float] = time.time) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.home = home
        self.clock = clock
        self._engine = open_database(home, url)

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with Session(self._engine.execution_options(writes=True), expire_on_commit=False) as session:
            yield session
            session.commit()

    # ---------------------------------------------------------------- runs

    def add_run(
        self, run_id: str, plan: Plan, *, circumstances: dict[str, Any], request_key: str | None = None
    ) -> str | None:
        """Write an approved plan and its run. Returns the id of an earlier run with the same `request_key`.

        Raises: KeyError where the id is taken.
        """
        assert plan.spec is not None, "only a ready plan is added"
        plan_json = plan.to_json()
        plan_id = hashlib.sha256(json.dumps(plan_json, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
        approved = spec_hash(plan.spec)
        with self._writing() as session:
            if request_key is not None:
                earlier = session.exec(select(RunRow.id).where(RunRow.request_key == request_key)).first()
                if earlier is not None:
                    return earlier
            if session.get(RunRow, run_id) is not None:
                raise KeyError(run_id)
            now = self.clock()
            if session.get(PlanRow, plan_id) is None:
                session.add(PlanRow(id=plan_id, spec_hash=approved, plan=plan_json, created=now))
                session.flush()
            session.add(
                RunRow(
                    id=run_id,
                    plan_id=plan_id,
                    spec_hash=approved,
                    request_key=request_key,
                    name=plan.spec.name or "model",
                    state="planned",
                    circumstances=circumstances,
                    created=now,
                )
            )
            self._append(
                session,
                run_id,
                "run.approved",
                {"spec_hash": approved, "plan": plan_id, "circumstances": _digest(circumstances)},
            )
        return None

    def run(self, run_id: str) -> RunRow:
        """An unmistakable beginning of an id is enough, and `last` is the newest.

        Raises: Problem where there is no such run, or several begin so.
        """
        with self._reading() as session:
            row = session.get(RunRow, run_id)
            if row is None and run_id == LAST:
                row = session.exec(select(RunRow).order_by(col(RunRow.created).desc()).limit(1)).first()
            if row is not None:
                return row
            alike = session.exec(
                select(RunRow).where(col(RunRow.id).startswith(run_id, autoescape=True)).limit(2)
            ).all()
            if len(alike) == 1 and run_id:
                return alike[0]
            latest = session.exec(select(RunRow.id).order_by(col(RunRow.created).desc()).limit(3)).all()
        if len(alike) > 1 and run_id:
            raise Problem(
                f"Several runs begin with {run_id}: {alike[0].id}, {alike[1].id} …",
                next_step=f"Write more of the id, or `{LAST}` for the newest run.",
            )
        known = f"The latest are {', '.join(latest)}." if latest else "Nothing has been run here yet."
        raise Problem(f"There is no run called {run_id}.", next_step=f"{known} `atelier status` lists them.")

    def runs(self) -> list[RunRow]:
        """All runs, newest first."""
        with self._reading() as session:
            return list(session.exec(select(RunRow).order_by(col(RunRow.created).desc(), col(RunRow.id))).all())

    def plan(self, run_id: str) -> Plan:
        """The approved plan."""
        with self._reading() as session:
            run = session.get(RunRow, run_id)
            assert run is not None
            row = session.get(PlanRow, run.plan_id)
            assert row is not None
            return Plan.model_validate(row.plan)

    def set_state(
        self, run_id: str, state: str, *, exit_code: int | None = None, problem: str = "", next_step: str = ""
    ) -> None:
        """Move a run to `state` and write it in the audit trail, in one transaction."""
        with self._writing() as session:
            run = session.get(RunRow, run_id)
            assert run is not None
            now = self.clock()
            run.state, run.exit_code, run.problem, run.next_step = state, exit_code, problem, next_step
            if state == "running":
                run.started = run.started or now
                run.finished = None
            elif exit_code is not None:
                run.finished = now
            session.add(run)
            payload: dict[str, Any] = {"state": state}
            if exit_code is not None:
                payload["exit_code"] = exit_code
            if problem:
                payload["problem"] = problem
            self._append(session, run_id, f"run.{state}", payload)

    def request_cancel(self, run_id: str) -> None:
        """Ask whoever works on the run to stop at the next occasion."""
        with self._writing() as session:
            run = session.get(RunRow, run_id)
            assert run is not None
            run.cancel_requested = True
            session.add(run)
            self._append(session, run_id, "run.cancel_requested", {})

    # ---------------------------------------------------------------- lease

    def take_lease(
        self,
        run_id: str,
        *,
        owner: str,
        host: str,
        pid: int,
        process_started: float,
        holder_is_alive: Callable[[RunRow, float], bool],
    ) -> RunRow | None:
        """Take the run for one worker. Returns the row of the living holder where there is one, else None."""
        with self._writing() as session:
            run = session.get(RunRow, run_id)
            assert run is not None
            now = self.clock()
            if run.lease_owner not in (None, owner) and holder_is_alive(run, now):
                return run
            taken_over = run.lease_owner not in (None, owner)
            run.lease_owner, run.lease_host, run.lease_pid = owner, host, pid
            run.lease_process_started, run.lease_heartbeat = process_started, now
            run.cancel_requested = False  # of an earlier attempt; one that comes from now on is for us
            session.add(run)
            self._append(session, run_id, "lease.taken_over" if taken_over else "lease.taken", {"owner": owner})
        return None

    def heartbeat(
        self, run_id: str, owner: str, active_seconds: float, *, stage: str | None = None
    ) -> tuple[bool, bool]:
        """Say "still here" and add seconds of work, to a stage too. Returns (lease still ours, cancel requested)."""
        with self._writing() as session:
            result = session.exec(
                update(RunRow)
                .where(col(RunRow.id) == run_id, col(RunRow.lease_owner) == owner)
                .values(lease_heartbeat=self.clock(), active_seconds=RunRow.active_seconds + active_seconds)
            )
            if result.rowcount == 0:
                return False, False
            if stage is not None:
                session.exec(
                    update(StageRow)
                    .where(col(StageRow.run_id) == run_id, col(StageRow.name) == stage)
                    .values(seconds=StageRow.seconds + active_seconds)
                )
            cancelled = session.exec(select(RunRow.cancel_requested).where(RunRow.id == run_id)).one()
        return True, cancelled

    def release_lease(self, run_id: str, owner: str) -> None:
        with self._writing() as session:
            session.exec(
                update(RunRow)
                .where(col(RunRow.id) == run_id, col(RunRow.lease_owner) == owner)
                .values(lease_owner=None)
            )

    # ---------------------------------------------------------------- stages

    def lay_out_stages(self, run_id: str, stages: list[tuple[str, str]]) -> None:
        """Write the (name, key) of a run's stages in order; what is known of a stage with the same key stays."""
        with self._writing() as session:
            known = {row.name: row for row in session.exec(select(StageRow).where(StageRow.run_id == run_id)).all()}
            for position, (name, key) in enumerate(stages):
                row = known.pop(name, None) or StageRow(run_id=run_id, name=name, position=position, figures={})
                if row.key != key:
                    row.key, row.state, row.done, row.total, row.message, row.figures = key, "waiting", 0, 0, "", {}
                row.position = position
                session.add(row)
            for row in known.values():
                session.delete(row)

    def stages(self, run_id: str) -> list[StageRow]:
        with self._reading() as session:
            rows = session.exec(select(StageRow).where(StageRow.run_id == run_id).order_by(col(StageRow.position)))
            return list(rows.all())

    def stage_state(self, run_id: str, name: str, state: str, *, figures: dict[str, Any] | None = None) -> None:
        """Move a stage to `state` and write it in the audit trail."""
        with self._writing() as session:
            row = self._stage(session, run_id, name)
            now = self.clock()
            row.state = state
            if state == "running":
                row.started, row.finished = row.started or now, None
            elif state != "waiting":
                row.finished = now
            if figures is not None:
                row.figures = figures
            session.add(row)
            self._append(session, run_id, f"stage.{state}", {"stage": name, "key": row.key})

    def stage_progress(
        self, run_id: str, name: str, *, done: int, total: int, message: str, figures: dict[str, Any]
    ) -> None:
        """How far a stage is. Not in the audit trail: it would drown what matters."""
        with self._writing() as session:
            row = self._stage(session, run_id, name)
            row.done, row.total, row.message, row.figures = done, total, message, {**row.figures, **figures}
            session.add(row)

    @staticmethod
    def _stage(session: Session, run_id: str, name: str) -> StageRow:
        return session.exec(select(StageRow).where(StageRow.run_id == run_id, StageRow.name == name)).one()

    # ---------------------------------------------------------------- trials, artifacts, files

    def put_trials(self, run_id: str, trials: list[dict[str, Any]]) -> None:
        """Write a search's trials: dictionaries with at least number, state, value, step and params."""
        columns = TrialRow.model_fields.keys() - {"run_id"}
        with self._writing() as session:
            for trial in trials:
                session.merge(TrialRow(run_id=run_id, **{name: trial[name] for name in columns}))

    def trials(self, run_id: str) -> list[TrialRow]:
        with self._reading() as session:
            rows = session.exec(select(TrialRow).where(TrialRow.run_id == run_id).order_by(col(TrialRow.number)))
            return list(rows.all())

    def put_artifacts(self, run_id: str, stage: str, files: dict[str, dict[str, Any]]) -> None:
        """Replace what is known of a stage's files: relative path to {bytes, sha256}."""
        with self._writing() as session:
            session.exec(delete(ArtifactRow).where(col(ArtifactRow.run_id) == run_id, col(ArtifactRow.stage) == stage))
            for path, facts in files.items():
                session.add(ArtifactRow(run_id=run_id, stage=stage, path=path, **facts))

    def artifacts(self, run_id: str) -> list[ArtifactRow]:
        with self._reading() as session:
            return list(session.exec(select(ArtifactRow).where(ArtifactRow.run_id == run_id)).all())

    def known_file(self, path: str, size: int, mtime_ns: int) -> str | None:
        """The SHA-256 of a file seen before with this size and time."""
        with self._reading() as session:
            row = session.get(FileRow, path)
        return row.sha256 if row is not None and (row.bytes, row.mtime_ns) == (size, mtime_ns) else None

    def remember_files(self, files: list[FileRow]) -> None:
        with self._writing() as session:
            for row in files:
                session.merge(row)

    def put_timing(self, row: TimingRow) -> None:
        """Write down what a stage took; the same stage of the same run again replaces it."""
        with self._writing() as session:
            session.merge(row)

    def timings(self, limit: int = 400) -> list[TimingRow]:
        """What stages of earlier runs took, newest first."""
        with self._reading() as session:
            return list(session.exec(select(TimingRow).order_by(col(TimingRow.at).desc()).limit(limit)).all())

    # ---------------------------------------------------------------- the audit trail

    def record(self, run_id: str, kind: str, payload: dict[str, Any]) -> None:
        """Add an event to the audit trail."""
        with self._writing() as session:
            self._append(session, run_id, kind, payload)

    def events(self, run_id: str | None = None) -> list[Event]:
        """The audit trail, oldest first; of one run, or of all."""
        with self._reading() as session:
            query = select(EventRow).order_by(col(EventRow.seq))
            if run_id is not None:
                query = query.where(EventRow.run_id == run_id)
            return [_event(row) for row in session.exec(query)]

    def verify(self) -> str | None:
        """What is wrong with the audit trail, in one sentence, or None where it is whole."""
        with self._reading() as session:
            events = [_event(row) for row in session.exec(select(EventRow).order_by(col(EventRow.seq)))]
            runs = session.exec(select(RunRow)).all()
        fault = first_fault(events)
        if fault is not None:
            return fault
        last: dict[str, str] = {}
        approved: dict[str, dict[str, Any]] = {}
        for event in events:
            if "state" in event.payload:
                last[event.run_id] = event.payload["state"]
            elif event.kind == "run.approved":
                last[event.run_id] = "planned"
                approved[event.run_id] = event.payload
        for run in runs:
            if last.get(run.id) != run.state:
                return f"Run {run.id} is said to be {run.state}, and the trail does not show how it came to that."
            if approved[run.id]["spec_hash"] != run.spec_hash:
                return f"Run {run.id} has another spec than the one that was approved."
            if approved[run.id]["circumstances"] != _digest(run.circumstances):
                return f"What run {run.id} found at its start was changed afterwards."
        return None

    def _append(self, session: Session, run_id: str, kind: str, payload: dict[str, Any]) -> None:
        # In SQLite the writer's lock makes this safe. Elsewhere `previous` is unique, so of two writers at
        # once one fails; a savepoint lets it try again behind the other.
        for attempt in range(20):
            tail = session.exec(select(EventRow.hash).order_by(col(EventRow.seq).desc()).limit(1)).first()
            previous = tail or GENESIS
            at = self.clock()
            digest = event_hash(at=at, run_id=run_id, kind=kind, payload=payload, previous=previous)
            row = EventRow(at=at, run_id=run_id, kind=kind, payload=payload, previous=previous, hash=digest)
            try:
                with session.begin_nested():
                    session.add(row)
                return
            except IntegrityError:
                if attempt == 19:
                    raise


def _event(row: EventRow) -> Event:
    assert row.seq is not None
    return Event(row.seq, row.at, row.run_id, row.kind, row.payload, row.previous, row.hash)


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
