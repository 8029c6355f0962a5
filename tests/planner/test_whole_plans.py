"""Whole requests, as people write them, with their data: from the words to a plan that can be approved."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.conversation import plan_conversation
from planner.replies.describe import at
from tests.planner.plans import SMALL, TODAY
from tests.planner.test_survey import page, table, talks, write
from training.spec import Plan

REPO = Path(__file__).resolve().parents[2]
SHARED = REPO.parent / "shared" / "data"


def planned(text: str | list[str], root: Path, files: list[str] | None = None, today: date = TODAY) -> tuple[Plan, str]:
    turns = [text] if isinstance(text, str) else text
    return plan_conversation(turns, files=files or [], root=root, today=today, hardware=SMALL)


def values(made: Plan) -> dict[str, Any]:
    assert made.spec is not None
    return made.spec.model_dump(mode="json")


def quotes_hold(made: Plan, *turns: str) -> bool:
    asked = [entry for entry in made.provenance.values() if entry.source == "request"]
    return all(entry.quote and any(entry.quote in turn for turn in turns) for entry in asked)


# ------------------------------------------------------------------ the demo


def test_the_ferry_request_becomes_the_plan_that_it_asks_for() -> None:
    root = REPO / "examples" / "petrel_ferries"
    text = (root / "request.md").read_text(encoding="utf-8")
    made, reply = planned(text, root)
    assert made.status == "ready", (made.conflicts, made.questions)
    spec = values(made)
    wanted = {
        "task": "support_chat", "languages": ["en"], "data.holdout": 0.12, "search.trials": 6, "model.base": "scratch",
        "data.cleaning.pii": "redact", "data.cleaning.languages": ["en"], "data.cleaning.near_dedup": True,
        "data.cleaning.exact_dedup": True, "budget.cost.amount": 0, "budget.cost.currency": "EUR", "compute.where": "local",
        "privacy.egress": False, "stages": ["pretrain", "sft"], "model.architecture": "dense",
    }  # fmt: skip
    assert {path: at(spec, path) for path in wanted} == wanted
    assert spec["budget"]["wall_clock_hours"] == pytest.approx(1 / 12, abs=1e-3)
    sources = {item["path"].rstrip("/"): item for item in spec["data"]["sources"]}
    assert {path: item["role"] for path, item in sources.items()} == {
        "data/conversations.jsonl": "chats", "data/tickets.csv": "instructions", "data/help_centre": "documents",
        "data/policies": "documents", "data/glossary.md": "documents",
    }  # fmt: skip
    assert sources["data/conversations.jsonl"]["since"] == sources["data/tickets.csv"]["since"] == "2025-01-01"
    assert sources["data/glossary.md"]["since"] is None
    assert any("policy_manual_2023" in phrase for phrase in sources["data/policies"]["exclude"])
    rubric = {item["criterion"]: item["weight"] for item in spec["rubric"]}
    assert {key: rubric.get(key) for key in ("correctness", "terminology", "policy", "hallucination")} == {
        "correctness": 1, "terminology": 0.5, "policy": 0.3, "hallucination": -1,
    }  # fmt: skip
    assert any("legal" in (item["detail"] or "") for item in spec["rubric"] if item["criterion"] == "policy")
    gates = {(gate["metric"], gate["op"], gate["value"], gate["against"]) for gate in spec["gates"]}
    assert gates == {
        ("accuracy", ">=", 0.8, None), ("win_rate", ">", 0.5, "base"), ("win_rate", ">", 0.5, "retrieval"),
    }  # fmt: skip
    assert quotes_hold(made, text)
    assert "Shall I go ahead?" in reply


# ------------------------------------------------------------------ scenarios on real data

BANK = (
    "We answer customers of an online bank. I want a small model that tells which of our 77 topics a message belongs to. "
    "It has to be right at least 85 % of the time on messages it has never seen and run on our own laptops."
)
HANDBOOK = (
    "Here is our employee handbook. New people should be able to ask it anything. Nothing may leave our machines."
)
ROBOT = (
    "Turn commands like 'jump twice and walk left' into our action codes. Exactly right or it is useless. "
    "+1 for exact, -0.5 for an unknown code, -1 for more than 50 codes."
)


def shared(name: str) -> str:
    if not (SHARED / name).exists():
        pytest.skip(f"the data set {name} is not here")
    return str(SHARED / name)


def test_bank_desk(tmp_path: Path) -> None:
    made, _ = planned(BANK, tmp_path, [shared("banking77")])
    spec = values(made)
    assert made.status == "ready", made.conflicts
    assert spec["task"] == "classification"
    assert [(gate["metric"], gate["op"], gate["value"]) for gate in spec["gates"]] == [("accuracy", ">=", 0.85)]
    roles = {Path(item["path"]).name: item["role"] for item in spec["data"]["sources"]}
    assert roles == {"train.csv": "labels", "test.csv": "tests"}
    assert spec["data"]["holdout"] == 0.0
    assert spec["data"]["cleaning"]["decontaminate"] is True
    assert any("SOURCE.md" in text for text in made.warnings)
    assert quotes_hold(made, BANK)


def test_handbook(tmp_path: Path) -> None:
    made, _ = planned(HANDBOOK, tmp_path, [shared("handbook_18f"), shared("stories260k")])
    spec = values(made)
    assert made.status == "ready", (made.conflicts, made.questions)
    assert spec["task"] == "document_qa"
    assert spec["privacy"]["egress"] is False
    assert spec["stages"][0] == "pretrain"
    assert spec["data"]["holdout"] == 0.1
    assert spec["model"]["base"] == shared("stories260k")
    assert "documents" in {item["role"] for item in spec["data"]["sources"]}
    assert not any(item["path"].endswith(("LICENSE.md", "SOURCE.md")) for item in spec["data"]["sources"])
    assert spec["gates"] == []


def test_robot_commands(tmp_path: Path) -> None:
    files = [f"{shared('scan')}/{name}.txt.gz" for name in ("tasks_train_simple", "tasks_test_simple")]
    made, _ = planned(ROBOT, tmp_path, files)
    spec = values(made)
    assert made.status == "ready", (made.conflicts, made.questions)
    assert sorted(item["weight"] for item in spec["rubric"]) == [-1.0, -0.5, 1.0]
    assert spec["stages"] == ["sft"]
    assert {item["role"] for item in spec["data"]["sources"]} == {"instructions", "tests"}
    assert spec["model"]["parameters"] < 2_000_000
    assert spec["data"]["cleaning"]["near_dedup"] is False


def test_robot_commands_with_repeats_that_are_meant(tmp_path: Path) -> None:
    made, _ = planned(ROBOT, tmp_path, [f"{shared('scan')}/tasks_train_addprim_jump.txt.gz"])
    assert values(made)["data"]["cleaning"]["exact_dedup"] is False
    assert any("1,467 times" in text for text in made.warnings)


def test_sixty_eight_examples_are_advised_against(tmp_path: Path) -> None:
    text = "Sort our insurance tickets into their topics."
    made, reply = planned(text, tmp_path, [f"{shared('insurance_tickets')}/train.tsv"])
    assert made.status == "ready"
    assert "Only 68 examples" in reply


# ------------------------------------------------------------------ ten requests of our own


def test_florist(tmp_path: Path) -> None:
    """Chats named in the words, a limit in money, two languages."""
    talks(tmp_path / "orders.jsonl", 400)
    text = (
        "We are a flower shop. Make a chatbot from orders.jsonl that answers customers in French and English, "
        "friendly. It must not cost more than 120 euros and be done by 5 December."
    )
    made, _ = planned(text, tmp_path)
    spec = values(made)
    assert made.status == "ready"
    assert (spec["task"], set(spec["languages"])) == ("support_chat", {"fr", "en"})
    assert spec["budget"]["cost"] == {"amount": 120, "currency": "EUR"}
    assert spec["budget"]["deadline"] == "2026-12-05"
    assert spec["data"]["sources"][0]["role"] == "chats"
    assert any("next to nothing" in text for text in made.warnings), "the chats are English only"


def test_library_without_data(tmp_path: Path) -> None:
    """Data that nobody gave is asked for, and what is known is kept."""
    made, reply = planned("We want a model that sorts reader mails into topics, 90% right at least.", tmp_path)
    assert made.status == "needs_answers"
    assert [question.field for question in made.questions] == ["data.sources"]
    assert values(made)["gates"][0]["value"] == 0.9
    assert "?" in reply


def test_pages_that_can_not_measure_their_gate(tmp_path: Path) -> None:
    """A condition on answers, and pages only."""
    for i in range(30):
        page(tmp_path / f"manual/page_{i}.md")
    text = "Our people should ask questions about the manual in manual/. At least 90% of the answers must be right."
    made, reply = planned(text, tmp_path)
    assert made.status == "conflict"
    assert any(field.startswith("gates") for one in made.conflicts for field in one.fields)
    assert "questions with the answers" in reply


def test_too_few_to_show_what_is_asked(tmp_path: Path) -> None:
    """98% can't be shown with sixty examples."""
    table(tmp_path / "mails.csv", 300)
    made, _ = planned("Classify our mails, the data is mails.csv. At least 98% must be right.", tmp_path)
    assert made.status == "conflict"
    assert "held-out examples can't show 98%" in made.conflicts[0].problem


