"""The store keeps what happened, and notices when it was changed behind its back."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_runs import ready_plan

from executor.lease import holder_is_alive, this_process
from executor.store import Store
from executor.tables import RunRow
from training.spec import Problem


def filled(home: Path) -> Store:
    store = Store(home)
    for run_id in ("one", "two"):
        store.add_run(run_id, ready_plan(), circumstances={"seed": 0})
        store.set_state(run_id, "running")
        store.set_state(run_id, "done", exit_code=0)
    return store


def sql(store: Store, statement: str) -> None:
    connection = sqlite3.connect(store.home / "atelier.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    ("tampering", "says"),
    [
        pytest.param("SELECT 1", None, id="untouched"),
        pytest.param('UPDATE events SET payload = \'{"state": "failed"}\' WHERE seq = 3', "changed", id="rewritten"),
        pytest.param("UPDATE events SET at = at - 3600 WHERE seq = 2", "changed", id="backdated"),
        pytest.param("DELETE FROM events WHERE seq = 2", "taken out", id="taken out of the middle"),
        pytest.param("DELETE FROM events WHERE seq = 6", "does not show", id="cut off at the end"),
        pytest.param("DELETE FROM events", "does not show", id="all gone"),
        pytest.param("UPDATE runs SET state = 'failed' WHERE id = 'one'", "does not show", id="another outcome"),
        pytest.param("UPDATE runs SET spec_hash = 'x' WHERE id = 'one'", "another spec", id="another spec"),
        pytest.param("UPDATE runs SET circumstances = '{}' WHERE id = 'two'", "changed afterwards", id="other files"),
    ],
)
def test_the_audit_trail_notices(tmp_path: Path, tampering: str, says: str | None) -> None:
    store = filled(tmp_path)
    sql(store, tampering)
    fault = store.verify()
    assert fault is None if says is None else says in (fault or "")


def test_many_writers_at_once_make_one_chain(tmp_path: Path) -> None:
    stores = [Store(tmp_path) for _ in range(4)]
    faults: list[BaseException] = []

    def write(store: Store, number: int) -> None:
        try:
            for _ in range(15):
                store.record(str(number), "note", {})
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(store, number)) for number, store in enumerate(stores)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(stores[0].events()) == 60
    assert stores[0].verify() is None


def lease(**changes: object) -> RunRow:
    host, pid, began = this_process()
    facts = {
        "id": "r", "plan_id": "p", "spec_hash": "h", "name": "n", "state": "running", "circumstances": {}, "created": 0,
        "lease_owner": "someone", "lease_host": host, "lease_pid": pid, "lease_process_started": began,
        "lease_heartbeat": 1000.0,
    }  # fmt: skip
    return RunRow(**facts | changes)


@pytest.mark.parametrize(
    ("changes", "now", "alive"),
    [
        pytest.param({}, 1001, True, id="this very process"),
        pytest.param({}, 99_999, True, id="silent and alive: a sleeping laptop keeps its run"),
        pytest.param({"lease_owner": None}, 1001, False, id="nobody"),
        pytest.param({"lease_pid": 2**22 + 1}, 1001, False, id="a process that is gone, however fresh its heartbeat"),
        pytest.param({"lease_process_started": 1.0}, 1001, False, id="its number was given to another process"),
        pytest.param({"lease_host": "elsewhere"}, 1030, True, id="another machine that was heard of lately"),
        pytest.param({"lease_host": "elsewhere"}, 1070, False, id="another machine that fell silent"),
    ],
)
def test_who_is_alive(changes: dict[str, object], now: float, alive: bool) -> None:
    assert holder_is_alive(lease(**changes), now) is alive


def test_a_worker_that_lost_its_lease_is_told_so(tmp_path: Path) -> None:
    store = filled(tmp_path)
    nobody: Callable[[RunRow, float], bool] = lambda row, now: False  # noqa: E731
    for owner in ("first", "second"):
        taken = store.take_lease("one", owner=owner, host="h", pid=1, process_started=0.0, holder_is_alive=nobody)
        assert taken is None
    assert store.heartbeat("one", "first", 5.0) == (False, False)
    assert store.heartbeat("one", "second", 5.0) == (True, False)
    assert store.run("one").active_seconds == 5.0


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    sql(Store(tmp_path), "PRAGMA user_version = 99")
    with pytest.raises(Problem, match="newer version"):
        Store(tmp_path)


def test_a_database_without_its_driver_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="ATELIER_DATABASE_URL"):
        Store(tmp_path, "nosuchbase://somewhere/atelier")
