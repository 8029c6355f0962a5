"""Parts of the data that are left out or taken alone, by the shape of the clause: "leave out the borrelpraat ones".

`parts` knows exact phrases; this looks at clauses that it left alone. What stands behind a word of leaving out, or
before "must stay out", is a part of the nearest file if it has a name of its own or speaks of records.
"""

import re

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.languages import NAMES
from planner.reader.mention import Mention
from planner.reader.parts import NOT_PARTS, NOUNS
from planner.reader.words import word_set

_OBJECT = r"(?P<what>[^,.;:!?()\n]{2,90}?)"
_END = (
    r"(?=\s*(?:[,.;:!?()\n]|$|\s(?:because|since|as|but|that['’]?s|thats|they|it['’]?s|lawyers|please|pls|though|tho|when|where we|"
    r"which|is a|was a|for the|were|in there|from training|so that|until|then)\b|[🙄😀-🙏]))"
)
_BEHIND = [
    re.compile(
        r"(?i)\b(?:leave|leaving|keep|take|leaves)\s+(?:the\s+)?(?P<what>[^,.;:!?()\n]{2,70}?)\s+(?:out|away|aside)\b"
    ),
    re.compile(r"(?i)\b(?:leave|leaving|keep)\s+(?:out|away)\s+(?:of\s+it\s+)?" + _OBJECT + _END),
    re.compile(
        r"(?i)\b(?:skip|skipping|ignore|ignoring|omit|omitting|exclude|excluding|except(?:\s+for)?|without|minus|"
        r"but\s+not|apart\s+from|other\s+than|stay(?:ing)?\s+(?:away|out)\s+(?:from|of)|hands\s+off|keep\s+out\s+of|"
        r"nothing\s+(?:from|on|about|of|to\s+do\s+with)|not\s+(?:from\s+)?the|leave|"
        r"(?:don['’]?t|do\s+not|never)\s+(?:use|take|touch|learn\s+from|read|include)|drop)\s+" + _OBJECT + _END
    ),
]
_BEFORE = re.compile(
    r"(?i)(?:^|[.;!?\n:,]|\band\b|\bneither\s+is\b)\s*(?P<what>[^,.;:!?()\n]{2,80}?)\s+(?:must|should|is|are|has|have|shall|may|can|does|do)?\s*"
    r"(?:not\s+(?:to\s+)?be\s+(?:used|touched|read|taken)|be\s+left\s+out|stays?\s+out|(?:be\s+)?excluded|out\s+of\s+bounds|"
    r"off[- ]limits|not\s+belong\s+in|not\s+to\s+be\s+used|be\s+skipped|be\s+ignored|no\s+use\s+to\s+us)\b"
)
_NEITHER = re.compile(r"(?i)\bneither\s+(?:is|are)\s+" + _OBJECT + _END)
_TAGGED = re.compile(
    r"(?i)\b(?:the\s+)?(?:ones|those|records|entries|rows)\s+(?P<what>(?:tagged|marked|flagged|labelled|labeled|from|about|on|by)\s+[^,.;:!?()\n]{2,50}?)"
    r"(?:\s+[^,.;:!?\n]{0,40})?[,;.]?\s*(?:please\s+)?(?:skip|leave|ignore|drop|throw)\s+(?:them|those|these|it)\b"
)
_ONLY = [
    re.compile(
        r"(?i)\b(?:only|just|solely|exclusively)\s+(?:take|use|learn\s+from|read|want|needs?|includes?|with|from|those|the|what(?:['’]?s|\s+is)?(?:\s+(?:filed|about|on|under|in|from))*|records|"
        r"conversations|files)\s+" + _OBJECT + _END
    ),
    re.compile(r"(?i)\btake\s+only\s+" + _OBJECT + _END),
    re.compile(r"(?i)\bonly\s+(?P<what>the\s+[^,.;:!?()\n]{2,60}?)\s+(?:are|is)\s+(?:of|to\s+be|needed|wanted|used)\b"),
]
_LEAD = re.compile(
    r"(?i)^(?:the|a|an|any|all|our|those|these|that|of|from|in|on|about|with|what|is|are|filed|under|anything|everything|ones|whatever|"
    r"please|pls|stuff|there|again|out|away|up|for|subfolders?|folders?|programme|chapter)\s+"
)
_TAIL = re.compile(
    r"(?i)\s+(?:ones|stuff|pls|please|though|tho|out|away|though|there|entirely|altogether|in|too|as well|however|only|alone)$"
)
_PRONOUN = word_set(
    "them it those these this that one ones anything nothing everything something us me you him her they there all any so doubt"
)


