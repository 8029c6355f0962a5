"""The code's version changes with the code that a stage reaches, and with no other."""

from pathlib import Path

import pytest

from executor.code_version import code_version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "reached"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "stage.py").write_text("def run():\n    from reached.helper import help_out\n    import json\n")
    (folder / "helper.py").write_text("from . import deeper\n")
    (folder / "deeper.py").write_text("import reached.helper\n")
    (folder / "stranger.py").write_text("raise RuntimeError('never imported')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    code_version.cache_clear()
    return folder


@pytest.mark.parametrize(
    ("edited", "changes"),
    [("stage.py", True), ("helper.py", True), ("deeper.py", True), ("__init__.py", True), ("stranger.py", False)],
)
def test_what_an_edit_changes(package: Path, edited: str, changes: bool) -> None:
    before = code_version("reached.stage:run")
    (package / edited).write_text((package / edited).read_text() + "# a word\n")
    code_version.cache_clear()
    assert (code_version("reached.stage:run") != before) is changes


def test_a_stage_that_is_not_there_is_said_so(package: Path) -> None:
    with pytest.raises(ModuleNotFoundError):
        code_version("reached.nothing:run")
