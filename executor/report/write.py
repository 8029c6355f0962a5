"""Puts a report on disk, three times: for machines, for reading as text, for reading as a page."""

import os
from pathlib import Path

from executor.report.facts import RunFacts
from executor.report.html import html
from executor.report.markdown import markdown


def write_report(facts: RunFacts, folder: Path) -> None:
    """report.json, report.md and report.html in a run's folder. Each is written aside and renamed into place."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "report.html", html(facts))
    _write(folder / "report.md", markdown(facts))
    _write(folder / "report.json", facts.model_dump_json(indent=1) + "\n")


def _write(path: Path, text: str) -> None:
    aside = path.with_name(path.name + ".tmp")
    aside.write_text(text, encoding="utf-8")
    os.replace(aside, path)
