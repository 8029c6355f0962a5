"""Which files to learn from: their paths, their use, what is taken and left out of them, and their dates."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from planner.claims import Claim, Dispute
from planner.reader.dates import When
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.roles import PLACES
from planner.reader.negation import negated
from planner.reader.parts import read_parts
from planner.reader.patterns import Lexicon
from planner.reader.roles import name_role, role_of, said_roles

_OUT = Lexicon({
    "out": """
        attached by mistake|accident|error; by mistake; by accident; leave ?it|that|this|them|those out; leave ... out; left out; out of date; not|never|dont|cannot|cant ?be ?to use|used|touch|touched|train|trained|learn|read|open|include|included|look; must|may|should not; do not|dont use|touch|read|include|open|train; ignore ?it|that|this|them|the; ignore; wrong file; forget|skip|drop|remove|exclude ?about ?it|that|this|the; hands off; has nothing to do; not part of; keep out; off limits; doesnt belong; isnt ?meant for|needed|relevant|part; not for training|you|this|the model; can ?be|go ?ignored; no , attached; is irrelevant; not needed; not relevant; no longer valid|current; without|not ?the <path>; instead of; never mind; delete; is confidential , so not; please disregard; disregard; is not data; outdated; superseded; obsolete; nicht verwenden|benutzen|nutzen; ne pas utiliser; no usar|uses|utilizar; nao usar|use|utilizar; non usare; niet gebruiken""",
    "in": "learn|learns|train|trains|trained|training from|on|with|using|out; use ?the|our|only ?file; take; data; must learn; it learns; is in; are in; in <path>; based on; from <path>; source|src|sources",
})  # fmt: skip
_WRITE_TO = frozenset("save export write store put output place copy deliver dump saved exported written output_dir out checkpoints artifacts results checkpoint".split())
_ATTACHED = Lexicon({"attached": "attached; attachment; attachments; enclosed; the file|files|spreadsheet|export|sheet|pdf|zip|archive|csv|excel ?i|we|is|are|here; i|we ?have ?just uploaded|attached|enclosed|added|sent|exported; uploaded; see attach*; find attached; anbei; angehangt; im anhang; anhang; ci joint*; piece jointe; en pieces jointes; adjunt*; anexo|anexa|em anexo; allegat*; in allegato; bijlage; bijgevoegd; here s the file|export|data; heres the file|export|data; with this message; data attached; in the pdf|zip|spreadsheet|csv|excel|export; both files; these files; this file; all files; the excel"})
_PLACES = Lexicon({"place": PLACES})
_IS_DATA = frozenset("data is are in on lives live sits sit stored kept under everything all find files documents chats tickets lies lie there get take from learn train mails manuals material examples past old history sit use them transcripts records recordings texts letters contracts export exported saved".split())
_DATED = Lexicon({
    "since": "since; from ... on|onward|onwards|onwards; from; after; newer than; not older than; no older than; not before; starting ?from|in|with|at; seit; ab; depuis; a partir de|du; desde; a partire da; dal; sinds; vanaf; younger than; no earlier than; nothing before; nothing older ?than; nothing from before; later than; >=; >; as of; beginning; skip|ignore|drop|leave|without|not|forget|discard|exclude ... before|older|prior; anything|everything ... older|before|prior; only ... last|past; the last; last; past; within the last; in the last; older than|ones; before|prior ... out|useless|ignored|excluded|wrong|obsolete|irrelevant|machines",
    "until": "until; up to; through; till; before; to the end of; up until; no later than; not after; nothing after|newer; not newer than; bis; jusqu; jusqua; hasta; ate; fino; tot; older than; <=; <; earlier than; skip|ignore|drop|leave|without|not|forget|discard|exclude|no ... after|newer|later; anything|everything|stays|chats|records|mails ... after|newer|later; prior to",
})  # fmt: skip


@dataclass
class _Mention:
    """A file named at token `i`; `window`: the tokens that speak of it."""

    path: str
    i: int
    window: tuple[int, int]
    item: dict[str, Any] = field(default_factory=dict)
    spans: list[int] = field(default_factory=list)
    out: tuple[int, int] | None = None


def read_sources(draft: Draft, today: date, task: str | None) -> None:
    document = draft.document
    mentions = _mentions(draft)
    hits = said_roles(document)
    _leave_out(draft, mentions)
    kept = [m for m in mentions if m.out is None]
    for mention in kept:
        role = role_of(document, hits, mention.path, mention.i, mention.window, task)
        if role is not None:
            mention.item["role"] = role
    _distinct_roles(kept)
    _dates(draft, kept, today)
    _ages(draft, kept, today)
    read_parts(draft, [(m.path, m.i, m.window, m.item, m.spans) for m in kept])
    for mention in _merged(kept):
        low, high = min([mention.i, *mention.spans]), max([mention.i, *mention.spans])
        draft.claim("data.sources", {"path": mention.path, **mention.item}, low, high)
    if not kept:
        _unreachable(draft)


def _merged(mentions: list[_Mention]) -> list[_Mention]:
    """A file that is named twice is one source with what both places say of it."""
    first: dict[str, _Mention] = {}
    for mention in mentions:
        known = first.setdefault(mention.path.rstrip("/").lower(), mention)
        if known is not mention:
            for key, value in mention.item.items():
                if isinstance(value, list):
                    known.item[key] = [*known.item.get(key, []), *value]
                else:
                    known.item.setdefault(key, value)
            known.spans += mention.spans
    return list(first.values())


def _mentions(draft: Draft) -> list[_Mention]:
    document = draft.document
    tokens = document.tokens
    places = [i for i, t in enumerate(tokens) if t.kind == "path" and not (t.masked and t.mark == "quotation")]
    found: list[_Mention] = []
    for k, i in enumerate(places):
        path = str(tokens[i].value)
        before = document.norms(i - 4, i)
        if _WRITE_TO & set(before) and {"to", "in", "under", "into", ":", "=", "as"} & set(before[-2:]) and not {"data", "learn", "train", "is", "are"} & set(before):
            continue
        if re.match(r"https?://", path) and not _IS_DATA & set(before):
            continue
        found.append(_Mention(path, i, _window(document, places, k)))
    found += _dictated(draft, [m.path for m in found])
    found += _described(draft, [m.path for m in found])
    return found


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
        if following and document.block_of[following[0]] is block and document.norm(following[0]) in ("it", "that", "this", "there", "each", "every", "they", "these", "those", "the", "both", "one", "column", "in") and not any(following[0] <= p < following[1] for p in places):
            last = following[1]
    def joined(one: int, two: int) -> bool:
        """Whether two paths stand side by side ("a.csv and b.csv: …"), so that what is said is said of both."""
        return all(document.norm(i) in (",", "and", "&", "+", "und", "et", "y", "e", "en", "plus", "or") for i in range(one + 1, two))

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
        if document.norm(i) in (",", "and", "plus", "then", ")", "und", "et", "y", "e", "en", "also", "but", "-"):
            return i
    return one + 1


def _dictated(draft: Draft, known: list[str]) -> list[_Mention]:
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
            name = next((f for f in names if re.split(r"[_\-. ]", f.lower().removesuffix("." + ending))[-1] == document.norm(i - 1)), None) or f"{spoken}.{ending}"
            if name not in known and len(ending) <= 7 and (names or ending in ("csv", "jsonl", "pdf", "txt", "xlsx", "docx", "json")):
                first, last = document.sentences[token.sentence]
                found.append(_Mention(name, i - 1, (max(first, i - 12), min(last, i + 14) - 1), spans=[i + 1]))
    return found


def _described(draft: Draft, known: list[str]) -> list[_Mention]:
    """Attached files that the words describe without their name: "the handbook I attached", "see attached"."""
    document = draft.document
    rest = [f for f in document.files if f.lower() not in {k.lower() for k in known}]
    if not rest:
        return []
    hits = [h for h in _ATTACHED.find(document)]
    found: list[_Mention] = []
    for name in rest:
        stem = [re.sub(r"\d+", "", p) for p in re.split(r"[_\-. /]+", name.lower().rsplit(".", 1)[0])]
        parts = [p for p in stem if len(p) >= 4 and p not in ("data", "final", "export", "file", "full", "copy")]
        at = next((i for i, t in enumerate(document.tokens) if t.kind == "word" and not t.masked and any(t.norm == p or t.norm.rstrip("s") == p.rstrip("s") or (len(p) > 5 and t.norm.startswith(p)) for p in parts) and document.block_of[i].kind != "heading"), None)
        near = [h for h in hits if at is not None and abs(document.tokens[h.first].sentence - document.tokens[at].sentence) <= 0]
        if at is not None and near:
            hit = min(near, key=lambda h: abs(h.first - at))
            first, last = document.sentences[document.tokens[at].sentence]
            found.append(_Mention(name, at, (first, last - 1), spans=[hit.first, hit.last]))
        elif at is not None and len(document.files) > 1 and not hits and _article(document, at):
            first, last = document.sentences[document.tokens[at].sentence]
            found.append(_Mention(name, at, (first, last - 1)))
        elif hits and (len(rest) == 1 or all(not any(p in t.norm for t in document.tokens) for p in parts)):
            hit = hits[0]
            if negated(document, hit.first, hit.last, reach=2):
                continue
            first, last = document.sentences[document.tokens[hit.first].sentence]
            found.append(_Mention(name, hit.first, (first, last - 1), spans=[hit.last]))
    return found


def _article(document: Document, i: int) -> bool:
    return bool({"the", "our", "my", "this", "that", "file", "sheet", "second", "first"} & set(document.norms(i - 2, i)))


def _leave_out(draft: Draft, mentions: list[_Mention]) -> None:
    """Files that are ruled out; one that is both required and ruled out is disputed."""
    document = draft.document
    hits = _OUT.find(document)
    outs = [h for h in hits if h.concept == "out"]
    by_path: dict[str, list[_Mention]] = {}
    for mention in mentions:
        by_path.setdefault(mention.path.lower().rstrip("/"), []).append(mention)
        low, high = mention.window
        block = document.block_of[mention.i]
        if block.kind == "row" and any(document.norm(i) in ("no", "nein", "non", "never", "not") and document.norm(i - 1) == "|" for i in range(low, high + 1)):
            mention.out = (low, high)
            continue
        for hit in outs:
            if not (low <= hit.first <= high):
                continue
            words = document.norms(hit.first, hit.last + 1)
            if not _speaks_of(document, hit.first, hit.last, mention, words):
                continue
            mention.out = (min(mention.i, hit.first), max(mention.i, hit.last))
            break
        if mention.out is None and negated(document, mention.i, mention.i, reach=2, after=False) and document.norm(mention.i - 1) in ("not", "without", "no", "never", "except", "ohne", "sans", "sin", "sem", "senza", "zonder"):
            mention.out = (mention.i - 1, mention.i)
    for path_mentions in by_path.values():
        out = [m for m in path_mentions if m.out is not None]
        use = [m for m in path_mentions if m.out is None]
        if not out:
            continue
        if use and any(_required(document, m) for m in use):
            path = use[0].path
            draft.disputes.append(Dispute(
                fields=["data.sources"], problem=f"`{path}` is to be learned from, and it must not be used for training.",
                suggestion="Say which of the two holds, or name another file to learn from.",
                quotes=[document.quote(min(use[0].i, use[0].window[0]), use[0].i), document.quote(*out[0].out) if out[0].out else ""],
            ))  # fmt: skip
        for mention in path_mentions:
            mention.out = mention.out or out[0].out
        first = out[0]
        assert first.out is not None
        draft.left_out.append(Claim(path="data.sources", value=first.path, quote=document.quote(*first.out), turn=document.turn))


def _speaks_of(document: Document, first: int, last: int, mention: _Mention, words: list[str]) -> bool:
    """Whether words of leaving out are said of the file itself, not of a part of it or of something else."""
    i = mention.i
    if name_role(mention.path) == "tests" and ({"must", "may", "should", "not", "never"} & set(words[:1])) and {"train", "training", "trained", "learn", "see", "seen"} & set(document.norms(first, last + 6)):
        return False  # never trained on: that is what test questions are for
    if last < i:
        between = document.norms(last + 1, i)
        if {"in", "of", "from"} & set(between) or document.tokens[last].sentence != document.tokens[i].sentence:
            return False
        return len(between) <= 4 and not {"by", "that", "which", ","} & set(between) and words[0] not in ("must", "may", "should", "outdated", "private", "is")
    if first <= i <= last:
        return True
    between = document.norms(i + 1, first)
    if document.tokens[first].sentence != document.tokens[i].sentence:
        opening = document.sentences[document.tokens[first].sentence][0]
        start = document.norms(opening, first + 2)
        tail = document.norms(last + 1, last + 3)
        return bool({"it", "that", "this", "file"} & set([*start[:3], *words, *tail[:1]])) and first - opening <= 4 and not {"to", "from", "in"} & set(start[:1])
    tail = document.norms(last + 1, last + 4)
    if {"by", "from", "everything", "anything", "where", "older", "before", "section", "folder", "part"} & set(tail) and words[0] not in ("attached",):
        return False
    if len(between) > 9 or {"but", "and"} & set(between[-2:]) and words[0] in ("leave", "ignore", "skip", "drop", "without", "not", "do", "dont", "forget") and not {"it", "that", "them"} & set(words + tail[:1]):
        return False
    if words[:2] in (["must", "not"], ["may", "not"], ["should", "not"]) and name_role(mention.path) == "tests":
        return False
    if words[:2] in (["must", "not"], ["may", "not"], ["should", "not"]):
        return bool({"be", "train", "used", "use", "learn", "into"} & set(tail)) and not {"train", "trained", "training", "learn"} & set(tail[1:2]) or {"training"} <= set(document.norms(last + 1, last + 6)) and "only" not in document.norms(mention.window[0], first)
    if {"train", "trained", "learn", "training"} & set(words):
        # "never trained on" makes a test file, unless nothing else is done with it
        window = set(document.norms(mention.window[0], mention.window[1] + 1))
        if name_role(mention.path) == "tests":
            return False
        return not {"test", "tests", "testing", "exam", "check", "checking", "acceptance", "evaluation", "judge", "measure", "grade", "questions", "final", "benchmark", "score", "only", "golden"} & window
    return True


def _required(document: Document, mention: _Mention) -> bool:
    words = set(document.norms(mention.window[0], mention.i))
    return bool({"must", "learn", "train", "from", "use", "on", "should", "has"} & words)


def _distinct_roles(mentions: list[_Mention]) -> None:
    """Where all files of a list share one sentence, a role found for the strongest does not spread to the others."""
    tests = [m for m in mentions if m.item.get("role") == "tests"]
    if len(tests) == len(mentions) == 1:
        # a lone file can't be kept away from training unless the words are clear; they were
        return


def _dates(draft: Draft, mentions: list[_Mention], today: date) -> None:
    document = draft.document
    hits = _DATED.find(document)
    for i, token in enumerate(document.tokens):
        if token.kind != "date" or not isinstance(token.value, When) or not draft.free(i):
            continue
        sentence = token.sentence
        whole = _range(document, i, today)
        if whole is not None and mentions:
            for mention in _targets(document, mentions, i):
                mention.item[whole[0]] = whole[1].isoformat()
                mention.spans += [max(0, i - 1), i]
            draft.use(i)
            continue
        near = [h for h in hits if document.tokens[h.first].sentence == sentence and h.first <= i + 3]
        best = None
        for hit in near:
            apart = 0.0 if hit.first <= i <= hit.last else min(document.distance(hit.first, i), document.distance(hit.last, i))
            if hit.first > i and document.norm(hit.first) not in ("before", "older"):
                apart += 1.0
            apart -= 0.08 * (hit.last - hit.first)
            if apart < 1.0 and (best is None or apart < best[0]):
                best = (apart, hit)
        span = token.value.span(today, future=False)
        if best is None or span is None:
            continue
        words = document.norms(best[1].first, best[1].last + 1)
        if words == ["last"] or words == ["past"] or words == ["the", "last"]:
            if not {"only", "just", "use", "take"} & set(document.norms(i - 8, i + 3)):
                continue
        if not _of_these(document, mentions, i) and not mentions:
            continue
        if not _of_these(document, mentions, i):
            continue
        targets = _targets(document, mentions, i)
        behind = set(document.norms(i + 1, i + 7)) if document.norm(i + 1) not in (",", ";", ".") else set()
        skip = behind & {"ignored", "excluded", "out", "useless", "not"} or {"skip", "ignore", "drop", "leave", "without", "not", "forget", "discard", "exclude", "no", "nothing", "anything", "everything", "older", "before", "prior", "useless", "wrong"} & set(document.norms(max(document.sentences[sentence][0], i - 8), i + 1))
        key, day = _bound(best[1].concept, words, bool(skip), document.norms(i - 3, i), span)
        if key is None:
            continue
        for mention in targets:
            mention.item[key] = day.isoformat()
            mention.spans += [min(best[1].first, i), max(best[1].last, i)]
        if targets:
            draft.use(i)


def _range(document: Document, i: int, today: date) -> tuple[str, date] | None:
    """ "From 1 May 2025 to 30 June 2026", "the last 12 months", "2024 onwards": which side a date bounds by itself."""
    token = document.tokens[i]
    span = token.value.span(today, future=False)
    if span is None:
        return None
    words = document.norms(max(document.sentences[token.sentence][0], i - 6), i)
    if i >= 2 and document.norm(i - 1) in ("to", "until", "till", "through", "bis", "-", "and") and document.tokens[i - 2].kind == "date" and {"from", "between", "since"} & set(document.norms(i - 4, i - 2)):
        return "until", span[1]
    behind = document.norms(i + 1, i + 3)
    if behind[:1] in (["to"], ["until"], ["till"], ["through"], ["and"]) and i + 2 < len(document.tokens) and document.tokens[i + 2].kind == "date" and words[-1:] in (["from"], ["between"], ["since"]):
        return "since", span[0]
    if token.norm.startswith(("last ", "past ")) and span[1] == today and {"only", "just", "from", "of", "within", "in", "the", "use", "take"} & set(words[-4:]) and "not" not in words[-4:]:
        return "since", span[0]
    if behind[:1] in (["onwards"], ["onward"], ["forward"]) or behind[:2] == ["and", "later"]:
        return "since", span[0]
    return None


def _ages(draft: Draft, mentions: list[_Mention], today: date) -> None:
    """ "Nothing older than two years": an age bounds the first day that counts."""
    document = draft.document
    for i, token in enumerate(document.tokens):
        if token.kind != "duration" or not draft.free(i) or float(token.value) < 86400 or not mentions or not _of_these(document, mentions, i):
            continue
        if document.norms(i - 2, i) in (["older", "than"], ["younger", "than"], ["newer", "than"]) or document.norm(i + 1) == "old" and {"more", "than"} <= set(document.norms(i - 3, i)):
            since = today - timedelta(seconds=float(token.value))
            if token.unit in ("year", "years"):
                back = int(token.raw or 1)
                since = today.replace(year=today.year - back, day=min(today.day, 28) if today.month == 2 else today.day)
            for mention in _targets(document, mentions, i):
                mention.item["since"] = since.isoformat()
                mention.spans += [i - 2, i]
            draft.use(i)


def _bound(concept: str, words: list[str], skip: bool, before: list[str], span: tuple[date, date]) -> tuple[str | None, date]:
    """(since or until, day), inclusive; what is skipped bounds the other side."""
    one_day = timedelta(days=1)
    if "before" in words or "prior" in words or "older" in words or "earlier" in words or "before" in before[-1:]:
        if skip or {"nothing", "not", "skip", "no"} & set(words):
            return "since", span[0]
        return "until", span[0] - one_day
    if "after" in words or "newer" in words or "later" in words or "after" in before[-1:]:
        if concept == "until" or skip and {"skip", "ignore", "drop", "leave", "without", "not", "nothing", "no", "exclude", "discard", "forget"} & set(words):
            return "until", span[1]
        return "since", span[1] + one_day if "after" in before[-1:] + words else span[0]
    if concept == "since":
        return ("since", span[0] if words != [">"] else span[0])
    return "until", span[1]


def _of_these(document: Document, mentions: list[_Mention], i: int) -> bool:
    """Whether a date speaks of the data at all."""
    first, last = document.sentences[document.tokens[i].sentence]
    if any(first <= m.i < last or m.window[0] <= i <= m.window[1] for m in mentions):
        return True
    words = set(document.norms(first, last))
    nouns = {"chats", "chat", "tickets", "mails", "emails", "conversations", "records", "rows", "data", "documents", "files", "reports", "letters", "transcripts", "cases", "calls", "logs", "messages", "anything", "everything", "entries", "ones", "older", "newer", "them", "those",
             "stays", "articles", "posts", "versions", "invoices", "examples", "reviews", "minutes", "manuals", "pairs", "material", "stuff", "drafts", "orders", "notes", "nothing", "contracts", "rulings", "claims", "complaints", "only", "answers", "replies", "it", "what", "written", "sent"}
    verbs = {"use", "only", "skip", "ignore", "leave", "take", "drop", "not", "before", "older", "count", "learn", "please", "just", "since", "until", "nothing", "out", "exclude", "train", "used", "than"}
    return bool(mentions) and bool(words & nouns) and bool(words & verbs)


def _targets(document: Document, mentions: list[_Mention], i: int) -> list[_Mention]:
    inside = [m for m in mentions if m.window[0] <= i <= m.window[1]]
    if inside:
        return [min(inside, key=lambda m: abs(m.i - i))] if len(inside) > 1 else inside
    sentence = document.tokens[i].sentence
    same = [m for m in mentions if document.tokens[m.i].sentence == sentence]
    if same:
        return same
    words = set(document.norms(*document.sentences[sentence]))
    if {"anything", "everything", "all", "nothing", "both"} & words:
        return mentions
    kinds = {"chats": "chats", "chat": "chats", "conversations": "chats", "tickets": "chats", "documents": "documents", "manuals": "documents", "docs": "documents", "transcripts": "chats", "reports": "documents", "examples": "instructions", "pairs": "instructions"}
    for word, role in kinds.items():
        if word in words:
            fitting = [m for m in mentions if m.item.get("role") == role]
            if fitting:
                return fitting
    before = [m for m in mentions if m.i < i and document.block_of[m.i] is document.block_of[i] or m.i < i]
    if before and len(mentions) > 1 and {"it", "that", "there", "this"} & words:
        return [before[-1]]
    usable = [m for m in mentions if m.item.get("role") != "tests"]
    return usable or mentions


def _unreachable(draft: Draft) -> None:
    document = draft.document
    for hit in _PLACES.find(document):
        first, last = document.sentences[document.tokens[hit.first].sentence]
        words = set(document.norms(first, last))
        if negated(document, hit.first, hit.last, reach=3) or not words & (_IS_DATA | {"on", "in"}):
            continue
        if not {"in", "on", "at", "from", "under", "inside", "our", "via", "through", "the"} & set(document.norms(hit.first - 3, hit.first + 1)):
            continue
        draft.unreachable.append(Claim(path="data.sources", value=document.quote(hit.first, hit.last), quote=document.quote(hit.first, hit.last), turn=document.turn))
        return
