"""Excel workbooks: a sheet with a header gives records, any other gives its text as a table."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from training.data.readers.office import guard
from training.data.readers.web import markdown_table
from training.data.record import Raw

MAX_COLUMNS = 500


def read_xlsx(file: BinaryIO) -> Iterator[Raw]:
    """Values as Excel last showed them; formulas are neither run nor read."""
    import openpyxl

    guard(file)
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    index = 0
    for sheet in book.worksheets:
        rows = (
            [_text(value) for value in row[:MAX_COLUMNS]]
            for row in sheet.iter_rows(values_only=True)
            if any(value is not None and str(value).strip() for value in row)
        )
        for raw in _sheet(rows, index, sheet.title):
            yield raw
            index = raw.index + 1
    book.close()


def _sheet(rows: Iterator[list[str]], index: int, title: str) -> Iterator[Raw]:
    head = [row for _, row in zip(range(30), rows, strict=False)]
    if not head:
        return
    names = head[0]
    while names and not names[-1]:
        names = names[:-1]
    tabular = len(names) > 1 and all(names) and len(set(names)) == len(names) and len(head) > 2
    tabular = tabular and sum(sum(map(bool, row[: len(names)])) >= 0.5 * len(names) for row in head[1:]) >= 0.8 * (
        len(head) - 1
    )
    tabular = tabular and not any(any(row[len(names) :]) for row in head) and all(len(name) < 80 for name in names)
    # A sheet of figures means nothing row by row; its rows are records only where some of them say something.
    said = [
        sum(bool(re.search(r"[^\W\d_]{2,} [^\W\d_]", row[column])) for row in head[1:] if column < len(row))
        for column in range(len(names))
    ]
    if tabular and max(said, default=0) >= 0.4 * (len(head) - 1):
        for number, row in enumerate([*head[1:], *rows], start=index):
            cells = [*row, *[""] * (len(names) - len(row))]
            yield Raw(number, None, dict(zip(names, cells, strict=False)))
        return
    kept = [[cell for cell in row if cell] for row in [*head, *rows]]
    yield Raw(index, None, {"text": f"# {title}\n\n{markdown_table(kept)}"})


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if hasattr(value, "isoformat"):
        return (
            str(value.isoformat(sep=" "))
            if hasattr(value, "hour") and hasattr(value, "year")
            else str(value.isoformat())
        )
    return str(value).strip()
