"""A rubric with numbers: points in a list or table, weights in a sentence, ratios and orders of importance."""

from planner.reader.comparators import Comparators
from planner.reader.criteria import named_criteria
from planner.reader.draft import Draft
from planner.reader.figures import column_of, is_label
from planner.reader.importance import find_ratios, settle_ratios
from planner.reader.layout import Block, Document
from planner.reader.patterns import Hit, Lexicon
from planner.reader.ranking import read_order
from planner.reader.senses import RATES, Senses
from planner.reader.weighing import weigh
from planner.reader.words import word_set

_FRAME = Lexicon({
    "scores": """
        score card; scorecard; scoring; score sheet; rubric; reward; rewards; reward function; points; point;
        weight|weights|weigh|weighs|weighted|weighting; marks; grading; grade; bonus; malus; penalt*; penali*;
        deduct*; subtract*; worth <num>; costs|cost <num> point|points|mark|marks; costs it <num>; each|every ... costs|cost <num>; score :; scores :; scored on; judged on|by;
        score|scores|reward ..... with <num>; take*|knock* ... off|away|point*; counts|count for; marking; marked; we|i|judge|judges rate|mark|grade|score; rated|judged|marked|graded|scored on|by|with|as|like; grade like;
        marks <num>; award*; mark sheet; points off; <num> off; counts|weighs|gets <num>; gets minus; lose|loses <num>; get|gets <num>; earn|earns|brings|bring|gains <num>; costs <num> ,|.|and|; remove|removes|removed <num>; give ?that|this|it <num>; gives up to <num>;
        counts|count ... as much|half|double|twice; plus|minus <num>; gewicht*; punkte; punkt; bewertung*;
        poids; puntos; pontos; punti; punten; peso; pesos; importance; scored; credits; judge* ... on
    """,
})  # fmt: skip


def read_scorecard(draft: Draft, comparators: Comparators, senses: Senses) -> bool:
    """Claims for `rubric` where the words give numbers or an order; whether they did."""
    document = draft.document
    frames = [*_FRAME.find(document), *_whole(draft)]
    ratios, done = find_ratios(draft), False
    for first, last, titled in _units(document, frames):
        figures = [i for i in range(first, last) if _may_weigh(draft, comparators, senses, i)]
        if not figures:
            continue
        signed = [i for i in figures if document.tokens[i].signed]
        if signed and len(figures) > 1 and all(0 < abs(document.tokens[i].value) <= 10 for i in figures):
            titled = True
        sounding = [i for i in figures if senses.of(i).get("weight", 0.0) >= SOUNDS]
        if not titled and len(sounding) < len(figures):
            figures = signed
        if figures:
            # what another turn's item was given stands apart: "raise polite to 0.4 and take one point off for …"
            first = max((k + 1 for k in range(first, figures[0]) if document.tokens[k].mark == "weight"), default=first)
            done |= weigh(draft, _of_weights(document, figures), first, last, listed=titled)
    done |= settle_ratios(draft, ratios)
    _of_a_hundred(draft)
    return read_order(draft) or done


def _of_a_hundred(draft: Draft) -> None:
    """Points that add up to a hundred over the lines of a list are percentages."""
    items = draft.items("rubric")
    weights = [float(c.value["weight"]) for c in items]
    if len(items) >= 2 and abs(sum(map(abs, weights)) - 100) < 0.01 and min(map(abs, weights)) >= 1:
        for claim in items:
            claim.value["weight"] = round(float(claim.value["weight"]) / 100, 6)


def _of_weights(document: Document, figures: list[int]) -> list[int]:
    """Of the figures in a table's row those in the column of the weights."""
    block = document.block_of[figures[0]]
    if block.kind != "row" or len(figures) < 2:
        return figures
    columns = [k for k, cell in enumerate(block.header) if any(w in cell for w in _TITLES)]
    own = [i for i in figures if column_of(document, i) in columns]
    return own[:1] or figures[-1:]


def _whole(draft: Draft) -> list[Hit]:
    """Sentences whose shares add up to a hundred percent: parts of a whole, and so weights."""
    document = draft.document
    found = [Hit("scores", i, i) for i, t in enumerate(document.tokens) if t.unit == "point" and draft.free(i)]
    for first, last in document.sentences.values():
        shares = [
            i
            for i in range(first, last)
            if document.tokens[i].kind == "share" and draft.free(i) and document.tokens[i].unit == ""
        ]
        if len(shares) >= 2 and abs(sum(float(document.tokens[i].value) for i in shares) - 1) < 1e-6:
            found.append(Hit("scores", shares[0], shares[0]))
    return found


