"""Dates as people write them: "1 January 2025", "since March", "by Friday", "the end of next month", "in two weeks"."""

from datetime import date

from planner.reader.calendar_dates import (
    day_month,
    feast_of,
    month_of,
    numeric,
    quarter_of,
    weekday_of,
    written,
    year_of,
)
from planner.reader.relative_dates import end_of, relative_of
from planner.reader.tokens import Token
from planner.reader.when import When


def join_dates(tokens: list[Token], today: date) -> list[Token]:
    """The same tokens, each date as one `date` token whose value is a `When`."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end, when = _date_at(tokens, at, today)
        if when is None:
            joined.append(tokens[at])
            at += 1
            continue
        first = tokens[at]
        span = Token(
            first.start, tokens[end - 1].end, " ".join(t.norm for t in tokens[at:end]), "date", when, glued=first.glued
        )
        joined.append(span)
        at = end
    return joined


def _date_at(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    token = tokens[at]
    if token.kind == "date" and isinstance(token.value, str):
        return at + 1, written(token.value)
    for rule in (end_of, relative_of, quarter_of, numeric, day_month, month_of, weekday_of, feast_of, year_of):
        try:
            end, when = rule(tokens, at, today)
        except (OverflowError, ValueError):  # beyond the calendar: "in 99999999 weeks"
            continue
        if when is not None:
            return end, when
    return at, None
