"""The executor: an approved plan in, a judged model and an honest report out. Interrupt it at any moment."""

import json
import os
import re
import secrets
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from executor.budget import budget_seconds
from executor.circumstances import Circumstances, Counts
from executor.code_version import code_version
from executor.compile import compile_plan
from executor.explain import Explanation, explain
from executor.fingerprint import fingerprint, first_change
from executor.lease import holder_is_alive
from executor.machine import this_machine
from executor.stage import StageSpec, finished_folder, stage_keys
from executor.status import FINISHED_STATES, RunStatus, StageStatus, TrialStatus
from executor.store import Store
from executor.tables import RunRow
from executor.timings import timing_of
from executor.worker import Cancelled, OnEvent, RunEvent, Worker, intact_result
from training.progress import Stopped
from training.spec import Plan, Problem, spec_hash
from training.spec.spec import TrainingSpec

LONGEST_SLUG = 24
COUNTS = "counts"
"""The figure of a stage that says how much there is to learn from; the stages after it are compiled with it."""


class Compiler(Protocol):
    """Plan to stages; pure. Without counts it gives the names of the later stages and provisional settings."""

    def __call__(self, plan: Plan, found: Circumstances, counts: Counts | None = None) -> list[StageSpec]: ...


Finish = Callable[["Executor", str, Plan, Circumstances, dict[str, Path]], int]
"""Makes the report and the model folder from the stages' folders; returns the exit code, 0 or 3."""


def _deliver(executor: "Executor", run_id: str, plan: Plan, found: Circumstances, folders: dict[str, Path]) -> int:
    from executor.deliver import deliver  # late: a status does not need the report's libraries

    return deliver(executor, run_id, plan, found, folders)


def _ignore(event: RunEvent) -> None:
    """A listener that does nothing."""