def _units(document: Document, frames: list[Hit]) -> list[tuple[int, int, bool]]:
    """Sentences, and whether their words, heading, lead or table header speak of scores; a list under an open frame
    goes on over its lines."""
    named = {document.tokens[h.first].sentence for h in frames} | _chained(document)
    units: list[tuple[int, int, bool]] = []
    running: Block | None = None
    for sentence, (first, last) in document.sentences.items():
        block = document.block_of[first]
        above = " ".join((document.frame(last - 1), *block.header))
        # a sentence cut by ";" goes on
        goes_on = (
            bool(units)
            and document.norm(first - 1) == ";"
            and document.block_of[first] is document.block_of[first - 1]
            and units[-1][2]
        )
        titled = goes_on or sentence in named or any(w in above for w in _TITLES)
        before = document.block_of[first - 1] if first else None
        if sentence in named and document.norm(last - 1) == ":":
            running = block
        elif running is not None and before is not None and block.start - before.end > 2 and block.kind == "text":
            running = None
        titled = titled or (running is not None and block is not running)
        if (
            not titled
            and units
            and units[-1][2]
            and _item(document, units[-1])
            and _item(document, (first, last, True))
        ):
            titled = document.block_of[first] is document.block_of[first - 1]  # "Facts kept, 1.0. Readable, 0.6."
        units.append((first, last, titled))
    return units


def _item(document: Document, unit: tuple[int, int, bool]) -> bool:
    """Whether a short sentence ends or begins with a figure, as an item of a scorecard does."""
    first, last, _ = unit
    end = last - 1
    while end > first and (document.tokens[end].kind == "punct" or document.norm(end) in ("points", "point", "each")):
        end -= 1
    kinds = (document.tokens[end].kind, document.tokens[first].kind)
    return "num" in kinds and last - first <= 16


def _chained(document: Document) -> set[int]:
    """Sentences parted by semicolons of which one holds a signed figure: "right 1; wordy -0.2"."""
    chains: list[list[int]] = []
    for sentence, (first, _) in document.sentences.items():
        if chains and document.norm(first - 1) == ";" and document.block_of[first] is document.block_of[first - 1]:
            chains[-1].append(sentence)
        else:
            chains.append([sentence])
    signed = {t.sentence for t in document.tokens if t.signed and t.kind in ("num", "points", "share")}
    return {sentence for chain in chains if len(chain) > 1 and signed & set(chain) for sentence in chain}


def _may_weigh(draft: Draft, comparators: Comparators, senses: Senses, i: int) -> bool:
    document, token = draft.document, draft.document.tokens[i]
    if not draft.free(i) or token.kind not in ("num", "share", "points") or token.value is None:
        return False
    if (
        token.whole is not None
        or abs(float(token.value)) > 100
        or (token.kind == "num" and (token.mark or not _weighs(document, i)))
    ):
        return False
    if _AGENDA & set(document.norms(i + 1, i + 6)):
        return False
    if document.norm(i - 1) in ("those", "these", "all", "other", "than", "section", "chapter", "rank", "no"):
        return False
    counted = token.unit or _unit(document, i).startswith(("point", "mark", "credit"))
    if token.norm == "one" and document.norm(i - 1) not in _TAKEN and not counted and not opens(document, i):
        return False  # "a made-up one"
    if document.block_of[i].kind == "heading" or is_label(document, i):
        return False
    limit = comparators.of(i)
    measured = sum(p for sense, p in senses.of(i).items() if sense in RATES)
    return (
        token.signed
        or limit is None
        or limit.weak
        or _next(document, i) == "for"
        or (measured < 0.5 and token.kind != "share")
    )


def opens(document: Document, i: int) -> bool:
    """Whether a token is the first of its sentence or clause."""
    return (
        i == 0 or document.tokens[i - 1].sentence != document.tokens[i].sentence or document.norm(i - 1) in (",", ":")
    )


_AGENDA = word_set("agenda itinerary programme")
_TAKEN = word_set(
    "take takes taking knock deduct minus plus lose loses subtract get gets give gives worth costs of is :"
)
_COUNTED = (
    "times",
    "trial",
    "second",
    "word",
    "question",
    "answer",
    "example",
    "criteri",
    "sentence",
    "line",
    "bullet",
    "page",
)
_TITLES = (
    "score", "point", "rubric", "reward", "weight", "weigh it", "penalt", "grading", "punkte", "gewicht", "marks", "marking",
    "rating", "bewert",
)  # fmt: skip
SOUNDS = 0.5
"""Probability from which on a figure is a weight where nothing else speaks of points."""


def _weighs(document: Document, i: int) -> bool:
    """Whether the word behind a number lets it be points: "2 for the page", "1 right", and not "12 codes"."""
    after, value = _next(document, i), float(document.tokens[i].value)
    behind = document.tokens[i + 1] if after else None
    if after.startswith(_COUNTED) or (after == "of" and not document.tokens[i].unit):
        return False
    if _unit(document, i).startswith(("point", "mark", "credit")):
        return True
    if document.tokens[i].signed or not value.is_integer() or behind is None or behind.kind != "word":
        return True
    return (
        after in _BEHIND
        or document.block_of[i].kind in ("row", "bullet")
        or any(h.first == i + 1 for h in named_criteria(document))
    )


_BEHIND = word_set(
    "for if when whenever where per each every as to on in at and or but while with plus minus point points mark marks percent is "
    "are was off then also being so a an the that this it no our by goes counts more credit credits"
)


def _unit(document: Document, i: int) -> str:
    """What a number counts: "one whole point"."""
    return document.norm(i + 2) if _next(document, i) in ("whole", "full", "entire", "extra") else _next(document, i)


def _next(document: Document, i: int) -> str:
    """The word behind a token in the same sentence."""
    same = i + 1 < len(document.tokens) and document.tokens[i + 1].sentence == document.tokens[i].sentence
    return document.norm(i + 1) if same else ""
