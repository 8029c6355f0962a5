"""The last day; dates of meetings, signatures and data stay out.

Each day is weighed by the words around it, by whose act it bounds, by where it stands, and by what the trained model
makes of it. Where several count, they are a matter of dispute unless one counts far more.
"""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from planner.reader.asides import aside
from planner.reader.clauses import clause_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.calendar import AMBIGUOUS_MONTHS
from planner.reader.lexicon.due import DUE, FREE, MEANT, OTHER_DAYS, SOFT
from planner.reader.patterns import Hit, Lexicon, covered
from planner.reader.senses import Senses
from planner.reader.telegram import telegraphic
from planner.reader.when import When
from planner.reader.words import word_set

_DAYS = Lexicon({"due": DUE, "other": OTHER_DAYS})
_SOFT, _FREE, _MEANT = Lexicon({"soft": SOFT}), Lexicon({"free": FREE}), Lexicon({"meant": MEANT})
ENOUGH, FAR = 0.8, 0.8
"""Weight from which on a day is the last one; lead by which one puts another aside."""
_FRAMES = word_set("deadline deadlines timing when termin due until limit ready latest finished")
_FIRM = word_set("latest deadline due hard spatestens tard tardar")
"""Words by which a day is the last one, however it sounds."""
_CALENDARS = word_set("timeline dates schedule termine calendar milestone milestones time planning")


@dataclass
class _Day:
    """The date at token i, what speaks for it being the last day, and the words that say so."""

    i: int
    low: int
    high: int
    weight: float = 0.0
    back: int = 1
    """Days by which it is to be over before that."""
    before: bool = False
    """Over before the date begins ("before 6 January")."""


def read_deadline(draft: Draft, senses: Senses, today: date) -> None:
    document = draft.document
    _none_at_all(draft)
    hits = _DAYS.find(document)
    due = [hit for hit in hits if hit.concept == "due"]
    hits = due + covered([hit for hit in hits if hit.concept == "other"], due)
    soft = {document.tokens[hit.first].sentence for hit in _SOFT.find(document)}
    days = []
    for i, token in enumerate(document.tokens):
        if token.kind != "date" or not draft.free(i) or not isinstance(token.value, When) or token.sentence in soft:
            continue
        if token.value.span(today, future=True) is None or _of_data(document, i) or _comes_again(document, i):
            continue
        day = _Day(i, i, i)
        _weigh(day, document, hits)
        firm = telegraphic(document, i) or bool(_FIRM & set(document.norms(max(0, i - 4), i + 5)))
        day.weight += max(_heard(senses, i), -0.2 if firm else -2.0)
        days.append(day)
    _point_back(days, document)
    best = max((day.weight for day in days), default=0.0)
    for day in days:
        if day.weight < ENOUGH or day.weight <= best - FAR:
            continue
        when = document.tokens[day.i].value
        if (
            document.norm(day.i).split()[0] in AMBIGUOUS_MONTHS
            and document.tokens[day.i].sentence == document.tokens[day.i - 1].sentence
        ):
            day.low = min(day.low, max(day.i - 1, 0))  # "Jan 22" is a day behind "by" only
        day.low = min(day.low, _named_at(document, day.i))
        draft.set(
            "budget.deadline",
            _last_day(day, document, today).isoformat(),
            day.low,
            day.high,
            f"counted from {today.isoformat()}" if when.fixed or when.year is None else "",
        )
        draft.use(day.i)


def _named_at(document: Document, i: int) -> int:
    """The token that names the day which "by then" at token i points back to; i itself where it points nowhere."""
    token = document.tokens[i]
    if "then" not in token.norm.split():
        return i
    earlier = [k for k in range(max(0, i - 60), i) if document.tokens[k].kind == "date"]
    same = [k for k in earlier if document.tokens[k].value == token.value]
    return same[-1] if same else i


def _none_at_all(draft: Draft) -> None:
    """ "Take all the time you want": an earlier deadline is gone, unless the same breath names another."""
    document = draft.document
    for hit in _FREE.find(document):
        first, last = document.sentences[document.tokens[hit.first].sentence]
        if not any(t.kind == "date" for t in document.tokens[first:last]):
            draft.withdrawn.append(("budget.deadline", None, document.quote(hit.first, hit.last)))
            return


def _weigh(day: _Day, document: Document, hits: list[Hit]) -> None:
    i = day.i
    token = document.tokens[i]
    due, other = 9.0, 9.0
    for hit in hits:
        if document.tokens[hit.first].sentence != token.sentence or (hit.first == i and hit.last == i):
            continue
        inside = hit.first <= i <= hit.last
        apart = 0.1 if inside else min(document.distance(hit.first, i), document.distance(hit.last, i))
        words = document.norms(hit.first, hit.last + 1)
        if hit.concept == "other":
            other = min(other, apart)
            continue
        if words[-1:] == ["by"] and document.norms(hit.last + 1, hit.last + 3) == ["the", "way"]:
            continue
        if words == ["="] and not {"deadline", "due"} & set(document.norms(hit.first - 2, hit.first)):
            continue
        if words in (["end", "of"], ["must", "be"]):
            apart += 0.5
        if hit.first > i and words[0] not in ("latest", "at", "deadline", "is", "the"):
            apart += 0.8
        if apart < due:
            due = apart
            if apart < 2.0 and (hit.first <= i or words[0] not in ("by", "until", "till", "til", "before")):
                day.low, day.high = min(day.low, hit.first), max(day.high, hit.last)
    if due < 2.4:
        day.weight += 1.5 - 0.5 * due
    if other < 1.2:
        day.weight -= 1.3 - 0.9 * other
    under = {*document.frame(i).replace(":", " ").split(), *_asked_before(document, i)}
    day.weight += 0.9 if _FRAMES & under else 0.3 if _CALENDARS & under else 0.0
    if token.value.month is None and token.value.quarter is None and token.value.fixed is None:
        day.weight -= 0.7  # a year by itself is seldom the day of a run
    if aside(document, i):
        day.weight -= 1.5
    span = token.value.span(document.today, future=True)
    if span is not None and span[1] < document.today:
        day.weight -= 0.2 if due < 0.9 and token.value.year is not None else 0.7
    if telegraphic(document, i) and not token.value.previous:
        day.weight += 0.6 if document.turn else 0.2
    day.weight += _doer(document, i)
    ahead = [w for w in document.norms(max(0, i - 2), i) if w not in ("the", "le", "el", "den", "dem")]
    if document.norms(i - 3, i) == ["on", "or", "before"]:
        ahead = []
    day.before = ahead[-1:] and ahead[-1] in word_set("before avant antes prima vor voor")  # type: ignore[assignment]


