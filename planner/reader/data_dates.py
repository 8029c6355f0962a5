"""Which days of the data count: "since March", "nothing older than two years", "up to the end of 2025"."""

from datetime import date, timedelta
from typing import Any

from planner.reader.data_bounds import Bound, bounds_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.data_days import EXISTS
from planner.reader.lexicon.handling import HOLDERS
from planner.reader.lexicon.parts import OF_RECORDS
from planner.reader.mention import Mention
from planner.reader.words import word_set


def read_data_dates(draft: Draft, mentions: list[Mention], today: date) -> None:
    """First and last days to the files that they are said of; without one it is a claim on what was named before."""
    document = draft.document
    for bound in list(bounds_of(draft, today)):
        if mentions and (
            _of_these(document, mentions, bound.at)
            or (bound.sure and _after_a_file(document, mentions, bound.first))
            or _alone(document, mentions, bound.at)
        ):
            for mention in _targets(document, mentions, bound.first):
                _narrow(mention.item, bound)
                mention.spans += [min(bound.first, bound.at), max(bound.last, bound.at)]
            draft.use(bound.at)
        elif not mentions and document.turn and _of_data(document, bound.first):
            draft.claim("data.sources", {"path": None, bound.key: bound.day.isoformat()}, bound.first, bound.last)
            draft.use(bound.at)


def _narrow(item: dict[str, Any], bound: Bound) -> None:
    """The later of two first days holds, and the earlier of two last days."""
    day, known = bound.day.isoformat(), item.get(bound.key)
    item[bound.key] = day if known is None else max(day, known) if bound.key == "since" else min(day, known)


def read_ages(draft: Draft, mentions: list[Mention], today: date) -> None:
    """ "Nothing older than two years": an age bounds the first day that counts."""
    document = draft.document
    for i, token in enumerate(document.tokens):
        if (
            token.kind != "duration"
            or not draft.free(i)
            or float(token.value) < 86400
            or not mentions
            or not (_of_these(document, mentions, i) or document.norms(i - 2, i) == ["go", "back"])
        ):
            continue
        if (
            document.norms(i - 2, i) in (["older", "than"], ["younger", "than"], ["newer", "than"])
            or (document.norm(i + 1) == "old" and {"more", "than"} <= set(document.norms(i - 3, i)))
            or (document.norm(i - 1) == "back" and document.norm(i - 2) in ("go", "goes", "reach", "look"))
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


def _of_these(document: Document, mentions: list[Mention], i: int) -> bool:
    """Whether a date speaks of the data at all."""
    first, last = document.sentences[document.tokens[i].sentence]
    if any(first <= m.i < last for m in mentions):
        return True
    if EXISTS & set(document.norms(max(first, i - 6), i)) and not _of_data(document, i):
        return False  # "we have been open since 1998"
    return any(m.window[0] <= i <= m.window[1] for m in mentions) or _of_data(document, i)


def _after_a_file(document: Document, mentions: list[Mention], i: int) -> bool:
    """Whether a file was named in the two sentences before."""
    sentence = document.tokens[i].sentence
    return any(0 < sentence - document.tokens[m.i].sentence <= 2 for m in mentions)


def _alone(document: Document, mentions: list[Mention], i: int) -> bool:
    """ "… mails.jsonl. Mails from 2022 onwards." """
    first, last = document.sentences[document.tokens[i].sentence]
    words = {t.norm for t in document.tokens[first:last] if t.kind == "word"}
    said = bool(words & _NOUNS) or words <= _SMALL
    return last - first <= 7 and said and _after_a_file(document, mentions, i)


def _of_data(document: Document, i: int) -> bool:
    """Whether the sentence speaks of records and of taking them or leaving them."""
    words = set(document.norms(*document.sentences[document.tokens[i].sentence]))
    return bool(words & _NOUNS) and bool(words & _VERBS)


_NOUNS = (
    HOLDERS
    | OF_RECORDS
    | word_set(
        "anything everything nothing whatever ones older newer them those stays stuff data material answers written sent shots issues vintages "
        "notices declarations bulletins judgments sittings recordings publications"
    )
) - word_set("item items form forms list lists part parts call calls run runs order orders")
_SMALL = word_set(
    "take use keep count counts year years the of in please only just from to through until till since onwards on and later the up including"
)
_VERBS = word_set(
    "use only skip ignore leave take drop not before older count learn please just since until nothing out exclude train used than disregarded "
    "disregard stale wrong keep start stop limit useless no earlier later prior past counts wanted want alone"
)


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
