"""The search: never worse than the rules' choice, the same after a kill, and cheap."""

import json
import random
from pathlib import Path
from typing import Any

import psutil
import pytest
from tiny_runs import ready_plan, tiny_executor
from tiny_training import Result, train_bowl

from executor.rules.search_space import into_space, search_space
from executor.search import rung_steps, search
from executor.stage import StageSpec
from executor.worker import RunEvent
from training.progress import silent
from training.spec import Problem

SFT: dict[str, Any] = {"learning_rate": 1e-3, "batch_size": 8, "weight_decay": 0.01, "warmup_ratio": 0.1}
KNOWN = {"learning_rate", "batch_size", "weight_decay", "epochs"}


def settings(trials: int = 8, seed: int = 0, **more: Any) -> dict[str, Any]:
    space = search_space({}, SFT, KNOWN)
    return {
        "sft": SFT,
        "space": space,
        "defaults": into_space(space, SFT),
        "trials": trials,
        "trial_share": 0.5,
        "seed": seed,
    } | more


def inputs(out: Path) -> dict[str, Path]:
    return {"split": out, "base": out}


def journal(out: Path) -> list[dict[str, Any]]:
    return [{**trial, "seconds": 0} for trial in json.loads((out / "trials.json").read_text())]


class Killed(BaseException):
    """Stands for a kill: nothing in the product catches it."""


def test_the_first_trial_is_the_default_and_the_best_is_no_worse(tmp_path: Path) -> None:
    figures = search(settings(), inputs(tmp_path), tmp_path, silent, train=train_bowl)
    trials = journal(tmp_path)
    assert trials[0]["params"] == {name: SFT[name] for name in trials[0]["params"]}
    best = json.loads((tmp_path / "best.json").read_text())
    assert best["value"] == min(trial["value"] for trial in trials if trial["state"] == "complete")
    assert figures["best_loss"] <= figures["default_loss"]
    assert len({json.dumps(trial["params"]) for trial in trials}) == len(trials) == 8


def test_losing_trials_end_early_and_leave_nothing(tmp_path: Path) -> None:
    figures = search(settings(), inputs(tmp_path), tmp_path, silent, train=train_bowl)
    pruned = [trial for trial in journal(tmp_path) if trial["state"] == "pruned"]
    assert len(pruned) == figures["pruned"] >= 3
    assert all(trial["step"] < 0.3 * trial["total_steps"] for trial in pruned)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["best", "best.json", "trials.json"]


def test_the_best_trial_goes_on_to_the_end_from_its_checkpoint(tmp_path: Path) -> None:
    figures = search(settings(), inputs(tmp_path), tmp_path, silent, train=train_bowl)
    chosen = SFT | figures["best_params"]
    continued = train_bowl(chosen, tmp_path, tmp_path, tmp_path, tmp_path / "best", silent)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    assert continued == train_bowl(chosen, tmp_path, tmp_path, tmp_path, fresh, silent)


@pytest.mark.parametrize("seed", range(6))
def test_a_search_that_is_killed_again_and_again_is_the_search_that_was_not(tmp_path: Path, seed: int) -> None:
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    whole.mkdir(), torn.mkdir()
    expected = search(settings(seed=seed), inputs(whole), whole, silent, train=train_bowl)
    moments = random.Random(seed)
    kills = 0
    while True:
        calls_left = moments.randrange(1, 60)

        def kill_in_a_while(*_: Any) -> None:
            nonlocal calls_left
            calls_left -= 1
            if calls_left == 0:
                raise Killed

        try:
            figures = search(settings(seed=seed), inputs(torn), torn, kill_in_a_while, train=train_bowl)
            break
        except Killed:
            kills += 1
    assert kills >= 2
    assert figures == expected
    assert journal(torn) == journal(whole)
    assert (torn / "best" / "state.json").read_bytes() == (whole / "best" / "state.json").read_bytes()


