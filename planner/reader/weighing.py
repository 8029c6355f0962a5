"""What the figures of a line or sentence weigh: a criterion each, with its sign and, where it needs one, a detail."""

from planner.reader.criteria import EMPTY, criterion_of
from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.lexicon.quality import BAD
from planner.reader.patterns import Lexicon
from planner.reader.portioned import Stretch, stretches
from planner.reader.words import word_set

_PENALTY = Lexicon({
    "penalty": """
        penalt*; penali*; minus; deduct*; take*|taking|knock* ... off|away; subtract*; malus; lose|loses|losing; costs <num>;
        cost <num>; abzug; negative; punish*; docked|docks|dock; less <num>; off for; points|point|marks|mark off; <num> off;
        off when|if|whenever; take|takes <num>; removes|remove|removed
    """,
    "bonus": """
        give|gives; get|gets|getting; plus; add|adds; earn|earns; award*; reward|rewards|rewarded; worth; bonus; scores; counts
    """,
})  # fmt: skip
DETAILED = frozenset(("policy", "terminology", "custom", "format"))
_PENALISING = ("penalt", "minus", "deduct", "abzug", "punish")


def weigh(draft: Draft, figures: list[int], first: int, last: int, *, listed: bool) -> bool:
    """Claims an item of `rubric` for each of the figures in tokens first..last-1; whether there was one.

    Args:
        listed: whether the line or sentence stands in something that speaks of points.
    """
    document = draft.document
    whole = sum(
        abs(float(t.value)) * (100 if t.kind == "share" else 1)
        for t in (document.tokens[i] for i in figures)
        if t.kind in ("num", "share")
    )
    hundred = len(figures) > 1 and abs(whole - 100) < 0.01
    known = {c.value["criterion"] for c in draft.items("rubric")}
    made, penalising = False, False
    found = stretches(document, figures, first, last)
    named = frozenset(s.spoken.criterion for s in found if s.spoken is not None and s.spoken.named)
    for stretch in found:
        token = document.tokens[stretch.figure]
        weight = float(token.value)
        if hundred and token.kind == "num" and not token.signed:
            weight /= 100
        said = _says(document, stretch)
        penalising = said == "penalty" or (penalising and said is None)
        spoken = stretch.spoken
        if spoken is not None and not spoken.named and spoken.criterion in named:  # what another one says by name
            spoken = criterion_of(document, stretch.first, stretch.last, without=named)
        if spoken is None:
            detail = _line(document, stretch)
            others = sum(s.spoken is not None for s in found)
            in_list = listed and (document.block_of[stretch.figure].kind in ("row", "bullet") or others >= 2)
            if not detail or document.turn or not (token.signed or in_list):
                continue
            criterion, low, high = "custom", stretch.first, stretch.last - 1
        else:
            criterion, low, high = spoken.criterion, spoken.first, spoken.last
            in_list = listed and document.block_of[stretch.figure].kind in ("row", "bullet")
            if criterion in known and criterion not in DETAILED:
                if not in_list or document.turn or not _line(document, stretch):
                    continue
                criterion = "custom"  # "right amount: +1", "right addressee: +0.5" are two things
            detail = document.quote(low, high) if len(figures) > 1 else _line(document, stretch)
        if weight > 0 and not token.signed and (penalising or _is_bad(document, stretch)):
            weight = -weight
        item: dict[str, object] = {"criterion": criterion, "weight": round(weight, 6)}
        if criterion in DETAILED:
            item["detail"] = detail
        low, high = min(low, stretch.figure), max(high, stretch.figure)
        draft.claim("rubric", item, low, high)
        known.add(criterion)
        draft.use(stretch.figure, *(range(spoken.first, spoken.last + 1) if spoken is not None else ()))
        made = True
    return made


def _says(document: Document, stretch: Stretch) -> str | None:
    """Whether the words around a figure take points or give them; None where they say neither."""
    first, last = _own_clause(document, stretch)
    said = [h for h in _PENALTY.find(document) if first <= h.first < last]
    if any(h.concept == "penalty" for h in said):
        return "penalty"
    block = document.block_of[stretch.figure]
    titles = f"{block.lead} {block.heading}"
    if any(w in titles for w in _PENALISING) and "+" not in document.text[block.start : block.end]:
        return "penalty"
    return "bonus" if said else None


def _own_clause(document: Document, stretch: Stretch) -> tuple[int, int]:
    """The part of a stretch around its figure, between commas."""
    i = stretch.figure
    first = next(
        (k + 1 for k in range(i - 1, stretch.first - 1, -1) if document.norm(k) in (",", ";", "/")), stretch.first
    )
    last = next((k for k in range(i + 1, stretch.last) if document.norm(k) in (",", ";", "/")), stretch.last)
    return first, last


def _is_bad(document: Document, stretch: Stretch) -> bool:
    """Whether a figure stands beside something that nobody wants: it is taken off even where no minus is written."""
    spoken = stretch.spoken
    if spoken is None or not spoken.named or spoken.criterion == "format":
        return False
    words = set(document.norms(spoken.first, spoken.last + 1))
    no = word_set("no not never without dont doesnt free") & set(document.norms(spoken.first - 2, spoken.first))
    return bool(words & BAD) and (spoken.criterion == "policy" or not no)


def _line(document: Document, stretch: Stretch) -> str:
    """The words of a stretch without its number."""
    i, first, last = stretch.figure, stretch.first, stretch.last
    ahead, behind = (
        sum(document.tokens[k].kind == "word" and document.norm(k) not in EMPTY | _TRAILING for k in span)
        for span in (range(first, i), range(i + 1, last))
    )
    low, high = (first, i - 1) if ahead >= behind else (i + 1, last - 1)
    while low <= high and (document.tokens[low].kind in ("punct", "op") or document.norm(low) in _LEADING):
        low += 1
    while low <= high and (
        (document.tokens[high].kind in ("punct", "op") and document.norm(high) != ")")
        or document.norm(high) in _TRAILING
    ):
        high -= 1
    if all(document.norm(k) in EMPTY for k in range(low, high + 1)):
        return ""
    return document.quote(low, high)


_LEADING = word_set("for if when whenever per and")
_TRAILING = word_set("weight weighs weighing point points counts minus plus and")
