"""Every format gives records with their place in the file; what can't be read says why."""

import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from training.data.blobs import expand, files
from training.data.formats import read
from training.data.record import Raw


def records(path: Path) -> list[Raw]:
    return [raw for blob in files(path, path.parent) for inner in expand(blob) for raw in read(inner)]


def fields(path: Path) -> list[dict[str, Any]]:
    return [raw.fields for raw in records(path) if raw.fields is not None]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param("id,text\n1,hello there\n2,good bye\n", "utf-8", id="comma"),
        pytest.param(
            "id;text\n1;Grüße aus Köln\n2;good bye, friend\n", "utf-8-sig", id="semicolon with a mark in front"
        ),
        pytest.param("id\ttext\n1\tGrüße\n2\tgood bye\n", "utf-16", id="tabs in UTF-16"),
        pytest.param("id|text\n1|où êtes-vous\n2|à bientôt mon ami\n", "cp1252", id="bars in a Windows code page"),
    ],
)
def test_a_table_is_read_whatever_cuts_it_and_however_it_is_encoded(
    tmp_path: Path, content: str, encoding: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content.encode(encoding))
    found = fields(path)
    assert [list(row) for row in found] == [["id", "text"]] * 2
    assert found[0]["text"] == content.split("\n")[1].split(content[2])[1]


def test_a_row_knows_the_line_that_it_begins_on(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('id,text\n1,"two\nlines"\n2,one\n')
    assert [(raw.index, raw.line) for raw in records(path)] == [(0, 2), (1, 4)]


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('id,day,text\nT-1,mon,fine\nT-2,tue,"never closed\nT-3,wed,"closed"\nT-4,thu,fine\n')
    found = records(path)
    assert [(raw.line, raw.fault) for raw in found] == [(2, ""), (3, "corrupted"), (4, ""), (5, "")]


def test_rows_with_too_few_or_too_many_cells_are_corrupted(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,day,text\n1,mon,fine\n2,tue\n3,wed,fine,one more\n4,thu,fine,,\n")
    assert [raw.fault for raw in records(path)] == ["", "corrupted", "corrupted", ""]


def test_a_line_that_is_no_json_is_a_record_and_a_blank_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "one"}\n\n{"text": "cut of\n{"text": "two"}\n')
    assert [(raw.index, raw.line, raw.fault) for raw in records(path)] == [(0, 1, ""), (1, 3, "corrupted"), (2, 4, "")]


def test_a_json_list_gives_its_members_with_their_lines_even_where_it_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text('[\n {"text": "one"},\n {"text": "two"},\n {"text": "thr')
    assert [(raw.line, raw.fault) for raw in records(path)] == [(2, ""), (3, ""), (4, "corrupted")]


def test_records_under_a_key_are_found(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps({"exported": "2025", "tickets": [{"q": "a?"}, {"q": "b?"}]}))
    assert fields(path) == [{"q": "a?"}, {"q": "b?"}]


def test_html_keeps_headings_and_tables_and_loses_menus_and_scripts(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>Fares</title><script>steal()</script></head><body><nav>Home About</nav><h1>Fares</h1>"
        "<p>All <b>fares</b> in euros.</p><table><tr><th>Route</th><th>Fare</th></tr><tr><td>North</td><td>12</td></tr></table>"
        "<footer>Imprint</footer></body></html>"
    )
    (page,) = fields(path)
    assert "# Fares" in page["text"]
    assert "| North | 12 |" in page["text"]
    assert not any(word in page["text"] for word in ("Imprint", "steal", "About"))


def test_word_and_powerpoint_keep_their_order_and_tables(tmp_path: Path) -> None:
    import docx
    import pptx

    document = docx.Document()
    document.add_heading("Refunds", level=1)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Days", "Share", "7", "half"), strict=True):
        cell.text = text
    document.add_paragraph("After that nothing.")
    document.save(str(tmp_path / "a.docx"))
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Plans"
    slide.placeholders[1].text = "Grow slowly"
    show.save(str(tmp_path / "b.pptx"))
    (word,) = fields(tmp_path / "a.docx")
    assert word["text"].split("\n\n") == [
        "# Refunds",
        "| Days | Share |\n| --- | --- |\n| 7 | half |",
        "After that nothing.",
    ]
    assert fields(tmp_path / "b.pptx")[0]["text"] == "## Plans\n\nGrow slowly"


def test_a_sheet_with_a_header_gives_records_and_a_sheet_of_figures_a_table(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    rows = [
        ("id", "question", "answer"),
        (1, "Where are you?", "In the old harbour."),
        (2, "When?", "From nine to five."),
        (3, "=1+1", "It is two then."),
    ]
    for row in rows:
        book.active.append(row)
    figures = book.create_sheet("Figures")
    for row in (("a", "b"), (1, 2), (3, 4), (5, 6)):
        figures.append(row)
    book.save(tmp_path / "t.xlsx")
    found = fields(tmp_path / "t.xlsx")
    assert found[0] == {"id": "1", "question": "Where are you?", "answer": "In the old harbour."}
    assert found[2]["question"] == "", "a formula is neither run nor read"
    assert "| 3 | 4 |" in found[3]["text"]


def test_parquet_gives_its_rows(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"text": ["one", "two"], "n": [1, 2]}), tmp_path / "t.parquet")
    assert fields(tmp_path / "t.parquet") == [{"text": "one", "n": 1}, {"text": "two", "n": 2}]


def test_mails_are_read_with_their_subject_and_a_mailbox_mail_by_mail(tmp_path: Path) -> None:
    mail = "From: a@example.com\nTo: b@example.com\nSubject: Hello\nDate: Mon, 3 Mar 2025 10:00:00 +0000\n\nGood morning.\n"
    (tmp_path / "a.eml").write_text(mail)
    (tmp_path / "b.mbox").write_text(f"From a@example.com Mon\n{mail}\nFrom a@example.com Tue\n{mail}")
    (single,) = fields(tmp_path / "a.eml")
    assert (single["subject"], single["text"]) == ("Hello", "Good morning.")
    assert [(raw.index, raw.line) for raw in records(tmp_path / "b.mbox")] == [(0, 1), (1, 9)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12/03/2025, 09:15 - Ana: hello\n12/03/2025, 09:16 - Shop: hi\nhow can I help?\n12/03/2025, 09:17 - Ana: a book\n", id="messenger"),
        pytest.param("[12.03.25, 09:15:02] Ana: hello\n[12.03.25, 09:16:00] Shop: hi\nhow can I help?\n[12.03.25, 09:17:00] Ana: a book\n", id="messenger with brackets"),
        pytest.param("[09:15] <Ana> hello\n=== Bob joined\n[09:16] <Shop> hi\nhow can I help?\n[09:17] <Ana> a book\n", id="IRC"),
        pytest.param("Customer: hello\nAgent: hi\nhow can I help?\nCustomer: a book\n", id="transcript"),
    ],
)  # fmt: skip
def test_chats_kept_as_text_become_turns_with_speakers(tmp_path: Path, text: str) -> None:
    (tmp_path / "chat.txt").write_text(text)
    (talk,) = fields(tmp_path / "chat.txt")
    assert [turn["content"] for turn in talk["messages"]] == ["hello", "hi\nhow can I help?", "a book"]
    assert talk["messages"][0]["speaker"] == talk["messages"][2]["speaker"] != talk["messages"][1]["speaker"]


