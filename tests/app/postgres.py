"""A PostgreSQL server of the tests' own, where the machine has the program."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def postgres_server() -> Iterator[str]:
    """URL of a fresh server that is gone afterwards; skips where there is no program for it."""
    initdb = _program("initdb")
    if initdb is None:
        pytest.skip("no PostgreSQL server on this machine (initdb is neither in PATH nor in /usr/lib/postgresql)")
    # The server refuses to run as root.
    user = "nobody" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="atelier-pg-", dir="/tmp"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    try:
        if user:
            shutil.chown(folder, user)
        run = {"user": user, "cwd": "/", "check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([initdb, "-D", data, "-U", "atelier", "-A", "trust", "--no-sync"], **run)
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        control = str(Path(initdb).with_name("pg_ctl"))
        subprocess.run([control, "-D", data, "-w", "-o", options, "-l", folder / "log", "start"], **run)
        try:
            yield f"postgres://atelier:secret@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([control, "-D", data, "-m", "immediate", "stop"], **run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> str | None:
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = shutil.which(name)
    if versions:
        return str(versions[-1])
    return str(Path(found).resolve()) if found else None
