"""The audit trail as arithmetic: each event carries the hash of the one before it.

Changing, removing or reordering an event breaks every hash after it. The tail is the one place where a
chain alone sees nothing missing, so the store also compares each run's state with its last event.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64
"""What stands as the predecessor of the first event."""


@dataclass(frozen=True)
class Event:
    """One thing that happened. `payload` is plain JSON, `at` seconds since 1970."""

    seq: int
    at: float
    run_id: str
    """Empty for what concerns no one run."""
    kind: str
    payload: dict[str, Any]
    previous: str
    hash: str


def event_hash(*, at: float, run_id: str, kind: str, payload: dict[str, Any], previous: str) -> str:
    """64 hex digits over all that an event says and the hash before it."""
    text = json.dumps([repr(at), run_id, kind, payload, previous], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def first_fault(events: Iterable[Event]) -> str | None:
    """What is wrong with a chain, in one sentence, or None. `events` in the order of `seq`."""
    previous = GENESIS
    for event in events:
        if event.previous != previous:
            return f"Event {event.seq} ({event.kind}) does not follow the one before it: something was taken out."
        expected = event_hash(
            at=event.at, run_id=event.run_id, kind=event.kind, payload=event.payload, previous=event.previous
        )
        if event.hash != expected:
            return f"Event {event.seq} ({event.kind}) is not what was written: it was changed afterwards."
        previous = event.hash
    return None
