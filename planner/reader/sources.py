"""Which files to learn from: their paths, their use, what is taken and left out of them, and their dates."""

from datetime import date

from planner.reader.data_dates import read_ages, read_data_dates
from planner.reader.draft import Draft
from planner.reader.finding_files import find_files
from planner.reader.leaving_out import leave_out
from planner.reader.mention import Mention
from planner.reader.parts import read_parts
from planner.reader.roles import role_of, said_roles
from planner.reader.unreachable import read_unreachable


def read_sources(draft: Draft, today: date, task: str | None) -> None:
    document = draft.document
    mentions = find_files(draft)
    hits = said_roles(document)
    leave_out(draft, mentions)
    kept = [m for m in mentions if m.out is None]
    for mention in kept:
        role = role_of(document, hits, mention.path, mention.i, mention.window, task)
        if role is not None:
            mention.item["role"] = role
    _distinct_roles(kept)
    read_data_dates(draft, kept, today)
    read_ages(draft, kept, today)
    read_parts(draft, [(m.path, m.i, m.window, m.item, m.spans) for m in kept])
    for mention in _merged(kept):
        low, high = min([mention.i, *mention.spans]), max([mention.i, *mention.spans])
        draft.claim("data.sources", {"path": mention.path, **mention.item}, low, high)
    if not kept:
        read_unreachable(draft)


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


def _distinct_roles(mentions: list[Mention]) -> None:
    """Where all files of a list share one sentence, a role found for the strongest does not spread to the others."""
    tests = [m for m in mentions if m.item.get("role") == "tests"]
    if len(tests) == len(mentions) == 1:
        # a lone file can't be kept away from training unless the words are clear; they were
        return
