"""Files of earlier turns spoken of without their names: "only the second one", "drop the zip", "everything but the faq"."""

import re

from planner.claims import Claim
from planner.reader.layout import Document
from planner.reader.lexicon.turns import WITHDRAW
from planner.reader.patterns import Hit, Lexicon
from planner.reader.state import State
from planner.reader.words import word_set

_KINDS = "file|one|export|table|csv|spreadsheet|document|attachment|source|folder|dataset|pdf|sheet"
_ORDINAL = Lexicon(
    {
        "0": f"first|1st {_KINDS}; the former",
        "1": f"second|2nd {_KINDS}",
        "2": f"third|3rd {_KINDS}",
        "3": f"fourth|4th {_KINDS}",
        "-1": f"last|latter {_KINDS}; the latter",
    }
)
_WITHDRAW = Lexicon(WITHDRAW)
_STALE = Lexicon(
    {
        "behind": "is|are|was|were ?now ?hopelessly ?totally outdated|obsolete|wrong|useless|stale|superseded|rubbish|old|irrelevant|mistake; is|was a mistake|duplicate|copy; out of date"
    }
)
_ONLY = word_set("only just solely alone nur seulement solo enough suffices suffice allein")
_BUT = Lexicon(
    {
        "but": "everything|all but|except|without|save; apart|aside from; except ?for; other than; all files|of|them but|except"
    }
)
_BETWEEN = word_set("the our that this my old file files export and , both all of them about also")
_BEHIND_IT = word_set("file files please and , . ! ; one export now then is are out too as again , was isnt arent can")
_VERBS = word_set("use take read touch include learn train from on")
_JOINS = word_set("the our and , & a")
_NOUNS = frozenset(_KINDS.split("|"))
_TOO_COMMON = word_set("data final export file full copy new old the and all train test our doc docs")


def files_taken(document: Document, state: State) -> list[Claim]:
    """Sources in force, and attached files, that the turn takes out by a hint; masks the words that say so."""
    sources = _in_order(document, state)
    if len(sources) < 2:
        return []
    mentions = _mentions(document, sources)
    taken: list[Claim] = []
    for sentence, (first, last) in document.sentences.items():
        mine = {i: s for i, s in mentions.items() if document.tokens[i].sentence == sentence}
        if not mine:
            continue
        words = set(document.norms(first, last))
        dated = any(t.kind in ("date", "duration", "share") for t in document.tokens[first:last])
        named = list({id(s): s for s in mine.values()}.values())
        but = next((h for h in _BUT.find(document) if first <= h.first < last), None)
        gone: list[Claim] = []
        dropped = _dropped(document, sentence, mine)
        if but is not None and all(i > but.first for i in mine):
            gone = named
        elif dropped and len(dropped) < len(sources):
            gone = dropped
        elif (
            words & _ONLY
            and not dated
            and any(
                _ONLY & {*document.norms(i - 3, i), *document.norms(i + 1, i + 5)}
                and not _named_between(document, i, mentions)
                for i in mine
            )
        ):
            alone = [s for i, s in mine.items() if _only_beside(document, i, mentions)]
            gone = [s for s in sources if s not in (alone or named)]
        gone = gone or dropped
        if gone and len(gone) < len(sources):
            taken += [s for s in gone if s not in taken]
            for k in range(first, last):
                if document.tokens[k].kind != "path":
                    document.tokens[k].masked, document.tokens[k].mark = True, "files"
    if taken:
        document.found.clear()
    return taken


def _only_beside(document: Document, i: int, mentions: dict[int, Claim]) -> bool:
    """ "The second file only, the first one is from before": which of the files "only" is said of."""
    end = i + 1 + (document.norm(i + 1) in _NOUNS)
    low = i
    while low > 0 and document.norm(low - 1) in _JOINS:
        joined = document.norm(low - 1) in ("and", ",", "&")
        if joined and low - 2 not in mentions:
            break
        low -= 2 if joined else 1
    return document.norm(low - 1) in _ONLY or document.norm(end) in _ONLY


