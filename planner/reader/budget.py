"""What a run may cost: money, GPU-hours, time on the clock, a last day."""

from datetime import date

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.money import read_money, telegraphic
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon
from planner.reader.senses import Senses
from planner.reader.words import word_set

_TIME = Lexicon({
    "clock": """
        on|with the machine|server|cluster|gpu|box|gpus; compute time; of compute; wall clock; wall time;
        wallclock; wall_clock_hours; wall hours;
        train|trains|trained|training|run|runs|running|tune|tuning ... for|at|no|max|within|under|over|longer|in|overnight|takes|take|by;
        job ... take|finish|run|longer; whole thing ... take|within|in|under;
        should|must|may|can|to take|last|run; finish*|done|through|complete*|ready within|in|under|after;
        time budget; time limit; time:; hours max; training time; of training; dauer*; trainingszeit; in total;
        of starting; clock hours; start to finish; end to end; one run of; machine is free; server is free;
        gpu|machine|server|box|card ... for; available for; let it run; leave it running;
        have the gpu|machine|server|box|cluster; laufen; tourner; duree; durar; tardar; durare; duren; rechnen;
        entrainement; entrenamiento; treinamento; addestramento; at night; only for
    """,
    "not": """
        retention; return*|refund*|send ... within; guarantee; opening hours; shift; ago; old; meeting;
        call takes; per week|month|day|ticket|call|case; a week; hold; notice; contract; warranty; delivery;
        deliver* within; answer*|repl*|respond* ... within|in; we spend; people spend;
        takes us|our|a|an|them|me|my; takes ... person|clerk|agent|colleague|people; office hours; worked;
        hours of audio|recordings|video|speech|calls; days of leave; holiday; leave days; hours per; hours a;
        working hours; lead time; years of; months of; years|months|weeks|days|hours worth of;
        kept|stored|stays for; training course
    """,
})  # fmt: skip

_OVERNIGHT = Lexicon({
    "12": """
        overnight; over night; after one|a night; has one night; in one night; over|through|during the night; one night; a single night; a night; tonight;
        by tomorrow morning; while we sleep; until morning; uber nacht; pendant la nuit; por la noche;
        durante a noite; durante la notte; s nachts
    """,
    "48": "over|across|for|during|all ?the|one|a weekend; the|whole|entire weekend; ubers wochenende",
})  # fmt: skip

_GPU_HOURS = Lexicon(
    {
        "gpu_hours": """
            gpu hours; gpu_h; gpu h; gpuh; gpu_hours; gpu hrs; gpu budget; gpu stunden; gpu time; heures gpu;
            horas de gpu; ore gpu; budget.gpu_hours
        """
    }
)


def read_budget(draft: Draft, comparators: Comparators, senses: Senses, today: date) -> None:
    _gpu_hours(draft, comparators)
    _clock(draft, comparators, senses)
    read_money(draft, comparators, senses)


def _gpu_hours(draft: Draft, comparators: Comparators) -> None:
    document = draft.document
    for i, token in enumerate(document.tokens):
        if token.kind != "gpu_hours" or not draft.free(i):
            continue
        if word_set("used last costs took burnt burned") & set(document.norms(i - 4, i)):
            continue
        comparison = comparators.of(i)
        first, last = (comparison.first, comparison.last) if comparison else (i, i)
        draft.set("budget.gpu_hours", float(token.value), first, last)
        draft.use(i)
    for hit in _GPU_HOURS.find(document):
        for i in range(hit.last + 1, min(hit.last + 6, len(document.tokens))):
            token = document.tokens[i]
            if token.sentence != document.tokens[hit.first].sentence:
                break
            if token.kind in ("num", "duration") and draft.free(i):
                value = float(token.value) if token.kind == "num" else float(token.value) / 3600
                draft.set("budget.gpu_hours", value, hit.first, i)
                draft.use(i)
                break
            if token.kind == "gpu_hours":
                break


