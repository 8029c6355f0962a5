"""How many records a source will have once it is cleaned and cut to what the words ask for, as far as that was measured."""

from datetime import date
from typing import NamedTuple

from planner.facts import ANSWERED, Facts
from planner.rules.cleaning import weighted_sources
from planner.surveyed import SurveyedSource
from training.spec import TrainingSpec
from training.spec.spec import Source


class Left(NamedTuple):
    most: int
    """What is surely not more than this: repeats and languages were counted."""
    likely: int
    """With dates, as if the records were spread evenly over their time."""
    why: tuple[str, ...] = ()
    """What was taken off, in plain words."""

    def and_(self, other: "Left") -> "Left":
        return Left(self.most + other.most, self.likely + other.likely, tuple(dict.fromkeys([*self.why, *other.why])))


NONE = Left(0, 0)


def held_out(spec: TrainingSpec, facts: Facts) -> Left:
    """Questions with a known answer that the model is judged on; none where the files are not here."""
    tests, others = NONE, NONE
    for item in facts.measured:
        if item.role == "tests":
            tests = tests.and_(left_of(item, spec, facts))
        elif item.role in (*ANSWERED, "images", "preferences"):
            others = others.and_(left_of(item, spec, facts))
    share = spec.data.holdout or 0.0
    kept = Left(round(others.most * share), round(others.likely * share), others.why)
    return tests.and_(kept)


def left_of(item: SurveyedSource, spec: TrainingSpec, facts: Facts) -> Left:
    """One measured source after the plan's cleaning and its dates. Include and exclude phrases are not measured."""
    rows, why = float(item.rows), []
    weighted = any(source.path == item.path for source in weighted_sources(facts))
    if spec.data.cleaning.exact_dedup and item.duplicates and item.role != "tests" and not weighted:
        rows -= item.duplicates
        why.append("repeats")
    kept = spec.data.cleaning.languages
    if kept and item.languages:
        other = sum(share for code, share in item.languages.items() if len(code) == 2 and code not in kept)
        rows *= max(0.0, 1.0 - other)
        why.append("other languages")
    likely = rows
    asked = next(
        (s for s in spec.data.sources or [] if item in facts.survey.named(s.path) or s.path == item.path), None
    )
    share = _share_in_time(item, asked) if asked else 1.0
    if share < 1.0:
        likely *= share
        why.append("other dates")
    return Left(round(rows), round(likely), tuple(why))


def _share_in_time(item: SurveyedSource, asked: Source) -> float:
    first, last = _day(item.first_date), _day(item.last_date)
    if first is None or last is None or not (asked.since or asked.until):
        return 1.0
    start, end = max(first, asked.since or first), min(last, asked.until or last)
    return max(0, (end - start).days + 1) / ((last - first).days + 1)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
