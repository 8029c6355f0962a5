"""Files are anybody's: none may raise, leave its folder, or take all memory."""

import io
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from training.data.blobs import MAX_DEPTH, Blob, expand, files
from training.data.formats import read


def faults(folder: Path) -> dict[str, str]:
    return {
        inner.name: raw.detail
        for blob in files(folder, folder)
        for inner in expand(blob)
        for raw in read(inner)
        if raw.fields is None
    }


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not yours")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "links").symlink_to(tmp_path)
    assert set(faults(folder)) == {"link.txt", "links"}


def test_members_that_lead_out_of_an_archive_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../evil.txt", "gotcha")
        archive.writestr("/etc/evil.txt", "gotcha")
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    with tarfile.open(tmp_path / "b.tar", "w") as archive:
        entry = tarfile.TarInfo("link")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(entry)
    found = faults(tmp_path)
    assert set(found) == {"a.zip/evil.txt", "a.zip/etc/evil.txt", "a.zip/link", "b.tar/link"}
    assert all("archive" in why for why in found.values())


def test_an_archive_bomb_is_told_by_its_ratio_and_never_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", b"0" * (64 << 20))
    assert "bomb" in faults(tmp_path)["bomb.zip/zeros.txt"]


def test_archives_in_archives_are_opened_to_a_bound(tmp_path: Path) -> None:
    data = b"the end"
    for level in range(MAX_DEPTH + 3):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr(f"{level}.zip" if level else "a.txt", data)
        data = held.getvalue()
    (tmp_path / "deep.zip").write_bytes(data)
    (why,) = faults(tmp_path).values()
    assert "deep" in why


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    assert "a.txt" in faults(tmp_path)


def test_a_table_of_very_many_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wide.csv").write_text(",".join(f"c{i}" for i in range(10_000)) + "\n" + ",".join("1" * 10_000) + "\n")
    assert "columns" in faults(tmp_path)["wide.csv"]


def test_deep_nesting_does_not_break_the_reader(tmp_path: Path) -> None:
    (tmp_path / "deep.jsonl").write_text("[" * 100_000 + "\n" + '{"text": "fine"}\n')
    assert "deep.jsonl" in faults(tmp_path)


_HEADS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"PAR1",
    b"[{",
    b'{"a": ',
    b"From x\n",
    b"<html>",
    b"\xff\xfe",
    b'id,text\n1,"',
    b"<?xml ?>",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.sampled_from(_HEADS),
    body=st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", errors="replace")),
    suffix=st.sampled_from(["csv", "tsv", "json", "jsonl", "txt", "md", "html", "xml", "pdf", "docx", "pptx", "xlsx", "parquet", "eml", "mbox", "zip", "gz", "tar", "py", "epub"]),
)  # fmt: skip
def test_no_bytes_under_any_name_raise(tmp_path: Path, head: bytes, body: bytes, suffix: str) -> None:
    blob = Blob(f"f.{suffix}", len(head + body), lambda: io.BytesIO(head + body))
    found = [raw for inner in expand(blob) for raw in read(inner)]
    assert found, "a file always leaves a record"
    assert all(raw.fields is not None or (raw.fault and raw.detail) for raw in found)
