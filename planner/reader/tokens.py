"""Text cut into tokens that keep their place, so that whatever is understood can be quoted letter for letter."""

import itertools
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from planner.reader.lexicon.files import EXTENSIONS
from planner.reader.lexicon.typos import mend


@dataclass(slots=True)
class Token:
    """A word, number, path or mark at `start`..`end` of its turn."""

    start: int
    end: int
    norm: str
    """Lower case, without accents or apostrophes: "Don't" is "dont"."""
    kind: str
    """word, num, path, punct, model, date, other; later also the kinds of `quantities`."""
    value: Any = None
    signed: bool = False
    """A number written with its sign, as in a scorecard: +1, -0.5."""
    glued: bool = False
    """No white space before it."""
    masked: bool = False
    """Material (a quotation, a corrected figure), not a wish."""
    mark: str = ""
    """A number's suffix as written (k, B, x); for what is masked: why."""
    raw: float | None = None
    """The number as written, where `value` is converted: 95 for a share of 0.95."""
    low: float | None = None
    """The lower end of a range; `value` is the upper one."""
    unit: str = ""
    """Currency or unit word."""
    sentence: int = 0
    until: int = 0
    """Where words end that belong to its quote and stand further on: those that mended it."""
    whole: int | None = None
    """Token of the number that a share is a part of, where that stands apart."""


_PLAIN = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Lower case, no accents, no apostrophes: a form in which spellings of one word meet."""
    text = word.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(_PLAIN.get(c, c) for c in text if not unicodedata.combining(c))
    return text.replace("'", "").replace("’", "").replace("`", "")


_EXT = "|".join(sorted(map(re.escape, EXTENSIONS), key=len, reverse=True))
_FAMILIES = (
    r"mistral|mixtral|ministral|magistral|codestral|llama|qwen|qwq|gemma|phi|smollm|falcon|olmo|bloomz?|gpt-?2|gpt-?neo|gpt-?j|"
    r"pythia|tinyllama|deepseek|granite|codellama|starcoder|zephyr|vicuna|eurollm|salamandra|teuken|apertus|stablelm|"
    r"flan-?t5|m?t5|distilbert|modernbert|x?lm-?roberta|roberta|bert|opt|mpt|yi|command-r|nemotron|internlm|baichuan|"
    r"chatglm|glm|minicpm|openchat|nllb|madlad|aya|rwkv|mamba|jamba|dbrx|gpt-oss|exaone|solar|helium|lucie|croissantllm|"
    r"occiglot|viking|poro|bielik|llava|pixtral|idefics|paligemma|internvl|moondream|smolvlm|dolphin|hermes|orca|leolm"
)
_SIZE = r"(?:\d+x)?\d+(?:\.\d+)?[bm]"
_MODEL = (
    # family, then versions, sizes and suffixes glued by hyphens or, for version and size only, by one space
    rf"(?<![\w/.-])(?:[\w.-]+/)?(?:meta-|code-?)?(?:{_FAMILIES})(?:\.?\d[\w.]*)?(?:[-_][\w.]*\w)*"
    rf"(?:[ ](?:v?\d+(?:\.\d+)?|{_SIZE}|nemo|small|medium|large|mini|nano|instruct|chat|base|coder|math|vl)(?![\w/%]))*(?![\w/])"
)
_NUMBER = r"\d+(?:\.\d+)?[eE][+-]?\d{1,3}(?!\w)|\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?|[.]\d+"

_LEXER = re.compile(
    rf"""
    (?P<link>\b[a-z][a-z0-9+.-]*://[^\s"'<>`|)\],]+)
  | (?P<mail>\b[\w.+-]+@[\w-]+\.[\w.-]*\w)
  | (?P<win>\b[A-Za-z]:\\[^\s"'`|,;<>]+|\\\\[\w.$-]+\\[^\s"'`|,;<>]+)
  | (?P<file>(?<![\w@])[~.]{{0,2}}/?(?:[\w.@+-]+[/\\])*[\w.@+()-]*[\w)]\.(?:{_EXT})(?![\w/]|\.\w))
  | (?P<glob>(?<![\w/])(?:[\w.-]+/)*\*\.\w{{1,8}}\b)
  | (?P<dir>(?<![\w./<%])~?/[\w.@+-]*\w(?:/[\w.@*+-]*\w)*/?|(?<![\w./<])\.{{1,2}}/[\w.@+/-]*\w/?|(?<![\w./])[A-Za-z_][\w.-]*(?:/[\w.-]+)*/(?![\w/]))
  | (?P<phone>(?<![\w.,])(?:\+\d[\d ()/-]{{7,}}\d|\(?0\d{{2,4}}\)?[ /-]\d{{2,}}(?:[ -]\d{{2,}})+)(?!\w))
  | (?P<isodate>\b\d{{4}}-\d{{2}}(?:-\d{{2}})?(?![\w-])|\b\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}})\b|\b\d{{1,2}}/\d{{1,2}}/\d{{4}}\b)
  | (?P<clock>\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b)
  | (?P<model>{_MODEL})
  | (?P<repo>(?<![\w/.])[A-Za-z][\w.-]*/[A-Za-z][\w.-]*\d[\w.-]*\w)
  | (?P<mention>[@\#][\w-]+|:[a-z_]+:|</?\w+>)
  | (?P<num>(?<![\w])(?P<sign>(?<![\w)%])[+\-−–](?=[\d.]))?(?!\d+(?:st|nd|rd|th)\b)(?:{_NUMBER})(?P<suffix>(?:k|K|M|m|B|bn|b|mn|mio|mrd|tsd)(?![\w]))?)
  | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*\d*[\w]*|\d*[^\W_]+)
  | (?P<op>>=|<=|=>|=<|≥|≤|->|→|⇒|==|[<>=+%€$£¥₹₺₽₩₪₴zł‰×&])
  | (?P<dash>\s[-–—]{{1,3}}(?=\s)|—|–|--)
  | (?P<punct>[.!?…]+|[,;:()\[\]{{}}|/-])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEAP = re.compile(r"\S{400,}")