def test_a_search_whose_process_is_killed_goes_on_in_the_same_trial(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    search(settings(trials=6), inputs(whole), whole, silent, train=train_bowl)

    slow = settings(trials=6, sft=SFT | {"pause": 0.02})
    stage = StageSpec(name="search", settings=slow, function="tiny_training:search_stage")
    executor = tiny_executor(tmp_path / "home", [stage], finish_with_values=False)
    run_id = executor.start(ready_plan())
    seen: list[int] = []

    def kill_a_later_trial(event: RunEvent) -> None:
        if event.kind == "progress" and event.figures.get("trial", 0) >= 1 and not seen:
            seen.append(1)
            psutil.Process().children()[0].kill()

    assert executor.work(run_id, kill_a_later_trial) == 1
    assert [trial.state for trial in executor.status(run_id).trials][-1] == "running"
    assert executor.resume(run_id) == 0
    folder = executor.stage_folder(run_id, "search")
    assert folder is not None
    assert journal(folder) == journal(whole)
    assert len(executor.status(run_id).trials) == 6


def test_a_search_ends_when_its_share_of_the_time_does(tmp_path: Path) -> None:
    figures = search(settings(seconds=0.0), inputs(tmp_path), tmp_path, silent, train=train_bowl)
    assert (figures["trials"], figures["planned_trials"]) == (1, 8)


def test_a_setting_that_diverges_or_does_not_fit_loses(tmp_path: Path) -> None:
    def fragile(chosen: dict[str, Any], *rest: Any, until_step: int | None = None) -> Result:
        if chosen["batch_size"] == 16:
            raise RuntimeError("CUDA out of memory. Tried to allocate 2 GiB")
        result = train_bowl(chosen, *rest, until_step=until_step)
        return result._replace(eval_loss=float("nan")) if chosen["batch_size"] == 4 else result

    figures = search(settings(trials=12), inputs(tmp_path), tmp_path, silent, train=fragile)
    states = {trial["params"]["batch_size"]: trial["state"] for trial in journal(tmp_path)}
    assert states[16] == states[4] == "pruned"
    assert figures["best_params"]["batch_size"] == 8


def test_nothing_that_could_be_trained_is_said(tmp_path: Path) -> None:
    def hopeless(chosen: dict[str, Any], *rest: Any, until_step: int | None = None) -> Result:
        return Result(float("nan"), until_step or 1, 48)

    with pytest.raises(Problem, match="could be trained with"):
        search(settings(trials=2), inputs(tmp_path), tmp_path, silent, train=hopeless)


@pytest.mark.parametrize(
    ("total", "share", "warmup", "expected"),
    [
        pytest.param(90, 0.5, 0.0, (15, 45), id="a third of the trial"),
        pytest.param(90, 0.5, 0.2, (19, 45), id="after the warm-up"),
        pytest.param(4, 0.1, 0.1, (1, 2), id="as short as it gets"),
    ],
)
def test_rungs(total: int, share: float, warmup: float, expected: tuple[int, int]) -> None:
    assert rung_steps(total, share, warmup) == expected


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        pytest.param(
            {"learning_rate": [1e-5, 1e-3]}, {"low": 1e-5, "high": 1e-3, "log": True, "whole": False}, id="log"
        ),
        pytest.param(
            {"weight_decay": [0.0, 0.2]}, {"low": 0.0, "high": 0.2, "log": False, "whole": False}, id="linear"
        ),
        pytest.param({"epochs": [1, 4]}, {"low": 1, "high": 4, "log": False, "whole": True}, id="whole numbers"),
        pytest.param({"batch_size": [4, 8, 16]}, {"choices": [4, 8, 16]}, id="choices"),
    ],
)
def test_the_users_ranges_are_the_space(asked: dict[str, Any], part: dict[str, Any]) -> None:
    space = search_space(asked, SFT, KNOWN)
    assert space == {next(iter(asked)): part}
    assert set(into_space(space, SFT | {"epochs": 9})) == set(asked)


def test_a_setting_that_the_trainer_does_not_know_is_refused() -> None:
    with pytest.raises(Problem, match="no setting called warp") as fault:
        search_space({"warp": [1, 9]}, SFT, KNOWN)
    assert "learning_rate" in fault.value.next_step
