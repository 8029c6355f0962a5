"""What happens to personal data."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("Names have to be blacked out.", "redact"),
    ("Please anonymise the chats first.", "redact"),
    ("Strip all phone numbers and e-mail addresses.", "redact"),
    ("Any chat with a credit card number in it must go.", "drop"),
    ("Replace the customers' names by XXX.", "redact"),
    ("GDPR: no names, no addresses in the training data.", "redact"),
    ("Personal data must not get into the model.", "redact"),
    ("Leave the names in, they are invented anyway.", "keep"),
    ("The customers' names can stay.", "keep"),
    ("Records containing personal information are removed entirely.", "drop"),
    ("We mask nothing, it's all public.", "keep"),
    ("Our product names must stay as they are.", []),
    ("Their names are Ana and Leo.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [
        c.value for c in wishes.claims if c.path == "data.cleaning.pii" or c.path.startswith("data.cleaning.pii.")
    ]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