_ELISION = re.compile(r"^(?:[ldnjsmtc]|qu|jusqu|lorsqu|dell|all|nell|sull|dall|un|quell)['’](?=\w)", re.IGNORECASE)
LARGEST = 1e15
"""Whatever is larger is no number that a request is about."""
_SCALES = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "mrd": 1e9}
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|er|e|eme|º|ª)$")
_DIGITS_UNIT = re.compile(r"^(\d+)([^\W\d_]+)$")
_UNIT_LETTERS = frozenset(
    "ms s sec secs seconds h hr hrs hours min mins d days gb gib mb tb kb eur usd gbp chf x pct percent gpus gpu a100s h100s "
    "parameters params trials epochs w wk months years y yr prozent".split()
)


def number_of(text: str) -> float:
    """The number in digits: 1,150 and 1.150 and 1 150 are the same; 0.375 and 92,5 are decimals."""
    text = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("'", "").replace("’", "")
    if "e" in text.lower():
        return float(text)
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return float(text)
    head, mark, tail = text[:last], text[last], text[last + 1 :]
    several = text.count(mark) > 1
    thousands = len(tail) == 3 and (several or (1 <= len(head) <= 3 and head.strip("0") != "" and head[:1] != "0"))
    if thousands and ("," not in head + "" or mark == "," or several) and ("." not in head or mark == "." or several):
        return float(re.sub(r"[.,]", "", text))
    return float(re.sub(r"[.,]", "", head) + "." + tail) if head or tail else 0.0


def tokenise(text: str, names: tuple[str, ...] = ()) -> list[Token]:
    """The tokens of a turn. `names` are attached files: found as they are written, even with spaces in them."""
    tokens: list[Token] = []
    spans = _named(text, names)
    starts = sorted(spans)
    place, size = 0, len(text)
    heaps = {m.start(): m.end() for m in _HEAP.finditer(text)}
    while place < size:
        if place in heaps:  # no word, path or number is that long
            tokens.append(Token(place, heaps[place], "", "other"))
            place = heaps[place]
            continue
        if place in spans:
            end = spans[place]
            tokens.append(Token(place, end, text[place:end].casefold(), "path", text[place:end]))
            place = end
            continue
        found = _LEXER.match(text, place)
        if found is None or not found.group().strip():
            place += 1
            continue
        end = found.end()
        ahead = bisect_right(starts, place)
        later = starts[ahead] if ahead < len(starts) and starts[ahead] < end else None
        if later is not None:  # a file's name begins inside: stop in front of it
            end = later
            if found.lastgroup not in ("word",):
                place += 1
                continue
        tokens.extend(_tokens_of(found, text, place, end))
        place = end
    for before, token in itertools.pairwise(tokens):
        token.glued = before.end == token.start
    return [token for i, token in enumerate(tokens) if not _joins_words(tokens, i)]


def _joins_words(tokens: list[Token], i: int) -> bool:
    """A hyphen inside a word ("made-up", "7-day"): one could as well leave it out."""
    if tokens[i].norm not in ("-", "–") or not tokens[i].glued or i + 1 == len(tokens) or not tokens[i + 1].glued:
        return False
    return not (tokens[i - 1].kind == "num" and tokens[i + 1].kind == "num")


def _named(text: str, names: tuple[str, ...]) -> dict[int, int]:
    spans: dict[int, int] = {}
    low = text.lower()
    if len(low) != len(text):
        low = text
    for name in sorted({n for n in names if (n and "." in n) or "/" in n}, key=len):
        at = low.find(name.lower())
        while at >= 0:
            end = at + len(name)
            before = text[at - 1] if at else " "
            after = text[end] if end < len(text) else " "
            if not (before.isalnum() or before in "/\\_-") and not (after.isalnum() or after == "_"):
                spans[at] = end
            at = low.find(name.lower(), end)
    return spans


