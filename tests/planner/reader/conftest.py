"""Bank entries that the reader does not get right yet: listed, so that the rest of a bank keeps it from falling back."""

from pathlib import Path

import pytest

MISSES = Path(__file__).with_name("known_misses.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Entries of `known_misses.txt` (a test's id a line) may fail; one that passes shows as XPASS and can be struck out."""
    known = set(MISSES.read_text("utf-8").splitlines())
    for item in items:
        if item.nodeid.split("tests/planner/reader/")[-1] in known:
            item.add_marker(pytest.mark.xfail(reason="not read right yet", strict=False))
