"""The bench reads both sets, and asks nothing that it has taught."""

import gzip
from pathlib import Path

import pytest

from evals.bench.small_models import measure, read_pairs, without


def test_commands_and_classes_are_read(tmp_path: Path) -> None:
    commands, classes = tmp_path / "t.txt.gz", tmp_path / "t.csv"
    commands.write_bytes(gzip.compress(b"IN: jump twice OUT: I_JUMP I_JUMP\n\n"))
    classes.write_text('text,category\n"Where, please?",card_arrival\n')
    assert read_pairs("scan", commands) == [("jump twice", "I_JUMP I_JUMP")]
    assert read_pairs("banking77", classes) == [("Where, please?", "card_arrival")]


def test_what_is_asked_is_not_taught() -> None:
    assert without([("Where is it?", "a"), ("When?", "b")], [("where is it", "a")]) == [("When?", "b")]


@pytest.mark.slow
def test_it_measures() -> None:
    pairs = [
        (f"{word} {times}", " ".join([f"I_{word.upper()}"] * n))
        for word in ("run", "walk")
        for n, times in enumerate(("once", "twice", "thrice"), 1)
    ]
    found = measure("scan", pairs * 20, pairs, seed=0, epochs=20)
    assert found["exact_match"] == 1.0
    assert found["low"] < 1.0 == found["high"]
