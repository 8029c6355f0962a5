"""Goals and changes as agents write them, in many dialects."""

from typing import Any

import pytest

from tests.planner.reader.reading import claimed, read_turns

GOAL = "task=extraction data=a.jsonl base=Qwen2.5-7B adapter=qlora trials=12 gpu_hours=30 budget=300EUR"
Wanted = dict[str, Any]

GOALS: list[tuple[str, Wanted]] = [
    (
        '{"goal":"answer suppliers","data":["c.jsonl"],"model":{"name":"Qwen/Qwen3-4B"},"compute":{"gpu":{"type":"a100","count":4,"memory_gb":80},"region":"eu-central-1"}}',
        {"model.base": "Qwen/Qwen3-4B", "compute.gpu": "a100", "compute.gpus": 4, "compute.memory_gb": 80, "compute.region": "eu-central-1"},
    ),
    ('{"task":"code","data":"r/","limits":{"money":{"amount":250,"currency":"CHF"},"gpu_hours":{"max":40}}}', {"budget.cost": {"amount": 250, "currency": "CHF"}, "budget.gpu_hours": 40}),
    ('{"task":"code","data":"r/","max_cost":{"value":75,"unit":"GBP"}}', {"budget.cost": {"amount": 75, "currency": "GBP"}}),
    ("task: translation | src: p.jsonl | langs: nl, de | trials: 8 | budget: 300 EUR | gpus: 2x L4", {"search.trials": 8, "budget.cost": {"amount": 300, "currency": "EUR"}, "compute.gpus": 2, "compute.gpu": "l4", "languages": ["nl", "de"]}),
    ("goal: summarise wiki pages\nlimits:\n  wall_clock: 36h\n  cost: {amount: 900, currency: NOK}\nresources: {gpu: l40s, count: 2, vram_gb: 48, zone: europe-north1}\nsearch: {trials: 10, learning_rate: [1e-5, 1e-4]}",
     {"budget.wall_clock_hours": 36, "budget.cost": {"amount": 900, "currency": "NOK"}, "compute.gpu": "l40s", "compute.gpus": 2, "compute.memory_gb": 48, "compute.region": "europe-north1", "search.trials": 10}),
    ("agent request v2\n  task       : support_chat\n  data       : c.jsonl\n  trials     : 5\n  max_cost   : 120 GBP\n  wall_clock : 8h", {"search.trials": 5, "budget.cost": {"amount": 120, "currency": "GBP"}, "budget.wall_clock_hours": 8}),
    ("TASK=classification;DATA=m.csv;MAX_USD=75;GPU=H100x2;TRIALS=3", {"budget.cost": {"amount": 75, "currency": "USD"}, "compute.gpu": "h100", "compute.gpus": 2, "search.trials": 3}),
    ("please train a classifier on a.csv with trials=7 and gpu_hours<=20", {"search.trials": 7, "budget.gpu_hours": 20}),
    ('task = "translation"\ndata = "p.jsonl"\n[budget]\ncost = 500\ncurrency = "EUR"\nwall_clock_hours = 10\n[compute]\ngpu = "a100"\ngpus = 2', {"budget.cost": {"amount": 500, "currency": "EUR"}, "budget.wall_clock_hours": 10, "compute.gpu": "a100", "compute.gpus": 2}),
    ("<goal><task>extraction</task><data>inv.jsonl</data><trials>6</trials><budget><amount>90</amount><currency>EUR</currency></budget></goal>", {"search.trials": 6, "budget.cost": {"amount": 90, "currency": "EUR"}}),
    ("spec.task := extraction\nspec.search.trials := 9\nspec.budget.cost.amount := 300\nspec.budget.cost.currency := USD\ndata := rows.csv", {"search.trials": 9, "budget.cost": {"amount": 300, "currency": "USD"}}),
    ("--task classification --data rows.csv --trials 12 --gpus 2 --gpu a10 --budget 80EUR --rollout 10,50,100", {"search.trials": 12, "compute.gpus": 2, "compute.gpu": "a10", "budget.cost": {"amount": 80, "currency": "EUR"}, "delivery.rollout": [10, 50, 100]}),
    ("task: classification\nsource: t.csv\ntrials: 4\nmax_wall_clock_h: 6\nmoe: false", {"search.trials": 4, "budget.wall_clock_hours": 6, "model.architecture": "dense"}),
    ('{"task":"document_qa","docs":"d/","moe":8,"size":"20B"}', {"model.architecture": "moe", "model.experts": 8, "model.max_parameters": 20e9}),
    ("who=bot-9 | goal=support_chat (hauliers asking about slots) | src=/lake/c/ | where=ray region=europe-west4 gpu=8xH200 | wall_h=30", {"compute.where": "ray", "compute.region": "europe-west4", "compute.gpu": "h200", "compute.gpus": 8, "budget.wall_clock_hours": 30}),
    ("task: classification\nsource: t.csv\ntrials: not more than 9\nbudget: 80 EUR", {"search.trials": 9, "budget.cost": {"amount": 80, "currency": "EUR"}}),
]  # fmt: skip

CHANGES: list[tuple[str, Wanted]] = [
    ("trials=6 gpu_hours=null", {"search.trials": 6, "budget.gpu_hours": None}),
    ('{"trials":8}', {"search.trials": 8, "budget.gpu_hours": 30}),
    ('{"patch":{"gpu_hours":null,"wall_clock_hours":6}}', {"budget.gpu_hours": None, "budget.wall_clock_hours": 6}),
    ('[{"op":"replace","path":"/search/trials","value":6},{"op":"remove","path":"/budget/cost"}]', {"search.trials": 6, "budget.cost": None, "budget.gpu_hours": 30}),
    ('[{"path":"/model/adapter","op":"replace","value":"lora"}]', {"model.adapter": "lora"}),
    ('[{"op":"replace","path":"/compute","value":{"gpus":4,"gpu":"h100"}}]', {"compute.gpus": 4, "compute.gpu": "h100", "search.trials": 12}),
    ('{"set":{"search":{"trials":4}},"unset":["budget.gpu_hours","budget.cost"]}', {"search.trials": 4, "budget.gpu_hours": None, "budget.cost": None}),
    ("unset budget.gpu_hours; raise trials to 9", {"budget.gpu_hours": None, "search.trials": 9}),
    ("patch: trials=8, wall_clock=10h, budget=400 EUR", {"search.trials": 8, "budget.wall_clock_hours": 10, "budget.cost": {"amount": 400, "currency": "EUR"}}),
    ("amend: gpus=2; adapter=lora", {"compute.gpus": 2, "model.adapter": "lora"}),
    ("gpu_hours=none; wall_clock<=2d", {"budget.gpu_hours": None, "budget.wall_clock_hours": 48}),
    ("budget.cost.amount=450", {"budget.cost.amount": 450}),
    ("search.trials: 20", {"search.trials": 20}),
]  # fmt: skip


def _faults(turns: list[str], wanted: Wanted) -> list[str]:
    found = read_turns(*turns, files=["rows.csv", "a.jsonl"])
    return [f"{path}: {claimed(found, path)!r}, not {value!r}" for path, value in wanted.items()
            if claimed(found, path) != value]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), GOALS)
def test_a_goal_in_keys(text: str, wanted: Wanted) -> None:
    assert _faults([text], wanted) == []


@pytest.mark.parametrize(("text", "wanted"), CHANGES)
def test_a_change_in_keys(text: str, wanted: Wanted) -> None:
    assert _faults([GOAL, text], wanted) == []
