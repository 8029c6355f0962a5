"""From the folders that the stages left to the facts of a run. Reads files, writes none, guesses nothing.

Counts are taken from the records themselves (`kept.jsonl`, `dropped.jsonl`, the split's files) and not from what
a stage said about them: the report must hold even where a stage miscounts.
"""

import json
import struct
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from executor.machine import Machine
from executor.report.facts import CurvePoint, DataFacts, StageFacts, TrialFacts
from executor.stage_process import RESULT

EXAMPLES_EACH = 3
"""Dropped records shown for each reason."""
SHOWN = 160
"""Characters of a detail that are shown."""
MOST_FILES = 40


def data_facts(folders: Mapping[str, Path]) -> DataFacts:
    """What became of the user's files, from the `clean` and `split` folders; zeros where there is none."""
    clean, split = folders.get("clean"), folders.get("split")
    sources: dict[str, Counter[str]] = {}
    redactions: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    examples: dict[str, list[str]] = {}
    unreadable: list[str] = []
    for record in _lines(clean, "kept.jsonl"):
        sources.setdefault(str(record.get("source")), Counter())["kept"] += 1
        redactions.update(str(one.get("kind")) for one in record.get("redactions") or [])
    for record in _lines(clean, "dropped.jsonl"):
        reason = str(record.get("reason"))
        dropped[reason] += 1
        sources.setdefault(str(record.get("source")), Counter())["dropped"] += 1
        if len(examples.setdefault(reason, [])) < EXAMPLES_EACH:
            examples[reason].append(_dropped_line(record))
        if reason == "unreadable" and len(unreadable) < MOST_FILES:
            unreadable.append(_dropped_line(record, place=False))
    kept = sum(counts["kept"] for counts in sources.values())
    figures = _result(split).get("figures", {})
    return DataFacts(
        read=kept + dropped.total(),
        kept=kept,
        dropped=dict(dropped.most_common()),
        dropped_examples=examples,
        redactions=dict(redactions.most_common()),
        by_source={
            source: {"read": counts.total(), "kept": counts["kept"], "dropped": counts["dropped"]}
            for source, counts in sorted(sources.items())
        },
        unreadable=unreadable,
        train=_count(split, "train.jsonl"),
        validation=_count(split, "validation.jsonl"),
        heldout=_count(split, "heldout.jsonl"),
        passages_train=_count(split, "passages_train.jsonl"),
        passages_heldout=_count(split, "passages_heldout.jsonl"),
        removed_from_train=sum(int(figures.get(name) or 0) for name in ("taken_out", "taken_out_nearly")),
    )


def _dropped_line(record: dict[str, Any], *, place: bool = True) -> str:
    """`tickets.csv, line 12: broken quotes`."""
    where = str(record.get("source"))
    if place and record.get("line") is not None:
        where += f", line {record['line']}"
    elif place and record.get("index"):
        where += f", record {record['index']}"
    original = record.get("duplicate_of") or {}
    said = str(record.get("detail") or "")
    if original:
        like = f"{original.get('source')}, record {original.get('index')}"
        said = f"like {like}" if not said or like in said else f"like {like}; {said}"
    said = " ".join(said.split())
    return f"{where}: {said[:SHOWN]}" if said else where


def stage_facts(
    folders: Mapping[str, Path], seconds: Mapping[str, float], states: Mapping[str, str]
) -> list[StageFacts]:
    """Every finished stage in order, with its settings, figures and curves.

    Args:
        folders, seconds, states: by the stage's name.
    """
    found = []
    for name, folder in folders.items():
        result = _result(folder)
        figures = dict(result.get("figures", {}))
        points = figures.pop("curve", None) or _own_curve(folder) or _progress_curve(folder)
        found.append(
            StageFacts(
                name=name,
                seconds=seconds.get(name, 0.0),
                state="reused" if states.get(name) == "reused" else "done",
                settings=result.get("settings", {}),
                figures=figures,
                curve=[] if name == "search" else _points(points, "loss"),
                validation_curve=[] if name == "search" else _points(points, "eval_loss", "validation_loss"),
            )
        )
    return found


