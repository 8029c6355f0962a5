"""Every file under a folder, those inside archives too, as blobs that can be opened.

Files are untrusted: links that lead out of the folder are refused, archives are read member by member
with bounds on depth, number and size, and a member's name never becomes a path on disk.
"""

import gzip
import io
import os
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

MAX_DEPTH = 3
"""Archives inside archives that are still opened."""
MAX_MEMBERS = 100_000
MAX_UNPACKED = 4 << 30
"""Bytes that one archive may unpack to."""
MAX_RATIO = 300
"""Unpacked over packed size above which a member counts as a bomb, once it is larger than `BOMB_FLOOR`."""
BOMB_FLOOR = 32 << 20
SPOOL = 8 << 20
_HIDDEN = frozenset(
    {".git", ".svn", ".hg", "__pycache__", "node_modules", ".venv", "__MACOSX", ".DS_Store", "Thumbs.db"}
)


@dataclass(slots=True)
class Blob:
    """A file, or a member of an archive; `refused` says why it can't be opened."""

    name: str
    """Relative to the folder, with `/`; inside an archive `archive.zip/path`."""
    size: int
    open: Callable[[], BinaryIO]
    refused: str = ""
    path: Path | None = None
    """Where it lies, if it is a plain file."""


def _nothing() -> BinaryIO:
    return io.BytesIO()


def files(start: Path, root: Path) -> Iterator[Blob]:
    """The files at or below `start`, sorted by name; names are relative to `root`."""
    base = root.resolve()
    if start.is_dir() and not start.is_symlink():
        for folder, folders, names in os.walk(start, followlinks=False):
            links = [name for name in folders if (Path(folder) / name).is_symlink()]
            folders[:] = sorted(name for name in folders if name not in _HIDDEN and name not in links)
            for name in sorted([*names, *links]):
                if name not in _HIDDEN:
                    yield _blob(Path(folder) / name, root, base)
    else:
        yield _blob(start, root, base)


def relative_name(path: Path, root: Path) -> str:
    """`path` as it is named in the records."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return Path(os.path.relpath(path, root)).as_posix().replace("../", "")


def _blob(path: Path, root: Path, base: Path) -> Blob:
    name = relative_name(path, root)
    try:
        if path.is_symlink():
            target = path.resolve()
            if not target.is_relative_to(base):
                return Blob(name, 0, _nothing, "a link that leads out of the folder")
            if target.is_dir():
                return Blob(name, 0, _nothing, "a link to a folder")
        facts = path.stat()
    except OSError as error:
        return Blob(name, 0, _nothing, f"can't be opened ({error.strerror or 'unknown fault'})")
    if not stat.S_ISREG(facts.st_mode):
        return Blob(name, 0, _nothing, "not a regular file")
    return Blob(name, facts.st_size, lambda: path.open("rb"), path=path)


def expand(blob: Blob, depth: int = 0) -> Iterator[Blob]:
    """The blob itself, or what is inside it if it is an archive."""
    if blob.refused:
        yield blob
        return
    try:
        with blob.open() as file:
            head = file.read(512)
    except OSError as error:
        yield Blob(blob.name, blob.size, _nothing, f"can't be opened ({error.strerror or 'unknown fault'})")
        return
    kind = _archive_kind(blob.name, head)
    if kind is None:
        yield blob
    elif depth >= MAX_DEPTH:
        yield Blob(blob.name, blob.size, _nothing, f"an archive more than {MAX_DEPTH} archives deep")
    else:
        try:
            yield from {"zip": _zip, "tar": _tar, "gzip": _gzip}[kind](blob, depth)
        except GeneratorExit:
            raise
        except Exception as error:  # the unpackers raise a dozen kinds of errors on damaged data
            yield Blob(blob.name, blob.size, _nothing, f"a damaged archive ({str(error)[:80]})")


def _archive_kind(name: str, head: bytes) -> str | None:
    lower = name.lower()
    if head.startswith(b"PK\x03\x04") or (head.startswith(b"PK\x05\x06") and lower.endswith(".zip")):
        # Office files are zips as well, but read as one document.
        office = (".docx", ".pptx", ".xlsx", ".epub", ".odt", ".ods", ".odp", ".jar", ".docm", ".xlsm", ".pptm")
        if lower.endswith(office) or head[30:38] == b"mimetype" or b"[Content_Types].xml" in head[:100]:
            return None
        return "zip"
    if head.startswith(b"\x1f\x8b"):
        return "tar" if lower.endswith((".tar.gz", ".tgz")) else "gzip"
    if head[257:262] == b"ustar" or lower.endswith((".tar", ".tar.bz2", ".tar.xz", ".tbz2", ".txz")):
        return "tar"
    # A file that only calls itself a zip is opened as one, so that the reason given is the right one.
    return "zip" if lower.endswith(".zip") else None


def _safe_member(name: str) -> str:
    """A member's name as part of a record's source; never used as a path on disk."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "/".join(parts) or "member"


