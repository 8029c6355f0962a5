"""PDF through pypdf: the text layer, page by page."""

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from training.data.record import Raw

MAX_PAGES = 3000


def read_pdf(file: BinaryIO) -> Iterator[Raw]:
    """One document. A scan has no text layer, and is unreadable rather than empty."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        yield Raw(0, None, None, "unreadable", "a PDF that is locked with a password")
        return
    pages = []
    for number, page in enumerate(reader.pages):
        if number >= MAX_PAGES:
            break
        pages.append(page.extract_text() or "")
    text = joined(pages)
    if len(re.sub(r"\W", "", text)) < 3 * len(pages) + 5:
        yield Raw(0, None, None, "unreadable", "a PDF without a text layer (a scan?); run it through OCR first")
        return
    yield Raw(0, None, {"text": text})


def joined(pages: list[str]) -> str:
    """Pages to one text: lines that stand on top or bottom of most pages go, words cut at line ends are mended."""
    lines = [[line.rstrip() for line in page.split("\n")] for page in pages]
    if len(pages) >= 4:
        edges: dict[str, int] = {}
        for page in lines:
            for line in {re.sub(r"\d+", "0", edge.strip()) for edge in [*page[:2], *page[-2:]]}:
                edges[line] = edges.get(line, 0) + 1
        running = {line for line, count in edges.items() if line and count > 0.6 * len(pages)}
        lines = [[line for line in page if re.sub(r"\d+", "0", line.strip()) not in running] for page in lines]
    text = "\n\n".join("\n".join(page).strip() for page in lines)
    return re.sub(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])", "", text).strip()
