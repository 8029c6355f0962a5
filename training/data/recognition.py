"""What a file holds, told from a sample of its records: its role, how sure that is, what each column means, and why."""

import json
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
_VERDICTS = frozenset(
    {"true", "false", "0", "1", "0.0", "1.0", "-1", "-1.0", "good", "bad", "up", "down", "yes", "no", "right", "wrong"}
)
_SPEAKER_KEYS = ("role", "from", "speaker", "author", "sender", "who", "name", "user")
_TRANSCRIPT = re.compile(
    r"^\s*(?P<who>(?i:customer|client|user|agent|support|assistant|bot|operator|visitor|advisor|human|ai|tool|system|caller|representative|kunde|cliente|agente))\s*:\s?(?P<text>.*)$"
)
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
    asks = found.role in ("instructions", "labels", "chats")
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
    if turns and (score := _score_column(sample, names)):
        return Recognition(
            "preferences", 0.85, {"messages": turns, "score": score}, f"`{score}` judges what `{turns}` ends in"
        )
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
    if pair and (score := _score_column(sample, names)):
        reads = {"user": pair[0], "assistant": pair[1], "score": score}
        return Recognition("preferences", 0.85, reads, f"`{score}` judges `{pair[1]}` as an answer to `{pair[0]}`")
    if nested := _instances(sample, strings):
        return nested
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
    if user is None or columns.plain(user) not in columns.USER[:12]:
        # Actions and replies are logged beside the talk so far, kept as text under any name.
        talks = (
            name
            for name in strings
            if name != assistant and any(is_turns(as_turns(fields.get(name))) for fields in sample[:40])
        )
        user = next(talks, user)
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
        if columns.plain(name) in (word, f"{word}s") or columns.plain(name).endswith(f"_{word}")
    ]
    unnamed = [name for name in flat_names if name not in named and len(names) == 2]
    for name in [*dict.fromkeys(named), *unnamed]:
        given = [fields[name] for fields in sample if fields.get(name) not in (None, "", [])]
        values = ["; ".join(value) if isinstance(value, list) else str(value) for value in given]
        if len(values) < 0.6 * len(sample) or (any(isinstance(value, bool) for value in given) and len(names) > 3):
            continue
        classes = len({part for value in given for part in (value if isinstance(value, list) else [str(value)])})
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


def _score_column(sample: Sequence[dict[str, Any]], names: list[str]) -> str | None:
    """A column of true and false, or of zero and one: someone's verdict on the answer."""
    for name in names:
        if columns.plain(name) in columns.SCORE:
            values = [fields.get(name) for fields in sample if fields.get(name) not in (None, "")]
            if values and all(str(value).lower() in _VERDICTS for value in values):
                return name
    return None


def _instances(sample: Sequence[dict[str, Any]], strings: list[str]) -> Recognition | None:
    """Self-Instruct's nesting: an instruction with a list of inputs and outputs (https://github.com/yizhongw/self-instruct)."""
    for fields in sample[:1]:
        inner = fields.get("instances")
        if (
            "instruction" in strings
            and isinstance(inner, list)
            and inner
            and isinstance(inner[0], dict)
            and "output" in inner[0]
        ):
            return Recognition(
                "instructions",
                0.9,
                {"user": "instruction", "instances": "instances"},
                "`instruction` with `instances` of input and output",
            )
    return None


def _is_nested(sample: Sequence[dict[str, Any]], name: str) -> bool:
    """Whether a column holds more than single values; a list of words (several classes) does not."""
    values = [fields.get(name) for fields in sample]
    return any(
        isinstance(v, dict) or (isinstance(v, list) and not all(isinstance(part, str) for part in v)) for v in values
    )


def _turns_column(sample: Sequence[dict[str, Any]], names: list[str]) -> str | None:
    for name in names:
        values = [fields.get(name) for fields in sample if fields.get(name)]
        if (
            values
            and sum(is_turns(as_turns(value)) for value in values) >= 0.6 * len(values)
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


def as_turns(value: Any) -> Any:
    """A talk that stands in a column as text: JSON, or a transcript with a speaker a line; anything else as it is."""
    if not isinstance(value, str) or len(value) > 1_000_000:
        return value
    start = value.lstrip()[:2]
    if start.startswith(("[{", "[ ", "[\n")):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    matches = [_TRANSCRIPT.match(line) for line in value.split("\n")]
    if not matches[0] or len({match["who"].lower() for match in matches if match}) < 2:
        return value
    turns: list[dict[str, Any]] = []
    for line, match in zip(value.split("\n"), matches, strict=True):
        if match:
            turns.append({"speaker": match["who"], "content": match["text"]})
        else:
            turns[-1]["content"] += "\n" + line
    return turns


def said_key(turn: dict[str, Any]) -> str | None:
    """The key of a turn under which its words stand."""
    return next((key for key in _SAID_KEYS if isinstance(turn.get(key), str) or _parts(turn.get(key))), None)


def said(turn: dict[str, Any]) -> str:
    """What is said in a turn; parts of a multi-part message are joined, thoughts and tool calls among them left out."""
    key = said_key(turn)
    value = turn.get(key) if key else ""
    if isinstance(value, list):
        return "\n".join(
            str(part.get("text") or part.get("value") or "") for part in value if part.get("type", "text") == "text"
        )
    return str(value)


def _parts(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(part, dict) and ("text" in part or "value" in part) for part in value)
    )


def speaker_key(turn: dict[str, Any]) -> str | None:
    """The key of a turn that says who speaks."""
    said = said_key(turn)
    return next((key for key in _SPEAKER_KEYS if key != said and isinstance(turn.get(key), str | bool)), None)
