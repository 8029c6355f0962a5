"""Conditions, points and retraining that programs write as objects: one thing said by several keys."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

HEAD = '{"task": "support_chat", "data": ["a.jsonl"], "trials": 4, '


def _items(text: str, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [dict(c.value) for c in read_turns(text, files=["a.jsonl"]).claims if c.path == path]
    return found


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ('"gates": [{"metric": "f1", "op": ">=", "value": 0.9}]}', [("f1", ">=", 0.9)]),
        ('"gates": [{"name": "acc", "operator": "gt", "threshold": 91}]}', [("accuracy", ">", 0.91)]),
        ('"accept": {"pass_rate": {"gte": 0.82}, "ppl": {"max": 9}}}', [("pass_rate", ">=", 0.82), ("perplexity", "<=", 9)]),
        ('"gates": {"f1": {"min": 0.91}, "p95": {"max": 900, "unit": "ms"}}}', [("f1", ">=", 0.91), ("latency_p95_seconds", "<=", 0.9)]),
        ('"must": {"hallucination_rate": {"below": 0.01}}}', [("hallucination_rate", "<", 0.01)]),
        ('"gates": {"reward": {"min": 0.6}}}', [("reward", ">=", 0.6)]),
        ('"gates": [{"metric": "accuracy", "value": 0.9}]}', [("accuracy", ">=", 0.9)]),
        ('"rubric": {"correctness": 1, "hallucination": -2}}', []),
    ],
)  # fmt: skip
def test_conditions_in_objects(said: str, wanted: list[tuple[str, str, float]]) -> None:
    assert [(g["metric"], g["op"], g["value"]) for g in _items(HEAD + said, "gates")] == wanted


def test_who_is_to_be_beaten_stands_in_the_object() -> None:
    said = HEAD + '"gates": [{"metric": "win_rate", "op": ">", "value": 0.6, "against": "prod"}]}'
    assert _items(said, "gates") == [{"metric": "win_rate", "op": ">", "value": 0.6, "against": "current"}]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ('"rubric": {"correctness": 1, "tone": 0.4, "hallucination": -2}}', [("correctness", 1), ("tone", 0.4), ("hallucination", -2)]),
        ('"rubric": [{"criterion": "citation", "weight": 0.5}]}', [("citation", 0.5)]),
        ('"reward": {"right answer": 1, "penalties": {"rude": 0.5}}}', [("correctness", 1), ("tone", -0.5)]),
        ('"scoring": [{"what": "gives medical advice", "points": -2}]}', [("policy", -2)]),
        ('"gates": {"reward": 0.6}}', []),
    ],
)  # fmt: skip
def test_points_in_objects(said: str, wanted: list[tuple[str, float]]) -> None:
    assert [(r["criterion"], r["weight"]) for r in _items(HEAD + said, "rubric")] == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ('"monitoring": {"retrain_when": {"metric": "accuracy", "op": "<", "value": 0.85}}}', ("accuracy", "<", 0.85)),
        ('"retrain_if": {"f1": {"below": 0.7}}}', ("f1", "<", 0.7)),
        ('"monitoring": {"hallucination_rate": {"above": 0.03}}}', ("hallucination_rate", ">", 0.03)),
    ],
)
def test_retraining_in_objects(said: str, wanted: tuple[str, str, float]) -> None:
    found = [tuple(v.values()) for v in _items(HEAD + said, "monitoring.retrain_when")]
    assert found == [wanted]
    assert _items(HEAD + said, "gates") == []


def test_yaml_with_objects_inside_of_lines() -> None:
    text = """
task: support_chat
data: chats.jsonl
gates:
  - {metric: accuracy, op: ">=", value: 0.9}
  - metric: hallucination_rate
    max: 0.02
must_reach:
  policy_violation_rate: "< 0.02"
monitoring: {every_days: 45}
"""
    found = read_turns(text, files=["chats.jsonl"])
    assert [(g["metric"], g["op"], g["value"]) for g in (c.value for c in found.claims if c.path == "gates")] == [
        ("accuracy", ">=", 0.9),
        ("hallucination_rate", "<=", 0.02),
        ("policy_violation_rate", "<", 0.02),
    ]
    assert [c.value for c in found.claims if c.path == "monitoring.every_days"] == [45]


@pytest.mark.parametrize(
    ("said", "path", "wanted"),
    [
        ('"gates": "accuracy>=0.9, p95<=2s"}', "gates", [("accuracy", ">=", 0.9), ("latency_p95_seconds", "<=", 2)]),
        ('"acceptance": {"accuracy_min": 0.88}}', "gates", [("accuracy", ">=", 0.88)]),
        ('"rubric": ["correctness", "citation"]}', "rubric", [("correctness", 1), ("citation", 0.5)]),
        ('"priorities": ["tone", "correctness"]}', "rubric", [("tone", 1), ("correctness", 0.5)]),
        ('"policy": {"never": ["give medical advice"]}}', "rubric", [("policy", 0.3)]),
        ('"retrain": {"every": "30d"}}', "monitoring.every_days", 30),
    ],
)
def test_further_shapes(said: str, path: str, wanted: Any) -> None:
    if path == "monitoring.every_days":
        assert [c.value for c in read_turns(HEAD + said).claims if c.path == path] == [wanted]
    else:
        names = ("metric", "op", "value") if path == "gates" else ("criterion", "weight")
        assert [tuple(item[name] for name in names) for item in _items(HEAD + said, path)] == wanted


def test_pairs_behind_a_title_are_points() -> None:
    found = read_turns("task=chat data=a.jsonl trials=4 weights: correct=.7 polite=.2 short=.1").claims
    assert {c.value["criterion"]: c.value["weight"] for c in found if c.path == "rubric"} == {
        "correctness": 0.7,
        "tone": 0.2,
        "brevity": 0.1,
    }
    assert [c for c in found if c.path == "gates"] == []
