"""Opening the store's database: SQLite in WAL mode by default, another one by its URL."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import NoSuchModuleError

from executor.tables import SCHEMA_VERSION, _Table
from training.spec import Problem

BUSY_SECONDS = 30
"""How long a writer waits for another one. Transactions last milliseconds; a slow disk may not."""


def open_database(home: Path, url: str | None = None) -> Engine:
    """The engine of `url`, or of `home/atelier.db`, with all tables there.

    Raises: Problem where the URL can't be used or the database was written by a newer version.
    """
    try:
        engine = create_engine(url or f"sqlite:///{home / 'atelier.db'}")
    except (ImportError, NoSuchModuleError) as fault:
        raise Problem(
            f"The database of ATELIER_DATABASE_URL can't be opened: {fault}.",
            next_step="Install its driver (pip install psycopg2-binary for PostgreSQL), or unset the variable.",
        ) from fault
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    with engine.execution_options(writes=True).begin() as connection:
        if engine.dialect.name == "sqlite":
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if version > SCHEMA_VERSION:
                raise Problem(
                    f"The store in {home} was written by a newer version of Atelier.",
                    next_step="Update Atelier, or choose another folder with ATELIER_HOME.",
                )
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        # Inside the write lock: two processes that open a new home at once would both find no tables.
        _Table.metadata.create_all(connection)
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        # The driver's own transaction handling begins late and never IMMEDIATE; we begin ourselves.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Any) -> None:
        # A transaction that reads first and writes later can't wait for another writer (SQLITE_BUSY at
        # once, whatever the timeout), so writers take the lock at their beginning.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
