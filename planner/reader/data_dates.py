"""Which days of the data count: "since March", "nothing older than two years", "up to the end of 2025"."""

from datetime import date, timedelta

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.mention import Mention
from planner.reader.patterns import Lexicon
from planner.reader.when import When
from planner.reader.words import word_set

_DATED = Lexicon({
    "since": """
        since; from ... on|onward|onwards|onwards; from; after; newer than; not older than; no older than;
        not before; starting ?from|in|with|at; seit; ab; depuis; a partir de|du; desde; a partire da; dal;
        sinds; vanaf; younger than; no earlier than; nothing before; nothing older ?than; nothing from before;
        later than; >=; >; as of; beginning;
        skip|ignore|drop|leave|without|not|forget|discard|exclude ... before|older|prior;
        anything|everything ... older|before|prior; only ... last|past; the last; last; past; within the last;
        in the last; older than|ones;
        before|prior ... out|useless|ignored|excluded|wrong|obsolete|irrelevant|machines
    """,
    "until": """
        until; up to; through; till; before; to the end of; up until; no later than; not after;
        nothing after|newer; not newer than; bis; jusqu; jusqua; hasta; ate; fino; tot; older than; <=; <;
        earlier than; skip|ignore|drop|leave|without|not|forget|discard|exclude|no ... after|newer|later;
        anything|everything|stays|chats|records|mails ... after|newer|later; prior to
    """,
})  # fmt: skip


def read_data_dates(draft: Draft, mentions: list[Mention], today: date) -> None:
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
            apart = (
                0.0
                if hit.first <= i <= hit.last
                else min(document.distance(hit.first, i), document.distance(hit.last, i))
            )
            if hit.first > i and document.norm(hit.first) not in ("before", "older"):
                apart += 1.0
            apart -= 0.08 * (hit.last - hit.first)
            if apart < 1.0 and (best is None or apart < best[0]):
                best = (apart, hit)
        span = token.value.span(today, future=False)
        if best is None or span is None:
            continue
        words = document.norms(best[1].first, best[1].last + 1)
        bare = words in (["last"], ["past"], ["the", "last"])
        if bare and not {"only", "just", "use", "take"} & set(document.norms(i - 8, i + 3)):
            continue
        if not _of_these(document, mentions, i) and not mentions:
            continue
        if not _of_these(document, mentions, i):
            continue
        targets = _targets(document, mentions, i)
        behind = set(document.norms(i + 1, i + 7)) if document.norm(i + 1) not in (",", ";", ".") else set()
        skip = behind & {"ignored", "excluded", "out", "useless", "not"} or word_set(
            "skip ignore drop leave without not forget discard exclude no nothing anything "
            "everything older before prior useless wrong"
        ) & set(document.norms(max(document.sentences[sentence][0], i - 8), i + 1))
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
    if (
        i >= 2
        and document.norm(i - 1) in word_set("to until till through bis - and")
        and document.tokens[i - 2].kind == "date"
        and {"from", "between", "since"} & set(document.norms(i - 4, i - 2))
    ):
        return "until", span[1]
    behind = document.norms(i + 1, i + 3)
    if (
        behind[:1] in (["to"], ["until"], ["till"], ["through"], ["and"])
        and i + 2 < len(document.tokens)
        and document.tokens[i + 2].kind == "date"
        and words[-1:] in (["from"], ["between"], ["since"])
    ):
        return "since", span[0]
    if (
        token.norm.startswith(("last ", "past "))
        and span[1] == today
        and word_set("only just from of within in the use take") & set(words[-4:])
        and "not" not in words[-4:]
    ):
        return "since", span[0]
    if behind[:1] in (["onwards"], ["onward"], ["forward"]) or behind[:2] == ["and", "later"]:
        return "since", span[0]
    return None


