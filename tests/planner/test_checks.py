"""Each cross-field truth: what a plan that breaks it says, and that a sound plan says nothing of the kind."""

from typing import Any

import pytest

from planner.check import CHECKS
from planner.hardware import CachedModel, Hardware
from planner.surveyed import Flaw, Survey, SurveyedSource
from tests.planner.plans import SMALL, chats, labels, pages, planned

GPU = Hardware(cpus=8, memory_gb=64, gpus=1, gpu="a100", gpu_memory_gb=40)
GATE = {"metric": "accuracy", "op": ">=", "value": 0.9}
TESTS = SurveyedSource(path="test.csv", role="tests", rows=3080, characters=200_000)


def gate(value: float, op: str = ">=", metric: str = "accuracy", **other: Any) -> tuple[str, dict[str, Any]]:
    return ("gates", {"metric": metric, "op": op, "value": value, **other})


def source(path: str, **other: Any) -> tuple[str, dict[str, Any]]:
    return ("data.sources", {"path": path, **other})


CONFLICTS: list[Any] = [
    pytest.param([("budget.deadline", "2026-11-02")], {}, ["budget.deadline"], "has passed", id="a deadline in the past"),
    pytest.param(
        [source("chats.jsonl", since="2026-01-01", until="2025-01-01")], {}, ["data.sources.0.since"], "Nothing in",
        id="since after until"),
    pytest.param([source("chats.jsonl", since="2027-03-01")], {}, ["data.sources.0.since"], "lies ahead", id="since in the future"),
    pytest.param(
        [source("chats.jsonl", since="2026-01-01")], {"sources": [chats(first_date="2019-01-01", last_date="2020-05-05")]},
        ["data.sources.0.since"], "nothing would be left", id="dates that leave nothing"),
    pytest.param([gate(1.2)], {}, ["gates.0.value"], "between 0 and 100%", id="a rate above 100%"),
    pytest.param([gate(0.9), gate(0.95)], {}, ["gates.0.value", "gates.1.value"], "two limits", id="two limits for one metric"),
    pytest.param([gate(0.9), gate(0.8, "<=")], {}, ["gates.0.value"], "at once", id="conditions that exclude each other"),
    pytest.param([gate(0.8)], {"sources": [pages()]}, ["gates.0.value"], "no question with its right answer",
                 id="a condition that pages can't measure"),
    pytest.param([gate(0.8), ("data.holdout", 0)], {}, ["data.holdout"], "Nothing is kept aside", id="no test for a condition"),
    pytest.param([gate(0.98)], {"sources": [chats(500)]}, ["gates.0.value"], "could be luck", id="too few to show 98%"),
    pytest.param([gate(0.8, metric="reward")], {}, ["gates.0.value", "rubric"], "what earns one", id="a reward without a rubric"),
    pytest.param([gate(0.5, ">", "win_rate")], {}, ["gates.0.against"], "against whom", id="a win against nobody"),
    pytest.param([("model.base", "mistral-7b"), ("model.max_parameters", 3e9)], {}, ["model.base", "model.max_parameters"],
                 "the cap is 3 billion", id="a base above the cap"),
    pytest.param([("model.architecture", "dense"), ("model.experts", 8)], {}, ["model.architecture", "model.experts"],
                 "no experts", id="experts in a dense model"),
    pytest.param([("model.base", "gpt-4o")], {}, ["model.base"], "can't be trained here", id="a base whose weights nobody has"),
    pytest.param(
        [("model.base", "Llama-3.1-70B"), ("model.adapter", "none"), ("compute.gpu", "4090"), ("compute.gpus", 1)], {},
        ["model.base", "model.adapter", "compute.gpu"], "GB of memory", id="a model too large for the card"),
    pytest.param([("model.adapter", "qlora"), ("model.base", "mistral-7b"), ("compute.gpus", 0)], {},
                 ["model.adapter", "compute.gpus"], "needs a GPU", id="4 bits without a GPU"),
    pytest.param([("task", "classification")], {"sources": [SurveyedSource(path="photos", role="images", rows=50)]},
                 ["data.sources"], "pictures and no text", id="pictures for a text task"),
    pytest.param([("task", "classification")], {"sources": [pages()]}, ["data.sources"], "which class a text belongs to",
                 id="classes that no file has"),
    pytest.param([("task", "image_text")], {}, ["data.sources"], "there are none", id="no pictures for a picture task"),
    pytest.param([], {"sources": [TESTS]}, ["data.sources"], "for the test only", id="tests and nothing to learn from"),
    pytest.param([source("chats.jsonl", include=["hiking"], exclude=["Hiking"])], {}, ["data.sources.0.include"], "both taken and left out",
                 id="one phrase taken and left out"),
    pytest.param([("task", "classification")], {"sources": [labels(classes={"spam": 1000})]}, ["data.sources"], "same class",
                 id="one class only"),
    pytest.param([("data.cleaning.languages", ["pl"])], {}, ["data.cleaning.languages"], "nothing would be left",
                 id="kept languages that leave nothing"),
    pytest.param([("languages", "de"), ("data.cleaning.languages", ["en"])], {}, ["languages", "data.cleaning.languages"], "thrown out",
                 id="a served language that is thrown out"),
    pytest.param([("stages", "sft"), ("stages", "preference")], {}, ["stages"], "which of two answers", id="preferences without pairs"),
    pytest.param([("stages", "pretrain"), ("stages", "rl")], {"sources": [pages()]}, ["stages", "rubric"], "can be computed",
                 id="rewards that can't be computed"),
    pytest.param([("stages", "sft")], {"sources": [pages()]}, ["stages"], "only text to read", id="fine-tuning without answers"),
    pytest.param([("budget.wall_clock_hours", 0.001)], {}, ["budget.wall_clock_hours"], "too short", id="seconds to train in"),
    pytest.param([("budget.wall_clock_hours", 0.05), ("model.base", "mistral-7b")], {}, ["budget.wall_clock_hours"], "one pass",
                 id="less time than one pass"),
    pytest.param([("budget.gpu_hours", 0.001), ("compute.gpu", "h100"), ("compute.gpus", 1), ("model.base", "mistral-7b")], {},
                 ["budget.gpu_hours"], "GPU-hours", id="fewer GPU-hours than one pass"),
    pytest.param(
        [("budget.cost", {"amount": 0, "currency": "EUR"}), ("compute.gpu", "h100"), ("compute.gpus", 8),
         ("compute.where", "kubernetes"), ("compute.region", "eu-central-1")], {}, ["budget.cost"], "must be rented",
        id="no money for rented machines"),
    pytest.param([("compute.where", "local"), ("compute.region", "eu-central-1")], {}, ["compute.where", "compute.region"],
                 "region of a cloud", id="a cloud's region on own machines"),
    pytest.param([("compute.gpus", 0), ("compute.gpu", "h100")], {}, ["compute.gpus", "compute.gpu"], "no GPU", id="a card without cards"),
    pytest.param([("privacy.egress", False), ("model.base", "openai/some-hosted-model")], {}, ["privacy.egress", "model.base"],
                 "its maker's", id="a hosted service without permission"),
    pytest.param([("delivery.rollout", [10, 120])], {}, ["delivery.rollout"], "between 0 and 100%", id="a share above 100%"),
    pytest.param([("data.holdout", 0.8)], {}, ["data.holdout"], "no possible value", id="a value that no plan may have"),
    pytest.param([source("chats.jsonl", role="chats"), source("chats.jsonl", role="tests")], {},
                 ["data.sources.0.role", "data.sources.1.role"], "both learned from and tested on", id="one file to learn and to test"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "facts", "fields", "words"), CONFLICTS)
