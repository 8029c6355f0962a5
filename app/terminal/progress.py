"""A bar for each stage while a run goes on; plain lines where nobody watches a terminal."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, ProgressColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Column

from app.terminal.words import duration, stage_title
from executor.worker import RunEvent

LINE_EVERY_SECONDS = 15.0
"""Between two lines about the same stage where there is no terminal."""


@contextmanager
def shown(console: Console) -> Iterator[Callable[[RunEvent], None]]:
    """Listen to a run inside: the value is its `on_event`."""
    if console.is_terminal:
        with _Bars(console) as bars:
            yield bars.on_event
    else:
        yield _Lines(console).on_event


class _Bars:
    def __init__(self, console: Console) -> None:
        columns: list[ProgressColumn] = [
            TextColumn("{task.fields[mark]}"),
            TextColumn("{task.description}", table_column=Column(no_wrap=True)),
            BarColumn(bar_width=24),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            TextColumn("[dim]{task.fields[note]}[/]", table_column=Column(no_wrap=True, overflow="ellipsis")),
        ]
        self._progress = Progress(*columns, console=console, expand=False)
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> "_Bars":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def on_event(self, event: RunEvent) -> None:
        task = self._task(event)
        if event.kind == "progress":
            self._progress.update(task, total=max(1, event.total), completed=event.done, note=escape(note(event)))
        elif event.kind in ("done", "reused"):
            mark = "[green]✓[/]"
            finished = "was done before" if event.kind == "reused" else summary(event)
            self._progress.update(task, total=1, completed=1, mark=mark, note=escape(finished))
            self._progress.stop_task(task)
        elif event.kind in ("stopped", "failed"):
            self._progress.update(task, mark="[yellow]■[/]" if event.kind == "stopped" else "[red]✗[/]")
            self._progress.stop_task(task)

    def _task(self, event: RunEvent) -> TaskID:
        if event.stage not in self._tasks:
            title = f"{event.position}/{event.stages} {stage_title(event.stage)}"
            self._tasks[event.stage] = self._progress.add_task(title, total=1, mark="[cyan]•[/]", note="")
        return self._tasks[event.stage]


class _Lines:
    def __init__(self, console: Console) -> None:
        self._console = console
        self._told = 0.0
        self._began: dict[str, float] = {}

    def on_event(self, event: RunEvent) -> None:
        now = time.monotonic()
        title = f"{event.position}/{event.stages} {stage_title(event.stage)}"
        if event.kind == "started":
            self._began[event.stage] = self._told = now
            self._say(f"{title} …")
        elif event.kind == "progress" and now - self._told >= LINE_EVERY_SECONDS:
            self._told = now
            part = f"{100 * event.done // max(1, event.total)} %"
            self._say(f"{title}: {part} {note(event)}".rstrip())
        elif event.kind == "done":
            took = duration(now - self._began.get(event.stage, now))
            self._say(f"{title}: done in {took}. {summary(event)}".rstrip())
        elif event.kind == "reused":
            self._say(f"{title}: was done before.")
        elif event.kind in ("stopped", "failed"):
            self._say(f"{title}: {event.kind}.")

    def _say(self, text: str) -> None:
        self._console.print(text, markup=False, highlight=False, soft_wrap=True)


def note(event: RunEvent) -> str:
    """What is going on, with the figures worth watching."""
    parts = [event.message.rstrip(".")] if event.message else []
    if "loss" in event.figures:
        parts.append(f"loss {event.figures['loss']:.3f}")
    if "tokens_per_second" in event.figures:
        parts.append(f"{event.figures['tokens_per_second']:,.0f} tokens/s")
    return " · ".join(parts)


def summary(event: RunEvent) -> str:
    """What a finished stage came to, in a few words."""
    figures = event.figures
    sentence = _SUMMARIES.get(event.stage)
    try:
        return sentence(figures) if sentence else ""
    except (KeyError, TypeError, ValueError):
        return ""  # a stage of another version says less


def _search(figures: dict) -> str:
    best = ", ".join(f"{name} {_short(value)}" for name, value in figures["best_params"].items())
    return f"{figures['trials']} trials, {figures['pruned']} pruned; best loss {figures['best_loss']:.3f} with {best}"


_SUMMARIES: dict[str, Callable[[dict], str]] = {
    "clean": lambda f: f"{f['records']:,} records read, {f['kept']:,} kept, {f['dropped']:,} dropped",
    "split": lambda f: (
        f"{f['counts']['conversations']['n']:,} to learn from, {f['counts']['heldout']['n']:,} set aside"
        + (f", {f['counts']['passages']['n']:,} passages" if f["counts"]["passages"]["n"] else "")
    ),
    "base": lambda f: f"{f['parameters']:,} parameters, vocabulary of {f['vocabulary']:,}",
    "pretrain": lambda f: (
        f"{f['bits_per_character_before']:.2f} → {f['bits_per_character']:.2f} bits a character on unseen text"
    ),
    "search": _search,
    "sft": lambda f: f"{f['step']:,} steps, validation loss {f['eval_loss']:.3f}",
}


def _short(value: object) -> str:
    return f"{value:.2g}" if isinstance(value, float) else str(value)
