"""Steps of a roll-out."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("Release it to one in ten users at first.", [10]),
    ("Ramp up 1-5-25-100.", [1, 5, 25, 100]),
    ("Canary at 2%, then 50%, then 100%.", [2, 50, 100]),
    ("Start with half of the branches, then all.", [50, 100]),
    ("First 10% of traffic, after a week 30%, after two weeks everything.", [10, 30, 100]),
    ("Rollout 5/20/50/100 percent.", [5, 20, 50, 100]),
    ("Expose it to 3% of visitors in the first week.", [3]),
    ("Roll out in steps of 10, 40 and 100 %.", [10, 40, 100]),
    ("Begin with a tenth of the customers; the rest follows.", [10, 100]),
    ("10% of our customers are over 80.", []),
    ("About 30% of the tickets are in Dutch.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "delivery.rollout" or c.path.startswith("delivery.rollout.")]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
