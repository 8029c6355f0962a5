"""HTML and XML to Markdown: headings, lists and tables stay, navigation and scripts go."""

import re
import warnings
from collections.abc import Iterator
from typing import Any, BinaryIO

from training.data.readers.lines import whole_text
from training.data.record import Raw

MAX_BYTES = 24 << 20
_GONE = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "head",
    "select",
]
_GONE_ROLES = re.compile(r"^(?:navigation|banner|contentinfo|complementary|search)$")
_BLOCKS = {
    "p",
    "div",
    "section",
    "article",
    "main",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "dl",
    "dt",
    "dd",
    "ul",
    "ol",
    "header",
    "body",
    "address",
    "details",
    "summary",
}


def read_html(file: BinaryIO) -> Iterator[Raw]:
    """One document."""
    yield Raw(0, 1, html_fields(whole_text(file, MAX_BYTES)))


def html_fields(source: str) -> dict[str, str]:
    """Title and text of a page."""
    from bs4 import BeautifulSoup

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(source, "html.parser")
        title = soup.title.get_text(" ", strip=True) if soup.title else ""
        for tag in soup(_GONE):
            tag.decompose()
        for tag in soup.find_all(attrs={"role": _GONE_ROLES}):
            if not tag.decomposed:
                tag.decompose()
        parts: list[str] = []
        _walk(soup.find("main") or soup.body or soup, parts, 0)
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(parts))
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    first = text.lstrip("# ").split("\n")[0].strip()
    if title and not (first and (first in title or title in text[:300])):
        text = f"# {title}\n\n{text}"
    return {"text": text}


def html_text(source: str) -> str:
    """The text alone, for pages inside other files."""
    return html_fields(source)["text"]


def _walk(node: Any, parts: list[str], depth: int) -> None:
    from bs4 import Comment, NavigableString, Tag

    for child in node.children:
        if isinstance(child, Comment) or type(child).__name__ in ("Doctype", "Declaration", "ProcessingInstruction"):
            continue
        if isinstance(child, NavigableString):
            inside_pre = getattr(node, "name", "") == "pre"
            parts.append(str(child) if inside_pre else re.sub(r"\s+", " ", str(child)))
        elif isinstance(child, Tag):
            name = child.name.lower()
            if name == "br":
                parts.append("\n")
            elif name in ("h1", "h2", "h3", "h4", "h5", "h6"):
                heading = child.get_text(" ", strip=True)
                if heading:
                    parts.append(f"\n\n{'#' * int(name[1])} {heading}\n\n")
            elif name == "table":
                parts.append(f"\n\n{_table(child)}\n\n")
            elif name in ("ul", "ol") and _is_menu(child):
                continue
            elif name == "li":
                parts.append("\n- ")
                if depth < 200:
                    _walk(child, parts, depth + 1)
            elif depth < 200:
                block = name in _BLOCKS
                parts.append("\n\n" if block else "")
                _walk(child, parts, depth + 1)
                parts.append("\n\n" if block else "")


def _is_menu(node: Any) -> bool:
    """A list of many entries that are nothing but links."""
    entries = node.find_all("li", recursive=False)
    if len(entries) < 6:
        return False
    linked = sum(len(link.get_text(strip=True)) for link in node.find_all("a"))
    return bool(linked >= 0.9 * len(node.get_text("", strip=True)))


def _table(table: Any) -> str:
    rows = []
    for row in table.find_all("tr"):
        cells = [
            re.sub(r"\s+", " ", cell.get_text(" ", strip=True)).replace("|", "/") for cell in row.find_all(["td", "th"])
        ]
        if any(cells):
            rows.append(cells)
    return markdown_table(rows)


def markdown_table(rows: list[list[str]]) -> str:
    """Rows of cells with pipes between them, the first as the header."""
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    if width == 1:
        return "\n".join(row[0] for row in rows)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def read_xml(file: BinaryIO) -> Iterator[Raw]:
    """Feeds give a record an entry; other XML is one document. Entities are never expanded."""
    from bs4 import BeautifulSoup

    source = whole_text(file, MAX_BYTES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        soup = BeautifulSoup(source, "html.parser")
    entries = soup.find_all(["item", "entry"])
    if not entries:
        yield Raw(0, 1, {"text": re.sub(r"\n\s*\n+", "\n\n", soup.get_text("\n")).strip()})
        return
    for index, entry in enumerate(entries):
        title = entry.find("title")
        body = entry.find(["content:encoded", "content", "description", "summary"])
        fields = {
            "title": title.get_text(" ", strip=True) if title else "",
            "text": html_text(body.get_text()) if body else "",
        }
        published = entry.find(["pubdate", "published", "updated", "dc:date"])
        if published:
            fields["published"] = published.get_text(strip=True)
        yield Raw(index, None, fields)
