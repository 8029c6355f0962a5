"""Conversations: what holds after the last turn."""

from typing import Any

import pytest

from tests.planner.reader.reading import claimed, holds, read_turns

CASES: list[tuple[str, list[str], list[str], dict[str, Any], dict[str, list[dict[str, Any]]]]] = [
    (
        "multi-own1",
        [
            "Can we get a classifier for incoming e-mails? mails.csv, categories in column B, 30 trials, at least 92% right.",
            "Make that 50 trials.",
            "Hmm, 40 then.",
            "why not more?",
        ],
        ["mails.csv"],
        {"task": "classification", "search.trials": 40},
        {"gates": [{"metric": {"any_of": ["accuracy", "pass_rate"]}, "op": ">=", "value": 0.92}]},
    ),
    (
        "multi-own2",
        [
            "Assistant for our swimming pool visitors from pool_chats.jsonl, English and Welsh, max 150 pounds, by Friday.",
            "Forget the deadline.",
            "And Welsh is no longer needed.",
            "perfect, go ahead",
        ],
        ["pool_chats.jsonl"],
        {
            "task": "support_chat",
            "languages": {"set": ["en"]},
            "budget.cost.amount": 150,
            "budget.deadline": {"null": True},
        },
        {},
    ),
    (
        "multi-own3",
        [
            "Summarise inspection reports: reports.jsonl has report and summary. LoRA, holdout 10 percent.",
            "Actually, tune all weights instead.",
            "undo that please",
            "what would 30 trials cost?",
        ],
        ["reports.jsonl"],
        {"task": "summarization", "model.adapter": "lora", "data.holdout": 0.1},
        {},
    ),
    (
        "multi-own5",
        [
            "Train on a.jsonl and b.jsonl to answer hikers' questions, no more than 20 trials.",
            "only the second file please",
            "and what's your favourite mountain?",
        ],
        ["a.jsonl", "b.jsonl"],
        {"search.trials": 20},
        {"data.sources": [{"path": "b.jsonl"}, {"path": "a.jsonl", "absent": True}]},
    ),
    (
        "multi-own6",
        ["I want a model for our school.", "It should answer parents' questions.", "handbook.pdf"],
        ["handbook.pdf"],
        {"task": {"any_of": ["support_chat", "document_qa"]}},
        {"data.sources": [{"path": "handbook.pdf", "role": "documents"}]},
    ),
    (
        "multi-own7",
        [
            "Write product texts for our garden centre, texts.csv. budget 600 CHF, 10 trials",
            "double the budget",
            "and the trials: 15 instead of 10",
        ],
        ["texts.csv"],
        {"task": "writing", "budget.cost.amount": 1200, "budget.cost.currency": "CHF", "search.trials": 15},
        {},
    ),
    (
        "multi-own9",
        [
            "Fine-tune mistral-7b on faq.jsonl for hotel guests, max 3B parameters",
            "ok then use something with at most 3B, forget mistral",
        ],
        ["faq.jsonl"],
        {"model.max_parameters": 3000000000.0},
        {},
    ),
    (
        "m-01",
        [
            "We need something that sorts support calls by urgency. calls.csv.",
            "High urgency mistakes are terrible. 95% accuracy at least, and 25 trials.",
            "Let's say 97.",
            "And only ten trials, the GPUs are needed elsewhere.",
        ],
        ["calls.csv"],
        {"task": "classification", "search.trials": 10},
        {"gates": [{"metric": "accuracy", "op": ">=", "value": 0.97}]},
    ),
    (
        "m-02",
        [
            "A bot for our guests from guests.jsonl. English, French. 300 euros.",
            "Add Dutch.",
            "Take French out again.",
            "make it pounds instead of euros",
        ],
        ["guests.jsonl"],
        {"languages": {"set": ["en", "nl"]}, "budget.cost.amount": 300, "budget.cost.currency": "GBP"},
        {},
    ),
    (
        "m-03",
        [
            "Draft tender answers from tenders.jsonl, qwen3-8b, lora, at most 30 GPU hours, done by 1 March.",
            "The deadline moves to 15 March.",
            "Actually no LoRA, train everything.",
            "Does that cost more?",
        ],
        ["tenders.jsonl"],
        {"task": "writing", "budget.gpu_hours": 30, "budget.deadline": "2027-03-15", "model.adapter": "none"},
        {},
    ),
    (
        "m-04",
        [
            "Classifier for jobs.csv, f1 at least 0.8, latency p95 under 2s, max 100 euros",
            "remove the f1 gate",
            "put the f1 gate back in",
            "approved!",
        ],
        ["jobs.csv"],
        {"budget.cost.amount": 100},
        {
            "gates": [
                {"metric": "f1", "op": ">=", "value": 0.8},
                {"metric": "latency_p95_seconds", "op": "<", "value": 2},
            ]
        },
    ),
    (
        "m-06",
        [
            "Train a chatbot on a.csv for our club members",
            "oh and also b.csv",
            "wait, a.csv is the wrong file, leave it out",
        ],
        ["a.csv", "b.csv"],
        {},
        {"data.sources": [{"path": "b.csv"}, {"path": "a.csv", "absent": True}]},
    ),
    (
        "m-07",
        [
            "Please extract dates from contracts.jsonl. 10 trials.",
            "Thanks a lot!",
            "Hm, can we get an endpoint and ollama too?",
        ],
        ["contracts.jsonl"],
        {
            "task": "extraction",
            "search.trials": 10,
            "delivery.endpoint": True,
            "delivery.formats": {"contains": "ollama"},
        },
        {},
    ),
    (
        "m-08",
        [
            "Summaries of incident reports, incidents.jsonl, max 50 euros, and nothing leaves the house. 12 trials.",
            "Forget that. New request: classify alarms.csv into five classes. Budget and privacy as before.",
        ],
        ["incidents.jsonl", "alarms.csv"],
        {"task": "classification", "budget.cost.amount": 50, "privacy.egress": False},
        {"data.sources": [{"path": "alarms.csv", "role": "labels"}]},
    ),
    (
        "m-09",
        [
            "Mistral-7B on orders.jsonl for our wholesale customers. Budget 200 euros, deadline 30 November.",
            "hm the budget is 400 now",
            "and there's no deadline any more",
        ],
        ["orders.jsonl"],
        {
            "budget.cost.amount": 400,
            "budget.cost.currency": "EUR",
            "budget.deadline": {"null": True},
            "model.base": {"contains": "mistral-7b"},
        },
        {},
    ),
    (
        "m-10",
        [
            "A model that answers nurses' questions from protocols/.",
            "Use experts, six of them.",
            "Hmm no, keep it simple: one normal dense model.",
            "ok",
        ],
        [],
        {"task": "document_qa", "model.architecture": "dense", "model.experts": {"null": True}},
        {},
    ),
    (
        "m-11",
        ["Train on replies.jsonl for our hotline. 20% holdout.", "Make it 10.", "why is a holdout needed at all?"],
        ["replies.jsonl"],
        {"data.holdout": 0.1},
        {},
    ),
    (
        "m-12",
        [
            "Spot phishing in mails.csv, at least 99%.",
            "Could we also do reinforcement learning?",
            "Never mind the reinforcement learning.",
        ],
        ["mails.csv"],
        {"task": "classification", "stages": {"any_of": [["sft"], ["pretrain", "sft"], ["pretrain"]]}},
        {"gates": [{"metric": {"any_of": ["accuracy", "pass_rate"]}, "op": ">=", "value": 0.99}]},
    ),
    (
        "f-01",
        [
            "Build a bot for our library members, faq in faq.csv, max 80 euros, 95% right",
            "nice, but 80 euros is too much, 60",
            "hm, and 95 is ambitious, 90 is ok",
            "thanks!!",
        ],
        ["faq.csv"],
        {"task": "support_chat", "budget.cost.amount": 60},
        {"gates": [{"metric": {"any_of": ["accuracy", "pass_rate"]}, "op": ">=", "value": 0.9}]},
    ),
    (
        "f-02",
        [
            "need a classifier",
            "for what our customers complain about",
            "complaints.csv, and 92% should be right",
            "by end of January",
        ],
        ["complaints.csv"],
        {"task": "classification", "budget.deadline": "2027-01-31"},
        {"gates": [{"metric": {"any_of": ["accuracy", "pass_rate"]}, "op": ">=", "value": 0.92}]},
    ),
    (
        "f-03",
        [
            "Draft replies to job applicants from hr_mails.jsonl, friendly, LoRA, 12 trials",
            "Use twice as many trials.",
            "And QLoRA instead of LoRA.",
            "No friendly tone needed, neutral is fine.",
        ],
        ["hr_mails.jsonl"],
        {"task": "writing", "search.trials": 24, "model.adapter": "qlora"},
        {"rubric": [{"criterion": "tone", "absent": True}]},
    ),
    (
        "f-04",
        [
            "Answers for boat owners from manuals/ with the page number. p95 under 3 s.",
            "make the latency 2 s",
            "no, back to 3",
            "Is 3 seconds realistic?",
        ],
        [],
        {},
        {"gates": [{"metric": "latency_p95_seconds", "op": "<", "value": 3}], "rubric": [{"criterion": "citation"}]},
    ),
    (
        "f-05",
        [
            "Spam filter on mails.csv, deadline 1 December, budget 50 EUR",
            "Deadline 28 November.. sorry, I meant 28 December",
            "ok start",
        ],
        ["mails.csv"],
        {"task": "classification", "budget.deadline": "2026-12-28", "budget.cost.amount": 50},
        {},
    ),
    (
        "f-06",
        [
            "Fine-tune Llama-3.1-8B on tales.jsonl so that it writes bedtime stories, at most 3B parameters",
            "Then take Llama-3.2-3B",
        ],
        ["tales.jsonl"],
        {"task": "writing", "model.base": {"contains": "llama-3.2-3b"}, "model.max_parameters": 3000000000.0},
        {},
    ),
    (
        "f-07",
        [
            "Sort parcels.csv by damage class; nothing leaves our servers; 40 GPU hours",
            "The cloud is fine after all.",
            "And spend up to 100 GPU hours.",
        ],
        ["parcels.csv"],
        {"task": "classification", "privacy.egress": True, "budget.gpu_hours": 100},
        {},
    ),
    (
        "f-08",
        [
            "Chat helper for museum visitors from visitors.jsonl in English, French and Arabic",
            "only English and Arabic, please",
            "Add retraining every month",
            "scrap the retraining",
        ],
        ["visitors.jsonl"],
        {"languages": {"set": ["en", "ar"]}, "monitoring": {"null": True}},
        {},
    ),
    (
        "f-09",
        [
            "Summaries of rulings.jsonl, 500 CHF, 20 trials, 2 A100.",
            "Different project now: I want to classify patents.csv into IPC classes. Same machine, same number of trials.",
        ],
        ["rulings.jsonl", "patents.csv"],
        {
            "task": "classification",
            "search.trials": 20,
            "compute.gpus": 2,
            "compute.gpu": "a100",
            "budget.cost": {"null": True},
        },
        {"data.sources": [{"path": "patents.csv", "role": "labels"}]},
    ),
    (
        "f-10",
        [
            "Reply drafts for our housing office, letters.jsonl (letter, reply). Never give legal advice. Short.",
            "It may be longer, drop the brevity.",
            "Who else uses you?",
        ],
        ["letters.jsonl"],
        {"task": "writing"},
        {
            "rubric": [
                {"criterion": "policy", "detail": {"contains": "legal"}},
                {"criterion": "brevity", "absent": True},
            ]
        },
    ),
]


@pytest.mark.parametrize(
    ("turns", "files", "fields", "lists"), [pytest.param(*case[1:], id=" / ".join(case[1])[:90]) for case in CASES]
)
def test_what_holds_after_the_last_turn(
    turns: list[str], files: list[str], fields: dict[str, Any], lists: dict[str, list[dict[str, Any]]]
) -> None:
    wishes = read_turns(*turns, files=files)
    for path, wanted in fields.items():
        assert holds(wanted, claimed(wishes, path)), (path, wanted, claimed(wishes, path))
    for path, items in lists.items():
        values = [claim.value for claim in wishes.claims if claim.path == path]
        for item in items:
            found = any(
                holds({k: v for k, v in item.items() if k not in ("absent", "optional")}, value) for value in values
            )
            assert found is not bool(item.get("absent")) or item.get("optional"), (path, item, values)
