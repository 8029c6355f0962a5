"""A stretch of text that must not be learned."""

from typing import NamedTuple


class Span(NamedTuple):
    start: int
    end: int
    kind: str
    """One of the contract's kinds of redaction."""
    sure: int = 1
    """Of two spans that overlap the surer one stays, then the longer one."""


def settled(spans: list[Span]) -> list[Span]:
    """The spans in order, without overlaps."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (-s.sure, -(s.end - s.start), s.start)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept)
