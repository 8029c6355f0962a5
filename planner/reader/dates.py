"""Dates as people write them: "1 January 2025", "since March", "by Friday", "the end of next month", "in two weeks"."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from planner.reader.lexicon.money import currency_of
from planner.reader.lexicon.units import SECONDS
from planner.reader.lexicon.calendar import AMBIGUOUS_MONTHS, FEASTS, MONTHS, WEEKDAYS
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
            if self.year is None and future and _month_end(first.year, first.month + 2) < today:
                first = first.replace(year=year + 1)
            return first, _month_end(first.year, first.month + 2)
        if self.month is None:
            year = self.year or today.year
            return date(year, 1, 1), date(year, 12, 31)
        year = self.year if self.year is not None else self._year(today, future)
        if self.day is not None:
            day = date(year, self.month, self.day)
            return day, day
        return date(year, self.month, 1), _month_end(year, self.month)

    def _year(self, today: date, future: bool) -> int:
        assert self.month is not None
        here = (self.month, self.day or (31 if future else 1))
        now = (today.month, today.day)
        if future:
            return today.year if here >= now else today.year + 1
        return today.year if here <= now else today.year - 1


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


_YEAR_CUES = frozenset(
    "in since before after until till from of by end during year through to up than late early mid spring summer autumn fall "
    "winter start beginning seit vor ab bis depuis avant apres desde antes hasta ate dal prima fino sinds voor tot de del "
    "anno ano jahr jahre the and - > >= => , ( year's later earlier".split()
)


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
        span = Token(first.start, tokens[end - 1].end, " ".join(t.norm for t in tokens[at:end]), "date", when, glued=first.glued)
        joined.append(span)
        at = end
    return joined


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].norm if 0 <= at < len(tokens) else ""


def _year_at(tokens: list[Token], at: int) -> int | None:
    if not 0 <= at < len(tokens):
        return None
    token = tokens[at]
    plain = token.kind == "num" and re.fullmatch(r"(?:19|20)\d\d", token.norm) and not token.mark
    return int(token.value) if plain else None


def _day_at(tokens: list[Token], at: int) -> int | None:
    if not 0 <= at < len(tokens) or tokens[at].kind not in ("num", "ordinal", "word"):
        return None
    value = tokens[at].value
    if tokens[at].kind == "word" and not isinstance(value, float):
        return None
    if not isinstance(value, float) or value != int(value) or not 1 <= value <= 31 or tokens[at].mark:
        return None
    return int(value)


def _skip(tokens: list[Token], at: int, *words: str) -> int:
    return at + 1 if _word(tokens, at) in words else at


def _date_at(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    token = tokens[at]
    if token.kind == "date" and isinstance(token.value, str):
        return at + 1, _written(token.value)
    for rule in (_end_of, _relative, _quarter, _day_month, _month, _weekday, _feast, _year):
        end, when = rule(tokens, at, today)
        if when is not None:
            return end, when
    return at, None


def _written(text: str) -> When | None:
    if "-" in text:
        parts = [int(p) for p in text.split("-")]
        if not 1 <= parts[1] <= 12 or not 1900 <= parts[0] <= 2200:
            return None
        return When(parts[0], parts[1], parts[2] if len(parts) > 2 else None)
    mark = "." if "." in text else "/"
    one, two, year = (int(p) for p in text.split(mark))
    if year < 100:
        year += 2000
    if not (1 <= one <= 31 and 1 <= two <= 31):
        return None
    if two > 12:  # month first, as Americans write
        one, two = two, one
    return When(year, two, one) if two <= 12 else None


def _end_of(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "the end of the month", "end of next week", "mid-January", "year-end", "the start of 2025"."""
    place = _skip(tokens, at, "the")
    word = _word(tokens, place)
    if word == "year" and _word(tokens, place + 1) == "end" or word == "yearend":
        return place + 2 - (word == "yearend"), _fixed(date(today.year, 12, 31))
    if word in ("eoy", "eom", "eow", "eod"):
        return place + 1, _fixed({"eoy": date(today.year, 12, 31), "eom": _month_end(today.year, today.month),
                                  "eow": _friday(today), "eod": today}[word])  # fmt: skip
    if word in ("mid", "middle", "mitte") and place >= at:
        after = _skip(tokens, _skip(tokens, place + 1, "of"), "the")
        month = MONTHS.get(_word(tokens, after))
        if month:
            year = _year_at(tokens, after + 1)
            return after + 1 + (year is not None), When(year, month, 15)
        return at, None
    if word not in ("end", "ende", "fin", "final", "fim", "fine", "eind", "einde", "start", "beginning", "anfang", "begin", "close", "late", "early"):
        return at, None
    starts = word in ("start", "beginning", "anfang", "begin", "early")
    after = place + 1
    while _word(tokens, after) in ("of", "the", "this", "de", "des", "der", "van", "di", "del", "current", "our", "calendar"):
        after += 1
    follows = _skip(tokens, after, "next", "coming", "following")
    is_next = follows > after
    unit = _word(tokens, follows)
    if unit in ("month", "monats", "monat", "mois", "mes", "mese", "maand"):
        year, month = (today.year, today.month) if not is_next else _plus_months(today.year, today.month, 1)
        day = date(year, month, 1) if starts else _month_end(year, month)
        return follows + 1, _fixed(day)
    if unit in ("week", "woche", "semaine", "semana", "settimana"):
        monday = today - timedelta(days=today.weekday())
        day = _friday(today) if not is_next else monday + timedelta(days=11)
        return follows + 1, _fixed(monday + timedelta(days=7) if starts and is_next else day)
    if unit in ("year", "jahres", "jahr", "annee", "ano", "anno", "jaar"):
        year = today.year + is_next
        return follows + 1, _fixed(date(year, 1, 1) if starts else date(year, 12, 31))
    if unit == "quarter":
        quarter = (today.month - 1) // 3 + 1 + is_next
        year = today.year + (quarter > 4)
        return follows + 1, _fixed(_month_end(year, 3 * ((quarter - 1) % 4 + 1)))
    if unit == "business" and _word(tokens, follows + 1) == "day":
        return at, None
    end, when = at, None
    for rule in (_quarter, _day_month, _month, _year_bare):
        end, when = rule(tokens, after, today)
        if when is not None:
            break
    if when is None or when.day is not None:
        return at, None
    if starts and when.month is not None:
        return end, When(when.year, when.month, 1, previous=when.previous)
    return end, When(when.year, when.month, None, when.quarter, when.fixed, end=not starts, previous=when.previous)


