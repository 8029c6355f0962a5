"""What answers are scored on, where the words give no points: wishes and prohibitions."""

from planner.reader.draft import Draft
from planner.reader.prohibitions import read_prohibitions
from planner.reader.rewards import read_rewards
from planner.reader.wishes import read_wishes


def read_rubric(draft: Draft, numbered: bool) -> None:
    """Wishes and prohibitions as items of `rubric`; where there are points (`numbered`), only prohibitions."""
    if not numbered:
        read_rewards(draft)
    read_wishes(draft, numbered)
    read_prohibitions(draft)
