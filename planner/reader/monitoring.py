"""When the model is to be trained again: at an interval, or when a figure slips."""

from planner.claims import Dispute
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.lexicon.quality import HIGHER, METRICS
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.words import word_set

_AGAIN = Lexicon({
    "retrain": """
        retrain*; re train*; train|trained|trains|learn|fit|tune ... again|anew|afresh; refresh* ... model|it;
        refresh it; keep|keeps ... fresh|current; keep|keeps ... up to date; new training; new round of training; learn|learns ... from ?the new|latest|fresh|recent;
        update the model|bot|classifier|assistant; refresh*; relearn*; re learn*; fresh training;
        new training run; neu trainier*; nachtrainier*; neu antrainiert; reentren*; reentrain*; retreina*;
        reaprend*; reentra*; riaddestr*; hertrain*; opnieuw train*; retrain_when; retrain when; every_days;
        tune it up; retune*; re tune*; rebuilt; retraining; brush up; top up the training; re run the training;
        rerun ?the training
    """,
})  # fmt: skip
_EVERY = Lexicon({
    "1": "daily; every day|night; nightly; each day|night; taglich; once a day",
    "7": """
        weekly; every week; once a week; each week; wochentlich; cada semana; chaque semaine; ogni settimana;
        elke week; every monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend; per week;
        every <date>; toutes les semaines
    """,
    "14": """
        fortnightly; every fortnight; biweekly; every other|second week; once a fortnight; each fortnight;
        alle zwei wochen; every two weeks; every 2 weeks
    """,
    "30": """
        monthly; every month; once a month; each month; monatlich; chaque mois; tous les mois; cada mes;
        mensual*; mensuel*; mensal*; mensil*; ogni mese; elke maand; maandelijks; per month;
        every calendar month
    """,
    "60": "bimonthly; every other|second month",
    "90": """
        quarterly; every quarter; once a quarter; each quarter; per quarter; vierteljahrlich; trimestral*;
        trimestriel*; trimestral*; elk kwartaal; every three months; four times a year; chaque trimestre;
        cada trimestre; quartalsweise
    """,
    "182": "half yearly; twice a year; every six months; every half year; semi annual*; biannual*",
    "365": "yearly; annual|annually; every year; once a year; each year",
})  # fmt: skip
_METRICS = Lexicon({k: v for k, v in METRICS.items() if k not in ("none",)})
_NOT_HERE = frozenset(("retrain", "refresh"))
_SLIP = frozenset(
    """
        if when whenever once should falls drops dips slips below under fall drop dip slip sinks goes wenn
        sobald si quando als cuando less worse rises climbs exceeds
    """.split()
)


def read_monitoring(draft: Draft, comparators: Comparators) -> None:
    document = draft.document
    never: tuple[int, int] | None = None
    for hit in _AGAIN.find(document):
        sentence = document.tokens[hit.first].sentence
        first, last = document.sentences[sentence]
        if document.norm(hit.first).startswith("refresh") and not (
            _SLIP | {"every", "weekly", "monthly", "quarterly", "daily"}
        ) & set(document.norms(first, last)):
            continue
        if negated(document, hit.first, hit.last) or (
            document.norm(last - 1) == "?" and document.norm(last) in ("no", "nope", "never")
        ):
            draft.withdrawn.append(("monitoring", None, document.quote(hit.first, hit.last)))
            never = (hit.first, hit.last)
            for i in range(first, last):
                draft.use(i)
            continue
        first, last = _reach(draft, first, last)
        _when(draft, comparators, first, last, hit.first, hit.last)
        _every(draft, first, last)
    asked = next((c for c in draft.claims if c.path.startswith("monitoring")), None)
    if never is not None and asked is not None and not document.turn:
        draft.disputes.append(Dispute(
            fields=["monitoring"], problem="The request both asks for retraining and rules it out.",
            suggestion="Say whether the model is to be trained again later, and when.", quotes=[asked.quote, document.quote(*never)],
        ))  # fmt: skip


