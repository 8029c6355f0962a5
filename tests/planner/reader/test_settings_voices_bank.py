"""Settings in voices of all kinds: machines, sizes, sums and days said in passing, and what only looks like them."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns
from tests.planner.reader.settings_bank import faults

Wanted = dict[str, Any]


def gpu(name: str | None, count: int | None = None, memory: float | None = None) -> Wanted:
    said = {"compute.gpu": name, "compute.gpus": count, "compute.memory_gb": memory}
    return {path: value for path, value in said.items() if value is not None}


def day(iso: str) -> Wanted:
    return {"budget.deadline": iso}


def cost(amount: float, currency: str = "EUR") -> Wanted:
    return {"budget.cost": {"amount": amount, "currency": currency}}


BANK: list[tuple[str, Wanted]] = [
    # how many machines, said apart from their name
    ("There's a pair of L4s free in our lab.", gpu("l4", 2)),
    ("You may have H100s, four of them.", gpu("h100", 4)),
    ("We rent two A100s with 80 GB each.", gpu("a100", 2, 80)),
    ("A couple of A6000s are idle.", gpu("a6000", 2)),
    ("Dual L40S in the rack.", gpu("l40s", 2)),
    ("eight L forty S cards just sitting there", gpu("l40s", 8)),
    ("Kubernetes with 8 A100s of 80 GB", gpu("a100", 8, 80) | {"compute.where": "kubernetes"}),
    ("two RTX 6000 cards are here well no one of them has died so one", gpu("rtx 6000", 1)),
    ("We could rent an H100 but won't.", {}),
    ("The card is a single 16 GB one.", gpu(None, 1, 16)),
    ("It runs on our one card with 24 GB.", gpu(None, 1, 24)),
    ("We would use the 4 GPUs we have, cards of 48 GB.", gpu(None, 4, 48)),
    ("Ray, 16 H200s in us-east-2.", gpu("h200", 16) | {"compute.where": "ray", "compute.region": "us-east-2"}),
    ("8 trials, ray, 8x l4", gpu("l4", 8) | {"compute.where": "ray", "search.trials": 8}),
    ("Ask Ray about it, he knows the archive.", {}),
    ("The machines must stand in Germany.", {"compute.region": "germany"}),
    ("Training happens in Sweden, on rented H100 cards, four of them.", gpu("h100", 4) | {"compute.region": "sweden"}),
    ("Our customers live in Germany.", {}),
    # sizes
    ("1.5B parameters is the largest our server copes with.", {"model.max_parameters": 1.5e9}),
    ("A little one please, 200M parameters.", {"model.max_parameters": 2e8}),
    ("Nothing heavier than 3B because it must fit.", {"model.max_parameters": 3e9}),
    ("Company rule: no model beyond 13B.", {"model.max_parameters": 13e9}),
    ("The biggest thing our cards can hold is 13B.", {"model.max_parameters": 13e9}),
    ("ChatGPT has some 200B parameters, they say.", {}),
    # experts counted by those they are for
    ("Five institutes share it: a mixture of experts with an expert for each of them.", {"model.architecture": "moe", "model.experts": 5}),
    ("Four crops, four advisers. Picture one model with an expert for each and a router in front.", {"model.architecture": "moe", "model.experts": 4}),
    ("We have six wards. It should be a mixture of experts, one expert per ward.", {"model.architecture": "moe", "model.experts": 6}),
    ("Our four experts for wine were asked.", {}),
    # vocabulary and adapter
    ("Block names shall become vocabulary entries.", {"model.vocabulary": "extend"}),
    ("Give it our own words as tokens.", {"model.vocabulary": "extend"}),
    ("Update all of it rather than bolting on an adapter.", {"model.adapter": "none"}),
    # days
    ("It has to be up and running by the end of March.", day("2027-03-31")),
    ("gotta b done by sat", day("2026-11-28")),
    ("Through by the end of May, please.", day("2027-05-31")),
    ("We'd like it wrapped up before Christmas Eve - so 23 December is the last possible day.", day("2026-12-23")),
    ("The march of progress can't be stopped by anyone.", {}),
    ("Fleet renewal is GBP 6.3m by 2029.", {}),
    ("Three days after the start it must be through, at the latest.", {"budget.wall_clock_hours": 72}),
    ("Three days after the start of the term they come back.", {}),
    # money
    ("spend up to three hundred new zealand dollars", cost(300, "NZD")),
    ("Some of those donors gave us 5,000 dollars!", {}),
    ("The regulator fined us 4.2 million dollars.", {}),
    ("no dearer than 300 euros", cost(300)),
    ("We can put up with a bill of £600.", cost(600, "GBP")),
    # attempts among settings
    ("LoRA, eight runs, 30 GPU hours.", {"model.adapter": "lora", "search.trials": 8, "budget.gpu_hours": 30}),
    ("lora is fine w us, 8 runs & not more", {"model.adapter": "lora", "search.trials": 8}),
    ("it can have ten tries thank you", {"search.trials": 10}),
    ("The bus makes eight runs, and the driver is tired.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), BANK, ids=[words for words, _ in BANK])
def test_the_words_settle(words: str, wanted: Wanted) -> None:
    assert faults(words, wanted) == []


TARGETS: list[tuple[str, list[str]]] = [
    ("Train a translation model for our novels. novels.jsonl has the German originals, chapter by chapter.", []),
    ("We need a translator for our patents: p.jsonl, they're in English.", []),
    ("Our menu should be understood by tourists, so a translator please. Dishes are in m.jsonl, all Romanian.", []),
    ("Localise our error strings. s.json attached, source is English.", []),
    ("A translation model for the dealers abroad; m.jsonl is all we have, English only.", []),
    ("Translate the letters in n.jsonl. There are 3,000 of them in Dutch.", []),
    ("Translate our novels in n.jsonl into German.", ["de"]),
    ("A model that translates our menus, m.jsonl. Target language: Polish.", ["pl"]),
    ("We want Spanish versions of our recipes, so translate r.jsonl.", ["es"]),
    ("Please translate the leaflets in Portuguese, l.jsonl has the pairs.", ["pt"]),
    ("Translate from Finnish to Swedish, pairs in p.jsonl.", ["fi", "sv"]),
]


@pytest.mark.parametrize(("words", "wanted"), TARGETS, ids=[words for words, _ in TARGETS])
def test_a_translation_needs_its_target(words: str, wanted: list[str]) -> None:
    found = read_turns(words, files=["p.jsonl"])
    assert sorted(c.value for c in found.claims if c.path == "languages") == wanted
