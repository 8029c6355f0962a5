"""Earlier runs move what a plan says that it takes: towards what they took, never out of bounds."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.experience import NOISE, SANE, Correction, Experience, Past
from planner.hardware import Hardware
from planner.planning import plan
from planner.surveyed import Survey
from tests.planner.plans import TODAY, chats, wishes
from training.spec import Estimate

HERE, PRIOR = "Some CPU x 2", (0.5, 2.0)
STAGES = ("clean", "base", "pretrain", "search", "sft", "package", "judge")


def past(ratio: float, stage: str = "sft", *, run: str = "a", machine: str = HERE, parameters: float = 1e6) -> Past:
    return Past(
        run=run, machine=machine, stage=stage, parameters=parameters, planned_seconds=100, measured_seconds=100 * ratio
    )


def corrected(*ratios: float, stage: str = "sft", parameters: float = 1e6) -> Correction:
    known = Experience(past=tuple(past(ratio, run=str(i)) for i, ratio in enumerate(ratios)))
    return known.correction(stage, machine=HERE, parameters=parameters, prior_range=PRIOR)


def test_without_earlier_runs_nothing_is_moved() -> None:
    assert corrected() == Correction(factor=1.0, low=0.5, high=2.0, runs=0)


def test_one_run_moves_the_plan_half_the_way_and_more_runs_move_it_further() -> None:
    assert corrected(0.25).factor == pytest.approx(0.5)
    assert corrected(0.25, 0.25, 0.25).factor == pytest.approx(0.25**0.75)


def test_runs_that_agree_narrow_the_range_and_runs_that_do_not_leave_it_wide() -> None:
    def width(found: Correction) -> float:
        return math.log(found.high / found.low)

    assert width(corrected(*[0.5] * 8)) < width(corrected(0.5)) < width(corrected())
    assert width(corrected(0.2, 1.0, 5.0, 0.3, 3.0)) > width(corrected(*[1.0] * 5))


def test_one_outlier_among_many_changes_little() -> None:
    assert corrected(0.5, 0.5, 0.5, 0.5, 40.0).factor == pytest.approx(corrected(*[0.5] * 5).factor)


def test_a_ratio_that_can_not_be_is_no_experience() -> None:
    assert corrected(SANE * 2).runs == 0


def test_another_machine_and_another_kind_of_work_say_nothing() -> None:
    known = Experience(past=(past(0.5, machine="Other CPU x 64"), past(0.5, "judge")))
    assert known.correction("sft", machine=HERE, parameters=1e6, prior_range=PRIOR).runs == 0


def test_another_training_stage_says_something_where_the_stage_itself_was_never_run() -> None:
    assert 0.5 < corrected(0.25, stage="pretrain").factor < 1


def test_a_model_of_another_size_counts_less() -> None:
    assert corrected(0.25).factor < corrected(0.25, parameters=1e7).factor < corrected(0.25, parameters=1e9).factor <= 1


ratios = st.lists(st.floats(0.001, 1000), min_size=1, max_size=12)


@given(ratios)
def test_a_correction_lies_between_what_was_planned_and_what_was_seen(seen: list[float]) -> None:
    found = corrected(*seen)
    sane = [ratio for ratio in seen if 1 / SANE <= ratio <= SANE]
    assert found.low <= found.factor <= found.high
    assert min([1.0, *sane]) * 0.999 <= found.factor <= max([1.0, *sane]) * 1.001
    if sane:
        assert found.high / found.low >= math.exp(NOISE) or len(sane) < 2


@given(ratios, st.floats(1.0, 10.0))
def test_slower_runs_never_make_a_plan_faster(seen: list[float], slower: float) -> None:
    kept = [ratio for ratio in seen if 1 / SANE <= ratio * slower <= SANE and 1 / SANE <= ratio <= SANE]
    if kept:
        assert corrected(*[ratio * slower for ratio in kept]).factor >= corrected(*kept).factor * 0.999


# ---------------------------------------------------------------- in a plan


def estimate(*known: Past) -> Estimate:
    machine = Hardware(cpus=2, memory_gb=24, cpu="Some CPU", experience=Experience(past=known))
    return plan(["x"], today=TODAY, survey=Survey(sources=[chats()]), hardware=machine, wishes=wishes())[0].estimate


def runs(ratio: float, count: int) -> list[Past]:
    return [past(ratio, stage, run=f"run {i}") for i in range(count) for stage in STAGES]


def test_a_plan_is_moved_by_earlier_runs_and_says_so() -> None:
    before, after = estimate(), estimate(*runs(0.5, 3))
    assert "no earlier run on this machine is known" in before.basis
    assert "corrected by 3 earlier runs on this machine: ×0.5" in after.basis
    assert after.wall_clock_hours < 0.7 * before.wall_clock_hours
    spread = [one.high["wall_clock_hours"] / one.low["wall_clock_hours"] for one in (before, after)]
    assert spread[1] < spread[0]


def test_what_runs_are_held_against_is_never_itself_corrected() -> None:
    assert estimate().steps == estimate(*runs(0.5, 3)).steps
    assert sum(estimate().steps.values()) == pytest.approx(estimate().wall_clock_hours * 3600, rel=0.01)
