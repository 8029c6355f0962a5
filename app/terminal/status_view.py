"""How runs stand, in a terminal."""

from datetime import datetime

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.terminal.words import duration, stage_title
from executor.status import RunStatus

STATES = {
    "planned": "[dim]planned[/]",
    "waiting": "[yellow]waiting[/]",
    "running": "[cyan]running[/]",
    "done": "[green]done[/]",
    "reused": "[green]done before[/]",
    "failed": "[red]failed[/]",
    "cancelled": "[yellow]cancelled[/]",
    "stopped": "[yellow]stopped[/]",
}


def show_runs(runs: list[RunStatus], console: Console) -> None:
    if not runs:
        console.print("Nothing has been run here yet. `atelier run` starts.", highlight=False)
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("run", no_wrap=True, min_width=max(len(run.id) for run in runs))
    for column in ("state", "stage", "worked", "started"):
        table.add_column(column, overflow="fold")
    for run in runs:
        table.add_row(escape(run.id), _state(run), _stage(run), duration(run.active_seconds), _moment(run.started))
    console.print(table)


def show_run(run: RunStatus, console: Console) -> None:
    budget = f" of {duration(run.budget_seconds)}" if run.budget_seconds else ""
    console.print(f"[bold]{escape(run.id)}[/]  {_state(run)}  worked {duration(run.active_seconds)}{budget}")
    table = Table(box=None, pad_edge=False, show_header=False)
    for stage in run.stages:
        part = ""
        if stage.state == "running" and stage.total:
            part = f"{100 * stage.done // stage.total} %"
        table.add_row(
            stage_title(stage.name),
            STATES[stage.state],
            part,
            duration(stage.seconds) if stage.seconds else "",
            escape(stage.message) if stage.state == "running" else "",
        )
    console.print(table)
    if run.trials:
        finished = [trial for trial in run.trials if trial.state == "complete" and trial.value is not None]
        best = min((trial.value for trial in finished if trial.value is not None), default=None)
        pruned = sum(trial.state == "pruned" for trial in run.trials)
        console.print(
            f"{len(run.trials)} trials, {pruned} pruned" + (f", best loss {best:.3f}" if best is not None else ""),
            highlight=False,
        )
    if run.problem:
        console.print(escape(run.problem), highlight=False)
    if run.next_step:
        console.print(escape(run.next_step), highlight=False)
    for label, path in (("Report", run.report_html), ("Model", run.model)):
        if path is not None:
            console.print(f"{label}: {path}", highlight=False, soft_wrap=True)


def _state(run: RunStatus) -> str:
    if run.state == "done" and run.exit_code == 3:
        return "[yellow]done, a gate was missed[/]"
    return STATES[run.state]


def _stage(run: RunStatus) -> str:
    if run.current is not None:
        return stage_title(run.current.name)
    done = sum(stage.state in ("done", "reused") for stage in run.stages)
    return f"{done} of {len(run.stages)} stages"


def _moment(seconds: float | None) -> str:
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M}" if seconds else "–"
