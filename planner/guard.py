"""What a language model may put into a plan: nothing whose words do not stand in the request.

A claim of a model is taken only where its quote stands in a turn, letter for letter, and every number in its value can
be read out of that quote. Anything else is refused, and said so.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from planner.claims import Claim

_WORDS = {
    "zero": 0, "no": 0, "one": 1, "once": 1, "two": 2, "twice": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1000000,
    "half": 0.5, "quarter": 0.25, "third": 1 / 3, "dozen": 12, "overnight": 12, "fortnight": 14, "weekly": 7, "daily": 1,
    "monthly": 30, "weekend": 48, "single": 1, "everyone": 100, "everybody": 100, "all": 100, "always": 1, "never": 0,
}  # fmt: skip
_SCALES = (1, 100, 1000, 1e6, 1e9, 1 / 60, 24, 168, 7, 30, 1 / 100, 1 / 1000, 12, 1 / 3600)
"""Percent, thousands, millions, billions, minutes, days and weeks in hours, and what else a unit may make of a number."""


def refusal(claim: Claim, turns: Sequence[str]) -> str | None:
    """Why a claim can't be taken, or null where it can."""
    if not claim.quote.strip() or not any(claim.quote in turn for turn in turns):
        return f"the quote “{claim.quote[:60]}” does not stand in the request"
    said = list(numbers_in(claim.quote))
    for value in _numbers_of(claim.value):
        if not any(_follows(value, number) for number in said):
            return f"the number {value:g} does not stand in “{claim.quote[:60]}”"
    return None


def numbers_in(text: str) -> Iterator[float]:
    """Every number that a text may be read to say, in figures or words; compounds in all their parts and sums."""
    for figure in re.findall(r"\d+(?:[.,' ]\d{3})*(?:[.,]\d+)?", text):
        yield from _readings(figure)
    words = [_WORDS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _WORDS]
    yield from words
    run: float = 0
    for value in words:
        run = run * value if value >= 100 and run else run + value
        yield run
    figures = [reading for figure in re.findall(r"\d+(?:[.,]\d+)?", text) for reading in _readings(figure)]
    # "19 out of 20", "one in ten": a share of two numbers.
    pairs = [*figures, *words]
    yield from (a / b for a in pairs for b in pairs if b)


def _readings(figure: str) -> Iterator[float]:
    plain = figure.replace("'", "").replace(" ", "")
    for text in (plain.replace(",", ""), plain.replace(".", "").replace(",", "."), plain.replace(",", ".")):
        try:
            yield float(text)
        except ValueError:
            continue


def _follows(value: float, said: float) -> bool:
    """Whether a value is a number of the text in another unit, or its complement ("at most 5% wrong")."""
    for scale in _SCALES:
        for number in (said * scale, 1 - said * scale):
            if abs(abs(value) - abs(number)) <= 1e-6 * max(1.0, abs(value)):
                return True
    return False


def _numbers_of(value: Any) -> Iterator[float]:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        yield float(value)
    elif isinstance(value, dict):
        for key, part in value.items():
            # Weights and win rates may follow from the contract's own table; the settling rules check those.
            if key not in ("since", "until"):
                yield from _numbers_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from _numbers_of(part)
