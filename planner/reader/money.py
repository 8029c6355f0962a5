"""What a run may cost in money; prices, fees and revenues stay out."""

from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.patterns import Lexicon
from planner.reader.when import When
from planner.reader.words import word_set

_MONEY = Lexicon({
    "for": """
        got|have <money> for; for this; spare; can spare; incl everything; inclusive; including everything;
        we|can pay ?up ?to|till|until|max*; all included; total of; budget; budgets; spend; spending; spent;
        funds; funding; money; cap; ceiling; limit; allowance; afford;
        cost|costs ... training|run|whole|thing|project|all|it|this;
        training|run|whole|project|everything|it|this|that ... cost|costs;
        must|may|should|can|not|cannot|cant|to cost|costs; cost; costs; budgeted; set aside; earmarked; purse;
        approved; authorised|authorized; for this project; is all; not one|a cent|penny more; and not more;
        kosten; ausgeben; kostet; budget*; cout*; couter; depens*; coste; costar; gast*; custo; custar; costo;
        costare; spend*; spesa; kosten; uitgeven; uit te geven; all in; total; price tag; pay; paying; we have;
        free; available; wallet; the bill; max_cost; invoice goes to; petty cash; presupuesto; orcamento;
        bilancio; expense ?limit; outlay; blow; max; maximum; burn; fork out; shell out; sign off; signed off;
        envelope; kitty
    """,
    "against": """
        costs|cost us|me; cost us; cost me; costs me; costing us; a month; per month; a year; per year; a week;
        each; apiece;
        per call|ticket|hour|item|unit|person|piece|head|seat|night|customer|page|user|day|order|parcel|week|minute;
        an hour; salary; salaries; wages; revenue; turnover; profit*; sales; worth; gave us; donat*; donors;
        from <num>; prices; price of; priced; sold; sells; sell for; customers pay; fee|fees; fine; fined;
        fines; compensation; claim*; invoice|invoices over|above|of; order|orders over|above|worth; refund*;
        voucher*; deposit; lost us; we lost; savings; save; saves; saved; worth of;
        the old|previous vendor|supplier|bot|tool; paid last; was stopped; stopped; pilot; per head; last year;
        used to pay; charge|charges|charged; rent; in stock; discount*; product*; shoes; tickets cost;
        deductible; loan; loans; investment*; raised; purchase*; bought; earn*; penalty of; insured;
        ticket price; late fee; transactions ?over|above|of; amounts; payments; grant of; loses; losing us;
        losses; vendor ... quoted|wanted|asked; quoted us; wanted; licence|license costs; per token; 'a call';
        a piece
    """,
})  # fmt: skip


def read_money(draft: Draft, comparators: Comparators) -> None:
    document = draft.document
    hits = _MONEY.find(document)
    for i, token in enumerate(document.tokens):
        if token.kind != "money" or not draft.free(i):
            continue
        score, low, high = 0.0, i, i
        comparison = comparators.of(i)
        if comparison is not None and comparison.op in ("<=", "<") and not comparison.weak:
            score += 1.6
            low, high = comparison.first, comparison.last
        elif (
            comparison is not None
            and comparison.op in (">", ">=")
            and document.norm(comparison.first) not in ("needs", "require", "requires", "from")
        ):
            score -= 1.0
        else:
            # "no more than 15 trials and 400 euros": the limit before holds for both
            for k in range(i - 1, max(document.sentences[token.sentence][0] - 1, i - 8), -1):
                other = document.tokens[k]
                if other.kind in ("num", "gpu_hours", "duration", "share", "params"):
                    carried = comparators.of(k)
                    if (
                        carried is not None
                        and carried.op in ("<=", "<")
                        and word_set("and e et y und en , or") & set(document.norms(k + 1, i))
                    ):
                        score += 1.2
                        low = min(low, carried.first)
                    break
        block = document.block_of[i]
        if any(
            w in f"{document.frame(i)} {' '.join(block.header[:1])}"
            for w in (
                "money",
                "budget",
                "cost",
                "limit",
                "resource",
                "constraint",
                "kosten",
                "restriction",
                "frame",
                "condition",
            )
        ):
            score += 1.2
        nearest_for, nearest_against = 9.0, 9.0
        for hit in hits:
            if document.tokens[hit.first].sentence != token.sentence:
                continue
            apart = min(document.distance(hit.first, i), document.distance(hit.last, i))
            if hit.concept == "for":
                if apart < nearest_for:
                    nearest_for = apart
                    if apart < 2.2:
                        low, high = min(low, hit.first), max(high, hit.last)
            else:
                nearest_against = min(nearest_against, apart)
        if nearest_for < 2.5:
            score += 1.8 - 0.4 * nearest_for
        if nearest_against < 2.0:
            score -= 2.4 - 0.5 * nearest_against
        first, last = document.sentences[token.sentence]
        edges = [k for k in (i - 1, i + 1) if first <= k < last]
        if last - first <= 4 or (nearest_against > 4 and all(document.tokens[k].kind == "punct" for k in edges)):
            score += 1.0  # "80 EUR." stands alone
        if document.text.count("\n") == 0 and len(document.tokens) <= 12 and document.turn > 0:
            score += 0.6
        before = document.norms(first, i)
        if token.low is not None:
            score -= 0.3
        if "=" in before[-1:] and {"cost", "budget", "amount"} & set(before):
            score += 1.0
        if any(
            w in document.frame(i)
            for w in (
                "background",
                "nice to know",
                "situation",
                "who we are",
                "about us",
                "history",
                "why",
                "context",
                "ausgangslage",
            )
        ):
            score -= 1.5
        if any(
            isinstance(t.value, When) and t.value.year is not None and t.value.year < draft.document.today.year
            for t in document.tokens[first:last]
            if t.kind == "date"
        ):
            score -= 1.2
        if score < 0.9:
            continue
        draft.set("budget.cost", {"amount": float(token.value), "currency": token.unit}, low, high)
        draft.use(i)