def _spool(read: Callable[[int], bytes], limit: int) -> BinaryIO:
    """Copy a member into a temporary file of our own, at most `limit` bytes."""
    spooled = tempfile.SpooledTemporaryFile(max_size=SPOOL)  # noqa: SIM115  (handed to the caller)
    total = 0
    while piece := read(1 << 20):
        total += len(piece)
        if total > limit:
            spooled.close()
            raise ValueError("unpacks to far more than it says")
        spooled.write(piece)
    spooled.seek(0)
    return spooled  # type: ignore[return-value]


def _members(
    blob: Blob, depth: int, members: Iterator[tuple[str, int, int, Callable[[], BinaryIO], str]]
) -> Iterator[Blob]:
    total = count = 0
    for name, packed, size, opener, refused in members:
        count += 1
        total += size
        full = f"{blob.name}/{_safe_member(name)}"
        if count > MAX_MEMBERS or total > MAX_UNPACKED:
            yield Blob(f"{blob.name}", blob.size, _nothing, "the archive holds too much; unpack it and name the folder")
            return
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if any(part in _HIDDEN for part in parts):
            continue
        if name.startswith(("/", "\\")) or ".." in parts or (len(name) > 1 and name[1] == ":"):
            refused = "the member's name leads out of the archive"
        if not refused and size > BOMB_FLOOR and size > MAX_RATIO * max(1, packed):
            refused = f"unpacks to {size / max(1, packed):.0f} times its size, as an archive bomb does"
        if refused:
            yield Blob(full, size, _nothing, refused)
        else:
            yield from expand(Blob(full, size, opener), depth + 1)


def _zip(blob: Blob, depth: int) -> Iterator[Blob]:
    with blob.open() as file, zipfile.ZipFile(file) as archive:
        infos = [info for info in archive.infolist()[: MAX_MEMBERS + 2] if not info.is_dir()]

        def members() -> Iterator[tuple[str, int, int, Callable[[], BinaryIO], str]]:
            for info in infos:
                refused = ""
                if info.flag_bits & 1:
                    refused = "locked with a password"
                elif stat.S_ISLNK(info.external_attr >> 16):
                    refused = "a link inside an archive"

                def opener(info: zipfile.ZipInfo = info) -> BinaryIO:
                    with archive.open(info) as member:
                        return _spool(member.read, info.file_size + 1)

                yield info.filename, info.compress_size, info.file_size, opener, refused

        if not infos:
            yield Blob(blob.name, blob.size, _nothing, "an empty archive")
        yield from _members(blob, depth, members())


def _tar(blob: Blob, depth: int) -> Iterator[Blob]:
    with blob.open() as file, tarfile.open(fileobj=file, mode="r:*") as archive:

        def members() -> Iterator[tuple[str, int, int, Callable[[], BinaryIO], str]]:
            for info in archive:
                if info.isdir():
                    continue
                refused = "" if info.isreg() else "a link or device inside an archive"

                def opener(info: tarfile.TarInfo = info) -> BinaryIO:
                    member = archive.extractfile(info)
                    assert member is not None  # only regular members get here
                    return _spool(member.read, info.size + 1)

                yield info.name, max(blob.size, 1), info.size, opener, refused

        yield from _members(blob, depth, members())


def _gzip(blob: Blob, depth: int) -> Iterator[Blob]:
    limit = max(BOMB_FLOOR, MAX_RATIO * blob.size)

    def opener() -> BinaryIO:
        with blob.open() as file, gzip.GzipFile(fileobj=file) as unpacked:
            return _spool(unpacked.read, min(limit, MAX_UNPACKED))

    # `x.txt.gz` is `x.txt` to the reader and keeps its own name in the records.
    with opener() as file:
        head = file.read(512)
        size = file.seek(0, 2)
    if _archive_kind(blob.name.removesuffix(".gz"), head) is not None:
        yield from expand(
            Blob(f"{blob.name}/{PurePosixPath(blob.name).name.removesuffix('.gz')}", size, opener), depth + 1
        )
    else:
        yield Blob(blob.name, size, opener)
