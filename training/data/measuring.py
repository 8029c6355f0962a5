"""What the user's files hold, measured in a blink for the plan: nothing is written, nothing heavy is loaded.

Small files are read whole; of large ones, and of many slow ones (PDF, office), a fixed sample is looked at and
the rest is told from its size. The same files always give the same measures.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from training.data.blobs import Blob, expand, files
from training.data.content import content_of
from training.data.formats import format_of, read
from training.data.language import quick_language
from training.data.private.contact import emails, phones
from training.data.private.numbers import cards, ibans
from training.data.private.secrets import secrets
from training.data.private.span import settled
from training.data.recognition import SAMPLE, recognise
from training.data.record import Raw, safe_fields, safe_name, strings
from training.data.selection import day_of
from training.spec import words

WHOLE_BYTES = 8 << 20
"""Files up to here are read whole."""
MOST_ROWS = 40_000
MOST_FILES = 300
"""Files of one folder that are opened; those beyond are told from these."""
SLOW = frozenset({"pdf", "docx", "pptx", "xlsx", "epub", "html", "parquet"})
SLOW_FILES, SLOW_BYTES = 3, 1 << 20
MANY_QUICK = 20
LANGUAGE_SAMPLE, PRIVATE_SAMPLE = 160, 160
CHARACTERS_A_TOKEN = 4.0
SENSITIVE = ("email", "phone", "card", "iban", "secret")
MOST_LABELS = 400


class FileMeasure(BaseModel):
    """One file of the user's, as far as it was looked at."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    path: str
    """Relative to the folder; inside an archive `archive.zip/path`."""
    format: str
    """`csv`, `jsonl`, `markdown`, `pdf` … or `unreadable`."""
    bytes: int = 0
    role: words.Role | None = None
    """What it can be used as; null where it can't be read."""
    confidence: float = 0.0
    """0..1, how sure the role is."""
    why: str = ""
    """Why this role, in plain words."""
    columns: list[str] = []
    reads: dict[str, str] = {}
    """What the columns mean: `user`, `assistant`, `label`, `text`, `messages` … to a column's name."""
    rows: int = 0
    """Records, counted; estimated where `sampled` is fewer."""
    broken: int = 0
    """Records that could not be parsed, among those looked at."""
    characters: int = 0
    tokens: int = 0
    """Approximate: a token for every four characters."""
    answer_characters: int = 0
    """Of the answers alone."""
    languages: dict[str, float] = {}
    """ISO 639-1 code to share of the records whose language can be told."""
    labels: dict[str, int] = {}
    """Class to number of records, most frequent first."""
    exact_duplicates: int = 0
    """Records that repeat an earlier one, but for case and spaces."""
    largest_repeat: float = 0.0
    """Share of the records that are one and the same, the most frequent."""
    has_answers: bool = False
    answers_checkable: bool = False
    """Whether an answer is right or wrong by comparison: one of a closed set, a number or a short code."""
    sensitive: dict[str, int] = {}
    """`email`, `phone`, `card`, `iban`, `secret` to how many there are, extrapolated from a sample."""
    first_day: str | None = None
    last_day: str | None = None
    unreadable: str = ""
    """Why it can't be read; empty where it can."""
    sampled: int = 0
    """Records that were looked at."""


def measure(paths: list[Path], root: Path) -> list[FileMeasure]:
    """Measure files and folders, in the order of their names. A path that does not exist is left out.

    Args:
        paths: absolute, or relative to `root` or to the working folder.
    """
    blobs: dict[str, Blob] = {}
    for path in paths:
        path = path if path.is_absolute() or not (root / path).exists() else root / path
        if not path.exists() and not path.is_symlink():
            continue
        inside = path.resolve() == root.resolve() or root.resolve() in path.resolve().parents
        home = root if inside else path if path.is_dir() else path.parent
        for blob in files(path, home):
            blobs.setdefault(blob.name, blob)
    return _measured([blobs[name] for name in sorted(blobs)])


