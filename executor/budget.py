"""How long a run may go on: the spec's limits as seconds that are left."""

from datetime import date, datetime, time, timedelta

from training.spec.spec import Budget


def budget_seconds(budget: Budget, *, gpus: int) -> tuple[float, str] | None:
    """(seconds of work that a run may take in all, which limit that is in words), or None without one.

    Args:
        gpus: GPUs in use at once; hours of the GPU budget run only while there are some.
    """
    limits: list[tuple[float, str]] = []
    if budget.wall_clock_hours is not None:
        limits.append((budget.wall_clock_hours * 3600, f"the time budget of {hours(budget.wall_clock_hours)}"))
    if budget.gpu_hours is not None and gpus:
        limits.append((budget.gpu_hours * 3600 / gpus, f"the budget of {hours(budget.gpu_hours)} of GPU time"))
    return min(limits) if limits else None


def seconds_left(budget: Budget, *, active_seconds: float, now: datetime, gpus: int) -> tuple[float, str] | None:
    """(seconds that are left, what to say when they end), or None where nothing limits the run.

    Args:
        active_seconds: worked so far, over all resumes.
        now: local time; the deadline's day itself still counts.
    """
    limits: list[tuple[float, str]] = []
    total = budget_seconds(budget, gpus=gpus)
    if total is not None:
        limits.append((total[0] - active_seconds, f"Stopped: {total[1]} is used up. Everything made so far is kept."))
    if budget.deadline is not None:
        limits.append((_until_end_of(budget.deadline, now), f"Stopped: the deadline, {budget.deadline}, has passed."))
    return min(limits) if limits else None


def _until_end_of(day: date, now: datetime) -> float:
    return (datetime.combine(day + timedelta(days=1), time(), tzinfo=now.tzinfo) - now).total_seconds()


def hours(value: float) -> str:
    """A time in words: `40 seconds`, `12 minutes`, `3 hours`."""
    for size, word in ((3600.0, "hour"), (60.0, "minute")):
        if value * 3600 >= size:
            amount = value * 3600 / size
            return f"{amount:.3g} {word}{'' if amount == 1 else 's'}"
    seconds = value * 3600
    return f"{seconds:.3g} second{'' if seconds == 1 else 's'}"
