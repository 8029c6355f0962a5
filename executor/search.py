"""The search: many cheap beginnings of the full fine-tuning, the best of which goes on to the end.

A trial is the first part of the very run that would follow (same schedule over the full length), so nothing
of the best one is thrown away: its checkpoint stays in `best/` and the stage `sft` continues from there. All
trials share one process, since loading the trainer costs more than a small trial.
"""

import json
import math
import os
import shutil
import time
from pathlib import Path
from typing import Any, Protocol

from executor.rules.search_space import Space
from executor.stages import MODEL
from executor.trials import END, FIRST_RUNG, Journal, Trial, is_hopeless, suggest
from training.progress import Progress
from training.spec import Problem

TRIALS, BEST = "trials.json", "best.json"
CHECKPOINT = "best"
"""Folder with the best trial's checkpoint."""
LENGTH = ("batch_size", "epochs", "max_length")
"""Parameters that a full run's number of steps hangs on."""
PARTS = 1000
"""Parts of a trial in the progress bar."""


class Trained(Protocol):
    """What a training run came to."""

    @property
    def eval_loss(self) -> float: ...
    @property
    def step(self) -> int: ...
    @property
    def total_steps(self) -> int: ...


class Train(Protocol):
    """`training.sft.train_sft`, or in tests something small with its manners: it goes on from what it left in
    `out`, and stops after `until_step` of the full run's steps."""

    def __call__(
        self,
        settings: dict[str, Any],
        start: Path,
        train: Path,
        validation: Path,
        out: Path,
        progress: Progress,
        *,
        until_step: int | None = None,
    ) -> Trained: ...


def search(
    settings: dict[str, Any],
    inputs: dict[str, Path],
    out: Path,
    progress: Progress,
    *,
    train: Train | None = None,
) -> dict[str, Any]:
    """Stage `search`. Leaves trials.json, best.json {number, params, value} and the best trial's checkpoint.

    Args:
        settings: `sft` (settings of the full run), `space`, `defaults`, `trials`, `trial_share` (of the full
            run's steps), `seed`, and perhaps `seconds`: after so many, no new trial begins.
    Raises: Problem where not one trial came to an end.
    """
    one = _OneTrial(settings, inputs, out, progress, train or _train_sft())
    journal = Journal(out / TRIALS)
    while len(journal.trials) < settings["trials"] or journal.trials[-1].state == "running":
        if journal.trials and journal.trials[-1].state == "running":
            trial = journal.trials[-1]
        elif journal.best() is not None and _out_of_time(journal, settings):
            break
        else:
            trial = journal.put(_next(journal, settings))
        one.run(trial, journal)
        _keep_only_best(out, journal)
    best = journal.best()
    if best is None:
        raise Problem(
            "Not one of the settings that were tried could be trained with.",
            next_step="Leave the search's ranges to me, or ask for smaller learning rates and batches.",
        )
    _keep_only_best(out, journal)
    kept = out / CHECKPOINT
    if not kept.exists():
        os.replace(_folder(out, best.number), kept)
    shutil.rmtree(out / "trials", ignore_errors=True)
    choice = {"number": best.number, "params": best.params, "value": best.value}
    (out / BEST).write_text(json.dumps(choice, indent=1), encoding="utf-8")
    default = journal.trials[0].value
    return {
        "trials": len(journal.trials),
        "pruned": sum(trial.state == "pruned" for trial in journal.trials),
        "planned_trials": settings["trials"],
        "best_trial": best.number,
        "best_params": best.params,
        "best_loss": best.value,
        "default_loss": default,
        "steps": sum(trial.step for trial in journal.trials),
    }


def _train_sft() -> Train:
    from training.sft import train_sft  # late: it loads torch

    return train_sft


