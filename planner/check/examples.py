"""Examples of the checks at work: requests in plain English, with what is attached, run through the planner."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from planner.check import CHECKS, Case, Finding
from planner.claims import Claim, Wishes
from planner.hardware import Hardware
from planner.planning import case_of, cleared, plan
from planner.reader import read
from planner.settle import settle
from planner.surveyed import Flaw, LeftOut, Survey, SurveyedSource
from training.spec import Plan

TODAY = date(2026, 11, 22)
SMALL = Hardware(cpus=2, memory_gb=24.0)

Check = Callable[[Case], Iterator[Finding]]


class Situation(NamedTuple):
    """A request, what is attached to it, and the machine."""

    words: str
    survey: Survey
    hardware: Hardware
    claims: tuple[tuple[str, Any], ...] = ()
    """What a language model would read out of the words where the built-in reader hears nothing."""

    @property
    def files(self) -> list[str]:
        return [source.path for source in self.survey.sources]

    @property
    def wishes(self) -> Wishes:
        heard = read([self.words], files=self.files, today=TODAY)
        more = [Claim(path=path, value=value, quote=self.words, turn=0) for path, value in self.claims]
        return heard.model_copy(update={"claims": [*heard.claims, *more]})

    def plan(self) -> Plan:
        return plan(
            [self.words],
            files=self.files,
            today=TODAY,
            survey=self.survey,
            hardware=self.hardware,
            wishes=self.wishes,
        )[0]

    def findings(self, check: Check) -> list[Finding]:
        """What one check says of it."""
        draft, facts = settle(
            self.wishes, survey=self.survey, hardware=self.hardware, today=TODAY, files=tuple(self.files)
        )
        cleared(draft)
        return list(check(case_of(draft, facts)))


class Example(NamedTuple):
    name: str
    check: Check
    say: Situation
    """The check speaks up."""
    but: Situation
    """Nearly the same, and it has nothing to object to."""
    seen_by_reader: bool
    """The reader sees such a contradiction in the words already and says so; the check is for other readers."""


@cache
def examples() -> list[Example]:
    """One for each check that has one, in the order of the checks."""
    given = tomllib.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))
    return [
        Example(
            check.__name__,
            check,
            _situation(given, entry, ""),
            _situation(given, entry, "but_"),
            entry.get("seen_by_reader", False),
        )
        for check in CHECKS
        if (entry := given["check"].get(check.__name__))
    ]


def named() -> set[str]:
    """Names of checks that the examples speak of."""
    given = tomllib.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))
    return set(given["check"])


def _situation(given: dict[str, Any], entry: dict[str, Any], side: str) -> Situation:
    def own(key: str, otherwise: Any) -> Any:
        return entry.get(f"{side}{key}", entry.get(key, otherwise))

    machine = own("machine", None)
    return Situation(
        entry["but" if side else "say"],
        Survey(
            sources=[SurveyedSource(**given["data"][name]) for name in own("data", ["chats"])],
            flaws=[Flaw(**flaw) for flaw in own("flaws", [])],
            left_out=[LeftOut(**item) for item in own("left_out", [])],
        ),
        Hardware(**given["machine"][machine]) if machine else SMALL,
        tuple((path, value) for path, value in own("claims", [])),
    )
