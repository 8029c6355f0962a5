"""Where conversations are kept between their turns: in the store's own database, SQLite or PostgreSQL.

One `Checkpoints` serves a whole process: its one connection is guarded by a lock, so that no two threads write at
once and SQLite has nobody to refuse but another process, for which it waits. Writing a turn takes milliseconds.
"""

import sqlite3
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.sqlite import SqliteSaver

from executor.database import BUSY_SECONDS, SETUP_LOCK, shown_url, sqlite_file, unreachable
from training.spec import Problem

KEPT_DAYS = 90
"""Without a word in it, after which a conversation is forgotten. What was approved stands with its run."""
CONNECT_SECONDS = 10
_GREGORIAN = 0x01B21DD213814000
"""Between the epoch of UUIDs (1582) and that of Unix, in 100 ns; RFC 9562, section 5.6."""


class Checkpoints:
    """What keeps conversations, and the little that has to be known of all of them."""

    def __init__(self, saver: BaseCheckpointSaver[Any], *, close: Callable[[], None], talks: Callable[[], Any]) -> None:
        self.saver = saver
        self.close = close
        self._talks = talks
        self._guard = threading.Lock()
        self._busy: WeakValueDictionary[str, _Turn] = WeakValueDictionary()

    @contextmanager
    def turn(self, talk_id: str) -> Iterator[None]:
        """One turn of a conversation at a time: a button pressed twice must not be two answers to one question."""
        with self._guard:
            mine = self._busy.setdefault(talk_id, _Turn())
        with mine.lock:
            yield

    def trim(self, talk_id: str) -> None:
        """Keep the newest checkpoint of a conversation only: each holds all of it."""
        if isinstance(self.saver, SqliteSaver):
            newest = "(SELECT max(checkpoint_id) FROM checkpoints WHERE thread_id = ?)"
            with self.saver.cursor() as cursor:
                for table in ("writes", "checkpoints"):
                    cursor.execute(
                        f"DELETE FROM {table} WHERE thread_id = ? AND checkpoint_id < {newest}", (talk_id, talk_id)
                    )
        else:
            self.saver.prune([talk_id])

    def forget(self, days: float = KEPT_DAYS, *, now: float | None = None) -> list[str]:
        """Drop the conversations that nobody has spoken in for `days`; returns their ids."""
        before = (time.time() if now is None else now) - 86_400 * days
        gone = sorted(talk for talk, last in self._talks() if _written(last) < before)
        for talk in gone:
            self.saver.delete_thread(talk)
        return gone


class _Turn:
    def __init__(self) -> None:
        self.lock = threading.Lock()


def open_checkpoints(home: Path, url: str | None = None) -> Checkpoints:
    """The checkpoints in `home/atelier.db`, or in the database of `url`; old conversations are forgotten on the way.

    Raises: Problem where that can't be reached or is of another kind.
    """
    file = sqlite_file(home, url)
    checkpoints = _in_sqlite(file) if file is not None else _in_postgres(url or "")
    checkpoints.forget()
    return checkpoints


_LAST = "SELECT thread_id, max(checkpoint_id) FROM checkpoints GROUP BY thread_id"


def _in_sqlite(file: Path) -> Checkpoints:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        connection = sqlite3.connect(file, check_same_thread=False, timeout=BUSY_SECONDS)
        connection.execute("PRAGMA synchronous = NORMAL")
        saver = SqliteSaver(connection)
        saver.setup()
    except sqlite3.Error as fault:
        raise Problem(f"{file} can't be used to keep conversations: {fault}.", next_step=_ELSEWHERE) from fault

    def talks() -> list[tuple[str, str]]:
        with saver.cursor(transaction=False) as cursor:
            return cursor.execute(_LAST).fetchall()

    return Checkpoints(saver, close=connection.close, talks=talks)


def _in_postgres(url: str) -> Checkpoints:
    try:
        import psycopg
        from langgraph.checkpoint.postgres import PostgresSaver
        from psycopg.rows import dict_row
        from psycopg_pool import ConnectionPool
    except ImportError as fault:
        raise unreachable(url, str(fault)) from fault

    address = shown_url(url, password=True)
    keywords = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row, "connect_timeout": CONNECT_SECONDS}
    try:
        with psycopg.connect(address, autocommit=True, connect_timeout=CONNECT_SECONDS, row_factory=dict_row) as first:
            # Not pg_advisory_lock: who waits in it holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that.
            while not first.execute(f"SELECT pg_try_advisory_lock({SETUP_LOCK + 1}) AS mine").fetchone()["mine"]:  # type: ignore[index]
                first.execute("SELECT pg_sleep(0.05)")
            PostgresSaver(first).setup()
    except psycopg.Error as fault:
        raise unreachable(url, str(fault)) from fault
    # A pool, so that a connection that died with a restarted server is replaced.
    pool: Any = ConnectionPool(
        address, min_size=1, max_size=4, open=True, kwargs=keywords, check=ConnectionPool.check_connection
    )

    def talks() -> list[tuple[str, str]]:
        with pool.connection() as connection:
            return [(row["thread_id"], row["max"]) for row in connection.execute(_LAST)]

    return Checkpoints(PostgresSaver(pool), close=pool.close, talks=talks)


def _written(checkpoint_id: str) -> float:
    """When a checkpoint was written, Unix time: its id is a version 6 UUID, which begins with its time."""
    bits = uuid.UUID(checkpoint_id).int
    stamp = (bits >> 80) << 12 | (bits >> 64) & 0xFFF
    return (stamp - _GREGORIAN) / 1e7


_ELSEWHERE = "Choose another folder with ATELIER_HOME, or a PostgreSQL database with ATELIER_DATABASE_URL."
