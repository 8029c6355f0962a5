"""How long an answer may take: a typical one, or nearly every one."""

from planner.reader.draft import Draft
from planner.reader.figures import Figure
from planner.reader.layout import Document
from planner.reader.lexicon import units
from planner.reader.measures import distance
from planner.reader.patterns import Hit, Lexicon
from planner.reader.senses import Senses
from planner.reader.words import word_set

ASKED = frozenset(
    """
        answers customers requests cases people users callers queries replies questions calls messages time
        responses situations visitors guests times mails tickets letters documents searches
    """.split()
)
"""What is asked or who asks: a share of these is served in some time."""
_PACE = Lexicon({
    "p50": """
        p50; p 50; 50th percentile; median; half of; every second|other <word>; mean; average; on average; im schnitt;
        en moyenne; de media; em media; in media; gemiddeld; mediane; mediana
    """,
    "usual": """
        typical*; typically; usually; normally; normal answer; most of the time; as a rule; generally; in most cases;
        ordinary answer|question|reply
    """,
    "p95": """
        p95; p 95; 95th percentile; 95 percentile; percentile; p99; always; every answer; nobody; no one; worst case;
        at all times; even; all answers; each answer
    """,
})  # fmt: skip
LONGEST = 900.0
"""Seconds that an answer may take at most; whatever is longer is something else."""
_SHORT = 120.0
_SECONDS = word_set("ms milliseconds s sec second seconds sekunden secondes segundos secondi seconden millisekunden")
_MOST_OF_THEM = 0.5
_NEAR = 2.2


def read_latency(draft: Draft, figures: list[Figure], hits: list[Hit], senses: Senses) -> None:
    """Claims the times in `figures` that answers may take, and the shares of answers that they are for."""
    document = draft.document
    latency = [h for h in hits if h.concept == "latency"]
    times = [*(f for f in figures if f.kind == "duration"), *_without_unit(draft, figures)]
    served = _shares_served(draft, times, figures, hits)
    seen: set[str] = set()
    for time in sorted(times, key=lambda t: t.i):
        token = document.tokens[time.i]
        seconds = _seconds(document, time, figures)
        near = min(
            (h for h in latency if document.tokens[h.first].sentence == token.sentence),
            key=lambda h: distance(document, h, time.i),
            default=None,
        )
        share = served.get(time.i)
        if not _is_answer_time(document, time, seconds, near, share, senses):
            continue
        spans = [time.i]
        if share is not None:
            measure = "latency_p50_seconds" if document.tokens[share.i].value <= 0.55 else "latency_p95_seconds"
            draft.use(share.i)
            spans += [share.i, *([w] if (w := document.tokens[share.i].whole) is not None else [])]
        else:
            measure, mark = _pace(document, time.i)
            spans += [mark.first, mark.last] if mark is not None and distance(document, mark, time.i) < 4 else []
        if time.comparison is not None:
            spans += [time.comparison.first, time.comparison.last]
        spans += [near.first, near.last] if near is not None else []
        if measure in seen and time.comparison is None:
            continue
        seen.add(measure)
        item = {"metric": measure, "op": _way(time), "value": round(seconds, 6)}
        draft.claim("gates", item, min(spans), max(spans))
        draft.use(time.i, *(range(near.first, near.last + 1) if near else ()))


def _is_answer_time(
    document: Document, time: Figure, seconds: float, near: Hit | None, share: Figure | None, senses: Senses
) -> bool:
    token = document.tokens[time.i]
    if seconds > LONGEST or document.norm(time.i - 1) == "every":
        return False
    if document.norm(time.i + 1) in ("ago", "of", "long", "old"):
        return False
    sounds = senses.of(time.i)
    as_time = sounds.get("latency_p50", 0.0) + sounds.get("latency_p95", 0.0)
    limited = time.comparison is not None
    if near is None:
        row = document.block_of[time.i].kind in ("row", "bullet")
        short = token.unit in _SECONDS and seconds <= _SHORT
        if share is not None and short:
            return True
        return limited and (share is not None or row or short) and (short or as_time > 0.2)
    if not limited and (distance(document, near, time.i) > _NEAR or (sounds and as_time < 0.3)):
        return False
    return limited or not token.unit.startswith(("min", "h", "day", "stunde", "std"))