def _measured(blobs: list[Blob]) -> list[FileMeasure]:
    found: list[FileMeasure] = []
    slow: Counter[str] = Counter()
    budget = _Budget()
    # Their libraries alone take a third of a second to load: among many other files a few of them change no plan.
    slow_files = 0 if sum(_suffix_format(blob.name) not in SLOW for blob in blobs) > MANY_QUICK else SLOW_FILES
    for number, blob in enumerate(blobs):
        if number >= MOST_FILES:
            found.append(_guessed(blob, _suffix_format(blob.name), found))
            continue
        for inner in islice(expand(blob), MOST_FILES):
            kind, why = _format(inner)
            if kind in SLOW:
                slow[kind] += 1
                if kind != "html" and (slow[kind] > slow_files or inner.size > SLOW_BYTES):
                    found.append(_guessed(inner, kind, found))
                    continue
            found.append(_file(inner, kind, why, budget))
    return found


def _suffix_format(name: str) -> str:
    return format_of(name, b"x")[0]


def _format(blob: Blob) -> tuple[str, str]:
    if blob.refused:
        return "unreadable", blob.refused
    try:
        with blob.open() as file:
            return format_of(blob.name, file.read(1100))
    except (OSError, ValueError) as error:
        return "unreadable", str(error)[:100]


def _guessed(blob: Blob, kind: str, known: list[FileMeasure]) -> FileMeasure:
    """A file that was not opened: like those of its format that were, by its size."""
    alike = [m for m in known if m.format == kind and m.role and m.bytes and m.sampled]
    if not alike or kind == "unreadable":
        texts = {"pdf": 0.05, "docx": 0.05, "pptx": 0.01, "xlsx": 0.5, "epub": 0.5, "parquet": 2.0}
        characters = int(blob.size * texts.get(kind, 0.9))
        role: Any = None if kind in ("unreadable", "picture") else "documents"
        return FileMeasure(path=blob.name, format=kind, bytes=blob.size, role=role, confidence=0.3, why="not opened: told by its name",
                           rows=1, characters=characters, tokens=int(characters / CHARACTERS_A_TOKEN), unreadable=blob.refused)  # fmt: skip
    share = blob.size / sum(m.bytes for m in alike)
    total = sum(m.characters for m in alike)
    role, _ = Counter(m.role for m in alike).most_common(1)[0]
    rows = max(1, round(share * sum(m.rows for m in alike))) if role != "documents" else 1
    return FileMeasure(path=blob.name, format=kind, bytes=blob.size, role=role, confidence=0.5, why=f"not opened: taken to be like {alike[0].path}",
                       rows=rows, characters=int(share * total), tokens=int(share * total / CHARACTERS_A_TOKEN), languages=alike[0].languages)  # fmt: skip


def _file(blob: Blob, kind: str, why: str, budget: "_Budget") -> FileMeasure:
    if kind in ("unreadable", "picture"):
        return FileMeasure(
            path=blob.name, format=kind, bytes=blob.size, unreadable=why, role="images" if kind == "picture" else None
        )
    most = MOST_ROWS if blob.size <= WHOLE_BYTES else 4000
    raws = list(islice(read(blob), most))
    good = [raw.fields for raw in raws if raw.fields is not None]
    if not good:
        fault = next((raw.detail for raw in raws), "nothing in it")
        return FileMeasure(path=blob.name, format=kind, bytes=blob.size, unreadable=fault, broken=len(raws))
    return _records(blob, kind, raws, good, budget, cut=len(raws) >= most)


