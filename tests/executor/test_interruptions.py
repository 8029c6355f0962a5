"""Kill it, cancel it, run out of time, start it twice: nothing made is lost, and nothing is made twice."""

import os
import random
import signal
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from tiny_runs import chain, outcome, ready_plan, tiny_executor, values, work_elsewhere

from executor import worker as worker_module
from executor.run import Executor
from executor.worker import RunEvent
from training.spec import Problem
from training.spec.spec import Budget

STEPS, PAUSE = 30, 0.02


def undisturbed(tmp_path: Path) -> dict[str, int]:
    executor = tiny_executor(tmp_path / "undisturbed", chain(STEPS, PAUSE))
    run_id = executor.start(ready_plan())
    assert executor.work(run_id) == 0
    return values(executor, run_id)


def until(process: "subprocess.Popen[str]", seen: Callable[[str, str, int], bool]) -> None:
    """Read a worker's events until one of them fits."""
    assert process.stdout is not None
    for line in process.stdout:
        stage, kind, done = line.split()
        if seen(stage, kind, int(done)):
            return
    raise AssertionError("the worker ended before the moment that the test waits for")


def is_running(pid: int) -> bool:
    """A dead process whose parent died first may stay as a zombie until somebody collects it."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 6))])
def test_a_worker_killed_in_each_stage_is_taken_over_with_the_same_result(tmp_path: Path, seed: int) -> None:
    home = tmp_path / "home"
    executor = tiny_executor(home, chain(STEPS, PAUSE))
    run_id = executor.start(ready_plan())
    moments = random.Random(seed)
    for name in ("first", "second", "third"):
        process = work_elsewhere(home, run_id, STEPS, PAUSE)
        moment = moments.randrange(STEPS // 2)  # well before the stage ends, or it might end before it is killed
        until(process, lambda stage, kind, done, at=moment, on=name: stage == on and kind == "progress" and done >= at)  # type: ignore[misc]
        process.kill()
        process.wait()
        status = executor.status(run_id)
        assert (status.state, status.alive) == ("waiting", False)
        assert "resume" in status.next_step
    assert executor.resume(run_id) == 0
    assert values(executor, run_id) == undisturbed(tmp_path)
    # Each stage was entered once, and once more for each time it was killed.
    visits = {name: (home / "stages" / f"{name}.visits").read_text().split() for name in ("first", "second", "third")}
    assert {name: len(pids) for name, pids in visits.items()} == {"first": 2, "second": 2, "third": 2}
    assert not any(is_running(int(pid)) for pids in visits.values() for pid in pids)
    assert outcome(executor, run_id)["stages"] == ["done"] * 3
    assert executor.store.verify() is None
    assert "lease.taken_over" in [event.kind for event in executor.store.events(run_id)]


def test_a_stage_dies_with_its_worker(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain(10_000, PAUSE))
    run_id = executor.start(ready_plan())
    process = work_elsewhere(tmp_path, run_id, 10_000, PAUSE)
    until(process, lambda stage, kind, done: kind == "progress")
    (child,) = psutil.Process(process.pid).children()
    process.kill()
    process.wait()
    child.wait(timeout=5)


def test_two_workers_do_not_take_the_same_run(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain(10_000, PAUSE))
    run_id = executor.start(ready_plan())
    process = work_elsewhere(tmp_path, run_id, 10_000, PAUSE)
    until(process, lambda stage, kind, done: kind == "progress")
    with pytest.raises(Problem, match=f"already being worked on by process {process.pid}"):
        executor.work(run_id)
    assert executor.status(run_id).alive
    process.kill()
    process.wait()


def test_two_runs_of_the_same_stages_at_once_make_each_stage_once(tmp_path: Path) -> None:
    home = tmp_path / "home"
    executor = tiny_executor(home, chain(STEPS, PAUSE))
    runs = [executor.start(ready_plan()) for _ in range(2)]
    processes = [work_elsewhere(home, run_id, STEPS, PAUSE) for run_id in runs]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert values(executor, runs[0]) == values(executor, runs[1]) == undisturbed(tmp_path)
    assert {path.name: len(path.read_text().split()) for path in (home / "stages").glob("*.visits")} == {
        "first.visits": 1,
        "second.visits": 1,
        "third.visits": 1,
    }
    assert executor.store.verify() is None


def work_until(executor: Executor, run_id: str, act: Callable[[], None], stage: str = "second") -> int:
    """Work on a run, and call `act` once when `stage` makes progress."""
    acted = threading.Event()

    def on_event(event: RunEvent) -> None:
        if event.stage == stage and event.kind == "progress" and not acted.is_set():
            acted.set()
            act()

    return executor.work(run_id, on_event)


@pytest.fixture
def quick_heartbeat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "HEARTBEAT_SECONDS", 0.05)


@pytest.mark.usefixtures("quick_heartbeat")
def test_cancel_stops_at_the_next_progress_call_and_resume_goes_on(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path / "home", chain(STEPS, PAUSE))
    run_id = executor.start(ready_plan())
    assert work_until(executor, run_id, lambda: executor.cancel(run_id)) == 5
    assert outcome(executor, run_id) == {"state": "cancelled", "exit_code": 5, "stages": ["done", "stopped", "waiting"]}
    assert executor.resume(run_id) == 0
    assert values(executor, run_id) == undisturbed(tmp_path)


def test_cancel_of_a_run_that_nobody_works_on(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    run_id = executor.start(ready_plan())
    executor.cancel(run_id)
    assert (executor.status(run_id).state, executor.status(run_id).exit_code) == ("cancelled", 5)
    assert executor.resume(run_id) == 0


@pytest.mark.usefixtures("quick_heartbeat")
def test_ctrl_c_stops_cleanly(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path / "home", chain(STEPS, PAUSE))
    run_id = executor.start(ready_plan())
    assert work_until(executor, run_id, lambda: os.kill(os.getpid(), signal.SIGINT)) == 5
    assert executor.status(run_id).state == "stopped"
    assert executor.status(run_id).next_step == f"`atelier resume {run_id}` goes on from there."
    assert executor.resume(run_id) == 0
    assert values(executor, run_id) == undisturbed(tmp_path)


def test_the_time_budget_ends_the_run_and_is_counted_across_resumes(tmp_path: Path) -> None:
    budget_seconds = 1.0
    executor = tiny_executor(tmp_path, chain(10_000, PAUSE))
    run_id = executor.start(ready_plan(budget=Budget(wall_clock_hours=budget_seconds / 3600)))
    process = work_elsewhere(tmp_path, run_id, 10_000, PAUSE)
    until(process, lambda stage, kind, done: kind == "progress" and done > 10)
    process.kill()
    process.wait()
    assert executor.resume(run_id) == 5
    status = executor.status(run_id)
    assert (status.state, status.exit_code) == ("stopped", 5)
    assert "time budget of 1 second is used up" in status.problem
    assert status.budget_seconds == pytest.approx(budget_seconds)
    assert budget_seconds * 0.5 < status.active_seconds < budget_seconds * 3
    checkpoint = next((tmp_path / "stages").glob("first-*.partial")) / "checkpoint.json"
    kept = checkpoint.read_text()
    assert executor.resume(run_id) == 5  # the budget does not grow back
    assert checkpoint.read_text() == kept


@pytest.mark.usefixtures("quick_heartbeat")
def test_a_stage_that_does_not_listen_is_ended_after_the_grace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "GRACE_SECONDS", 0.2)
    executor = tiny_executor(tmp_path, chain(2, 60.0))  # a minute between two progress calls
    run_id = executor.start(ready_plan())
    assert work_until(executor, run_id, lambda: executor.cancel(run_id), stage="first") == 5
    assert executor.status(run_id).state == "cancelled"
