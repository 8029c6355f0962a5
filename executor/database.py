"""Opening the store's database: SQLite in WAL mode by default, another one by its URL."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from executor.tables import SCHEMA_VERSION, _Table
from training.spec import Problem

SETUP_LOCK = 7_236_450
"""A number for PostgreSQL, by which only one process at a time makes the tables."""
BUSY_SECONDS = 30
"""How long a writer waits for another one. Transactions last milliseconds; a slow disk may not."""


def open_database(home: Path, url: str | None = None) -> Engine:
    """The engine of `url`, or of `home/atelier.db`, with all tables there.

    Raises: Problem where the URL can't be used or the database was written by a newer version.
    """
    try:
        engine = create_engine(shown_url(url, password=True) if url else f"sqlite:///{home / 'atelier.db'}")
    except (ImportError, NoSuchModuleError) as fault:
        raise unreachable(url or "", str(fault)) from fault
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    try:
        _make_tables(engine, home)
    except OperationalError as fault:
        if engine.dialect.name == "sqlite":
            raise
        raise unreachable(url or "", str(fault.orig)) from fault
    return engine


def sqlite_file(home: Path, url: str | None) -> Path | None:
    """The file of the store, or None where it is in another kind of database.

    Raises: Problem where the URL is neither SQLite's nor PostgreSQL's.
    """
    parsed = _parsed(url) if url else None
    if parsed is None:
        return home / "atelier.db"
    return Path(parsed.database or home / "atelier.db") if parsed.get_backend_name() == "sqlite" else None


def shown_url(url: str, *, password: bool = False) -> str:
    """The URL in the spelling that drivers know; without `password` fit for eyes and logs."""
    return _parsed(url).render_as_string(hide_password=not password)


def unreachable(url: str, why: str) -> Problem:
    """What a user is told about a database that can't be used; the password stays out of it."""
    lines = why.strip().splitlines()
    reason = lines[-1].strip().rstrip(".") if lines else "no reason was given"
    return Problem(
        f"The database of ATELIER_DATABASE_URL can't be opened: {shown_url(url)}: {reason}.",
        next_step="Check that the server runs and the URL is right (postgresql://user:password@host/database), "
        "or unset the variable to keep everything in ATELIER_HOME.",
    )


def _parsed(url: str) -> URL:
    """One URL serves SQLAlchemy and psycopg alike: postgres:// and postgresql+driver:// mean postgresql://."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise Problem(
            "ATELIER_DATABASE_URL is not the URL of a database.",
            next_step="Write it like postgresql://user:password@host/database, or unset the variable.",
        ) from None  # its text has the password in it
    name = parsed.drivername.split("+")[0]
    if name in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql")
    if name == "sqlite":
        return parsed
    raise Problem(
        f"ATELIER_DATABASE_URL names a {name} database, which Atelier can't use.",
        next_step="Name a PostgreSQL database (postgresql://user:password@host/database), or unset the variable.",
    )


def _make_tables(engine: Engine, home: Path) -> None:
    with engine.execution_options(writes=True).begin() as connection:
        if engine.dialect.name == "sqlite":
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
            if version > SCHEMA_VERSION:
                raise Problem(
                    f"The store in {home} was written by a newer version of Atelier.",
                    next_step="Update Atelier, or choose another folder with ATELIER_HOME.",
                )
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
        else:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SETUP_LOCK})")
        # Inside the write lock: two processes that open a new home at once would both find no tables.
        _Table.metadata.create_all(connection)


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
