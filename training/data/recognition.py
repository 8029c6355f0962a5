"""What a file holds, told from a sample of its records: its role, how sure that is, what each column means, and why."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from training.data import columns

SAMPLE = 200
"""Records looked at."""
_TEST_NAME = re.compile(
    r"(?:^|[\W_])(?:tests?|evals?|evaluation|held[\W_]?out|holdout|acceptance|golden|benchmark)(?:$|[\W_])",
    re.IGNORECASE,
)
_SPEAKER_KEYS = ("role", "from", "speaker", "author", "sender", "who", "name", "user")
_SAID_KEYS = ("content", "value", "text", "message", "body", "utterance")


class Recognition(NamedTuple):
    """A judgement on one file."""

    role: str
    """One of the contract's roles."""
    confidence: float
    """0..1"""
    reads: dict[str, str]
    """What a record is read as (`user`, `assistant`, `label`, `text`, `messages`, `chosen` …) to the column's name."""
    why: str


def recognise(name: str, kind: str, sample: Sequence[dict[str, Any]]) -> Recognition:
    """Judge a file by its name, format and first records (as the reader gave them)."""
    found = _by_content(kind, sample[:SAMPLE])
    folders = PurePosixPath(name)
    asks = found.role in ("instructions", "labels", "chats", "preferences")
    if (asks and _TEST_NAME.search(re.sub(r"(?:\.\w{1,5}){1,2}$", "", folders.name))) or (
        asks and any(_TEST_NAME.fullmatch(part) for part in folders.parts[:-1])
    ):
        return found._replace(
            role="tests",
            confidence=min(found.confidence, 0.8),
            why=f"{found.why}; its name says that it is for testing",
        )
    return found


def _by_content(kind: str, sample: Sequence[dict[str, Any]]) -> Recognition:
    if kind == "code":
        return Recognition("code", 0.99, {"text": "text"}, "source code, by its name")
    if not sample:
        return Recognition("documents", 0.0, {}, "nothing could be read")
    names = _common(sample)
    turns = _turns_column(sample, names)
    chosen, rejected = columns.best(names, columns.CHOSEN), columns.best(names, columns.REJECTED)
    if chosen and rejected:
        reads = {"chosen": chosen, "rejected": rejected}
        asked = turns or columns.best(names, columns.USER, without=frozenset({chosen, rejected}))
        if asked:
            reads["user" if asked != turns else "messages"] = asked
        return Recognition("preferences", 0.97, reads, f"`{chosen}` and `{rejected}`: a better and a worse answer")
    if turns:
        return Recognition("chats", 0.97, {"messages": turns}, f"`{turns}` holds turns of a talk")
    strings = [name for name in names if _is_text(sample, name)]
    if kind in ("eml", "mbox"):
        return Recognition("documents", 0.8, {"text": "text", "title": "subject"}, "e-mails")
    return _of_columns(sample, names, strings)


def _of_columns(sample: Sequence[dict[str, Any]], names: list[str], strings: list[str]) -> Recognition:
    if len(strings) == 1 and strings[0] == "text" and len(sample) <= 1 and set(names) <= {"text", "title", "published"}:
        return Recognition("documents", 0.95, {"text": "text"}, "running text")
    pair = _pair(sample, strings)
    label = _label_column(sample, names, strings)
    if pair and not (label and pair[1] == label[0]):
        user, assistant = pair
        reads = {"user": user, "assistant": assistant}
        if (
            columns.plain(user) == "instruction"
            and (given := columns.best(strings, ("input", "context")))
            and given not in pair
        ):
            reads["given"] = given
        elif (context := columns.best(strings, columns.CONTEXT)) and context not in pair:
            reads["context"] = context
        if (
            (subject := columns.best(strings, columns.SUBJECT))
            and subject not in pair
            and columns.plain(user) in ("body", "description", "message")
        ):
            reads["subject"] = subject
        if (system := columns.best(strings, columns.SYSTEM)) and system not in pair:
            reads["system"] = system
        return Recognition("instructions", 0.95, reads, f"`{user}` is asked and `{assistant}` answers")
    if label:
        name, classes, text = label
        reads = {"user": text, "label": name}
        if (subject := columns.best(strings, columns.SUBJECT)) and subject != text:
            reads["subject"] = subject
        return Recognition("labels", 0.93, reads, f"`{name}` puts `{text}` into {classes} classes")
    if not strings:
        return Recognition("documents", 0.3, {}, "a table of facts: no column holds running text")
    if (
        len(names) == 1
        and len(sample) > 3
        and not any(" " in str(fields.get(names[0], "")).strip() for fields in sample)
    ):
        return Recognition("documents", 0.2, {}, "a list of names")
    only = columns.best(strings, columns.TEXT) or max(strings, key=lambda name: _length(sample, name))
    flat = columns.plain(only)
    rows = len(sample)
    if flat in ("prompt", "question", "query", "instruction") and rows > 1:
        return Recognition("prompts", 0.85, {"user": only}, f"`{only}` asks and nothing answers")
    reads = {"text": only}
    if (title := columns.best(names, columns.SUBJECT)) and title != only:
        reads["title"] = title
    return Recognition("documents", 0.85 if rows > 1 else 0.7, reads, f"`{only}` is running text")