def _fixed(day: date) -> When:
    return When(fixed=(day, day))


def _friday(today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    friday = monday + timedelta(days=4)
    return friday if friday >= today else today


def _plus_months(year: int, month: int, months: int) -> tuple[int, int]:
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


_UNIT_DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14, "tagen": 1, "wochen": 7, "jours": 1, "semaines": 7, "dias": 1, "semanas": 7}
_UNIT_MONTHS = {"month": 1, "months": 1, "monaten": 1, "mois": 1, "meses": 1, "year": 12, "years": 12, "jahren": 12, "ans": 12, "anos": 12}


def _relative(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "tomorrow", "in two weeks", "the last 18 months", "last year", "a week from today"."""
    word, following = _word(tokens, at), _word(tokens, at + 1)
    if word in ("tomorrow", "morgen", "demain", "manana", "domani", "amanha") and (word in ("tomorrow", "demain", "domani", "amanha")):
        return at + 1, _fixed(today + timedelta(days=1))
    if word in ("today", "tonight", "heute", "hoy", "oggi", "hoje", "vandaag") and _word(tokens, at - 1) in ("by", "until", "before", "bis", "since", "for"):
        return at + 1, _fixed(today)
    if word == "day" and following == "after" and _word(tokens, at + 2) == "tomorrow":
        return at + 3, _fixed(today + timedelta(days=2))
    if word == "yesterday":
        return at + 1, _fixed(today - timedelta(days=1))
    if word in ("last", "past", "previous", "letzten", "derniers", "dernieres", "ultimos", "ultimi", "laatste", "recent"):
        number, place = 1.0, at + 1
        if place < len(tokens) and tokens[place].kind == "num":
            number, place = float(tokens[place].value), place + 1
        elif following == "couple" and _word(tokens, at + 2) == "of":
            number, place = 2.0, at + 3
        unit = _word(tokens, place)
        single = place == at + 1
        if unit == "year" and single:
            return place + 1, When(fixed=(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)))
        if unit == "month" and single:
            year, month = _plus_months(today.year, today.month, -1)
            return place + 1, When(fixed=(date(year, month, 1), _month_end(year, month)))
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
        year, month = _plus_months(today.year, today.month, 1)
        return at + 2, When(year, month)
    if word == "next" and following == "week":
        monday = today + timedelta(days=7 - today.weekday())
        return at + 2, When(fixed=(monday, monday + timedelta(days=4)))
    if word == "next" and following == "year":
        return at + 2, When(year=today.year + 1)
    number = tokens[at]
    if number.kind == "num" and following in (*_UNIT_DAYS, *_UNIT_MONTHS) and _word(tokens, at + 2) == "from" and _word(tokens, at + 3) in ("now", "today"):
        return at + 4, _fixed(_later(today, float(number.value), following))
    if number.kind == "num" and following in (*_UNIT_DAYS, *_UNIT_MONTHS) and _word(tokens, at - 1) == "have" and _word(tokens, at - 2) in ("you", "we"):
        return at + 2, _fixed(_later(today, float(number.value), following))
    if word == "this" and following == "week":
        return at + 2, _fixed(_friday(today))
    if word == "then" and _word(tokens, at - 1) in ("by", "until", "before", "till"):
        return _then(tokens, at, today)
    if word in ("in", "within", "dans", "inside") or (word == "a" and _word(tokens, at + 2) == "from"):
        place = at if word == "a" else at + 1
        number = 1.0
        if place < len(tokens) and tokens[place].kind == "num":
            number, place = float(tokens[place].value), place + 1
        elif _word(tokens, place) in ("a", "one"):
            place += 1
        else:
            return at, None
        unit = _word(tokens, place)
        ends = _word(tokens, place + 1) == "from" and _word(tokens, place + 2) in ("now", "today")
        times = _word(tokens, place + 1) in ("time",) or _word(tokens, place) == "fortnight"
        if word != "a" and not ends and not times:
            long = number * _UNIT_DAYS.get(unit, 30) >= 7
            if word == "inside" or word == "within" and not long or unit not in ("weeks", "week", "days", "months", "month", "semaines", "jours"):
                return at, None
        if unit in _UNIT_DAYS:
            return place + 1 + 2 * ends + times * (_word(tokens, place + 1) == "time"), _fixed(today + timedelta(days=int(number * _UNIT_DAYS[unit])))
        if unit in _UNIT_MONTHS:
            year, month = _plus_months(today.year, today.month, int(number * _UNIT_MONTHS[unit]))
            day = min(today.day, calendar.monthrange(year, month)[1])
            return place + 1 + 2 * ends, _fixed(date(year, month, day))
    return at, None


def _later(today: date, number: float, unit: str) -> date:
    if unit in _UNIT_DAYS:
        return today + timedelta(days=int(number * _UNIT_DAYS[unit]))
    year, month = _plus_months(today.year, today.month, int(number * _UNIT_MONTHS[unit]))
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _then(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "Until then": the date that was named before in the same sentence."""
    for rule in (_day_month, _weekday, _month):
        for place in range(at - 2, -1, -1):
            end, when = rule(tokens, place, today)
            if when is not None and end <= at:
                return at + 1, when
            if tokens[place].kind == "date" and isinstance(tokens[place].value, str):
                return at + 1, _written(tokens[place].value)
    return at, None


def _back(today: date, months: int) -> date:
    year, month = _plus_months(today.year, today.month, -months)
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _quarter(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "Q3", "Q1 2027", "the second quarter of 2026"."""
    word = _word(tokens, at)
    if not word:
        return at, None
    named = re.fullmatch(r"q([1-4])", word)
    if named:
        place = _skip(tokens, at + 1, "of", "/")
        year = _year_at(tokens, place)
        return (place + 1, When(year, quarter=int(named.group(1)))) if year else (at + 1, When(quarter=int(named.group(1))))
    number = tokens[at].value
    if _word(tokens, at + 1) == "quarter" and isinstance(number, float) and tokens[at].kind in ("ordinal", "word") and 1 <= number <= 4:
        place = _skip(tokens, at + 2, "of", "in")
        year = _year_at(tokens, place)
        return (place + 1, When(year, quarter=int(number))) if year else (at + 2, When(quarter=int(number)))
    return at, None


def _day_month(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    day = _day_at(tokens, at)
    if day is not None:
        place = at + 1
        if _word(tokens, place) == "." and tokens[place].glued:
            place += 1
        place = _skip(tokens, place, "of", "de", "di")
        month = MONTHS.get(_word(tokens, place))
        if month is not None:
            return _with_year(tokens, place + 1, month, day)
        if tokens[at].kind == "ordinal" and _word(tokens, at - 1) == "the" and _word(tokens, at - 2) in ("by", "until", "before", "on", "till", "is"):
            when = When(today.year, today.month, day)
            if day < today.day:
                year, number = _plus_months(today.year, today.month, 1)
                when = When(year, number, day)
            return at + 1, when
        return at, None
    month = MONTHS.get(_word(tokens, at))
    if month is None:
        return at, None
    place = _skip(tokens, _skip(tokens, at + 1, "."), "the")
    day = _day_at(tokens, place)
    after = _word(tokens, place + 1)
    if day is None or after in ("%", "percent") or (tokens[place].kind == "num" and after in MONTHS):
        return at, None
    if _word(tokens, at) in AMBIGUOUS_MONTHS and not (_word(tokens, at - 1) in _YEAR_CUES or tokens[place].kind == "ordinal" or after in (",", ".", "")):
        return at, None
    return _with_year(tokens, place + 1, month, day)


def _with_year(tokens: list[Token], place: int, month: int, day: int | None) -> tuple[int, When]:
    after = _skip(tokens, _skip(tokens, place, ","), "of", "de", "del")
    year = _year_at(tokens, after)
    return (after + 1, When(year, month, day)) if year is not None else (place, When(None, month, day))


def _month(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    word = _word(tokens, at)
    previous = word in ("last", "past")
    place = _skip(tokens, at, "next", "this", "last", "past")
    name = _word(tokens, place)
    month = MONTHS.get(name)
    if month is None:
        return at, None
    end, when = _with_year(tokens, place + 1, month, None)
    if when.year is None and name in AMBIGUOUS_MONTHS and place == at and _word(tokens, at - 1) not in _YEAR_CUES - {"of", "to", "the", "and", ",", "("} | {"end"}:
        return at, None
    return end, When(when.year, when.month, previous=previous)


def _weekday(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    following = _word(tokens, at) in ("next",)
    place = _skip(tokens, at, "next", "this", "coming", "last")
    name = _word(tokens, place)
    weekday = WEEKDAYS.get(name)
    if weekday is None:
        return at, None
    if len(name) <= 3 and _word(tokens, at - 1) not in ("by", "until", "before", "on", "next", "this", "till"):
        return at, None
    if _word(tokens, at) == "last":
        return place + 1, _fixed(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))
    # a full date may follow: "Thursday, 14 January 2027"
    end, when = _day_month(tokens, _skip(tokens, _skip(tokens, place + 1, ","), "the"), today)
    if when is not None:
        return end, when
    days = (weekday - today.weekday()) % 7 or 7
    if following:  # of the week after this one
        days = 7 - today.weekday() + weekday
    if _word(tokens, place + 1) == "week":  # "Friday week"
        return place + 2, _fixed(today + timedelta(days=days + 7))
    return place + 1, _fixed(today + timedelta(days=days))


def _feast(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    if _word(tokens, at) == "new" and _word(tokens, at + 1) in ("year", "years") and _word(tokens, at - 1) != "the":
        return at + 2 + (_word(tokens, at + 2) in ("eve", "day")), _fixed(date(today.year, 12, 31))
    if _word(tokens, at) in ("easter", "ostern", "paques", "pascua", "pasqua", "pasen"):
        year = _year_at(tokens, at + 1)
        day = _easter(year or today.year)
        day = _easter(today.year + 1) if year is None and day < today else day
        return at + 1 + (year is not None), _fixed(day)
    feast = FEASTS.get(_word(tokens, at))
    return (at + 1, When(None, *feast)) if feast and _word(tokens, at - 1) in ("by", "before", "until", "bis", "vor", "avant", "at", "for") else (at, None)


def _easter(year: int) -> date:
    """Easter Sunday (Butcher's rule, https://en.wikipedia.org/wiki/Date_of_Easter)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _year(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    year = _year_at(tokens, at)
    if year is None or not (_word(tokens, at - 1) in _YEAR_CUES or at == 0):
        return at, None
    after = _word(tokens, at + 1)
    if currency_of(after) or after in SECONDS:
        return at, None
    if at + 1 < len(tokens) and (tokens[at + 1].kind == "num" or after in ("%", "€", "$", "percent", "examples", "more", "tokens", "pairs")):
        return at, None
    if _word(tokens, at - 1) in ("of", "by", "up", "than", "the", "to", "and", ",", "(", "-", ">", ">=", "=>") and not (
        # "team of 2000", "up to 2000 rows": only where no thing is counted
        at + 1 >= len(tokens) or tokens[at + 1].kind in ("punct", "op") or after in ("and", "or", "only", "on", "are", "were", "is", "to", "onwards", "onward", "please", "we", "because", "data", "audit", "the", "as", "so")
    ):
        return at, None
    return at + 1, When(year=year)


def _year_bare(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    year = _year_at(tokens, at)
    return (at + 1, When(year=year)) if year is not None else (at, None)
