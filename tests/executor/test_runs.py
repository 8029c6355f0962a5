"""A run goes through its stages, ends with the contract's exit code, and never redoes what is done."""

import json
from pathlib import Path

import pytest
from tiny_runs import TINY, chain, outcome, ready_plan, tiny_executor, values

from executor.stage import StageSpec
from executor.worker import RunEvent
from training.spec import Plan, Problem, TrainingSpec
from training.spec.spec import Budget


def test_a_run_does_its_stages_in_order_and_says_so(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    run_id = executor.start(ready_plan())
    assert run_id.startswith("harbour-desk-")
    assert outcome(executor, run_id) == {"state": "planned", "exit_code": None, "stages": ["waiting"] * 3}
    events: list[RunEvent] = []
    assert executor.work(run_id, events.append) == 0
    assert outcome(executor, run_id) == {"state": "done", "exit_code": 0, "stages": ["done"] * 3}
    assert [event.stage for event in events if event.kind == "done"] == ["first", "second", "third"]
    assert any(event.kind == "progress" and event.figures for event in events)
    result = json.loads((executor.stage_folder(run_id, "first") / "result.json").read_text())
    assert result["figures"]["value"] == values(executor, run_id)["first"]
    assert executor.store.verify() is None
    assert executor.status(run_id).to_json()["stages"][0]["name"] == "first"


def test_a_second_run_of_the_same_stages_reuses_them(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    first, second = executor.start(ready_plan()), executor.start(ready_plan())
    executor.work(first)
    assert executor.work(second) == 0
    assert outcome(executor, second)["stages"] == ["reused"] * 3
    assert values(executor, first) == values(executor, second)
    assert (tmp_path / "stages" / "first.visits").read_text().count("\n") == 1


def test_an_edit_redoes_what_it_touches_and_no_more(tmp_path: Path) -> None:
    tiny_executor(tmp_path, chain()).work(tiny_executor(tmp_path, chain()).start(ready_plan()))
    edited = chain()
    edited[1] = edited[1].model_copy(update={"settings": edited[1].settings | {"start": 2, "why": {"start": "two"}}})
    executor = tiny_executor(tmp_path, edited)
    run_id = executor.start(ready_plan())
    executor.work(run_id)
    assert outcome(executor, run_id)["stages"] == ["reused", "done", "done"]


def test_a_damaged_stage_is_done_again(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    executor.work(executor.start(ready_plan()))
    folder = next((tmp_path / "stages").glob("second-*"))
    (folder / "value.json").unlink()
    run_id = executor.start(ready_plan())
    executor.work(run_id)
    assert outcome(executor, run_id)["stages"] == ["reused", "done", "reused"]


@pytest.mark.parametrize(
    ("function", "exit_code", "problem", "next_step"),
    [
        pytest.param("refuse", 2, "The file has no answers.", "Add a column", id="a fault of the input"),
        pytest.param("crash", 1, "a fault nobody foresaw", "log.txt", id="a fault of ours is one sentence and a log"),
        pytest.param("vanish", 1, "memory ran out", "log.txt", id="a process ended from outside"),
    ],
)
def test_a_failing_stage_fails_the_run(
    tmp_path: Path, function: str, exit_code: int, problem: str, next_step: str
) -> None:
    stages = [chain()[0], StageSpec(name="bad", settings={}, needs=("first",), function=f"{TINY}:{function}")]
    executor = tiny_executor(tmp_path, stages)
    run_id = executor.start(ready_plan())
    assert executor.work(run_id) == exit_code
    status = executor.status(run_id)
    assert (status.state, status.exit_code) == ("failed", exit_code)
    assert problem in status.problem
    assert next_step in status.next_step
    assert "Traceback" not in status.problem + status.next_step
    log = executor.log(run_id).read_text()
    assert ("ZeroDivisionError" in log and "a word on the way down" in log) is (function == "crash")
    assert outcome(executor, run_id)["stages"] == ["done", "failed"]


def test_a_missed_gate_is_exit_code_3_and_a_done_run_stays_done(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain(), exit_code=3)
    run_id = executor.start(ready_plan())
    assert executor.work(run_id) == 3
    assert executor.resume(run_id) == 3
    assert executor.status(run_id).state == "done"
    with pytest.raises(Problem, match="already finished"):
        executor.cancel(run_id)


@pytest.mark.parametrize("status", ["needs_answers", "conflict", "not_a_goal"])
def test_only_a_ready_plan_starts(tmp_path: Path, status: str) -> None:
    plan = Plan.model_validate({"status": status, "spec": TrainingSpec().model_dump()})
    with pytest.raises(Problem) as fault:
        tiny_executor(tmp_path, chain()).start(plan)
    assert fault.value.exit_code == 4


def test_an_edited_plan_is_refused(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    run_id = executor.start(ready_plan())
    path = executor.folder(run_id) / "plan.json"
    written = json.loads(path.read_text())
    written["plan"]["spec"]["data"]["holdout"] = 0.0
    path.write_text(json.dumps(written))
    assert executor.work(run_id) == 2
    assert "not the one that was approved" in executor.status(run_id).problem
    assert outcome(executor, run_id)["stages"] == ["waiting"] * 3


def test_data_changed_after_the_approval_is_refused_until_it_was_read(tmp_path: Path) -> None:
    data = tmp_path / "chats.jsonl"
    data.write_text("one\n")
    stages = chain()
    stages[0] = stages[0].model_copy(update={"inputs_fingerprint": "files"})
    executor = tiny_executor(tmp_path / "home", stages)
    plan = ready_plan(sources=["chats.jsonl"])
    run_id, other = executor.start(plan, root=tmp_path), executor.start(plan, root=tmp_path)
    data.write_text("two\n")
    assert executor.work(run_id) == 2
    assert "chats.jsonl was changed" in executor.status(run_id).problem
    data.write_text("one\n")
    assert executor.work(run_id) == 0
    data.write_text("three\n")  # what is finished was made from the approved data
    assert executor.work(other) == 0


def test_the_same_request_key_starts_one_run(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    assert executor.start(ready_plan(), request_key="Ev1") == executor.start(ready_plan(), request_key="Ev1")
    assert len(executor.statuses()) == 1


def test_an_unknown_run_is_named_with_the_known_ones(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    run_id = executor.start(ready_plan())
    assert executor.status(run_id[:-1]).id == run_id
    with pytest.raises(Problem, match=run_id):
        executor.status("harbor")


def test_no_time_is_no_work(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    run_id = executor.start(ready_plan(budget=Budget(wall_clock_hours=0)))
    assert executor.work(run_id) == 5
    assert executor.status(run_id).state == "stopped"
