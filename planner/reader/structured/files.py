"""What the keys round a path say of that data: its role, the days it is taken from, what is left out."""

import re
from typing import Any, NamedTuple

from planner.claims import Claim
from planner.reader.draft import Draft
from planner.reader.structured.meaning import field_of
from planner.reader.structured.pairs import Pair
from planner.reader.tokens import number_of

_ROLES = ("tests", "preferences", "prompts", "documents", "code", "chats", "labels", "instructions")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NamedFile(NamedTuple):
    """A path that stands as the value of a key."""

    path: str
    role: str
    """Empty where the key does not say it."""
    since: str | None
    until: str | None
    exclude: list[str]
    quote: str


def named_files(text: str, pairs: list[Pair]) -> list[NamedFile]:
    """The data among the pairs."""
    labelled = any(field_of(pair.keys) == "label column" for pair in pairs)
    found = []
    for pair in pairs:
        field = field_of(pair.keys)
        if field not in (*_ROLES, "data"):
            continue
        beside = [one for one in pairs if one.keys[:-1] == pair.keys[:-1] and len(pair.keys) > 1]
        days = {
            field_of(one.keys[-1:]): one.value
            for one in beside
            if field_of(one.keys[-1:]) in ("since", "until") and _DAY.fullmatch(one.value)
        }
        left = [one.value for one in beside if field_of(one.keys[-1:]) == "exclude"]
        role = field if field != "data" else "labels" if labelled else ""
        for path in re.findall(r"[^\s,\[\]\"']+", pair.value):
            if re.search(r"/|\.\w{2,7}$", path) and not _is_number(path):
                found.append(
                    NamedFile(path, role or "", days.get("since"), days.get("until"), left, text[pair.start : pair.end])
                )
    return found


def heed_keys(draft: Draft, files: list[NamedFile]) -> None:
    """The sources as the reader of prose found them, with what the keys say of each, and those it did not find."""
    for file in files:
        said: dict[str, Any] = {"role": file.role} if file.role else {}
        said |= {"since": file.since, "until": file.until} if file.since or file.until else {}
        place = next(
            (
                i
                for i, one in enumerate(draft.claims)
                if one.path == "data.sources" and _same(file.path, str(one.value.get("path")))
            ),
            None,
        )
        old = draft.claims[place].value if place is not None else {"path": file.path}
        value = {**old, **said}
        if file.exclude:
            value["exclude"] = list(dict.fromkeys([*value.get("exclude", []), *file.exclude]))
        if place is not None:
            draft.claims[place] = draft.claims[place].model_copy(update={"value": value})
        else:
            draft.claims.append(Claim(path="data.sources", value=value, quote=file.quote, turn=draft.document.turn))


def _same(one: str, other: str) -> bool:
    return one.rstrip("/").lower() == other.rstrip("/").lower()


def _is_number(text: str) -> bool:
    try:
        number_of(text)
    except ValueError:
        return False
    return True