def _reach(draft: Draft, first: int, last: int) -> tuple[int, int]:
    """The sentence, and the one before or after it where that holds the condition alone ("Below 90%? Retrain.")."""
    document = draft.document
    if document.tokens[first].sentence and last - first <= 5:
        before, after = (
            document.sentences.get(document.tokens[first].sentence - 1),
            document.sentences.get(document.tokens[first].sentence + 1),
        )
        if before and _SLIP & set(document.norms(*before)) and document.norm(first - 1) in ("?", ";", "."):
            return before[0], last
        if after and set(document.norms(*after)) & {"every", "if", "when"}:
            return first, after[1]
    return first, last


def _when(draft: Draft, comparators: Comparators, first: int, last: int, verb: int, verb_end: int) -> None:
    document = draft.document
    for i in range(first, last):
        token = document.tokens[i]
        if not draft.free(i) or token.kind not in ("share", "num", "duration", "points"):
            continue
        if not _SLIP & set(document.norms(first, last)) and document.norm(i - 1) not in ("<", ">", "<=", ">="):
            continue
        hits = [
            h
            for h in _METRICS.find(document)
            if first <= h.first and h.last < last and not (verb <= h.first <= verb_end)
        ]
        hits = [
            h
            for h in hits
            if not (token.kind != "duration" and h.concept == "latency")
            and not (token.kind == "duration" and h.concept != "latency")
        ]
        if token.kind == "num" and not (
            0 < float(token.value) <= 1
            or any(h.concept in ("perplexity", "reward") for h in hits)
            or (hits and 1 < float(token.value) <= 100 and not document.norm(i + 1).startswith("trial"))
        ):
            continue
        near = min(hits, key=lambda h: min(document.distance(h.first, i), document.distance(h.last, i)), default=None)
        if near is None:
            if token.kind != "share":
                continue
            concept, begin, end = "accuracy", i, i
        else:
            concept, begin, end = near.concept, near.first, near.last
            if concept == "accuracy" and "rate" in document.norms(begin, end + 1) and draft.value("task") == "tool_use":
                concept = "tool_success_rate"
        value = float(token.value)
        if token.kind == "num" and value > 1 and concept not in ("perplexity", "reward"):
            value /= 100
        comparison = comparators.of(i)
        higher = concept in HIGHER
        op = comparison.op if comparison is not None and comparison.op != "better" else ("<" if higher else ">")
        if concept == "error":
            concept, value, op = "accuracy", round(1 - value, 6), {">": "<", ">=": "<=", "<": ">", "<=": ">="}[op]
            higher = True
        words = set(document.norms(first, i))
        if higher and op in (">=", ">") and words & word_set("below under fall falls drop drops dips slips"):
            op = "<"
        if concept == "latency":
            concept = "latency_p95_seconds"
        low = min(verb, begin, comparison.first if comparison else i, i)
        high = max(end, i, comparison.last if comparison else i)
        draft.set("monitoring.retrain_when", {"metric": concept, "op": op, "value": value}, low, high)
        draft.use(i, *range(begin, end + 1))
        return


def _every(draft: Draft, first: int, last: int) -> None:
    document = draft.document
    for i in range(first, last):
        token = document.tokens[i]
        if (
            token.kind == "duration"
            and draft.free(i)
            and document.norm(i - 1) in word_set("every each alle tous toutes cada ogni elke per les : = after")
            and token.value >= 86400
        ):
            start = i - 1
            draft.set("monitoring.every_days", round(token.value / 86400, 4), start, i)
            draft.use(i)
            return
        if token.kind == "duration" and draft.free(i) and document.norm(i - 1) in ("once", "twice"):
            draft.set(
                "monitoring.every_days", token.value / 86400 / (2 if document.norm(i - 1) == "twice" else 1), i - 1, i
            )
            draft.use(i)
            return
        if token.kind == "num" and document.norms(i - 3, i) == ["every", "days", "="]:
            draft.set("monitoring.every_days", float(token.value), i - 3, i)
            draft.use(i)
            return
    for hit in _EVERY.find(document):
        if first <= hit.first and hit.last < last:
            if (
                hit.concept == "7"
                and document.norm(hit.first) == "every"
                and document.tokens[hit.last].kind == "date"
                and "day" not in document.norm(hit.last)
            ):
                continue
            draft.set(
                "monitoring.every_days", float(hit.concept), hit.first, hit.last, f"that is every {hit.concept} days"
            )
            draft.use(*range(hit.first, hit.last + 1))
            return