def test_second_thoughts(tmp_path: Path) -> None:
    """A later turn changes one field and nothing else."""
    table(tmp_path / "mails.csv", 2000)
    first = "Classify our mails, the data is mails.csv. 40 trials."
    before, _ = planned(first, tmp_path)
    after, reply = planned([first, "hm, make it 10 trials"], tmp_path)
    changed = {path for path in before.provenance if at(values(before), path[1:].replace("/", ".")) !=
               at(values(after), path[1:].replace("/", "."))}  # fmt: skip
    assert changed == {"/search/trials"}
    assert values(after)["search"]["trials"] == 10
    assert "10" in reply


def test_why(tmp_path: Path) -> None:
    """A question changes nothing and is answered."""
    table(tmp_path / "mails.csv", 2000)
    first = "Classify our mails, the data is mails.csv. 40 trials please."
    before, _ = planned(first, tmp_path)
    after, reply = planned([first, "Why 40 trials?"], tmp_path)
    assert after.spec == before.spec
    assert "40 trials" in reply


def test_a_deadline_in_the_past(tmp_path: Path) -> None:
    talks(tmp_path / "chats.jsonl", 300)
    made, _ = planned("Answer our guests like in chats.jsonl. It must be ready by 1 November 2026.", tmp_path)
    assert made.status == "conflict"
    assert made.conflicts[0].fields == ["budget.deadline"]
    assert values(made)["budget"]["deadline"] is None


