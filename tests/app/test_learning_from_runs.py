"""A plan, its run, and the same plan again: the second one is nearer to what it took."""

import json
import shutil
import sqlite3
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
