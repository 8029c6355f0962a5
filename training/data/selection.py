"""What the request takes in and leaves out: phrases in plain words, and days.

A phrase is tried on the file's name and folders, then on a record's short columns (department, channel), then on
its title and text; "before 2025" and its like in it are read as days. What matched what is counted and reported.
"""

import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from training.data import columns
from training.spec.spec import Source

_IDLE = frozenset(
    """the a an all any every only just of in on at to for from with and or our your my their its that this these those which are is was were be please
    files file folder folders directory documents document docs doc page pages data records record ones one anything everything stuff older newer old than
    before after since until till by about mentioning mention containing contain labelled labeled tagged marked not no leave out ignore skip except
    under inside called named csv pdf year years""".split()
)
_DAY = (
    r"(?P<day>\d{4}-\d{2}-\d{2}|(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{4}|\d{4})"
)
_BEFORE = re.compile(
    rf"\b(?:(?:from )?before|older than|prior to|earlier than|up to|until|till)\s+(?:the (?:year )?)?{_DAY}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:(?:from )?after|newer than|later than|since|from)\s+(?:the (?:year )?)?{_DAY}", re.IGNORECASE
)
_IN_YEAR = re.compile(r"\b(?:in|of|from|during)\s+(?P<day>\d{4})\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ROLE_WORDS = {
    "chat": "chats", "chats": "chats", "conversation": "chats", "conversations": "chats", "talk": "chats", "talks": "chats", "dialog": "chats",
    "ticket": "instructions", "tickets": "instructions", "email": "instructions", "emails": "instructions", "message": "chats", "messages": "chats",
    "code": "code", "manual": "documents", "manuals": "documents",
}  # fmt: skip


class Phrase(NamedTuple):
    """A phrase of the request, taken apart."""

    text: str
    words: frozenset[str]
    first: date | None
    """Days from here on fit it."""
    last: date | None
    """Days up to here fit it."""


def parsed(text: str) -> Phrase:
    """What a phrase asks for: words to find, and days."""
    rest, first, last = text, None, None
    if match := _BEFORE.search(text):
        day, _ = _days(match["day"])
        inclusive = match[0].lower().startswith(("up to", "until", "till"))
        last = _days(match["day"])[1] if inclusive else date.fromordinal(day.toordinal() - 1)
        rest = rest.replace(match[0], " ")
    elif match := _AFTER.search(text):
        begin, end = _days(match["day"])
        if (
            match[0].lower().startswith("from")
            and "after" not in match[0].lower()
            and re.fullmatch(r"\d{4}", match["day"])
        ):
            first, last = begin, end
        else:
            first = begin if match[0].lower().startswith(("since", "from")) else date.fromordinal(end.toordinal() + 1)
        rest = rest.replace(match[0], " ")
    elif match := _IN_YEAR.search(text):
        first, last = _days(match["day"])
        rest = rest.replace(match[0], " ")
    words = frozenset(_stem(word) for word in re.findall(r"[^\W_]+", rest.lower()) if word not in _IDLE)
    return Phrase(text, words, first, last)


def _days(text: str) -> tuple[date, date]:
    """First and last day of what is named: a day, a month or a year."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return date.fromisoformat(text), date.fromisoformat(text)
    year = int(text[-4:])
    parts = text[:-4].split()
    if not parts:
        return date(year, 1, 1), date(year, 12, 31)
    month = _MONTHS.index(parts[-1][:3].lower()) + 1
    if len(parts) == 2:
        return date(year, month, int(parts[0])), date(year, month, int(parts[0]))
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(following.toordinal() - 1)


def _stem(word: str) -> str:
    """Plural and singular are one."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class Selector:
    """Says for each file and record of one source whether the request takes it; counts what its phrases matched."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.include = [parsed(text) for text in source.include]
        self.exclude = [parsed(text) for text in source.exclude]
        self.matched: dict[str, Counter[str]] = {text: Counter() for text in [*source.include, *source.exclude]}
        self.undated = 0

    def file_left_out(self, name: str) -> str:
        """Why a whole file is left out; empty where it isn't, or where its records must be looked at."""
        for phrase in self.exclude:
            if _names(phrase, name) and phrase.first is None and phrase.last is None:
                self.matched[phrase.text]["files"] += 1
                return f"left out at your request: “{phrase.text}”"
        return ""

    def record_left_out(self, name: str, role: str, fields: dict[str, Any], day: str | None) -> str:
        """Why a record is left out; empty where it isn't."""
        when = date.fromisoformat(day) if day else None
        if self.source.since or self.source.until:
            if when is None:
                self.undated += 1
            elif self.source.since and when < self.source.since:
                return f"left out at your request: dated {day}, before {self.source.since}"
            elif self.source.until and when > self.source.until:
                return f"left out at your request: dated {day}, after {self.source.until}"
        for phrase in self.exclude:
            if how := _fits(phrase, name, role, fields, when):
                self.matched[phrase.text][how] += 1
                return f"left out at your request: “{phrase.text}” ({how})"
        if not self.include:
            return ""
        for phrase in self.include:
            if how := _fits(phrase, name, role, fields, when):
                self.matched[phrase.text][how] += 1
                return ""
        return "left out at your request: it fits none of " + ", ".join(f"“{phrase.text}”" for phrase in self.include)

    def report(self) -> dict[str, Any]:
        """What each phrase matched; one that matched nothing is told by an empty entry."""
        told: dict[str, Any] = {text: dict(sorted(counts.items())) for text, counts in self.matched.items()}
        if self.undated:
            told["records without a date, kept"] = self.undated
        return told


