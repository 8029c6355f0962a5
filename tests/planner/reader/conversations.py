"""Openings of conversations, and what must hold after later turns: all that a turn does not speak of stays."""

from typing import Any

from tests.planner.reader.digest import Digest, digest
from tests.planner.reader.reading import read_turns

OPENINGS: dict[str, str] = {
    "hotel": (
        "Answer our hotel guests' questions, learning from chats.csv, in English and German. At least 90% right, p95 "
        "below 2 seconds, no more than 300 euros, 20 trials, and begin with 10% of the guests."
    ),
    "review": (
        "Draft replies to reviews of our restaurants from reviews.jsonl. Score it like this: correctness 1, tone 0.5, "
        "brevity 0.3, hallucinations -1."
    ),
    "wiki": "Answer staff questions from handbook.pdf, wiki.zip and faq.docx, always naming the page.",
    "shop": (
        "Write product texts for our furniture shop from texts.jsonl. Mistral-7B, LoRA, 12 trials, at most 40 GPU "
        "hours, ready by 15 December 2026."
    ),
    "mail": (
        "Sort mails into categories, mails.csv. Two A100 on our own Kubernetes cluster, nothing leaves our machines, "
        "retrain every 30 days, hold back 15% for testing, accuracy at least 88%."
    ),
    "invoice": (
        "Extract amounts from invoices.jsonl into JSON. f1 at least 0.85 and valid JSON in 99% or more. Budget 800 "
        "dollars, 24 hours of wall-clock time at most."
    ),
    "experts": (
        "A mixture of 8 experts that answers students' questions from regs/, at most 12B parameters, generate 500 "
        "extra training examples."
    ),
    "gemma": "Draft replies to guest reviews from reviews.jsonl. Use Gemma-2-9B, but nothing bigger than 4B parameters.",
    "bank": "Bank, back office. Extract IBAN and amount from faxes.jsonl. Everything stays on our own servers, no exception.",
    "bus": (
        "Chat assistant for our bus passengers from tickets.jsonl, English and Polish. Roll it out to 5%, then 25%, "
        "then 100%. 250 EUR, at least 85% of answers right."
    ),
    "terse": "task=classification; src=intents.jsonl; trials=50; deadline=2026-12-04; lora; gate accuracy>=0.9; budget=200 EUR",
    "plain": "A model that summarises our inspection reports, reports.jsonl.",
    "order": (
        "Answer staff questions from handbook.pdf. In this order of importance: correctness, naming the page, short, "
        "friendly."
    ),
    "generated": "Classify tickets in tickets.csv by team. No synthetic data, please. Generate 500 examples for the rare teams.",
}
FILES: dict[str, list[str]] = {"wiki": ["handbook.pdf", "wiki.zip", "faq.docx"]}


class Either(tuple[Any, ...]):
    """One of several values is right."""


def check(opening: str, turns: tuple[str, ...], changes: Digest) -> None:
    """The same for an opening by its name."""
    check_after(OPENINGS[opening], FILES.get(opening), turns, changes)


def check_after(opening: str, files: list[str] | None, turns: tuple[str, ...], changes: Digest) -> None:
    """What holds is what held after the opening, with the changes; None takes a line out."""
    wanted = digest(read_turns(opening, files=files)) | changes
    found = digest(read_turns(opening, *turns, files=files))
    names = wanted.keys() | found.keys()
    wrong = {n: found.get(n) for n in sorted(names) if not same(wanted.get(n), found.get(n))}
    assert not wrong, {n: f"{found.get(n)} instead of {wanted.get(n)}" for n in wrong}


def same(wanted: Any, value: Any) -> bool:
    """Whether a value is the one that is wanted, or one of them."""
    if isinstance(wanted, Either):
        return any(same(one, value) for one in wanted)
    if isinstance(wanted, float | int) and isinstance(value, float | int) and not isinstance(value, bool):
        return abs(wanted - value) < 1e-6 * max(1.0, abs(wanted))
    return bool(wanted == value)
