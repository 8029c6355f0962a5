"""What a run may cost: money, GPU-hours, time on the clock, a last day."""

from datetime import date, timedelta

from planner.reader.comparators import Comparators
from planner.reader.dates import When
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.negation import negated
from planner.reader.patterns import Lexicon

_MONEY = Lexicon({
    "for": """
        got|have <money> for; for this; spare; can spare;
        incl everything; inclusive; including everything; we|can pay ?up ?to|till|until|max*; all included; total of;
        budget; budgets; spend; spending; spent; funds; funding; money; cap; ceiling; limit; allowance; afford; cost|costs ... training|run|whole|thing|project|all|it|this; training|run|whole|project|everything|it|this|that ... cost|costs; must|may|should|can|not|cannot|cant|to cost|costs; cost; costs; budgeted; set aside; earmarked; purse; approved; authorised|authorized;
        for this project; is all; not one|a cent|penny more; and not more; kosten; ausgeben; kostet; budget*; cout*; couter; depens*; coste; costar; gast*; custo; custar; costo; costare; spend*; spesa; kosten; uitgeven; uit te geven; all in; total; price tag; pay; paying; we have; free; available; wallet; the bill; max_cost; invoice goes to; petty cash; presupuesto; orcamento; bilancio; expense ?limit; outlay; blow; max; maximum; burn; fork out; shell out; sign off; signed off; envelope; kitty""",
    "against": """
        costs|cost us|me; cost us; cost me; costs me; costing us; a month; per month; a year; per year; a week; each; apiece; per call|ticket|hour|item|unit|person|piece|head|seat|night|customer|page|user|day|order|parcel|week|minute; an hour; salary; salaries; wages; revenue; turnover; profit*; sales; worth; gave us; donat*; donors; from <num>; prices; price of; priced; sold; sells; sell for; customers pay; fee|fees; fine; fined; fines; compensation; claim*; invoice|invoices over|above|of; order|orders over|above|worth; refund*; voucher*; deposit; lost us; we lost; savings; save; saves; saved; worth of; the old|previous vendor|supplier|bot|tool; paid last; was stopped; stopped; pilot; per head; last year; used to pay; charge|charges|charged; rent; in stock; discount*; product*; shoes; tickets cost; deductible; loan; loans; investment*; raised; purchase*; bought; earn*; penalty of; insured; ticket price; late fee; transactions ?over|above|of; amounts; payments; grant of; loses; losing us; losses; vendor ... quoted|wanted|asked; quoted us; wanted; licence|license costs; per token; 'a call'; a piece""",
})  # fmt: skip
_TIME = Lexicon({
    "clock": """
        on|with the machine|server|cluster|gpu|box|gpus; compute time; of compute;
        wall clock; wall time; wallclock; wall_clock_hours; wall hours; train|trains|trained|training|run|runs|running|tune|tuning ... for|at|no|max|within|under|over|longer|in|overnight|takes|take|by; job ... take|finish|run|longer; whole thing ... take|within|in|under; should|must|may|can|to take|last|run; finish*|done|through|complete*|ready within|in|under|after; time budget; time limit; time: ; hours max; training time; of training; dauer*; trainingszeit; in total; of starting; clock hours; start to finish; end to end; one run of; machine is free; server is free; gpu|machine|server|box|card ... for; available for; let it run; leave it running; have the gpu|machine|server|box|cluster; laufen; tourner; duree; durar; tardar; durare; duren; rechnen; entrainement; entrenamiento; treinamento; addestramento; at night; only for""",
    "not": """
        retention; return*|refund*|send ... within; guarantee; opening hours; shift; ago; old; meeting; call takes; per week|month|day|ticket|call|case; a week; hold; notice; contract; warranty; delivery; deliver* within; answer*|repl*|respond* ... within|in; we spend; people spend; takes us|our|a|an|them|me|my; takes ... person|clerk|agent|colleague|people; office hours; worked; hours of audio|recordings|video|speech|calls; days of leave; holiday; leave days; hours per; hours a; working hours; lead time; years of; months of; years|months|weeks|days|hours worth of; kept|stored|stays for; training course""",
})  # fmt: skip
_OVERNIGHT = Lexicon({
    "12": "overnight; over night; over|through|during the night; one night; a single night; a night; tonight; by tomorrow morning; while we sleep; until morning; uber nacht; pendant la nuit; por la noche; durante a noite; durante la notte; s nachts",
    "48": "over|across|for|during|all ?the|one|a weekend; the|whole|entire weekend; ubers wochenende",
})  # fmt: skip
_GPU_HOURS = Lexicon({"gpu_hours": "gpu hours; gpu_h; gpu h; gpuh; gpu_hours; gpu hrs; gpu budget; gpu stunden; gpu time; heures gpu; horas de gpu; ore gpu; budget.gpu_hours"})
_DEADLINE = Lexicon({
    "due": """
        last|final|latest ?possible day|date ?is; you|we have <date>; in time for; this week; must|should be finished|done|ready|live;
        echeance; frist; plazo; prazo; scadenza; termijn; abgabe; fecha limite; date limite; delivery ?date;
        by; until; till; deadline; due; no later than; not later than; latest; at the latest; before; ready|finished|done|complete|completed|delivered|need|needed|launch|launches ... on|by|for|before|until; live|up|running|over on|by|before|until; need it; want it; go live ?on; goes live ?on; in time for; bis; spatestens; avant; pour le; d ici; dici; au plus tard; antes; para el; hasta; ate; prima; entro; fino; voor; uiterlijk; on <date> latest; by end; = ; fertig|bereit; pret; listo; pronto; klaar; cutoff; cut off; finished ... end of; end of; must be; handed over; hand over; is due; within <duration>""",
    "not": """
        meet*; meets; visit; visits; conference; founded; signed; born; since; signature; version; written; e mail of; mail of; letter of; dated; from; after; up to; only; data until; chats until; stays; expires; expired; joined; started; launched in; closes at; open on; audited; records; tickets from; holiday; birthday; on leave; away; out of office; closed; retention; older than; exported on; moved; merged; introduced; replaced; changed; nice to show; be nice; no promise; last""",
})  # fmt: skip
_NO_DEADLINE = Lexicon({"none": "no rush; no hurry; no deadline; no fixed date; no time pressure; take your time; whenever; no fixed deadline; deadline ... open; no particular date"})


