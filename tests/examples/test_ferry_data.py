"""The ferry company's files are what the generator writes, and hold what the key says."""

import csv
import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import py3langid
import pytest


def bytes_below(folder: Path, *names: str) -> dict[str, bytes]:
    found = [path for name in names for path in [folder / name, *(folder / name).rglob("*")] if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def key(ferries: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ferries / "key.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def talks(ferries: Path, key: list[dict[str, Any]]) -> dict[tuple[str, int], dict[str, Any]]:
    """(file, line) -> what stands there: date and messages; no messages where the line can't be read."""
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for number, line in enumerate((ferries / "data/conversations.jsonl").read_text(encoding="utf-8").splitlines(), 1):
        try:
            entry = json.loads(line)
            messages = [message["content"] for message in entry["messages"]]
            found["data/conversations.jsonl", number] = {"date": entry["date"], "messages": messages}
        except json.JSONDecodeError:
            found["data/conversations.jsonl", number] = {"date": "", "messages": []}
    with (ferries / "data/tickets.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        line = reader.line_num + 1
        for row in reader:
            whole = len(row) == 6
            found["data/tickets.csv", line] = {
                "date": row[1][:10] if whole else "",
                "messages": row[4:] if whole else [],
            }
            line = reader.line_num + 1
    return found


def test_the_same_seed_gives_the_committed_bytes(ferries: Path, make_ferries: ModuleType, tmp_path: Path) -> None:
    make_ferries.make(tmp_path)
    made, committed = (bytes_below(folder, "data", "key.jsonl") for folder in (tmp_path, ferries))
    assert made.keys() == committed.keys()
    assert [name for name in made if made[name] != committed[name]] == []


def test_a_help_page_that_is_no_longer_written_disappears(make_ferries: ModuleType, tmp_path: Path) -> None:
    stale = tmp_path / "data/help_centre/stale.md"
    stale.parent.mkdir(parents=True)
    stale.write_text("old")
    make_ferries.make(tmp_path)
    assert not stale.exists()


def test_the_key_has_an_entry_for_each_talk(
    key: list[dict[str, Any]], talks: dict[tuple[str, int], dict[str, Any]]
) -> None:
    assert {(entry["file"], entry["line"]) for entry in key} == talks.keys()
    assert len(key) == len(talks)


def test_every_planted_fault_is_where_the_key_says_and_nowhere_else(
    key: list[dict[str, Any]], talks: dict[tuple[str, int], dict[str, Any]]
) -> None:
    firsts: dict[tuple[str, ...], tuple[str, int]] = {}
    for entry in sorted(key, key=lambda entry: (entry["file"], entry["line"])):
        here = (entry["file"], entry["line"])
        messages, day = talks[here]["messages"], talks[here]["date"]
        assert (messages == []) is (entry["kind"] == "broken_line"), here
        if not messages:
            continue
        said_before = firsts.get(tuple(messages))
        assert (said_before is not None) is (entry["kind"] == "exact_duplicate"), here
        assert said_before is None or said_before == (entry["file"], entry["repeats"]), here
        firsts.setdefault(tuple(messages), here)
        assert (messages[-1] == "") is (entry["kind"] == "empty_reply"), here
        assert (day < "2025-01-01") is (entry["kind"] == "outdated"), here


def test_only_planted_near_duplicates_are_nearly_the_same(
    key: list[dict[str, Any]], talks: dict[tuple[str, int], dict[str, Any]], make_ferries: ModuleType
) -> None:
    records = make_ferries.records
    by_answer: dict[str, list[tuple[dict[str, Any], set[tuple[str, ...]]]]] = {}
    for entry in key:
        if entry["kind"] in ("clean", "near_duplicate"):
            text = " ".join(talks[entry["file"], entry["line"]]["messages"])
            by_answer.setdefault(entry["answer"], []).append((entry, records.triples(text)))
    too_near, planted_likeness = [], []
    for same in by_answer.values():
        for (one, mine), (other, theirs) in combinations(same, 2):
            likeness = records.likeness(mine, theirs)
            repeat = one["file"] == other["file"] and (
                one["repeats"] == other["line"] or other["repeats"] == one["line"]
            )
            if repeat:
                planted_likeness.append(likeness)
            elif one["kind"] == other["kind"] == "clean" and likeness >= 0.8:
                too_near.append((one, other))
    assert len(planted_likeness) == sum(entry["kind"] == "near_duplicate" for entry in key)
    assert min(planted_likeness) >= 0.7
    assert too_near == []


def test_private_details_and_languages_are_as_the_key_says(
    key: list[dict[str, Any]], talks: dict[tuple[str, int], dict[str, Any]]
) -> None:
    patterns = {"email": r"[\w.]+@example\.com", "phone": r"\(\d{3}\) 555-01\d\d", "card": r"\b(?:\d{4} ?){4}"}
    for entry in key:
        messages = talks[entry["file"], entry["line"]]["messages"]
        if not messages:
            continue
        if entry["language"] != "en":
            assert py3langid.classify(" ".join(messages))[0] == entry["language"]
        planted = {kind for kind, pattern in patterns.items() if re.search(pattern, "\n".join(messages), re.I)}
        assert set(entry["private"]) == planted, messages


def test_card_numbers_pass_the_check_that_real_ones_pass(make_ferries: ModuleType) -> None:
    for card in make_ferries.talk.CARDS:
        digits = [int(digit) for digit in card if digit.isdigit()][::-1]
        doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
        assert (sum(digits[::2]) + sum(doubled)) % 10 == 0


def test_the_garbled_export_is_no_text_in_any_reading(ferries: Path) -> None:
    content = (ferries / "data/export_broken.csv").read_bytes()
    assert b"\0" in content
    with pytest.raises(UnicodeDecodeError):
        content.decode("utf-8")


def test_the_readme_states_the_figures_that_are_counted(ferries: Path, make_ferries: ModuleType) -> None:
    text = (ferries / "README.md").read_text(encoding="utf-8")
    stated = {name: int(count) for count, name in re.findall(r"^ *(\d+)  (.+)$", text, re.M)}
    assert stated == make_ferries.counts(ferries)


def test_there_are_about_1500_talks_with_all_kinds_of_mess(ferries: Path, make_ferries: ModuleType) -> None:
    counts = Counter(make_ferries.counts(ferries))
    assert 1400 <= counts["talks"] <= 1600
    wanted = ("exact_duplicate", "near_duplicate", "foreign", "outdated", "broken_line", "empty_reply")
    assert min(counts[kind] for kind in (*wanted, "with email", "with phone", "with card")) >= 10
