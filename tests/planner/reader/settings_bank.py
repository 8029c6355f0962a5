"""What a few words settle of the settings of a run: budget, search, machine, model, delivery, generated examples."""

from typing import Any

from tests.planner.reader.reading import read_turns

REST = "Train a chatbot for our customers on chats.csv. "
"""Stands in front of each, so that there is a goal."""
SETTINGS = ("budget", "search", "data.synthetic", "compute", "model", "delivery")


def settled(words: str) -> dict[str, Any]:
    """Path -> value of all claims about settings; a path that is disputed has the value "disputed"."""
    wishes = read_turns(REST + words)
    found: dict[str, Any] = {}
    for claim in wishes.claims:
        if claim.path.startswith(SETTINGS):
            if claim.path == "delivery.formats":
                found[claim.path] = [*found.get(claim.path, []), claim.value]
            else:
                found[claim.path] = claim.value
    return found | {
        name: "disputed" for dispute in wishes.disputes for name in dispute.fields if name.startswith(SETTINGS)
    }


def faults(words: str, wanted: dict[str, Any]) -> list[str]:
    """What is missing, wrong or made up, a line each."""
    found = settled(words)
    return [f"{path}: {found.get(path)!r}, not {wanted.get(path)!r}" for path in sorted({*found, *wanted})
            if not _same(found.get(path), wanted.get(path))]  # fmt: skip


def _same(found: Any, wanted: Any) -> bool:
    if isinstance(found, int | float) and isinstance(wanted, int | float):
        return abs(found - wanted) < 1e-6 * max(1, abs(wanted))
    return bool(found == wanted)
