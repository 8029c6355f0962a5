"""The last day; dates of meetings, signatures and data stay out."""

from datetime import date, timedelta

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.patterns import Lexicon
from planner.reader.senses import Senses
from planner.reader.when import When
from planner.reader.words import word_set

_DEADLINE = Lexicon({
    "due": """
        last|final|latest ?possible day|date ?is; is ?the hard|last stop|limit|line|day; you|we have <date>; in time for; this week;
        must|should be finished|done|ready|live; echeance; frist; plazo; prazo; scadenza; termijn; abgabe;
        fecha limite; date limite; delivery ?date; by; until; till; deadline; due; no later than;
        not later than; latest; at the latest; before;
        ready|finished|done|complete|completed|delivered|need|needed|launch|launches ... on|by|for|before|until;
        live|up|running|over on|by|before|until; need it; want it; go live ?on; goes live ?on; in time for;
        bis; spatestens; avant; pour le; d ici; dici; au plus tard; antes; para el; hasta; ate; prima; entro;
        fino; voor; uiterlijk; on <date> latest; by end; =; fertig|bereit; pret; listo; pronto; klaar; cutoff;
        hard stop; be there|here for|by|on; time limit; finish|finished|completion|target date; not|mustnt|no be ?any later than; later than;
        not after; goes|go on stage; needed; must have it; opening day; cut off; finished ... end of; end of; must be; handed over; hand over; is due; within <duration>
    """,
    "not": """
        meet*; meets; visit; visits; conference; founded; signed; born; since; signature; version; written;
        e mail of; mail of; letter of; dated; from; after; up to; only; data until; chats until; stays;
        expires; expired; joined; started; launched in; closes at; open on; audited; records; tickets from;
        holiday; birthday; on leave; away; out of office; closed; retention; older than; exported on; moved;
        merged; introduced; replaced; changed; nice to show; be nice; no promise; last
    """,
})  # fmt: skip

_NO_DEADLINE = Lexicon(
    {
        "none": """
            no rush; no hurry; no deadline; no fixed date; no time pressure; take your time; whenever;
            no fixed deadline; deadline ... open; no particular date
        """
    }
)


ENOUGH, CLOSE = 0.75, 0.25
"""Score from which on a date is a last day; how near a second one must come to contradict it."""
_SOFT = word_set("lovely nice promise ideally wonderful great dream mind whenever")
"""Words of a wish that nobody is held to."""


def read_deadline(draft: Draft, senses: Senses, today: date) -> None:
    document = draft.document
    hits = _DEADLINE.find(document)
    found: list[tuple[float, date, int, int, int]] = []
    for i, token in enumerate(document.tokens):
        if token.kind != "date" or not draft.free(i) or not isinstance(token.value, When):
            continue
        span = token.value.span(today, future=True)
        if span is None:
            continue
        first, last = document.sentences[token.sentence]
        near, far, low, high, cue = 9.0, 9.0, i, i, ""
        for hit in hits:
            if document.tokens[hit.first].sentence != token.sentence or (hit.first == i and hit.last == i):
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
                    near, low, high, cue = (
                        apart,
                        min(i, hit.first),
                        max(i, hit.last),
                        words[0] if words[0] == "before" else words[-1],
                    )
            elif apart < far:
                far = apart
        if _of_data(document, i, first, last):
            continue
        score = _score(document, senses.of(i), i, near, far)
        if score < ENOUGH:
            continue
        day = span[1]
        if (
            token.value.fixed is None
            and token.value.day is None
            and not token.value.end
            and cue in word_set("by before until bis avant antes prima entro till for")
        ):
            day = span[1] if cue not in ("before", "avant", "prima", "antes") else span[0] - timedelta(days=1)
        elif (cue == "before" and token.value.end) or ("end" in token.norm.split() and cue == "before"):
            pass  # "before the end of the year": the last day still counts
        elif (
            cue in ("before", "avant", "antes", "prima")
            and {"before", "avant", "antes", "prima"} & set(document.norms(i - 2, i))
            and "christmas" not in token.norm
            and "xmas" not in token.norm
            and "new year" not in token.norm
        ):
            day = span[0] - timedelta(days=1)
        found.append((score, day, low, high, i))
    if not found:
        return
    best = max(score for score, *_ in found)
    # two dates that are said just as firmly are a contradiction; else the firmer one holds
    for score, day, low, high, i in found:
        if score >= best - CLOSE:
            relative = document.tokens[i].value.fixed or document.tokens[i].value.year is None
            draft.set(
                "budget.deadline", day.isoformat(), low, high, f"counted from {today.isoformat()}" if relative else ""
            )
            draft.use(i)