def _clock(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    hits = _TIME.find(document)
    for i, token in enumerate(document.tokens):
        if token.kind != "duration" or not draft.free(i) or (token.value < 900 and not _short_run(document, i)):
            continue
        near = {"clock": 9.0, "not": 9.0}
        low, high = i, i
        for hit in hits:
            if document.tokens[hit.first].sentence == token.sentence and not (hit.first == i == hit.last):
                apart = min(document.distance(hit.first, i), document.distance(hit.last, i))
                if apart < near[hit.concept]:
                    near[hit.concept] = apart
                    if hit.concept == "clock" and apart < 2:
                        low, high = min(i, hit.first), max(i, hit.last)
        comparison = comparators.of(i)
        bound = comparison is not None and comparison.op in ("<=", "<")
        framed = any(
            w in document.frame(i)
            for w in (
                "budget",
                "resource",
                "limit",
                "compute",
                "hardware",
                "machine",
                "money",
                "training",
                "constraint",
                "how",
                "restriction",
            )
        )
        if token.unit in ("night", "nights") and near["clock"] > 1.5 and not bound:
            continue
        if document.norm(i - 1) in ("every", "each", "per", "last", "past") or document.norm(i + 1) in word_set(
            "ago old later before after earlier per"
        ):
            continue
        if near["not"] < near["clock"] and near["not"] < 1.5:
            continue
        hours = document.tokens[i].unit in word_set("h hr hrs hour hours stunden std heures horas ore uur uren")
        ok = (
            (bound and token.value < 900)
            or (near["clock"] < 1.8 and (bound or near["clock"] < 1.0))
            or (framed and (bound or hours or near["clock"] < 3))
            or (
                bound and (hours or token.unit in ("day", "days", "d")) and near["not"] > 3 and not comparison.weak
                if comparison
                else False
            )
        )
        sense = senses.of(i)
        beside = {other.kind for other in document.tokens[slice(*document.sentences[token.sentence])]}
        listed = telegraphic(document, *document.sentences[token.sentence]) and beside & {"money", "gpu_hours"}
        sounds = sense.get("wall_clock", 0.0) > 0.55 and not document.turn
        if listed or (sounds and not _of_rollout(draft, token.sentence)):
            ok = True
        elif sense.get("none", 0.0) > 0.75 and not bound and not framed and not beside & {"money", "gpu_hours"}:
            ok = ok and bool(_MACHINE & set(document.norms(*document.sentences[token.sentence])))
        if not ok:
            continue
        if comparison is not None and bound:
            low, high = min(low, comparison.first), max(high, comparison.last)
        before = next((c for c in draft.items("budget.wall_clock_hours") if c.quote in _said_before(document, i)), None)
        if before is not None:  # "a weekend, say 54 hours" puts it exactly; "two days and two nights" says it twice
            if token.unit.startswith("night"):
                continue
            draft.claims.remove(before)
        draft.set("budget.wall_clock_hours", round(float(token.value) / 3600, 4), low, high)
        draft.use(i)
    if draft.value("budget.wall_clock_hours") is None:
        for hit in _OVERNIGHT.find(document):
            if any(k in draft.used for k in range(hit.first, hit.last + 1)) or negated(
                document, hit.first, hit.last, reach=3
            ):
                continue
            first, last = document.sentences[document.tokens[hit.first].sentence]
            words = set(document.norms(first, last))
            if (
                word_set(
                    "batch guests sailing delivery delivered mails arrive come ship shift open stay "
                    "parking shipping emails messages requests"
                )
                & words
                and not word_set("train training run gpu machine finish let") & words
            ):
                continue
            if {"a", "night"} == set(document.norms(hit.first, hit.last + 1)) or (
                "night" in document.norms(hit.first, hit.last + 1)
                and not word_set("train training run gpu machine finish let take trained done server") & words
            ):
                continue
            draft.set(
                "budget.wall_clock_hours",
                float(hit.concept),
                hit.first,
                hit.last,
                "overnight counts as 12 hours" if hit.concept == "12" else "a weekend counts as 48 hours",
            )
            break


_MACHINE = word_set("machine server cluster gpu gpus card cards box node rig computer it training run job model")
"""What works for hours, and what it does; the rest of the world takes its time as well."""


def _of_rollout(draft: Draft, sentence: int) -> bool:
    """Whether the sentence tells of a roll-out, whose weeks are no time on a machine."""
    document = draft.document
    quotes = [claim.quote for claim in draft.items("delivery.rollout")]
    first, last = document.sentences[sentence]
    return any(quote in document.quote(first, last - 1) for quote in quotes)


def _said_before(document: Document, i: int) -> str:
    """The words of the sentence in front of token i."""
    first, _ = document.sentences[document.tokens[i].sentence]
    return document.text[document.tokens[first].start : document.tokens[i].start]


def _short_run(document: Document, i: int) -> bool:
    """Minutes can bound a run too, where the words speak of what it may take and not of answers."""
    token = document.tokens[i]
    first, last = document.sentences[token.sentence]
    answers = {
        "answer",
        "answers",
        "reply",
        "replies",
        "respond",
        "response",
        "wait",
        "waits",
        "call",
        "letter",
        "question",
    }
    framed = any(word in document.frame(i) for word in ("may take", "budget", "limit", "resource", "time", "cost"))
    trains = {"train", "training", "run", "tune", "tuning", "finish", "finished"} & set(document.norms(first, last))
    return token.unit.startswith("min") and not answers & set(document.norms(first, last)) and bool(framed or trains)
