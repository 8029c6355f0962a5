"""Finds what is private in a record and puts placeholders there: `[EMAIL_1]` is the same address throughout a record."""

import re
from typing import Any

from training.data import columns
from training.data.private.contact import addresses_of_machines, emails, phones
from training.data.private.numbers import cards, ibans, national_ids
from training.data.private.people import addresses, names
from training.data.private.secrets import secrets
from training.data.private.span import Span, settled
from training.data.record import Path, replace, spelled, strings

SECRET_KINDS = frozenset({"secret", "password"})
_DIGITS = re.compile(r"\d[\d\-. ()/]{5,}|\d{3}|[A-Za-z]{2}\d{2}")
MAX_TEXT = 2_000_000


def private_spans(
    text: str, *, pii: bool = True, secret: bool = True, personal: bool = True, house: frozenset[str] = frozenset()
) -> list[Span]:
    """What is private in one text, in order, without overlaps."""
    if len(text) < 4:
        return []
    found: list[Span] = list(secrets(text)) if secret else []
    if pii:
        found += emails(text)
        if _DIGITS.search(text):
            found += ibans(text)
            found += cards(text)
            found += national_ids(text)
            found += phones(text)
        found += addresses_of_machines(text)
        found += addresses(text)
        found += names(text, personal=personal, house=house)
    return settled(found) if found else found


def found_in(
    fields: dict[str, Any], *, pii: bool, secret: bool, personal: bool, house: frozenset[str] = frozenset()
) -> dict[Path, list[Span]]:
    """Place to spans, for every string of a record; a column that is named for a person's data is private as a whole."""
    found: dict[Path, list[Span]] = {}
    for path, text in strings(fields):
        if len(text) > MAX_TEXT:
            spans = _piecewise(text, pii, secret, personal, house)
        else:
            spans = private_spans(text, pii=pii, secret=secret, personal=personal, house=house)
        if pii and len(path) == 1 and text.strip() and len(text) < 120 and not spans:
            name = columns.plain(str(path[0]))
            if columns.PERSON.search(name) and re.match(r"^[^\W\d_]", text):
                spans = [Span(0, len(text), "name", 1)]
            elif columns.STREET.search(name) and re.search(r"\d", text):
                spans = [Span(0, len(text), "address", 1)]
        if spans:
            found[path] = spans
    return found


def _piecewise(text: str, pii: bool, secret: bool, personal: bool, house: frozenset[str] = frozenset()) -> list[Span]:
    """Very long texts are searched in pieces cut at line ends, so that time grows with length and no faster."""
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = min(len(text), start + MAX_TEXT)
        if end < len(text):
            end = max(text.rfind("\n", start, end), text.rfind(" ", start, end), start + MAX_TEXT // 2)
        spans += [
            span._replace(start=span.start + start, end=span.end + start)
            for span in private_spans(text[start:end], pii=pii, secret=secret, personal=personal, house=house)
        ]
        start = end
    return spans


def redacted(fields: dict[str, Any], found: dict[Path, list[Span]]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The fields with placeholders, and the list of what was replaced, offsets into the fields as given."""
    numbers: dict[tuple[str, str], int] = {}
    counts: dict[str, int] = {}
    changed: dict[Path, str] = {}
    log: list[dict[str, Any]] = []
    for path, text in strings(fields):
        spans = found.get(path)
        if not spans:
            continue
        parts, at = [], 0
        for start, end, kind, _ in spans:
            key = (kind, re.sub(r"[\s\-.()/]", "", text[start:end]).lower())
            if key not in numbers:
                counts[kind] = counts.get(kind, 0) + 1
                numbers[key] = counts[kind]
            parts += [text[at:start], f"[{kind.upper()}_{numbers[key]}]"]
            at = end
            log.append({"field": spelled(path), "kind": kind, "start": start, "end": end})
        changed[path] = "".join([*parts, text[at:]])
    return replace(fields, changed), log