def read_budget(draft: Draft, comparators: Comparators, today: date) -> None:
    _gpu_hours(draft, comparators)
    _deadline(draft, comparators, today)
    _clock(draft, comparators)
    _money(draft, comparators)


def _gpu_hours(draft: Draft, comparators: Comparators) -> None:
    document = draft.document
    for i, token in enumerate(document.tokens):
        if token.kind != "gpu_hours" or not draft.free(i):
            continue
        if {"used", "last", "costs", "took", "burnt", "burned"} & set(document.norms(i - 4, i)):
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


def _money(draft: Draft, comparators: Comparators) -> None:
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
        elif comparison is not None and comparison.op in (">", ">=") and document.norm(comparison.first) not in ("needs", "require", "requires", "from"):
            score -= 1.0
        else:
            # "no more than 15 trials and 400 euros": the limit before holds for both
            for k in range(i - 1, max(document.sentences[token.sentence][0] - 1, i - 8), -1):
                other = document.tokens[k]
                if other.kind in ("num", "gpu_hours", "duration", "share", "params"):
                    carried = comparators.of(k)
                    if carried is not None and carried.op in ("<=", "<") and {"and", "e", "et", "y", "und", "en", ",", "or"} & set(document.norms(k + 1, i)):
                        score += 1.2
                        low = min(low, carried.first)
                    break
        block = document.block_of[i]
        if any(w in f"{document.frame(i)} {' '.join(block.header[:1])}" for w in ("money", "budget", "cost", "limit", "resource", "constraint", "kosten", "restriction", "frame", "condition")):
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
        if last - first <= 4 or nearest_against > 4 and all(document.tokens[k].kind == "punct" for k in edges):
            score += 1.0  # "80 EUR." stands alone
        if document.text.count("\n") == 0 and len(document.tokens) <= 12 and document.turn > 0:
            score += 0.6
        before = document.norms(first, i)
        if token.low is not None:
            score -= 0.3
        if "=" in before[-1:] and {"cost", "budget", "amount"} & set(before):
            score += 1.0
        if any(w in document.frame(i) for w in ("background", "nice to know", "situation", "who we are", "about us", "history", "why", "context", "ausgangslage")):
            score -= 1.5
        if any(isinstance(t.value, When) and t.value.year is not None and t.value.year < draft.document.today.year for t in document.tokens[first:last] if t.kind == "date"):
            score -= 1.2
        if score < 0.9:
            continue
        draft.set("budget.cost", {"amount": float(token.value), "currency": token.unit}, low, high)
        draft.use(i)


