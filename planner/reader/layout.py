"""A turn as a document: headings, bullets, tables, sentences; what is material and what is said."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Any

from planner.reader.dates import join_dates
from planner.reader.lexicon.tongues import language_of
from planner.reader.numbers import join_numbers
from planner.reader.quantities import join_quantities
from planner.reader.tokens import Token, tokenise
from planner.reader.words import word_set


@dataclass(slots=True)
class Block:
    """A heading, bullet, table row or paragraph."""

    start: int
    end: int
    kind: str
    """heading, bullet, row, text."""
    heading: str = ""
    """Text of the nearest heading above, lower case."""
    lead: str = ""
    """The line that introduces a list ("Penalties:"), lower case."""
    header: tuple[str, ...] = ()
    """Of a table row: the texts of its header cells, lower case."""
    indent: int = 0
    table: int = -1


@dataclass
class Document:
    """The tokens of one turn with their layout."""

    text: str
    turn: int
    today: date
    files: tuple[str, ...]
    language: str
    blocks: list[Block]
    tokens: list[Token]
    block_of: list[Block] = field(default_factory=list)
    """Block of each token."""
    found: dict[Any, Any] = field(default_factory=dict)
    """What was searched for already; who masks tokens clears it."""

    @cached_property
    def barriers(self) -> list[float]:
        """Running sum of how much parts two neighbouring tokens: commas a little, sentences a lot."""
        return list(accumulate(_barrier(token) for token in self.tokens))

    @cached_property
    def sentences(self) -> dict[int, tuple[int, int]]:
        """Sentence -> first token and one past its last."""
        spans: dict[int, tuple[int, int]] = {}
        for i, token in enumerate(self.tokens):
            first, _ = spans.get(token.sentence, (i, i))
            spans[token.sentence] = (first, i + 1)
        return spans

    def quote(self, first: int, last: int) -> str:
        """The words from token `first` up to and including `last`, letter for letter."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def distance(self, i: int, j: int) -> float:
        """How far apart two tokens stand, counting what parts them."""
        low, high = (i, j) if i < j else (j, i)
        gap = (self.barriers[high] - self.barriers[low]) if high > low else 0.0
        return (high - low) * 0.12 + gap + (6.0 if self.tokens[low].sentence != self.tokens[high].sentence else 0.0)

    def norms(self, first: int, last: int) -> list[str]:
        """Words of tokens first..last-1."""
        return [t.norm for t in self.tokens[max(0, first) : max(0, last)]]

    def frame(self, i: int) -> str:
        """What a token stands under: heading, lead of its list, the "Label:" that opens its sentence; lower case."""
        block = self.block_of[i]
        first, last = self.sentences[self.tokens[i].sentence]
        label = ""
        for k in range(first, min(first + 5, last, i)):
            if self.tokens[k].norm == ":" and self.tokens[k].kind == "punct":
                label = " ".join(self.norms(first, k))
                break
        return f"{block.heading} {block.lead} {label}"

    def norm(self, i: int) -> str:
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""


def _barrier(token: Token) -> float:
    if token.kind == "punct":
        if token.norm in (",", "/"):
            return 0.6
        if token.norm in (":",):
            return 0.25
        if token.norm in word_set("( ) - | [ ] { }"):
            return 0.9 if token.norm != "|" else 0.2
        return 2.5
    if token.norm in word_set("and but und et y e en aber mais pero mas ma maar while plus"):
        return 0.6 if token.norm not in ("but", "aber", "mais", "pero", "while") else 1.2
    return 0.0


_BULLET = re.compile(
    r"^(\s*)(?:[-*•‣◦▪–+](?=\s)|\(?\d{1,2}[.)](?=\s)|\(\d{1,2}\)|\(?[a-z]\)(?=\s))\s*(?:\[[ xX]\]\s*)?"
)
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)#*\s*$")
_BOLD = re.compile(r"^\s*(?:\*\*|__)([^*_]+?):?(?:\*\*|__):?\s*$")
_RULE = re.compile(r"^\s*(?:\|?\s*:?-{2,}:?\s*)+\|?\s*$|^\s*(?:[*_=-]\s*){3,}$")
_ABBREVIATIONS = frozenset(
    "approx eg ie etc dr mr mrs ms no nr ext max min incl excl vs st prof fig sec ca z b bzw d h usw inkl p resp dept inc ltd "
    "co tel art abs sr sra dra exmo".split()
)
_QUOTED = re.compile(r"\"([^\"\n]{25,})\"|“([^”\n]{25,})”|„([^“”\n]{25,})[“”]|«([^»\n]{25,})»")
_MAILED = re.compile(
    r"(?m)^(?:.*\bwrote:|.*\bschrieb:|.*\ba écrit\s?:|-+ ?(?:forwarded|original) message ?-+|from: .+@.+)\s*$", re.I
)


