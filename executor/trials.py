"""What to try next and when to give up, by Optuna, from a journal that a kill can't tear.

The journal is `trials.json` in the stage's folder, replaced as a whole at each step; before each question
Optuna's study is made anew in memory by replaying it. Optuna's own database was the alternative: asking it
for a trial takes several transactions, so a kill in between leaves a trial with half of its parameters, and
the sampler's random state is in no transaction at all. Here the answer is a function of (seed, number,
finished trials), so a search that was killed asks for exactly what an undisturbed one would.
"""

import json
import os
import warnings
from pathlib import Path
from typing import Any, Literal

import optuna
from optuna.distributions import BaseDistribution, CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.trial import TrialState
from pydantic import BaseModel, ConfigDict

from executor.rules.search_space import Space

FIRST_RUNG, END = 1, 3
"""Resource at the first look and at the end of a trial: with a reduction of three, a third of it and all."""
REDUCTION = 3


class Trial(BaseModel):
    """One setting that was tried."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    number: int
    state: Literal["running", "complete", "pruned"]
    params: dict[str, Any]
    reached: dict[int, float | None] = {}
    """Resource to loss on the validation part; null where it was not a number."""
    value: float | None = None
    """The last of `reached`."""
    step: int = 0
    total_steps: int = 0
    """Of the full run that the trial is the beginning of."""
    seconds: float = 0.0
    note: str = ""


class Journal:
    """The trials so far, on disk after every change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        text = path.read_text(encoding="utf-8") if path.exists() else "[]"
        self.trials = [Trial.model_validate(entry) for entry in json.loads(text)]

    def put(self, trial: Trial) -> Trial:
        """Write a new trial, or a trial's new state."""
        self.trials[trial.number :] = [trial]
        text = json.dumps([entry.model_dump(mode="json") for entry in self.trials], indent=1)
        aside = self._path.with_suffix(".tmp")
        with aside.open("w", encoding="utf-8") as handle:
            handle.write(text)
            handle.flush()
            os.fsync(handle.fileno())
        os.replace(aside, self._path)
        return trial

    def best(self) -> Trial | None:
        """The complete trial with the lowest loss; of equals, the first."""
        complete = [trial for trial in self.trials if trial.state == "complete" and trial.value is not None]
        return min(complete, key=lambda trial: (trial.value, trial.number), default=None)


def suggest(
    finished: list[Trial], space: Space, defaults: dict[str, Any], *, seed: int, startup: int
) -> dict[str, Any]:
    """Parameters of the next trial: the defaults first, then a few at random, then where TPE expects most.

    Args:
        finished: all trials before it, in order.
        startup: trials before TPE has enough to go by.
    """
    if not finished:
        return dict(defaults)
    study = _replay(finished, space)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)  # multivariate, as for years
        study.sampler = optuna.samplers.TPESampler(
            seed=seed + len(finished), multivariate=True, n_startup_trials=startup, constant_liar=False
        )
    return dict(study.ask(_distributions(space)).params)


def is_hopeless(finished: list[Trial], trial: Trial, space: Space) -> bool:
    """Whether a trial that stands at its first rung is not among the best third that got there.

    Asynchronous successive halving, Li et al. 2020, https://arxiv.org/abs/1810.05934; a first rung at a
    third of a trial, because earlier than a quarter a high learning rate looks better than it is.
    """
    study = _replay(finished, space)
    study.enqueue_trial(trial.params)
    asked = study.ask(_distributions(space))
    asked.report(_number(trial.reached[FIRST_RUNG]), FIRST_RUNG)
    return asked.should_prune()


def _replay(finished: list[Trial], space: Space) -> optuna.Study:
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    pruner = optuna.pruners.SuccessiveHalvingPruner(min_resource=FIRST_RUNG, reduction_factor=REDUCTION)
    study = optuna.create_study(direction="minimize", pruner=pruner, sampler=optuna.samplers.RandomSampler(seed=0))
    for trial in finished:
        study.enqueue_trial(trial.params)
        asked = study.ask(_distributions(space))
        for resource, loss in sorted(trial.reached.items()):
            asked.report(_number(loss), resource)
            asked.should_prune()  # notes that the trial has been at this rung; the verdict is in the journal
        if trial.state == "complete":
            study.tell(asked, trial.value)
        else:
            study.tell(asked, state=TrialState.PRUNED if trial.reached else TrialState.FAIL)
    return study


def _number(loss: float | None) -> float:
    return float("nan") if loss is None else loss


def _distributions(space: Space) -> dict[str, BaseDistribution]:
    found: dict[str, BaseDistribution] = {}
    for name, part in sorted(space.items()):
        if "choices" in part:
            found[name] = CategoricalDistribution(part["choices"])
        elif part["whole"]:
            found[name] = IntDistribution(part["low"], part["high"], log=part["log"])
        else:
            found[name] = FloatDistribution(part["low"], part["high"], log=part["log"])
    return found