def _clock(draft: Draft, comparators: Comparators) -> None:
    document = draft.document
    hits = _TIME.find(document)
    for i, token in enumerate(document.tokens):
        if token.kind != "duration" or not draft.free(i) or token.value < 900:
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
        block = document.block_of[i]
        framed = any(w in document.frame(i) for w in ("budget", "resource", "limit", "compute", "hardware", "machine", "money", "training", "constraint", "how", "restriction"))
        if token.unit in ("night", "nights") and near["clock"] > 1.5 and not bound:
            continue
        if document.norm(i - 1) in ("every", "each", "per", "last", "past") or document.norm(i + 1) in ("ago", "old", "later", "before", "after", "earlier", "per"):
            continue
        if near["not"] < near["clock"] and near["not"] < 1.5:
            continue
        hours = document.tokens[i].unit in ("h", "hr", "hrs", "hour", "hours", "stunden", "std", "heures", "horas", "ore", "uur", "uren")
        ok = near["clock"] < 1.8 and (bound or near["clock"] < 1.0) or framed and (bound or hours or near["clock"] < 3) or (bound and (hours or token.unit in ("day", "days", "d")) and near["not"] > 3 and not comparison.weak if comparison else False)
        if not ok:
            continue
        if comparison is not None and bound:
            low, high = min(low, comparison.first), max(high, comparison.last)
        draft.set("budget.wall_clock_hours", round(float(token.value) / 3600, 4), low, high)
        draft.use(i)
    if draft.value("budget.wall_clock_hours") is None:
        for hit in _OVERNIGHT.find(document):
            if any(k in draft.used for k in range(hit.first, hit.last + 1)) or negated(document, hit.first, hit.last, reach=3):
                continue
            first, last = document.sentences[document.tokens[hit.first].sentence]
            words = set(document.norms(first, last))
            if {"batch", "guests", "sailing", "delivery", "delivered", "mails", "arrive", "come", "ship", "shift", "open", "stay", "parking", "shipping", "emails", "messages", "requests"} & words and not {"train", "training", "run", "gpu", "machine", "finish", "let"} & words:
                continue
            if {"a", "night"} == set(document.norms(hit.first, hit.last + 1)) or ("night" in document.norms(hit.first, hit.last + 1) and not {"train", "training", "run", "gpu", "machine", "finish", "let", "take", "trained", "done", "server"} & words):
                continue
            draft.set("budget.wall_clock_hours", float(hit.concept), hit.first, hit.last, "overnight counts as 12 hours" if hit.concept == "12" else "a weekend counts as 48 hours")
            break


