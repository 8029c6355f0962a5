"""Tables as text: CSV and its cousins, with whatever delimiter, quotes and line ends they come.

Rows are cut at line ends that stand outside quotes. A quote that is never closed would swallow the rows
behind it; such a row is told by its number of cells, given up as corrupted, and reading goes on one line later.
"""

import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from typing import BinaryIO

from training.data.readers.lines import decoded_lines, sniffed
from training.data.record import Raw

MAX_ROW_LINES = 400
"""Lines that one quoted cell may run over."""
MAX_COLUMNS = 2000
_DELIMITERS = ",;\t|"
csv.field_size_limit(32 << 20)


def read_csv(file: BinaryIO, *, delimiter: str | None = None) -> Iterator[Raw]:
    """A record a row, named by the header; rows with another number of cells are corrupted."""
    encoding = sniffed(file)
    lines = decoded_lines(file, encoding)
    head: list[tuple[int, str]] = []
    for numbered in lines:
        head.append(numbered)
        if len(head) >= 60:
            break
    delimiter = delimiter or _delimiter([text for _, text in head])
    rows = _Rows(head, lines, delimiter)
    first = next(rows, None)
    if first is None:
        return
    start, cells = first
    if len(cells) > MAX_COLUMNS:
        yield Raw(0, None, None, "unreadable", f"a table of {len(cells):,} columns")
        return
    names, is_header = _header(cells)
    rows.width = len(names)
    rows.first_cell = None
    index = 0
    if not is_header:
        yield _row(0, start, names, cells)
        index = 1
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            if len(row) > 1:
                yield Raw(index, line, None, "corrupted", "a row without a value")
                index += 1
            continue
        yield _row(index, line, names, row)
        index += 1


def _row(index: int, line: int, names: list[str], row: list[str]) -> Raw:
    if len(row) != len(names):
        # Many programs end each row with one more delimiter, or leave empty cells at the end away.
        if len(row) > len(names) and not any(cell.strip() for cell in row[len(names) :]):
            row = row[: len(names)]
        else:
            few = "too few" if len(row) < len(names) else "too many"
            return Raw(index, line, None, "corrupted", f"{few} cells: {len(row)} of {len(names)}")
    return Raw(index, line, dict(zip(names, row, strict=True)))


def _delimiter(lines: list[str]) -> str:
    """The character that cuts the most rows into the same number of cells, more than one."""
    best, score = ",", 0.0
    for candidate in _DELIMITERS:
        counts = [len(row) for row in csv.reader(io.StringIO("".join(lines), newline=""), delimiter=candidate) if row]
        if not counts:
            continue
        width, agreeing = Counter(counts).most_common(1)[0]
        share = agreeing / len(counts)
        if width > 1 and share + min(width, 20) * 0.001 > score:
            best, score = candidate, share + min(width, 20) * 0.001
    return best


_NAME = re.compile(r"^[^\W\d_][\w .\-/#()?:]{0,60}$")


def _header(cells: list[str]) -> tuple[list[str], bool]:
    """The columns' names, and whether the first row gives them."""
    stripped = [cell.strip() for cell in cells]
    likely = sum(
        bool(_NAME.match(cell)) and len(cell.split()) <= 6 and not cell.endswith(("?", "."))
        for cell in stripped
        if cell
    )
    filled = sum(bool(cell) for cell in stripped)
    if filled and likely >= 0.7 * filled and len(set(stripped)) == len(stripped):
        return [cell or f"column_{number}" for number, cell in enumerate(stripped, start=1)], True
    if filled and likely >= 0.7 * filled and filled == len(stripped):
        seen: Counter[str] = Counter()
        names = []
        for cell in stripped:
            seen[cell] += 1
            names.append(cell if seen[cell] == 1 else f"{cell}_{seen[cell]}")
        return names, True
    return [f"column_{number}" for number in range(1, len(cells) + 1)], False


class _Rows:
    """Iterates over (line of its first character, cells)."""

    def __init__(self, head: list[tuple[int, str]], lines: Iterator[tuple[int, str]], delimiter: str) -> None:
        self.waiting = deque(head)
        self.lines = lines
        self.delimiter = delimiter
        self.width: int | None = None
        self.first_cell: str | None = None
        self.quote_opens = re.compile(rf'(?:^|{re.escape(delimiter)})[ ]*"')

    def __iter__(self) -> "_Rows":
        return self

    def _pull(self) -> tuple[int, str] | None:
        return self.waiting.popleft() if self.waiting else next(self.lines, None)

    def __next__(self) -> tuple[int, list[str]]:
        while True:
            first = self._pull()
            if first is None:
                raise StopIteration
            if first[1].strip():
                break
        number, text = first
        if text.count('"') % 2 == 0 or not self.quote_opens.search(text):
            cells = self._cells(text)
            self._learn(cells)
            return number, cells
        taken = [first]
        joined, odd = [text], True
        while odd and len(taken) < MAX_ROW_LINES:
            following = self._pull()
            if following is None:
                break
            taken.append(following)
            joined.append(following[1])
            odd ^= following[1].count('"') % 2 == 1
        cells = self._cells("".join(joined))
        if len(taken) > 1 and (odd or self._swallowed(cells, taken)):
            self.waiting.extendleft(reversed(taken[1:]))
            cells = text.rstrip("\r\n").split(self.delimiter)
            if self.width is not None and len(cells) == self.width:
                cells = cells[:-1]  # as many cells by chance: an unclosed quote is still no whole row
            return number, cells
        if odd and self.width is not None and len(cells) == self.width:
            cells = cells[:-1]
        self._learn(cells)
        return number, cells

    def _cells(self, text: str) -> list[str]:
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter))
        except csv.Error:
            return []
        return rows[0] if len(rows) == 1 else text.rstrip("\r\n").split(self.delimiter)

    def _learn(self, cells: list[str]) -> None:
        if self.first_cell is None and self.width is not None and len(cells) == self.width:
            self.first_cell = _shape(cells[0])

    def _swallowed(self, cells: list[str], taken: list[tuple[int, str]]) -> bool:
        """Whether one of the lines inside a quoted cell is a row of its own."""
        if self.width is None:
            return False
        if len(cells) != self.width:
            return True
        for _, text in taken[1:]:
            inner = self._cells(text)
            if self.first_cell and self.width > 1 and len(inner) > 1 and _shape(inner[0]) == self.first_cell:
                return True
            if self.width >= 4 and len(inner) == self.width and text.count('"') % 2 == 0:
                return True
        return False


def _shape(cell: str) -> str | None:
    """`T-20001` and `T-31` have one shape; null for cells without a digit."""
    return (
        re.sub(r"\d+", "0", cell.strip())
        if re.search(r"\d", cell) and len(cell) < 40 and " " not in cell.strip()
        else None
    )
