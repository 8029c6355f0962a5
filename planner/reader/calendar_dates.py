"""Dates by the calendar: "1 January 2025", "March", "Friday", "Q3", "Easter"."""

import re
from datetime import date, timedelta

from planner.reader.lexicon.calendar import AMBIGUOUS_MONTHS, FEASTS, MONTHS, WEEKDAYS
from planner.reader.lexicon.money import currency_of
from planner.reader.lexicon.numerals import ORDINALS
from planner.reader.lexicon.units import SECONDS
from planner.reader.tokens import Token
from planner.reader.when import When, fixed_of, plus_months, skip_of, word_of
from planner.reader.words import word_set

_YEAR_CUES = frozenset(
    "in since before after until till from of by end during year through to up than late early mid spring summer autumn fall "
    "winter start beginning seit vor ab bis depuis avant apres desde antes hasta ate dal prima fino sinds voor tot de del "
    "anno ano jahr jahre the and - > >= => , ( year's later earlier".split()
)


def year_at(tokens: list[Token], at: int) -> int | None:
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


def written(text: str) -> When | None:
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


def quarter_of(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "Q3", "Q1 2027", "the second quarter of 2026"."""
    word = word_of(tokens, at)
    if not word:
        return at, None
    named = re.fullmatch(r"q([1-4])", word)
    if named:
        place = skip_of(tokens, at + 1, "of", "/")
        year = year_at(tokens, place)
        return (
            (place + 1, When(year, quarter=int(named.group(1))))
            if year
            else (at + 1, When(quarter=int(named.group(1))))
        )
    number = tokens[at].value
    if (
        word_of(tokens, at + 1) == "quarter"
        and isinstance(number, float)
        and tokens[at].kind in ("ordinal", "word")
        and 1 <= number <= 4
    ):
        place = skip_of(tokens, at + 2, "of", "in")
        year = year_at(tokens, place)
        return (place + 1, When(year, quarter=int(number))) if year else (at + 2, When(quarter=int(number)))
    return at, None


def numeric(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    """ "until 22.12.", "deadline 22/12": day and month without a year, where a word in front says that it is a day."""
    if tokens[at].kind != "num" or tokens[at].mark or word_of(tokens, at - 1) not in _DAY_CUES:
        return at, None
    dotted = re.fullmatch(r"(\d{1,2})\.(\d{1,2})", tokens[at].norm)
    slashed = (
        re.fullmatch(r"\d{1,2}", tokens[at].norm)
        and word_of(tokens, at + 1) == "/"
        and re.fullmatch(r"\d{1,2}", word_of(tokens, at + 2))
        and word_of(tokens, at + 3) not in ("of", "/", "%")
    )
    if dotted and (word_of(tokens, at + 1) == "." or at + 1 == len(tokens)):
        end = at + 1 + (word_of(tokens, at + 1) == "." and at + 2 < len(tokens))
        one, two = int(dotted.group(1)), int(dotted.group(2))
    elif slashed:
        end, one, two = at + 3, int(tokens[at].norm), int(tokens[at + 2].norm)
    else:
        return at, None
    if two > 12:  # month first, as Americans write
        one, two = two, one
    return (end, When(None, two, one)) if 1 <= one <= 31 and 1 <= two <= 12 else (at, None)


_DAY_CUES = word_set("by until till before deadline due bis zum am latest on vor avant le entro il")


def day_month(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    day = _day_at(tokens, at) if word_of(tokens, at - 1) not in ("week", "weeks") else None
    if day is not None:
        place = at + 1
        if word_of(tokens, place) == "." and tokens[place].glued:
            place += 1
        place = skip_of(tokens, place, "of", "de", "di")
        month = MONTHS.get(word_of(tokens, place))
        if word_of(tokens, place) == "may" and word_of(tokens, at - 1) in word_set("most least only max maximum"):
            return at, None  # "at most 4 may be wrong"
        if month is not None:
            return _with_year(tokens, place + 1, month, day)
        if (
            (tokens[at].kind == "ordinal" or (tokens[at].kind == "word" and tokens[at].norm in ORDINALS))
            and word_of(tokens, at - 1) == "the"
            and (
                word_of(tokens, at - 2) in word_set("by until before on till is latest than")
                or (word_of(tokens, at - 2) in (",", "(") and word_of(tokens, at + 1) in (".", ")", ",", ""))
            )
            and word_of(tokens, at + 1) not in ("attempt", "try", "day", "time", "week", "month", "of")
        ):
            when = When(today.year, today.month, day)
            if day < today.day:
                year, number = plus_months(today.year, today.month, 1)
                when = When(year, number, day)
            return at + 1, when
        return at, None
    month = MONTHS.get(word_of(tokens, at))
    if month is None:
        return at, None
    place = skip_of(tokens, skip_of(tokens, at + 1, "."), "the")
    day = _day_at(tokens, place)
    after = word_of(tokens, place + 1)
    if day is None or after in ("%", "percent") or (tokens[place].kind == "num" and after in MONTHS):
        return at, None
    if word_of(tokens, at) in AMBIGUOUS_MONTHS and not (
        word_of(tokens, at - 1) in _YEAR_CUES | {"on"}
        or tokens[place].kind == "ordinal"
        or after in (",", ".", "")
        or (
            len(word_of(tokens, at)) == 3
            and word_of(tokens, at) not in ("may", "mar", "mai", "mei")
            and after in _AFTER_DAY
        )
    ):
        return at, None
    return _with_year(tokens, place + 1, month, day)


_AFTER_DAY = word_set("is was at and or ) ; - works latest would if we the it as please pls max tops deadline")


def _with_year(tokens: list[Token], place: int, month: int, day: int | None) -> tuple[int, When]:
    after = skip_of(tokens, skip_of(tokens, place, ","), "of", "de", "del")
    year = year_at(tokens, after)
    return (after + 1, When(year, month, day)) if year is not None else (place, When(None, month, day))


def month_of(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    word = word_of(tokens, at)
    previous = word in ("last", "past")
    place = skip_of(tokens, at, "next", "this", "last", "past")
    name = word_of(tokens, place)
    month = MONTHS.get(name)
    if month is None:
        return at, None
    end, when = _with_year(tokens, place + 1, month, None)
    if (
        when.year is None
        and name in AMBIGUOUS_MONTHS
        and place == at
        and word_of(tokens, at - 1) not in _YEAR_CUES - word_set("of to the and , (") | {"end"}
        and not (word_of(tokens, at - 1) == "of" and word_of(tokens, at - 2) in _BOUNDARIES)
    ):
        return at, None
    return end, When(when.year, when.month, previous=previous)


_BOUNDARIES = word_set("end start beginning middle close last day week half")


def weekday_of(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    following = word_of(tokens, at) in ("next",)
    place = skip_of(tokens, at, "next", "this", "coming", "last")
    name = word_of(tokens, place)
    weekday = WEEKDAYS.get(name)
    if weekday is None and name in ("sat", "sun") and word_of(tokens, at - 1) in word_set("by until before till next"):
        weekday = 5 + (name == "sun")
    if weekday is None:
        return at, None
    if len(name) <= 3 and word_of(tokens, at - 1) not in word_set("by until before on next this till"):
        return at, None
    if word_of(tokens, at) == "last":
        return place + 1, fixed_of(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))
    # a full date may follow: "Thursday, 14 January 2027"
    end, when = day_month(tokens, skip_of(tokens, skip_of(tokens, place + 1, ","), "the"), today)
    if when is not None:
        return end, when
    days = (weekday - today.weekday()) % 7 or 7
    if following:  # of the week after this one
        days = 7 - today.weekday() + weekday
    if word_of(tokens, place + 1) == "after" and word_of(tokens, place + 2) == "next":
        return place + 3, fixed_of(today + timedelta(days=days + 7))
    if word_of(tokens, place + 1) == "week":  # "Friday week"
        return place + 2, fixed_of(today + timedelta(days=days + 7))
    return place + 1, fixed_of(today + timedelta(days=days))


def feast_of(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    if (
        word_of(tokens, at) == "new"
        and word_of(tokens, at + 1) in ("year", "years")
        and word_of(tokens, at - 1) != "the"
    ):
        return at + 2 + (word_of(tokens, at + 2) in ("eve", "day")), fixed_of(date(today.year, 12, 31))
    if word_of(tokens, at) in word_set("easter ostern paques pascua pasqua pasen"):
        year = year_at(tokens, at + 1)
        day = _easter(year or today.year)
        day = _easter(today.year + 1) if year is None and day < today else day
        return at + 1 + (year is not None), fixed_of(day)
    feast = FEASTS.get(word_of(tokens, at))
    return (
        (at + 1 + (word_of(tokens, at + 1) in ("eve", "day")), When(None, *feast))
        if feast and word_of(tokens, at - 1) in word_set("by before until bis vor avant at for")
        else (at, None)
    )


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


def year_of(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    year = year_at(tokens, at)
    if year is None or not (word_of(tokens, at - 1) in _YEAR_CUES or at == 0):
        return at, None
    after = word_of(tokens, at + 1)
    if currency_of(after) or after in SECONDS:
        return at, None
    if at + 1 < len(tokens) and (
        tokens[at + 1].kind == "num" or after in word_set("% € $ percent examples more tokens pairs")
    ):
        return at, None
    if word_of(tokens, at - 1) in word_set("of by up than the to and , ( - > >= =>") and not (
        # "team of 2000", "up to 2000 rows": only where no thing is counted
        at + 1 >= len(tokens)
        or tokens[at + 1].kind in ("punct", "op")
        or after in word_set("and or only on are were is to onwards onward please we because data audit the as so")
    ):
        return at, None
    return at + 1, When(year=year)


def year_bare(tokens: list[Token], at: int, today: date) -> tuple[int, When | None]:
    year = year_at(tokens, at)
    return (at + 1, When(year=year)) if year is not None else (at, None)