def _deadline(draft: Draft, comparators: Comparators, today: date) -> None:
    document = draft.document
    hits = _DEADLINE.find(document)
    for i, token in enumerate(document.tokens):
        if token.kind != "date" or not draft.free(i) or not isinstance(token.value, When):
            continue
        span = token.value.span(today, future=True)
        if span is None:
            continue
        first, last = document.sentences[token.sentence]
        near, far, low, high, cue = 9.0, 9.0, i, i, ""
        for hit in hits:
            if document.tokens[hit.first].sentence != token.sentence or hit.first == i and hit.last == i:
                continue
            apart = min(document.distance(hit.first, i), document.distance(hit.last, i))
            words = document.norms(hit.first, hit.last + 1)
            if hit.concept == "due":
                if words == ["="] and not {"deadline"} & set(document.norms(hit.first - 2, hit.first)):
                    continue
                if words in (["end", "of"], ["must", "be"]):
                    apart += 0.5
                if hit.last > i and words[0] not in ("latest", "at", "deadline", "is"):
                    apart += 1.5
                if apart < near:
                    near, low, high, cue = apart, min(i, hit.first), max(i, hit.last), words[0] if words[0] == "before" else words[-1]
            elif apart < far:
                far = apart
        block = document.block_of[i]
        framed = any(w in document.frame(i) for w in ("deadline", "timing", "timeline", "when", "date", "schedule", "termin"))
        words = set(document.norms(first, last))
        short = last - first <= 3 and not token.value.previous
        if _of_data(document, i, first, last):
            continue
        if near > 1.3 and not (framed and far > 1.2) and not short:
            continue
        if far < near - 0.1 and far < 0.9 and not {"deadline", "due"} & words:
            continue
        if {"nice", "promise"} <= words or ("be", "nice") in zip(document.norms(first, last), document.norms(first + 1, last), strict=False):
            continue
        if short and near > 1.3 and document.turn == 0 and not framed:
            continue
        day = span[1]
        if token.value.fixed is None and token.value.day is None and not token.value.end and cue in ("by", "before", "until", "bis", "avant", "antes", "prima", "entro", "till", "for"):
            day = span[1] if cue not in ("before", "avant", "prima", "antes") else span[0] - timedelta(days=1)
        elif cue == "before" and token.value.end or "end" in token.norm.split() and cue == "before":
            pass  # "before the end of the year": the last day still counts
        elif cue == "before" and document.norm(i - 1) == "before" and "christmas" not in token.norm and "xmas" not in token.norm and "new year" not in token.norm:
            day = span[0] - timedelta(days=1) if span[0] == span[1] else span[0] - timedelta(days=1)
        draft.set("budget.deadline", day.isoformat(), low, high, f"counted from {today.isoformat()}" if token.value.fixed or token.value.year is None else "")
        draft.use(i)


_DATA_WORDS = frozenset(
    "chats tickets mails emails conversations records rows data documents files reports letters transcripts cases calls logs messages older newer anything everything entries orders drafts them those invoices examples "
    "reviews stays manuals versions notes pairs material articles posts".split()
)


def _of_data(document: Document, i: int, first: int, last: int) -> bool:
    """Whether the date bounds the data ("chats from before 2019", "only until March")."""
    before = document.norms(max(first, i - 7), i)
    cue = before[-1] if before else ""
    if cue in ("since", "from", "after", "seit", "depuis", "desde", "dal", "sinds", "of", "in"):
        return cue in ("since", "from", "after", "seit", "depuis", "desde", "dal", "sinds") or bool(_DATA_WORDS & set(before))
    if {"older", "newer"} & set(before):
        return True
    if {"deadline", "due", "done", "finished", "ready", "live", "need"} & set(document.norms(first, last)):
        return False
    return bool(_DATA_WORDS & set(before)) and bool({"until", "before", "up", "till", "only", "use", "ignore", "skip", "leave", "anything"} & set(before)) or any(document.tokens[k].kind == "path" and {"until", "up", "before", "till", "only"} & set(before) for k in range(first, last))
