"""What request cases teach: which task a request sounds like, what each of its numbers and files stands for.

A case (`evals.request_cases`) says what the plan must hold. A number of the request that is one of those values, and of no
other field, is an example of that field's sense; a number that is none of them stands in the background. A file that the
plan lists is an example of its role.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from planner.reader.layout import Document, read_document
from planner.reader.tokens import Token
from planner.reader.when import When

_SENSES = {
    "budget.cost.amount": "cost", "budget.deadline": "deadline", "budget.wall_clock_hours": "wall_clock",
    "budget.gpu_hours": "gpu_hours", "compute.gpus": "gpus", "compute.memory_gb": "memory", "model.experts": "experts",
    "model.max_parameters": "max_parameters", "search.trials": "trials", "data.holdout": "holdout",
    "data.synthetic.examples": "synthetic", "monitoring.retrain_when.every_days": "every_days",
    "monitoring.retrain_when.value": "retrain_value", "delivery.rollout": "rollout",
}  # fmt: skip
"""Field of a plan -> sense of its number."""
_METRICS = {"latency_p95_seconds": "latency_p95", "latency_p50_seconds": "latency_p50"}
_WRONG = {"accuracy": "error", "pass_rate": "error"}
"""Metric -> the sense of a number that says how often it may fail."""
_KINDS = frozenset(("share", "num", "money", "duration", "gpu_hours", "params", "memory", "points", "date"))
BACKGROUND = 2
"""One in so many numbers of the background is taken, or they would outweigh all senses."""


class Example(NamedTuple):
    """A label and where it stands; `at` is a token, or None for the text as a whole."""

    corpus: str
    label: str
    document: Document
    at: int | None


def examples(files: list[Path]) -> Iterator[Example]:
    """Of all cases of some files. Requests in a program's notation teach nothing, they are read by their keys."""
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            if line.strip():
                yield from _of_case(json.loads(line))


def _of_case(case: dict[str, Any]) -> Iterator[Example]:
    expect, turns = case["expect"], case["turns"]
    if turns[0].lstrip()[:1] in ("{", "["):
        return
    documents = [read_document(turn, k, date.fromisoformat(case["today"]), ()) for k, turn in enumerate(turns)]
    task = _task(expect)
    if task is not None and (len(turns) == 1 or len(turns[0]) > 40):
        yield Example("task", task, documents[0], None)
    if expect.get("status") == ["not_a_goal"]:
        return
    wanted = list(_wanted(expect))
    roles = _roles(expect)
    passed = 0
    for document in documents:
        for at, token in enumerate(document.tokens):
            if token.kind == "path" and (role := roles.get(str(token.value).lower().rstrip("/"))) is not None:
                yield Example("source", role, document, at)
            elif token.kind in _KINDS and token.value is not None:
                if token.kind == "num" and not token.signed and token.value in (0, 1, 2, 3):
                    continue  # "one of us": too common to be told by its value
                senses = {sense for sense, value in wanted if _is(token, value, document.today)}
                if len(senses) == 1:
                    yield Example("number", senses.pop(), document, at)
                elif not senses and len(turns) == 1:  # what was withdrawn later on is in no plan
                    passed += 1
                    if passed % BACKGROUND == 0:
                        yield Example("number", "none", document, at)


def _task(expect: dict[str, Any]) -> str | None:
    task = expect.get("fields", {}).get("task")
    if isinstance(task, dict):
        task = next(iter(task.get("any_of", [])), None)
    if task is not None:
        return str(task)
    if expect.get("status") == ["not_a_goal"]:
        return "not_a_goal"
    return "vague" if expect.get("status") == ["needs_answers"] and "task" in str(expect.get("questions")) else None


def _wanted(expect: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Sense and value of all numbers and dates that the plan must hold."""
    for path, sense in _SENSES.items():
        value = expect.get("fields", {}).get(path)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, int | float | str):
                yield sense, one
    lists = expect.get("lists", {})
    for gate in lists.get("gates", []):
        metric, value = _one(gate.get("metric")), _one(gate.get("value"))
        if metric is not None and isinstance(value, int | float):
            yield _METRICS.get(metric, metric), value
            if metric in _WRONG and value < 1:
                yield _WRONG[metric], round(1 - value, 6)
    for item in lists.get("rubric", []):
        weight = _one(item.get("weight"))
        if isinstance(weight, int | float):
            yield "weight", weight
            yield "weight", abs(weight)
    for source in lists.get("data.sources", []):
        yield from ((key, source[key]) for key in ("since", "until") if isinstance(source.get(key), str))


def _roles(expect: dict[str, Any]) -> dict[str, str]:
    found = {}
    for source in expect.get("lists", {}).get("data.sources", []):
        path, role = source.get("path"), _one(source.get("role"))
        if isinstance(path, str) and role is not None and not source.get("absent"):
            found[path.lower().rstrip("/")] = role
    return found


def _one(value: Any) -> Any:
    return next(iter(value["any_of"]), None) if isinstance(value, dict) and "any_of" in value else value


def _is(token: Token, value: Any, today: date) -> bool:
    """Whether a token says a value, in the unit of its kind or in the one it was written in."""
    if isinstance(token.value, When):
        spans = [token.value.span(today, future=future) for future in (True, False)]
        return any(value == day.isoformat() for span in spans if span for day in span)
    if isinstance(value, str) or not isinstance(token.value, int | float):
        return False
    said = [float(token.value), *([token.raw, token.raw / 100] if token.raw is not None else [])]
    if token.kind == "duration":
        said += [token.value / 3600, token.value / 86400]
    return any(abs(one - value) <= 1e-6 + 0.001 * abs(value) for one in said)
