"""The guard that stands over both readers: nothing enters a plan whose words do not stand in the request.

A claim holds where its quote stands in a turn, and where every number, day, path and name in its value can be read out
of that quote. What the contract itself derives is allowed by name: the usual weight of a criterion, and "beats X", which
is more than half of the comparisons.
"""

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from planner.claims import Claim
from planner.reader.tokens import fold
from planner.said import days_in, numbers_in
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT

_PERCENT = re.compile(
    r"%|percent|per cent|prozent|pour ?cent|por ?ciento|por ?cento|per ?cento|procent|\bpct\b", re.IGNORECASE
)


class _Unit(NamedTuple):
    """What a field's unit may make of a number of the words: minutes as hours, thousands, billions."""

    scales: tuple[float, ...] = (1,)
    name: str = ""
    """Of the unit, where words alone can say a number of it."""


_SHARE = _Unit((1,), "share")
_HOURS = _Unit((1, 1 / 60, 1 / 3600, 24, 168), "hours")
_SECONDS = _Unit((1, 1 / 1000, 60))
_COUNT = _Unit((1, 12, 1e3, 1e6))
_UNITS = {
    "data.holdout": _SHARE, "data.synthetic.examples": _COUNT, "model.max_parameters": _Unit((1, 1e3, 1e6, 1e9)),
    "search.trials": _COUNT, "budget.gpu_hours": _HOURS, "budget.wall_clock_hours": _HOURS,
    "budget.cost": _Unit((1, 1 / 100, 1e3, 1e6)), "compute.memory_gb": _Unit((1, 1 / 1024, 1024)),
    "delivery.rollout": _Unit((1, 100), "percent"), "monitoring.every_days": _Unit((1, 7, 30, 90, 91, 365, 1 / 86400), "days"),
    "rubric": _Unit((1, 1 / 100)), "search.parameters": _Unit((1, 1e3)),
}  # fmt: skip
_BY_ORDER = (1.0, 0.5, 0.3, 0.2)
"""Weights where the user puts the criteria in order."""
_DAYS = ("budget.deadline", "data.sources.since", "data.sources.until")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


def stands_in(quote: str, turns: Sequence[str]) -> tuple[int, str] | None:
    """The last turn that a quote stands in, and the words there, letter for letter; null where it stands in none.

    Only white space may differ: a line that was wrapped is still the same words.
    """
    words = quote.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    for turn in reversed(range(len(turns))):
        exact = turns[turn].find(quote)
        if exact >= 0:
            return turn, quote
        found = pattern.search(turns[turn])
        if found:
            return turn, found[0]
    return None


def refusal(claim: Claim, turns: Sequence[str], *, today: date, files: Sequence[str] = ()) -> str | None:
    """Why a claim can't be taken, or null where it can.

    Args:
        today: what "by Friday" in a quote is counted from.
        files: names of attached files, which the words may mean without naming them.
    """
    if stands_in(claim.quote, turns) is None:
        return f"the quote “{_short(claim.quote)}” does not stand in the request"
    unit = _unit(claim)
    said = None
    for value in _numbers_of(claim.value):
        said = said if said is not None else numbers_in(claim.quote, unit.name)
        if not (_follows(value, said, unit, claim.quote) or _by_rule(claim, value) or _changed(claim, value, turns)):
            return f"the number {value:g} does not stand in “{_short(claim.quote)}”"
    # What the built-in reader says of a file is merged over the turns, and its quote is of the last that changed it.
    merged = claim.path == "data.sources" and claim.reader != "model"
    evidence = "\n".join(turns) if merged else claim.quote
    later = claim.turn > 0 and claim.reader != "model"
    for path, text in _texts_of(claim.path, claim.value):
        if path == "budget.deadline" and later and _same_month(text, turns, claim.quote, today):
            continue
        reason = _text_refusal(path, text, evidence, today, files)
        if reason:
            return reason
    return None


def _text_refusal(path: str, text: str, evidence: str, today: date, files: Sequence[str]) -> str | None:
    quote = _short(evidence)
    if path in _DAYS:
        if not _DATED.fullmatch(text) or date.fromisoformat(text) not in days_in(evidence, today):
            return f"the day {text} does not follow from “{quote}”"
        return None
    if path == "data.sources.path":
        names = [file.casefold().rstrip("/") for file in files]
        if text.casefold().rstrip("/") not in evidence.casefold() and text.casefold().rstrip("/") not in names:
            return f"“{_short(text)}” is neither in “{quote}” nor attached"
    elif path == "model.base" and text != "scratch":
        if _letters(text) not in _letters(evidence):
            return f"the base “{_short(text)}” does not stand in “{quote}”"
    elif path in ("compute.gpu", "rubric.detail", "data.sources.include", "data.sources.exclude", "name"):
        said = numbers_in(evidence)
        for figure in re.findall(r"\d+(?:\.\d+)?", text):
            if float(figure) not in said and figure not in evidence:
                return f"the number {figure} does not stand in “{quote}”"
    return None


