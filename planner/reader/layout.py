"""A turn as a document: headings, bullets, tables, sentences; what is material and what is said."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Any

from planner.reader.dates import join_dates
from planner.reader.lengthy import condense
from planner.reader.lexicon.calendar import MONTHS
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
    unread: bool = False
    """Whether the turn was too long to be read to its end."""

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
        end = max(max(token.end, token.until) for token in self.tokens[first : last + 1])
        return self.text[self.tokens[first].start : end]

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
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*)$")
_BOLD = re.compile(r"^\s*(?:\*\*|__)([^*_]+?):?(?:\*\*|__):?\s*$")
_RULE = frozenset("|:-*_= \t")
"""What lines between things are drawn with."""
_SPEAKS = re.compile(r"\s*(?:\[?\d{1,2}[:.]\d{2}\b|[^\W\d][\w.-]{1,20}:\s|\*\d)")
"""A line of a chat, or one with a label: it doesn't go on with the line above, however long that is."""
_LISTS_FILE = re.compile(r"\s*`?[\w./~-]{1,80}\.\w{1,7}`?\s?(?:[-–—:=]|->|\()\s")
"""A line that begins with a file and says what it is."""
_POINTS = re.compile(r"[+\-−–]\s?\d+(?:[.,]\d+)?\s*$")
_ABBREVIATIONS = frozenset(
    "approx eg ie etc dr mr mrs ms no nr ext max min incl excl vs st prof fig sec ca z b bzw d h usw inkl p resp dept inc ltd "
    "co tel art abs sr sra dra exmo".split()
)
_MARKS = {'"': '"', "“": "”", "„": "“”", "«": "»"}
"""What opens a quotation, and what may close it."""
_ENDS = {mark: re.compile(f"[{ends}\\n]") for mark, ends in _MARKS.items()}
_SHORTEST = 25
"""Characters of a quotation that is material."""
_MAILED = re.compile(
    r"(?m)^(?:.*\bwrote:|.*\bschrieb:|.*\ba écrit\s?:|-+ ?(?:forwarded|original) message ?-+|from: .+@.+)\s*$", re.I
)


def read_document(text: str, turn: int, today: date, files: tuple[str, ...] = ()) -> Document:
    """The turn, cut up and understood as far as numbers, dates and layout go."""
    raw = tokenise(text, files)
    language = language_of([t.norm for t in raw if t.kind == "word"])
    blocks = _blocks(text)
    _place(raw, blocks, text)  # sentences first: no number may reach across one
    material = _Spans(_material(text))
    raw, unread = condense(raw, text, material.hold)
    tokens: list[Token] = []
    for first, last in _runs(raw):
        run = join_quantities(join_dates(join_numbers(raw[first:last], language), today))
        for token in run:
            token.sentence = raw[first].sentence
        tokens += run
    document = Document(text, turn, today, files, language, blocks, tokens, unread=unread)
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
    for token in document.tokens:
        if material.hold(token.start):
            token.masked, token.mark = True, "quotation"
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
    above = ""  # the line that the last block ends with
    at = 0
    for line in text.splitlines(keepends=True):
        start, at = at, at + len(line)
        content = line.strip()
        end = start + len(line.rstrip("\r\n"))
        if not content:
            before = ""
            continue
        if _is_rule(content):
            if "|" not in content:
                before = ""
            continue
        title = _HEADING.match(line) or _BOLD.match(line)
        bullet = _BULLET.match(line)
        if title and not (bullet and not line.lstrip().startswith(("**", "__"))):
            heading, lead, before = title.group(1).strip().rstrip("#").strip(" *_:").lower(), "", "heading"
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
        elif (
            before == "text"
            and end - start >= 1
            and _wraps(above)
            and not _SPEAKS.match(line)
            and not _LISTS_FILE.match(line)
        ) or (before == "bullet" and _wraps(above) and content[:1].islower()):
            blocks[-1].end = end
        else:
            blocks.append(Block(start, end, "text", heading))
            before = "text"
        above = text[start:end]
        if blocks[-1].kind == "text":
            lead = text[max(blocks[-1].start, end - 999) : end].strip().lower()[-160:] if content[-1] == ":" else ""
    return blocks or [Block(0, len(text), "text")]


def _wraps(line: str) -> bool:
    """Whether a line is long enough to have been wrapped at its end."""
    if _POINTS.search(line[-40:]):
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
                    or (i > 2 and tokens[i - 2].norm == "." and (tokens[i - 3].norm, tokens[i - 1].norm) in _LATIN)
                    or (
                        tokens[i - 1].kind == "num"
                        and (text[follows.start : follows.start + 1].islower() or follows.norm in MONTHS)
                    )
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


_LATIN = (("i", "e"), ("e", "g"), ("z", "b"), ("d", "h"), ("c", "a"), ("p", "ej"))
"""Letters of abbreviations with two full stops."""


class _Spans:
    """Stretches of a text, asked whether they hold a place."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._ends = list(accumulate((end for _, end in spans), max))

    def hold(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]


_GONE = re.compile(r"~~[^~\n]{1,400}~~|<!--[^>]{0,2000}-->")
"""Struck out, or a note to oneself."""


def _material(text: str) -> list[tuple[int, int]]:
    """Long quotations, quoted mails and what is struck out: shown, not wanted."""
    spans = [
        span
        for span in _quotations(text)
        if len(text[slice(*span)].split()) >= 7
        and not text[max(0, span[0] - 4) : span[0]].rstrip().endswith('":')  # a value of JSON is said, not quoted
    ]
    mailed = _MAILED.search(text)
    if mailed:
        for line in re.finditer(r"(?m)^>.*$", text[mailed.end() :]):
            spans.append((mailed.end() + line.start(), mailed.end() + line.end()))
    for fence in re.finditer(r"(?ms)^```.*?^```", text):
        spans.append(fence.span())
    spans += [gone.span() for gone in _GONE.finditer(text)]
    return spans


def _is_rule(content: str) -> bool:
    """Whether a line is drawn, not written: a table's second row, or a rule between parts."""
    drawn = set(content)
    if not drawn <= _RULE:
        return False
    return ("--" in content and drawn <= set("|:- \t")) or (drawn <= set("*_=- \t") and len(content) >= 3)


def _quotations(text: str) -> list[tuple[int, int]]:
    """Stretches of at least `_SHORTEST` characters between marks on one line.

    By hand, since an expression looks for the end of each open mark anew: minutes where thousands stay open.
    """
    spans: list[tuple[int, int]] = []
    stops: dict[str, int] = {}  # opening mark -> the next place where its quotation would end
    at = 0
    for opened in re.finditer(r"[\"“„«]", text):
        start, mark = opened.start(), opened.group()
        if start < at:
            continue
        if stops.get(mark, 0) <= start:
            stop = _ENDS[mark].search(text, start + 1)
            stops[mark] = stop.start() if stop else len(text)
        end = stops[mark]
        if end < len(text) and text[end] != "\n" and end - start > _SHORTEST:
            at = end + 1
            spans.append((start, at))
    return spans
