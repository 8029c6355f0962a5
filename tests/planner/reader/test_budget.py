"""Money and time that a run may take; prices and revenues stay out."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Chatbot for our customers. chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("It may cost 300 euros at most.", {"amount": 300.0, "currency": "EUR"}),
    ("We've got £450 for this.", {"amount": 450.0, "currency": "GBP"}),
    ("Keep it below 2k dollars.", {"amount": 2000.0, "currency": "USD"}),
    ("Our limit is CHF 1'200.", {"amount": 1200.0, "currency": "CHF"}),
    ("Money: 5000 kronor.", {"amount": 5000.0, "currency": "SEK"}),
    ("I can spare twenty quid.", {"amount": 20.0, "currency": "GBP"}),
    ("Don't spend more than US$750.", {"amount": 750.0, "currency": "USD"}),
    ("The budget is between 200 and 300 euros.", {"amount": 300.0, "currency": "EUR"}),
    ("Cost: no more than 10 lakh? no, 90,000 INR.", {"amount": 90000.0, "currency": "INR"}),
    ("We were quoted 8,000 euros elsewhere.", []),
    ("Tickets cost 12 euros.", []),
    ("A return costs us 4.90 EUR each.", []),
    ("Our shop makes 2 million euros a year.", []),
    ("It should take no longer than 8 hours.", 8.0),
    ("Use at most 30 GPU hours.", 30.0),
    ("The training may run all weekend.", 48.0),
    ("Let it run tonight.", 12.0),
    ("You have the machine for three days.", 72.0),
    ("Stop after 100 hours of GPU time.", 100.0),
    ("Training time: max 5 h", 5.0),
    ("We answer within 24 hours.", []),
    ("We're open 7 days a week.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "budget" or c.path.startswith("budget.")]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
