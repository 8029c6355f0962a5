"""What the user's files are: so that a run learns from what was approved, and finished work is known again."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from executor.store import Store
from executor.tables import FileRow
from training.spec import Problem


class FilePrint(BaseModel):
    """One file as it was found."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    source: str
    """The path of the source in the spec that the file belongs to."""
    path: str
    """Relative to the source's folder; empty where the source is the file."""
    bytes: int
    mtime_ns: int
    sha256: str


def fingerprint(sources: list[str], root: Path, store: Store) -> list[FilePrint]:
    """Every file of the sources, sorted. Files of known size and time are not read again.

    Args:
        sources: paths as the spec has them, relative to `root`.
    Raises: Problem where a source is not there.
    """
    prints: list[FilePrint] = []
    fresh: list[FileRow] = []
    for source in sources:
        place = root / Path(source).expanduser()
        if not place.exists():
            raise Problem(f"{source} is not there any more.", next_step=f"Put it back in {root}, or plan again.")
        files = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
        for path in files:
            if path.absolute().is_relative_to(store.home):
                continue  # `--data .` in the folder that also holds our own home
            facts = path.stat()
            absolute = str(path.absolute())
            digest = store.known_file(absolute, facts.st_size, facts.st_mtime_ns)
            if digest is None:
                with path.open("rb") as handle:
                    digest = hashlib.file_digest(handle, "sha256").hexdigest()
                fresh.append(FileRow(path=absolute, bytes=facts.st_size, mtime_ns=facts.st_mtime_ns, sha256=digest))
            prints.append(
                FilePrint(
                    source=source,
                    path=path.relative_to(place).as_posix() if place.is_dir() else "",
                    bytes=facts.st_size,
                    mtime_ns=facts.st_mtime_ns,
                    sha256=digest,
                )
            )
    store.remember_files(fresh)
    return prints


def files_hash(prints: list[FilePrint]) -> str:
    """One hash for all the files: names and contents. Times are left out: a copied file is the same file."""
    text = json.dumps([[item.source, item.path, item.bytes, item.sha256] for item in prints])
    return hashlib.sha256(text.encode()).hexdigest()


def first_change(before: list[FilePrint], now: list[FilePrint]) -> str | None:
    """The first file that is not as it was, in words, or None."""
    identity: Callable[[FilePrint], tuple[str, str]] = lambda item: (item.source, item.path)  # noqa: E731
    old = {identity(item): item.sha256 for item in before}
    new = {identity(item): item.sha256 for item in now}
    for source, path in sorted(old.keys() | new.keys()):
        name = f"{source}/{path}" if path else source
        if (source, path) not in new:
            return f"{name} is gone"
        if (source, path) not in old:
            return f"{name} is new"
        if old[source, path] != new[source, path]:
            return f"{name} was changed"
    return None
