"""What numbers and days a text can be read to say, in figures or words, in any of the reader's languages.

Wide on purpose: this says what *may* be read out of a quote, so that whatever may not can be refused.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from planner.reader.layout import read_document
from planner.reader.lexicon.numerals import FRACTIONS, ORDINALS, UNITS
from planner.reader.numbers import join_numbers
from planner.reader.tokens import fold, tokenise
from planner.reader.when import When

_WORDS = {
    "no": 0, "nothing": 0, "free": 0, "none": 0, "never": 0, "nichts": 0, "kein": 0, "keine": 0, "gratis": 0, "once": 1, "one": 1,
    "single": 1, "twice": 2, "double": 2, "both": 2, "pair": 2, "triple": 3, "half": 0.5, "halb": 0.5, "halbe": 0.5,
    "demi": 0.5, "quarter": 0.25, "third": 1 / 3, "thirds": 2 / 3, "dozen": 12,
}  # fmt: skip
_UNIT_WORDS: dict[str, dict[str, float]] = {
    "hours": {"overnight": 12, "night": 12, "nacht": 12, "nuit": 12, "noche": 12, "hour": 1, "day": 24, "weekend": 48,
              "week": 168, "month": 720},
    "days": {"daily": 1, "day": 1, "week": 7, "weekly": 7, "fortnight": 14, "fortnightly": 14, "month": 30, "monthly": 30,
             "quarter": 90, "quarterly": 90, "year": 365, "yearly": 365},
    "percent": {"all": 100, "everyone": 100, "everybody": 100, "everything": 100, "alle": 100, "alles": 100, "tous": 100,
                "todos": 100, "full": 100, "fully": 100, "rest": 100, "always": 100, "every": 100},
}  # fmt: skip
"""What a word alone says in a field of this unit."""
_FIGURE = re.compile(r"\d+(?:[.,' \u00a0\u202f]\d{3})*(?:[.,]\d+)?(?:[eE][-+]?\d+)?")
MOST = 40
"""Numbers of a text that are looked at; a quote with more is no quote of one value."""


def numbers_in(text: str, unit: str = "") -> set[float]:
    """Every number that a text may be read to say; of two numbers also the share that they make ("19 out of 20").

    Args:
        unit: of the field: in `hours` "overnight" is 12, in `days` "every fortnight" is 14, in `percent` "all" is 100.
    """
    found: list[float] = []
    for figure in _FIGURE.findall(text):
        found += _readings(figure)
    tokens = tokenise(text)
    for language in UNITS:
        spoken = join_numbers(tokenise(text), language)
        found += [float(token.value) for token in spoken if token.kind == "num" and isinstance(token.value, float)]
    for token in tokens:
        word = fold(token.norm)
        found += [
            float(table[word]) for table in (_WORDS, FRACTIONS, ORDINALS, _UNIT_WORDS.get(unit, {})) if word in table
        ]
    found = list(dict.fromkeys(found))[:MOST]
    shares = {a / b for a in found for b in found if b}
    products = {a * b for a in found for b in found if b >= 100}
    return {*found, *shares, *products, *_with_units(text), *_and_a_half(text, found)}


def _with_units(text: str) -> Iterator[float]:
    """The same text as the built-in reader reads it: shares, seconds, GPU-hours, parameters, GB."""
    for token in read_document(text, 0, date(2000, 1, 1), ()).tokens:
        for value in (token.value, token.raw, token.low):
            if isinstance(value, int | float) and not isinstance(value, bool):
                yield float(value)


def _and_a_half(text: str, found: list[float]) -> Iterator[float]:
    if re.search(r"\band a half\b|eineinhalb|anderthalb|et demie?\b", text.lower()):
        yield from (number + 0.5 for number in [1.0, *found] if number % 1 == 0)


def _readings(figure: str) -> list[float]:
    plain = re.sub(r"['\u00a0\u202f ]", "", figure)
    values = []
    for text in (plain.replace(",", ""), plain.replace(".", "").replace(",", "."), plain.replace(",", ".")):
        try:
            values.append(float(text))
        except ValueError:
            continue
    # "10 000" is one number, or two.
    return values + [float(part) for part in re.findall(r"\d+", figure)]


def days_in(text: str, today: date) -> set[date]:
    """First and last day of every date in a text, with the day before and after, as "before" and "until" may mean."""
    found: set[date] = set()
    for token in read_document(text, 0, today, ()).tokens:
        if isinstance(token.value, When):
            for future in (True, False):
                span = token.value.span(today, future=future)
                found |= {day + timedelta(days=one) for day in span or () for one in (-1, 0, 1) if 1 < day.year < 9999}
        elif token.kind == "duration" and isinstance(token.value, int | float) and token.value < 86400 * 36600:
            # "within two weeks", "the last six months": months have no fixed length, so a few days either way.
            ago = timedelta(seconds=float(token.value))
            slack = 1 + int(ago.days * 0.025)
            for middle in (today + ago, today - ago):
                found |= {middle + timedelta(days=one) for one in range(-slack, slack + 1)}
        elif isinstance(token.value, float) and token.norm.isdigit() and 1900 <= token.value <= 2200:
            year = int(token.value)
            found |= {date(year, 1, 1), date(year, 12, 31), date(year - 1, 12, 31), date(year + 1, 1, 1)}
    return found
