"""The last day, counted from Sunday, 22 November 2026."""

from typing import Any

import pytest

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
WORDS: list[tuple[str, Any]] = [
    ("It has to be ready by the end of Q1.", "2027-03-31"),
    ("We need it in three weeks.", "2026-12-13"),
    ("We need it within a fortnight.", "2026-12-06"),
    ("It should be live two weeks from now.", "2026-12-06"),
    ("Ready by mid-December, please.", "2026-12-15"),
    ("It must be finished by next month.", "2026-12-31"),
    ("Deadline: 15.01.2027", "2027-01-15"),
    ("Deadline is the 5th of January.", "2027-01-05"),
    ("We go live on January 11th.", "2027-01-11"),
    ("The last possible day is 3 March.", "2027-03-03"),
    ("No later than 2027-02-01.", "2027-02-01"),
    ("Needed for the trade fair on 9 February.", "2027-02-09"),
    ("Has to be done before the end of the year.", "2026-12-31"),
    ("We present it on Friday, so it must be done by Thursday.", "2026-11-26"),
    ("I need it tomorrow evening.", "2026-11-23"),
    ("by the day after tomorrow", "2026-11-24"),
    ("It has to be up and running by 1/12/2026.", "2026-12-01"),
    ("in time for Christmas", "2026-12-24"),
    ("Complete by close of business on 30 November.", "2026-11-30"),
    ("Must be in place by the start of February.", "2027-02-01"),
    ("Please deliver until 10th of December.", "2026-12-10"),
    ("You have until 20 December.", "2026-12-20"),
    ("You have ten days.", "2026-12-02"),
    ("Finish date: Dec 18.", "2026-12-18"),
    ("by the 15th", "2026-12-15"),
    ("It must be finished within 30 days.", "2026-12-22"),
    ("end of next week at the latest", "2026-11-27"),
    ("before Easter 2027", "2027-03-27"),
    ("The bot we have was launched on 3 May 2025.", []),
    ("Our founder was born on 1 March.", []),
    ("The contract was signed on 2 November 2026.", []),
    ("Our shop closes on 24 December.", []),
]


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in WORDS])
def test_the_words_settle(words: str, wanted: Any) -> None:
    wishes = read_turns(REST + words)
    values = [c.value for c in wishes.claims if c.path == "budget.deadline" or c.path.startswith("budget.deadline.")]
    assert (values[0] if len(values) == 1 else values) == wanted
    assert not wishes.disputes
