"""`atelier run` and `atelier resume`: from the words to the verdict, with somebody watching."""

import json
import sys
from pathlib import Path
from typing import Any

from rich.console import Console

from app.assistant import Assistant, Planned
from app.home import home_folder
from app.request import data_paths, read_request
from app.talk import Talk
from app.terminal.plan_view import show_plan
from app.terminal.progress import shown
from app.terminal.verdict_view import show_verdict
from training.spec import Plan, Problem

MOST_ROUNDS = 6
"""Of questions and answers; who still has no plan then is better served by a file."""


def run_request(request: str, data: list[str], *, yes: bool, as_json: bool, out: Console, err: Console) -> int:
    """Plan, approve, train, judge. Returns the contract's exit code."""
    asked = read_request(request)
    assistant = Assistant(home_folder())
    files = data_paths(data, asked.root)
    say = err if as_json else out
    talk = Talk(home_folder(), root=asked.root, files=files)
    planned = talk.say(asked.text)
    can_ask = request != "-" and sys.stdin.isatty() and not as_json
    seen: Plan | None = None
    for _ in range(MOST_ROUNDS):
        if planned.plan.status == "ready":
            _refuse_missing(planned, asked.root)
        show_plan(planned.plan, planned.reply, say, seen=seen)
        seen = planned.plan
        if planned.plan.status == "ready":
            if yes:
                break
            if not can_ask:
                return _not_approved(planned, as_json, say)
            answer = _prompt(out, "Shall I start? [yes / no / say what to change] ")
            if answer.lower() in ("y", "yes"):
                break
            if answer.lower() in ("", "n", "no"):
                out.print("Nothing was started.")
                return 5
        else:
            if not can_ask:
                return _unready(planned, as_json)
            answer = _prompt(out, "Your answer (empty to stop): ")
            if not answer:
                return _unready(planned, as_json)
        planned = talk.say(answer)
    if planned.plan.status != "ready" or not talk.approve():
        return _unready(planned, as_json)
    run_id = assistant.start(planned.plan, turns=talk.turns, root=asked.root, request_key=f"{talk.id} {talk.approved}")
    say.print(f"\nRun [bold]{run_id}[/]. Interrupt it at any time; `atelier resume {run_id}` goes on.", highlight=False)
    return work_on(assistant, run_id, as_json=as_json, out=out, err=err)


def work_on(assistant: Assistant, run_id: str, *, as_json: bool, out: Console, err: Console) -> int:
    """Do what is left of a run and say how it ended."""
    with shown(err) as on_event:
        code = assistant.work(run_id, on_event)
    status = assistant.status(run_id)
    verdict = assistant.verdict(run_id) if status.state == "done" else None
    if as_json:
        _print(_summary(status, verdict, code))
        return code
    if status.state != "done":
        problem = Problem(status.problem, next_step=status.next_step, exit_code=code)
        from app.terminal.faults import say_problem

        return say_problem(problem, err)
    if verdict is not None:
        show_verdict(verdict, out)
    out.print()
    for label, path in (("Report", status.report_html), ("Model", status.model)):
        if path is not None:
            out.print(f"{label}: {_nearby(path)}", highlight=False, soft_wrap=True)
    if status.model is not None:
        out.print(f'Talk to it: atelier ask {run_id} "…"', highlight=False, soft_wrap=True)
    return code


def _refuse_missing(planned: Planned, root: Path) -> None:
    """A plan may speak of files that come later; a run can't. Raises: Problem naming the first one."""
    assert planned.plan.spec is not None
    for source in planned.plan.spec.data.sources or []:
        if not (root / Path(source.path).expanduser()).exists():
            raise Problem(
                f"{source.path} is not there, so the run can't start.",
                next_step=f"Put it into {root}, or say where it is with `--data`.",
            )


def _summary(status: Any, verdict: Any, code: int) -> dict[str, Any]:
    report = json.loads(status.report_json.read_text(encoding="utf-8")) if status.report_json else None
    return {
        "run": status.id,
        "exit_code": code,
        "state": status.state,
        "problem": status.problem,
        "next_step": status.next_step,
        "verdict": verdict.model_dump(mode="json") if verdict is not None else None,
        "plan": report["plan"] if report else None,
        "report": {kind: _text(getattr(status, f"report_{kind}")) for kind in ("html", "md", "json")},
        "model": _text(status.model),
    }


def _not_approved(planned: Planned, as_json: bool, say: Console) -> int:
    if as_json:
        _print({"run": None, "exit_code": 4, "plan": planned.plan.to_json(), "reply": planned.reply})
    say.print("\nNothing was started: the plan waits for your approval. Add `--yes` to approve it.", highlight=False)
    return 4


def _unready(planned: Planned, as_json: bool) -> int:
    code = 2 if planned.plan.status == "not_a_goal" else 4
    if as_json:
        _print({"run": None, "exit_code": code, "plan": planned.plan.to_json(), "reply": planned.reply})
    return code


def _prompt(out: Console, text: str) -> str:
    try:
        return out.input(f"\n[bold]{text.replace('[', chr(92) + '[')}[/]").strip()
    except EOFError:
        return ""


def _print(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _text(path: Path | None) -> str | None:
    return str(path) if path is not None else None


def _nearby(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
