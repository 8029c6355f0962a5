"""The project's own requests, planned from end to end without data: the expectations of evals/conversations hold."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.hardware import Hardware
from planner.planning import plan
from tests.planner.reader.reading import holds

CASES = [json.loads(line) for line in Path("evals/conversations/requests.jsonl").read_text("utf-8").splitlines()]


def _at(value: Any, path: str) -> Any:
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_plan_is_as_expected(case: dict[str, Any]) -> None:
    made, _ = plan(
        case["turns"],
        files=case["files"],
        today=date.fromisoformat(case["today"]),
        survey=None,
        hardware=Hardware(),
    )
    got, expect = made.to_json(), case["expect"]
    assert got["status"] in expect["status"]
    for path, wanted in expect.get("fields", {}).items():
        assert holds(wanted, _at(got["spec"], path)), (path, wanted, _at(got["spec"], path))
    for path, items in expect.get("lists", {}).items():
        values = _at(got["spec"], path) or []
        for item in items:
            plain = {key: value for key, value in item.items() if key not in ("absent", "optional")}
            assert any(holds(plain, value) for value in values) is not bool(item.get("absent")), (path, item, values)
    for field in expect.get("conflicts", [])[:1]:
        assert any(one.startswith(field.split(".")[0]) for conflict in got["conflicts"] for one in conflict["fields"])
