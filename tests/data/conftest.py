"""Folders of small files, and what the cleaning made of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from training.data import clean_folder


class Cleaned(NamedTuple):
    kept: list[dict[str, Any]]
    dropped: list[dict[str, Any]]
    report: dict[str, Any]
    out: Path

    def reasons(self) -> dict[tuple[str, int], str]:
        return {(row["source"], row["index"]): row["reason"] for row in self.dropped}

    def kinds(self) -> list[str]:
        return [redaction["kind"] for row in self.kept for redaction in row["redactions"]]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def read_back(out: Path) -> Cleaned:
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return Cleaned(lines(out / "kept.jsonl"), lines(out / "dropped.jsonl"), report, out)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    return path


@pytest.fixture
def cleaned(folder: Path, tmp_path: Path) -> Callable[..., Cleaned]:
    """Cleans what stands in `folder`."""

    def run(out: str = "out", **options: Any) -> Cleaned:
        clean_folder(folder, tmp_path / out, **options)
        return read_back(tmp_path / out)

    return run


def write_jsonl(path: Path, records: list[Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def write_csv(path: Path, header: list[str], rows: list[list[str]]) -> None:
    import csv

    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