def test_a_folder_with_everything(tmp_path: Path) -> None:
    """An attached folder that no words name: each kind of file finds its place."""
    talks(tmp_path / "shop/chats.jsonl", 300)
    for i in range(12):
        page(tmp_path / f"shop/help/page_{i}.md")
    page(tmp_path / "shop/README.md")
    write(tmp_path / "shop/tests.jsonl", "\n".join(
        json.dumps({"question": f"When does boat {i} leave?", "answer": "At nine."}) for i in range(120)))  # fmt: skip
    made, _ = planned("Make a chatbot that answers our customers.", tmp_path, ["shop"])
    assert made.status == "ready"
    roles = {item["path"]: item["role"] for item in values(made)["data"]["sources"]}
    assert roles == {"shop/chats.jsonl": "chats", "shop/help": "documents", "shop/tests.jsonl": "tests"}
    assert values(made)["data"]["holdout"] == 0.0
    assert {made.provenance[f"/data/sources/{i}/path"].source for i in range(3)} == {"data"}


def test_a_large_base_on_named_machines(tmp_path: Path) -> None:
    """Hardware that the words name counts as there; the plan says that it is not here."""
    talks(tmp_path / "chats.jsonl", 3000)
    text = "Fine-tune Mistral-7B with LoRA on chats.jsonl for our support, on two A100, 20 GPU-hours at most."
    made, _ = planned(text, tmp_path)
    spec = values(made)
    assert made.status == "ready", made.conflicts
    assert (spec["model"]["adapter"], spec["compute"]["gpus"], spec["compute"]["gpu"]) == ("lora", 2, "a100")
    assert spec["stages"] == ["sft"]
    assert made.estimate.gpu_hours > 0
    assert any("here it would stop" in text for text in made.warnings)


@pytest.mark.parametrize("text", ["asdf qwer zxcv", "lol wrong channel", "What is the capital of Mongolia?"])
def test_what_is_no_request_gets_no_plan(text: str, tmp_path: Path) -> None:
    made, reply = planned(text, tmp_path)
    assert made.status == "not_a_goal"
    assert made.spec is None
    assert reply
