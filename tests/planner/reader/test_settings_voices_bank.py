"""Settings in voices of all kinds: machines, sizes, sums and days said in passing, and what only looks like them."""

from typing import Any

import pytest

from tests.planner.reader.reading import claimed, read_turns
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
    # sums in other mouths
    ("The ministry has allotted BDT 90,000 to the exercise.", cost(90000, "BDT")),
    ("Our grant covers 40,000 rupees of compute.", cost(40000, "INR")),
    ("We pay 2 euros per GPU hour, so stay under 300 euros.", cost(300)),
    ("Stop when you've used up 500 NOK.", cost(500, "NOK")),
    ("we can go as high as 95 bucks", cost(95, "USD")),
    ("I can go to two hundred dollars well two fifty if I have to", cost(250, "USD")),
    ("3.000 kr er maks, says our office in Oslo", cost(3000, "NOK")),
    ("max 4 000 kr, svenska", cost(4000, "SEK")),
    ("In no event shall the aggregate cost exceed EUR 4,000.", cost(4000)),
    ("The fence cost 3,000 euros.", {}),
    ("Our van is 18,000 euros.", {}),
    ("The whole thing costs 300 euros at most.", cost(300)),
    ("Premium tickets are 90 euros; refunds up to 50 euros need no manager.", {}),
    ("Parcels over 500 euros are insured.", {}),
    ("The Supplier's liability is capped at EUR 1,000,000.", {}),
    ("We spend 2,000 euros a month on it.", {}),
    ("**Limits.** 400 euros, 12 hours.", cost(400) | {"budget.wall_clock_hours": 12}),
    ("The waiting list is 11 days.", {}),
    ("You have the night, nothing more.", {"budget.wall_clock_hours": 12}),
    # days in other mouths
    ("We need this by the Friday after next.", day("2026-12-04")),
    ("It must be delivered on or before 2027-03-15.", day("2027-03-15")),
    ("It must be delivered before 15 March 2027.", day("2027-03-14")),
    ("In time for the audit on 14 February.", day("2027-02-14")),
    ("End of next month is fine.", day("2026-12-31")),
    ("First week of March at the latest.", day("2027-03-07")),
    ("Ready in the second half of January at the latest.", day("2027-01-31")),
    ("The lease runs until 30 September.", {}),
    ("The exhibition opens on 4 June, by the way.", {}),
    # machines, sizes and experts in other mouths
    ("two nodes of eight H200 each", gpu("h200", 16)),
    ("My gaming PC has a 3080 Ti.", gpu("3080 ti", 1)),
    ("we have 4 of the 48 GB cards", gpu(None, 4, 48)),
    ("one machine with two cards, 24 GB of VRAM each", gpu(None, 2, 24)),
    ("13B max.", {"model.max_parameters": 13e9}),
    ("A 70B would be too big for us; stay at 14B or under.", {"model.max_parameters": 14e9}),
    ("8B parameters are the absolute maximum.", {"model.max_parameters": 8e9}),
    ("experts: one each for sheep, cattle and pigs", {"model.architecture": "moe", "model.experts": 3}),
    ("sparse: 16 experts", {"model.architecture": "moe", "model.experts": 16}),
    # who gets it first
    ("Let 10% of the foremen have it first.", {"delivery.rollout": [10]}),
    ("Start with a quarter of our nurses.", {"delivery.rollout": [25]}),
    ("We answered 12% of the letters.", {}),
    ("Made-up dates in under 1 of 100 answers. Start with 15% of customers, then 60, then all.", {"delivery.rollout": [15, 60, 100]}),
    ("Our app needs a URL it can call.", {"delivery.endpoint": True}),
    ("An endpoint isn't necessary.", {"delivery.endpoint": False}),
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