def test_what_can_not_be_is_a_conflict_that_names_its_fields(
    claims: list[Any], facts: dict[str, Any], fields: list[str], words: str
) -> None:
    made = planned(*claims, **facts)
    assert made.status == "conflict"
    found = [one for one in made.conflicts if set(fields) <= set(one.fields)]
    assert found, [(one.fields, one.problem) for one in made.conflicts]
    assert any(words in one.problem for one in found), [one.problem for one in found]
    assert all(one.suggestion for one in found)


@pytest.mark.parametrize(("claims", "facts", "fields", "words"), CONFLICTS)
def test_a_disputed_field_is_null_and_nothing_else_is(
    claims: list[Any], facts: dict[str, Any], fields: list[str], words: str
) -> None:
    from planner.replies.describe import at

    made = planned(*claims, **facts)
    assert made.spec is not None
    spec = made.spec.model_dump(mode="json")
    for field in [field for one in made.conflicts for field in one.fields]:
        assert at(spec, field) in (None, []), field
    disputed = {field for one in made.conflicts for field in one.fields}
    if "data.sources" not in disputed:
        assert spec["data"]["sources"]
    assert spec["goal"]


WARNINGS: list[Any] = [
    pytest.param([], {"sources": [chats(68)]}, "Only 68 examples", id="68 examples: advise against training"),
    pytest.param([], {"sources": [chats(1500, languages={"en": 1.0})], "more": [("languages", "sv")]}, "next to nothing",
                 id="a language that the data lacks"),
    pytest.param([], {"sources": [chats(14670, most_repeated=1466, duplicates=1466)]}, "weighting on purpose", id="one record 1,466 times"),
    pytest.param([("data.cleaning.pii", "keep")], {"sources": [chats(sensitive={"email": 30})]}, "may repeat them", id="personal data kept"),
    pytest.param([("model.base", "mistral-7b")], {}, "is not on this machine", id="a base that is not here"),
    pytest.param([("model.adapter", "lora")], {}, "starts from scratch", id="an adapter on a model from scratch"),
    pytest.param([("stages", "sft"), ("stages", "rl")], {}, "can't be run by this version", id="a step that can't be done yet"),
    pytest.param([("compute.where", "kubernetes")], {}, "Kubernetes", id="a place that can't be reached yet"),
    pytest.param([("compute.gpus", 8), ("compute.gpu", "h100")], {}, "here it would stop", id="machines that are not here"),
    pytest.param([("task", "classification"), gate(0.8)], {"sources": [labels(2000, classes={"bad": 1688, "good": 312})]},
                 "proves nothing", id="a bar below the largest class"),
    pytest.param([gate(0.8)], {"sources": [chats(400)]}, "either way", id="few held-out examples"),
    pytest.param([gate(1.0)], {}, "could always be one mistake", id="a condition that nothing can prove"),
    pytest.param([gate(0.05, metric="hallucination_rate")], {}, "less is better", id="a condition in the wrong direction"),
    pytest.param([gate(0.9, metric="pass_rate")], {}, "no file with them", id="acceptance tests that are not there"),
    pytest.param([("monitoring.retrain_when", {"metric": "accuracy", "op": "<", "value": 0.95}), gate(0.9)], {}, "already have to be",
                 id="an alarm above the condition"),
    pytest.param([("data.synthetic.examples", 500)], {}, "can't make yet", id="generated examples"),
    pytest.param([("search.trials", 100), ("budget.wall_clock_hours", 0.1)], {}, "few seconds", id="more trials than time"),
    pytest.param([("model.base", "meta-llama/Llama-3.1-8B")], {}, "Community License", id="a licence with conditions"),
    pytest.param([("budget.cost", {"amount": 100, "currency": "XAF"})], {}, "exchange rate", id="a currency that nobody knows"),
    pytest.param([("task", "support_chat")], {"sources": [labels()]}, "name the class and nothing else", id="classes for a task that answers"),
    pytest.param([("delivery.rollout", [50, 10])], {}, "goes down", id="a roll-out that goes backwards"),
    pytest.param([("budget.gpu_hours", 20)], {}, "no GPU", id="GPU-hours without a GPU"),
    pytest.param([("privacy.egress", False), ("compute.where", "ray"), ("compute.region", "us-east-1")], {}, "count it as your own",
                 id="own data in a cloud"),
    pytest.param([("task", "document_qa")], {"sources": [pages()]}, "search over the pages", id="pages alone"),
    pytest.param([source("elsewhere.csv", role="chats")], {"sources": []}, "not here yet", id="a file that is not here"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "facts", "words"), WARNINGS)