def _asked_before(document: Document, i: int) -> list[str]:
    """Words of a short question that the date answers: "Deadline? Friday."."""
    first, _ = document.sentences[document.tokens[i].sentence]
    if not first or document.norm(first - 1) != "?" or not telegraphic(document, i):
        return []
    start, end = document.sentences[document.tokens[first - 1].sentence]
    return document.norms(start, end) if end - start <= 6 else []


_OURS = word_set(
    "it this that everything all thing model bot assistant chatbot classifier tool training job run project work result "
    "results version system prototype we you i which us and plan whole release launch translator tutor helper summariser"
)
_MODALS = word_set("must has have should shall needs need can cannot cant may are be")


def _doer(document: Document, i: int) -> float:
    """Whose act the day bounds: "Guests must leave by Sunday" is none of the run's."""
    first, _ = document.sentences[document.tokens[i].sentence]
    low, high = clause_of(document, i)
    for k in range(low, i):
        if document.norm(k) in _MODALS and k > first:
            who = document.norm(k - 1) if k > low else ""
            around = set(document.norms(low, high))
            if who in _OURS or around & (_OURS - word_set("that which and all we you i us")):
                return 0.3
            return -1.3 if len(who) > 4 and who.endswith("s") and not who.endswith("ss") else 0.0
    return 0.0


def _comes_again(document: Document, i: int) -> bool:
    """ "By 31 March each year"."""
    after = document.norms(i + 1, i + 4)
    return bool(after[:1] and after[0] in ("each", "every")) or after[:2] in (
        ["of", "each"],
        ["of", "every"],
        ["of", "the"],
    )


def _heard(senses: Senses, i: int) -> float:
    """What the trained model adds or takes, -1..1."""
    chance = min(max(senses.of(i).get("deadline", 0.0), 1e-4), 1 - 1e-4)
    return min(max(0.35 * (math.log(chance / (1 - chance)) + 0.9), -1.0), 1.0)


def _point_back(days: list[_Day], document: Document) -> None:
    """ "The audit is on 14 January; everything must be in place the day before": the day named before is meant."""
    for hit in _MEANT.find(document):
        sentence = document.tokens[hit.first].sentence
        earlier = [day for day in days if day.i < hit.first and sentence - document.tokens[day.i].sentence <= 1]
        if not earlier or any(
            document.tokens[k].kind == "date" and k in {d.i for d in days} for k in range(hit.first, hit.last + 1)
        ):
            continue
        day = earlier[-1]
        if document.tokens[day.i].sentence == sentence or _doer(document, hit.first) >= 0:
            day.weight = max(day.weight, ENOUGH) + 0.2
            day.low, day.high = min(day.low, day.i), max(day.high, hit.last)
            words = document.norms(hit.first, hit.last + 1)
            day.back = next((days for unit, days in _BEFORE_UNITS.items() if unit in words), 1)
            day.before = (
                day.before
                or words[-1] in ("before", "earlier")
                or words[:1] + words[-1:] in (["before", "that"], ["before", "then"])
            )


def _last_day(day: _Day, document: Document, today: date) -> date:
    token = document.tokens[day.i]
    when: When = token.value
    span = when.span(today, future=True)
    assert span is not None
    festive = any(word in token.norm for word in ("christmas", "xmas", "new year", "weihnacht", "noel", "silvester"))
    if not day.before or when.end or "end" in token.norm.split() or (festive and "eve" not in token.norm.split()):
        return span[1]  # "before the end of the year": the last day still counts
    return span[0] - timedelta(days=day.back)


_BEFORE_UNITS = {"week": 7, "fortnight": 14, "two": 14, "three": 21}


_DATA_WORDS = frozenset(
    "chats tickets mails emails conversations records rows data documents files reports letters transcripts cases calls logs messages older newer anything everything entries orders drafts them those invoices examples "
    "reviews stays manuals versions notes pairs material articles posts".split()
)


def _of_data(document: Document, i: int) -> bool:
    """Whether the date bounds the data ("chats from before 2019", "only until March")."""
    first, last = document.sentences[document.tokens[i].sentence]
    before = document.norms(max(first, i - 7), i)
    cue = before[-1] if before else ""
    if cue in word_set("since from after seit depuis desde dal sinds of in") and before[-2:-1] not in (
        ["not"],
        ["never"],
    ):
        return cue in word_set("since from after seit depuis desde dal sinds") or bool(_DATA_WORDS & set(before))
    if {"older", "newer"} & set(before):
        return True
    if word_set("deadline due done finished ready live need") & set(document.norms(first, last)):
        return False
    return (
        bool(_DATA_WORDS & set(before))
        and bool(word_set("until before up till only use ignore skip leave anything") & set(before))
    ) or any(
        document.tokens[k].kind == "path" and {"until", "up", "before", "till", "only"} & set(before)
        for k in range(first, last)
    )
