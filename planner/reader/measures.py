"""Which measure a figure is of: phrases that name one, how far they stand, and what the figure's words sound like."""

from math import log

from planner.reader.figures import Figure, asked_for, demanded, of_a_size
from planner.reader.layout import Document
from planner.reader.lexicon.quality import HIGHER, METRICS
from planner.reader.negation import negated
from planner.reader.opponents import opponents
from planner.reader.patterns import Hit, Lexicon, around, covered
from planner.reader.rejecting import rejected
from planner.reader.senses import RATES, Senses
from planner.reader.tokens import tokenise
from planner.reader.words import word_set

_METRICS = Lexicon(METRICS)
_OTHER = Lexicon({
    # a share of something else: discounts, growth, parts of the data
    "other": """
        discount*; growth; grew; increase* by; raise; vat; tax; interest rate; turnover; revenue; market share;
        of ?our|the customers|users|staff|employees|traffic|revenue|volume|tickets|calls|them|people are|is|were|have|has|write|come*|speak;
        churn; occupancy; share of ?the|our data; more than ?the year before; inflation; commission; premium;
        deposit; battery; humidity; full; part time; of our revenue|sales|volume|business; off the price;
        less than a year ago; workload; saves; save us; of ?all|our|the tickets|mails|calls|cases are|concern;
        retention; attendance; cheaper; load;
        questions|mails|messages|requests|chats|documents|files|letters|calls|tickets|cases ... are|is|were about|from|over|via|on;
        come|comes|came by|from|via|through|after|before|at; are|is about|written; concern|concerns; deal|deals with
    """,
})  # fmt: skip
MANY = 0.5
"""A share of something bad above this only sounds so: "free of errors" is told by words."""
_PLAIN = frozenset(("exact_match", "f1", "rouge_l", "perplexity", "tool_success_rate", "format_valid_rate"))
SURE = 0.5
"""Probability from which on a figure that is asked for is of the measure that it sounds like."""
BARE = 0.75
"""The same where neither a limit nor a word such as "must" asks for it."""
_DOUBT = 0.5
"""How much a measure loses against one that the words sound more like, per unit of log-odds."""
FARTHEST, FARTHEST_BARE = 9.5, 4.0
"""Costs up to which a phrase names the measure of a figure, with and without a clear limit."""


def named_measures(document: Document) -> list[Hit]:
    """Phrases that name a measure, without those that only look so. `error` and `latency` are yet to be told apart."""
    hits = _METRICS.find(document)
    hits = [h for h in covered(hits, [h for h in hits if h.concept == "none"]) if h.concept != "none"]
    rivals = opponents(document)
    kept = []
    for hit in [*hits, *_inside_shares(document)]:
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
        if (hit.concept == "accuracy" and any(o.concept == "error" for o in inside)) or (
            hit.concept == "error" and inside
        ):
            continue
        if hit.concept == "accuracy" and any(
            o.concept == "exact_match"
            and 0 < hit.first - o.last <= 5
            and document.tokens[o.first].sentence == document.tokens[hit.first].sentence
            for o in around(hits, hit)
        ):
            continue  # "agrees exactly with the correct value"
        if hit.concept != "win_rate" and any(o.first < hit.first <= hit.last <= o.last for o in rivals):
            continue  # "our current tool" speaks of no calls
        if hit.concept == "accuracy" and negated(document, hit.first, hit.last, reach=1, after=False):
            hit = Hit("error", hit.first, hit.last)
        if hit.concept == "error" and _free_of(document, hit):
            hit = Hit("accuracy", hit.first, hit.last)
        kept.append(hit)
    return kept


def _free_of(document: Document, hit: Hit) -> bool:
    """ "In 88 of 100 there is no error", "without mistakes": of most of them it is asked that they be right."""
    before = document.norms(hit.first - 3, hit.first)
    if not (before[-1:] in (["no"], ["without"], ["zero"]) or {"without", "free"} & set(before)):
        return False
    first, last = document.sentences[document.tokens[hit.first].sentence]
    first, last = max(first, hit.first - 40), min(last, hit.last + 40)
    shares = [t for t in document.tokens[first:last] if t.kind in ("share", "num") and not t.masked and t.value]
    near = min(shares, key=lambda t: abs(t.start - document.tokens[hit.first].start), default=None)
    return near is not None and (float(near.value) > MANY)


_REACHING = ("tool_success_rate", "format_valid_rate", "pass_rate")
"""Measures whose phrase may begin with what is counted: "99 calls in 100 go through"."""


def _inside_shares(document: Document) -> list[Hit]:
    """Measures that begin between a part and its whole: "one wrong answer in fifty", "99 calls in 100 go through"."""
    found = []
    for i, token in enumerate(document.tokens):
        if token.kind != "share" or token.masked or token.norm.count(" ") < 3:
            continue
        words = [t for t in tokenise(document.text[token.start : token.end]) if t.kind == "word"]
        own = len(words)
        for inside in words:
            inside.sentence = token.sentence
        words += [t for t in document.tokens[i + 1 : i + 6] if t.sentence == token.sentence]
        inner = Document(token.norm, document.turn, document.today, (), document.language, [], words)
        found += [
            Hit(h.concept, i, i)
            for h in _METRICS.find(inner)
            if h.concept not in ("none", "latency") and h.first < own and (h.last < own or h.concept in _REACHING)
        ][:1]
    return found


