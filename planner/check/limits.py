"""What it may take, where it runs and where data may go must agree with each other and with what is asked for."""

from collections.abc import Iterator

from planner.catalogue import known_base
from planner.check.finding import Case, Finding, conflict, warning
from planner.estimate import model_parameters
from planner.facts import ANSWERED, TEXT
from planner.target import in_currency, is_cloud_region
from planner.words import hours, money, number, percent, plural

SHORTEST_HOURS = 1 / 60
"""Loading the libraries for each step alone takes about a minute."""
HOSTED_PLACES = ("openai", "anthropic", "azure", "bedrock", "vertex", "together", "fireworks")


def no_time_at_all(case: Case) -> Iterator[Finding]:
    limit = case.spec.budget.wall_clock_hours
    if limit is not None and limit < SHORTEST_HOURS:
        yield conflict(
            ["budget.wall_clock_hours"],
            f"{hours(limit) if limit else 'No time at all'} is too short: loading the tools alone takes a minute.",
            "Allow at least five minutes.",
        )


def less_time_than_one_pass(case: Case) -> Iterator[Finding]:
    limit, least = case.spec.budget.wall_clock_hours, least_hours(case)
    if limit is None or limit < SHORTEST_HOURS or not case.facts.all_measured or limit >= least:
        return
    yield conflict(
        ["budget.wall_clock_hours"],
        f"Even one pass over the data takes about {hours(least)} on {case.place.words}, and {hours(limit)} are allowed: "
        f"enough for {what_it_buys(case, limit)}.",
        "Allow more time, take a smaller model, or use less data.",
    )


def fewer_gpu_hours_than_one_pass(case: Case) -> Iterator[Finding]:
    limit = case.spec.budget.gpu_hours
    if limit is None or not case.place.gpus or not case.facts.all_measured:
        return
    least = least_hours(case) * case.place.gpus
    if limit < least:
        yield conflict(
            ["budget.gpu_hours"],
            f"Even one pass over the data takes about {least:.2g} GPU-hours on {case.place.words}, and {limit:g} are "
            f"allowed: enough for {what_it_buys(case, limit / case.place.gpus)}.",
            "Allow more, take a smaller model, or use less data.",
        )


def gpu_hours_without_a_gpu(case: Case) -> Iterator[Finding]:
    if case.spec.budget.gpu_hours and case.place.gpus == 0:
        yield warning(
            ["budget.gpu_hours"],
            "You set a limit in GPU-hours, and this machine has no GPU: it will use none.",
            "Set a limit in hours if you want one.",
        )


def less_money_than_it_costs(case: Case) -> Iterator[Finding]:
    cost, price = case.spec.budget.cost, case.place.price
    if cost is None or cost.amount is None or not case.place.rented or price is None:
        return
    currency = cost.currency or "EUR"
    if cost.amount == 0:
        yield conflict(
            ["budget.cost", "compute.region"],
            f"It may cost nothing, and {case.place.words} in {case.spec.compute.region} must be rented.",
            "Train on your own machine, or allow a sum.",
        )
        return
    hourly = in_currency(price.low, currency, case.hardware.prices)
    least = least_hours(case)
    if hourly is not None and cost.amount < least * hourly:
        yield conflict(
            ["budget.cost"],
            f"The cheapest way, one pass over the data, costs about {money(least * hourly, currency)} "
            f"({case.place.price_why}), and {money(cost.amount, currency)} are allowed: that buys "
            f"{what_it_buys(case, cost.amount / hourly)}.",
            "Allow more, take a smaller model or less data, or train on your own machine.",
        )


def more_than_the_budget_is_likely(case: Case) -> Iterator[Finding]:
    cost = case.spec.budget.cost
    high = case.estimate.high.get("cost", 0.0)
    if cost and cost.amount and case.estimate.cost.currency == cost.currency and high > cost.amount:
        yield warning(
            ["budget.cost"],
            f"It may cost up to {money(high, cost.currency)}, more than the {money(cost.amount, cost.currency)} you allow.",
            "The run stops before it goes over.",
        )


