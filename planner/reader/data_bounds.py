"""First and last days of the data, whatever file they are said of.

Words say on which side of a day something lies ("prior to 2022", "2022 and later", "from that day on"); what is said of
that side tells whether it counts or goes. "Nothing before 2022" and "issues prior to 2022 stay out" begin the data there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.data_days import DEADLINE, EARLIER, GOOD, LATER, NEGATIVE, POINTED, SIDES
from planner.reader.patterns import Lexicon, within
from planner.reader.said_of_days import behind_a_file, goes_out, of_old
from planner.reader.when import When
from planner.reader.words import word_set

_SIDES, _POINTED = Lexicon(SIDES), Lexicon(POINTED)
_BETWEEN_DAYS = word_set("to until till through bis - – .. and hasta a au tot al")
Side = Literal["before", "after", "since", "until"]
_TAKES = word_set("take use only just keep read include nur seulement uniquement solo solamente apenas alleen soltanto")
_DAY = timedelta(days=1)
FARTHEST = 40
"""Tokens between a day and the words that point back at it."""


@dataclass(frozen=True, slots=True)
class Bound:
    """`key` since or until a day, both inclusive; said by tokens first..last, of the date at token `at`."""

    key: Literal["since", "until"]
    day: date
    first: int
    last: int
    at: int
    sure: bool = False
    """Whether it is said of that side that it goes, so that nothing but data can be meant."""


def bounds_of(draft: Draft, today: date) -> Iterator[Bound]:
    document = draft.document
    days = {i: span for i in range(len(document.tokens)) if draft.free(i) and (span := _span(document, i, today))}
    ranged: set[int] = set()
    for i in days:
        other = _range_end(document, i, days)
        if other is not None:
            ranged |= {i, other}
            yield Bound("since", days[i][0], max(0, i - 1), other, i)
            yield Bound("until", days[other][1], max(0, i - 1), other, other)
    for i, span in days.items():
        if (
            i not in ranged
            and span[0] <= today
            and (not _of_the_work(document, i) or document.norm(i - 2) in ("start", "begin"))
        ):
            yield from _single(document, i, span)
    yield from _pointed(document, days)


def _span(document: Document, i: int, today: date) -> tuple[date, date] | None:
    token = document.tokens[i]
    if token.kind == "date" and isinstance(token.value, When):
        if token.norm in ("this year", "this month") and document.tokens[i - 1].kind == "date":
            return None  # "1 April this year"
        return token.value.span(today, future=False)
    if token.kind == "num" and not token.mark and not token.signed and token.end - token.start == 4:
        year = float(token.value)
        cued = (
            document.norm(i - 1)
            in word_set("than before after since until till from to including dated year years skip only")
            or document.norm(i - 1) == "-"
        )
        follows = document.norm(i + 1) in ("or", "and", "-", "to") and (
            document.norm(i + 2) in LATER | EARLIER
            or document.tokens[min(i + 2, len(document.tokens) - 1)].kind == "date"
        )
        counted = i + 1 < len(document.tokens) and document.norm(i + 1) in word_set(
            "examples rows pairs tokens characters words euros records items cases"
        )
        if year.is_integer() and 1900 <= year <= today.year + 1 and (cued or follows) and not counted:
            return date(int(year), 1, 1), date(int(year), 12, 31)
    return None


def _range_end(document: Document, i: int, days: dict[int, tuple[date, date]]) -> int | None:
    """The last day of a stretch that begins with the day at token i."""
    k = i + 1
    while k < i + 4 and document.norm(k) in _BETWEEN_DAYS:
        k += 1
    if k == i + 1 or k not in days or days[k][1] < days[i][0]:
        return None
    if document.norms(i + 1, k) == ["and"] and not {
        "between",
        "issued",
        "dated",
        "those",
        "ones",
        "only",
        "years",
    } & set(document.norms(i - 4, i)):
        return None
    return k if document.tokens[k].sentence == document.tokens[i].sentence else None


def _of_the_work(document: Document, i: int) -> bool:
    """ "It must be done before 1 March": a day of the work, not of the data."""
    first, _ = document.sentences[document.tokens[i].sentence]
    return bool(DEADLINE & set(document.norms(max(first, i - 7), i))) and document.norm(i - 1) not in ("from", "since")


def _single(document: Document, i: int, span: tuple[date, date]) -> Iterator[Bound]:
    first, last = document.sentences[document.tokens[i].sentence]
    behind = document.norms(i + 1, min(last, i + 4))
    if document.tokens[i].norm.startswith(("last ", "past ")) and span[1] == document.today:
        if (GOOD | word_set("from of within in")) & set(
            document.norms(max(first, i - 4), i)
        ) and "not" not in document.norms(i - 4, i):
            yield Bound("since", span[0], max(first, i - 2), i, i)
        return
    if behind[:1] in (["onwards"], ["onward"], ["forward"]) or (
        behind[:1] in (["or"], ["and"]) and behind[1:2] and behind[1] in LATER
    ):
        yield Bound("since", span[0], i, i + len(behind[:2]), i)
        return
    if behind[:1] in (["or"], ["and"]) and behind[1:2] and behind[1] in EARLIER:
        goes = goes_out(document, i, i + 2)
        yield Bound("since", span[1] + _DAY, i, i + 2, i) if goes else Bound("until", span[1], i, i + 2, i)
        return
    best = max(
        (h for h in within(_SIDES.find(document), first, i) if h.last < i and _next_to(document, h.last, i)),
        key=lambda h: (h.last, h.last - h.first),
        default=None,
    )
    if best is not None:
        side = best.concept
        words = document.norms(best.first, best.last + 1)
        if words == ["from"]:
            if NEGATIVE & set(document.norms(max(first, best.first - 3), best.first)):
                return  # "nothing from 2024": of that year alone
            if not (
                behind[:1] == ["on"] or _adjoining(document, best.first) or GOOD & set(document.norms(first, last))
            ):
                return
        if words in (["to"], ["do"], ["na"], ["past"], ["ate"], [">"], ["<"], ["tot"]) and not _adjoining(
            document, best.first
        ):
            return
        yield from _bounded(document, side, span, best.first, i, i)
        return
    alone = {"only", "just", "solely"} & set(document.norms(max(first, i - 4), i)) and document.norm(i - 1) in (
        "only",
        "just",
        "year",
        "solely",
        "from",
        "of",
        "take",
        "use",
    )
    ends = behind[1:2] in ([], ["."], [","], ["please"], [")"], ["counts"], ["count"])
    if (
        alone
        or (
            behind[:1] in (["only"], ["alone"])
            and ends
            and document.norm(i - 1) in ("of", "from", "in", "year", ",", "")
        )
    ) and span[1] - span[0] > 25 * _DAY:  # a month or a year by itself
        yield Bound("since", span[0], max(first, i - 2), i, i)
        yield Bound("until", span[1], max(first, i - 2), i, i)


def _next_to(document: Document, one: int, i: int) -> bool:
    if document.norm(i - 1) == "(" and i - one <= 5:
        return "," not in document.norms(one + 1, i)  # "after the merger (1 March 2024)"
    return (
        set(document.norms(one + 1, i)) <= word_set("the year of a : = about around day and including incl month end")
        and i - one <= 4
    )


def _adjoining(document: Document, i: int) -> bool:
    """Whether a file, a mark or a word for records stands right before token i."""
    before = document.tokens[i - 1] if i else None
    return before is not None and (
        before.kind in ("path", "date")
        or before.norm in word_set(", ( : - only just all everything anything ones those records data")
        or before.norm.endswith("s")
    )


def _bounded(document: Document, side: str, span: tuple[date, date], low: int, high: int, at: int) -> Iterator[Bound]:
    """What one side of a day comes to, by what is said of it."""
    goes = goes_out(document, low, high)
    sentence = set(document.norms(*document.sentences[document.tokens[low].sentence]))
    if side == "before":
        if goes:
            yield Bound("since", span[0], low, high, at, sure=True)
        elif GOOD & sentence or behind_a_file(document, low):
            yield Bound("until", span[0] - _DAY, low, high, at)
    elif side == "after":
        if goes:
            yield Bound("until", span[1], low, high, at, sure=True)
        elif GOOD & sentence or behind_a_file(document, low):
            event = document.norm(at - 1) == "("  # that day is the event's
            yield Bound("since", span[0] if event else span[1] + _DAY, low, high, at)
    else:
        first, _ = document.sentences[document.tokens[low].sentence]
        taken = bool(_TAKES & set(document.norms(max(first, low - 5), low))) or document.norm(low).startswith(
            ("start", "begin", "stop", "end")
        )
        whole = bool({"whatever", "everything", "anything", "what"} & set(document.norms(max(first, low - 5), low)))
        if goes and not taken and whole:  # "whatever came in until 2023 goes"
            side, span = (
                ("until", (span[0], span[0] - _DAY)) if side == "since" else ("since", (span[1] + _DAY, span[1]))
            )
        elif goes and not taken and not behind_a_file(document, low) and of_old(document, first, low):
            return
        if side == "since":
            yield Bound("since", span[0], low, high, at, sure=taken)
        else:
            yield Bound("until", span[1], low, high, at, sure=taken)


def _pointed(document: Document, days: dict[int, tuple[date, date]]) -> Iterator[Bound]:
    """ "From that day on", "nothing from before that", "older ones are wrong"."""
    for hit in _POINTED.find(document):
        near = [
            i
            for i in days
            if 0 < hit.first - i <= FARTHEST and document.tokens[hit.first].sentence - document.tokens[i].sentence <= 1
        ]
        if not near or document.tokens[hit.first].masked:
            continue
        at = near[-1]
        goes = goes_out(document, hit.first, hit.last)
        first, _ = document.sentences[document.tokens[hit.first].sentence]
        if hit.concept == "since" and GOOD & set(document.norms(max(first, hit.first - 6), hit.last + 3)):
            yield Bound("since", days[at][0], hit.first, hit.last, at)
        elif hit.concept == "before" and goes:
            yield Bound("since", days[at][0], hit.first, hit.last, at, sure=True)
        elif hit.concept == "after" and goes:
            yield Bound("until", days[at][1], hit.first, hit.last, at, sure=True)