def measures_of(document: Document, figure: Figure, hits: list[Hit], senses: Senses) -> list[tuple[float, Hit]]:
    """Measures that a figure may be of, each with its cost; a measure that no phrase names stands at the figure."""
    found = [
        (cost, hit)
        for hit in hits
        if hit.concept != "latency"
        and (cost := _cost(document, figure, hit, senses)) is not None
        and cost < (FARTHEST if figure.limited else FARTHEST_BARE)
    ]
    if not asked_for(document, figure):
        return []
    sense, how_sure = senses.likely(figure.i)
    if not of_a_size(document, figure, sense, 0.0):
        return found
    if (
        sense in RATES
        and how_sure >= (SURE if figure.limited or demanded(document, figure.i) else BARE)
        and not _of_something_else(document, figure)
        and (sense in HIGHER or float(document.tokens[figure.i].value) < MANY)
    ):
        # a phrase that names another measure plainly is worth more than a sound
        plain = any(h.concept in _PLAIN and cost < FARTHEST_BARE for cost, h in found)
        found.append((2.4 - how_sure + plain, Hit(sense, figure.i, figure.i)))
    return found


def _of_something_else(document: Document, figure: Figure, nearer: float = 0.8, hit: Hit | None = None) -> bool:
    sentence = document.tokens[figure.i].sentence
    return any(
        document.tokens[o.first].sentence == sentence
        and distance(document, o, figure.i) < nearer
        and not (hit is not None and hit.first <= o.first <= hit.last)
        for o in _OTHER.find(document)
    )


def speaks_of_else(document: Document, i: int) -> bool:
    """Whether the sentence of token i is about discounts, growth, parts of the data."""
    sentence = document.tokens[i].sentence
    return any(document.tokens[o.first].sentence == sentence for o in _OTHER.find(document))


def distance(document: Document, hit: Hit, i: int) -> float:
    """From a phrase to a token; 0 inside of it."""
    if hit.first <= i <= hit.last:
        return 0.0
    return min(document.distance(hit.first, i), document.distance(hit.last, i))


def _cost(document: Document, figure: Figure, hit: Hit, senses: Senses) -> float | None:
    token = document.tokens[figure.i]
    near = distance(document, hit, figure.i)
    if (
        _named_otherwise(document, figure.i, hit)
        or not of_a_size(document, figure, hit.concept, near)
        or not _in_reach(document, figure, hit)
        or (hit.concept == "perplexity" and token.kind == "share")
        or (
            hit.concept == "error"
            and not figure.limited
            and not (_tolerated(document, figure.i) or rejected(document, figure.i))
        )
        or _of_something_else(document, figure, min(near, 0.8), hit)
    ):
        return None
    cost = near
    if hit.concept == "win_rate" and hit.last < figure.i and token.kind == "share":
        cost *= 0.6  # the clause names the opponent between the verb and the share
    if hit.concept in ("tool_success_rate", "policy_violation_rate"):
        cost *= 0.8
    return cost + _doubt(senses.of(figure.i), hit.concept, limited=figure.limited)


def _tolerated(document: Document, i: int) -> bool:
    """Whether the sentence allows mistakes rather than tells of them ("wrong half of the time")."""
    first, last = document.sentences[document.tokens[i].sentence]
    return bool(
        word_set("allowed may tolerate tolerable tolerated accept acceptable live permitted sleep")
        & set(document.norms(first, last))
    )


def _doubt(sounds: dict[str, float], measure: str, *, limited: bool) -> float:
    """How much less a figure sounds like a measure than like the one that it sounds most like."""
    if not sounds:
        return 0.0
    own = max(sounds.get(measure, 0.0), 0.005)
    best = max((p for sense, p in sounds.items() if sense in RATES), default=own)
    background = sounds.get("none", 0.0)
    doubt = _DOUBT * max(0.0, log(best / own))
    if background > 0.5:
        doubt += (1.0 if limited else 2.0) * (background - 0.5) / 0.5
    return doubt


def _named_otherwise(document: Document, i: int, hit: Hit) -> bool:
    """Whether the number has a name of its own: "holdout=0.1"."""
    sign, name = document.norm(i - 1), i - 2
    return (
        (sign == "=" or (sign in (">=", "<=", "<", ">") and document.tokens[i - 1].glued))
        and name > 0
        and document.tokens[name].kind == "word"
        and not hit.first <= name <= hit.last
        and document.tokens[name].sentence == document.tokens[i].sentence
        and document.norm(name) not in _AFTER_MEASURE
    )


def _in_reach(document: Document, figure: Figure, hit: Hit) -> bool:
    """In the same sentence, or, of a clear limit, in the one beside it."""
    apart = abs(document.tokens[figure.i].sentence - document.tokens[hit.first].sentence)
    if not apart:
        return True
    block, other = document.block_of[figure.i], document.block_of[hit.first]
    same = block is other or (other.kind == "heading" and block.heading and hit.first < figure.i)
    return bool(
        same
        and figure.limited
        and apart == 1
        and not (hit.first > figure.i and document.tokens[figure.i].sentence == 0 and hit.concept == "win_rate")
    )


_AFTER_MEASURE = frozenset(
    "rate score value level l is be gate answers right correct time latency share average seconds".split()
)
