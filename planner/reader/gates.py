"""Conditions that the finished model must meet: a measure, which way, how much."""

from planner.reader.beating import read_beating
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.figures import Figure, demanded
from planner.reader.gate_claim import claim_gate
from planner.reader.latency import ASKED, read_latency
from planner.reader.layout import Document
from planner.reader.measures import measures_of, named_measures, speaks_of_else
from planner.reader.patterns import Hit
from planner.reader.senses import Senses
from planner.reader.words import word_set

_MAY_FOLLOW = word_set(
    "of or and on in at is would will for from with by before to please as but otherwise else when if over across per der "
    "des de von bei und oder du des della van"
)
RETRAINING = 0.6
"""Probability from which on a figure is what a later training waits for, no condition of this one."""


def read_gates(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    """Claims for `gates`; draws on every share, time or bare figure that no other field has taken."""
    document = draft.document
    hits = [h for h in named_measures(document) if draft.free(h.first) and draft.free(h.last)]
    figures = [
        Figure(i, t.kind, comparators.of(i))
        for i, t in enumerate(document.tokens)
        if t.kind in ("share", "num", "duration") and draft.free(i) and not t.signed
    ]
    read_latency(draft, figures, hits, senses)
    pairs: list[tuple[float, int, Hit, Figure]] = []
    for figure in figures:
        if figure.kind == "duration" or figure.i in draft.used:
            continue
        if senses.of(figure.i).get("retrain_value", 0.0) >= RETRAINING and _retrains(draft):
            continue
        pairs += [(cost, figure.i, hit, figure) for cost, hit in measures_of(document, figure, hits, senses)]
    pairs.sort(key=lambda p: (p[0], p[1]))
    taken: set[tuple[int, int]] = set()
    for _, i, hit, figure in pairs:
        if i in draft.used or (hit.first, hit.last) in taken:
            continue
        if hit.first == hit.last == i and (document.turn or _claimed(draft, hit.concept)):
            continue  # it only sounds so
        if claim_gate(draft, figure, hit):
            taken.add((hit.first, hit.last))
            draft.use(i, *range(hit.first, hit.last + 1))
    _bare(draft, figures, senses)
    _ceilings(draft, figures, senses)
    read_beating(draft, hits)


def _claimed(draft: Draft, measure: str) -> bool:
    measure = "accuracy" if measure == "error" else measure
    return any(claim.value["metric"] == measure for claim in draft.items("gates"))


def _retrains(draft: Draft) -> bool:
    return any(claim.path.startswith("monitoring") for claim in draft.claims)


def _by_task(draft: Draft, figure: Figure) -> str:
    """What a floor without a measure is for: right answers, or calls that go through."""
    document = draft.document
    near = {*document.tokens[figure.i].norm.split(), *document.norms(figure.i + 1, figure.i + 5)}
    return "tool_success_rate" if draft.value("task") == "tool_use" and {"call", "calls"} & near else "accuracy"


def _floor(document: Document, figure: Figure) -> bool:
    """Whether a figure is the least that is asked for: by a limit, or of answers that must be something."""
    comparison = figure.comparison
    if comparison is not None and not comparison.weak:
        return comparison.op in (">=", ">", "better")
    near = {*document.tokens[figure.i].norm.split(), *document.norms(figure.i + 1, figure.i + 4)}
    if _RAISED & set(document.norms(figure.i - 4, figure.i)) and _after_present(document, figure.i):
        return True
    return bool(ASKED & near) and demanded(document, figure.i)


def _after_present(document: Document, i: int) -> bool:
    """ "People get 80 % right. Make it 92 %.": the figure goes on from one that tells of the present."""
    sentence = document.tokens[i].sentence
    return any(
        t.mark in ("today", "corrected") and t.kind == "share" and 0 <= sentence - t.sentence <= 1
        for t in document.tokens[max(0, i - 60) : i]
    )


_RAISED = word_set("make get bring raise lift push want need up reach")


def _bare(draft: Draft, figures: list[Figure], senses: Senses) -> None:
    """ "Spot phishing, at least 99%": a floor that names no measure is for right answers."""
    document = draft.document
    if document.turn or any(c.value["metric"] == "accuracy" for c in draft.items("gates")):
        return
    for figure in figures:
        token, comparison = document.tokens[figure.i], figure.comparison
        if (
            figure.kind != "share"
            or figure.i in draft.used
            or float(token.value) < 0.5
            or not _floor(document, figure)
            or speaks_of_else(document, figure.i)
            or senses.of(figure.i).get("none", 0.0) > 0.8
            or senses.of(figure.i).get("retrain_value", 0.0) >= RETRAINING
        ):
            continue
        after = document.norms(figure.i + 1, figure.i + 4)
        if {"of", "der", "des", "de", "off"} & set(after[:1]) and not ASKED & set(after):
            continue
        behind = max(comparison.last if comparison else 0, figure.i) + 1
        if (
            not (ASKED & {*token.norm.split(), *after} and demanded(document, figure.i))
            and behind < len(document.tokens)
            and document.tokens[behind].sentence == token.sentence
            and document.tokens[behind].kind == "word"
            and document.norm(behind) not in _MAY_FOLLOW
        ):
            continue  # the figure says something of its own: "more than 70 % come by train"
        draft.claim(
            "gates",
            {
                "metric": _by_task(draft, figure),
                "op": comparison.op if comparison is not None and comparison.op != "better" else ">=",
                "value": round(float(token.value), 9),
            },
            min(
                comparison.first if comparison else figure.i,
                figure.i,
                *([token.whole] if token.whole is not None else []),
            ),
            max(comparison.last if comparison else figure.i, figure.i),
            "no measure is named, so the share of right answers",
        )
        draft.use(figure.i)
        return


def _ceilings(draft: Draft, figures: list[Figure], senses: Senses) -> None:
    """ "Deleting anything unasked: at most once in a thousand runs": a small ceiling that names no measure is for lapses."""
    document = draft.document
    for figure in figures:
        token, comparison = document.tokens[figure.i], figure.comparison
        if (
            figure.kind != "share"
            or figure.i in draft.used
            or document.turn
            or comparison is None
            or comparison.op not in ("<=", "<")
            or not 0 < float(token.value) <= LAPSES
            or speaks_of_else(document, figure.i)
        ):
            continue
        sounds = senses.of(figure.i)
        lapses = {"policy_violation_rate": 1.0, "hallucination_rate": UNNAMED, "error": 1.0}
        likely = {measure: sounds.get(measure, 0.0) * weight for measure, weight in lapses.items()}
        measure = max(likely, key=lambda one: likely[one])
        if sum(sounds.get(one, 0.0) for one in lapses) < LAPSE or measure == "error" or _claimed(draft, measure):
            continue
        if claim_gate(draft, figure, Hit(measure, figure.i, figure.i)):
            draft.use(figure.i)


LAPSES, LAPSE = 0.1, 0.55
"""Shares up to which a ceiling is for lapses, and how sure it must be that some lapse is meant."""
UNNAMED = 0.4
"""Who means invention says so: without a word for it, it is the less likely."""