class _OneTrial:
    """Runs a trial, or what is left of it, and writes the journal as it goes."""

    def __init__(
        self, settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress, train: Train
    ) -> None:
        self._settings, self._out, self._progress, self._train = settings, out, progress, train
        self._start = inputs.get("pretrain", inputs["base"]) / MODEL
        self._split = inputs["split"]

    def run(self, trial: Trial, journal: Journal) -> None:
        finished = journal.trials[: trial.number]
        space: Space = self._settings["space"]
        try:
            if not trial.total_steps:
                known = _length_of_like(trial, finished)
                if known:
                    trial = journal.put(trial.model_copy(update={"total_steps": known}))
                else:
                    # One step, to learn how long the full run is with these parameters.
                    trial = self._train_until(trial, journal, 1)
            rung, end = rung_steps(trial.total_steps, self._settings["trial_share"], self._warmup(trial))
            if FIRST_RUNG not in trial.reached:
                trial = self._train_until(trial, journal, rung, reached=FIRST_RUNG)
            if trial.reached[FIRST_RUNG] is None or is_hopeless(finished, trial, space):
                journal.put(trial.model_copy(update={"state": "pruned"}))
                return
            trial = self._train_until(trial, journal, end, reached=END)
            state = "pruned" if trial.reached[END] is None else "complete"
            journal.put(trial.model_copy(update={"state": state}))
        except (MemoryError, RuntimeError) as fault:
            if "out of memory" not in str(fault).lower() and not isinstance(fault, MemoryError):
                raise
            journal.put(trial.model_copy(update={"state": "pruned", "note": "It did not fit into memory."}))

    def _train_until(self, trial: Trial, journal: Journal, step: int, reached: int | None = None) -> Trial:
        began = time.monotonic()
        folder = _folder(self._out, trial.number)
        folder.mkdir(parents=True, exist_ok=True)
        result = self._train(
            self._settings["sft"] | trial.params,
            self._start,
            self._split / "train.jsonl",
            self._split / "validation.jsonl",
            folder,
            self._progress_of(trial),
            until_step=step,
        )
        loss = float(result.eval_loss) if math.isfinite(result.eval_loss) else None
        update: dict[str, Any] = {
            "step": result.step,
            "total_steps": result.total_steps,
            "seconds": trial.seconds + time.monotonic() - began,
        }
        if reached is not None:
            update |= {"value": loss, "reached": trial.reached | {reached: loss}}
        return journal.put(trial.model_copy(update=update))

    def _warmup(self, trial: Trial) -> float:
        return float((self._settings["sft"] | trial.params).get("warmup_ratio", 0.0))

    def _progress_of(self, trial: Trial) -> Progress:
        trials, share = self._settings["trials"], self._settings["trial_share"]
        tried = ", ".join(f"{name} {_short(value)}" for name, value in sorted(trial.params.items()))
        message = f"Trial {trial.number + 1} of {trials}: {tried}"

        def progress(done: int, total: int, _: str = "", figures: dict[str, float] | None = None) -> None:
            part = min(1.0, done / max(1.0, total * share))
            extra = {"trial": float(trial.number), "step": float(done)}
            self._progress(trial.number * PARTS + round(part * PARTS), trials * PARTS, message, (figures or {}) | extra)

        return progress


def rung_steps(total_steps: int, share: float, warmup_ratio: float) -> tuple[int, int]:
    """(step of the first look, last step) of a trial: a third of it and all of it, but the first look
    comes after the warm-up, whose losses say little about the rest."""
    end = max(2, round(total_steps * share))
    rung = max(1, round(end / 3), math.ceil(total_steps * warmup_ratio) + 1)
    return min(rung, end - 1), end


def _length_of_like(trial: Trial, finished: list[Trial]) -> int:
    """Steps of the full run, from an earlier trial that agrees in all that a number of steps hangs on; else 0."""
    same = (
        one.total_steps
        for one in finished
        if one.total_steps and all(one.params.get(name) == trial.params.get(name) for name in LENGTH)
    )
    return next(same, 0)


def _next(journal: Journal, settings: dict[str, Any]) -> Trial:
    params = suggest(
        journal.trials,
        settings["space"],
        settings["defaults"],
        seed=settings["seed"],
        startup=max(3, settings["trials"] // 4),
    )
    return Trial(number=len(journal.trials), state="running", params=params)


def _out_of_time(journal: Journal, settings: dict[str, Any]) -> bool:
    limit = settings.get("seconds")
    return limit is not None and sum(trial.seconds for trial in journal.trials) >= limit


def _keep_only_best(out: Path, journal: Journal) -> None:
    """Checkpoints are the size of the model: only the best trial's and a running one's stay."""
    best = journal.best()
    for trial in journal.trials:
        if trial.state != "running" and (best is None or trial.number != best.number):
            shutil.rmtree(_folder(out, trial.number), ignore_errors=True)


def _folder(out: Path, number: int) -> Path:
    return out / "trials" / f"{number:03}"


def _short(value: Any) -> str:
    return f"{value:.2g}" if isinstance(value, float) else str(value)