CHANGES: list[tuple[str, str, Wanted]] = [
    ("Budget 400 euros.", "Boss looked at it. He'd go up to 650.", {"budget.cost": {"amount": 650, "currency": "EUR"}}),
    ("We can spend 600 USD.", "The board bumped it to 850.", {"budget.cost": {"amount": 850, "currency": "USD"}}),
    ("Budget 300 EUR.", "I could stretch to 450 if it helps", {"budget.cost": {"amount": 450, "currency": "EUR"}}),
    ("Budget 300 EUR.", "our treasurer slashed it to 180", {"budget.cost": {"amount": 180, "currency": "EUR"}}),
    ("Budget 300 EUR.", "the museum has 180 visitors a day", {"budget.cost": {"amount": 300, "currency": "EUR"}}),
    ("By 15 January.", "the 15th is too tight, the 29th is early enough", {"budget.deadline": "2027-01-29"}),
    ("Roll out to 5%, 50%, everyone.", "change rollout to 10/100", {"delivery.rollout": [10, 100]}),
    ("Roll out to 5%, 50%, everyone.", "start with 1% and leave the rest as it is", {"delivery.rollout": [1, 50, 100]}),
    ("Let 10% of the foremen have it first.", "start with 30% instead", {"delivery.rollout": [30]}),
    ("By 15 January.", "we got an extension, two more weeks", {"budget.deadline": "2027-01-29"}),
    ("By 15 January.", "we need two more weeks of holidays", {"budget.deadline": "2027-01-15"}),
    ("It may run overnight.", "make that the whole weekend", {"budget.wall_clock_hours": 48}),
    ("2x A100 in Frankfurt.", "Frankfurt is full, Paris has room", {"compute.region": "paris"}),
    ("A mixture of experts with 4 experts.", "no, a plain one is enough", {"model.architecture": "dense", "model.experts": None}),
    ("GGUF please.", "ops says they don't use gguf, they need it for vllm", {"delivery.formats": ["vllm"]}),
    ("And an endpoint.", "The endpoint we will not be needing after all.", {"delivery.endpoint": False}),
    ("QLoRA, 90 GPU hours.", "revert adapter to lora", {"model.adapter": "lora", "budget.gpu_hours": 90}),
]  # fmt: skip


@pytest.mark.parametrize(("first", "later", "wanted"), CHANGES, ids=[later for _, later, _ in CHANGES])
def test_a_later_turn_changes(first: str, later: str, wanted: Wanted) -> None:
    found = read_turns("Train a chatbot for our customers on chats.csv. " + first, later, files=["chats.csv"])
    assert {path: claimed(found, path) for path in wanted} == wanted


def test_a_language_that_is_taken_back_is_not_served() -> None:
    found = read_turns(
        "Summarise our post-mortems, pm.jsonl. In German. No, scratch that, English.", files=["pm.jsonl"]
    )
    assert claimed(found, "languages") == ["en"]


LEAVING: list[tuple[str, bool | None]] = [
    ("Patient data must not cross the border.", False),
    ("It's all public, so send it where you want.", True),
    ("We'd rather it doesn't go to the big American firms.", False),
    ("I signed an NDA, so keep it between us.", False),
    ("Data may be processed by sub-processors within the EEA.", True),
    ("Using an external judge model is OK with legal.", True),
    ("No restrictions on where the data goes.", True),
    ("Our parcels cross the border at Basel every day.", None),
    ("Foreign companies may register with us too.", None),
    ("External suppliers can ask the bot about invoices.", None),
    ("Guests can put it where they want.", None),
    ("Between us, the old one was rubbish.", None),
]


@pytest.mark.parametrize(("words", "allowed"), LEAVING, ids=[words for words, _ in LEAVING])
def test_what_may_leave(words: str, allowed: bool | None) -> None:
    found = read_turns("Train a chatbot for our customers on chats.csv. " + words, files=["chats.csv"])
    assert claimed(found, "privacy.egress") is allowed


def test_a_paragraph_that_opens_with_background_sets_no_limit() -> None:
    told = "**Background.** 14 interpreters, waiting time 11 days. The desk costs EUR 3,000 and that is the limit."
    found = read_turns(f"Train a chatbot for our customers on chats.csv.\n\n{told}", files=["chats.csv"])
    assert not [claim.path for claim in found.claims if claim.path.startswith("budget")]
