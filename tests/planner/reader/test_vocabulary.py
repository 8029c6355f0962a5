"""New words for the tokenizer."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("Add our part codes to the tokenizer.", "extend"),
    ("Our abbreviations should become words of its own.", "extend"),
    ("Teach it our special terms as new tokens.", "extend"),
    ("Leave the vocabulary alone.", "keep"),
    ("Extend the vocabulary with our brand names.", "extend"),
    ("No new tokens please.", "keep"),
    ("It should know our vocabulary.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "model.vocabulary" or c.path.startswith("model.vocabulary.")]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
