"""Both readers over all request cases: one that agrees changes nothing, one that errs at random breaks nothing."""

import json
import random
from datetime import date
from typing import Any

import pytest

from planner.claims import Wishes
from planner.guard import stands_in
from planner.hardware import Hardware
from planner.llm.agree import agreed
from planner.llm.fields import fields
from planner.llm.form import AGAINST, Reading, Words
from planner.planning import plan
from planner.reader import read
from tests.planner.test_guard import CASES
from training.spec import Plan

SOME = CASES[::3]


def merged(case: dict[str, Any], claims: list[dict[str, str]], *, is_goal: bool) -> Wishes:
    turns, files, today = case["turns"], case.get("files", []), date.fromisoformat(case["today"])
    words = Words(turns, files, today)
    token = AGAINST.set(words)
    try:
        try:
            reading = Reading.model_validate({"is_goal": is_goal, "claims": claims})
        except ValueError:  # some have no ground: what is left after the retries
            assert words.best is not None
            reading = words.best
    finally:
        AGAINST.reset(token)
    return agreed(read(turns, files=files, today=today), reading, turns, files=files, today=today)


def plan_of(case: dict[str, Any], wishes: Wishes) -> Plan:
    today = date.fromisoformat(case["today"])
    machine = Hardware(name="test", cpus=2, memory_gb=24.0)
    return plan(case["turns"], files=case.get("files", []), today=today, survey=None, hardware=machine, wishes=wishes)[
        0
    ]


def as_model(wishes: Wishes) -> list[dict[str, str]]:
    """The built-in claims as a model would write them: no weights by rule."""
    told = []
    for one in wishes.claims:
        value = one.value
        if one.path == "rubric":
            value = {key: part for key, part in value.items() if key != "weight"}
        told.append({"path": one.path, "value": json.dumps(value), "quote": one.quote})
    return told


@pytest.mark.parametrize("case", SOME, ids=lambda case: str(case["id"]))
def test_a_model_that_reads_the_same_changes_nothing(case: dict[str, Any]) -> None:
    alone = read(case["turns"], files=case.get("files", []), today=date.fromisoformat(case["today"]))
    both = merged(case, as_model(alone), is_goal=alone.is_goal)
    assert both.doubts == []
    assert plan_of(case, both) == plan_of(case, alone)


@pytest.mark.parametrize("case", SOME, ids=lambda case: str(case["id"]))
def test_a_model_that_errs_breaks_nothing(case: dict[str, Any]) -> None:
    chance = random.Random(case["id"])
    words = " ".join(case["turns"]).split()
    values = [
        '"de"', '"sft"', "true", "false", "null", "0.9", "12", '"2027-01-01"', '"mistral-7b"', '"drop"', '"moe"', '"code"',
        '{"metric": "accuracy", "op": ">=", "value": 0.5}', '{"path": "a.csv", "role": "chats"}', '{"criterion": "tone"}',
        '{"amount": 5, "currency": "EUR"}', "[5, 100]", "[", "",
    ]  # fmt: skip
    claims = []
    for _ in range(40):
        at = chance.randrange(len(words))
        quote = " ".join(words[at : at + chance.randint(1, 6)])
        claims.append({"path": chance.choice([*fields(), "x"]), "value": chance.choice(values), "quote": quote})
    both = merged(case, claims, is_goal=chance.random() < 0.8)
    made = plan_of(case, both)
    assert len(made.questions) <= 3
    assert made.spec is None or made.spec.privacy.egress in (False, None) or "egress" in str(plan_of_built_in(case))
    for entry in made.provenance.values():
        if entry.source == "request" and entry.quote:
            assert stands_in(entry.quote, case["turns"]) is not None


def plan_of_built_in(case: dict[str, Any]) -> list[str]:
    found = read(case["turns"], files=case.get("files", []), today=date.fromisoformat(case["today"]))
    return [f"{one.path} {one.value}" for one in found.claims if one.path == "privacy.egress" and one.value is True]