def read_document(text: str, turn: int, today: date, files: tuple[str, ...] = ()) -> Document:
    """The turn, cut up and understood as far as numbers, dates and layout go."""
    raw = tokenise(text, files)
    language = language_of([t.norm for t in raw if t.kind == "word"])
    blocks = _blocks(text)
    _place(raw, blocks, text)  # sentences first: no number may reach across one
    tokens: list[Token] = []
    for first, last in _runs(raw):
        run = join_quantities(join_dates(join_numbers(raw[first:last], language), today))
        for token in run:
            token.sentence = raw[first].sentence
        tokens += run
    document = Document(text, turn, today, files, language, blocks, tokens)
    at = 0
    placed: list[Token] = []
    at = 0
    for token in tokens:
        while at + 1 < len(blocks) and blocks[at].end <= token.start:
            at += 1
        if len(blocks) > 1 and not blocks[at].start <= token.start < blocks[at].end:
            continue  # the rule under a table's header, the mark of a bullet
        placed.append(token)
        document.block_of.append(blocks[at])
    document.tokens[:] = placed
    _mask_material(document)
    return document


def _runs(tokens: list[Token]) -> list[tuple[int, int]]:
    runs, first = [], 0
    for i in range(1, len(tokens) + 1):
        if i == len(tokens) or tokens[i].sentence != tokens[first].sentence:
            runs.append((first, i))
            first = i
    return runs if tokens else []


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    heading, lead, table = "", "", -1
    header: tuple[str, ...] = ()
    before = ""  # kind of the line before
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        content = line.strip()
        end = start + len(line.rstrip("\r\n"))
        if not content:
            before = ""
            continue
        if _RULE.match(line):
            if "|" not in content:
                before = ""
            continue
        title = _HEADING.match(line) or _BOLD.match(line)
        bullet = _BULLET.match(line)
        if title and not (bullet and not line.lstrip().startswith(("**", "__"))):
            heading, lead, before = title.group(1).strip(" *_:").lower(), "", "heading"
            blocks.append(Block(start, end, "heading", heading))
        elif content.count("|") >= 2 or (before == "row" and "|" in content):
            cells = tuple(c.strip(" *_`").lower() for c in content.strip("|").split("|"))
            if before != "row":
                table += 1
                header = cells
            blocks.append(Block(start, end, "row", heading, lead, header, table=table))
            before = "row"
        elif bullet:
            blocks.append(
                Block(start + bullet.end(), end, "bullet", heading, lead, indent=len(bullet.group(1).expandtabs(4)))
            )
            before = "bullet"
        elif before == "bullet" and line[:1] in " \t":
            blocks[-1].end = end  # goes on
        elif (before == "text" and end - start >= 1 and _wraps(text, blocks[-1].end)) or (
            before == "bullet" and _wraps(text, blocks[-1].end) and content[:1].islower()
        ):
            blocks[-1].end = end
        else:
            blocks.append(Block(start, end, "text", heading))
            before = "text"
        if blocks and blocks[-1].kind == "text":
            last = text[blocks[-1].start : blocks[-1].end].strip().lower()
            lead = last[-160:] if last.endswith(":") else ("" if blocks[-1].end == end else lead)
    return blocks or [Block(0, len(text), "text")]


def _wraps(text: str, end: int) -> bool:
    """Whether the line that ends at `end` is long enough to have been wrapped there."""
    line = text[text.rfind("\n", 0, end) + 1 : end]
    if re.search(r"[+\-−–]\s?\d+(?:[.,]\d+)?\s*$", line):
        return False  # an item of a scorecard ends with its points
    return (len(line) >= 66 and not line.rstrip().endswith((".", "!", "?", ":"))) or len(line) >= 78


def _place(tokens: list[Token], blocks: list[Block], text: str) -> None:
    """Numbers the sentences, and lets none run over the end of a block."""
    sentence, at = 0, 0
    for i, token in enumerate(tokens):
        while at + 1 < len(blocks) and blocks[at].end <= token.start:
            at += 1
            if i:
                sentence += 1
        token.sentence = sentence
        if token.kind == "punct" and token.norm[0] in ".!?…" and i + 1 < len(tokens):
            follows = tokens[i + 1]
            spaced = text[token.end : token.end + 1].isspace() or not follows.glued
            short = (
                token.norm == "."
                and i
                and (
                    tokens[i - 1].norm in _ABBREVIATIONS
                    or (tokens[i - 1].kind == "num" and text[follows.start : follows.start + 1].islower())
                )
            )
            if token.norm in ("...", "…") and text[follows.start : follows.start + 1].islower():
                short = True
            if i and tokens[i - 1].norm in ("no", "nr") and follows.kind != "num":
                short = False
            if spaced and not short:
                sentence += 1
        elif token.norm == ";":
            sentence += 1


def _mask_material(document: Document) -> None:
    """Long quotations and quoted mails are material that the user shows, not what the user wants."""
    spans = [m.span() for m in _QUOTED.finditer(document.text) if len(m.group().split()) >= 7]
    mailed = _MAILED.search(document.text)
    if mailed:
        for line in re.finditer(r"(?m)^>.*$", document.text[mailed.end() :]):
            spans.append((mailed.end() + line.start(), mailed.end() + line.end()))
    for fence in re.finditer(r"(?ms)^```.*?^```", document.text):
        spans.append(fence.span())
    for token in document.tokens:
        if any(start <= token.start < end for start, end in spans):
            token.masked, token.mark = True, "quotation"