_HEAP = re.compile(r"\s{4,}")
"""Much white space: looked over letter by letter from each of its letters it takes minutes."""


def read_set_aside(draft: Draft, mentions: list[Mention]) -> None:
    """Adds what is left out or taken alone to the files it is said of."""
    document = draft.document
    if not mentions:
        return
    text = _HEAP.sub(lambda heap: "\n" + "\0" * (len(heap.group()) - 1), document.text)
    known = [phrase.lower() for m in mentions for key in ("include", "exclude") for phrase in m.item.get(key, [])]
    for key, patterns in (("exclude", [*_BEHIND, _TAGGED, _NEITHER, _BEFORE]), ("include", _ONLY)):
        for pattern in patterns:
            for found in pattern.finditer(text):
                what, start = _trimmed(found.group("what"), found.start("what"))
                inside = [i for i, t in enumerate(document.tokens) if t.start < start + len(what) and t.end > start]
                if not inside or not _a_part(draft, inside, what, key):
                    continue
                if any(phrase in what.lower() or what.lower() in phrase for phrase in known):
                    continue
                target = _target(document, mentions, inside[0])
                if target is None:
                    continue
                target.item.setdefault(key, []).append(what)
                target.spans += [inside[0], inside[-1]]
                known.append(what.lower())
                draft.use(*inside)


def _trimmed(what: str, start: int) -> tuple[str, int]:
    while (lead := _LEAD.match(what)) is not None:
        start, what = start + lead.end(), what[lead.end() :]
    while (tail := _TAIL.search(what)) is not None:
        what = what[: tail.start()]
    bare = what.strip(" \"'“”„`*_–-")
    return bare, start + what.find(bare) if bare else start


def _a_part(draft: Draft, inside: list[int], what: str, key: str) -> bool:
    document = draft.document
    tokens = [document.tokens[i] for i in inside]
    words = {token.norm for token in tokens}
    if words & set(NAMES) and len(words) <= 3:
        return False  # "only English" is a matter of cleaning
    if any(not draft.free(i) for i in inside) or words <= _PRONOUN or len(tokens) > 9 or not what:
        return False
    if any(t.kind in ("money", "share", "duration", "gpu_hours", "params", "model") for t in tokens):
        return False
    if all(t.kind in ("date", "num", "word") and (t.kind != "word" or t.norm in _SPAN) for t in tokens):
        return False  # a matter of dates
    if words & NOT_PARTS or any(t.kind == "path" and "." in t.norm.rsplit("/", 1)[-1] for t in tokens):
        return False
    start = tokens[0].start
    marked = document.text[max(0, start - 1)] in "\"“'`*„«" or any(mark in what for mark in '"“`*_/')
    first = document.sentences[tokens[0].sentence][0]
    named = marked or (what[:1].isupper() and inside[0] > first + 1)
    behind = document.text[tokens[-1].end : tokens[-1].end + 14].lower()
    of_records = bool(words & NOUNS) or behind.startswith(
        (" ones", " folder", " stuff", " schema", " trace", " record", " ticket", " chat", " mail")
    )
    return named or of_records


_SPAN = word_set(
    "before after since until older newer than from to in the of end year years earlier later prior dated anything everything"
)


def _target(document: Document, mentions: list[Mention], at: int) -> Mention | None:
    """The file that a clause speaks of: one in its sentence, else the last one in its block, else the last before it."""
    sentence = document.tokens[at].sentence
    here = [m for m in mentions if document.tokens[m.i].sentence == sentence]
    if here:
        return min(here, key=lambda m: (m.i > at, abs(m.i - at)))
    block = [m for m in mentions if document.block_of[m.i] is document.block_of[at] and m.i < at]
    if block:
        return block[-1]
    stems = document.norms(*document.sentences[sentence])
    for mention in mentions:
        stem = re.split(r"[^a-z]+", mention.path.lower().rstrip("/").rsplit("/", 1)[-1])[0]
        if len(stem) > 3 and any(stem[:5] == word[:5] for word in stems if len(word) > 3):
            return mention
    learned = [m for m in mentions if m.item.get("role") != "tests"] or mentions
    before = [m for m in learned if m.i < at]
    return (before or learned)[-1] if len(learned) == 1 or before else None
