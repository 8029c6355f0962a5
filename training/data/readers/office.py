"""Word, PowerPoint and EPUB to Markdown, through python-docx, python-pptx and zipfile."""

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from training.data.readers.web import html_text, markdown_table
from training.data.record import Raw

MAX_PART = 64 << 20


def guard(file: BinaryIO) -> None:
    """Refuse an office file whose parts unpack to more than a document could have.

    Raises: ValueError.
    """
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
        if (
            len(infos) > 20_000
            or sum(info.file_size for info in infos if info.filename.endswith((".xml", ".rels"))) > 8 * MAX_PART
        ):
            raise ValueError("its parts unpack to more than a document has")
    file.seek(0)


def read_docx(file: BinaryIO) -> Iterator[Raw]:
    """One document: paragraphs and tables in their order, headings marked."""
    import docx
    from docx.table import Table

    guard(file)
    document = docx.Document(file)
    parts = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            parts.append(markdown_table([_cells(row) for row in block.rows]))
        else:
            parts.append(_paragraph(block))
    yield Raw(0, None, {"text": "\n\n".join(part for part in parts if part.strip())})


def _cells(row: Any) -> list[str]:
    cells, last = [], None
    for cell in row.cells:
        if cell._tc is last:  # a merged cell comes once for every column that it covers
            continue
        last = cell._tc
        cells.append(" ".join(cell.text.split()).replace("|", "/"))
    return cells


def _paragraph(block: Any) -> str:
    text = block.text.strip()
    style = (block.style.name or "") if block.style is not None else ""
    if not text:
        return ""
    if style == "Title":
        return f"# {text}"
    if style.startswith("Heading") and style[-1:].isdigit():
        return f"{'#' * int(style[-1])} {text}"
    return f"- {text}" if style.startswith("List") else text


def read_pptx(file: BinaryIO) -> Iterator[Raw]:
    """One document, a heading a slide; tables and speaker's notes included."""
    import pptx

    guard(file)
    parts = []
    for number, slide in enumerate(pptx.Presentation(file).slides, start=1):
        title = slide.shapes.title
        name = title.text_frame.text.strip() if title is not None and title.has_text_frame else ""
        parts.append(f"## {name or f'Slide {number}'}")
        for shape in slide.shapes:
            if title is None or shape.shape_id != title.shape_id:
                parts.extend(_shape(shape, 0))
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            parts.append(slide.notes_slide.notes_text_frame.text.strip())
    yield Raw(0, None, {"text": "\n\n".join(part for part in parts if part.strip())})


def _shape(shape: Any, depth: int) -> list[str]:
    if getattr(shape, "has_text_frame", False) and shape.has_text_frame:
        return [shape.text_frame.text.strip()]
    if getattr(shape, "has_table", False) and shape.has_table:
        return [markdown_table([[" ".join(cell.text.split()) for cell in row.cells] for row in shape.table.rows])]
    if hasattr(shape, "shapes") and depth < 10:
        return [text for inner in shape.shapes for text in _shape(inner, depth + 1)]
    return []


def read_epub(file: BinaryIO) -> Iterator[Raw]:
    """One document: the book's pages in the order of their names."""
    guard(file)
    with zipfile.ZipFile(file) as archive:
        pages = sorted(name for name in archive.namelist() if name.lower().endswith((".xhtml", ".html", ".htm")))
        parts = []
        for name in pages:
            with archive.open(name) as page:
                parts.append(html_text(page.read(MAX_PART).decode("utf-8", errors="replace")))
    yield Raw(0, None, {"text": "\n\n".join(parts)})
