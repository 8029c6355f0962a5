"""A conversation in a terminal: change, ask why, decline; nothing is started without a yes."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_a_change_a_why_and_a_no(tmp_path: Path) -> None:
    rows = "".join(f"how long is tea {i} brewed?,Tea {i} is brewed for {i % 7 + 1} minutes.\n" for i in range(300))
    (tmp_path / "tea.csv").write_text("question,answer\n" + rows)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "app.cli", "run", "Make a support bot from tea.csv"],
        cwd=tmp_path,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"ATELIER_HOME": str(tmp_path / "home"), "COLUMNS": "120"},
    )
    os.write(ours, b"make it 3 trials\nwhy 3 trials?\nno\n")
    said, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 5
    assert "because you said “3 trials”" in said
    assert "Nothing in the plan has changed." in said
    assert said.count("Where each value comes from") == 2, "shown anew only where the plan has changed"
    assert "Nothing was started." in said
    assert not (tmp_path / "home" / "runs").exists()


def test_without_a_terminal_and_without_yes_nothing_starts(tmp_path: Path) -> None:
    (tmp_path / "tea.csv").write_text("question,answer\n" + "".join(f"q {i}?,Answer {i}.\n" for i in range(300)))
    done = subprocess.run(
        [sys.executable, "-P", "-m", "app.cli", "run", "Make a support bot from tea.csv"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=os.environ | {"ATELIER_HOME": str(tmp_path / "home")},
        timeout=60,
    )
    assert done.returncode == 4
    assert "Add `--yes`" in done.stdout
    assert not (tmp_path / "home" / "runs").exists()