def _dropped(document: Document, sentence: int, mine: dict[int, Claim]) -> list[Claim]:
    """Those behind a verb of leaving out, or in front of "is no longer needed"; joined by "and" they go together."""
    places = sorted(mine)
    gone: list[int] = []
    for hit in [*_WITHDRAW.find(document), *_STALE.find(document)]:
        if document.tokens[hit.first].sentence != sentence or not _meant(document, hit):
            continue
        edge = hit.last if hit.concept == "front" else hit.first
        if (
            hit.concept == "front"
            and places[-1] < hit.first
            and {"it", "that", "this", "them"}
            & set(document.norms(hit.last, hit.last + 2 + (document.norm(hit.last + 1) in _VERBS)))
        ):
            gone += places if "them" in document.norms(hit.last, hit.last + 3) else places[-1:]
            continue
        for i in places if hit.concept == "front" else reversed(places):
            between = document.norms(edge + 1, i) if i > edge else document.norms(i + 1, edge)
            if (hit.concept == "front") != (i > edge) or not set(between) <= _BETWEEN | _NOUNS | _VERBS | word_set(
                "is are was were it"
            ):
                continue
            if gone and hit.concept == "behind" and not {"and", "&", "or"} & set(between):
                break
            gone.append(i)
            edge = i + 1 if document.norm(i + 1) in _NOUNS and hit.concept == "front" else i
    return [mine[i] for i in gone]


def _named_between(document: Document, i: int, mentions: dict[int, Claim]) -> bool:
    """Whether "only" is said of another file that stands nearer to it."""
    near = [k for k in range(max(0, i - 3), min(i + 5, len(document.tokens))) if document.norm(k) in _ONLY]
    return all(any(min(i, k) < j < max(i, k) or abs(j - k) < abs(i - k) for j in mentions if j != i) for k in near)


def _meant(document: Document, hit: Hit) -> bool:
    words = document.norms(hit.first, hit.last + 1)
    if words[0] in ("take", "takes") and len(words) == 1:
        return bool({"out", "away", "off"} & set(document.norms(hit.last + 1, hit.last + 6)))
    if words[0] in ("any", "you") or hit.concept in ("nothing", "permitted"):
        return False
    denied = {"dont", "not", "never"}
    return not (denied & set(document.norms(hit.first - 2, hit.first)) and not denied & set(words))


def _mentions(document: Document, sources: list[Claim]) -> dict[int, Claim]:
    """Token -> the one source that its word means."""
    found: dict[int, Claim] = {}
    for hit in _ORDINAL.find(document):
        place = int(hit.concept)
        if place < len(sources):
            found[hit.first] = sources[place]
    paths = {str(s.value["path"]).lower(): s for s in sources}
    found |= {i: paths[t.norm] for i, t in enumerate(document.tokens) if t.kind == "path" and t.norm in paths}
    named = {id(s): _words_of(s) for s in sources}
    for i, token in enumerate(document.tokens):
        if token.kind != "word" or token.masked or len(token.norm) < 3 or token.norm in _TOO_COMMON:
            continue
        behind = document.norm(i + 1)
        if behind and behind not in _BEHIND_IT and document.tokens[i + 1].sentence == token.sentence:
            continue
        meant = [s for s in sources if token.norm in named[id(s)] or token.norm.rstrip("s") in named[id(s)]]
        if len(meant) == 1:
            found[i] = meant[0]
    return found


def _words_of(source: Claim) -> set[str]:
    path = str(source.value["path"]).lower().rstrip("/")
    role = str(source.value.get("role") or "")
    pieces = {re.sub(r"\d+$", "", p) for p in re.split(r"[^a-z0-9]+", path) if len(p) >= 3}
    return (
        pieces | ({role, role.rstrip("s")} if role in ("tests", "chats", "preferences", "images", "labels") else set())
    ) - _TOO_COMMON


def _in_order(document: Document, state: State) -> list[Claim]:
    """As they were attached where they were; else as they were named. A file that no words name counts too."""
    sources = state.items("data.sources")
    named = {str(s.value["path"]).lower(): s for s in sources}
    files = [f for f in document.files if f.lower() not in {str(c.value).lower() for c in state.left_out}]
    if len(files) >= 2 and set(named) <= {f.lower() for f in files}:
        return [named.get(f.lower()) or Claim(path="data.sources", value={"path": f}, quote="", turn=0) for f in files]
    return sources
