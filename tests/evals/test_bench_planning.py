"""The page of the planning bench says what its figures say."""

import json

import pytest

from evals.bench import planning


def test_a_summary_is_in_milliseconds() -> None:
    took = [0.001 * n for n in range(1, 101)]
    assert planning.summary(took) == {"n": 100, "median_ms": 50.5, "p95_ms": 96.0, "max_ms": 100.0}


def test_prose_is_long_and_never_the_same() -> None:
    sentences = planning.prose().split(". ")
    assert len(planning.prose()) > 150_000
    assert len(set(sentences)) == len(sentences)


@pytest.mark.skipif(not (planning.RESULTS / "planning.json").is_file(), reason="the bench has not been run here")
def test_the_page_is_made_from_the_figures() -> None:
    found = json.loads((planning.RESULTS / "planning.json").read_text(encoding="utf-8"))
    assert (planning.RESULTS / "planning.md").read_text(encoding="utf-8") == planning.page(found)
    assert all(one["seconds"] < 2 for one in found["calls"]["long"].values())
    assert found["calls"]["single"]["median_ms"] < 40
