"""Goals that programs write are read by their keys: the same goal as JSON, YAML and key=value gives the same plan."""

import json
from typing import Any

import pytest

from planner.reader.structured.dialects import pairs_of
from tests.planner.reader.reading import claimed, read_turns

GOAL: dict[str, Any] = {
    "task": "classification",
    "train": "rows_7.csv",
    "eval_only": "exam.csv",
    "lang": ["en", "hi"],
    "base": "Qwen2.5-3B",
    "adapter": "qlora",
    "max_params": "4B",
    "holdout": 0.12,
    "pii": "redact",
    "near_dupes": "remove",
    "trials": 14,
    "max_gpu_hours": 22,
    "budget": {"usd": 75},
    "due": "2027-03-31",
    "compute": {"where": "k8s", "gpu": "2xL4", "region": "europe-west4"},
    "allow_egress": True,
    "accept_if": {"macro_f1": ">=0.81", "p95_ms": "<= 120", "json_valid": 0.99},
    "ship": ["vllm", "endpoint"],
    "rollout": [5, 50, 100],
    "retrain_if": "macro_f1<.7",
    "augment": {"new_rows": 2000, "synthetic": 2000},
    "nope": ["moe", "rl"],
}


def as_yaml(value: Any, depth: int = 0) -> str:
    lines = []
    for key, item in value.items():
        if isinstance(item, dict):
            lines += [f"{'  ' * depth}{key}:", as_yaml(item, depth + 1)]
        elif isinstance(item, list):
            lines.append(f"{'  ' * depth}{key}: [{', '.join(map(str, item))}]")
        else:
            lines.append(f"{'  ' * depth}{key}: {str(item).lower() if isinstance(item, bool) else item}")
    return "\n".join(lines)


def as_flat(value: Any) -> str:
    parts = []
    for key, item in value.items():
        if isinstance(item, dict):
            parts.append(as_flat({f"{key}.{inner}": one for inner, one in item.items()}))
        else:
            text = ",".join(map(str, item)) if isinstance(item, list) else str(item)
            op = "" if text[:1] in "<>" else "="
            parts.append(f"{key}{op}{text}")
    return "; ".join(parts)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps(GOAL), id="JSON in a line"),
        pytest.param("please run this\n```json\n" + json.dumps(GOAL, indent=2) + "\n```", id="JSON in a fence"),
        pytest.param("kind: Job\nspec:\n" + as_yaml(GOAL, 1), id="YAML"),
        pytest.param(as_flat(GOAL), id="key=value"),
    ],
)
def test_one_goal_in_four_dresses(text: str) -> None:
    found = read_turns(text, files=["rows_7.csv", "exam.csv"])
    wanted = {
        "task": "classification", "languages": ["en", "hi"], "model.base": "Qwen2.5-3B", "model.adapter": "qlora",
        "model.max_parameters": 4e9, "data.holdout": 0.12, "data.cleaning.pii": "redact", "data.cleaning.near_dedup": True,
        "search.trials": 14, "budget.gpu_hours": 22.0, "budget.cost.amount": 75.0, "budget.cost.currency": "USD",
        "budget.deadline": "2027-03-31", "compute.where": "kubernetes", "compute.gpus": 2, "compute.gpu": "l4",
        "compute.region": "europe-west4", "privacy.egress": True, "delivery.formats": ["vllm"], "delivery.endpoint": True,
        "delivery.rollout": [5.0, 50.0, 100.0], "data.synthetic.examples": 2000, "model.architecture": "dense",
    }  # fmt: skip
    assert {path: claimed(found, path) for path in wanted} == wanted
    gates = {(c.value["metric"], c.value["op"], c.value["value"]) for c in found.claims if c.path == "gates"}
    assert gates == {("f1", ">=", 0.81), ("latency_p95_seconds", "<=", 0.12), ("format_valid_rate", ">=", 0.99)}
    assert claimed(found, "monitoring.retrain_when") == {"metric": "f1", "op": "<", "value": 0.7}
    assert [c.value for c in found.ruled_out] == ["rl"]
    roles = {c.value["path"]: c.value.get("role") for c in found.claims if c.path == "data.sources"}
    assert roles["exam.csv"] == "tests"
    assert not found.disputes
    assert all(claim.quote in text for claim in found.claims)


def test_dates_beside_a_path_are_that_datas() -> None:
    found = read_turns('{"job_type":"classification","dataset":{"uri":"gs://a/notes/","text":"note","target":"code",'
                       '"from":"2026-02-01","to":"2026-08-31"},"trials":3}')  # fmt: skip
    (source,) = [c.value for c in found.claims if c.path == "data.sources"]
    assert source["path"].rstrip("/") == "gs://a/notes"
    assert (source["role"], source["since"], source["until"]) == ("labels", "2026-02-01", "2026-08-31")


@pytest.mark.parametrize(
    "text",
    [
        "We want a model, x = the thing that I told you, from tickets.csv.",
        "Data: tickets.csv\nGoal: answer our customers\nBudget: 200 euros",  # a person's list is read as words
        "{ not json at all",
        '{"a": 1}',
        "",
    ],
)
def test_prose_is_left_to_the_reader_of_prose(text: str) -> None:
    assert pairs_of(text) == []


def test_places_are_letter_for_letter() -> None:
    text = 'x {"maxGpuHours": "<= 22", "gate": ["f1>=0.9", "acc > 0.8"], "n": {"deep": {"er": 1.5}}} y'
    for pair in pairs_of(text):
        assert text[pair.value_start :].startswith(pair.value)
        assert text[pair.start : pair.end].endswith((pair.value, f'{pair.value}"'))
    assert [(p.keys, p.op, p.value) for p in pairs_of(text)] == [
        (("max gpu hours",), "<=", "22"),
        (("gate", "f1"), ">=", "0.9"),
        (("gate", "acc"), ">", "0.8"),
        (("n", "deep", "er"), "=", "1.5"),
    ]