def test_what_could_go_wrong_is_told_and_stops_nothing(claims: list[Any], facts: dict[str, Any], words: str) -> None:
    claims = [*claims, *facts.get("more", [])]
    made = planned(*claims, **{key: value for key, value in facts.items() if key != "more"})
    assert made.status == "ready", made.conflicts
    assert any(words in text for text in made.warnings), made.warnings


def test_a_sound_plan_has_nothing_to_object_to() -> None:
    made = planned(("task", "classification"), gate(0.85), sources=[labels(10003), TESTS])
    assert made.status == "ready"
    assert made.conflicts == []
    assert made.warnings == []


def test_each_check_is_named_for_what_it_finds_and_there_are_many() -> None:
    names = [check.__name__ for check in CHECKS]
    assert len(set(names)) == len(names) >= 40


def test_what_several_sentences_say_of_one_file_belongs_together() -> None:
    made = planned(source("chats.jsonl", since="2025-01-01"), source("./chats.jsonl", exclude=["German"]))
    assert made.spec is not None
    assert made.spec.data.sources is not None
    assert [(item.exclude, str(item.since)) for item in made.spec.data.sources] == [(["German"], "2025-01-01")]


def test_a_broken_file_beside_good_ones_is_left_out_and_named() -> None:
    broken = Flaw(
        path="export.csv", problem="export.csv is called .csv and is not a table.", next_step="Export it again."
    )
    made = planned(survey=Survey(sources=[chats()], flaws=[broken]))
    assert made.status == "ready"
    assert any("export.csv" in text and "left out" in text for text in made.warnings)


def test_a_base_of_the_cache_is_here() -> None:
    here = Hardware(cpus=2, memory_gb=24, models=[CachedModel(id="HuggingFaceTB/SmolLM2-135M", bytes=269_000_000)])
    made = planned(("model.base", "SmolLM2-135M"), hardware=here)
    assert not any("not on this machine" in text for text in made.warnings)


def test_hardware_that_the_words_name_counts_as_there() -> None:
    claims = [("model.base", "mistral-7b"), ("model.adapter", "qlora"), ("compute.gpu", "a100"), ("compute.gpus", 2)]
    assert planned(*claims, hardware=SMALL).status == planned(*claims, hardware=GPU).status == "ready"
