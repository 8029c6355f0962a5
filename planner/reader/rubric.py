"""What answers are scored on, where the words give no points: wishes and prohibitions."""

from planner.reader.citing import read_citing
from planner.reader.draft import Draft
from planner.reader.prohibitions import read_prohibitions
from planner.reader.rewards import read_rewards
from planner.reader.wishes import FIELDS_OUT, read_wishes


def read_rubric(draft: Draft, numbered: bool) -> None:
    """Wishes and prohibitions as items of `rubric`; where there are points (`numbered`), only prohibitions."""
    if not numbered:
        read_rewards(draft)
    read_wishes(draft, numbered)
    if not numbered and draft.value("task") not in FIELDS_OUT and not _has(draft, "citation"):
        read_citing(draft)
    read_prohibitions(draft)


def _has(draft: Draft, criterion: str) -> bool:
    return any(claim.value["criterion"] == criterion for claim in draft.items("rubric"))