class Executor:
    """The runs of one home folder.

    Args:
        home: `ATELIER_HOME`; made if it is not there.
        database_url: moves the store out of `home/atelier.db`; default `ATELIER_DATABASE_URL`.
        compiler, finish: for tests, which run stages of their own.
    """

    def __init__(
        self,
        home: Path,
        *,
        database_url: str | None = None,
        compiler: Compiler = compile_plan,
        finish: Finish = _deliver,
    ) -> None:
        self.home = home.absolute()
        self.store = Store(self.home, database_url or os.environ.get("ATELIER_DATABASE_URL"))
        self._compiler = compiler
        self._finish = finish

    def folder(self, run_id: str) -> Path:
        return self.home / "runs" / run_id

    def log(self, run_id: str) -> Path:
        return self.folder(run_id) / "log.txt"

    # ---------------------------------------------------------------- start

    def start(
        self,
        plan: Plan,
        *,
        request: Sequence[str] = (),
        root: Path | None = None,
        request_key: str | None = None,
        seed: int = 0,
    ) -> str:
        """Write an approved plan down as a run. Trains nothing yet: `work` does.

        Args:
            request: the user's words, turn by turn.
            root: where the spec's relative paths start; default the working folder.
            request_key: the caller's own key; the same key again gives the same run.
        Raises: Problem where the plan is not ready (exit code 4) or a source is not there.
        """
        if plan.status != "ready" or plan.spec is None:
            raise Problem(
                "This plan can't run yet: it has open questions or a conflict.",
                next_step="Answer the questions that it asks, then approve it.",
                exit_code=4,
            )
        root = (root or Path.cwd()).absolute()
        found = Circumstances(
            root=str(root),
            machine=this_machine(),
            files=fingerprint(_paths(plan.spec, root), root, self.store),
            seed=seed,
            request=list(request),
        )
        stages = self._compiler(plan, found)  # says what can't be done before anything is written
        slug = _slug(plan.spec.name or "model")
        while True:
            run_id = f"{slug}-{secrets.token_hex(2)}"
            try:
                earlier = self.store.add_run(
                    run_id, plan, circumstances=found.model_dump(mode="json"), request_key=request_key
                )
                break
            except KeyError:
                continue
        if earlier is not None:
            return earlier
        self._write_plan(run_id, plan)
        self.store.lay_out_stages(run_id, [(stage.name, "") for stage in stages])
        return run_id

    def _write_plan(self, run_id: str, plan: Plan) -> None:
        assert plan.spec is not None
        text = json.dumps({"spec_hash": spec_hash(plan.spec), "plan": plan.to_json()}, ensure_ascii=False, indent=2)
        self.folder(run_id).mkdir(parents=True, exist_ok=True)
        aside = self.folder(run_id) / "plan.tmp"
        aside.write_text(text + "\n", encoding="utf-8")
        os.replace(aside, self.folder(run_id) / "plan.json")

    # ---------------------------------------------------------------- work

    def work(self, run_id: str, on_event: OnEvent = _ignore) -> int:
        """Do what is left of a run, in this process's care, until it ends. Returns the exit code.

        Raises: Problem where there is no such run or another worker has it. What goes wrong inside the run
        is not raised: it is in the status, with what to do next.
        """
        run = self.store.run(run_id)
        if run.state == "done" and run.exit_code is not None:
            return run.exit_code
        plan = self.store.plan(run.id)
        assert plan.spec is not None
        found = Circumstances.model_validate(run.circumstances)
        worker = Worker(
            self.store,
            run.id,
            budget=plan.spec.budget,
            gpus=found.machine.gpus,
            log=self.log(run.id),
            root=Path(found.root),
            on_event=on_event,
            environment=_environment(found, plan.spec),
        )
        with worker, _interruptible(worker.interrupted):
            self.store.set_state(run.id, "running")
            try:
                folders = self._do_stages(run, plan, found, worker)
                exit_code = self._finish(self, run.id, plan, found, folders)
            except Stopped as fault:
                state = "cancelled" if isinstance(fault, Cancelled) else "stopped"
                next_step = fault.next_step or _how_to_go_on(run.id, plan.spec)
                return self._end(run.id, state, 5, fault.problem, next_step)
            except Problem as fault:
                return self._end(run.id, "failed", fault.exit_code, fault.problem, fault.next_step)
            except Exception as fault:  # the border of a run: one sentence for the user, the rest for the log
                self.log(run.id).parent.mkdir(parents=True, exist_ok=True)
                with self.log(run.id).open("a", encoding="utf-8") as log:
                    traceback.print_exception(fault, file=log)
                return self._end(
                    run.id,
                    "failed",
                    1,
                    str(fault) or f"Something unexpected happened: {type(fault).__name__}.",
                    f"The details are in {self.log(run.id)}. `atelier resume {run.id}` tries again from there.",
                )
            return self._end(run.id, "done", exit_code, "", "")

    def resume(self, run_id: str, on_event: OnEvent = _ignore) -> int:
        """Go on with a run after any interruption: finished stages are kept, a broken one goes on."""
        return self.work(run_id, on_event)

    def _end(self, run_id: str, state: str, exit_code: int, problem: str, next_step: str) -> int:
        self.store.set_state(run_id, state, exit_code=exit_code, problem=problem, next_step=next_step)
        return exit_code

    def _do_stages(self, run: RunRow, plan: Plan, found: Circumstances, worker: Worker) -> dict[str, Path]:
        """Stage name to finished folder."""
        counts: Counts | None = None
        stages, keys = self._compile(run.id, plan, found, counts)
        folders: dict[str, Path] = {}
        parameters = 0.0
        position = 0
        while position < len(stages):
            stage = stages[position]
            self._check_approval(run, plan)
            worker.check()
            folder = finished_folder(self.home, stage.name, keys[stage.name])
            if stage.inputs_fingerprint and intact_result(folder) is None:
                self._check_files(plan, found)
            position += 1
            result = worker.do(stage, keys, position=position, stages=len(stages))
            folders[stage.name] = folder
            parameters = float(result["figures"].get("parameters") or parameters)
            self._remember(run.id, stage, plan, found, result["figures"], parameters)
            if counts is None and COUNTS in result["figures"]:
                counts = Counts.model_validate(result["figures"][COUNTS])
                stages, keys = self._compile(run.id, plan, found, counts)
        return folders

    def _remember(
        self,
        run_id: str,
        stage: StageSpec,
        plan: Plan,
        found: Circumstances,
        figures: dict[str, Any],
        parameters: float,
    ) -> None:
        """Write down what a stage took, for later plans; not where it was interrupted or another run's was taken."""
        row = next(row for row in self.store.stages(run_id) if row.name == stage.name)
        starts = [
            event
            for event in self.store.events(run_id)
            if event.kind == "stage.running" and event.payload.get("key") == row.key
        ]
        if row.state != "done" or len(starts) != 1:
            return
        timing = timing_of(
            run_id,
            stage,
            figures=figures,
            seconds=row.seconds,
            estimate=plan.estimate,
            machine=found.machine,
            parameters=parameters,
            at=row.finished or row.started or 0.0,
        )
        if timing is not None:
            self.store.put_timing(timing)

    def _compile(
        self, run_id: str, plan: Plan, found: Circumstances, counts: Counts | None
    ) -> tuple[list[StageSpec], dict[str, str]]:
        stages = self._compiler(plan, found, counts)
        keys = stage_keys(stages, {stage.function: code_version(stage.function) for stage in stages})
        self.store.lay_out_stages(run_id, [(stage.name, keys[stage.name]) for stage in stages])
        return stages, keys

    def _check_approval(self, run: RunRow, plan: Plan) -> None:
        """Nothing but the approved spec is run: the store and plan.json must both still say it."""
        changed = Problem(
            f"The plan of run {run.id} is not the one that was approved.",
            next_step="Undo the change in its plan.json, or start a new run with the changed plan.",
        )
        if plan.spec is None or spec_hash(plan.spec) != run.spec_hash:
            raise changed
        try:
            written = json.loads((self.folder(run.id) / "plan.json").read_text(encoding="utf-8"))
            spec = TrainingSpec.model_validate(written["plan"]["spec"])
            same = written["spec_hash"] == run.spec_hash == spec_hash(spec)
        except FileNotFoundError:
            self._write_plan(run.id, plan)  # lost, not changed: the store has it
            return
        except (ValueError, KeyError, TypeError) as fault:
            raise changed from fault
        if not same:
            raise changed

    def _check_files(self, plan: Plan, found: Circumstances) -> None:
        assert plan.spec is not None
        change = first_change(
            found.files, fingerprint(_paths(plan.spec, Path(found.root)), Path(found.root), self.store)
        )
        if change is not None:
            raise Problem(
                f"The data is not what the plan was approved for: {change} since.",
                next_step="Put it back, or start a new run: what is not touched by the change is reused.",
            )

    # ---------------------------------------------------------------- cancel, status

    def cancel(self, run_id: str) -> None:
        """Stop a run at its next occasion; everything made so far is kept, and `resume` goes on from there.

        Raises: Problem where there is no such run or it has finished.
        """
        run = self.store.run(run_id)
        if run.state == "done":
            raise Problem(f"Run {run.id} has already finished.", next_step=f"See `atelier report {run.id}`.")
        if holder_is_alive(run, self.store.clock()):
            self.store.request_cancel(run.id)
        else:
            self.store.set_state(run.id, "cancelled", exit_code=5, problem="Cancelled.")

    def status(self, run_id: str) -> RunStatus:
        """How a run stands."""
        return self._status(self.store.run(run_id))

    def statuses(self) -> list[RunStatus]:
        """How all runs stand, newest first."""
        return [self._status(run) for run in self.store.runs()]

    def _status(self, run: RunRow) -> RunStatus:
        alive = holder_is_alive(run, self.store.clock())
        lost = run.state == "running" and not alive
        spec = self.store.plan(run.id).spec
        found = Circumstances.model_validate(run.circumstances)
        limit = budget_seconds(spec.budget, gpus=found.machine.gpus) if spec is not None else None
        folder = self.folder(run.id)
        return RunStatus.model_validate(
            {
                "id": run.id,
                "name": run.name,
                "state": "waiting" if lost else run.state,
                "exit_code": run.exit_code,
                "problem": "Its worker was ended from outside. Nothing is lost." if lost else run.problem,
                "next_step": f"`atelier resume {run.id}` goes on from there." if lost else run.next_step,
                "spec_hash": run.spec_hash,
                "created": run.created,
                "started": run.started,
                "finished": run.finished,
                "active_seconds": run.active_seconds,
                "budget_seconds": limit[0] if limit else None,
                "alive": alive,
                "stages": [
                    StageStatus.model_validate(
                        row.model_dump(include=set(StageStatus.model_fields))
                        | ({"state": "waiting"} if lost and row.state == "running" else {})
                    )
                    for row in self.store.stages(run.id)
                ],
                "trials": [
                    TrialStatus.model_validate(row.model_dump(exclude={"run_id"})) for row in self.store.trials(run.id)
                ],
                "folder": folder,
                "report_html": _if_there(folder / "report.html"),
                "report_md": _if_there(folder / "report.md"),
                "report_json": _if_there(folder / "report.json"),
                "model": _if_there(folder / "model"),
            }
        )

    def compiled(self, run_id: str) -> list[StageSpec]:
        """The stages of a run with their settings: final where it has counted its data, else provisional."""
        run = self.store.run(run_id)
        counts: Counts | None = None
        for row in self.store.stages(run.id):
            if row.state in FINISHED_STATES and COUNTS in row.figures:
                counts = Counts.model_validate(row.figures[COUNTS])
        return self._compiler(self.store.plan(run.id), Circumstances.model_validate(run.circumstances), counts)

    def explain(self, run_id: str, field: str | None = None) -> list[Explanation]:
        """Why a field of the run's spec, or a setting of one of its stages, has its value."""
        return explain(self.store.plan(self.store.run(run_id).id), self.compiled(run_id), field)

    def stage_folder(self, run_id: str, stage: str) -> Path | None:
        """Where a finished stage of a run lies."""
        for row in self.store.stages(self.store.run(run_id).id):
            if row.name == stage and row.state in FINISHED_STATES:
                return finished_folder(self.home, row.name, row.key)
        return None


