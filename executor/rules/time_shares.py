"""How the time of a run is shared among its stages, and what a stage can do in its share."""

from executor.budget import hours
from executor.rules.chosen import Chosen
from training.spec import Plan

SHARES = {"pretrain": 0.22, "search": 0.33, "sft": 0.33}
"""Of the whole time. The rest is for cleaning, packaging and judging (three contenders answer every
held-out question), and for being wrong: a machine that is busy with other work is several times slower."""
OVERHEAD_SECONDS = 45.0
"""What the stages take to start, load and save, whatever is trained: seven processes that load the libraries."""
LEAST_SHARE = 0.4
"""Of a very short time that is given to training all the same; such a budget is likely to be overdrawn."""
WITHOUT_LIMIT_HOURS = 1.0
"""Nobody asked for a limit and the estimate is shorter: training may take this long and no more."""


def training_seconds(plan: Plan) -> Chosen:
    """Seconds that the whole run should take: the budget, or what the plan said it would take."""
    assert plan.spec is not None
    budget = plan.spec.budget.wall_clock_hours
    if budget is not None:
        return Chosen(budget * 3600, f"the budget is {hours(budget)}")
    promised = plan.estimate.high.get("wall_clock_hours", plan.estimate.wall_clock_hours)
    allowed = max(promised, WITHOUT_LIMIT_HOURS)
    return Chosen(allowed * 3600, f"no limit was set, so the run is kept to about {hours(allowed)}")


def judging_seconds(heldout: int) -> float:
    """What the judge needs for its questions: two models answer each, some hundred a second on two cores."""
    return 20.0 + 0.03 * min(heldout, 4000)


def stage_seconds(stage: str, present: set[str], whole: float, judging: float = 0.0) -> float:
    """A stage's share of `whole` seconds; the share of an absent stage goes to those that train.

    Args:
        judging: seconds that the judge will need at the end, set aside first.
    """
    used = {name: share for name, share in SHARES.items() if name in present}
    room = max(LEAST_SHARE * whole, whole - OVERHEAD_SECONDS - judging)
    return room * sum(SHARES.values()) * SHARES[stage] / sum(used.values())


def affordable_tokens(seconds: float, parameters: float, flops: float) -> float:
    """Tokens that can be trained on in a time: 6 operations a parameter and token.

    Source: Kaplan et al. 2020, https://arxiv.org/abs/2001.08361, section 2.1
    """
    return seconds * flops / (6 * parameters)
