"""Files by name, by dictation ("reviews dot csv") and by description ("the handbook I attached")."""

import re

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.mention import Mention
from planner.reader.negation import negated
from planner.reader.no_data import is_output, is_title, is_tool
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_RESULTS = word_set(
    "log logs weights progress report reports adapter adapters model summary everything outcome go goes deploy"
)
_KEPT = word_set(
    "data documents files material texts everything pages articles learn train source sources wiki content chats tickets"
)
_ATTACHED = Lexicon(
    {
        "attached": """
            attached; attachment; attachments; enclosed;
            the file|files|spreadsheet|export|sheet|pdf|zip|archive|csv|excel ?i|we|is|are|here;
            i|we ?have ?just uploaded|attached|enclosed|added|sent|exported; uploaded; see attach*;
            find attached; anbei; angehangt; im anhang; anhang; ci joint*; piece jointe; en pieces jointes;
            adjunt*; anexo|anexa|em anexo; allegat*; in allegato; bijlage; bijgevoegd;
            here s the file|export|data; heres the file|export|data; with this message; data attached;
            in the pdf|zip|spreadsheet|csv|excel|export; both files; these files; this file; all files;
            the excel
        """
    }
)


def find_files(draft: Draft) -> list[Mention]:
    document = draft.document
    tokens = document.tokens
    places = [
        i
        for i, t in enumerate(tokens)
        if t.kind == "path" and i not in draft.used and not (t.masked and t.mark == "quotation")
    ]
    found: list[Mention] = []
    for k, i in enumerate(places):
        path = str(tokens[i].value)
        before = document.norms(max(i - 5, document.sentences[tokens[i].sentence][0]), i)
        if is_output(document, i, before):
            continue
        if (
            _RESULTS & set(before)
            and before[-1:] in (["to"], ["into"], ["in"])
            and {"goes", "go", "to", "into", "put"} & set(before)
        ):
            continue
        if re.match(r"https?://", path) and not (
            _KEPT & set(before) and {"is", "are", "in", "from", "on"} & set(before)
        ):
            continue
        if re.match(
            r"/(?:search|gates|rubric|model|budget|delivery|compute|stages|monitoring|privacy|languages)(?:/|$)", path
        ):
            continue  # a field of the plan itself
        if path not in document.files and (is_tool(document, i, before) or is_title(document, i)):
            continue
        found.append(Mention(path, i, _window(document, places, k)))
    found += _dictated(draft, [m.path for m in found])
    found += _described(draft, [m.path for m in found])
    return found


_OF_ALL = word_set("both all are were have hold contain each show come they as for to since from until only without")
"""What goes on after a list of files with something that is said of them all."""


LISTED = 60
"""Tokens of a list of files whose end is looked for."""


def _window(document: Document, places: list[int], k: int) -> tuple[int, int]:
    """From the last mention (or the start of the sentence) to the next one (or the end of the next sentence)."""
    i = places[k]
    first, last = document.sentences[document.tokens[i].sentence]
    block = document.block_of[i]
    if block.kind in ("bullet", "row"):
        while first > 0 and document.block_of[first - 1] is block:
            first -= 1
        while last < len(document.tokens) and document.block_of[last] is block:
            last += 1
    else:
        following = document.sentences.get(document.tokens[i].sentence + 1)
        if (
            following
            and document.block_of[following[0]] is block
            and document.norm(following[0])
            in word_set("it that this there each every they these those the both one column in")
            and not any(following[0] <= p < following[1] for p in places)
        ):
            last = following[1]

    def joined(one: int, two: int) -> bool:
        """Whether two paths stand side by side ("a.csv and b.csv: …"), so that what is said is said of both."""
        if not all(document.norm(i) in word_set(", and & + und et y e en plus or") for i in range(one + 1, two)):
            return False
        rest = two
        end = min(last, two + LISTED)
        while rest + 1 < end and (
            document.tokens[rest + 1].kind == "path" or document.norm(rest + 1) in word_set(", and & + or plus")
        ):
            rest += 1  # to the end of the list
        return (
            (document.tokens[rest + 1].kind == "punct" and document.norm(rest + 1) != ",")
            or (document.norm(rest + 1) in _OF_ALL)
            if rest + 1 < last
            else True
        )

    before, after = k, k
    while before and places[before - 1] >= first and joined(places[before - 1], places[before]):
        before -= 1
    while after + 1 < len(places) and places[after + 1] < last and joined(places[after], places[after + 1]):
        after += 1
    if before < after:
        if before and places[before - 1] >= first:
            first = _cut(document, places[before - 1], places[before])
        if after + 1 < len(places) and places[after + 1] < last:
            last = _cut(document, places[after], places[after + 1])
        return first, last - 1
    if k and places[k - 1] >= first:
        # "x.csv (…) and y.csv": what stands between belongs to the first up to a mark or "and"
        first = _cut(document, places[k - 1], i)
    if k + 1 < len(places) and places[k + 1] < last:
        last = _cut(document, i, places[k + 1])
    return first, last - 1


