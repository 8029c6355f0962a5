"""Figures with their range and basis, questions that are few, and a reply that a person would want."""

import re

import pytest

from planner.claims import Wishes
from planner.hardware import Hardware, card, short_gpu_name, this_hardware
from planner.planning import plan
from planner.prices import list_prices
from planner.surveyed import Survey
from planner.target import in_currency, is_cloud_region
from tests.planner.plans import SMALL, TODAY, chats, claim, labels, pages, planned, reply_to, wishes

GATE = ("gates", {"metric": "accuracy", "op": ">=", "value": 0.85})


# ---------------------------------------------------------------- estimate


def test_every_figure_lies_in_its_range_and_says_what_it_was_computed_from() -> None:
    estimate = planned().estimate
    for name in ("wall_clock_hours", "peak_memory_gb", "disk_gb", "gpu_hours"):
        assert estimate.low[name] <= getattr(estimate, name) <= estimate.high[name], name
    assert "tokens" in estimate.basis
    assert estimate.wall_clock_hours > 0


def test_an_own_machine_costs_nothing_and_says_why() -> None:
    estimate = planned().estimate
    assert (estimate.cost.amount, estimate.gpu_hours) == (0.0, 0.0)
    assert "your own machine" in estimate.basis


def test_rented_cards_cost_what_they_cost_there() -> None:
    cloud = [
        ("compute.gpu", "h100"),
        ("compute.gpus", 2),
        ("compute.region", "eu-central-1"),
        ("model.base", "mistral-7b"),
    ]
    estimate = planned(*cloud).estimate
    assert estimate.high["cost"] > estimate.low["cost"] > 0
    dearest = list_prices().rented("h100", "eu-central-1")[0]
    assert dearest is not None
    assert estimate.high["cost"] == pytest.approx(dearest.high * estimate.high["gpu_hours"], rel=0.02)


def test_costs_are_told_in_the_currency_of_the_limit() -> None:
    cloud = [
        ("compute.gpu", "h100"),
        ("compute.gpus", 2),
        ("compute.region", "eu-central-1"),
        ("model.base", "mistral-7b"),
    ]
    euros = planned(*cloud, ("budget.cost", {"amount": 5000, "currency": "EUR"})).estimate
    crowns = planned(*cloud, ("budget.cost", {"amount": 5000, "currency": "SEK"})).estimate
    assert crowns.cost.currency == "SEK"
    assert crowns.cost.amount == pytest.approx(11.0 * euros.cost.amount, rel=0.02)


def test_a_time_limit_bounds_the_time() -> None:
    estimate = planned(("budget.wall_clock_hours", 0.1667)).estimate
    assert estimate.high["wall_clock_hours"] <= 0.167


def test_more_data_a_larger_model_and_more_trials_take_longer() -> None:
    def hours(rows: int, trials: int, size: float) -> float:
        claims = [("search.trials", trials), ("model.max_parameters", size), ("model.parameters", int(size))]
        return planned(*claims, sources=[chats(rows)]).estimate.wall_clock_hours

    assert hours(2000, 1, 1e6) < hours(20000, 1, 1e6)
    assert hours(20000, 1, 1e6) < hours(20000, 12, 1e6) < hours(20000, 12, 5e6)


def test_what_was_not_measured_has_a_wider_range() -> None:
    seen, guessed = planned().estimate, planned(("task", "writing"), files=["letters.jsonl"], sources=[]).estimate
    assert seen.high["wall_clock_hours"] / seen.low["wall_clock_hours"] == pytest.approx(4, rel=0.05)
    assert guessed.high["wall_clock_hours"] / guessed.low["wall_clock_hours"] == pytest.approx(25, rel=0.05)


def test_an_adapter_takes_less_memory() -> None:
    def memory(adapter: str) -> float:
        return planned(("model.base", "mistral-7b"), ("model.adapter", adapter)).estimate.peak_memory_gb

    assert memory("qlora") < memory("lora") < memory("none")
    assert 110 < memory("none") < 160  # 16 bytes a parameter and what lies round it


# ---------------------------------------------------------------- machines


@pytest.mark.parametrize(
    ("name", "short", "gigabytes"),
    [
        ("NVIDIA H100 80GB HBM3", "h100", 80),
        ("NVIDIA GeForce RTX 4090", "4090", 24),
        ("NVIDIA A100-SXM4-40GB", "a100", 40),
        ("L40S", "l40s", 48),
        ("NVIDIA A10G", "a10g", 24),
    ],
)
def test_cards_are_known_by_their_names(name: str, short: str, gigabytes: float) -> None:
    found = card(name)
    assert found is not None
    assert (short_gpu_name(name), found.memory_gb) == (short, gigabytes)


@pytest.mark.parametrize(
    ("region", "cloud"),
    [("eu-central-1", True), ("us-east-1", True), ("europe-west4", True), ("westeurope", True), ("eastus2", True),
     ("ap-southeast-2", True), ("germany", False), ("eu", False), ("belgium", False), ("bergen", False), (None, False)],
)  # fmt: skip
def test_a_clouds_region_is_told_from_a_place(region: str | None, cloud: bool) -> None:
    assert is_cloud_region(region) is cloud


def test_this_machine_is_measured() -> None:
    here = this_hardware()
    assert here.cpus >= 1
    assert here.memory_gb > 0
    assert here.training_flops > 0


