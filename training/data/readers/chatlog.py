"""Chats exported as text, the way messengers and IRC write them: stamped lines with a speaker.

A record is a stretch of talk; a long silence begins the next one.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from training.data.readers.lines import decoded_lines
from training.data.record import Raw

SILENCE_HOURS = 12
MAX_TURNS = 200
_DATE = r"(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4})"
_TIME = r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?:[\s\u202f]?[APap]\.?[Mm]\.?)?)"
_LINES = (
    # WhatsApp, Signal, Telegram: `[12/03/2024, 09:15:02] Ana: hello` or `12.03.24, 09:15 - Ana: hello`
    re.compile(rf"^\u200e?\[?{_DATE}[,T]?\s+{_TIME}\]?\s*(?:[-–]\s*)?(?P<who>[^:\n]{{1,60}}?):\s(?P<text>.*)$"),
    # IRC: `[09:15] <ana> hello`, `2024-03-12 09:15 <ana> hello`, `<ana> hello`
    re.compile(rf"^(?:\[?(?:{_DATE}[ T])?{_TIME}\]?\s+)?<[@+ ]?(?P<who>[^>\s]{{1,40}})>\s(?P<text>.*)$"),
    # Teams and help desks: `09:15 Agent: hello`, `(09:15) Agent: hello`
    re.compile(rf"^[\[(]?{_TIME}[\])]?\s+(?:[-–]\s*)?(?P<who>[A-Z][^:\n<>]{{0,40}}?):\s(?P<text>.*)$"),
    # `Customer: hello`
    re.compile(r"^(?P<who>(?i:customer|client|user|agent|support|assistant|bot|operator|visitor|advisor|human|ai)(?: ?\d+)?)\s*:\s(?P<text>.*)$"),
)  # fmt: skip
_NOTICE = re.compile(
    rf"^(?:={{3,}}|\*{{3}}|-->|<--|-!-|\u200e?\[?{_DATE}[,T]?\s+{_TIME}\]?\s*(?:[-–]\s*)?[^:]*$|\[{_TIME.replace('?P<time>', '?:')}\]\s+(?:\*|-|=))"
)


def is_chatlog(lines: list[str]) -> bool:
    """Whether these first lines of a file are messages with a speaker each."""
    texts = [line.rstrip() for line in lines if line.strip()][:60]
    if len(texts) < 2:
        return False
    for pattern in _LINES:
        found = [match for match in map(pattern.match, texts) if match]
        speakers = {match["who"].strip() for match in found}
        notices = sum(bool(_NOTICE.match(text)) for text in texts)
        if (
            len(found) >= 2
            and len(found) + notices >= 0.6 * len(texts)
            and 2 <= len(speakers) <= max(2, 0.8 * len(found))
        ):
            return True
    return False


def read_chatlog(file: BinaryIO, encoding: str) -> Iterator[Raw]:
    """Stretches of talk, each `{"messages": [{"speaker", "content", "time"}]}`, with the line of the first message."""
    turns: list[dict[str, Any]] = []
    start = index = 0
    last: datetime | None = None
    for line, text in decoded_lines(file, encoding):
        text = text.rstrip("\r\n")
        if not text.strip():
            if turns and "time" not in turns[-1] and len(turns) > 1:
                yield Raw(index, start, {"messages": turns})  # undated talks are set apart by blank lines
                turns, index = [], index + 1
            continue
        match = next((match for match in (pattern.match(text) for pattern in _LINES) if match), None)
        if match is None:
            if turns and not _NOTICE.match(text):
                turns[-1]["content"] += "\n" + text
            continue
        found = match.groupdict()
        turn: dict[str, Any] = {"speaker": found["who"].strip(), "content": found["text"].strip()}
        stamp = " ".join(part for part in (found.get("date"), found.get("time")) if part)
        if stamp:
            turn["time"] = stamp
        when = _when(found.get("date"), found.get("time"))
        silent = when is not None and last is not None and abs((when - last).total_seconds()) > SILENCE_HOURS * 3600
        if turns and (silent or len(turns) >= MAX_TURNS):
            yield Raw(index, start, {"messages": turns})
            turns, index = [], index + 1
        if not turns:
            start = line
        turns.append(turn)
        last = when or last
    if turns:
        yield Raw(index, start, {"messages": turns})


def _when(date: str | None, time: str | None) -> datetime | None:
    if not date:
        return None
    parts = [int(part) for part in re.split(r"[./-]", date)]
    try:
        if parts[0] > 31:
            year, month, day = parts
        else:
            day, month, year = parts
            if month > 12:
                day, month = month, day
        hour = int(re.match(r"\d+", time)[0]) if time else 0  # type: ignore[index]
        return datetime(year + 2000 if year < 100 else year, month, day, min(hour, 23))
    except (ValueError, TypeError):
        return None