def _cut(document: Document, one: int, two: int) -> int:
    """The token at which the words between two paths stop speaking of the first."""
    for i in range(two - 1, one, -1):
        if document.tokens[i].sentence != document.tokens[two].sentence or document.norm(i) in (".", ";"):
            return i + 1
    for i in range(two - 1, one, -1):
        if document.norm(i) in word_set(", and plus then ) und et y e en also but -"):
            return i
    return one + 1


def _dictated(draft: Draft, known: list[str]) -> list[Mention]:
    """ "the file is reviews dot csv": the name as it is spoken."""
    document = draft.document
    found = []
    for i, token in enumerate(document.tokens):
        if token.norm == "dot" and 0 < i < len(document.tokens) - 1:
            ending = document.norm(i + 1)
            names = [f for f in document.files if f.lower().endswith("." + ending)]
            spoken = document.norm(i - 1)
            if document.norm(i - 2) == "underscore":
                spoken = f"{document.norm(i - 3)}_{spoken}"
            name = (
                next(
                    (
                        f
                        for f in names
                        if re.split(r"[_\-. ]", f.lower().removesuffix("." + ending))[-1] == document.norm(i - 1)
                    ),
                    None,
                )
                or f"{spoken}.{ending}"
            )
            if names and name not in names:
                continue  # misspoken: "op notes dot jsonl no sorry op summaries dot jsonl"
            if (
                name not in known
                and len(ending) <= 7
                and (names or ending in word_set("csv jsonl pdf txt xlsx docx json"))
            ):
                first, last = document.sentences[token.sentence]
                found.append(Mention(name, i - 1, (max(first, i - 12), min(last, i + 14) - 1), spans=[i + 1]))
    return found


def _described(draft: Draft, known: list[str]) -> list[Mention]:
    """Attached files that the words describe without their name: "the handbook I attached", "see attached"."""
    document = draft.document
    rest = [f for f in document.files if f.lower() not in {k.lower() for k in known}]
    if not rest:
        return []
    hits = list(_ATTACHED.find(document))
    found: list[Mention] = []
    for name in rest:
        stem = [re.sub(r"\d+", "", p) for p in re.split(r"[_\-. /]+", name.lower().rsplit(".", 1)[0])]
        parts = [p for p in stem if len(p) >= 4 and p not in word_set("data final export file full copy")]
        at = next(
            (
                i
                for i, t in enumerate(document.tokens)
                if t.kind == "word"
                and not t.masked
                and any(
                    t.norm == p or t.norm.rstrip("s") == p.rstrip("s") or (len(p) > 5 and t.norm.startswith(p))
                    for p in parts
                )
                and document.block_of[i].kind != "heading"
            ),
            None,
        )
        near = [
            h
            for h in hits
            if at is not None and abs(document.tokens[h.first].sentence - document.tokens[at].sentence) <= 0
        ]
        if at is not None and near:
            hit = min(near, key=lambda h: abs(h.first - at))
            first, last = document.sentences[document.tokens[at].sentence]
            found.append(Mention(name, at, (first, last - 1), spans=[hit.first, hit.last]))
        elif at is not None and len(document.files) > 1 and not hits and _article(document, at):
            first, last = document.sentences[document.tokens[at].sentence]
            found.append(Mention(name, at, (first, last - 1)))
        elif hits and (len(rest) == 1 or all(not any(p in t.norm for t in document.tokens) for p in parts)):
            hit = hits[0]
            if negated(document, hit.first, hit.last, reach=2):
                continue
            first, last = document.sentences[document.tokens[hit.first].sentence]
            found.append(Mention(name, hit.first, (first, last - 1), spans=[hit.last]))
    return found


def _article(document: Document, i: int) -> bool:
    return bool(word_set("the our my this that file sheet second first") & set(document.norms(i - 2, i)))
