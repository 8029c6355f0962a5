"""Copies of what was kept already: exact by key, near by signature and a look at the kept record itself."""

import json
from collections import OrderedDict
from typing import NamedTuple, TextIO

from training.data.content import Content, content_of
from training.data.near import Index, Prepared, Vocabulary, is_prose, prepare, same_but_for_slips
from training.data.normal import key, loose_key
from training.data.record import Record

MOST_CANDIDATES = 60
"""A record like very many others (one canned answer) is compared with this many of them, the nearest in the file first."""
CACHED = 4000
SHORTEST = 20
"""Characters below which nothing is a near-duplicate: a word more or less changes everything."""


class _Ready(NamedTuple):
    asked: Prepared
    answered: Prepared
    sketch: object | None
    """Null where there is too little text for an overlap to mean something."""


class Duplicates:
    """Remembers kept records; each text itself is read back from kept.jsonl when it is a candidate."""

    def __init__(self, kept: TextIO, *, near: bool) -> None:
        self._kept = kept
        self._first: dict[bytes, tuple[str, int]] = {}
        self._index = Index() if near else None
        self._place: list[int] = []
        self._name: list[tuple[str, int]] = []
        self._cache: OrderedDict[int, tuple[Prepared, Prepared, str]] = OrderedDict()
        self._vocabulary = Vocabulary()
        self._now: tuple[Content, _Ready] | None = None

    def exact(self, record: Record, content: Content) -> tuple[str, int] | None:
        """The kept record that this one repeats."""
        return self._first.get(_key(record, content))

    def near(self, record: Record, content: Content) -> tuple[str, int] | None:
        """The kept record that this one nearly repeats, with the same answer or label."""
        if self._index is None or len(content.whole) < SHORTEST:
            return None
        ready = self._prepared(content)
        if ready.sketch is None:
            return None
        kind = _family(record)
        for number in reversed(self._index.candidates(ready.sketch)[-MOST_CANDIDATES:]):
            other_asked, other_answered, other_kind = self._kept_before(number)
            if other_kind == kind and self._same(ready.asked, other_asked, ready.answered, other_answered, record):
                return self._name[number]
        return None

    def _prepared(self, content: Content) -> "_Ready":
        """What a comparison needs; a record that is kept is looked at once for both its comparison and its keeping."""
        if self._now is None or self._now[0] is not content:
            asked, answered = prepare(content.asked), prepare(content.answered)
            self._now = (content, _Ready(asked, answered, _signature(asked, answered, content.given)))
        return self._now[1]

    def _same(
        self, asked: Prepared, other_asked: Prepared, answered: Prepared, other_answered: Prepared, record: Record
    ) -> bool:
        if "label" in record.reads and answered.words != other_answered.words:
            return False
        if not same_but_for_slips(asked, other_asked, self._vocabulary):
            return False
        if bool(answered.words) != bool(other_answered.words):
            return False
        if answered.words == other_answered.words:
            return True
        # Codes, numbers and commands are right or wrong to the letter; only answers in prose may differ by a slip.
        return is_prose(answered.words) and same_but_for_slips(answered, other_answered, self._vocabulary)

    def remember(self, record: Record, content: Content, safe: Content, place: int) -> None:
        """Take in a kept record; `place` is where its line begins, `safe` is its content without private data."""
        self._first[_key(record, content)] = (record.source, record.index)
        if self._index is None or record.role == "code" or len(safe.whole) < SHORTEST:
            return
        ready = self._prepared(safe)
        self._vocabulary.add(ready.asked.words[:4000] + ready.answered.words[:4000])
        if ready.sketch is not None:
            number = len(self._place)
            self._place.append(place)
            self._name.append((record.source, record.index))
            self._index.add(number, ready.sketch)
            self._cache[number] = (ready.asked, ready.answered, _family(record))
            if len(self._cache) > CACHED:
                self._cache.popitem(last=False)

    def _kept_before(self, number: int) -> tuple[Prepared, Prepared, str]:
        ready = self._cache.get(number)
        if ready is None:
            self._kept.seek(self._place[number])
            row = json.loads(self._kept.readline())
            self._kept.seek(0, 2)
            content = content_of(row, row["reads"])
            ready = (prepare(content.asked), prepare(content.answered), _family_of(row["reads"]))
        return ready


def _signature(asked: Prepared, answered: Prepared, given: str) -> object | None:
    """Of question and answer; where the answer is a class or a code, only the same one makes a candidate."""
    about = loose_key(given).hex() if given else ""
    if not answered.words or is_prose(answered.words):
        return Index.signature(asked.grams | answered.grams, about)
    return Index.signature(asked.grams, about + " ".join(answered.words))


def _family(record: Record) -> str:
    return _family_of(record.reads)


def _family_of(reads: dict[str, str]) -> str:
    return "talk" if set(reads) & {"assistant", "label", "messages", "chosen"} else "text"


def _key(record: Record, content: Content) -> bytes:
    if record.role == "code":
        return key("code\x00" + "\n".join(line.rstrip() for line in content.whole.strip().split("\n")))
    return loose_key(content.asked, content.answered, content.given)