def read_ages(draft: Draft, mentions: list[Mention], today: date) -> None:
    """ "Nothing older than two years": an age bounds the first day that counts."""
    document = draft.document
    for i, token in enumerate(document.tokens):
        if (
            token.kind != "duration"
            or not draft.free(i)
            or float(token.value) < 86400
            or not mentions
            or not _of_these(document, mentions, i)
        ):
            continue
        if document.norms(i - 2, i) in (["older", "than"], ["younger", "than"], ["newer", "than"]) or (
            document.norm(i + 1) == "old" and {"more", "than"} <= set(document.norms(i - 3, i))
        ):
            if float(token.value) > 3e9:  # a century
                continue
            since = today - timedelta(seconds=float(token.value))
            if token.unit in ("year", "years"):
                back = int(token.raw or 1)
                since = today.replace(year=today.year - back, day=min(today.day, 28) if today.month == 2 else today.day)
            for mention in _targets(document, mentions, i):
                mention.item["since"] = since.isoformat()
                mention.spans += [i - 2, i]
            draft.use(i)


def _bound(
    concept: str, words: list[str], skip: bool, before: list[str], span: tuple[date, date]
) -> tuple[str | None, date]:
    """(since or until, day), inclusive; what is skipped bounds the other side."""
    one_day = timedelta(days=1)
    if "before" in words or "prior" in words or "older" in words or "earlier" in words or "before" in before[-1:]:
        if skip or {"nothing", "not", "skip", "no"} & set(words):
            return "since", span[0]
        return "until", span[0] - one_day
    if "after" in words or "newer" in words or "later" in words or "after" in before[-1:]:
        if concept == "until" or (
            skip and word_set("skip ignore drop leave without not nothing no exclude discard forget") & set(words)
        ):
            return "until", span[1]
        return "since", span[1] + one_day if "after" in before[-1:] + words else span[0]
    if concept == "since":
        return "since", span[0]
    return "until", span[1]


def _of_these(document: Document, mentions: list[Mention], i: int) -> bool:
    """Whether a date speaks of the data at all."""
    first, last = document.sentences[document.tokens[i].sentence]
    if any(first <= m.i < last or m.window[0] <= i <= m.window[1] for m in mentions):
        return True
    words = set(document.norms(first, last))
    nouns = word_set(
        "chats chat tickets mails emails conversations records rows data documents files "
        "reports letters transcripts cases calls logs messages anything everything entries "
        "ones older newer them those stays articles posts versions invoices examples reviews "
        "minutes manuals pairs material stuff drafts orders notes nothing contracts rulings "
        "claims complaints only answers replies it what written sent"
    )
    verbs = word_set(
        "use only skip ignore leave take drop not before older count learn please just since "
        "until nothing out exclude train used than"
    )
    return bool(mentions) and bool(words & nouns) and bool(words & verbs)


def _targets(document: Document, mentions: list[Mention], i: int) -> list[Mention]:
    inside = [m for m in mentions if m.window[0] <= i <= m.window[1]]
    if inside:
        return [min(inside, key=lambda m: abs(m.i - i))] if len(inside) > 1 else inside
    sentence = document.tokens[i].sentence
    same = [m for m in mentions if document.tokens[m.i].sentence == sentence]
    if same:
        return same
    words = set(document.norms(*document.sentences[sentence]))
    kinds = {
        "chats": "chats",
        "chat": "chats",
        "conversations": "chats",
        "tickets": "chats",
        "documents": "documents",
        "manuals": "documents",
        "docs": "documents",
        "transcripts": "chats",
        "reports": "documents",
        "examples": "instructions",
        "pairs": "instructions",
    }
    # "All chats and tickets from before 2025" speaks of those two, whatever else there is.
    named = [
        mention
        for mention in mentions
        if any(
            word in words and (mention.item.get("role") == role or word.rstrip("s") in mention.path.lower())
            for word, role in kinds.items()
        )
    ]
    if named:
        return named
    if {"anything", "everything", "all", "nothing", "both"} & words:
        return mentions
    before = [m for m in mentions if (m.i < i and document.block_of[m.i] is document.block_of[i]) or m.i < i]
    if before and len(mentions) > 1 and {"it", "that", "there", "this"} & words:
        return [before[-1]]
    usable = [m for m in mentions if m.item.get("role") != "tests"]
    return usable or mentions
