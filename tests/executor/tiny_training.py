"""A training run small enough to watch: gradient descent on a bowl, with the manners of `train_sft`.

It goes on from its own checkpoint, follows a schedule over the full length whatever `until_step` says, and
is deterministic. Also a stage, `search_stage`, for the tests that kill a real process.
"""

import json
import math
import os
import threading
from pathlib import Path
from typing import Any, NamedTuple

from executor.search import search
from training.progress import Progress


class Result(NamedTuple):
    eval_loss: float
    step: int
    total_steps: int


def train_bowl(
    settings: dict[str, Any],
    start: Path,
    train: Path,
    validation: Path,
    out: Path,
    progress: Progress,
    *,
    until_step: int | None = None,
) -> Result:
    """Loss of a start at 1.0 under decaying steps; a rate above 1 diverges, one far below learns little."""
    total = 48 * 8 // int(settings.get("batch_size", 8))
    checkpoint = out / "state.json"
    place, step = json.loads(checkpoint.read_text()) if checkpoint.exists() else [1.0, 0]
    while step < min(total, until_step or total):
        rate = settings["learning_rate"] * 20 * (1 - step / total)
        place, step = place - rate * (place - 0.01 * math.sin(step)), step + 1
        aside = out / "state.tmp"
        aside.write_text(json.dumps([place, step]))
        os.replace(aside, checkpoint)
        progress(step, total, "training", {"loss": place * place})
        if settings.get("pause"):
            threading.Event().wait(settings["pause"])
    return Result(place * place + 0.001, step, total)


def search_stage(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    return search(settings, {"split": out, "base": out}, out, progress, train=train_bowl)
