"""Files, their use, their parts and their dates."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Chatbot for our customers. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("It learns from old.csv, which holds question and answer.", [{"path": "old.csv", "role": "instructions"}]),
    (
        "Only the resolved tickets in tickets.csv count.",
        [{"path": "tickets.csv", "role": "chats", "include": ["resolved tickets"]}],
    ),
    (
        "Take chats.csv from 1 May 2025 to 30 June 2026.",
        [{"path": "chats.csv", "role": "chats", "since": "2025-05-01", "until": "2026-06-30"}],
    ),
    ("chats.csv, nothing older than two years please", [{"path": "chats.csv", "role": "chats", "since": "2024-11-22"}]),
    ("chats.csv (only the last 12 months)", [{"path": "chats.csv", "role": "chats", "since": "2025-11-22"}]),
    ("chats.csv, 2024 onwards", [{"path": "chats.csv", "role": "chats", "since": "2024-01-01"}]),
    ("chats.csv until March 2026", [{"path": "chats.csv", "role": "chats", "until": "2026-03-31"}]),
    (
        "Train on good.jsonl; exam.jsonl is what we test it with in the end.",
        [{"path": "good.jsonl", "role": "instructions"}, {"path": "exam.jsonl", "role": "tests"}],
    ),
    ("pairs.csv: two drafts each, our editor ticked the better one.", [{"path": "pairs.csv", "role": "preferences"}]),
    (
        "prompts.txt are questions nobody has answered yet, use them for practice.",
        [{"path": "prompts.txt", "role": "prompts"}],
    ),
    ("s3://acme/tickets/2026/ has the tickets.", [{"path": "s3://acme/tickets/2026/", "role": "chats"}]),
    (
        "C:\\Data\\help\\faq.xlsx has questions and answers.",
        [{"path": "C:\\Data\\help\\faq.xlsx", "role": "instructions"}],
    ),
    ("The logs in talk.log show how we chat. Ignore internal.csv.", [{"path": "talk.log", "role": "chats"}]),
    (
        "chats.csv, skipping spam and test messages",
        [{"path": "chats.csv", "role": "chats", "exclude": ["spam and test messages"]}],
    ),
    (
        "From chats.csv take only rows where rating is 5.",
        [{"path": "chats.csv", "role": "chats", "include": ["rows where rating is 5"]}],
    ),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "data.sources" or c.path.startswith("data.sources.")]
    assert (values) == wanted
    assert not wishes.disputes
