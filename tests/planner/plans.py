"""Plans out of claims written by hand, so that planning is tested apart from reading."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from planner.claims import Claim, Wishes
from planner.hardware import Hardware
from planner.planning import plan
from planner.surveyed import Survey, SurveyedSource
from training.spec import Plan

TODAY = date(2026, 11, 22)
SMALL = Hardware(name="test", cpus=2, memory_gb=24.0)


def claim(path: str, value: Any, quote: str = "these words") -> Claim:
    return Claim(path=path, value=value, quote=quote, turn=0)


def wishes(*claims: tuple[str, Any], goal: str = "Answer our customers.", **other: Any) -> Wishes:
    return Wishes(is_goal=True, goal=goal, claims=[claim(path, value) for path, value in claims], **other)


def chats(rows: int = 1500, path: str = "chats.jsonl", **other: Any) -> SurveyedSource:
    defaults = {"role": "chats", "rows": rows, "characters": 300 * rows, "languages": {"en": 1.0}}
    return SurveyedSource(path=path, **{**defaults, **other})


def labels(rows: int = 1000, path: str = "train.csv", **other: Any) -> SurveyedSource:
    defaults = {"role": "labels", "rows": rows, "characters": 60 * rows, "languages": {"en": 1.0}}
    return SurveyedSource(path=path, **{**defaults, **other})


def pages(rows: int = 40, path: str = "pages", **other: Any) -> SurveyedSource:
    defaults = {"role": "documents", "rows": rows, "files": rows, "characters": 5000 * rows, "languages": {"en": 1.0}}
    return SurveyedSource(path=path, **{**defaults, **other})


def planned(
    *claims: tuple[str, Any],
    sources: Sequence[SurveyedSource] | None = None,
    hardware: Hardware = SMALL,
    files: Sequence[str] = (),
    survey: Survey | None = None,
    **other: Any,
) -> Plan:
    """The plan for some claims; without `sources` the data is 1,500 chats."""
    found = survey or Survey(sources=[chats()] if sources is None else list(sources))
    return plan(
        ["these words"], files=files, today=TODAY, survey=found, hardware=hardware, wishes=wishes(*claims, **other)
    )[0]


def reply_to(*claims: tuple[str, Any], sources: Sequence[SurveyedSource] | None = None, **other: Any) -> str:
    found = Survey(sources=[chats()] if sources is None else list(sources))
    return plan(["these words"], today=TODAY, survey=found, hardware=SMALL, wishes=wishes(*claims, **other))[1]