def _common(sample: Sequence[dict[str, Any]]) -> list[str]:
    """Columns that at least a third of the sample has, in their order."""
    counts = Counter(name for fields in sample for name in fields)
    return [name for name, count in counts.items() if count * 3 >= len(sample)]


def _is_text(sample: Sequence[dict[str, Any]], name: str) -> bool:
    flat = columns.plain(name)
    if (
        columns.IDENT.search(flat)
        or (columns.CUSTOMER.search(flat) and flat not in ("customer", "user"))
        or columns.PERSON.search(flat)
    ):
        return False
    values = [fields[name] for fields in sample if name in fields and fields[name] not in (None, "")]
    texts = [
        value
        for value in values
        if isinstance(value, str)
        and re.search(r"[^\W\d_]{2}", value)
        and not re.match(r"https?://\S+$|\d{4}-\d\d-\d\d", value)
    ]
    return bool(values) and len(texts) >= 0.5 * len(values)


def _length(sample: Sequence[dict[str, Any]], name: str) -> float:
    values = [str(fields.get(name) or "") for fields in sample]
    return sum(map(len, values)) / max(1, len(values))


def _pair(sample: Sequence[dict[str, Any]], strings: list[str]) -> tuple[str, str] | None:
    assistant = columns.best(strings, columns.ASSISTANT)
    if assistant is None:
        return None
    user = columns.best(strings, columns.USER, without=frozenset({assistant}))
    if user is None:
        return None
    # A source text beside its summary or translation: any text column can be the one that is asked about.
    return user, assistant


def _label_column(
    sample: Sequence[dict[str, Any]], names: list[str], strings: list[str]
) -> tuple[str, int, str] | None:
    """(column, number of classes, text column)."""
    text = columns.best(strings, columns.TEXT) or (max(strings, key=lambda n: _length(sample, n)) if strings else None)
    if text is None or len(sample) < 2:
        return None
    flat_names = [name for name in names if name != text and not _is_nested(sample, name)]
    named = [
        name
        for word in columns.LABEL
        for name in flat_names
        if columns.plain(name) == word or columns.plain(name).endswith(f"_{word}")
    ]
    unnamed = [name for name in flat_names if name not in named and len(names) == 2]
    for name in [*dict.fromkeys(named), *unnamed]:
        values = [str(fields[name]) for fields in sample if fields.get(name) not in (None, "")]
        if len(values) < 0.6 * len(sample):
            continue
        classes = len(set(values))
        short = sum(map(len, values)) / len(values) <= 40 and all(len(value) <= 120 for value in values)
        repeated = classes <= max(2, 0.6 * len(values)) if len(values) > 10 else classes < len(values) or name in named
        if name in unnamed and (
            columns.IDENT.search(columns.plain(name))
            or classes > 0.5 * len(values)
            or _length(sample, text) < 1.5 * _length(sample, name)
        ):
            continue
        if short and repeated and classes >= 2:
            return name, classes, text
    return None


def _is_nested(sample: Sequence[dict[str, Any]], name: str) -> bool:
    return any(isinstance(fields.get(name), dict | list) for fields in sample)


def _turns_column(sample: Sequence[dict[str, Any]], names: list[str]) -> str | None:
    for name in names:
        values = [fields.get(name) for fields in sample if fields.get(name)]
        if (
            values
            and sum(is_turns(value) for value in values) >= 0.6 * len(values)
            and columns.plain(name) not in ("tools", "functions")
        ):
            return name
    return None


def is_turns(value: Any) -> bool:
    """Whether a value is a list of turns, each with what was said (and mostly by whom)."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(turn, dict) and said_key(turn) for turn in value)
        and sum(bool(speaker_key(turn)) for turn in value) * 2 >= len(value)
    )


def said_key(turn: dict[str, Any]) -> str | None:
    """The key of a turn under which its words stand."""
    return next((key for key in _SAID_KEYS if isinstance(turn.get(key), str)), None)


def speaker_key(turn: dict[str, Any]) -> str | None:
    """The key of a turn that says who speaks."""
    said = said_key(turn)
    return next((key for key in _SPEAKER_KEYS if key != said and isinstance(turn.get(key), str | bool)), None)
