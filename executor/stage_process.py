"""One stage in a process of its own: `python -m executor.stage_process`, started by the worker.

The job comes as one JSON line on standard input; a later line `{"stop": sentence}` asks to stop, and the
end of standard input means that the worker is gone, so this process ends too. Events go back as JSON lines
on what was standard output; whatever the stage itself prints goes to the run's log.
"""

import ctypes
import fcntl
import hashlib
import importlib
import json
import math
import os
import resource
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from pydantic import BaseModel, ConfigDict

from training.progress import Stopped
from training.spec import Problem

PROGRESS_EVERY_SECONDS = 0.1
CURVE_EVERY_SECONDS = 0.5
RESULT = "result.json"
CURVE = "curve.jsonl"
"""Beside a stage's own files: {done, total, message, figures, seconds} at most twice a second, for the charts."""


class Job(BaseModel):
    """What the worker hands to the process."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    function: str
    settings: dict[str, Any]
    inputs: dict[str, Path]
    partial: Path
    finished: Path
    lock: Path
    seconds_left: float | None
    """Of the run's budget; null where there is none."""
    stop_sentence: str
    """What to say when the budget ends."""
    parent: int


def main() -> None:
    # Standard output is the worker's line to us: keep it, and send prints of the stage to the log.
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    job = Job.model_validate_json(sys.stdin.readline())
    _die_with(job.parent)
    stop: list[str] = []
    threading.Thread(target=_listen, args=(sys.stdin, stop), daemon=True).start()
    send = _sender(channel)
    try:
        send(_do(job, stop, send))
    except Stopped as fault:
        send({"event": "stopped", "problem": fault.problem, "next_step": fault.next_step})
    except Problem as fault:
        send(
            {
                "event": "problem",
                "problem": fault.problem,
                "next_step": fault.next_step,
                "exit_code": fault.exit_code,
            }
        )
    except Exception as fault:  # the border of the process: whatever it was becomes one sentence and a log
        traceback.print_exc(file=sys.stderr)
        send({"event": "crashed", "error": f"{type(fault).__name__}: {fault}"[:500]})
    sys.stderr.flush()
    channel.flush()
    # Libraries' threads and exit handlers may hang for seconds; all that counts is on disk and sent.
    os._exit(0)


def _do(job: Job, stop: list[str], send: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    with _only_one(job.lock, stop, send):
        if job.finished.exists():
            return {"event": "finished", "reused": True}
        if (job.partial / RESULT).exists():  # killed between the last two steps below
            os.replace(job.partial, job.finished)
            return {"event": "finished", "reused": False}
        job.partial.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        module, _, name = job.function.partition(":")
        function = getattr(importlib.import_module(module), name)
        with (job.partial / CURVE).open("a", encoding="utf-8") as curve:
            progress = _progress(job, stop, send, curve, began)
            figures = plain(function(job.settings, job.inputs, job.partial, progress))
        figures["peak_memory_gb"] = round(peak_memory_gb(), 3)
        result = {
            "name": job.name,
            "function": job.function,
            "settings": job.settings,
            "figures": figures,
            "files": manifest(job.partial),
        }
        _write_durably(job.partial / RESULT, json.dumps(result, ensure_ascii=False, indent=1))
        os.replace(job.partial, job.finished)
        _sync(job.finished.parent)
    return {"event": "finished", "reused": False}


def peak_memory_gb() -> float:
    """The most memory that this process has held so far, in GB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most * (1 if sys.platform == "darwin" else 1024) / 1e9  # Linux counts in KiB, macOS in bytes


def _progress(
    job: Job, stop: list[str], send: Callable[[dict[str, Any]], None], curve: TextIO, began: float
) -> Callable[..., None]:
    last = {"sent": 0.0, "curve": 0.0}

    def progress(done: int, total: int, message: str = "", figures: dict[str, float] | None = None) -> None:
        now = time.monotonic()
        if stop:
            raise Stopped(stop[0], next_step="`atelier resume` goes on from here.")
        if job.seconds_left is not None and now - began > job.seconds_left:
            raise Stopped(job.stop_sentence)
        event = {"done": done, "total": total, "message": message, "figures": plain(figures or {})}
        if figures and (now - last["curve"] >= CURVE_EVERY_SECONDS or done == total):
            last["curve"] = now
            curve.write(json.dumps(event | {"seconds": round(now - began, 2)}, ensure_ascii=False) + "\n")
            curve.flush()
        if now - last["sent"] >= PROGRESS_EVERY_SECONDS or done == total:
            last["sent"] = now
            send({"event": "progress", **event})

    return progress


def _sender(channel: TextIO) -> Callable[[dict[str, Any]], None]:
    one_at_a_time = threading.Lock()

    def send(event: dict[str, Any]) -> None:
        try:
            with one_at_a_time:
                channel.write(json.dumps(event, ensure_ascii=False) + "\n")
        except (BrokenPipeError, ValueError):
            os._exit(1)  # nobody listens any more: the worker is gone

    return send


def _listen(lines: TextIO, stop: list[str]) -> None:
    for line in lines:
        stop.append(json.loads(line)["stop"])
    os._exit(1)  # end of input: the worker is gone; what was made so far lies in the partial folder


def _die_with(parent: int) -> None:
    """End at once when the worker does, even inside a long call of a library."""
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None, use_errno=True).prctl(pr_set_pdeathsig, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before the line above


@contextmanager
def _only_one(lock: Path, stop: list[str], send: Callable[[dict[str, Any]], None]) -> Iterator[None]:
    """Hold the stage's folder. The kernel lets go of the lock when a process dies, however it dies."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        waited = False
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if stop:
                    raise Stopped(stop[0]) from None
                if not waited:
                    send({"event": "progress", "done": 0, "total": 0, "figures": {},
                          "message": "Waiting: another run is doing the very same step."})  # fmt: skip
                waited = True
                time.sleep(0.2)
        yield


def manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """Relative path to {bytes, sha256} of every file in a stage's folder."""
    files: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name not in (RESULT, CURVE):
            with path.open("rb") as handle:
                digest = hashlib.file_digest(handle, "sha256").hexdigest()
            files[path.relative_to(folder).as_posix()] = {"bytes": path.stat().st_size, "sha256": digest}
    return files


def plain(value: Any) -> Any:
    """As plain JSON: paths and numpy numbers become text and numbers, what is not finite becomes null."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(item) for item in value]
    if isinstance(value, bool | int | str) or value is None:
        return value
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, float) or hasattr(value, "__float__"):
        number = float(value)
        return number if math.isfinite(number) else None
    return str(value)


def _write_durably(path: Path, text: str) -> None:
    aside = path.with_suffix(".tmp")
    with aside.open("w", encoding="utf-8") as handle:
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())
    os.replace(aside, path)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


if __name__ == "__main__":
    main()