def _tokens_of(found: re.Match[str], text: str, start: int, end: int) -> list[Token]:
    kind = found.lastgroup or "other"
    if found.group("num") is not None:
        kind = "num"
    raw = text[start:end]
    if kind in ("link", "win", "file", "glob", "dir"):
        trimmed = raw.rstrip(".,;:!?") if kind != "file" else raw
        if kind == "file" and trimmed.startswith("(") and ")" not in trimmed:
            start, trimmed = start + 1, trimmed[1:]
        if kind == "dir" and trimmed.rstrip("/").casefold() in _NOT_FOLDERS:
            return [Token(start, start + len(trimmed.rstrip("/")), fold(trimmed.rstrip("/")), "word")]
        return [Token(start, start + len(trimmed), trimmed.casefold(), "path", trimmed)]
    if kind == "model":
        return _model_tokens(raw, start, end)
    if kind == "repo":
        return [Token(start, end, raw.casefold(), "model" if re.search(r"\d[bm]\b", raw, re.I) else "other", raw)]
    if kind == "isodate":
        return [Token(start, end, raw, "date", raw)]
    if kind in ("mail", "phone", "clock", "mention"):
        return [Token(start, end, raw.casefold(), "other", raw)]
    if kind == "num":
        return _number_tokens(found, raw, start, end)
    if kind == "word":
        return _word_tokens(raw, start, end)
    if kind == "dash":
        lead = len(raw) - len(raw.lstrip())
        return [Token(start + lead, end, "-", "punct")]
    norm = {"≥": ">=", "=>": ">=", "≤": "<=", "=<": "<=", "→": "->", "⇒": "->", "==": "="}.get(raw, raw)
    return [Token(start, end, norm, "op" if kind == "op" else "punct")]


_NOT_FOLDERS = frozenset("and or yes no he she his her w w/o n/a and/or either input output text".split())


def _model_tokens(raw: str, start: int, end: int) -> list[Token]:
    """A base model's name; one without any version or size ("Mistral", "opt", "solar") stays a word."""
    if re.search(r"\d", raw) and not re.fullmatch(r"(?i)(?:opt|yi|solar|phi|orca|viking|hermes|aya|glm)[ ]\d+", raw):
        return [Token(start, end, raw.casefold(), "model", raw)]
    if re.fullmatch(r"[^\W_]+", raw):
        return [Token(start, end, fold(raw), "word")]
    tokens = []
    for piece in re.finditer(r"[^\W_]+", raw):
        tokens.append(Token(start + piece.start(), start + piece.end(), fold(piece.group()), "word"))
    return tokens


def _number_tokens(found: re.Match[str], raw: str, start: int, end: int) -> list[Token]:
    sign, suffix = found.group("sign"), found.group("suffix")
    body = raw[len(sign or "") : len(raw) - len(suffix or "")]
    if len(body) > 30 or not abs(number_of(body)) < LARGEST:
        return [Token(start, end, body, "other")]
    value = number_of(body)
    if suffix:
        value = round(value * _SCALES[suffix.lower()], 6)  # 4.1B is not 4099999999.9999995
    if sign and sign != "+":
        value = -value
    token = Token(start, end, body, "num", value, signed=bool(sign))
    token.mark = suffix or ""
    return [token]


def _word_tokens(raw: str, start: int, end: int) -> list[Token]:
    elided = _ELISION.match(raw)
    if elided:
        cut = elided.end()
        return [Token(start, start + cut, fold(raw[:cut]), "word"), *_word_tokens(raw[cut:], start + cut, end)]
    ordinal = _ORDINAL.match(raw.casefold())
    if ordinal and len(ordinal.group(1)) <= 6:
        return [Token(start, end, raw.casefold(), "ordinal", float(ordinal.group(1)))]
    unit = _DIGITS_UNIT.match(raw)
    if unit and len(unit.group(1)) <= 15 and unit.group(2).casefold() in _UNIT_LETTERS:
        cut = len(unit.group(1))
        return [
            Token(start, start + cut, unit.group(1), "num", float(unit.group(1))),
            Token(start + cut, end, fold(unit.group(2)), "word", glued=True),
        ]
    if "_" in raw:
        pieces = []
        for piece in re.finditer(r"[^_]+", raw):
            pieces.append(Token(start + piece.start(), start + piece.end(), fold(piece.group()), "word"))
        return pieces
    made = Token(start, end, mend(fold(raw)), "word")
    made.mark = "capitals" if raw.isupper() and len(raw) > 1 else ""
    return [made]
