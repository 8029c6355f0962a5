"""Criteria in an order: "most important is …, then …", "heaviest first: 1. … 2. …", "correctness > tone"."""

from planner.reader.criteria import Spoken, criterion_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.patterns import Hit, Lexicon
from planner.reader.words import word_set
from training.spec.words import DEFAULT_WEIGHTS

_CUES = Lexicon({
    "order": """
        most important*; in ?this|that ?the order ?of; order of importance|priority|weight; comes first; above all; rank|ranks|ranking|ranked;
        first of all; first and foremost; priority|priorities; prioriti*; matter|matters|count|counts|weigh|weighs ?the most; most of all;
        most|heaviest|important|importance|weightiest first; from most ?important to; am wichtigsten; le plus important; lo mas importante;
        o mais importante; descending order; top priority; number one; comes|come before everything; matters|counts more than anything|everything;
        highest|heaviest|best|weightiest|most on|at ?the top; top down; in order :|(|,;
        what counts|matters|weighs; main|chief|key|big|biggest|top thing|point|priority; first , ?and then|second|next; top of the list; top to bottom; from top to bottom; care about ?most; at the top; first comes|come|is|priority; by importance|priority|weight; il piu importante; het belangrijkste
    """,
    "title": "importance; what ?we value|values|prize; weighting",
})  # fmt: skip
_STEPS = Lexicon({
    "step": """
        then; and then; after that|this|which ?come|comes; followed by; next; second|secondly; third|thirdly; fourth|fourthly;
        fifth; finally; number two|three|four|five; comes second|third|fourth; last|lastly ?of ?all; less|least important*; second most important*; afterwards; followed; danach; dann; zuletzt;
        ensuite; puis; enfin; luego; despues; por ultimo; depois; poi; infine; daarna; first; firstly; comes|come second|third|next|last
    """,
})  # fmt: skip
_CUTS = word_set(", ; > ( ) : . | ! and")
BY_RANK = (1.0, 0.5, 0.3)
LATER = 0.2
SURE, SURER = 0.22, 0.35
"""How sure the sound of an item must be, in a list under such a title and in a sentence."""
_FARTHEST = 4
"""Sentences that an order may go on for."""


def read_order(draft: Draft) -> bool:
    """ "Most important is X, then Y, then Z": 1.0, 0.5, 0.3, then 0.2."""
    document = draft.document
    for cue, parts in [*_orders(document), *_outranking(document)]:
        known = {str(c.value["criterion"]) for c in draft.items("rubric")}
        named: list[Spoken] = []
        listed = document.block_of[parts[0][0]].kind in ("bullet", "row") if parts else False
        for first, last in parts:
            without = frozenset((*known, *(s.criterion for s in named)))
            spoken = criterion_of(document, first, last, without=without, sure=SURE if listed else SURER)
            if spoken is not None and draft.free(spoken.first):
                named.append(spoken)
        if len(named) < 2 or (not listed and sum(s.named for s in named) < 2):
            continue
        for rank, spoken in enumerate(named):
            weight = BY_RANK[rank] if rank < len(BY_RANK) else LATER
            if spoken.criterion in ("hallucination", "latency"):
                weight = DEFAULT_WEIGHTS[spoken.criterion]
            item: dict[str, object] = {"criterion": spoken.criterion, "weight": weight}
            if spoken.criterion in ("policy", "terminology", "format"):
                item["detail"] = document.quote(spoken.first, spoken.last)
            draft.claim(
                "rubric",
                item,
                min(spoken.first, cue.first),
                max(spoken.last, cue.last),
                "in the order that was given",
            )
            draft.use(*range(spoken.first, spoken.last + 1))
        return True
    return False


def _orders(document: Document) -> list[tuple[Hit, list[tuple[int, int]]]]:
    """Cues of an order, each with the parts that are put in it."""
    found = []
    steps = _STEPS.find(document)
    for cue in [*_CUES.find(document), *_chains(document), *_counted(document)]:
        first, last = document.sentences[document.tokens[cue.first].sentence]
        block = document.block_of[cue.first]
        listed = _listed(document, cue, last)
        if listed:
            found.append((cue, listed))
        if listed or cue.concept == "title":
            continue
        end = _goes_on(document, last, steps)
        inside = [h for h in steps if first <= h.first < end and not cue.first <= h.first <= cue.last]
        chained = (
            cue.concept == "chain"
            or end > last
            or bool(inside)
            or ":" in document.norms(cue.first, end)
            or "order" in document.norms(cue.first, end)
        )
        if chained and block.kind != "heading":
            found.append((cue, _parts(document, cue, first, end, steps)))
    return found


def _chains(document: Document) -> list[Hit]:
    """ "Correctness > terminology > tone"."""
    found = []
    for first, last in document.sentences.values():
        marks = [
            k
            for k in range(first + 1, last - 1)
            if document.norm(k) == ">" and document.tokens[k - 1].kind == document.tokens[k + 1].kind == "word"
        ]
        if len(marks) >= 2:
            found.append(Hit("chain", first, last - 1))
    return found


