"""Figures that only describe how things are: today's results, other people's results, table columns such as "Today"."""

import re

from planner.reader.layout import Document
from planner.reader.opponents import opponents
from planner.reader.patterns import Hit, Lexicon, covered
from planner.reader.words import word_set

_NOW = Lexicon({
    "now": """
        currently; today; today we; at the moment; so far; right now; as of now; nowadays; at present;
        these days; until now; last year|month|quarter|week; for comparison; in the pilot; in our trial;
        the trainee; benchmark was;
        humans|people|staff|agents|colleagues|coders|students|pupils|candidates|interns|vendor|clerks|editors|reps|they get|gets|manage*|reach*|pass*|achieve*|score*|hit|make*;
        our people|staff|agents|team|colleagues|coders|editors|clerks ... get|manage*|reach*|achieve*|are;
        derzeit; bisher; heute; actuellement; actualmente; atualmente; attualmente; momenteel;
        the|our previous|old|last|present|current|existing bot|one|model|system|tool|vendor <word> in|at|with <share>|<duration>;
        the previous|old|last|present|current|existing bot|one|model|system|tool|vendor ... got|took|needed|had|was|is|gets|made|manage*|reach*|score*|at;
        used to; was; were; had; has been; have been; got; reached; scored; managed; achieved; gave; ran at;
        came to; stood at; took|needed <duration>; measured; i|we|ive|weve read|heard|saw|hear that|of|about; they|people say|claim|promise; reportedly;
        supposedly; such|other|most bots|models|tools|systems|assistants are|get|have|reach; promised us;
        agency|vendor|supplier|consultant|company|firm|competitor|contractor|freelancer|somebody|someone ... offer*|promise*|quote*|claim*|said|got
    """,
    "wish": """
        minimum; maximum; must; should; has to; have to; need*; want*; target*; goal; at least; aim*; expect*;
        require*; would like; has got to; got to; gotta; ought; shall; better|more than|over today; please; make sure;
        soll*; muss; doit; debe; deve; moet; no|not more|less than; or better|more|less|fewer; at most;
        as long as; before we; accept*; go live; happy with|if; enough; good enough; fine; let it; tuned;
        new one; the model ... reach*
    """,
})  # fmt: skip
_TARGET = re.compile(
    r"\b(?:must|target|goal|requir|needed|min\b|max\b|minimum|maximum|limit|threshold|should|want|accept|ziel|soll|objecti|doel|at least|at most|bar\b|new model|the model|gate|pass|model to reach|expected)"
)
_TODAY = re.compile(
    r"\b(?:today|now\b|current|before|last\b|was\b|human|baseline|existing|actual|so far|heute|ist\b|old\b|coder|previous|status|pilot|vendor|agents|reference)"
)
_NUMBERS = frozenset(("share", "num", "duration", "points", "money"))


def mask_references(document: Document) -> None:
    """Masks figures that describe what is, not what is wanted."""
    _mask_columns(document)
    tokens = document.tokens
    hits = _NOW.find(document)
    now = covered([h for h in hits if h.concept == "now"], opponents(document))  # "better than the bot of today"
    wishes = [h for h in hits if h.concept == "wish"]
    for i, token in enumerate(tokens):
        if token.kind not in ("share", "duration") or token.masked:
            continue
        near_now = min(
            (
                _apart(document, h.first, h.last, i)
                for h in now
                if tokens[h.first].sentence == token.sentence
                and _speaks(document, h, i)
                and not (h.first > i and _ASIDE & set(document.norms(i + 1, h.first)))
            ),
            default=9.0,
        )
        near_wish = min(
            (_apart(document, h.first, h.last, i) for h in wishes if tokens[h.first].sentence == token.sentence),
            default=9.0,
        )
        if (near_now < 1.6 and near_now <= near_wish) or (near_wish == 9.0 and _opens_now(document, i)):
            token.masked, token.mark = True, "today"


_PRESENT = word_set("today currently presently nowadays now heute aktuell derzeit actuellement actualmente")


def _opens_now(document: Document, i: int) -> bool:
    """Whether the sentence of a figure begins by saying that it tells of the present: "Today a script does it, with 74 %"."""
    first, _ = document.sentences[document.tokens[i].sentence]
    return bool(_PRESENT & set(document.norms(first, first + 2))) or document.norms(first, first + 3) == [
        "at",
        "the",
        "moment",
    ]


_ASIDE = word_set("that which who whom whose we never")
"""Behind a figure they open what is said of something else: "2 letters in 100 with facts that we never gave it"."""


def _speaks(document: Document, hit: Hit, i: int) -> bool:
    """Whether a word for the present is said of this figure and not of one that stands nearer to it."""
    tokens = document.tokens
    others = [
        k
        for k, t in enumerate(tokens)
        if t.kind in ("share", "duration") and t.sentence == tokens[i].sentence and k != i
    ]
    mine = _apart(document, hit.first, hit.last, i)
    low, high = min(hit.last, i), max(hit.first, i)
    return all(_apart(document, hit.first, hit.last, k) >= mine for k in others) or "," not in document.norms(low, high)


def _apart(document: Document, first: int, last: int, i: int) -> float:
    return min(document.distance(first, i), document.distance(last, i))


def _mask_columns(document: Document) -> None:
    """In a table with a column of targets, the figures of the columns beside it don't count."""
    for row, block in _rows(document):
        targets = [
            k
            for k, cell in enumerate(block)
            if k and _TARGET.search(cell) and not _TODAY.search(re.sub("the model.*|new model", "", cell))
        ]
        todays = [k for k, cell in enumerate(block) if k and _TODAY.search(cell) and k not in targets]
        if not todays:
            continue
        column = -1 if document.norm(row[0]) == "|" else 0
        for i in row:
            if document.tokens[i].norm == "|":
                column += 1
            elif column in todays and document.tokens[i].kind in _NUMBERS:
                document.tokens[i].masked, document.tokens[i].mark = True, "today"


def _rows(document: Document) -> list[tuple[list[int], tuple[str, ...]]]:
    rows: dict[int, list[int]] = {}
    for i, block in enumerate(document.block_of):
        if block.kind == "row" and block.header:
            rows.setdefault(block.start, []).append(i)
    return [(row, document.block_of[row[0]].header) for row in rows.values()]
