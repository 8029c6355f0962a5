"""The cleaning: every record of the user's files ends in kept.jsonl or in dropped.jsonl, with a reason.

Records stream by one at a time. What stays in memory is small for each: a key of 16 bytes, a signature for
near-duplicates, and where its line begins in kept.jsonl. Everything is written aside and renamed at the end.
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from training.data import columns
from training.data.blobs import Blob, expand, files
from training.data.contamination import HeldOut
from training.data.content import Content, content_of
from training.data.damage import damaged, poor, repaired
from training.data.duplicates import Duplicates
from training.data.formats import format_of, read
from training.data.house import house_words
from training.data.language import is_wrong
from training.data.private.redact import SECRET_KINDS, found_in, redacted
from training.data.recognition import SAMPLE, Recognition, recognise
from training.data.record import Raw, Record, replace, safe_fields, safe_name, spelled, strings
from training.data.report import Tally
from training.data.selection import Selector, day_of
from training.progress import Progress, silent
from training.spec import Problem
from training.spec.spec import Cleaning, Source

TALKS = frozenset({"chats", "instructions", "labels", "prompts", "preferences", "tests"})
EXCERPT = 160
TELL_EVERY = 500
"""Records between two looks at whether the user or the budget wants to stop."""
MUCH_DAMAGE = 0.12
"""Share of a record's text that may be garbled before the record is given up."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file on its way to be read, with the source that named it."""

    blob: Blob
    selector: Selector
    role: str | None


def clean(
    inputs: list[Source],
    out: Path,
    cleaning: Cleaning,
    *,
    against: list[Path] = [],  # noqa: B006  (the agreed signature; never changed)
    root: Path | None = None,
    progress: Progress = silent,
) -> dict[str, Any]:
    """Read the sources, clean them, write `out/kept.jsonl`, `dropped.jsonl` and `report.json`; returns the report.

    Args:
        inputs: files and folders, with their roles and what to leave out.
        against: held-out files; what stands in them is contaminated.
        root: what sources' paths and records' `source` are relative to; the working folder by default.
    Raises: Problem (exit code 2) where a source does not exist. A file that can't be read is a record, not an error.
    """
    started = time.perf_counter()
    root = Path(root) if root is not None else Path.cwd()
    named = _named_files(inputs, root)
    out.mkdir(parents=True, exist_ok=True)
    aside = {name: out / f".{name}.partial" for name in ("kept.jsonl", "dropped.jsonl", "report.json")}
    held_out, held_paths = _held_out(against, root) if cleaning.decontaminate else (HeldOut(), frozenset())
    with (
        aside["kept.jsonl"].open("w+", encoding="utf-8", newline="\n") as kept,
        aside["dropped.jsonl"].open("w", encoding="utf-8", newline="\n") as dropped,
    ):
        work = _Cleaner(cleaning, kept, dropped, held_out, frozenset(held_paths))
        work.run(named, progress)
    selectors = list({id(file.selector): file.selector for file in named}.values())
    report = work.tally.as_dict()
    report["asked_for"] = {s.source.path: told for s in selectors if (told := s.report())}
    report["matched_nothing"] = sorted({text for s in selectors for text, counts in s.matched.items() if not counts})
    report["cleaning"] = cleaning.model_dump(mode="json")
    # Seconds are measured and differ from run to run; the two record files are what must be the same.
    report["seconds"] = round(time.perf_counter() - started, 2)
    aside["report.json"].write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for name, path in aside.items():
        os.replace(path, out / name)
    return report


def _named_files(inputs: list[Source], root: Path) -> list[_File]:
    """All files of all sources, each once; a file that two sources name belongs to the one that names it more closely."""
    found: dict[str, tuple[int, _File]] = {}
    for source in inputs:
        path = root / source.path if not Path(source.path).is_absolute() else Path(source.path)
        if not os.path.lexists(path):
            raise Problem(
                f"There is no file or folder `{source.path}`.", next_step="Check the path, or name another source."
            )
        selector = Selector(source)
        home = root if _below(path, root) else (path if path.is_dir() else path.parent)
        for blob in files(path, home):
            closeness = len(Path(source.path).parts)
            if blob.name not in found or closeness > found[blob.name][0]:
                found[blob.name] = (
                    closeness,
                    _File(blob, selector, source.role if not path.is_dir() or source.role else None),
                )
    return [file for _, (_, file) in sorted(found.items())]


def _below(path: Path, root: Path) -> bool:
    return path.resolve() == root.resolve() or root.resolve() in path.resolve().parents or _spelled_below(path, root)