def price_that_nobody_knows(case: Case) -> Iterator[Finding]:
    """What nobody knows counts as unaffordable until a person says otherwise."""
    if case.place.price is not None:
        return
    cost, compute = case.spec.budget.cost, case.spec.compute
    unknown = "compute.region" if "region" in case.place.price_why else "compute.gpu"
    where = f"{case.place.words} in {compute.region}"
    own_file = "write it into prices.toml in ATELIER_HOME (planner/prices.toml shows how)"
    if cost is not None and cost.amount is not None:
        yield conflict(
            ["budget.cost", unknown],
            f"It may cost at most {money(cost.amount, cost.currency or 'EUR')}, and I know no price for {where}, so I "
            "can't promise that.",
            f"Ask what an hour costs and {own_file}, name another card or region, or drop the limit.",
        )
    else:
        yield warning(
            [unknown],
            f"I know no price for {where}, so the cost is not known.",
            f"Ask what an hour costs before you approve, and {own_file}.",
        )


def currency_that_nobody_knows(case: Case) -> Iterator[Finding]:
    cost = case.spec.budget.cost
    if cost and cost.currency and in_currency(1.0, cost.currency, case.hardware.prices) is None:
        yield warning(
            ["budget.cost.currency"],
            f"I know no exchange rate for {cost.currency}, so costs are shown in EUR.",
            "Name the limit in a currency that I know, such as EUR or USD.",
        )


def more_trials_than_time(case: Case) -> Iterator[Finding]:
    trials, limit = case.spec.search.trials or 1, case.spec.budget.wall_clock_hours
    if trials > 1 and limit is not None and 0.2 * limit * 3600 / trials < 5:
        yield warning(
            ["search.trials"],
            f"In {hours(limit)} each of {trials} trials gets only a few seconds.",
            "Fewer trials would find more.",
        )


def trials_without_fine_tuning(case: Case) -> Iterator[Finding]:
    trials, stages = case.spec.search.trials or 1, case.spec.stages or []
    if trials > 1 and case.asked("search.trials") and stages and "sft" not in stages:
        yield warning(
            ["search.trials"],
            f"{trials} settings shall be tried, and a search tries settings of the fine-tuning, which is no step of this plan.",
            "Give questions with answers to fine-tune on, or drop the search.",
        )


def more_gpu_hours_than_the_time_holds(case: Case) -> Iterator[Finding]:
    budget, cards = case.spec.budget, case.place.gpus
    if budget.gpu_hours is None or budget.wall_clock_hours is None or not cards:
        return
    most = budget.wall_clock_hours * cards
    if budget.gpu_hours > 1.01 * most:
        yield warning(
            ["budget.gpu_hours", "budget.wall_clock_hours"],
            f"{budget.gpu_hours:g} GPU-hours are allowed, and {hours(budget.wall_clock_hours)} on {case.place.words} are "
            f"{most:.3g} at most: the shorter limit holds.",
            "Allow more time or more cards if the work needs them.",
        )


def region_on_own_machines(case: Case) -> Iterator[Finding]:
    compute = case.spec.compute
    asked = case.facts.claim("compute.where")
    if asked is not None and compute.where == "local" and is_cloud_region(compute.region):
        yield conflict(
            ["compute.where", "compute.region"],
            f"{compute.region} is a region of a cloud, and training shall stay on your own machines.",
            "Choose one of the two.",
        )


def own_data_in_a_cloud(case: Case) -> Iterator[Finding]:
    compute = case.spec.compute
    asked = case.facts.claim("privacy.egress")
    if asked is not None and asked.value is False and compute.where != "local" and is_cloud_region(compute.region):
        yield warning(
            ["privacy.egress", "compute.region"],
            f"Nothing may leave your machines, and {compute.region} is a cloud's region: that holds only if you count it "
            "as your own.",
            "Say so if you do not.",
        )


def card_without_cards(case: Case) -> Iterator[Finding]:
    compute = case.spec.compute
    if compute.gpus == 0 and compute.gpu:
        yield conflict(
            ["compute.gpus", "compute.gpu"],
            f"There shall be no GPU, and a {compute.gpu.upper()} is named.",
            "Say whether there is one.",
        )


def machines_that_are_not_here(case: Case) -> Iterator[Finding]:
    compute = case.spec.compute
    if (compute.gpus or compute.gpu) and not case.place.here:
        yield warning(
            ["compute.gpus"],
            f"The plan counts on {case.place.words}; this machine has {case.hardware.words}.",
            "Start the run where those are; here it would stop and say so.",
        )


def places_this_version_can_not_reach(case: Case) -> Iterator[Finding]:
    where = case.spec.compute.where
    if where in ("ray", "kubernetes"):
        yield warning(
            ["compute.where"],
            f"The plan is for {where.capitalize()}, which this version can't start runs on yet.",
            "Ask for a local run if you want to start now.",
        )


