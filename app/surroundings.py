"""What plans are cut to: this machine, what earlier runs took, what machines cost. Read at the edge, without loading the store."""

import os
import sqlite3
from functools import cache
from pathlib import Path

from planner.experience import Experience, Past
from planner.hardware import Hardware, short_gpu_name, this_hardware
from planner.prices import prices_in
from training.machine import cpu_model, fingerprint

MOST_ROWS = 400
COLUMNS = "run_id, stage, machine, gpus, parameters, planned_seconds, measured_seconds"


def surroundings(home: Path) -> Hardware:
    """This machine, with the experience and the user's own prices that `home` holds.

    Raises: Problem where the user's prices can't be used.
    """
    return _machine().model_copy(update={"experience": experience(home), "prices": prices_in(home)})


@cache
def _machine() -> Hardware:
    return this_hardware()


def experience(home: Path) -> Experience:
    """What the stages of earlier runs took, newest first; nothing where nothing was run yet."""
    if os.environ.get("ATELIER_DATABASE_URL"):
        from executor.store import Store  # late: half a second, which only those pay whose store is elsewhere

        store = Store(home, os.environ["ATELIER_DATABASE_URL"])
        rows = [tuple(getattr(row, name) for name in COLUMNS.split(", ")) for row in store.timings(MOST_ROWS)]
    else:
        rows = _rows(home / "atelier.db")
    return Experience(past=tuple(_past(*row) for row in rows))


def _rows(database: Path) -> list[tuple[str, str, str, int, float, float, float]]:
    """Read with the plain driver: planning must not load the store."""
    if not database.is_file():
        return []
    try:
        with sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=2) as connection:
            return list(connection.execute(f"SELECT {COLUMNS} FROM timings ORDER BY at DESC LIMIT {MOST_ROWS}"))
    except sqlite3.Error:
        return []  # a store of an earlier version has no such table; a plan does without


def _past(run: str, stage: str, machine: str, gpus: int, parameters: float, planned: float, measured: float) -> Past:
    if gpus:  # by the short name, as requests name it
        name = machine.rpartition(" x ")[0]
        machine = fingerprint(cpu=cpu_model(), cpus=0, gpu=short_gpu_name(name), gpus=gpus)
    return Past(
        run=run,
        machine=machine,
        stage=stage,
        parameters=parameters,
        planned_seconds=planned,
        measured_seconds=measured,
    )