def _seconds(document: Document, time: Figure, figures: list[Figure]) -> float:
    value = float(document.tokens[time.i].value)
    if time.kind == "duration":
        return value
    unit = _unit_in_front(document, time.i)
    if unit is None:
        before = [f.i for f in figures if f.kind == "duration" and f.i < time.i]
        unit = document.tokens[before[-1]].unit if before else "s"
    return value * units.SECONDS.get(unit, 1.0)


def _without_unit(draft: Draft, figures: list[Figure]) -> list[Figure]:
    """Numbers whose unit is said elsewhere: "p95_ms <= 120", "half within one second and 95 % within four"."""
    document = draft.document
    found = []
    for figure in figures:
        if figure.kind != "num" or document.tokens[figure.i].mark:
            continue
        if _unit_in_front(document, figure.i) is not None or (
            document.norm(figure.i - 1) in ("within", "under", "in", "below")
            and any(
                f.kind == "duration"
                and f.i < figure.i
                and document.tokens[f.i].sentence == document.tokens[figure.i].sentence
                and document.tokens[f.i].unit in _SECONDS
                and document.norm(f.i - 1) == document.norm(figure.i - 1)
                for f in figures
            )
        ):
            found.append(figure)
    return found


def _unit_in_front(document: Document, i: int) -> str | None:
    if document.norm(i - 1) not in ("<", "<=", "=", ":"):
        return None
    reach = (i - 2,) if document.norm(i - 1) != ":" else range(i - 2, i - 6, -1)  # "ms per mail: 900"
    return next((u for k in reach if (u := document.norm(k)) in _SECONDS and u != "second"), None)


def _pace(document: Document, i: int) -> tuple[str, Hit | None]:
    """Whether a typical answer is meant or nearly every one; a plain word for it counts before a hint."""
    sentence = document.tokens[i].sentence
    marks = [
        m for m in _PACE.find(document) if document.tokens[m.first].sentence == sentence and not m.first <= i <= m.last
    ]
    plain = [m for m in marks if m.concept != "usual" and _PLAIN & set(document.norms(m.first, m.last + 1))]
    mark = min(plain or marks, key=lambda m: distance(document, m, i), default=None)
    typical = mark is not None and mark.concept in ("p50", "usual")
    return ("latency_p50_seconds" if typical else "latency_p95_seconds"), mark


_PLAIN = word_set("p50 p95 p99 50 95 50th 95th percentile median mean average schnitt moyenne media gemiddeld mediane")


def _shares_served(draft: Draft, times: list[Figure], figures: list[Figure], hits: list[Hit]) -> dict[int, Figure]:
    """Token of a time -> the share of answers that are to be there in that time, the nearest pairs first."""
    document = draft.document
    shares = [
        f
        for f in figures
        if f.kind == "share" and f.i not in draft.used and document.tokens[f.i].value >= _MOST_OF_THEM
    ]
    pairs = sorted(
        (
            (time, share)
            for time in times
            for share in shares
            if document.tokens[time.i].sentence == document.tokens[share.i].sentence
        ),
        key=lambda pair: document.distance(pair[0].i, pair[1].i),
    )
    found: dict[int, Figure] = {}
    for time, share in pairs:
        if time.i not in found and share not in found.values() and _is_served(document, time, share, hits):
            found[time.i] = share
    return found


def _is_served(document: Document, time: Figure, share: Figure, hits: list[Hit]) -> bool:
    """Whether a share is of those who ask or of what is asked, and no other measure stands nearer to it."""
    token = document.tokens[share.i]
    apart = document.distance(share.i, time.i)
    if any(
        h.concept != "latency"
        and document.tokens[h.first].sentence == token.sentence
        and distance(document, h, share.i) < min(1.4, apart)
        for h in hits
    ):
        return False
    after, before = document.norms(share.i + 1, share.i + 5), document.norms(share.i - 2, share.i)
    return (
        bool(word_set("of der des de percentile dei delle van aller all within in under") & set(after[:2]))
        or bool(word_set("for in with bei pour para per voor") & set(before))
        or bool(ASKED & {*after[:3], *token.norm.split()})
        or token.whole is not None
        or " on " in token.norm
    )


def _way(time: Figure) -> str:
    op = "<=" if time.comparison is None or time.comparison.op == "better" else time.comparison.op
    return {">": "<=", ">=": "<"}.get(op, op)  # "more than 3 seconds is too slow"