def _spelled_below(path: Path, root: Path) -> bool:
    """A link inside the folder counts as inside by its own place; where it leads is judged later."""
    return Path(os.path.abspath(path)).is_relative_to(Path(os.path.abspath(root)))


def _held_out(against: list[Path], root: Path) -> tuple[HeldOut, frozenset[Path]]:
    tests, paths = HeldOut(), set()
    for path in against:
        path = Path(path)
        if not path.exists():
            raise Problem(f"There is no held-out file `{path}`.", next_step="Check what follows `--against`.")
        for blob in files(path, path if path.is_dir() else path.parent):
            if blob.path is not None:
                paths.add(blob.path.resolve())
            for inner in expand(blob):
                _take_in(tests, inner)
    return tests, frozenset(paths)


def _take_in(tests: HeldOut, blob: Blob) -> None:
    for record in opened(blob).items:
        if isinstance(record, Record):
            tests.add(content_of(record.fields, record.reads), record.source, record.index)


class Opened(NamedTuple):
    """A file that is being read, judged by its first records."""

    judged: Recognition
    house: frozenset[str]
    """Words that are the company's own."""
    items: Iterator[Record | Raw]
    """The records; those that can't be read as they come."""


def opened(blob: Blob) -> Opened:
    """Begin to read a file."""
    kind = _kind_of(blob)
    raws = read(blob)
    head = list(islice(raws, SAMPLE))
    sample = [raw.fields for raw in head if raw.fields is not None]
    judged = recognise(blob.name, kind, sample)
    reads = {part: safe_name(name) for part, name in judged.reads.items()}
    return Opened(judged, house_words(sample), (_item(blob, raw, judged.role, reads) for raw in chain(head, raws)))


def _item(blob: Blob, raw: Raw, role: str, reads: dict[str, str]) -> Record | Raw:
    return raw if raw.fields is None else Record(blob.name, raw.index, raw.line, safe_fields(raw.fields), role, reads)


def _kind_of(blob: Blob) -> str:
    if blob.refused:
        return "unreadable"
    try:
        with blob.open() as file:
            return format_of(blob.name, file.read(512))[0]
    except (OSError, ValueError):
        return "unreadable"