def _names(phrase: Phrase, name: str) -> bool:
    """Whether a phrase names a file: by its very name, or with all its words in the path."""
    path = PurePosixPath(name.lower())
    wanted = phrase.text.lower().strip().strip("/")
    for mentioned in re.findall(r"[\w\-./*]+\.\w{1,5}\b", wanted):
        if path.match(mentioned) or path.name == mentioned or name.lower().endswith("/" + mentioned):
            return True
    if re.search(r"[\w\-]\.\w{1,5}\b", wanted) and len(wanted.split()) == 1:
        return False
    if wanted in path.parts or any(
        fragment in path.parts for fragment in (re.sub(r"^(?:the )?(.+?) folder$", r"\1", wanted),)
    ):
        return True
    words = {_stem(word) for word in re.findall(r"[^\W_]+", re.sub(r"\.\w{1,5}(\.gz)?$", "", name.lower()))}
    return bool(phrase.words) and phrase.words <= words


def _fits(phrase: Phrase, name: str, role: str, fields: dict[str, Any], when: date | None) -> str:
    """How a record fits a phrase: `file`, `column`, `text`, `date`; empty where it doesn't."""
    if phrase.first is not None or phrase.last is not None:
        if when is None or (phrase.first and when < phrase.first) or (phrase.last and when > phrase.last):
            return ""
        topic = frozenset(word for word in phrase.words if word not in {_stem(word) for word in _ROLE_WORDS})
        return "date" if not topic or _words_found(topic, name, fields) else ""
    if _names(phrase, name):
        return "file"
    if not phrase.words:
        return ""
    if {_ROLE_WORDS[word] for word in phrase.text.lower().split() if word in _ROLE_WORDS} == {role} and all(
        word in {_stem(w) for w in _ROLE_WORDS} for word in phrase.words
    ):
        return "role"
    return _words_found(phrase.words, "", fields)


def _words_found(words: frozenset[str], name: str, fields: dict[str, Any]) -> str:
    if name and _names(Phrase(" ".join(words), words, None, None), name):
        return "file"
    for column, value in fields.items():
        if isinstance(value, str) and len(value) <= 40 and not columns.IDENT.search(columns.plain(column)):
            said = {
                _stem(word)
                for word in re.findall(
                    r"[^\W_]+", f"{value} {column if value.lower() in ('true', 'yes', '1') else ''}".lower()
                )
            }
            if words <= said:
                return "column"
    texts = _text_of(fields).lower()
    found = [_stem(word) for word in re.findall(r"[^\W_]+", texts[:20_000])]
    if not words <= set(found):
        return ""
    if len(words) == 1:
        return "text"
    for place, word in enumerate(found):  # the words of a phrase stand near one another where it is meant
        if word in words and words <= set(found[place : place + 3 * len(words) + 4]):
            return "text"
    return ""


def _text_of(fields: dict[str, Any]) -> str:
    from training.data.record import strings

    return "\n".join(text for _, text in strings(fields))


_ISO = re.compile(r"(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
_NATIONAL = re.compile(r"(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>(?:19|20)?\d\d)")
_WORDY = re.compile(
    r"(?:(?P<d>\d{1,2})\.? )?(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: (?P<d2>\d{1,2})(?:st|nd|rd|th)?,?)? (?P<y>(?:19|20)\d\d)",
    re.IGNORECASE,
)


def day_of(fields: dict[str, Any]) -> str | None:
    """The day of a record, ISO, from the column that is named for it or from its first turn."""
    for name, value in fields.items():
        if (
            isinstance(value, str | int | float)
            and value
            and columns.DATE.search(columns.plain(str(name)).replace("_", " "))
            and (found := as_day(value))
        ):
            return found
    for value in fields.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for key in ("time", "timestamp", "ts", "date", "created_at"):
                if (stamp := value[0].get(key)) and isinstance(stamp, str | int | float) and (found := as_day(stamp)):
                    return found
    return None


def as_day(value: str | int | float) -> str | None:
    """A date in one of the usual spellings, or seconds since 1970, as an ISO day."""
    if isinstance(value, int | float) or re.fullmatch(r"\d{10}(?:\.\d+)?|\d{13}", value):
        seconds = float(value)
        seconds = seconds / 1000 if seconds > 1e11 else seconds
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if 3e8 < seconds < 4e9 else None
    if match := _ISO.search(value):
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    elif match := _NATIONAL.search(value):
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        year += 2000 if year < 100 else 0
        if month > 12 or (day <= 12 and "/" in match[0]):
            day, month = month, day  # slashes are the American order
        if month > 12:
            day, month = month, day
    elif match := _WORDY.search(value):
        year, month, day = (
            int(match["y"]),
            _MONTHS.index(match["m"].lower()[:3]) + 1,
            int(match["d"] or match["d2"] or 1),
        )
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
