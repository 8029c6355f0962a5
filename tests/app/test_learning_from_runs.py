"""A plan, its run, and the same plan again: the second one is nearer to what it took."""

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.surroundings import experience
from tests.app.conftest import Atelier

EXAMPLE = Path(__file__).parents[2] / "examples" / "returns_desk"
REQUEST = (
    "A chatbot that answers our customers' questions about returns as in data/questions.csv. Train it from scratch on "
    "this machine, one try, with at most 300,000 parameters. Keep 20% aside for the test."
)


def test_a_home_without_runs_has_no_experience(tmp_path: Path) -> None:
    assert experience(tmp_path).past == ()


def test_a_store_of_an_earlier_version_has_none_either(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "atelier.db").execute("CREATE TABLE runs (id TEXT)")
    assert experience(tmp_path).past == ()


def test_what_the_store_writes_is_what_planning_reads(tmp_path: Path) -> None:
    from executor.store import Store
    from executor.tables import TimingRow

    store = Store(tmp_path)
    for number, (machine, gpus) in enumerate([("Some CPU x 2", 0), ("nvidia h100 80gb hbm3 x 8", 8)]):
        store.put_timing(
            TimingRow(run_id="a", stage=f"s{number}", machine=machine, gpus=gpus, parameters=1e6, planned_seconds=10.0,
                      measured_seconds=5.0, at=number)
        )  # fmt: skip
    store.close()
    assert [(past.stage, past.machine) for past in experience(tmp_path).past] == [
        ("s1", "h100 x 8"),
        ("s0", "Some CPU x 2"),
    ]


def test_a_store_that_lies_elsewhere_is_read_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from executor.store import Store
    from executor.tables import TimingRow

    url = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    store = Store(tmp_path / "home", url)
    store.put_timing(TimingRow(run_id="a", stage="sft", machine="Some CPU x 2", parameters=1e6, planned_seconds=10.0,
                               measured_seconds=5.0, at=1.0))  # fmt: skip
    store.close()
    monkeypatch.setenv("ATELIER_DATABASE_URL", url)
    assert [past.stage for past in experience(tmp_path / "home").past] == ["sft"]


def test_reading_experience_loads_no_store(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from app.surroundings import surroundings\n"
        f"surroundings(Path({str(tmp_path)!r}))\n"
        "print([name for name in ('sqlmodel', 'sqlalchemy', 'torch', 'executor', 'langgraph') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_second_plan_is_nearer_to_what_the_run_took(tmp_path: Path, atelier: Atelier) -> None:
    shutil.copytree(EXAMPLE / "data", tmp_path / "data")

    def planned() -> tuple[float, float, str]:
        estimate = json.loads(atelier("plan", REQUEST, "--json").out)["estimate"]
        hours = estimate["wall_clock_hours"]
        return hours, estimate["high"]["wall_clock_hours"] / estimate["low"]["wall_clock_hours"], estimate["basis"]

    before, wide, _ = planned()
    said = atelier("run", REQUEST, "--yes", "--json", timeout=500)
    assert said.code in (0, 3), said.err[-2000:]
    with sqlite3.connect(tmp_path / "home" / "atelier.db") as store:
        took = store.execute("SELECT active_seconds FROM runs").fetchone()[0] / 3600
    after, narrow, basis = planned()
    assert abs(after - took) <= abs(before - took)
    assert narrow < wide
    assert "corrected by 1 earlier run on this machine" in basis