def _outranking(document: Document) -> list[tuple[Hit, list[tuple[int, int]]]]:
    """ "Being right beats being friendly, and that beats being short": the order of the named, first to last."""
    spans: list[tuple[int, int]] = []
    cue: Hit | None = None
    for hit in _OUTRANKS.find(document):
        first, last = document.sentences[document.tokens[hit.first].sentence]
        begin = next((k + 1 for k in range(hit.first - 1, first - 1, -1) if document.norm(k) in _CUTS), first)
        end = next((k for k in range(hit.last + 1, last) if document.norm(k) in _CUTS), last)
        sides = [criterion_of(document, begin, hit.first), criterion_of(document, hit.last + 1, end)]
        if all(side is not None and side.named for side in sides):
            cue = cue or hit
            spans += [(begin, hit.first), (hit.last + 1, end)]
    return [(cue, spans)] if cue is not None else []


_OUTRANKS = Lexicon({
    "over": """
        beats|beat|trumps|outweighs|outranks|precedes; goes|go|comes|come before|over|above|ahead; is|are more important than;
        matters|matter|counts|count|weighs|weigh more|higher than; has|have priority over; takes precedence over
    """,
})  # fmt: skip


def _counted(document: Document) -> list[Hit]:
    """ "1st correctness 2nd citations 3rd style"."""
    found = []
    for first, last in document.sentences.values():
        places = [t.value for t in document.tokens[first:last] if t.kind == "ordinal"]
        if places[:2] == [1.0, 2.0]:
            found.append(Hit("chain", first, last - 1))
    return found


def _listed(document: Document, cue: Hit, last: int) -> list[tuple[int, int]]:
    """The lines of a list that a cue introduces: "What counts, heaviest first:", a heading, a column "Rank"."""
    block = document.block_of[cue.first]
    if block.kind == "row":
        return _ranked_rows(document, cue)
    if block.kind != "heading" and document.norm(last - 1) != ":":
        return []
    lines: list[tuple[int, int]] = []
    for _, (low, high) in document.sentences.items():
        if low < last:
            continue
        own = document.block_of[low]
        if own.kind == "bullet" or (own.kind == "text" and own.start > block.end and _numbered(document, low)):
            if lines and document.block_of[lines[-1][0]] is own:
                continue  # a second sentence of the same line explains the first
            lines.append((low, high))
        elif own is not block:
            break
    return lines if len(lines) >= 2 else []


def _numbered(document: Document, low: int) -> bool:
    return document.tokens[low].kind in ("num", "ordinal")


def _ranked_rows(document: Document, cue: Hit) -> list[tuple[int, int]]:
    """Rows under a header "Rank | Quality", without the header itself."""
    table = document.block_of[cue.first].table
    rows = [
        span
        for span in document.sentences.values()
        if document.block_of[span[0]].kind == "row" and document.block_of[span[0]].table == table
    ]
    return rows[1:] if rows and rows[0][0] <= cue.first < rows[0][1] else []


def _goes_on(document: Document, last: int, steps: list[Hit]) -> int:
    """Where the order ends: sentences behind it that begin with a step belong to it."""
    end = last
    opening = {h.first for h in steps}
    for _ in range(_FARTHEST):
        sentence = document.sentences.get(document.tokens[end].sentence) if end < len(document.tokens) else None
        if sentence is None or document.block_of[sentence[0]] is not document.block_of[last - 1]:
            break
        if not {sentence[0], sentence[0] + 1} & opening and document.norm(end - 1) != ";":
            break
        end = sentence[1]
    return end


def _parts(document: Document, cue: Hit, first: int, end: int, steps: list[Hit]) -> list[tuple[int, int]]:
    """The stretch cut at its commas, marks and step words, without the cue; a title in front of a colon is left out."""
    if cue.concept != "chain":
        colon = next((k for k in range(cue.last + 1, end) if document.norm(k) in (":", ";", ".")), end)
        if document.norm(colon) == ":":
            first = colon + 1
    starts = {h.first: h.last for h in steps}
    numbers = {
        k
        for k in range(first, end)
        if document.tokens[k].kind == "ordinal"
        or (document.tokens[k].kind == "num" and document.norm(k + 1) in (".", ")", ":"))
    }
    parts, begin = [], first
    for k in range(first, end):
        if cue.concept != "chain" and cue.first <= k <= cue.last:
            if k > begin:
                parts.append((begin, k))
            begin = k + 1
        elif document.norm(k) in _CUTS or k in starts or k in numbers:
            if k > begin:
                parts.append((begin, k))
            begin = starts.get(k, k) + 1
    if end > begin:
        parts.append((begin, end))
    return parts