def _records(
    blob: Blob, kind: str, raws: Sequence[Raw], good: list[dict[str, Any]], budget: "_Budget", *, cut: bool
) -> FileMeasure:
    judged = recognise(blob.name, kind, _spread(good, SAMPLE))
    reads = {part: safe_name(name) for part, name in judged.reads.items()}
    contents = [content_of(safe_fields(fields), reads) for fields in good]
    seen = Counter(hash(" ".join(content.whole.lower().split())) for content in contents)
    answers = [content.answered for content in contents if content.answered.strip()]
    characters = sum(len(content.whole) for content in contents)
    scale = _scale(blob, characters, len(good)) if cut else 1.0
    days = sorted(day for fields in (good if len(good) <= 5000 else _spread(good, 2000)) if (day := day_of(fields)))
    talk = any(part in judged.reads for part in ("assistant", "label", "messages", "chosen"))
    labels = (
        Counter(content.answered for content in contents if content.answered) if "label" in judged.reads else Counter()
    )
    return FileMeasure(
        path=blob.name,
        format=kind,
        bytes=blob.size,
        role=judged.role,  # type: ignore[arg-type]
        confidence=judged.confidence,
        why=judged.why,
        columns=list(dict.fromkeys(name for fields in good[:SAMPLE] for name in fields))[:200],
        reads=judged.reads,
        rows=round(len(good) * scale),
        broken=len(raws) - len(good),
        characters=round(characters * scale),
        tokens=round(characters * scale / CHARACTERS_A_TOKEN),
        answer_characters=round(sum(map(len, answers)) * scale),
        languages=_languages([content.whole for content in _spread(contents, LANGUAGE_SAMPLE)]),
        labels=dict(sorted(labels.items(), key=lambda item: (-item[1], item[0]))[:MOST_LABELS]),
        exact_duplicates=sum(count - 1 for count in seen.values()),
        largest_repeat=round(max(seen.values()) / len(contents), 4) if len(contents) > 1 else 0.0,
        has_answers=talk and len(answers) >= 0.5 * len(contents),
        answers_checkable=talk and ("label" in judged.reads or checkable(_spread(answers, 400))),
        sensitive=_sensitive(_spread(good, PRIVATE_SAMPLE), len(good) * scale, budget),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        sampled=len(raws),
    )


def _scale(blob: Blob, characters: int, rows: int) -> float:
    """How many times more there is than was read; by bytes, as far as the format lets one tell."""
    return max(1.0, blob.size / max(1, characters + 8 * rows))


def _spread(items: list[Any], most: int) -> list[Any]:
    """At most so many, evenly over the list: files are often sorted by class or date."""
    if len(items) <= most:
        return items
    step = len(items) / most
    return [items[int(number * step)] for number in range(most)]


def _languages(texts: list[str]) -> dict[str, float]:
    counts = Counter(language for text in texts if (language := quick_language(text[:800])[0]))
    total = sum(counts.values())
    return {language: round(count / total, 3) for language, count in counts.most_common(8)}


_VALUE = re.compile(r"^[^\w]*[-+]?[\d.,]+\s?(?:%|[^\W\d_]{1,12})?[.]?$")
_FINAL = re.compile(r"(?:####|answer(?: is|:)|=)\s*\$?[-+]?[\d.,/]+\.?\s*$", re.IGNORECASE)


def checkable(answers: list[str]) -> bool:
    """Whether answers can be checked by comparison: a closed set, numbers, or codes out of a small vocabulary."""
    if len(answers) < 3:
        return False
    size = len(answers)
    lengths = sorted(map(len, answers))
    if len(set(answers)) <= max(2, 0.2 * size) and lengths[size // 2] <= 60 and len(set(answers)) <= 200:
        return True
    if sum(bool(_VALUE.match(answer.strip()) or _FINAL.search(answer)) for answer in answers) >= 0.9 * size:
        return True
    tokens = Counter(token for answer in answers for token in answer.split())
    codes = sum(count for token, count in tokens.items() if re.search(r"_|^[A-Z0-9\-]{2,}$", token))
    return len(tokens) <= 200 and codes >= 0.9 * sum(tokens.values())


class _Budget:
    """Characters that may be searched for private data: documents have their own, so that they leave enough for tables."""

    def __init__(self) -> None:
        self.left = {True: 60_000, False: 240_000}

    def take(self, text: str, document: bool) -> str:
        most = min(1200 if document else 2000, self.left[document])
        self.left[document] -= min(most, len(text))
        return text[:most]


def _sensitive(sample: list[dict[str, Any]], rows: float, budget: _Budget) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for fields in sample:
        for _, text in strings(fields):
            shown = budget.take(text, len(sample) == 1)
            if len(shown) < 5:
                continue
            spans = [*secrets(shown), *emails(shown)]
            if any(map(str.isdigit, shown)):
                spans += [*ibans(shown), *cards(shown), *phones(shown)]
            counts.update("secret" if span.kind == "password" else span.kind for span in settled(spans))
    factor = rows / max(1, len(sample))
    return {kind: max(1, round(counts[kind] * factor)) for kind in SENSITIVE if counts[kind]}
