"""How many settings are tried before the best is trained to the end."""

from planner.chosen import Chosen, default
from planner.facts import Facts
from planner.words import hours, number

USUAL_TRIALS = 6
SMALL = 50_000_000
"""A model of up to this size is tried quickly."""
TOO_SHORT_HOURS = 1 / 15
"""Four minutes: all of it is needed for training."""


def trials(facts: Facts) -> Chosen:
    if "sft" not in (facts.known.get("stages") or []):
        return default(1, "there is no fine-tuning whose settings could be tried.")
    limit = facts.known.get("budget.wall_clock_hours")
    if limit is not None and limit < TOO_SHORT_HOURS:
        return Chosen(1, f"{hours(limit)} are needed for the training itself.")
    money = facts.known.get("budget.gpu_hours")
    if money is not None and money < TOO_SHORT_HOURS:
        return Chosen(1, "the budget is needed for the training itself.")
    size = facts.known.get("model.parameters")
    if size is not None and size <= SMALL:
        return Chosen(USUAL_TRIALS, f"a model of {number(size)} parameters is small, so trying six settings is cheap.")
    return Chosen(1, "each trial of a model of this size costs a lot; ask for trials if you want them.")


def parameters(facts: Facts) -> Chosen:
    if facts.known.get("search.trials") in (1, None):
        return default({}, "no search, so nothing is varied.")
    return default({}, "the trainer varies the settings round its usual choice.")
