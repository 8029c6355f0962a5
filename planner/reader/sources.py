"""Which files to learn from: their paths, their use, what is taken and left out of them, and their dates."""

from datetime import date

from planner.claims import Dispute
from planner.reader.data_dates import read_ages, read_data_dates
from planner.reader.draft import Draft
from planner.reader.evidence import evidence_of
from planner.reader.finding_files import find_files
from planner.reader.leaving_out import leave_out
from planner.reader.mention import Mention
from planner.reader.parts import find_parts, place_parts
from planner.reader.roles import role_of
from planner.reader.unreachable import read_unreachable
from planner.reader.words import word_set


def read_sources(draft: Draft, today: date, task: str | None) -> None:
    document = draft.document
    mentions = find_files(draft)
    leave_out(draft, mentions)
    kept = [m for m in mentions if m.out is None]
    parts = find_parts(draft, kept)
    aside = {i for part in parts for i in range(part.low, part.high + 1)}
    for mention in kept:
        role = role_of(document, mention.path, mention.i, mention.window, task, aside)
        if role is not None:
            mention.item["role"] = role
    _lone_test(draft, kept, aside, task)
    place_parts(draft, kept, parts)
    read_data_dates(draft, kept, today)
    read_ages(draft, kept, today)
    _trained_tests(draft, kept)
    for mention in _merged(kept):
        low, high = min([mention.i, *mention.spans]), max([mention.i, *mention.spans])
        draft.claim("data.sources", {"path": mention.path, **mention.item}, low, high)
    if not kept:
        read_unreachable(draft)


def _trained_tests(draft: Draft, mentions: list[Mention]) -> None:
    """A file that is kept for the test and named again to train on: both can't be had."""
    document = draft.document
    for test in mentions:
        for other in mentions:
            same = other is not test and other.path.lower() == test.path.lower()
            ahead = document.norms(other.i - 6, other.i)
            trains = {"train", "learn", "learns", "trained"} & set(ahead) and not word_set(
                "never not dont no without mustnt"
            ) & set(ahead)
            if same and test.item.get("role") == "tests" and trains and not document.turn:
                draft.disputes.append(
                    Dispute(
                        fields=["data.sources"],
                        problem=f"`{test.path}` is kept for the test and is also to be trained on.",
                        suggestion="Keep it for the test, or name other questions to judge the model with.",
                        quotes=[document.quote(test.i, test.i), document.quote(max(0, other.i - 3), other.i)],
                    )
                )
                return


def _merged(mentions: list[Mention]) -> list[Mention]:
    """A file that is named twice is one source with what both places say of it."""
    first: dict[str, Mention] = {}
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


def _lone_test(draft: Draft, mentions: list[Mention], aside: set[int], task: str | None) -> None:
    """A lone file is there to learn from, unless the words clearly keep it for the test."""
    tests = [m for m in mentions if m.item.get("role") == "tests"]
    if len(tests) != 1 or len(mentions) != 1 or draft.document.turn or len(draft.document.files) > 1:
        return
    lone = tests[0]
    weight = evidence_of(draft.document, lone.i, lone.window, aside).get("tests", 0.0)
    if weight < 2.6:
        role = role_of(draft.document, lone.path, lone.i, lone.window, task, aside, without=("tests",))
        del lone.item["role"]
        if role is not None:
            lone.item["role"] = role
