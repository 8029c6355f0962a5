"""Small stages for the executor's tests: real processes, files and checkpoints, no model."""

import json
import os
from pathlib import Path
from typing import Any

from training.progress import Progress
from training.spec import Problem


def count(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """Fold a number over `steps`, writing a checkpoint at each; the result depends on every step once.

    `visits.txt` gets a line a process, so a test can see how often a stage was entered.
    """
    with (out.parent / f"{settings['label']}.visits").open("a") as visits:
        visits.write(f"{os.getpid()}\n")
    checkpoint = out / "checkpoint.json"
    value, step = sum(_value(folder) for folder in inputs.values()) + settings.get("start", 1), 0
    if checkpoint.exists():
        value, step = json.loads(checkpoint.read_text())
    while step < settings["steps"]:
        value, step = (value * 31 + step) % 1_000_003, step + 1
        aside = out / "checkpoint.tmp"
        aside.write_text(json.dumps([value, step]))
        os.replace(aside, checkpoint)
        progress(step, settings["steps"], "counting", {"value": float(value)})
        if settings.get("pause"):
            import threading

            threading.Event().wait(settings["pause"])
    (out / "value.json").write_text(json.dumps(value))
    checkpoint.unlink()
    return {"value": value} | ({"counts": settings["counts"]} if "counts" in settings else {})


def refuse(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    raise Problem("The file has no answers.", next_step="Add a column called answer.")


def crash(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    print("a word on the way down")
    raise ZeroDivisionError("a fault nobody foresaw")


def vanish(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    os.kill(os.getpid(), 9)
    raise AssertionError("unreachable")


def _value(folder: Path) -> int:
    return int(json.loads((folder / "value.json").read_text()))
