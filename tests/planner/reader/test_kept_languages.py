"""Which languages of the data are kept."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("Keep only English chats.", ["en"]),
    ("Ignore everything that is not Dutch.", ["nl"]),
    ("Only train on the Spanish ones.", ["es"]),
    ("Drop the records in other languages than French.", ["fr"]),
    ("Use just the Polish conversations.", ["pl"]),
    ("Non-English tickets go out.", ["en"]),
    ("It should answer in English only.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [
        c.value
        for c in wishes.claims
        if c.path == "data.cleaning.languages" or c.path.startswith("data.cleaning.languages.")
    ]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
