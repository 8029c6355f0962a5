"""What a finished stage took, beside what the plan's analytic model said it would: later plans learn from the pair."""

from collections.abc import Mapping
from typing import Any

from executor.compile import LONGEST_TRIAL
from executor.machine import Machine
from executor.stage import StageSpec
from executor.tables import TimingRow
from training.machine import fingerprint
from training.spec import Estimate


def timing_of(
    run_id: str,
    stage: StageSpec,
    *,
    figures: Mapping[str, Any],
    seconds: float,
    estimate: Estimate,
    machine: Machine,
    parameters: float,
    at: float,
) -> TimingRow | None:
    """The pair for one stage, or None where nothing can be learned from it.

    Nothing is learned from a stage that the plan did not price, that landed early, or whose search was cut short.
    What was planned is scaled to the passes that the stage then made: a shorter run is no faster machine.

    Args:
        figures: what the stage returned.
        seconds: worked on it.
        parameters: of the model; 0 where none is known yet.
    """
    planned = estimate.steps.get(stage.name, 0.0) * _share_done(stage, figures, estimate)
    if planned <= 0 or seconds <= 0 or figures.get("ended_early"):
        return None
    return TimingRow(
        run_id=run_id,
        stage=stage.name,
        machine=fingerprint(cpu=machine.cpu, cpus=machine.cpus, gpu=machine.gpu, gpus=machine.gpus),
        gpus=machine.gpus,
        parameters=parameters,
        planned_seconds=planned,
        measured_seconds=seconds,
        at=at,
    )


def _share_done(stage: StageSpec, figures: Mapping[str, Any], estimate: Estimate) -> float:
    """The work that was done, by the work that was planned; 0 where that can't be told."""
    passes = estimate.passes.get("sft" if stage.name == "search" else stage.name)
    if passes is None:
        return 1.0
    if stage.name == "search":
        whole = figures.get("trials") == figures.get("planned_trials")
        done = float(stage.settings["sft"]["epochs"]) * float(stage.settings["trial_share"]) / LONGEST_TRIAL
        return done / passes if whole else 0.0
    return float(stage.settings.get("epochs", passes)) / passes
