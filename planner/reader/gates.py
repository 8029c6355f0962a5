"""Conditions that the finished model must meet: a metric, which way, how much."""

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.latency import ASKED, Figure, read_latency
from planner.reader.layout import Document
from planner.reader.lexicon.quality import HIGHER, METRICS, OPPONENTS
from planner.reader.negation import negated
from planner.reader.patterns import Hit, Lexicon, around, covered
from planner.reader.senses import RATES, Senses
from planner.reader.words import word_set

_METRICS = Lexicon(METRICS)

_OPPONENTS = Lexicon(OPPONENTS)

_CONTEXT = Lexicon({
    # a share of something else: discounts, growth, parts of the data
    "other": """
        discount*; growth; grew; increase* by; raise; vat; tax; interest rate; turnover; revenue; market share;
        of ?our|the customers|users|staff|employees|traffic|revenue|volume|tickets|calls|them|people are|is|were|have|has|write|come*|speak;
        churn; occupancy; share of ?the|our data; more than ?the year before; inflation; commission; premium;
        deposit; battery; humidity; full; part time; of our revenue|sales|volume|business; off the price;
        less than a year ago; workload; saves; save us; of ?all|our|the tickets|mails|calls|cases are|concern;
        retention; attendance; cheaper; load
    """,
    "p50": """
        p50; median; typical*; typically; average; on average; mean; usually; half of; normally; normal answer;
        im schnitt; en moyenne; de media; em media; in media; gemiddeld; most of the time; as a rule;
        generally; in most cases; ordinary answer|question|reply
    """,
    "p95": """
        p95; 95th percentile; percentile; p99; p 95; always; every answer; nobody; no one; worst case;
        95 percentile; at all times; even; all answers; each answer
    """,
})  # fmt: skip

_FRAME = Lexicon({
    "quality": """
        quality; target*; acceptance; gate*; metric*; success; must have*; criteria; what good; good enough;
        thresholds; pass mark; go live; requirement*; bar; kpi*; how we judge; we accept; accepted;
        we re happy; okay if; done when; is enough; measure*
    """,
})  # fmt: skip


