"""The command line as a user has it: a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest


class Said(NamedTuple):
    code: int
    out: str
    err: str


class Atelier(Protocol):
    def __call__(self, *arguments: str, stdin: str = "", timeout: float = 60) -> Said: ...


@pytest.fixture
def atelier(tmp_path: Path) -> Atelier:
    """Runs `atelier …` in `tmp_path`, with its home there."""

    def run(*arguments: str, stdin: str = "", timeout: float = 60) -> Said:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "app.cli", *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=timeout,
            env=os.environ | {"ATELIER_HOME": str(tmp_path / "home"), "COLUMNS": "200", "OMP_NUM_THREADS": "1"},
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run
