"""Folders whose faults are known: how many are found, and how much that is sound is lost."""

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from conftest import lines, read_back

from training.data import clean, clean_folder
from training.spec.spec import Cleaning, Source

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


@pytest.mark.skipif(
    not ((SHARED / "data" / "messy_practice").is_dir() and (SHARED / "score_cleaning.py").is_file()),
    reason="the practice folder and its scorer are not beside this repository",
)
def test_the_practice_folder_passes_its_score(tmp_path: Path) -> None:
    folder = SHARED / "data" / "messy_practice"
    clean_folder(folder / "input", tmp_path, languages=["en"], against=[folder / "input" / "eval" / "questions.jsonl"])
    done = subprocess.run(
        [sys.executable, SHARED / "score_cleaning.py", folder, tmp_path, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    result = json.loads(done.stdout)
    assert result["summary"] == "PASS"
    figures = {row["kind"].strip(): row for row in result["rows"]}
    assert figures["decoys hit"]["found"] == 0
    assert figures["clean records lost"]["found"] <= 3
    assert all(
        figures[kind]["recall"] >= 0.95
        for kind in ("near_dup", "email", "phone", "iban", "credit_card", "duplicate precision")
    )


def test_the_faults_of_the_example_company_are_found(tmp_path: Path) -> None:
    home = ROOT / "examples" / "petrel_ferries"
    key = {(row["file"], row["line"]): row for row in lines(home / "key.jsonl")}
    since = date(2025, 1, 1)
    sources = [
        Source(path="data/conversations.jsonl", role="chats", since=since),
        Source(path="data/tickets.csv", role="chats", since=since),
        Source(path="data/export_broken.csv"),
        Source(path="data/policies", role="documents", exclude=["policy_manual_2023.md"]),
    ]
    clean(sources, tmp_path, Cleaning(languages=["en"]), root=home)
    result = read_back(tmp_path)
    fate = {(row["source"], row["line"]): "kept" for row in result.kept}
    fate |= {(row["source"], row["line"]): row["reason"] for row in result.dropped}
    counts: dict[str, Counter[str]] = {}
    for place, row in key.items():
        counts.setdefault(row["kind"], Counter())[fate.get(place, "missing")] += 1
    expected = {
        "exact_duplicate": "exact_duplicate",
        "foreign": "wrong_language",
        "broken_line": "corrupted",
        "near_duplicate": "near_duplicate",
    }
    for kind, reason in expected.items():
        least = 0.85 if kind == "near_duplicate" else 0.97
        assert counts[kind][reason] >= least * counts[kind].total(), (kind, counts[kind])
    assert counts["outdated"]["kept"] == counts["empty_reply"]["kept"] == 0
    assert counts["clean"]["kept"] >= 0.99 * counts["clean"].total()
    private = [row for row in result.kept if key.get((row["source"], row["line"]), {}).get("private")]
    assert all(row["redactions"] for row in private)
    assert result.reasons()[("data/export_broken.csv", 0)] == "unreadable"
