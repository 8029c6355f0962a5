"""Which format a file is in, by its first bytes and its name, and the reader for it."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from training.data.blobs import Blob
from training.data.encoding import NotText
from training.data.record import Raw

MAX_BROKEN = 5000
"""Bytes of a file's head that are looked at."""

CODE = {
    ".py": "python", ".pyi": "python", ".js": "javascript", ".mjs": "javascript", ".jsx": "javascript", ".ts": "typescript",
    ".tsx": "typescript", ".java": "java", ".kt": "kotlin", ".scala": "scala", ".go": "go", ".rs": "rust", ".c": "c",
    ".h": "c", ".cc": "cpp", ".cpp": "cpp", ".hpp": "cpp", ".cs": "csharp", ".rb": "ruby", ".php": "php", ".swift": "swift",
    ".m": "objective-c", ".r": "r", ".jl": "julia", ".lua": "lua", ".pl": "perl", ".sh": "shell", ".bash": "shell",
    ".sql": "sql", ".ps1": "powershell", ".vue": "vue", ".css": "css", ".scss": "css", ".dart": "dart", ".ex": "elixir",
    ".hs": "haskell", ".clj": "clojure", ".proto": "protobuf", ".tf": "terraform", ".cob": "cobol", ".cbl": "cobol",
    ".f90": "fortran", ".vb": "visual-basic", ".abap": "abap", ".groovy": "groovy", ".gradle": "groovy",
}  # fmt: skip
_BY_NAME = {
    ".csv": "csv", ".tsv": "tsv", ".psv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".geojson": "json",
    ".ipynb": "json", ".md": "markdown", ".markdown": "markdown", ".mdx": "markdown", ".rst": "markdown", ".adoc": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".xml": "xml", ".rss": "xml", ".atom": "xml", ".eml": "eml",
    ".mbox": "mbox", ".txt": "text", ".text": "text", ".log": "text", ".tab": "tsv",
}  # fmt: skip
_ZIPPED = {
    ".docx": "docx",
    ".docm": "docx",
    ".pptx": "pptx",
    ".pptm": "pptx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".epub": "epub",
}
_SETTINGS = frozenset({".toml", ".yaml", ".yml", ".ini", ".cfg", ".conf", ".lock", ".env", ".properties"})
_PICTURES = (
    (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"),
)  # fmt: skip
_OTHER = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .ppt or .msg); save it in the new format or as text"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"SQLite format 3", "a database; export its tables as CSV"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"), (b"Rar!", "a RAR archive; unpack it first"),
    (b"BZh", "a bzip2 file; unpack it first"), (b"\xfd7zXZ", "an xz file; unpack it first"), (b"(\xb5/\xfd", "a zstd file; unpack it first"),
    (b"ID3", "sound"), (b"OggS", "sound"), (b"fLaC", "sound"), (b"\x1aE\xdf\xa3", "a film"), (b"wOF", "a font"),
)  # fmt: skip


def suffix_of(name: str) -> str:
    """The ending that tells the format: `.txt` for `x.txt.gz`."""
    lower = name.lower()
    return PurePosixPath(lower.removesuffix(".gz")).suffix


def format_of(name: str, head: bytes) -> tuple[str, str]:
    """A format's name, or `unreadable` with the reason."""
    suffix = suffix_of(name)
    if not head:
        return "unreadable", "an empty file"
    for mark, kind in _PICTURES:
        if head.startswith(mark) and (kind != "bmp" or suffix == ".bmp"):
            return "picture", f"a picture ({kind}) has no text to learn from"
    for mark, told in _OTHER:
        if head.startswith(mark):
            return "unreadable", told
    if head[:4] == b"RIFF" or head[4:8] == b"ftyp":
        return "unreadable", "sound or film"
    if b"%PDF-" in head[:1024]:
        return "pdf", ""
    if head.startswith(b"PAR1"):
        return "parquet", ""
    if head.startswith(b"PK\x03\x04"):
        return (_ZIPPED[suffix], "") if suffix in _ZIPPED else (_office(head), "")
    if suffix in (*_ZIPPED, ".pdf", ".parquet", ".zip", ".gz"):
        return "unreadable", f"it is called {suffix} and is not one"
    if suffix in CODE:
        return "code", ""
    if suffix in _BY_NAME:
        return _BY_NAME[suffix], ""
    return _by_content(head, suffix), ""


def _office(head: bytes) -> str:
    return "epub" if b"epub" in head[:100] else "docx"


def _by_content(head: bytes, suffix: str) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"<!DOCTYPE html", b"<!doctype html", b"<html")):
        return "html"
    if start.startswith(b"<?xml"):
        return "xml"
    if start.startswith(b"From ") and b"\n" in start:
        return "mbox"
    if start.startswith((b"{", b"[{")) and suffix not in _SETTINGS:
        return "json"
    return "text"


def read(blob: Blob) -> Iterator[Raw]:
    """The records of one file. Whatever is wrong with it ends as a record that says so."""
    if blob.refused:
        yield Raw(0, None, None, "unreadable", blob.refused)
        return
    count = 0
    try:
        with blob.open() as file:
            head = file.read(MAX_BROKEN)
            file.seek(0)
            kind, why = format_of(blob.name, head)
            if kind in ("unreadable", "picture"):
                yield Raw(0, None, None, "unreadable", why)
                return
            for raw in _records(kind, file, blob.name):
                count += 1
                yield raw
        if not count:
            yield Raw(0, None, None, "unreadable", "nothing in it")
    except NotText as error:
        yield Raw(count, None, None, "unreadable", str(error))
    except OSError as error:
        yield Raw(
            count, None, None, "unreadable", f"can't be read ({error.strerror or str(error)[:80] or 'unknown fault'})"
        )
    except GeneratorExit:
        raise
    except MemoryError:
        yield Raw(count, None, None, "unreadable", "too large for this machine's memory")
    except Exception as error:
        # The parsers are other people's and the files anybody's: whatever they raise is a fault of the file.
        yield Raw(
            count,
            None,
            None,
            "unreadable",
            f"damaged or not what its name says ({type(error).__name__}: {str(error)[:80]})",
        )


def _records(kind: str, file: BinaryIO, name: str) -> Iterator[Raw]:
    """Readers are imported here, so that a folder of text never loads a PDF library."""
    if kind in ("csv", "tsv"):
        from training.data.readers.table import read_csv

        return read_csv(file, delimiter="\t" if kind == "tsv" else None)
    if kind == "jsonl":
        from training.data.readers.jsonlines import read_jsonl

        return read_jsonl(file)
    if kind == "json":
        from training.data.readers.json_file import read_json

        return read_json(file)
    if kind in ("text", "markdown"):
        from training.data.readers.prose import read_text

        return read_text(file, prose=kind == "markdown")
    if kind == "code":
        from training.data.readers.prose import read_text

        return read_text(file, prose=True)
    if kind in ("html", "xml"):
        from training.data.readers import web

        return web.read_html(file) if kind == "html" else web.read_xml(file)
    if kind in ("docx", "pptx", "epub"):
        from training.data.readers import office

        return {"docx": office.read_docx, "pptx": office.read_pptx, "epub": office.read_epub}[kind](file)
    if kind in ("eml", "mbox"):
        from training.data.readers import mail

        return mail.read_eml(file) if kind == "eml" else mail.read_mbox(file)
    if kind == "xlsx":
        from training.data.readers.sheet import read_xlsx

        return read_xlsx(file)
    if kind == "pdf":
        from training.data.readers.pdf import read_pdf

        return read_pdf(file)
    from training.data.readers.columnar import read_parquet

    return read_parquet(file)
