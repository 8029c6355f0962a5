"""Dates counted from today: "tomorrow", "in two weeks", "the end of next month", "the last 18 months"."""

import calendar
from datetime import date, timedelta

from planner.reader.calendar_dates import day_month, month_of, quarter_of, weekday_of, written, year_at, year_bare
from planner.reader.lexicon.calendar import MONTHS, WEEKDAYS
from planner.reader.tokens import Token
from planner.reader.when import When, fixed_of, friday_of, month_end, plus_months, skip_of, word_of
from planner.reader.words import word_set


def end_of(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "the end of the month", "end of next week", "mid-January", "year-end", "the start of 2025"."""
    place = skip_of(tokens, at, "the")
    word = word_of(tokens, place)
    if (word == "year" and word_of(tokens, place + 1) == "end") or word == "yearend":
        return place + 2 - (word == "yearend"), fixed_of(date(today.year, 12, 31))
    if word in ("eod", "cob", "eob") and word_of(tokens, place + 1) in (*WEEKDAYS, *MONTHS, "tomorrow", "on"):
        return at, None
    if word in ("eoy", "eom", "eow", "eod"):
        return place + 1, fixed_of({"eoy": date(today.year, 12, 31), "eom": month_end(today.year, today.month),
                                  "eow": friday_of(today), "eod": today}[word])  # fmt: skip
    if (part := _part_of_month(tokens, place)) is not None:
        return part
    if word in ("mid", "middle", "mitte") and place >= at:
        after = skip_of(tokens, skip_of(tokens, place + 1, "of"), "the")
        month = MONTHS.get(word_of(tokens, after))
        if month:
            year = year_at(tokens, after + 1)
            return after + 1 + (year is not None), When(year, month, 15)
        return at, None
    if word not in word_set("end ende fin final fim fine eind einde start beginning anfang begin close late early"):
        return at, None
    starts = word in ("start", "beginning", "anfang", "begin", "early")
    after = place + 1
    while word_of(tokens, after) in word_set("of the this de des der van di del current our calendar"):
        after += 1
    follows = skip_of(tokens, after, "next", "coming", "following")
    is_next = follows > after
    unit = word_of(tokens, follows)
    if unit in word_set("month monats monat mois mes mese maand"):
        year, month = (today.year, today.month) if not is_next else plus_months(today.year, today.month, 1)
        day = date(year, month, 1) if starts else month_end(year, month)
        return follows + 1, fixed_of(day)
    if unit in ("week", "woche", "semaine", "semana", "settimana"):
        monday = today - timedelta(days=today.weekday())
        day = friday_of(today) if not is_next else monday + timedelta(days=11)
        return follows + 1, fixed_of(monday + timedelta(days=7) if starts and is_next else day)
    if unit in word_set("year jahres jahr annee ano anno jaar"):
        year = today.year + is_next
        return follows + 1, fixed_of(date(year, 1, 1) if starts else date(year, 12, 31))
    if unit == "quarter":
        quarter = (today.month - 1) // 3 + 1 + is_next
        year = today.year + (quarter > 4)
        return follows + 1, fixed_of(month_end(year, 3 * ((quarter - 1) % 4 + 1)))
    if unit == "business" and word_of(tokens, follows + 1) == "day":
        return at, None
    end, when = at, None
    for rule in (quarter_of, day_month, month_of, year_bare):
        end, when = rule(tokens, after, today)
        if when is not None:
            break
    if when is None or when.day is not None:
        return at, None
    if starts and when.month is not None:
        return end, When(when.year, when.month, 1, previous=when.previous)
    return end, When(when.year, when.month, None, when.quarter, when.fixed, end=not starts, previous=when.previous)


_PARTS = {("first", "week"): 7, ("second", "week"): 14, ("third", "week"): 21, ("fourth", "week"): 28, ("first", "half"): 15,
          ("first", "days"): 5}  # fmt: skip


def _part_of_month(tokens: list[Token], place: int) -> tuple[int, When] | None:
    """ "The first week of March" ends on the 7th, "the second half of January" with the month."""
    unit = word_of(tokens, place + 1)
    day = _PARTS.get((word_of(tokens, place), unit))
    last = (word_of(tokens, place), unit) in (("last", "week"), ("second", "half"), ("last", "days"))
    month = MONTHS.get(word_of(tokens, place + 3))
    if (day is None and not last) or month is None or word_of(tokens, place + 2) not in ("of", "in"):
        return None
    year = year_at(tokens, place + 4)
    return place + 4 + (year is not None), When(year, month, day, end=last)


_UNIT_DAYS = {
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "fortnight": 14,
    "tagen": 1,
    "wochen": 7,
    "jours": 1,
    "semaines": 7,
    "dias": 1,
    "semanas": 7,
}

_UNIT_MONTHS = {
    "month": 1,
    "months": 1,
    "monaten": 1,
    "mois": 1,
    "meses": 1,
    "year": 12,
    "years": 12,
    "jahren": 12,
    "ans": 12,
    "anos": 12,
}


def relative_of(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "tomorrow", "in two weeks", "the last 18 months", "last year", "a week from today"."""
    word, following = word_of(tokens, at), word_of(tokens, at + 1)
    if word in word_set("tomorrow morgen demain manana domani amanha") and (
        word in ("tomorrow", "demain", "domani", "amanha")
    ):
        return at + 1, fixed_of(today + timedelta(days=1))
    if word in word_set("today tonight heute hoy oggi hoje vandaag") and word_of(tokens, at - 1) in word_set(
        "by until before bis since for"
    ):
        return at + 1, fixed_of(today)
    if word == "day" and following == "after" and word_of(tokens, at + 2) == "tomorrow":
        return at + 3, fixed_of(today + timedelta(days=2))
    if word == "yesterday":
        return at + 1, fixed_of(today - timedelta(days=1))
    if word in word_set("last past previous letzten derniers dernieres ultimos ultimi laatste recent"):
        number, place = 1.0, at + 1
        if place < len(tokens) and tokens[place].kind == "num":
            number, place = float(tokens[place].value), place + 1
        elif following == "couple" and word_of(tokens, at + 2) == "of":
            number, place = 2.0, at + 3
        unit = word_of(tokens, place)
        single = place == at + 1
        if unit == "year" and single:
            return place + 1, When(fixed=(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)))
        if unit == "month" and single:
            year, month = plus_months(today.year, today.month, -1)
            return place + 1, When(fixed=(date(year, month, 1), month_end(year, month)))
        if unit in _UNIT_DAYS and not (single and unit == "day"):
            return place + 1, When(fixed=(today - timedelta(days=int(number * _UNIT_DAYS[unit])), today))
        if unit in _UNIT_MONTHS:
            return place + 1, When(fixed=(_back(today, int(number * _UNIT_MONTHS[unit])), today))
        if unit in MONTHS and single:
            return place + 1, When(None, MONTHS[unit], previous=True)
        return at, None
    if word == "this" and following == "year":
        return at + 2, When(year=today.year)
    if word == "this" and following == "month":
        return at + 2, When(today.year, today.month)
    if word == "next" and following == "month":
        year, month = plus_months(today.year, today.month, 1)
        return at + 2, When(year, month)
    if word == "next" and following == "week":
        monday = today + timedelta(days=7 - today.weekday())
        return at + 2, When(fixed=(monday, monday + timedelta(days=4)))
    if word == "next" and following == "year":
        return at + 2, When(year=today.year + 1)
    first = tokens[at]
    if (
        first.kind == "num"
        and following in (*_UNIT_DAYS, *_UNIT_MONTHS)
        and word_of(tokens, at + 2) == "from"
        and word_of(tokens, at + 3) in ("now", "today")
    ):
        return at + 4, fixed_of(_later(today, float(first.value), following))
    if (
        first.kind == "num"
        and following in (*_UNIT_DAYS, *_UNIT_MONTHS)
        and word_of(tokens, at - 1) == "have"
        and word_of(tokens, at - 2) in ("you", "we")
    ):
        return at + 2, fixed_of(_later(today, float(first.value), following))
    if word == "this" and following == "week":
        return at + 2, fixed_of(friday_of(today))
    if word == "then" and word_of(tokens, at - 1) in ("by", "until", "before", "till"):
        return _then(tokens, at, today)
    if word in ("in", "within", "dans", "inside") or (word == "a" and word_of(tokens, at + 2) == "from"):
        place = at if word == "a" else at + 1
        number = 1.0
        if place < len(tokens) and tokens[place].kind == "num":
            number, place = float(tokens[place].value), place + 1
        elif word_of(tokens, place) in ("a", "one"):
            place += 1
        else:
            return at, None
        unit = word_of(tokens, place)
        ends = word_of(tokens, place + 1) == "from" and word_of(tokens, place + 2) in ("now", "today")
        times = word_of(tokens, place + 1) in ("time",) or word_of(tokens, place) == "fortnight"
        if word != "a" and not ends and not times:
            long = number * _UNIT_DAYS.get(unit, 30) >= 7
            if (
                word == "inside"
                or (word == "within" and not long)
                or unit not in word_set("weeks week days months month semaines jours")
            ):
                return at, None
        if unit in _UNIT_DAYS:
            return place + 1 + 2 * ends + times * (word_of(tokens, place + 1) == "time"), fixed_of(
                today + timedelta(days=int(number * _UNIT_DAYS[unit]))
            )
        if unit in _UNIT_MONTHS:
            year, month = plus_months(today.year, today.month, int(number * _UNIT_MONTHS[unit]))
            day = min(today.day, calendar.monthrange(year, month)[1])
            return place + 1 + 2 * ends, fixed_of(date(year, month, day))
    return at, None


def _later(today: date, number: float, unit: str) -> date:
    if unit in _UNIT_DAYS:
        return today + timedelta(days=int(number * _UNIT_DAYS[unit]))
    year, month = plus_months(today.year, today.month, int(number * _UNIT_MONTHS[unit]))
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _then(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "Until then": the date that was named before in the same sentence."""
    for rule in (day_month, weekday_of, month_of):
        for place in range(at - 2, -1, -1):
            end, when = rule(tokens, place, today)
            if when is not None and end <= at:
                return at + 1, when
            if tokens[place].kind == "date" and isinstance(tokens[place].value, str):
                return at + 1, written(tokens[place].value)
    return at, None


def _back(today: date, months: int) -> date:
    year, month = plus_months(today.year, today.month, -months)
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
