"""Whether data may leave the house."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("Nothing may leave our network.", False),
    ("Our data stays with us.", False),
    ("All in-house please.", False),
    ("You may use the cloud.", True),
    ("It's fine to send data to outside providers.", True),
    ("Customer data must never be uploaded anywhere.", False),
    ("No third parties.", False),
    ("We're not allowed to use cloud services.", False),
    ("It must work air-gapped.", False),
    ("Feel free to rent GPUs in the cloud.", True),
    ("The data is confidential and stays on our premises.", False),
    ("Staff leave the building at six.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "privacy.egress" or c.path.startswith("privacy.egress.")]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
