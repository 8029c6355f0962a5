"""Stages whose work is a library function of another shape: they are given the stage's shape here.

Loads neither torch nor a trainer until a stage that needs them runs.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from executor.circumstances import Counts, Sizes
from training.progress import Progress
from training.spec import Example
from training.spec.spec import Cleaning, Source

MODEL = "model"
"""Folder of the model inside a stage's folder."""
LONG = 0.99
"""Share of the texts that `Sizes.long` covers."""


def clean(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """The user's sources to kept.jsonl, dropped.jsonl and report.json."""
    from training.data import clean as clean_sources

    sources = [Source.model_validate(source) for source in settings["sources"]]
    cleaning = Cleaning.model_validate(settings["cleaning"])
    report: dict[str, Any] = clean_sources(sources, out, cleaning, root=Path(settings["root"]), progress=progress)
    return report


def split(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """Cleaned records to train, validation and held-out files; and `counts`, which later settings go by."""
    from training.data import split as split_records

    figures: dict[str, Any] = split_records(
        inputs["clean"], out, holdout=settings["holdout"], seed=settings["seed"], task=settings["task"]
    )
    return figures | {"counts": count(out).model_dump(mode="json")}


def sft(settings: dict[str, Any], inputs: dict[str, Path], out: Path, progress: Progress) -> dict[str, Any]:
    """Fine-tune to the end; after a search with its best parameters, from its best trial's checkpoint."""
    from training.sft import train_sft

    settings = dict(settings)
    if "search" in inputs:
        from executor.search import BEST, CHECKPOINT

        best = json.loads((inputs["search"] / BEST).read_text(encoding="utf-8"))
        settings |= best["params"]
        _bring(inputs["search"] / CHECKPOINT, out)
    result = train_sft(
        settings,
        inputs.get("pretrain", inputs["base"]) / MODEL,
        inputs["split"] / "train.jsonl",
        inputs["split"] / "validation.jsonl",
        out,
        progress,
    )
    return {"params": {name: value for name, value in settings.items() if name != "why"}, **_as_dict(result)}


def _bring(checkpoint: Path, out: Path) -> None:
    """Copy a trial's folder into `out`, once: a second attempt has gone on from it since."""
    mark = out / ".from_search"
    if mark.exists():
        return
    shutil.copytree(checkpoint, out, dirs_exist_ok=True)
    mark.touch()


def _as_dict(result: Any) -> dict[str, Any]:
    if is_dataclass(result) and not isinstance(result, type):
        return asdict(result)
    if hasattr(result, "model_dump"):
        return dict(result.model_dump())
    return dict(result._asdict()) if hasattr(result, "_asdict") else dict(result)


def count(folder: Path) -> Counts:
    """How much a split folder has to learn from."""
    return Counts(
        conversations=sizes(_conversation(example) for example in _examples(folder / "train.jsonl")),
        answers=sizes(example.messages[-1].content for example in _examples(folder / "train.jsonl")),
        validation=sizes(_conversation(example) for example in _examples(folder / "validation.jsonl")),
        heldout=sizes(_conversation(example) for example in _examples(folder / "heldout.jsonl")),
        passages=sizes(example.text or "" for example in _examples(folder / "passages_train.jsonl")),
    )


def sizes(texts: Iterable[str]) -> Sizes:
    """Number, sum and long end of the texts' lengths."""
    lengths = sorted(len(text) for text in texts)
    if not lengths:
        return Sizes()
    return Sizes(n=len(lengths), characters=sum(lengths), long=lengths[min(len(lengths) - 1, int(LONG * len(lengths)))])


def _conversation(example: Example) -> str:
    return "".join(message.content for message in example.messages)


def _examples(path: Path) -> Iterator[Example]:
    if not path.exists():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Example.model_validate_json(line)
