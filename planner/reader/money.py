"""What a run may cost in money; prices, fees and revenues stay out.

Each sum is weighed: by the limit that stands before it, by the words around it, by where it stands, and by what the
trained model makes of it. Several that count are a matter of dispute, unless one of them counts far more.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

from planner.reader.asides import aside
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.spending import LIMIT, OTHERS
from planner.reader.patterns import Hit, Lexicon
from planner.reader.senses import Senses
from planner.reader.telegram import telegraphic
from planner.reader.when import When
from planner.reader.whose_sum import of_something_else
from planner.reader.words import word_set

_MONEY = Lexicon({"limit": LIMIT, "others": OTHERS})
ENOUGH, FAR = 0.9, 1.6
"""Weight from which on a sum is the limit; lead by which one sum puts another aside."""
_FRAMES = word_set(
    "money budget cost costs limit limits resource resources constraint constraints kosten restriction frame condition"
)


@dataclass
class _Sum:
    """A sum at token i, what speaks for it being the limit, and the words that say so."""

    i: int
    amount: float
    currency: str
    low: int
    high: int
    weight: float = 0.0

    def reach(self, first: int, last: int) -> None:
        self.low, self.high = min(self.low, first), max(self.high, last)


def read_money(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    document = draft.document
    hits = _MONEY.find(document)
    sums = [
        _Sum(i, float(t.value), t.unit, i, i)
        for i, t in enumerate(document.tokens)
        if t.kind == "money" and draft.free(i)
    ]
    for one in [*sums, *_without_currency(draft, sums)]:
        _weigh(one, draft, comparators, hits)
        if document.tokens[one.i].kind == "money":
            one.weight += max(_heard(senses, one.i), -0.1 if telegraphic(document, one.i) else -2.0)
        if one.i not in {s.i for s in sums}:
            sums.append(one)
    best = max((one.weight for one in sums), default=0.0)
    for one, other in pairwise(sorted(sums, key=lambda one: one.i)):
        if _stretched(document, one.i, other.i):
            one.weight = min(one.weight, ENOUGH - 0.1)
    for one in sums:
        if one.weight >= ENOUGH and one.weight > best - FAR:
            draft.set("budget.cost", {"amount": one.amount, "currency": one.currency}, one.low, one.high)
        elif one.weight < ENOUGH / 2 and document.tokens[one.i].kind == "money":
            draft.use(one.i)  # no other reader makes it a limit
        if one.weight >= ENOUGH:
            draft.use(one.i)


def _stretched(document: Document, i: int, k: int) -> bool:
    """ "Two hundred dollars, well, two fifty if I have to": the second sum is the limit."""
    between, after = set(document.norms(i + 1, k)), set(document.norms(k + 1, k + 7))
    return (
        k - i <= 7
        and bool({"well", "or", "maybe", "even", "perhaps", "okay"} & between)
        and bool({"if", "pinch", "tops", "worst", "must", "push"} & after)
    )


def _without_currency(draft: Draft, sums: list[_Sum]) -> list[_Sum]:
    """ "£60 a month is too much, I could do 300 once": the second sum takes the currency of the first."""
    document = draft.document
    if not sums:
        return []
    found = []
    for i, token in enumerate(document.tokens):
        if token.kind != "num" or not draft.free(i) or token.signed or not 10 <= float(token.value) < 1e9:
            continue
        near = min(sums, key=lambda one: abs(document.tokens[one.i].sentence - token.sentence))
        before = [w for w in document.norms(max(document.sentences[token.sentence][0], i - 4), i) if w not in _SMALL]
        after = document.tokens[i + 1] if i + 1 < len(document.tokens) else None
        alone = (
            after is None or after.sentence != token.sentence or after.kind in ("punct", "op") or after.norm in _CLOSING
        )
        if (
            alone
            and before[-1:]
            and before[-1] in _PAYING
            and abs(document.tokens[near.i].sentence - token.sentence) <= 1
        ):
            found.append(_Sum(i, float(token.value), near.currency, i, i, weight=1.0))
    return found


_SMALL = word_set("only just about maybe perhaps up to max at most around still a the exactly")
_PAYING = word_set("do pay spend afford have spare give manage offer put budget limit cap got get make is be")
_CLOSING = word_set("once max maximum tops total altogether for and but if or in at all now")


def _weigh(one: _Sum, draft: Draft, comparators: Comparators, hits: list[Hit]) -> None:
    document, i = draft.document, one.i
    token = document.tokens[i]
    first, last = document.sentences[token.sentence]
    _weigh_bound(one, document, comparators)
    block = document.block_of[i]
    if _FRAMES & set(f"{document.frame(i)} {' '.join(block.header[:1])}".replace(":", " ").split()):
        one.weight += 1.2
    near_limit, near_others = 9.0, 9.0
    for hit in hits:
        if document.tokens[hit.first].sentence != token.sentence:
            continue
        if hit.first <= i <= hit.last:
            apart = 0.1
        else:
            apart = min(document.distance(hit.first, i), document.distance(hit.last, i)) + _so_between(document, hit, i)
        if hit.concept == "limit":
            if apart < near_limit:
                near_limit = apart
                if apart < 2.2:
                    one.reach(hit.first, hit.last)
        else:
            near_others = min(near_others, apart)
    if near_limit < 2.5:
        one.weight += 1.8 - 0.4 * near_limit
    if near_others < 1.2:
        one.weight -= 2.4 - 2 * near_others
    edges = [k for k in (i - 1, i + 1) if first <= k < last]
    if telegraphic(document, i) or (near_others > 4 and all(document.tokens[k].kind == "punct" for k in edges)):
        one.weight += 1.0  # "80 EUR." stands alone
    if document.text.count("\n") == 0 and len(document.tokens) <= 12 and document.turn > 0:
        one.weight += 0.6
    if token.low is not None:
        one.weight -= 0.3
    before = document.norms(first, i)
    if "=" in before[-1:] and {"cost", "budget", "amount"} & set(before):
        one.weight += 1.0
    if of_something_else(document, i, comparators) or (_again(document, i) and comparators.of(i) is None):
        one.weight -= 2.0
    if aside(document, i):
        one.weight -= 1.5
    if any(
        isinstance(t.value, When) and t.value.year is not None and t.value.year < document.today.year
        for t in document.tokens[first:last]
        if t.kind == "date"
    ):
        one.weight -= 1.2


def _again(document: Document, i: int) -> bool:
    """ "2,000 euros a month" is what something costs again and again."""
    behind = " ".join(document.norms(i + 1, i + 3)).split()[:2]  # "a month" may be one token
    return behind[:1] in (["a"], ["per"], ["every"], ["each"], ["an"]) and behind[-1] in _PERIODS


_PERIODS = word_set("month week year day hour quarter night head person piece")


def _weigh_bound(one: _Sum, document: Document, comparators: Comparators) -> None:
    i = one.i
    comparison = comparators.of(i)
    if comparison is not None and comparison.op in ("<=", "<"):
        one.weight += 0.6 if comparison.weak else 1.6
        one.reach(comparison.first, comparison.last)
    elif comparison is not None and comparison.op in (">", ">=") and document.norm(comparison.first) not in _NEEDS:
        one.weight -= 1.0
    else:  # "no more than 15 trials and 400 euros": the limit before holds for both
        first = document.sentences[document.tokens[i].sentence][0]
        for k in range(i - 1, max(first - 1, i - 8), -1):
            if document.tokens[k].kind in ("num", "gpu_hours", "duration", "share", "params"):
                carried = comparators.of(k)
                linked = word_set("and e et y und en , or") & set(document.norms(k + 1, i))
                if carried is not None and carried.op in ("<=", "<") and linked:
                    one.weight += 1.2
                    one.reach(carried.first, i)
                break


_NEEDS = word_set("needs require requires from")


def _so_between(document: Document, hit: Hit, i: int) -> float:
    """What else parts words and sum: "… costs 20,000, so 1,000 for this is fine"."""
    low, high = (hit.last, i) if hit.last < i else (i, hit.first)
    return 1.2 if {"so", "therefore", "while", "though", "because"} & set(document.norms(low + 1, high)) else 0.0


def _heard(senses: Senses, i: int) -> float:
    """What the trained model adds or takes, -1.2..1.2; it knows far more sums of the background than limits."""
    chance = min(max(senses.of(i).get("cost", 0.0), 1e-4), 1 - 1e-4)
    return min(max(0.4 * (math.log(chance / (1 - chance)) + 1.3), -1.2), 1.2)
