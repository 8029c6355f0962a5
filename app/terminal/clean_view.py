"""What cleaning came to, in a terminal."""

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table


def show_clean(report: dict[str, Any], target: Path, console: Console) -> None:
    kept, read = report["kept"], report["records"]
    console.print(
        f"[bold]{kept:,} of {read:,} records kept[/], {report['dropped']:,} dropped, "
        f"{report.get('records_redacted', 0):,} with something masked.",
        highlight=False,
    )
    table = Table(box=None, pad_edge=False, show_header=False)
    for reason, count in sorted(report["by_reason"].items(), key=lambda item: -item[1]):
        table.add_row(reason.replace("_", " "), f"{count:,}", "[dim]dropped[/]")
    for kind, count in sorted(report["redactions"].items(), key=lambda item: -item[1]):
        table.add_row(kind.replace("_", " "), f"{count:,}", "[dim]masked[/]")
    if table.row_count:
        console.print(table)
    console.print(f"kept.jsonl, dropped.jsonl and report.json are in {target}.", highlight=False, soft_wrap=True)