def read_gates(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    """Claims for `gates`; draws on every share, time or bare figure that no other field has taken."""
    document = draft.document
    hits = _METRICS.find(document)
    hits = [
        h
        for h in covered(hits, [h for h in hits if h.concept == "none"])
        if h.concept != "none" and draft.free(h.first) and draft.free(h.last)
    ]
    hits = _sift(document, hits)
    figures = [
        Figure(i, t.kind, comparators.of(i))
        for i, t in enumerate(document.tokens)
        if t.kind in ("share", "num", "duration") and draft.free(i) and not t.signed
    ]
    context = _CONTEXT.find(document)
    read_latency(draft, [f for f in figures if f.kind == "duration"], figures, hits, context, senses)
    pairs = []
    for figure in figures:
        if figure.kind == "duration" or figure.i in draft.used:
            continue
        sentence = document.tokens[figure.i].sentence
        for hit in hits:
            if abs(document.tokens[hit.first].sentence - sentence) > 1:
                continue
            cost = _cost(document, figure, hit, context)
            if cost is not None:
                pairs.append((cost, figure.i, hit, figure))
    pairs.sort(key=lambda p: (p[0], p[1]))
    taken: set[tuple[int, int]] = set()
    for _, i, hit, figure in pairs:
        if i in draft.used or (hit.first, hit.last) in taken:
            continue
        if claim_gate(draft, figure, _heard(hit, figure, senses)):
            taken.add((hit.first, hit.last))
            draft.use(i, *range(hit.first, hit.last + 1))
    _bare(draft, figures, context)
    _beat(draft, hits)


def _bare(draft: Draft, figures: list[Figure], context: list[Hit]) -> None:
    """ "Spot phishing, at least 99%": a floor that names no metric is for right answers."""
    document = draft.document
    if document.turn or any(c.path == "gates" and c.value["metric"] == "accuracy" for c in draft.claims):
        return
    for figure in figures:
        token = document.tokens[figure.i]
        if (
            figure.kind != "share"
            or figure.i in draft.used
            or figure.comparison is None
            or figure.comparison.weak
            or float(token.value) < 0.5
        ):
            continue
        if figure.comparison.op not in (">=", ">", "better") or (
            {"of", "der", "des", "de", "off"} & set(document.norms(figure.i + 1, figure.i + 2))
            and not ASKED & set(document.norms(figure.i + 1, figure.i + 4))
        ):
            continue
        if any(c.concept == "other" and document.tokens[c.first].sentence == token.sentence for c in context):
            continue
        op = figure.comparison.op if figure.comparison.op != "better" else ">="
        draft.claim(
            "gates",
            {"metric": "accuracy", "op": op, "value": round(float(token.value), 9)},
            min(figure.comparison.first, figure.i),
            max(figure.comparison.last, figure.i),
            "no measure is named, so the share of right answers",
        )
        draft.use(figure.i)
        return


def _sift(document: Document, hits: list[Hit]) -> list[Hit]:
    """Drops the weaker of two readings of the same words."""
    spans = {(h.first, h.last, h.concept) for h in hits}
    kept = []
    for hit in hits:
        inside = [
            o
            for o in around(hits, hit)
            if o is not hit
            and o.first <= hit.first
            and hit.last <= o.last
            and (o.last - o.first) > (hit.last - hit.first)
        ]
        if hit.concept in ("accuracy", "latency") and any(o.concept not in ("accuracy", "latency") for o in inside):
            continue
        if hit.concept == "accuracy" and any(o.concept == "error" for o in inside):
            continue
        if hit.concept == "error" and inside:
            continue
        if hit.concept == "accuracy" and negated(document, hit.first, hit.last, reach=1, after=False):
            hit = Hit("error", hit.first, hit.last)
        if (
            hit.concept == "format_valid_rate"
            and document.norm(hit.first) == "valid"
            and hit.first == hit.last
            and (hit.first, hit.last, "x") in spans
        ):
            continue
        kept.append(hit)
    return kept


def _cost(document: Document, figure: Figure, hit: Hit, context: list[Hit]) -> float | None:
    token, concept = document.tokens[figure.i], hit.concept
    if concept == "latency":
        return None
    value = float(token.value)
    if hit.first <= figure.i <= hit.last:
        cost = 0.0
    else:
        cost = min(document.distance(hit.first, figure.i), document.distance(hit.last, figure.i))
    explicit = figure.comparison is not None and not figure.comparison.weak
    if (
        (
            document.norm(figure.i - 1) == "="
            or (document.norm(figure.i - 1) in (">=", "<=", "<", ">") and document.tokens[figure.i - 1].glued)
        )
        and document.tokens[figure.i - 2].kind == "word"
        and not hit.first <= figure.i - 2 <= hit.last
        and figure.i - 2 > 0
        and document.tokens[figure.i - 2].sentence == token.sentence
        and document.norm(figure.i - 2) not in _AFTER_METRIC
    ):
        return None  # "holdout=0.1": the number has a name of its own
    if token.kind == "num":
        if token.mark or token.value is None:
            return None
        adjacent = cost < 0.9 or (cost < 2.5 and document.block_of[figure.i].kind == "row")
        if concept == "perplexity":
            if not (1 < value < 10000):
                return None
        elif concept == "reward":
            if not (0 < value <= 100):
                return None
        elif 0 < value < 1 or (value == 1 and explicit):
            if not adjacent and not explicit:
                return None
        elif (
            1 < value <= 100
            and adjacent
            and document.norm(figure.i + 1) not in _COUNTED
            and (
                explicit
                or (
                    concept in ("f1", "rouge_l", "accuracy")
                    and document.norm(figure.i - 1) in ("of", "to", ":", "=", "is")
                )
            )
        ):
            if not (
                document.tokens[figure.i + 1 : figure.i + 2] == []
                or document.tokens[figure.i + 1].kind in ("punct", "op")
                or document.norm(figure.i + 1) in word_set("or and on is would at")
            ):
                return None
        else:
            return None
    if token.sentence != document.tokens[hit.first].sentence:
        same = document.block_of[figure.i] is document.block_of[hit.first] or (
            document.block_of[hit.first].kind == "heading"
            and document.block_of[figure.i].heading
            and hit.first < figure.i
        )
        if (
            not (same and explicit)
            or abs(token.sentence - document.tokens[hit.first].sentence) > 1
            or (hit.first > figure.i and token.sentence == 0 and concept == "win_rate")
        ):
            return None
    if concept == "perplexity" and token.kind == "share":
        return None
    if concept == "error" and not explicit:
        return None  # "finds the wrong page half of the time" tells, it doesn't ask
    for other in context:
        if other.concept == "other" and document.tokens[other.first].sentence == token.sentence:
            apart = min(document.distance(other.first, figure.i), document.distance(other.last, figure.i))
            if apart < min(cost, 0.8) and not (hit.first <= other.first <= hit.last):
                return None
    if concept == "win_rate" and hit.last < figure.i and token.kind == "share":
        cost *= 0.6  # the clause names the opponent between the verb and the share
    if concept == "tool_success_rate" or concept == "policy_violation_rate":
        cost *= 0.8
    return cost if cost < (9.5 if explicit else 4.0) else None


_AFTER_METRIC = frozenset(
    "rate score value level l is be gate answers right correct time latency share average seconds".split()
)

_COUNTED = frozenset(
    """
        questions cases answers examples trials people users experts gpus times files pages words tickets
        languages
    """.split()
)


SURER = 0.6
"""Probability from which on the sound of a figure's words goes before the metric that a phrase names in passing."""
_BROAD = frozenset(("accuracy", "error", "exact_match", "tool_success_rate", "pass_rate"))
"""Metrics whose words ("right", "call", "test") stand in sentences about others as well."""


def _heard(hit: Hit, figure: Figure, senses: Senses) -> Hit:
    """The hit, with the metric that the whole sentence sounds like where its own is a broad one."""
    sense, how_sure = senses.likely(figure.i)
    if hit.concept in _BROAD and sense in _RATES and sense != hit.concept and how_sure >= SURER:
        if hit.concept == "error" and sense == "accuracy":
            return hit  # "wrong in at most 5 %" says the same the other way round
        return Hit(sense, hit.first, hit.last)
    return hit


_RATES = frozenset(RATES) - {"error"}


def claim_gate(draft: Draft, figure: Figure, hit: Hit) -> bool:
    document, token = draft.document, draft.document.tokens[figure.i]
    value, metric = float(token.value), hit.concept
    if token.kind == "num" and value > 1 and metric not in ("perplexity", "reward"):
        value /= 100
    if metric == "reward" and token.kind == "num" and value > 10:
        value /= 100
    op = figure.comparison.op if figure.comparison is not None else None
    if (
        metric == "accuracy"
        and document.norms(hit.first, hit.last + 1) == ["success", "rate"]
        and draft.value("task") == "tool_use"
    ):
        metric = "tool_success_rate"
    higher = metric in HIGHER
    if op == "better":
        op = ">=" if higher else "<="
    if op is None:
        op = ">=" if higher else "<="
    if metric == "error":
        metric, value, higher = "accuracy", round(1 - value, 9), True
        op = {"<=": ">=", "<": ">", ">=": ">=", ">": ">"}[op]
    elif not higher and op in (">=", ">") and token.kind == "share" and value > 0.5:
        # "99% free of made-up facts" limits the opposite
        value, op = round(1 - value, 9), {">=": "<=", ">": "<"}[op]
    elif higher and metric in ("accuracy", "pass_rate", "format_valid_rate", "tool_success_rate") and op in ("<=", "<"):
        if value >= 0.5 and figure.comparison is not None and figure.comparison.op in ("<", "<="):
            op = ">="
        else:
            return False
    if token.kind == "share" and not (0 <= value <= 1):
        draft.claim(
            "gates", {"metric": metric, "op": op, "value": value}, min(hit.first, figure.i), max(hit.last, figure.i)
        )
        return True
    item: dict[str, object] = {"metric": metric, "op": op, "value": round(value, 9)}
    spans = [hit.first, hit.last, figure.i] + ([token.whole] if token.whole is not None else [])
    if figure.comparison is not None:
        spans += [figure.comparison.first, figure.comparison.last]
    if metric == "win_rate":
        opponent = _opponent(document, token.sentence, hit)
        if opponent is None and not any(document.norm(k).startswith("win") for k in range(hit.first, hit.last + 1)):
            return False
        item["against"] = opponent.concept if opponent else None
        if opponent and document.tokens[opponent.first].sentence == token.sentence:
            spans += [opponent.first, opponent.last]
    draft.claim("gates", item, min(spans), max(spans))
    return True


def _opponent(document: Document, sentence: int, hit: Hit) -> Hit | None:
    """The opponent named nearest behind the verb; else in the sentence, or in the one before ("win against it")."""
    found = _OPPONENTS.find(document)
    here = [
        o for o in found if document.tokens[o.first].sentence == sentence and not (hit.first <= o.first <= hit.last)
    ]
    if here:
        return min(here, key=lambda o: (o.first < hit.first, document.distance(hit.last, o.first), -(o.last - o.first)))
    before = [o for o in found if 0 < sentence - document.tokens[o.first].sentence <= 2]
    return before[-1] if before else None


def _beat(draft: Draft, hits: list[Hit]) -> None:
    """ "Must beat X" without a number is a win rate above one half."""
    document = draft.document
    if any(c.path == "gates" and c.value["metric"] == "win_rate" for c in draft.claims):
        return
    claimed: set[str] = set()
    for hit in hits:
        if hit.concept != "win_rate" or not draft.free(hit.first) or negated(document, hit.first, hit.last):
            continue
        words = document.norms(hit.first, hit.last + 1)
        sentence = document.tokens[hit.first].sentence
        first, last = document.sentences[sentence]
        if words[0].startswith(("prefer", "top", "picked", "chosen")) or (
            words[0] in ("wins", "win") and len(words) == 1
        ):
            continue
        opponents = _beaten(document, hit, last)
        if not opponents:
            continue
        wish = set(document.norms(first, hit.first)) & word_set(
            "must should has have needs need want to only if unless shall soll muss doit debe deve moet please gate :"
        )
        if not wish and hit.first - first > 2:
            continue
        equal = words[:3] == ["as", "good", "as"]
        for opponent in opponents:
            if opponent.concept in claimed:
                continue
            claimed.add(opponent.concept)
            draft.claim(
                "gates",
                {"metric": "win_rate", "op": ">=" if equal else ">", "value": 0.5, "against": opponent.concept},
                hit.first,
                opponent.last,
                "beating something means winning more than half of the comparisons",
            )
            draft.use(*range(hit.first, opponent.last + 1))


def _beaten(document: Document, hit: Hit, last: int) -> list[Hit]:
    """Who stands behind the verb: the nearest, and those that an "and" or a comma adds to it."""
    found: list[Hit] = []
    for other in sorted(_OPPONENTS.find(document), key=lambda o: o.first):
        if not hit.first < other.first < last:
            continue
        if not found:
            if other.first - hit.last <= 7:
                found.append(other)
            continue
        between = document.norms(found[-1].last + 1, other.first)
        if len(between) <= 4 and set(between) & {"and", ",", "und", "et", "y", "e", "en"}:
            found.append(other)
        elif other.first > found[-1].last:
            break
    return found
