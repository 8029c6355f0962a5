"""What a model is to do, from what is done, for whom and with what."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = ""
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("We want a model that tells us which of 12 shelves a returned book belongs on, returns.csv.", "classification"),
    ("Teach a model to read invoices and give back supplier, date and total, inv.jsonl.", "extraction"),
    ("A model that makes minutes out of our meeting transcripts, meetings.jsonl.", "summarization"),
    ("Put our user manuals into Finnish and Estonian automatically, tm.jsonl.", "translation"),
    ("Help pupils with fractions and show every step, sums.jsonl.", "reasoning"),
    ("Our app's assistant should book rooms and cancel them via our functions, sessions.jsonl.", "tool_use"),
    ("Write adverts the way our agency does, ads.jsonl.", "writing"),
    ("It should write job ads in our style, jobs.jsonl.", "writing"),
    ("Complete Rust code the way our team writes it, /repo/core.", "code"),
    ("Generate unit tests for our Java classes, tests_pairs.jsonl.", "code"),
    ("Let a model learn the language of sailmakers from our archive /data/sails, nothing more.", "domain_language"),
    ("Say in one sentence what can be seen on each product photo, photos/.", "image_text"),
    ("Staff should find answers in our safety manuals without searching, manuals/.", "document_qa"),
    ("Lawyers ask questions and get the passage from our contracts, contracts/.", "document_qa"),
    ("Answer our passengers' mails about lost luggage, luggage.jsonl.", "support_chat"),
    ("A virtual receptionist for our dental practice, calls.jsonl.", "support_chat"),
    ("Detect hate speech in comments, comments.csv.", "classification"),
    ("Rate student essays from 1 to 6, essays.csv.", "classification"),
    ("Find names of drugs and doses in doctors' notes, notes.jsonl.", "extraction"),
    ("Answer tenants when they write about repairs, tenants.jsonl.", "support_chat"),
    ("Compose condolence letters for our funeral home, letters.jsonl.", "writing"),
    ("Shorten press releases to 100 words, press.jsonl.", "summarization"),
    ("Turn spoken orders into structured records, orders.jsonl.", "extraction"),
    ("Work out the right dose step by step, doses.jsonl.", "reasoning"),
    ("A copilot for our accountants that looks things up in the tax handbook, handbook.pdf.", "document_qa"),
    ("It should convert our old VB code to C#, pairs.jsonl.", "code"),
    ("Make headlines for our articles, headlines.jsonl.", "summarization"),
    ("An FAQ bot for our municipality, faq.csv.", "support_chat"),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "task" or c.path.startswith("task.")]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