def _slug(name: str) -> str:
    """The front of a run's id: whole words of the name, short enough to type."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if len(slug) > LONGEST_SLUG:
        slug = slug[:LONGEST_SLUG].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return slug or "model"


def _paths(spec: TrainingSpec, root: Path) -> list[str]:
    """What a run reads of the user's: the sources, and the base where it is a folder."""
    paths = [source.path for source in spec.data.sources or []]
    base = spec.model.base
    if base and base != "scratch" and (root / Path(base).expanduser()).is_dir():
        paths.append(base)
    return list(dict.fromkeys(paths))


def _if_there(path: Path) -> Path | None:
    return path if path.exists() else None


def _how_to_go_on(run_id: str, spec: TrainingSpec) -> str:
    if spec.budget.wall_clock_hours is not None or spec.budget.gpu_hours is not None or spec.budget.deadline:
        return "Plan it again with a larger budget: finished steps are reused, not paid for twice."
    return f"`atelier resume {run_id}` goes on from there."


def _environment(found: Circumstances, spec: TrainingSpec) -> dict[str, str]:
    """For every stage process: the same arithmetic each time, and nobody is told."""
    base = spec.model.base or "scratch"
    here = base == "scratch" or (Path(found.root) / Path(base).expanduser()).exists()
    return {
        # A library may only ask the hub where the plan names a model that has to come from there.
        **({"HF_HUB_OFFLINE": "1"} if here else {}),
        "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", str(found.machine.cpus)),
        # A thread that waits for the others sleeps instead of spinning: on a machine that is busy with other work
        # (two loads on two cores) training was 7 to 11 times faster so, and no slower on an idle one.
        "OMP_WAIT_POLICY": "passive",
        "TOKENIZERS_PARALLELISM": "false",
        "PYTHONHASHSEED": "0",
        "CUBLAS_WORKSPACE_CONFIG": ":4096:8",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "DO_NOT_TRACK": "1",
        "PYTHONUNBUFFERED": "1",
    }


@contextmanager
def _interruptible(flag: threading.Event) -> Iterator[None]:
    """Ctrl-C and SIGTERM set `flag`; a second Ctrl-C is an ordinary one. Only a main thread can listen."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before: dict[int, Any] = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def on_signal(number: int, frame: Any) -> None:
        flag.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    for number in before:
        signal.signal(number, on_signal)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def started_at(run: RunStatus) -> str:
    """Local date and time of a run's start, for people."""
    return f"{datetime.fromtimestamp(run.started or run.created):%Y-%m-%d %H:%M}"
