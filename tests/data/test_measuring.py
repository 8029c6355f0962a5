"""The plan's measures: right, quick, and without a heavy import."""

import subprocess
import sys
from pathlib import Path

from conftest import write_csv, write_jsonl

from training.data import measure


def test_a_table_of_classes_is_measured(tmp_path: Path) -> None:
    rows = [[f"Where is my parcel number {n}?", "parcel", "2025-01-05"] for n in range(30)] + [
        ["Where is my parcel number 1?", "parcel", "2025-03-01"]
    ] * 10
    rows += [[f"Please send the money for {n} back to ana{n}@example.com", "refund", "2024-12-24"] for n in range(20)]
    write_csv(tmp_path / "t.csv", ["text", "label", "date"], rows)
    (found,) = measure([tmp_path], tmp_path)
    assert (found.path, found.format, found.role, found.rows) == ("t.csv", "csv", "labels", 60)
    assert found.labels == {"parcel": 40, "refund": 20}
    assert (found.exact_duplicates, found.largest_repeat) == (10, round(11 / 60, 4))
    assert (found.has_answers, found.answers_checkable) == (True, True)
    assert found.sensitive == {"email": 20}
    assert (found.first_day, found.last_day) == ("2024-12-24", "2025-03-01")
    assert found.languages == {"en": 1.0}
    assert found.tokens == round(found.characters / 4)


def test_answers_in_prose_cannot_be_checked_and_numbers_can(tmp_path: Path) -> None:
    write_jsonl(
        tmp_path / "a.jsonl",
        [
            {"question": f"What about {n}?", "answer": f"It depends on how you like number {n} in the end."}
            for n in range(9)
        ],
    )
    write_jsonl(
        tmp_path / "b.jsonl",
        [{"question": f"What is {n} and {n}?", "answer": f"Add them.\n#### {2 * n}"} for n in range(9)],
    )
    prose, numbers = measure([Path("a.jsonl"), Path("b.jsonl")], tmp_path)
    assert (prose.has_answers, prose.answers_checkable) == (True, False)
    assert (numbers.has_answers, numbers.answers_checkable) == (True, True)


def test_what_cannot_be_read_says_why_and_a_missing_path_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n123")
    broken, picture = measure([tmp_path, tmp_path / "gone.csv"], tmp_path)
    assert broken.unreadable
    assert broken.role is None
    assert picture.role == "images"


def test_measuring_loads_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path; from training.data import measure; "
        "measure([Path('examples')], Path('examples')); "
        "print([m for m in ('numpy', 'pandas', 'pyarrow', 'torch', 'transformers', 'datasets', 'py3langid', 'rensa') if m in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
