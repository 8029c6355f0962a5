"""Dates must lie in the right order and on the right side of today."""

from collections.abc import Iterator
from datetime import date

from planner.check.finding import Case, Finding, conflict, warning
from planner.words import day, hours, listed


def deadline_has_passed(case: Case) -> Iterator[Finding]:
    deadline = case.spec.budget.deadline
    if deadline is not None and deadline < case.facts.today:
        yield conflict(
            ["budget.deadline"],
            f"The deadline, {day(deadline)}, has passed: today is {day(case.facts.today)}.",
            "Name a later date, or drop the deadline.",
        )


def deadline_comes_too_soon(case: Case) -> Iterator[Finding]:
    deadline = case.spec.budget.deadline
    if deadline is None or deadline < case.facts.today or not case.facts.all_measured:
        return
    days = (deadline - case.facts.today).days + 1
    if case.estimate.low.get("wall_clock_hours", 0.0) > 24 * days:
        yield conflict(
            ["budget.deadline"],
            f"It will take at least {hours(case.estimate.low['wall_clock_hours'])}, and only "
            f"{hours(24.0 * days)} are left until {day(deadline)}.",
            "Take a smaller model or fewer trials, or name a later date.",
        )


def since_after_until(case: Case) -> Iterator[Finding]:
    for i, source in enumerate(case.spec.data.sources or []):
        if source.since and source.until and source.since > source.until:
            yield conflict(
                [f"data.sources.{i}.since", f"data.sources.{i}.until"],
                f"Nothing in {source.path} can be both from {day(source.since)} on and no later than "
                f"{day(source.until)}.",
                "Swap the two dates, or drop one.",
            )


def since_lies_ahead(case: Case) -> Iterator[Finding]:
    for i, source in enumerate(case.spec.data.sources or []):
        if source.since and source.since > case.facts.today:
            yield conflict(
                [f"data.sources.{i}.since"],
                f"Only what is from {day(source.since)} on shall count in {source.path}, and that day lies ahead.",
                "Name an earlier date.",
            )


def dates_leave_nothing(case: Case) -> Iterator[Finding]:
    for i, source in enumerate(case.spec.data.sources or []):
        for found in case.facts.survey.named(source.path):
            last, first = _day(found.last_date), _day(found.first_date)
            if source.since and last and last < source.since:
                yield conflict(
                    [f"data.sources.{i}.since"],
                    f"Only what is from {day(source.since)} on shall count, and the newest record in {found.path} is "
                    f"of {day(last)}: nothing would be left.",
                    "Name an earlier date, or give newer data.",
                )
            elif source.until and first and first > source.until:
                yield conflict(
                    [f"data.sources.{i}.until"],
                    f"Only what is up to {day(source.until)} shall count, and the oldest record in {found.path} is "
                    f"of {day(first)}: nothing would be left.",
                    "Name a later date, or give older data.",
                )


def dates_are_not_in_the_file(case: Case) -> Iterator[Finding]:
    without: dict[str, str] = {}
    for i, source in enumerate(case.spec.data.sources or []):
        found = case.facts.survey.named(source.path)
        if (source.since or source.until) and found and all(item.first_date is None for item in found):
            without[source.path] = f"data.sources.{i}.{'since' if source.since else 'until'}"
    if without:
        yield warning(
            list(without.values()),
            f"No dates were found in {listed(list(without))}, so records can't be told by their age there.",
            "They are kept unless a date can be read; add a date column if age matters.",
        )


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


CHECKS = (
    deadline_has_passed, deadline_comes_too_soon, since_after_until, since_lies_ahead, dates_leave_nothing,
    dates_are_not_in_the_file,
)  # fmt: skip
