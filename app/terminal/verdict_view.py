"""The verdict in a terminal: the truth in one sentence, then gate by gate, then side by side."""

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.terminal.words import RATES, figure
from training.spec import Interval, Verdict

MARKS = {
    "passed": "[green]✓ passed[/]",
    "missed": "[red]✗ missed[/]",
    "too_few_to_tell": "[yellow]? too few to tell[/]",
    "not_measured": "[red]✗ not measured[/]",
}
SHOWN = ("accuracy", "hallucination_rate", "top_5", "bits_per_character")
"""Columns of the side-by-side table, as far as somebody has them; a gate's own metric is always there."""
MOST_COLUMNS = 2


def show_verdict(verdict: Verdict, console: Console) -> None:
    console.print()
    console.print(f"[bold]{escape(verdict.headline)}[/]", highlight=False)
    if verdict.gates:
        table = Table(box=None, pad_edge=False, header_style="dim")
        for column in ("gate", "measured (95 % interval)", "verdict"):
            table.add_column(column)
        for gate in verdict.gates:
            against = f" against {gate.against}" if gate.against else ""
            asked = f"{gate.metric} {gate.op} {figure(gate.metric, gate.threshold)}{against}"
            measured = interval(gate.metric, gate.measured) if gate.measured else "–"
            table.add_row(asked, measured, MARKS[gate.outcome])
        console.print()
        console.print(table)
        for gate in verdict.gates:
            console.print(f"  {escape(gate.sentence)}", highlight=False, style="dim")
    _side_by_side(verdict, console)
    if verdict.advice:
        console.print("\n[bold]What would help[/]")
        for line in verdict.advice:
            console.print(f"  • {escape(line)}", highlight=False)


def _side_by_side(verdict: Verdict, console: Console) -> None:
    gated = [gate.metric for gate in verdict.gates if gate.metric != "win_rate"]
    known = {metric for contender in verdict.contenders for metric in contender.metrics}
    # What stands in every row is what tells them apart; a gate's own metric is shown whoever has it.
    chosen = [metric for metric in dict.fromkeys([*gated, *SHOWN]) if metric in known][:MOST_COLUMNS]
    if not chosen:
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("on the same questions")
    for metric in chosen:
        table.add_column(metric, no_wrap=True)
    for contender in verdict.contenders:
        cells = [_short(metric, contender.metrics[metric]) if metric in contender.metrics else "–" for metric in chosen]
        table.add_row(contender.name.replace("_", " "), *cells)
    console.print()
    console.print(table)


def _short(metric: str, measured: Interval) -> str:
    """`83.4 % (78–88)`."""
    if metric in RATES:
        return f"{figure(metric, measured.value)} ({100 * measured.low:.0f}–{100 * measured.high:.0f})"
    return f"{figure(metric, measured.value)} ({measured.low:.3g}–{measured.high:.3g})"


def interval(metric: str, measured: Interval) -> str:
    """`83.4 % (78.1–87.6 %, n=231)`."""
    low, high = figure(metric, measured.low), figure(metric, measured.high)
    return f"{figure(metric, measured.value)} ({low.removesuffix(' %')}–{high}, n={measured.n})"
