"""A plan in a terminal: what will happen in plain words, then each value that somebody chose, with its reason."""

from typing import Any

from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape
from rich.table import Table

from training.spec import Plan

SOURCES = {"request": "you", "data": "data", "hardware": "machine", "rule": "rule", "default": "default"}
LONGEST_VALUE, LONGEST_QUOTE = 60, 110


def show_plan(plan: Plan, reply: str, console: Console, *, seen: Plan | None = None) -> None:
    """The reply, then where each value comes from.

    Args:
        seen: a plan whose reasons have been shown already; they are not repeated where nothing has changed.
    """
    console.print(Markdown(reply))
    if seen is not None and seen.spec == plan.spec:
        return
    if plan.status != "ready":
        return  # first things first: the question or the conflict is all there is to read
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("value", overflow="fold")
    table.add_column("from", no_wrap=True)
    table.add_column("why", overflow="fold")
    for field, value, source, why in rows(plan):
        table.add_row(f"[cyan]{escape(field)}[/] = {escape(value)}", SOURCES[source], f"[dim]{escape(why)}[/]")
    console.print("\n[bold]Where each value comes from[/]")
    console.print(table)
    hidden = sum(entry.source == "default" for entry in plan.provenance.values())
    if hidden:
        console.print(f"[dim]{hidden} further values are defaults; `atelier explain RUN` lists them.[/]")


def rows(plan: Plan) -> list[tuple[str, str, str, str]]:
    """(field, value, source, why or quote) of the values that are not defaults."""
    assert plan.spec is not None
    spec = plan.spec.model_dump(mode="json")
    found = []
    for pointer, entry in plan.provenance.items():
        if entry.source == "default":
            continue
        field = pointer.strip("/").replace("/", ".")
        why = f"“{_clipped(' '.join(entry.quote.split()), LONGEST_QUOTE)}”" if entry.quote else entry.why
        found.append((field, _short(_at(spec, pointer)), entry.source, why))
    return found


def _at(tree: Any, pointer: str) -> Any:
    for part in pointer.strip("/").split("/"):
        tree = tree[int(part)] if isinstance(tree, list) else (tree or {}).get(part)
    return tree


def _short(value: Any) -> str:
    if isinstance(value, list):
        text = ", ".join(map(str, value)) or "none"
    elif value is None:
        text = "none"
    elif isinstance(value, float):
        text = f"{value:.6g}"
    else:
        text = str(value)
    return _clipped(text, LONGEST_VALUE)


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