def test_a_long_silence_begins_a_new_talk(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(
        "01/03/2025, 09:15 - A: one\n01/03/2025, 09:16 - B: two\n05/03/2025, 09:15 - A: three\n05/03/2025, 10:00 - B: four\n"
    )
    assert [raw.line for raw in records(tmp_path / "c.txt")] == [1, 3]


def test_prose_with_colons_is_no_chat(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(
        "Note: the office moves.\nReason: the lease ends.\nWe thank all who helped us pack.\n"
    )
    assert set(fields(tmp_path / "p.txt")[0]) == {"text"}


def test_lines_of_tasks_become_input_and_output(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "tasks.txt.gz", "wt") as file:
        file.write("IN: jump twice OUT: I_JUMP I_JUMP\nIN: walk OUT: I_WALK\n")
    assert fields(tmp_path / "tasks.txt.gz")[0] == {"input": "jump twice", "output": "I_JUMP I_JUMP"}
    assert records(tmp_path / "tasks.txt.gz")[1].line == 2


def test_a_file_in_an_archive_is_named_by_both(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("deep/a.txt", "A short text about boats and harbours.")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    names = [blob.name for outer in files(tmp_path, tmp_path) for blob in expand(outer)]
    assert names == ["all.zip/inner.zip/deep/a.txt"]


def test_a_pdf_that_is_none_and_a_picture_called_csv_are_unreadable_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"hello")
    (tmp_path / "b.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (tmp_path / "c.txt").write_bytes(b"\x00" * 5000)
    (tmp_path / "d.xlsx").write_bytes(b"PK\x03\x04" + b"broken" * 50)
    (tmp_path / "e.txt").write_bytes(b"")
    for name in ("a.pdf", "b.csv", "c.txt", "d.xlsx", "e.txt"):
        (raw,) = records(tmp_path / name)
        assert (raw.fault, raw.index) == ("unreadable", 0), name
        assert raw.detail, name
