"""The one place that knows both the planner and the executor; every front is a thin layer over it."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from training.spec import Plan, Problem, Verdict

if TYPE_CHECKING:
    from executor.explain import Explanation
    from executor.run import Executor
    from executor.status import RunStatus
    from executor.worker import RunEvent


class Planned(NamedTuple):
    """A plan, and what the user reads."""

    plan: Plan
    reply: str


class Assistant:
    """Plans, runs and answers for the user of one home folder.

    Planning loads neither the store nor torch, so it answers at once.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self._executor: Executor | None = None

    # ---------------------------------------------------------------- planning

    def plan(
        self,
        turns: Sequence[str],
        *,
        data: Sequence[str] = (),
        root: Path | None = None,
        today: date | None = None,
        strict: bool = False,
    ) -> Planned:
        """The plan after the last turn.

        Args:
            data: files and folders that the user attached; they need not exist.
            root: where relative paths start; default the working folder.
            today: what "by Friday" is counted from.
            strict: data that can't be used at all is bad input, rather than a conflict of the plan.
        """
        from app.surroundings import surroundings
        from planner.conversation import plan_conversation

        plan, reply = plan_conversation(
            list(turns),
            files=list(data),
            root=root or Path.cwd(),
            today=today or date.today(),
            ignore=self.home,
            hardware=surroundings(self.home),
            strict=strict,
        )
        return Planned(plan, reply)

    # ---------------------------------------------------------------- running

    @property
    def executor(self) -> "Executor":
        if self._executor is None:
            from executor.run import Executor

            self._executor = Executor(self.home)
        return self._executor

    def start(self, plan: Plan, *, turns: Sequence[str], root: Path, request_key: str | None = None) -> str:
        """Write an approved plan down as a run; `work` does it. Returns the run's id."""
        return self.executor.start(plan, request=turns, root=root, request_key=request_key)

    def work(self, run_id: str, on_event: "Callable[[RunEvent], None]") -> int:
        """Do what is left of a run; returns the contract's exit code."""
        return self.executor.work(run_id, on_event)

    def cancel(self, run_id: str) -> None:
        self.executor.cancel(run_id)

    def status(self, run_id: str) -> "RunStatus":
        return self.executor.status(run_id)

    def statuses(self) -> "list[RunStatus]":
        return self.executor.statuses()

    def explain(self, run_id: str, field: str | None) -> "list[Explanation]":
        return self.executor.explain(run_id, field)

    # ---------------------------------------------------------------- results

    def report(self, run_id: str) -> "RunStatus":
        """The status of a run that has a report. Raises: Problem where there is none yet."""
        status = self.status(run_id)
        if status.report_json is None:
            how = status.next_step or f"`atelier status {status.id}` shows how far it is."
            raise Problem(f"Run {status.id} has no report yet: it is {_STATES[status.state]}.", next_step=how)
        return status

    def verdict(self, run_id: str) -> Verdict | None:
        """What the judge found, or None where it has not judged yet."""
        folder = self.executor.stage_folder(run_id, "judge")
        path = folder / "verdict.json" if folder else None
        if path is None or not path.is_file():
            return None
        return Verdict.model_validate_json(path.read_text(encoding="utf-8"))

    def ask(self, run_id: str, prompt: str) -> str:
        """What the finished model of a run answers. Raises: Problem where there is no model yet."""
        status = self.status(run_id)
        if status.model is None:
            raise Problem(
                f"Run {status.id} has no model yet: it is {_STATES[status.state]}.",
                next_step=status.next_step or f"`atelier status {status.id}` shows how far it is.",
            )
        if not prompt.strip():
            raise Problem("There is nothing to answer.", next_step="Put your question in quotes.")
        from training.answerer import Answerer  # late: this loads torch
        from training.spec import Message

        answers = Answerer(status.model, max_new_tokens=512).answer([[Message(role="user", content=prompt)]])
        return str(answers[0].text)


_STATES: dict[str, str] = {
    "planned": "not begun",
    "waiting": "waiting to be resumed",
    "running": "under way",
    "done": "done",
    "failed": "stopped by a fault",
    "cancelled": "cancelled",
    "stopped": "stopped",
}


def plan_line(text: str, assistant: Assistant) -> dict[str, Any]:
    """One line of `atelier plan --jsonl` (contract, section 3).

    Raises: Problem where the line is no JSON object with the contract's fields.
    """
    try:
        line = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise Problem("it is not JSON.", next_step="Write one object a line.") from fault
    if not isinstance(line, dict):
        raise Problem("it is not a JSON object.", next_step='Write {"id": …, "turns": ["…"]}.')
    turns, files = line.get("turns"), line.get("files") or []
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise Problem("it has no list of `turns`.", next_step='Write {"id": …, "turns": ["…"], "files": []}.')
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        raise Problem("`files` is not a list of names.", next_step='Write "files": ["name.csv"].')
    try:
        today = date.fromisoformat(line["today"]) if line.get("today") else None
    except (TypeError, ValueError) as fault:
        raise Problem(f"`today` is not a date: {line['today']}.", next_step="Write it as 2026-11-22.") from fault
    planned = assistant.plan(turns, data=files, today=today)
    return {"id": line.get("id"), "plan": planned.plan.to_json(), "reply": planned.reply}