class _Cleaner:
    """One pass over the records."""

    def __init__(
        self, cleaning: Cleaning, kept: TextIO, dropped: TextIO, held_out: HeldOut, held_paths: frozenset[Path]
    ) -> None:
        self.cleaning = cleaning
        self.kept, self.dropped = kept, dropped
        self.held_out, self.held_paths = held_out, held_paths
        self.wanted = frozenset(cleaning.languages or ())
        self.tally = Tally()
        self.duplicates = Duplicates(kept, near=bool(cleaning.near_dedup))
        self.groups: dict[tuple[str, str], int] = {}
        self.house: frozenset[str] = frozenset()

    def run(self, named: list[_File], progress: Progress) -> None:
        """Tests first, so that training records can be compared with all of them."""
        tests: list[_File] = []
        others: list[_File] = []
        for file in named:
            (tests if self._is_test(file) else others).append(file)
        total = sum(file.blob.size for file in named) or 1
        done = 0
        for file, test in [*((file, True) for file in tests), *((file, False) for file in others)]:
            progress(min(done, total), total, f"Reading {file.blob.name}", {})

            def tell(seen: float, at: int = done, name: str = file.blob.name) -> None:
                progress(min(at, total), total, f"Reading {name}", {"records": seen})

            self._file(file, test, tell)
            done += file.blob.size
            self.tally.bytes += file.blob.size
        progress(total, total, "Cleaned", {"records": float(sum(sum(c.values()) for c in self.tally.sources.values()))})

    def _is_test(self, file: _File) -> bool:
        if file.role is not None:
            return file.role == "tests"
        if file.blob.path is not None and file.blob.path.resolve() in self.held_paths:
            return True
        if file.blob.refused or _kind_of(file.blob) not in ("csv", "tsv", "json", "jsonl", "text", "xlsx", "parquet"):
            return False
        raws = [raw.fields for raw in islice(read(file.blob), 50) if raw.fields is not None]
        return recognise(file.blob.name, _kind_of(file.blob), raws).role == "tests"

    def _file(self, file: _File, test: bool, tell: Callable[[float], None]) -> None:
        for blob in expand(file.blob):
            why = file.selector.file_left_out(blob.name)
            if why:
                self._drop(Raw(0, None, None, "low_quality", why), blob.name, left_out=True)
                continue
            judged, house, items = opened(blob)
            self.house |= house
            for number, item in enumerate(items, start=1):
                if number % TELL_EVERY == 0:
                    tell(float(number))
                if blob.name not in self.tally.recognised:
                    self.tally.recognised[blob.name] = {
                        "role": "tests" if test else _role(file.role, judged.role), "confidence": judged.confidence, "why": judged.why,
                    }  # fmt: skip
                if isinstance(item, Raw):
                    self._drop(item, blob.name)
                    continue
                item.role = "tests" if test else _role(file.role, judged.role)
                self._record(item, file.selector)

    def _record(self, record: Record, selector: Selector) -> None:
        record.date = day_of(record.fields)
        if why := selector.record_left_out(record.source, record.role, record.fields, record.date):
            self._out(record, "low_quality", why, left_out=True)
            return
        original = record.fields
        if fault := self._repair(record):
            self._out(record, *fault)
            return
        content = content_of(record.fields, record.reads)
        test = record.role == "tests"
        if not test and (fault := self._unfit(record, content)):
            self._out(record, *fault)
            return
        record.language, wrong = (
            (None, False) if record.role == "code" else is_wrong(content.whole, self.wanted or frozenset())
        )
        if wrong and self.wanted and not test:
            self._out(
                record, "wrong_language", f"written in {record.language}, not in {' or '.join(sorted(self.wanted))}"
            )
            return
        if test and self.cleaning.decontaminate:
            self.held_out.add(content, record.source, record.index)
        elif self.cleaning.decontaminate and (met := self.held_out.met_in(content)):
            how, (source, index) = met
            self._out(record, "contaminated", f"{how}: {source}, record {index}")
            return
        self._private(record, content, original)

    def _repair(self, record: Record) -> tuple[str, str] | None:
        """Mend wrongly decoded text; a reason where that is not enough."""
        changed = {}
        learned = _learned(record)
        faulty: tuple[str, str] | None = None
        bad = total = 0
        for path, text in strings(record.fields):
            mended, controls = repaired(text)
            if mended != text:
                changed[path] = mended
            if str(path[0]) in learned:
                verdict = damaged(mended, controls, text)
                total += len(text)
                if verdict.reason:
                    faulty = faulty or (verdict.reason, verdict.detail)
                    bad += len(text)
        # A flood of dashes in one message of a long talk does not spoil the rest.
        if faulty and bad >= MUCH_DAMAGE * total:
            return faulty
        if changed:
            record.fields = replace(record.fields, changed)
            record.repaired = [spelled(path) for path in changed]
        return None

    def _unfit(self, record: Record, content: Content) -> tuple[str, str] | None:
        if not content.whole.strip():
            return "corrupted", "an empty record"
        if record.role in ("instructions", "chats", "labels", "preferences") and (
            "assistant" in record.reads or "label" in record.reads or "messages" in record.reads
        ):
            if not content.answered.strip() and not _many_speakers(record):
                return "low_quality", "no label" if "label" in record.reads else "no answer"
            if content.answered.strip() and not content.asked.strip():
                return "low_quality", "no question"
        elif record.role in ("documents", "prompts", "code"):
            verdict = poor(content.whole, passage=record.role == "documents")
            if verdict.reason:
                return verdict.reason, verdict.detail
        return None

    def _private(self, record: Record, content: Content, original: dict[str, Any]) -> None:
        record.group = self._group(record)
        pii = self.cleaning.pii != "keep"
        found = found_in(record.fields, pii=pii, secret=True, personal=_is_personal(record), house=self.house)
        kinds = {span.kind for spans in found.values() for span in spans}
        if self.cleaning.secrets == "drop" and kinds & SECRET_KINDS:
            self._out(record, "secret", "it holds a " + " and a ".join(sorted(kinds & SECRET_KINDS)))
            return
        if self.cleaning.pii == "drop" and kinds - SECRET_KINDS:
            self._out(record, "pii", "it holds " + ", ".join(sorted(kinds - SECRET_KINDS)).replace("_", " "))
            return
        before = record.fields
        record.fields, record.redactions = redacted(record.fields, found)
        if record.repaired:
            _offsets_as_read(record, before, original)
        self._settle(record, content)

    def _settle(self, record: Record, content: Content) -> None:
        """Copies go, the rest is kept."""
        if record.role == "tests":
            self._keep(record)
            return
        safe = content_of(record.fields, record.reads) if record.redactions else content
        if self.cleaning.exact_dedup and (first := self.duplicates.exact(record, content)):
            self._out(record, "exact_duplicate", "the same but for case, spaces and punctuation", duplicate_of=first)
            return
        if self.cleaning.near_dedup and record.role != "code" and (first := self.duplicates.near(record, safe)):
            self._out(record, "near_duplicate", "the same but for a few words or slips", duplicate_of=first)
            return
        self.duplicates.remember(record, content, safe, self._keep(record))

    def _group(self, record: Record) -> str | None:
        """A number for the customer or thread that a record belongs to, so that a split keeps them together."""
        for name, value in record.fields.items():
            if (
                isinstance(value, str | int)
                and value not in ("", 0)
                and columns.CUSTOMER.search(columns.plain(name))
                and name not in record.reads.values()
            ):
                key = (columns.plain(name), str(value).strip().lower())
                return f"{key[0]}-{self.groups.setdefault(key, len(self.groups) + 1)}"
        return None

    def _keep(self, record: Record) -> int:
        """Writes a record and returns where its line begins."""
        row = {
            "source": record.source,
            "index": record.index,
            "line": record.line,
            "role": record.role,
            "language": record.language,
        }
        row |= record.fields
        row["redactions"] = record.redactions
        row["reads"] = record.reads
        for name in ("group", "date", "repaired"):
            if value := getattr(record, name):
                row[name] = value
        place = self.kept.tell()
        self.kept.write(json.dumps(row, ensure_ascii=False).encode("utf-8", errors="replace").decode() + "\n")
        self.tally.kept(row)
        return place

    def _out(
        self,
        record: Record,
        reason: str,
        detail: str,
        *,
        duplicate_of: tuple[str, int] | None = None,
        left_out: bool = False,
    ) -> None:
        excerpt = ""
        if reason not in ("secret", "pii", "corrupted"):
            content = content_of(record.fields, record.reads).whole[:1000]
            hidden, _ = redacted({"text": content}, found_in({"text": content}, pii=True, secret=True, personal=True))
            excerpt = hidden["text"][:EXCERPT]
        self._drop(
            Raw(record.index, record.line, None, reason, detail),
            record.source,
            duplicate_of=duplicate_of,
            left_out=left_out,
            excerpt=excerpt,
        )

    def _drop(
        self,
        raw: Raw,
        source: str,
        *,
        duplicate_of: tuple[str, int] | None = None,
        left_out: bool = False,
        excerpt: str = "",
    ) -> None:
        row: dict[str, Any] = {"source": source, "index": raw.index, "line": raw.line, "reason": raw.fault}
        row["duplicate_of"] = {"source": duplicate_of[0], "index": duplicate_of[1]} if duplicate_of else None
        row["detail"] = raw.detail
        if left_out:
            row["left_out"] = True
        self.dropped.write(json.dumps(row, ensure_ascii=False).encode("utf-8", errors="replace").decode() + "\n")
        self.tally.dropped(row, excerpt)