def _follows(value: float, said: set[float], unit: _Unit, quote: str) -> bool:
    """Whether a value is a number of the words in the field's unit, or of a share what is left to one."""
    if unit is not _SHARE:
        return any(_same(abs(value), abs(number * scale)) for number in said for scale in unit.scales)
    percent = bool(_PERCENT.search(quote))
    for number in said:
        # "2 examples" is no share; "accuracy 92" is one, percent or not.
        shares = [number, number / 100] if percent or number >= 20 else [number]
        if any(_same(value, one) or _same(value, 1 - one) for one in shares if 0 <= one <= 1):
            return True
        if percent and value > 1 and _same(value, number / 100):
            return True  # "112%" is said, and a check says that it can't be
    return False


def _same(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-9)


def _by_rule(claim: Claim, value: float) -> bool:
    """What the contract derives: a criterion's weight without numbers, and what "beats X" means; and a list's length."""
    if claim.path == "compute.gpus" and value == 0:  # "on CPU", "no graphics card"
        return bool(re.search(r"cpu|gpu|graphi|grafik|carte|tarjeta|placa", claim.quote, re.IGNORECASE))
    if claim.path == "model.experts" and claim.reader != "model":
        return value == len([item for item in re.split(r",|;|\band\b|&", claim.quote) if item.strip()])
    if not isinstance(claim.value, dict):
        return False
    if claim.path == "gates":
        return claim.value.get("metric") == "win_rate" and value == 0.5
    if claim.path != "rubric":
        return False
    usual = DEFAULT_WEIGHTS.get(str(claim.value.get("criterion")), OTHER_WEIGHT)
    if claim.reader == "model":  # a model is told to leave the weight out where none is said
        return value == usual and not any(character.isdigit() for character in claim.quote)
    # The built-in reader names the rule: the usual weight, an order, or a multiple of another criterion's weight.
    return bool(claim.why) and (value in (usual, *_BY_ORDER) or _times(value, claim.quote))


def _same_month(text: str, turns: Sequence[str], quote: str, today: date) -> bool:
    """ "The 29th is early enough": another day of a month that an earlier turn named."""
    if not _DATED.fullmatch(text):
        return False
    day = date.fromisoformat(text)
    named = {(one.year, one.month) for one in days_in("\n".join(turns), today)}
    return day.day in numbers_in(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", quote)) and (day.year, day.month) in named


def _changed(claim: Claim, value: float, turns: Sequence[str]) -> bool:
    """Whether a later turn changed a figure of an earlier one: a step of a list, or by a factor ("half the trials").

    Only for the built-in reader, which works these out itself; what a model claims has to stand in its quote.
    """
    if claim.reader == "model" or not claim.turn:
        return False
    unit = _unit(claim)
    earlier = numbers_in("\n".join(turns[: claim.turn]), unit.name)
    if isinstance(claim.value, list):
        return _follows(value, earlier, unit, claim.quote)
    factors = numbers_in(claim.quote, "share") | {n for word, n in _FACTORS.items() if word in claim.quote.casefold()}
    return any(_same(abs(value), abs(number * factor)) for number in earlier for factor in factors)


_FACTORS = {
    "double": 2.0,
    "twice": 2.0,
    "half": 0.5,
    "halve": 0.5,
    "triple": 3.0,
    "treble": 3.0,
    "three times": 3.0,
    "quarter": 0.25,
}


def _times(value: float, quote: str) -> bool:
    usual = {abs(one) for one in (*DEFAULT_WEIGHTS.values(), OTHER_WEIGHT)}
    return any(_same(abs(value), number * one) for number in numbers_in(quote) for one in usual)


def _unit(claim: Claim) -> _Unit:
    if claim.path.startswith(("gates", "monitoring.retrain_when")):
        metric = str(claim.value.get("metric")) if isinstance(claim.value, dict) else ""
        return _SECONDS if metric.startswith("latency") else _Unit() if metric in ("perplexity", "reward") else _SHARE
    return next((unit for start, unit in _UNITS.items() if claim.path.startswith(start)), _Unit((1, 1e3)))


def _numbers_of(value: Any) -> Iterator[float]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _numbers_of(part)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def _texts_of(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _texts_of(f"{path}.{key}", part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts_of(path, part)
    elif isinstance(value, str):
        yield path, value


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:77] + "…"
