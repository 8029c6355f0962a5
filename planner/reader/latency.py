"""How long an answer may take: a typical one, or nearly every one."""

from dataclasses import dataclass

from planner.reader.comparators import Comparison
from planner.reader.draft import Draft
from planner.reader.negation import negated
from planner.reader.patterns import Hit
from planner.reader.senses import Senses
from planner.reader.words import word_set


@dataclass(slots=True)
class Figure:
    i: int
    kind: str
    comparison: Comparison | None


ASKED = frozenset(
    """
        answers customers requests cases people users callers queries replies questions calls messages time
        responses situations visitors guests times mails tickets letters documents searches
    """.split()
)


def read_latency(draft: Draft, times: list[Figure], figures: list[Figure], hits: list[Hit], context: list[Hit], senses: Senses) -> None:
    document = draft.document
    latency = [h for h in hits if h.concept == "latency"]
    seen: set[str] = set()
    for time in times:
        token = document.tokens[time.i]
        if (
            token.value > 900
            or draft.document.norm(time.i - 1) in ("every",)
            or document.norm(time.i + 1) in ("ago", "of", "long", "old")
        ):
            continue
        same = [h for h in latency if document.tokens[h.first].sentence == token.sentence]
        near = min(
            same, key=lambda h: min(document.distance(h.first, time.i), document.distance(h.last, time.i)), default=None
        )
        shares = [
            f
            for f in figures
            if f.kind == "share"
            and f.i not in draft.used
            and document.tokens[f.i].sentence == token.sentence
            and document.tokens[f.i].value >= 0.5
        ]
        explicit = time.comparison is not None
        row = document.block_of[time.i].kind in ("row", "bullet")
        if near is None and not (
            explicit
            and (
                shares or row or (token.unit in word_set("ms milliseconds s sec second seconds") and token.value <= 120)
            )
        ):
            continue
        if (
            near is not None
            and not explicit
            and min(document.distance(near.first, time.i), document.distance(near.last, time.i)) > 2.2
        ):
            continue
        if token.unit.startswith(("min", "h", "day", "stunde", "std")) and not explicit:
            continue
        percentile, spans = "latency_p95_seconds", [time.i]
        marks = [
            c
            for c in context
            if c.concept in ("p50", "p95")
            and document.tokens[c.first].sentence == token.sentence
            and c.first != time.i
            and not document.tokens[c.first].masked
        ]
        share = None
        for figure in sorted(shares, key=lambda f: document.distance(f.i, time.i)):
            rivals = [
                h
                for h in hits
                if h.concept not in ("latency",)
                and document.tokens[h.first].sentence == token.sentence
                and min(document.distance(h.first, figure.i), document.distance(h.last, figure.i))
                < min(1.4, document.distance(figure.i, time.i))
            ]
            after, before = document.norms(figure.i + 1, figure.i + 5), document.norms(figure.i - 2, figure.i)
            of_all = (
                bool(word_set("of der des de percentile dei delle van aller all") & set(after[:2]))
                or bool(word_set("for in with bei pour para per voor") & set(before))
                or bool(set(after[:3]) & ASKED)
            )
            if not rivals and of_all:
                share = figure
                break
        if share is not None:
            percentile = "latency_p50_seconds" if document.tokens[share.i].value <= 0.55 else "latency_p95_seconds"
            draft.use(share.i)
            spans.append(share.i)
        elif marks:
            mark = min(marks, key=lambda c: document.distance(c.first, time.i))
            percentile = f"latency_{mark.concept}_seconds"
            if document.distance(mark.first, time.i) < 4:
                spans += [mark.first, mark.last]
        if share is None and senses.of(time.i).get("latency_p50", 0.0) > 0.8:
            percentile = "latency_p50_seconds"
        op = "<=" if time.comparison is None or time.comparison.op in ("better",) else time.comparison.op
        if op in (">", ">="):
            if near is None or not negated(document, near.first, near.last):
                op = "<=" if op == ">=" else "<"
            else:
                op = "<="
        if time.comparison is not None:
            spans += [time.comparison.first, time.comparison.last]
        if near is not None:
            spans += [near.first, near.last]
        if percentile in seen and len(times) > 1 and not explicit:
            continue
        seen.add(percentile)
        draft.claim(
            "gates", {"metric": percentile, "op": op, "value": round(float(token.value), 6)}, min(spans), max(spans)
        )
        draft.use(time.i, *(range(near.first, near.last + 1) if near else ()))