def _own_curve(folder: Path) -> list[Any]:
    """The curve that a trainer left, with every step that it kept."""
    try:
        points = json.loads((folder / "curve.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    return points if isinstance(points, list) else []


def _progress_curve(folder: Path) -> list[dict[str, Any]]:
    """What the stage reported on its way, as {step, …}; a resumed stage repeats steps, and the later one counts."""
    by_step = {
        line["done"]: {"step": line["done"], **line["figures"]}
        for line in _lines(folder, "curve.jsonl")
        if isinstance(line.get("done"), int) and isinstance(line.get("figures"), dict)
    }
    return [by_step[step] for step in sorted(by_step)]


def _points(points: Any, *names: str) -> list[CurvePoint]:
    if not isinstance(points, list):
        return []
    by_step: dict[int, float] = {}
    for point in points:
        if not isinstance(point, dict):
            continue
        value = next((point[name] for name in names if isinstance(point.get(name), int | float)), None)
        if value is not None and isinstance(point.get("step"), int | float):
            by_step[int(point["step"])] = float(value)
    return [CurvePoint(step=step, loss=by_step[step]) for step in sorted(by_step)]


def trial_facts(folders: Mapping[str, Path]) -> list[TrialFacts]:
    """The search's trials in order; none where nothing was searched."""
    path = folders["search"] / "trials.json" if "search" in folders else None
    if path is None or not path.exists():
        return []
    return [
        TrialFacts(
            number=trial["number"],
            state=trial["state"],
            value=trial["value"],
            steps=trial["step"],
            total_steps=trial.get("total_steps") or 0,
            params=trial["params"],
        )
        for trial in json.loads(path.read_text(encoding="utf-8"))
    ]


def parameters_of(model: Path) -> int | None:
    """Weights in a model's folder, counted from the heads of its safetensors files; null where there are none.

    Source: https://huggingface.co/docs/safetensors/index#format : 8 bytes of length, then JSON with each shape.
    """
    total = 0
    for file in sorted(model.glob("*.safetensors")):
        with file.open("rb") as handle:
            (length,) = struct.unpack("<Q", handle.read(8))
            head = json.loads(handle.read(length))
        for name, tensor in head.items():
            if name != "__metadata__":
                size = 1
                for side in tensor["shape"]:
                    size *= side
                total += size
    return total or None


def peak_memory_gb(folders: Mapping[str, Path]) -> float | None:
    """The largest that any stage measured of itself; null where none did."""
    found = [_result(folder).get("figures", {}).get("peak_memory_gb") for folder in folders.values()]
    return max((float(value) for value in found if isinstance(value, int | float)), default=None)


def disk_gb(folders: Mapping[str, Path]) -> float:
    """What all stages of the run take on disk; a file that several of them share counts once."""
    sizes: dict[tuple[int, int], int] = {}
    for folder in folders.values():
        for path in folder.rglob("*"):
            if path.is_file():
                found = path.stat()
                sizes[found.st_dev, found.st_ino] = found.st_size
    return sum(sizes.values()) / 1e9


def hardware_sentence(machine: Machine) -> str:
    """`2 processor cores, 24 GB memory, no GPU`."""
    cores = f"{machine.cpus} processor core" + ("s" if machine.cpus != 1 else "")
    if not machine.gpus:
        gpu = "no GPU"
    else:
        memory = f" with {machine.gpu_memory_gb:.0f} GB" if machine.gpu_memory_gb else ""
        gpu = f"{machine.gpus} × {machine.gpu or 'GPU'}{memory}"
    return f"{cores}, {machine.memory_gb:.0f} GB memory, {gpu}"


def _result(folder: Path | None) -> dict[str, Any]:
    if folder is None or not (folder / RESULT).exists():
        return {}
    result: dict[str, Any] = json.loads((folder / RESULT).read_text(encoding="utf-8"))
    return result


def _lines(folder: Path | None, name: str) -> Iterator[dict[str, Any]]:
    """The JSON objects of a file, one at a time: such a file may be larger than memory."""
    path = folder / name if folder is not None else None
    if path is None or not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                value = json.loads(line)
            except ValueError:
                continue  # the last line of a progress curve may have been torn by a kill
            if isinstance(value, dict):
                yield value


def _count(folder: Path | None, name: str) -> int:
    path = folder / name if folder is not None else None
    if path is None or not path.exists():
        return 0
    with path.open("rb") as lines:
        return sum(1 for line in lines if line.strip())
