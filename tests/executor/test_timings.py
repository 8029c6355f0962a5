"""What a stage leaves for later plans: a fair pair of seconds, or nothing."""

from pathlib import Path
from typing import Any

import pytest
from tiny_runs import chain, ready_plan, tiny_executor, work_elsewhere

from executor.explain import explain
from executor.machine import Machine
from executor.stage import StageSpec
from executor.tables import TimingRow
from executor.timings import timing_of
from training.spec import Estimate, Plan

PLANNED = Estimate(steps={"sft": 100.0, "search": 200.0, "judge": 20.0}, passes={"sft": 10.0})
MACHINE = Machine(name="Linux", cpus=2, memory_gb=8, cpu="Some CPU")


def timing(name: str, settings: dict[str, Any], **figures: Any) -> TimingRow | None:
    return timing_of(
        "run",
        StageSpec(name=name, settings=settings, function="somewhere:stage"),
        figures=figures,
        seconds=50.0,
        estimate=PLANNED,
        machine=MACHINE,
        parameters=1e6,
        at=0.0,
    )


@pytest.mark.parametrize(
    ("name", "settings", "figures", "planned"),
    [
        pytest.param("sft", {"epochs": 10}, {}, 100, id="all passes: what was planned"),
        pytest.param("sft", {"epochs": 5}, {}, 50, id="half the passes: half of it"),
        pytest.param("judge", {}, {}, 20, id="a stage without passes"),
        pytest.param(
            "search", {"sft": {"epochs": 5}, "trial_share": 0.25}, {"trials": 6, "planned_trials": 6}, 100,
            id="a search of trainings with half the passes"),
    ],
)  # fmt: skip
def test_what_was_planned_is_scaled_to_what_was_done(
    name: str, settings: dict[str, Any], figures: dict[str, Any], planned: float
) -> None:
    found = timing(name, settings, **figures)
    assert found is not None
    assert (found.planned_seconds, found.measured_seconds, found.machine) == (planned, 50.0, "Some CPU x 2")


@pytest.mark.parametrize(
    ("name", "settings", "figures"),
    [
        pytest.param("sft", {"epochs": 10}, {"ended_early": True}, id="landed early"),
        pytest.param(
            "search", {"sft": {"epochs": 10}, "trial_share": 0.25}, {"trials": 3, "planned_trials": 6},
            id="a search that was cut short"),
        pytest.param("package", {}, {}, id="a stage without a price"),
    ],
)  # fmt: skip
def test_what_says_nothing_is_not_kept(name: str, settings: dict[str, Any], figures: dict[str, Any]) -> None:
    assert timing(name, settings, **figures) is None


def test_a_price_can_be_asked_why() -> None:
    plan = Plan(status="ready", estimate=Estimate(wall_clock_hours=0.5, basis="corrected by 3 earlier runs: ×0.55"))
    found = {one.field: one for one in explain(plan, [], "estimate")}
    assert found["estimate.wall_clock_hours"].value == 0.5
    assert "×0.55" in found["estimate.cost"].why


PRICED = ready_plan().model_copy(update={"estimate": Estimate(steps={"first": 10.0, "second": 10.0, "third": 10.0})})


def test_a_run_leaves_a_pair_for_each_stage_and_a_reused_stage_none(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    first, second = executor.start(PRICED), executor.start(PRICED)
    executor.work(first)
    executor.work(second)
    assert sorted((row.run_id, row.stage) for row in executor.store.timings()) == [
        (first, "first"),
        (first, "second"),
        (first, "third"),
    ]
    assert all(row.planned_seconds == 10 and 0 < row.measured_seconds < 10 for row in executor.store.timings())


def test_a_stage_that_was_interrupted_says_nothing(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain(40, 0.02))
    run_id = executor.start(PRICED)
    worker = work_elsewhere(tmp_path, run_id, 40, 0.02)
    assert worker.stdout is not None
    for line in worker.stdout:
        if line.startswith("second progress"):
            break
    worker.kill()
    worker.wait()
    worker.stdout.close()
    assert executor.work(run_id) == 0
    assert sorted(row.stage for row in executor.store.timings()) == ["first", "third"]
