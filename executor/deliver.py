"""The last step of a run: the report, and the model folder that the user takes away.

Everything is made anew from the stages' folders and renamed into place, so it may be killed at any point and
done again: it comes to the same.
"""

import os
import shutil
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from executor.circumstances import Circumstances
from executor.report.facts import RunFacts
from executor.report.gather import (
    data_facts,
    disk_gb,
    hardware_sentence,
    parameters_of,
    peak_memory_gb,
    stage_facts,
    trial_facts,
)
from executor.report.model_card import with_evaluation
from executor.report.use import next_commands
from executor.report.write import write_report
from training.spec import Plan, Problem, Verdict, spec_hash

if TYPE_CHECKING:
    from executor.run import Executor

LIBRARIES = ("atelier", "torch", "transformers", "trl", "peft", "optuna", "tokenizers", "scikit-learn", "bm25s")
SMALL_BYTES = 1 << 20
"""Files up to this size are copied: a user who edits a config must not edit the stage's own copy."""


def deliver(executor: "Executor", run_id: str, plan: Plan, found: Circumstances, folders: dict[str, Path]) -> int:
    """Writes `model/` and report.html, report.md and report.json into the run's folder.

    Args:
        folders: stage to its finished folder; `judge` with verdict.json must be there.
    Returns: 0 if every gate was passed, else 3.
    Raises: Problem where the judge's verdict is missing.
    """
    facts = run_facts(executor, run_id, plan, found, folders)
    folder = executor.folder(run_id)
    packaged = folders["package"] / "model" if "package" in folders else None
    if packaged is not None and packaged.is_dir():
        place_model(packaged, folder / "model", facts)
    if "judge" in folders and (folders["judge"] / "graded.jsonl").exists():
        _link_or_copy(folders["judge"] / "graded.jsonl", folder / "graded.jsonl.tmp")
        os.replace(folder / "graded.jsonl.tmp", folder / "graded.jsonl")
    write_report(facts, folder)
    return facts.exit_code


def run_facts(
    executor: "Executor", run_id: str, plan: Plan, found: Circumstances, folders: dict[str, Path]
) -> RunFacts:
    """All that the report is written from."""
    row = executor.store.run(run_id)
    rows = {stage.name: stage for stage in executor.store.stages(run_id)}
    verdict_file = folders["judge"] / "verdict.json" if "judge" in folders else None
    if verdict_file is None or not verdict_file.exists():
        raise Problem(
            "The run has no verdict, so there is nothing to report.",
            next_step=f"`atelier resume {run_id}` judges it again.",
            exit_code=1,
        )
    packaged = folders["package"] / "model" if "package" in folders else None
    paths = {"report": "report.html", "approved plan": "plan.json"}
    if packaged is not None and packaged.is_dir():
        paths["model"] = "model"
    if (folders["judge"] / "graded.jsonl").exists():
        paths["every answer with its scores"] = "graded.jsonl"
    request = list(found.request)
    return RunFacts(
        run_id=run_id,
        name=row.name,
        plan=plan,
        verdict=Verdict.model_validate_json(verdict_file.read_text(encoding="utf-8")),
        stages=stage_facts(
            folders,
            {name: stage.seconds for name, stage in rows.items()},
            {name: stage.state for name, stage in rows.items()},
        ),
        trials=trial_facts(folders),
        data=data_facts(folders),
        seconds=row.active_seconds,
        gpu_hours=row.active_seconds * found.machine.gpus / 3600,
        peak_memory_gb=peak_memory_gb(folders),
        disk_gb=disk_gb(folders),
        started=_moment(row.started or row.created),
        finished=_moment(executor.store.clock()),
        hardware=hardware_sentence(found.machine),
        versions=_versions(),
        seed=found.seed,
        spec_hash=spec_hash(plan.spec) if plan.spec else "",
        parameters=parameters_of(packaged) if packaged is not None else None,
        request=request,
        paths=paths,
        commands=next_commands(
            run_id, plan, request_file=_request_file(executor, run_id, request, found.root), root=found.root
        ),
    )


def place_model(packaged: Path, target: Path, facts: RunFacts) -> None:
    """Bring a packaged model to `target`, with the verdict in its model card. Large files are hard links.

    Made aside and renamed, so `target` is never half a model; one that is there is replaced.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    aside, old = target.with_name(f"{target.name}.writing"), target.with_name(f"{target.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    for path in sorted(packaged.rglob("*")):
        if path.is_file() and not path.is_symlink():
            to = aside / path.relative_to(packaged)
            to.parent.mkdir(parents=True, exist_ok=True)
            _link_or_copy(path, to)
    card = aside / "README.md"
    text = card.read_text(encoding="utf-8") if card.exists() else ""
    card.unlink(missing_ok=True)  # it may be a link to the stage's own
    card.write_text(with_evaluation(text, facts), encoding="utf-8")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        os.replace(target, old)
    os.replace(aside, target)
    shutil.rmtree(old, ignore_errors=True)


def _link_or_copy(path: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    if path.stat().st_size > SMALL_BYTES:
        try:
            os.link(path, to)
            return
        except OSError:  # another file system, or one without hard links
            pass
    shutil.copyfile(path, to)


def _request_file(executor: "Executor", run_id: str, request: list[str], root: str) -> str:
    """The words as a file that `atelier run` takes, where they are one message; else empty."""
    if len(request) != 1:
        return ""
    path = executor.folder(run_id) / "request.md"
    aside = path.with_name("request.md.tmp")
    aside.write_text(request[0], encoding="utf-8")
    os.replace(aside, path)
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def _versions() -> dict[str, str]:
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M}"
