"""A worker: takes a run under a lease and does its stages one after another, each in its own process."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from executor.budget import seconds_left
from executor.lease import holder_is_alive, new_owner, this_process
from executor.stage import StageSpec, finished_folder, partial_folder
from executor.stage_process import RESULT
from executor.store import Store
from training.progress import Stopped
from training.spec import Problem
from training.spec.spec import Budget

HEARTBEAT_SECONDS = 1.0
STORE_PROGRESS_SECONDS = 1.0
GRACE_SECONDS = 60.0
"""How long a stage that was told to stop may take to its next progress call before it is ended."""
TRIALS = "trials.json"
"""A stage that searches keeps this file in its folder: what the trials table shows."""


@dataclass(frozen=True)
class RunEvent:
    """What a listener (progress bar, chat) is told while a run goes on."""

    run_id: str
    stage: str
    kind: str
    """`started`, `progress`, `done`, `reused`, `stopped`, `failed`."""
    position: int
    """Of the stage, from 1."""
    stages: int
    done: int
    total: int
    message: str
    figures: dict[str, Any]


OnEvent = Callable[[RunEvent], None]


class StageFailed(Exception):
    """A stage ended in a way that nobody foresaw; the traceback is in the run's log."""


class Worker:
    """Does stages of one run. A context manager: the lease is held inside, whatever happens."""

    def __init__(
        self,
        store: Store,
        run_id: str,
        *,
        budget: Budget,
        gpus: int,
        log: Path,
        root: Path,
        on_event: OnEvent,
        environment: dict[str, str] | None = None,
    ) -> None:
        self.store = store
        self.run_id = run_id
        self._budget = budget
        self._gpus = gpus
        self._log = log
        self._root = root
        self._on_event = on_event
        self._environment = environment or {}
        self._owner = new_owner()
        self._counted_until = time.monotonic()
        self._stage: str | None = None
        self._reason: Stopped | None = None
        self._trials_written = 0
        self.interrupted = threading.Event()
        """Set by the edge (Ctrl-C, SIGTERM) to stop at the next progress call."""

    def __enter__(self) -> "Worker":
        host, pid, began = this_process()
        holder = self.store.take_lease(
            self.run_id,
            owner=self._owner,
            host=host,
            pid=pid,
            process_started=began,
            holder_is_alive=holder_is_alive,
        )
        if holder is not None:
            where = f"process {holder.lease_pid}" + ("" if holder.lease_host == host else f" on {holder.lease_host}")
            raise Problem(
                f"Run {self.run_id} is already being worked on by {where}.",
                next_step=f"`atelier status {self.run_id}` shows how far it is, "
                f"`atelier cancel {self.run_id}` stops it.",
            )
        return self

    def __exit__(self, *_: object) -> None:
        self.store.release_lease(self.run_id, self._owner)

    # ---------------------------------------------------------------- one stage

    def do(self, stage: StageSpec, keys: dict[str, str], *, position: int, stages: int) -> dict[str, Any]:
        """Do one stage, or find it done. Returns its result.json.

        Raises: Stopped, Problem (both with what the user should read), StageFailed.
        """
        home = self.store.home
        key = keys[stage.name]
        folder = finished_folder(home, stage.name, key)

        def tell(kind: str, done: int = 0, total: int = 0, message: str = "", figures: Any = None) -> None:
            self._on_event(
                RunEvent(self.run_id, stage.name, kind, position, stages, done, total, message, figures or {})
            )

        result = intact_result(folder)
        if result is not None:
            self._settle(stage, folder, result, "reused")
            tell("reused", 1, 1, "", result["figures"])
            return result
        if folder.exists():  # something in it was lost or changed: keep it for the curious, make it anew
            os.replace(folder, folder.with_name(f"{folder.name}.damaged-{time.time_ns()}"))

        self._beat(force=True)
        self.store.stage_state(self.run_id, stage.name, "running")
        self._stage = stage.name
        tell("started")
        try:
            reused = self._run_process(stage, keys, tell)
        except BaseException as fault:
            kind = "stopped" if isinstance(fault, Stopped | KeyboardInterrupt) else "failed"
            self.store.stage_state(self.run_id, stage.name, kind)
            self._put_trials(partial_folder(home, stage.name, key))
            tell(kind, message=str(fault))
            raise
        finally:
            self._beat(force=True)
            self._stage = None
        result = intact_result(folder)
        if result is None:
            raise StageFailed(f"The stage {stage.name} said that it was done and left nothing.")
        self._settle(stage, folder, result, "reused" if reused else "done")
        tell("done", 1, 1, "", result["figures"])
        return result

    def _settle(self, stage: StageSpec, folder: Path, result: dict[str, Any], state: str) -> None:
        known = {row.name: row.state for row in self.store.stages(self.run_id)}
        self._put_trials(folder)
        self.store.put_artifacts(self.run_id, stage.name, result["files"])
        # A run that is taken up again finds its own stages done: they stay "done", with their seconds.
        if known.get(stage.name) != "done" or state == "done":
            self.store.stage_state(self.run_id, stage.name, state, figures=result["figures"])

    def _run_process(self, stage: StageSpec, keys: dict[str, str], tell: Callable[..., None]) -> bool:
        home, name, key = self.store.home, stage.name, keys[stage.name]
        left = self._left()
        job = {
            "name": name,
            "function": stage.function,
            "settings": stage.settings,
            "inputs": {need: str(finished_folder(home, need, keys[need])) for need in stage.needs},
            "partial": str(partial_folder(home, name, key)),
            "finished": str(finished_folder(home, name, key)),
            "lock": str(home / "stages" / ".locks" / f"{name}-{key}"),
            "seconds_left": left[0] if left else None,
            "stop_sentence": left[1] if left else "",
            "parent": os.getpid(),
        }
        if left is not None and left[0] <= 0:
            raise Stopped(left[1])
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("ab") as log:
            log.write(f"--- {datetime.now():%Y-%m-%d %H:%M:%S} {name}-{key}\n".encode())
            log.flush()
            # -P: a file in the user's working folder must not pass for a library of ours.
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "executor.stage_process"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=os.environ | self._environment,
                # The folder that the plan's relative paths start from, wherever the run is resumed.
                cwd=self._root if self._root.is_dir() else None,
                # Its own session: Ctrl-C in the terminal reaches the worker, which asks it to stop.
                start_new_session=True,
            )
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _say(process.stdin, job)
            last = self._listen(process, stage, partial_folder(home, name, key), tell)
        finally:
            process.kill()
            code = process.wait()
            process.stdout.close()
            _close(process.stdin)
        if last["event"] == "finished":
            return bool(last["reused"])
        if self._reason is not None:
            raise self._reason
        if last["event"] == "stopped":
            raise Stopped(last["problem"], next_step=last["next_step"])
        if last["event"] == "problem":
            raise Problem(last["problem"], next_step=last["next_step"], exit_code=last["exit_code"])
        if last["event"] == "crashed":
            raise StageFailed(f"The stage {name} failed: {last['error']}")
        why = "it was ended from outside; perhaps memory ran out" if code == -9 else f"its process ended with {code}"
        raise StageFailed(f"The stage {name} ended without a word ({why}).")

    def _listen(
        self, process: subprocess.Popen[bytes], stage: StageSpec, partial: Path, tell: Callable[..., None]
    ) -> dict[str, Any]:
        """Pass events on until the process's last one; beat, and ask it to stop when it must."""
        assert process.stdin is not None
        lines: queue.Queue[bytes | None] = queue.Queue()
        threading.Thread(target=_pump, args=(process.stdout, lines), daemon=True).start()
        written = 0.0
        told_to_stop_at = 0.0
        while True:
            try:
                line = lines.get(timeout=HEARTBEAT_SECONDS / 2)
            except queue.Empty:
                line = b""
            if line is None:
                return {"event": "gone"}
            if line:
                event = json.loads(line)
                if event["event"] != "progress":
                    return dict(event)
                tell("progress", event["done"], event["total"], event["message"], event["figures"])
                if time.monotonic() - written >= STORE_PROGRESS_SECONDS or event["done"] == event["total"]:
                    written = time.monotonic()
                    del event["event"]
                    self.store.stage_progress(self.run_id, stage.name, **event)
                    self._put_trials(partial)
            reason = self._beat()
            if self._reason is None and reason is not None:
                self._reason, told_to_stop_at = reason, time.monotonic()
                _say(process.stdin, {"stop": reason.problem})
            if self._reason is not None and time.monotonic() - told_to_stop_at > GRACE_SECONDS:
                return {"event": "gone"}  # its checkpoints are on disk; the caller ends it

    # ---------------------------------------------------------------- keeping the lease

    def check(self) -> None:
        """Between stages: raises Stopped where the run must not go on."""
        reason = self._beat(force=True)
        if reason is not None:
            raise reason

    def _beat(self, *, force: bool = False) -> Stopped | None:
        """Heartbeat and time sheet, at most once a second. Returns the reason to stop, if there is one."""
        now = time.monotonic()
        if self.interrupted.is_set():
            return Stopped("Stopped: interrupted. Everything made so far is kept.")
        if now - self._counted_until < HEARTBEAT_SECONDS and not force:
            return None
        ours, cancelled = self.store.heartbeat(self.run_id, self._owner, now - self._counted_until, stage=self._stage)
        self._counted_until = now
        if not ours:
            raise StageFailed(f"Another worker has taken over run {self.run_id}.")
        if cancelled:
            return Cancelled("Cancelled. Everything made so far is kept.")
        left = self._left()
        return Stopped(left[1]) if left is not None and left[0] <= 0 else None

    def _left(self) -> tuple[float, str] | None:
        active = self.store.run(self.run_id).active_seconds
        return seconds_left(self._budget, active_seconds=active, now=datetime.now(), gpus=self._gpus)

    def _put_trials(self, folder: Path) -> None:
        path = folder / TRIALS
        if not path.exists() or path.stat().st_mtime_ns == self._trials_written:
            return
        self._trials_written = path.stat().st_mtime_ns
        self.store.put_trials(self.run_id, json.loads(path.read_text(encoding="utf-8")))


class Cancelled(Stopped):
    """The user ended the run."""


def intact_result(folder: Path) -> dict[str, Any] | None:
    """The result.json of a finished stage, or None where the folder is not there or lost a file."""
    try:
        result: dict[str, Any] = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    for path, facts in result["files"].items():
        file = folder / path
        if not file.is_file() or file.stat().st_size != facts["bytes"]:
            return None
    return result


def _pump(source: IO[bytes] | None, lines: "queue.Queue[bytes | None]") -> None:
    assert source is not None
    try:
        for line in source:
            lines.put(line)
    except ValueError:  # closed under us: the process was ended
        pass
    lines.put(None)


def _say(pipe: IO[bytes], what: dict[str, Any]) -> None:
    try:
        pipe.write(json.dumps(what, ensure_ascii=False).encode() + b"\n")
        pipe.flush()
    except BrokenPipeError:
        return  # it is gone; the end of its output says so


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:
        return
