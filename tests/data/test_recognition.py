"""What a file is for is told from its content."""

from typing import Any

import pytest

from training.data import recognise

PROSE = [
    "The boat leaves at six in the morning from the old quay.",
    "Fares are paid at the counter or on board, as you like.",
    "Dogs come along for free and sleep on the deck.",
]


def rows(**columns: list[Any]) -> list[dict[str, Any]]:
    names = list(columns)
    return [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]


@pytest.mark.parametrize(
    ("name", "sample", "role", "reads"),
    [
        ("a.csv", rows(id=[1, 2, 3], text=PROSE, intent=["time", "fare", "time"]), "labels", {"user": "text", "label": "intent"}),
        ("a.csv", rows(ticket_id=["1", "2", "3"], channel=["web"] * 3, subject=["late boat", "fare", "my dog"], body=PROSE, response=PROSE[::-1]), "instructions", {"user": "body", "assistant": "response", "subject": "subject"}),
        ("a.csv", rows(ticket_id=["1", "2", "3"], question=PROSE, reply=PROSE[::-1], category=["x", "x", "y"]), "instructions", {"user": "question", "assistant": "reply"}),
        ("a.jsonl", rows(instruction=PROSE, input=["", "x y", ""], output=PROSE), "instructions", {"user": "instruction", "assistant": "output"}),
        ("a.jsonl", rows(prompt=PROSE, completion=PROSE), "instructions", {"user": "prompt", "assistant": "completion"}),
        ("a.jsonl", rows(prompt=PROSE, chosen=PROSE, rejected=PROSE), "preferences", {"chosen": "chosen", "rejected": "rejected", "user": "prompt"}),
        ("a.jsonl", rows(prompt=PROSE, completion=PROSE, label=[True, False, True]), "preferences", {"user": "prompt", "assistant": "completion", "score": "label"}),
        ("a.jsonl", rows(messages=[[{"role": "user", "content": p}, {"role": "assistant", "content": p}] for p in PROSE]), "chats", {"messages": "messages"}),
        ("a.jsonl", rows(transcript=[f"Customer: {p}\nAgent: fine" for p in PROSE]), "chats", {"messages": "transcript"}),
        ("a.jsonl", rows(prompt=PROSE), "prompts", {"user": "prompt"}),
        ("a.jsonl", rows(id=["1", "2", "3"], text=PROSE), "documents", {"text": "text"}),
        ("a.csv", rows(frage=PROSE, antwort=PROSE[::-1]), "instructions", {"user": "frage", "assistant": "antwort"}),
        ("a.csv", rows(text=PROSE, intents=[["a", "b"], ["a"], ["b"]], slots=[{}, {}, {}]), "labels", {"user": "text", "label": "intents"}),
        ("acceptance_tests.jsonl", rows(question=PROSE, expected=PROSE), "tests", {"user": "question", "assistant": "expected"}),
        ("eval/q.jsonl", rows(question=PROSE, answer=PROSE), "tests", {"user": "question", "assistant": "answer"}),
        ("test_report.md", rows(text=PROSE[:1]), "documents", {"text": "text"}),
        ("contest.csv", rows(question=PROSE, answer=PROSE), "instructions", {"user": "question", "assistant": "answer"}),
        ("prices.csv", rows(sku=["a1", "b2", "c3"], price=["1.20", "3.00", "4.10"]), "documents", {}),
    ],
)  # fmt: skip
def test_a_role_and_what_the_columns_mean(
    name: str, sample: list[dict[str, Any]], role: str, reads: dict[str, str]
) -> None:
    found = recognise(name, name.rsplit(".", 1)[1], sample)
    assert found.role == role, found
    assert reads.items() <= found.reads.items() if reads else not found.reads
    assert found.why
    assert 0 < found.confidence <= 1
