"""A day, month, quarter or year as it was said, and the days it stands for."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from planner.reader.tokens import Token


@dataclass(frozen=True, slots=True)
class When:
    """A day, month, quarter or year; what is missing is settled by whether past or future is meant."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    fixed: tuple[date, date] | None = None
    """First and last day, where already known (relative dates)."""
    end: bool = False
    """The last day of it is meant ("the end of March")."""
    previous: bool = False
    """ "last March": lies in the past whatever the use."""

    def span(self, today: date, *, future: bool) -> tuple[date, date] | None:
        """First and last day; None where there is no such day."""
        if self.fixed is not None:
            return self.fixed
        try:
            return self._span(today, future and not self.previous)
        except ValueError:
            return None

    def _span(self, today: date, future: bool) -> tuple[date, date]:
        if self.quarter is not None:
            year = self.year or today.year
            first = date(year, 3 * self.quarter - 2, 1)
            if self.year is None and not future and first > today:
                first = first.replace(year=year - 1)
            if self.year is None and future and month_end(first.year, first.month + 2) < today:
                first = first.replace(year=year + 1)
            return first, month_end(first.year, first.month + 2)
        if self.month is None:
            year = self.year or today.year
            return date(year, 1, 1), date(year, 12, 31)
        year = self.year if self.year is not None else self.year_of(today, future)
        if self.day is not None:
            day = date(year, self.month, self.day)
            return day, day
        return date(year, self.month, 1), month_end(year, self.month)

    def year_of(self, today: date, future: bool) -> int:
        assert self.month is not None
        here = (self.month, self.day or (31 if future else 1))
        now = (today.month, today.day)
        if future:
            return today.year if here >= now else today.year + 1
        return today.year if here <= now else today.year - 1


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def word_of(tokens: list[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def skip_of(tokens: list[Token], at: int, *words: str) -> int:
    return at + 1 if word_of(tokens, at) in words else at


def fixed_of(day: date) -> When:
    return When(fixed=(day, day))


def friday_of(today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    friday = monday + timedelta(days=4)
    return friday if friday >= today else today


def plus_months(year: int, month: int, months: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1