def hosted_service_without_permission(case: Case) -> Iterator[Finding]:
    base = (case.spec.model.base or "").lower()
    asked = case.facts.claim("privacy.egress")
    hosted = base.partition("/")[0] in HOSTED_PLACES and known_base(base) is None  # gpt-oss has weights to run here
    if asked is not None and case.spec.privacy.egress is False and hosted:
        yield conflict(
            ["privacy.egress", "model.base"],
            f"Nothing may leave your machines, and {case.spec.model.base} runs on its maker's.",
            "Take an open model that runs here, or allow data to leave.",
        )


def personal_data_may_leave(case: Case) -> Iterator[Finding]:
    if case.spec.privacy.egress and case.spec.data.cleaning.pii == "keep":
        yield warning(
            ["privacy.egress", "data.cleaning.pii"],
            "Personal data is kept in and data may leave your machines: together that needs a legal ground.",
            "Mask it, or keep everything at home.",
        )


def rollout_that_goes_backwards(case: Case) -> Iterator[Finding]:
    steps = case.spec.delivery.rollout or []
    if any(not 0 < step <= 100 for step in steps):
        yield conflict(
            ["delivery.rollout"],
            "A step of the roll-out is no share of your users between 0 and 100%.",
            "Name percentages such as 10, 50, 100.",
        )
    elif steps != sorted(steps):
        yield warning(
            ["delivery.rollout"], "The roll-out goes down from one step to the next.", "Say so if that is a slip."
        )


def retraining_at_once(case: Case) -> Iterator[Finding]:
    monitoring = case.spec.monitoring
    watch = monitoring.retrain_when if monitoring else None
    for gate in case.spec.gates or []:
        if watch is None or watch.value is None or gate.metric != watch.metric or gate.value is None:
            continue
        if ((watch.op or "").startswith("<") and watch.value > gate.value) or (
            (watch.op or "").startswith(">") and watch.value < gate.value
        ):
            yield warning(
                ["monitoring.retrain_when.value"],
                "A model that just meets its condition would already have to be retrained.",
                "Set the alarm below the condition.",
            )


def too_little_disk(case: Case) -> Iterator[Finding]:
    free, needed = case.hardware.disk_free_gb, case.estimate.disk_gb
    if free is not None and case.place.here and needed > free:
        yield warning(
            ["model"],
            f"It takes about {needed:.0f} GB of disk, and {free:.0f} are free.",
            f"Free {plural(round(needed - free) + 1, 'GB', 'GB')}.",
        )


START_SECONDS = 60.0


def least_hours(case: Case) -> float:
    """Hours of the cheapest run that still trains: one pass, no search."""
    _, active = model_parameters(case.spec, case.facts)
    return (START_SECONDS + 6 * active * _tokens(case) / case.place.flops) / 3600


def what_it_buys(case: Case, time: float) -> str:
    """What some hours there are good for, where they are too few: a share of the data, or a smaller model."""
    _, active = model_parameters(case.spec, case.facts)
    seconds, tokens = 3600 * time - START_SECONDS, _tokens(case)
    if seconds <= 0 or not tokens:
        return f"{hours(time)}, in which nothing more than the tools are loaded"
    share = seconds * case.place.flops / (6 * active * tokens)
    smaller = float(f"{active * share:.1g}")
    part = percent(max(0.0001, float(f"{share:.2g}")))
    text = f"{hours(time)} there, one pass over {part} of the data"
    return f"{text}, or over all of it with a model of {number(smaller)} parameters" if smaller >= 1e5 else text


def _tokens(case: Case) -> float:
    return case.facts.characters(*ANSWERED, *TEXT) / 3.0


CHECKS = (
    no_time_at_all, less_time_than_one_pass, fewer_gpu_hours_than_one_pass, gpu_hours_without_a_gpu,
    less_money_than_it_costs, more_than_the_budget_is_likely, price_that_nobody_knows, currency_that_nobody_knows,
    more_trials_than_time, trials_without_fine_tuning, more_gpu_hours_than_the_time_holds, region_on_own_machines, own_data_in_a_cloud, card_without_cards, machines_that_are_not_here,
    places_this_version_can_not_reach, hosted_service_without_permission, personal_data_may_leave,
    rollout_that_goes_backwards, retraining_at_once, too_little_disk,
)  # fmt: skip