def _score(document: Document, sense: dict[str, float], i: int, near: float, far: float) -> float:
    """How surely a date is the last day: what stands beside it, what it stands under, and how it sounds."""
    token = document.tokens[i]
    first, last = document.sentences[token.sentence]
    words, frame = set(document.norms(first, last)), document.frame(i)
    score = 0.9 * (near <= 1.3) + 0.3 * (near <= 2.5)
    score += 0.9 * sense.get("deadline", 0.0) - 0.7 * sense.get("none", 0.0)
    score -= 0.5 * (sense.get("since", 0.0) + sense.get("until", 0.0))
    score += 0.5 * any(
        word in frame for word in ("deadline", "timing", "timeline", "when", "schedule", "termin", "due")
    )
    score += 0.2 * bool(word_set("finished ready done deadline due needed finish must live") & words)
    if {other.kind for other in document.tokens[first:last]} & {"money", "gpu_hours"}:
        score += 0.4  # limits stand together
    if token.norm.startswith(("within ", "in ")):  # counted from today
        score += 1.4 if word_set("done give need have finished ready get want me us it") & words else 0.0
    if last - first <= 3 and not token.value.previous and document.turn:
        score += 0.8  # an answer that is a date and no more
    elif document.turn and near > 1.3:
        score -= 0.8  # "see you on Monday at 10"
    if {"possible", "hard"} & words and near <= 1.3:
        score += 0.5
    if far < near - 0.1 and far < 0.9 and not {"deadline", "due"} & words:
        score -= 0.9
    label = document.norms(first, i)[-2:]
    if label[-1:] in ([":"], ["="]) and word_set("due deadline finish ready until by latest end when date") & set(
        document.norms(i - 4, i)
    ):
        score += 0.5
    if (
        label[-1:] == [":"]
        and label[:1] in (["date"], ["dated"], ["stand"], ["datum"], ["issued"])
        and not (word_set("due finish target end delivery completion") & set(document.norms(i - 4, i)))
    ):
        score -= 2.0  # the date of the letter itself
    if (
        word_set("guests customers they members tenants invoices parcels forms renewals people pool")
        & set(document.norms(first, first + 4))
        and not word_set("model bot training it") & words
    ):
        score -= 0.9  # what is told of others
    if words & _SOFT or ("be", "nice") in zip(
        document.norms(first, last), document.norms(first + 1, last), strict=False
    ):
        score -= 1.5
    return score


_DATA_WORDS = frozenset(
    "chats tickets mails emails conversations records rows data documents files reports letters transcripts cases calls logs messages older newer anything everything entries orders drafts them those invoices examples "
    "reviews stays manuals versions notes pairs material articles posts".split()
)


def _of_data(document: Document, i: int, first: int, last: int) -> bool:
    """Whether the date bounds the data ("chats from before 2019", "only until March")."""
    before = document.norms(max(first, i - 7), i)
    cue = before[-1] if before else ""
    if before[-2:] in (["later", "than"], ["not", "after"]) or before[-3:-1] == ["later", "than"]:
        return False
    if cue in word_set("since from after seit depuis desde dal sinds of in"):
        return cue in word_set("since from after seit depuis desde dal sinds") or bool(_DATA_WORDS & set(before))
    if {"older", "newer"} & set(before):
        return True
    if word_set("deadline due done finished ready live need") & set(document.norms(first, last)):
        return False
    return (
        bool(_DATA_WORDS & set(before))
        and bool(word_set("until before up till only use ignore skip leave anything") & set(before))
    ) or any(
        document.tokens[k].kind == "path" and {"until", "up", "before", "till", "only"} & set(before)
        for k in range(first, last)
    )
