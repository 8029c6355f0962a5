"""Executors whose stages are tiny, and a plan for them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from executor.circumstances import Circumstances, Counts
from executor.run import Executor
from executor.stage import StageSpec
from training.spec import Plan, TrainingSpec
from training.spec.spec import Budget, Data, Source

TINY = "tiny_stages"


def ready_plan(name: str = "harbour desk", budget: Budget | None = None, sources: list[str] | None = None) -> Plan:
    spec = TrainingSpec(
        name=name,
        task="support_chat",
        stages=["sft"],
        data=Data(sources=[Source(path=path, role="chats") for path in sources or []]),
        budget=budget or Budget(),
    )
    return Plan(status="ready", spec=spec)


def chain(steps: int = 30, pause: float = 0.0) -> list[StageSpec]:
    """first -> second -> third, the last needing both."""
    common = {"steps": steps, "pause": pause}
    return [
        StageSpec(name="first", settings=common | {"label": "first"}, function=f"{TINY}:count"),
        StageSpec(name="second", settings=common | {"label": "second"}, needs=("first",), function=f"{TINY}:count"),
        StageSpec(
            name="third", settings=common | {"label": "third"}, needs=("first", "second"), function=f"{TINY}:count"
        ),
    ]


def tiny_executor(
    home: Path, stages: list[StageSpec], exit_code: int = 0, *, finish_with_values: bool = True
) -> Executor:
    def compiler(plan: Plan, found: Circumstances, counts: Counts | None = None) -> list[StageSpec]:
        return stages

    def finish(executor: Executor, run_id: str, plan: Plan, found: Circumstances, folders: dict[str, Path]) -> int:
        if not finish_with_values:
            return exit_code
        values = {name: json.loads((folder / "value.json").read_text()) for name, folder in folders.items()}
        (executor.folder(run_id) / "values.json").write_text(json.dumps(values))
        return exit_code

    return Executor(home, compiler=compiler, finish=finish)


def values(executor: Executor, run_id: str) -> dict[str, int]:
    result: dict[str, int] = json.loads((executor.folder(run_id) / "values.json").read_text())
    return result


def work_elsewhere(home: Path, run_id: str, steps: int, pause: float) -> "subprocess.Popen[str]":
    """Start a worker on a run of `chain(steps, pause)` in another process, which a test may kill."""
    code = (
        "import sys; from pathlib import Path; from tiny_runs import chain, tiny_executor\n"
        f"code = tiny_executor(Path({str(home)!r}), chain({steps}, {pause})).work({run_id!r}, \n"
        "    lambda event: print(event.stage, event.kind, event.done, flush=True))\n"
        "sys.exit(code)"
    )
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=dict(os.environ))


def outcome(executor: Executor, run_id: str) -> dict[str, Any]:
    status = executor.status(run_id)
    return {"state": status.state, "exit_code": status.exit_code, "stages": [stage.state for stage in status.stages]}