def test_money_changes_by_a_table_and_an_unknown_currency_is_not_guessed() -> None:
    assert in_currency(10, "EUR") == 10
    assert in_currency(10, "XAF") is None


# ---------------------------------------------------------------- questions


def asked(*claims: tuple[str, object], **other: object) -> list[str]:
    made = planned(*claims, sources=other.pop("sources", []), **other)  # type: ignore[arg-type]
    assert made.status in ("needs_answers", "ready")
    return [question.field for question in made.questions]


def test_a_vague_goal_asks_what_it_is_about_first_and_then_for_data() -> None:
    assert asked() == ["task", "data.sources"]


def test_missing_data_is_asked_for() -> None:
    assert asked(("task", "support_chat")) == ["data.sources"]


def test_data_that_can_not_be_opened_is_asked_for_by_its_place() -> None:
    made = planned(("task", "document_qa"), sources=[], unreachable=[claim("data.sources", "SharePoint")])
    assert made.status == "needs_answers"
    assert "SharePoint" in made.questions[0].question


def test_a_translation_without_a_target_language_asks_for_it() -> None:
    assert asked(("task", "translation"), files=["pages.jsonl"]) == ["languages"]
    assert asked(("task", "translation"), ("languages", "fr"), files=["pages.jsonl"]) == []


def test_an_unnamed_language_is_asked_for() -> None:
    made = planned(("task", "support_chat"), unclear_language=claim("languages", "our customers' language"))
    assert [question.field for question in made.questions] == ["languages"]


def test_questions_are_at_most_three_and_each_helps_to_be_answered() -> None:
    made = planned(sources=[], unclear_language=claim("languages", "theirs"))
    assert 0 < len(made.questions) <= 3
    assert all(question.recommended or question.options for question in made.questions)


# ---------------------------------------------------------------- reply


def test_the_reply_says_what_with_what_how_long_how_much_and_how_success_is_judged() -> None:
    text = reply_to(("task", "classification"), GATE, sources=[labels(10003)])
    for words in ("sorts texts into your classes", "train.csv", "10,003", "from scratch", "85%", "minutes", "costs nothing",
                  "Nothing leaves your machines", "Shall I go ahead?"):  # fmt: skip
        assert words in text, words


def test_a_question_leaves_out_the_proposal() -> None:
    text = reply_to(("task", "support_chat"), sources=[])
    assert "Which files should it learn from?" in text
    assert "Shall I go ahead?" not in text


def test_a_conflict_says_what_to_decide() -> None:
    text = reply_to(("budget.deadline", "2026-11-02"))
    assert "has passed" in text
    assert "Shall I go ahead?" not in text


def test_why_is_answered_out_of_the_plans_reasons_and_changes_nothing() -> None:
    claims = [("search.trials", 15), ("model.adapter", "lora")]
    text = reply_to(*claims, intent="why", asked_about="search.trials")
    assert "15" in text
    assert "LoRA" in text
    assert "these words" in text
    assert "Nothing in the plan has changed." in text


def test_why_of_something_measured_names_the_measure() -> None:
    text = reply_to(sources=[chats(300)], intent="why", asked_about="data.holdout")
    assert "300 examples are few" in text


def test_what_if_shows_the_difference_and_changes_nothing() -> None:
    text = reply_to(("search.trials", 6), intent="what_if", what_if=[claim("search.trials", 40)])
    assert "40 instead of 6" in text
    assert "Nothing has changed" in text


def test_what_if_says_what_could_not_be_had() -> None:
    claims = [("gates", {"metric": "accuracy", "op": ">=", "value": 0.8})]
    text = reply_to(*claims, intent="what_if", what_if=[claim("data.holdout", 0.0)])
    assert "it could not be had: Nothing is kept aside" in text


def test_a_change_is_repeated_back() -> None:
    text = reply_to(("search.trials", 10), intent="change", changed=["search.trials"])
    assert "the number of trials is now 10" in text


def test_approval_of_an_open_plan_starts_nothing() -> None:
    assert "can't start yet" in reply_to(("budget.deadline", "2026-11-02"), intent="approval")
    assert "approved as it stands" in reply_to(intent="approval")


def test_small_talk_gets_an_answer_and_no_plan() -> None:
    made, text = plan(["hi"], today=TODAY, survey=None, hardware=SMALL, wishes=Wishes(is_goal=False, intent="chat"))
    assert (made.status, made.spec, made.questions) == ("not_a_goal", None, [])
    assert "Tell me what the model should do" in text


@pytest.mark.parametrize("sources", [[chats()], [labels()], [pages()], [pages(), chats(300)]])
def test_a_reply_reads_like_prose(sources: list[object]) -> None:
    text = reply_to(GATE, sources=sources)  # type: ignore[arg-type]
    assert "None" not in text
    assert not any("  " in line for line in text.splitlines())
    assert not re.search(r"\b(\w+) \1\b", text), "a doubled word"
    assert not re.search(r" [.,;]", text)


def test_a_gpu_machine_is_spoken_of_as_one() -> None:
    big = Hardware(cpus=16, memory_gb=128, gpus=1, gpu="h100", gpu_memory_gb=80)
    text = plan(["x"], today=TODAY, survey=Survey(sources=[chats()]), hardware=big, wishes=wishes(GATE))[1]
    assert "1 H100 GPU with 80 GB" in text