def _role(given: str | None, judged: str) -> str:
    """The role that the request gives where the content allows it, else what the content is."""
    if given is None or given == judged:
        return judged
    return given if (given in TALKS) == (judged in TALKS) else judged


def _is_personal(record: Record) -> bool:
    """Whether people write here about themselves: in talks and tickets, not in pages and exercises."""
    if record.role in ("documents", "code"):
        return False
    return record.role != "instructions" or record.group is not None or record.date is not None


def _learned(record: Record) -> frozenset[str]:
    """The fields whose damage makes a record worthless."""
    return frozenset(record.reads.values()) or frozenset(record.fields)


def _many_speakers(record: Record) -> bool:
    turns = record.fields.get(record.reads.get("messages", ""))
    return isinstance(turns, list) and len({str(turn.get("speaker")) for turn in turns if isinstance(turn, dict)}) > 2


def _offsets_as_read(record: Record, before: dict[str, Any], original: dict[str, Any]) -> None:
    """Redactions were found in mended text; their offsets are given for the text as it was read, where the value still stands in it."""
    mended = {spelled(path): text for path, text in strings(before)}
    read_as = {spelled(path): text for path, text in strings(original)}
    at: dict[str, int] = {}
    for redaction in record.redactions:
        field = redaction["field"]
        if field not in record.repaired:
            continue
        value = mended[field][redaction["start"] : redaction["end"]]
        start = read_as[field].find(value, at.get(field, 0))
        if start >= 0:
            redaction["start"], redaction["end"] = start, start + len(value)
            at[field] = start + len(value)
