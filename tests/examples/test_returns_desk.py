"""The smallest example: made by a script, and small."""

import csv
from pathlib import Path
from types import ModuleType


def test_the_same_seed_gives_the_committed_bytes(examples: Path, make_returns: ModuleType, tmp_path: Path) -> None:
    make_returns.make(tmp_path)
    made = (tmp_path / "data/questions.csv").read_bytes()
    assert made == (examples / "returns_desk/data/questions.csv").read_bytes()


def test_it_has_few_questions_and_some_of_them_twice(examples: Path, make_returns: ModuleType) -> None:
    with (examples / "returns_desk/data/questions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    asked = {(row["question"], row["reply"]) for row in rows}
    assert len(rows) - len(asked) == make_returns.REPEATS
    assert len(asked) == 10 * make_returns.ASKED
    assert 150 <= len(rows) <= 300


def test_the_request_is_short(examples: Path) -> None:
    assert 20 <= len((examples / "returns_desk/request.md").read_text(encoding="utf-8").splitlines()) <= 40
