"""Step by step to all users: "5% -> 20% -> 100%", "a tenth of the visitors, then everybody".

What makes a roll-out is its shape, rising shares that end at everyone, more than any one word; words of time and of
those who are served, and what the trained model makes of the shares, tell it from discounts and growth.
"""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

from planner.reader.draft import Draft
from planner.reader.layout import Document
from planner.reader.senses import RATES, Senses
from planner.reader.words import word_set

_ALL = word_set(
    "everyone everybody all everything rest remaining full lot alle tous todos tutti iedereen allen others whole toutes "
    "remainder hundred"
)
_SEQUENCE = word_set(
    "then later after afterwards finally first start starts starting begin begins beginning initially week phase step "
    "stage wave waves pilot next last dann danach erst zuerst puis ensuite d'abord dabord despues luego poi dopo daarna "
    "eerst day month -> slowly gradually once second third final december january february"
)
_STRONG = word_set(
    "roll rollout rolled canary pilot ramp phased live launch expose initially begin begins beginning start starts "
    "starting first open switch release wave waves gradually slowly roll-out stages steps begun"
)
_AUDIENCE = word_set(
    "users user customers traffic chats callers visitors calls tickets conversations shops branches staff people guests "
    "requests stores agents mails mail clients drivers patients tenants students queue sites accounts messages members "
    "readers households emails teams letters shoppers kunden clients visiteurs employees orders colleagues questions "
    "ticket customer visitor invoices cases analysts pupils inbox load rules lines documents reports farmers passengers"
)
_FOREIGN = word_set(
    "discount discounts sale left churn growth grew grow increase increased rose spam complaints abroad attendance reached "
    "price prices tax vat interest margin turnover revenue solves are is were was have live closed come"
)
_FRAMES = ("roll", "launch", "go-live", "go live", "deploy", "delivery", "einführ", "release", "ramp", "going live", "operation")  # fmt: skip
_FRACTIONS = {
    "half": 50.0, "quarter": 25.0, "third": 100 / 3, "fifth": 20.0, "tenth": 10.0, "sixth": 100 / 6, "eighth": 12.5,
    "twentieth": 5.0, "moitie": 50.0, "halfte": 50.0, "viertel": 25.0, "drittel": 100 / 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Step:
    first: int
    last: int
    share: float
    """0..100."""
    sure: bool
    """Written as a share, and not a bare number."""


def read_rollout(draft: Draft, senses: Senses) -> None:
    document = draft.document
    best: tuple[float, list[_Step], int] | None = None
    for first, last in _regions(document):
        row = _in_a_row(draft, first, last)
        for steps in [row] if row else _rising(_steps(draft, first, last)):
            if _measured(senses, steps):
                continue
            steps = (
                [step for step in steps if not _single_measure(draft.document, senses, step)]
                if len(steps) > 1
                else steps
            )
            if not steps:
                continue
            score = _score(draft, senses, steps, first, last)
            if score >= 1.0 and (best is None or score > best[0]):
                best = (score, steps, first)
    if not document.turn and (said := _as_said(draft)) is not None and (best is None or len(said[1]) > len(best[1])):
        best = said
    if best is None or (document.turn and len(best[1]) == 1):  # a later turn's one figure changes a step, if any
        return
    _, steps, first = best
    values = [round(step.share, 4) for step in steps]
    low = next((k for k in range(max(first, steps[0].first - 5), steps[0].first) if document.norm(k) in _STRONG), None)
    draft.set(
        "delivery.rollout",
        [int(value) if value == int(value) else value for value in values],
        low if low is not None else steps[0].first,
        steps[-1].last,
    )
    for step in steps:
        draft.use(*range(step.first, step.last + 1))


def _measured(senses: Senses, steps: list[_Step]) -> bool:
    """Whether most of the figures sound like conditions or weights: "f1 .9, valid in 999 of 1000"."""
    others = 0
    for step in steps:
        sounds = senses.of(step.first)
        others += sounds.get("rollout", 0.0) < 0.1 and sum(sounds.get(s, 0.0) for s in (*RATES, "weight")) > 0.6
    return 2 * others > len(steps)


def _single_measure(document: Document, senses: Senses, step: _Step) -> bool:
    """Whether one figure among others is a condition: "made-up ETAs in under 1 of 100. Start with 15%, then all"."""
    sounds = senses.of(step.first)
    bound = bool(word_set("under below over above least than fewer") & set(document.norms(step.first - 2, step.first)))
    return bound and sounds.get("rollout", 0.0) < 0.5


def _as_said(draft: Draft) -> tuple[float, list[_Step], int] | None:
    """Two or more shares beside "roll out", whichever way they go: the plan says where they go down."""
    document = draft.document
    for first, last in document.sentences.values():
        if {"rollout", "roll", "rolled"} & set(document.norms(first, last)):
            steps = [step for step in _steps(draft, first, last) if step.sure]
            if len(steps) > 1:
                return 1.0, steps, first
    return None


def _regions(document: Document) -> list[tuple[int, int]]:
    """Sentences; a sentence with the next one; the rows or bullets of one list together."""
    spans = list(document.sentences.values())
    found = list(spans)
    for (first, end), (start, last) in pairwise(spans):
        if document.block_of[first] is document.block_of[start] and last - start <= 24 and end - first <= 40:
            found.append((first, last))
    blocks = [(span, document.block_of[span[0]]) for span in spans]
    for (kind, heading, lead), group in groupby(blocks, key=lambda one: (one[1].kind, one[1].heading, one[1].lead)):
        members = [span for span, _ in group]
        named = any(word in f"{heading} {lead}" for word in (*_FRAMES, "phase", "step", "stage"))
        header = " ".join(document.block_of[members[0][0]].header)
        if kind in ("row", "bullet") and 2 <= len(members) <= 12 and (named or "phase" in header or "step" in header):
            found.append((members[0][0], members[-1][1]))
    return found


def _steps(draft: Draft, first: int, last: int) -> list[_Step]:
    document, tokens = draft.document, draft.document.tokens
    found: list[_Step] = []
    i = first
    percents = any(token.kind == "share" for token in tokens[first:last])
    percents = percents or [token.norm for token in tokens[first:last]].count("->") > 1
    while i < last:
        token, after = tokens[i], document.norm(i + 1)
        if not draft.free(i):
            i += 1
            continue
        if found and document.norm(i - 1) == "other" and token.norm == "half":
            found.append(_Step(i, i, 100.0, False))
        elif token.kind == "share" and isinstance(token.value, float) and 0 < token.value <= 3:
            found.append(_Step(i, i, 100 * token.value, True))
        elif (inside := _one_in(document, i, last)) is not None:
            found.append(inside)
            i = inside.last
        elif token.kind == "num" and isinstance(token.value, int | float) and 0 < token.value <= 100 and not token.mark:
            if document.norm(i - 1) in ("week", "phase", "step", "stage", "wave", "day", "month"):
                i += 1
                continue
            placed = (
                after in word_set("-> / , then and - | % ] .") or i + 1 == last or document.norm(i - 1) in ("->", "/")
            )
            if placed and (percents or found):
                found.append(_Step(i, i, float(token.value), False))
        elif token.kind == "duration" and token.norm in ("a quarter", "one quarter") and (found or after == "of"):
            found.append(_Step(i, i, 25.0, True))
        elif token.norm in _FRACTIONS and (
            document.norm(i - 1) in word_set("a an one then or and , der die la")
            or (token.norm == "half" and after == "of")
        ):
            found.append(_Step(i, i, _FRACTIONS[token.norm], True))
        elif token.norm in _ALL and found and _means_everyone(document, i):
            found.append(_Step(i, i, 100.0, False))
        i += 1
    return found


_ROW = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d)?(?:[ ]?[/,–-][ ]?\d{1,3}(?:\.\d)?){1,6}(?![\w.]\d)(?:[ ]?(?:%|percent))?")


def _in_a_row(draft: Draft, first: int, last: int) -> list[_Step]:
    """ "5/20/50/100 percent", "1-5-25-100": figures in a row that might be read as a date or a fraction."""
    document, tokens = draft.document, draft.document.tokens
    if not _STRONG & set(document.norms(first, last)) and not {"rollout", "canary", "traffic"} & set(
        document.norms(first, last)
    ):
        return []
    for found in _ROW.finditer(document.text, tokens[first].start, tokens[last - 1].end):
        values = [float(one) for one in re.findall(r"\d+(?:\.\d)?", found.group())]
        inside = [i for i in range(first, last) if tokens[i].start < found.end() and tokens[i].end > found.start()]
        free = all(draft.free(i) for i in inside)
        sure = "%" in found.group() or "percent" in found.group() or values[-1] == 100
        if (
            inside
            and free
            and sure
            and len(values) > 1
            and all(a < b for a, b in pairwise(values))
            and values[-1] <= 100
        ):
            return [_Step(inside[0], inside[-1], value, True) for value in values]
    return []


def _one_in(document: Document, i: int, last: int) -> _Step | None:
    """ "One ticket in ten", "1 in 20"."""
    tokens = document.tokens
    if document.norm(i) != "one" and (tokens[i].kind != "num" or tokens[i].value != 1):
        return None
    for k in range(i + 1, min(i + 4, last - 1)):
        if document.norm(k) == "of" and not _AUDIENCE & set(document.norms(k + 2, k + 5)):
            return None  # "one of 14 tags"
        if document.norm(k) in ("in", "of") and tokens[k + 1].kind == "num" and tokens[k + 1].value > 1:
            return _Step(i, k + 1, 100 / float(tokens[k + 1].value), True)
    return None


def _means_everyone(document: Document, i: int) -> bool:
    word, after, before = document.norm(i), document.norm(i + 1), set(document.norms(i - 5, i))
    if word == "hundred":
        return document.norm(i - 1) == "a" and document.norm(i - 2) in ("then", ",", "to", "and")
    if word in ("lot", "whole"):
        return "the" in before
    if word in ("full", "rest", "remaining", "remainder", "others"):
        return bool(before & word_set("then later to finally for -> the after by and step last , |"))
    if word in ("all", "everything", "alle", "tous", "todos", "tutti"):
        return (
            after not in word_set("right along in over goes is") or document.norm(i + 2) in ("week", "month")
        ) and bool(
            before & word_set("then later to finally for -> after , and well | / dann puis luego poi of from %")
            or after == ""
        )
    return True


def _rising(steps: list[_Step]) -> list[list[_Step]]:
    """The runs of rising shares that the steps hold side by side."""
    runs: list[list[_Step]] = []
    for step in steps:
        if runs and step.share > runs[-1][-1].share:
            runs[-1].append(step)
        else:
            runs.append([step])
    return [run for run in runs if run[0].share < 100 and (any(step.sure for step in run) or len(run) > 2)]


def _lent(document: Document, step: _Step) -> bool:
    """ "Let 10% of the foremen have it first", "give it to a fifth of the shops": some get it before others."""
    ahead, behind = document.norms(step.first - 4, step.first), document.norms(step.last + 1, step.last + 8)
    return bool({"let", "give", "offer", "show", "lend", "open"} & set(ahead)) and bool(
        {"it", "them", "this", "model", "bot"} & {*ahead, *behind}
        and {"first", "before", "initially", "beginning", "then"} & set(behind)
    )


_HAVING = word_set("have come live is are")


def _of_our_people(document: Document, step: _Step) -> bool:
    """ "A quarter of our nurses", "10% of the foremen"."""
    words = document.norms(step.last + 1, step.last + 4)
    return (
        words[:1] == ["of"]
        and words[1:2] in (["our"], ["the"], ["all"], ["their"])
        and len(words) == 3
        and words[2].endswith(("s", "men", "people"))
        and words[2] not in _THINGS
    )


_THINGS = word_set(
    "answers questions cases examples costs sales prices rows records documents files data results mistakes sentences items days weeks"
)


def _score(draft: Draft, senses: Senses, steps: list[_Step], first: int, last: int) -> float:
    document = draft.document
    words = document.norms(first, last)
    here = set(words)
    text = document.text[document.tokens[steps[0].first].start : document.tokens[steps[-1].last].end]
    framed = any(word in document.frame(steps[0].first) for word in _FRAMES)
    said = [senses.of(step.first).get("rollout", 0.0) for step in steps if step.sure and step.first == step.last]
    if len(steps) > 1 and steps[0].first == steps[1].first:
        return 2.0  # figures in a row beside a word for it
    sounds = max(said, default=0.0)
    near = set(document.norms(max(first, steps[0].first - 7), steps[-1].last + 6))
    strong, sequence = bool(_STRONG & near), bool(_SEQUENCE & near) or "->" in here
    served = any(_AUDIENCE & set(document.norms(step.last + 1, step.last + 5)) for step in steps)
    served = served or any(_of_our_people(document, step) for step in steps)
    ahead = document.norms(max(first, steps[0].first - 7), steps[0].first)
    served = served or bool(word_set("share part portion fraction slice") & set(ahead) and _AUDIENCE & set(ahead))
    named = bool(word_set("rollout canary roll-out roll pilot rolled ramp") & near)
    score = 0.6 * named + 0.9 * sounds + 0.5 * strong + 0.6 * framed + 0.5 * served + 0.3 * sequence
    if len(steps) > 1:
        score += 0.5 if sequence or re.search(r"->|→|/|–|-", text) else 0.0
        score += 0.4 if steps[-1].share == 100 else 0.0
        score += 0.2 if len(steps) > 2 and steps[-1].share == 100 else 0.0
    else:
        score -= 0.3
        if not strong and not framed:
            score -= 0.6
    quality = word_set("right correct accuracy wrong accurate valid invented precision answers")
    if quality & near and not served:
        score -= 0.8
    lent = _lent(document, steps[0])
    score += 0.8 * lent
    foreign = (_FOREIGN - _HAVING if lent else _FOREIGN) & set(document.norms(steps[0].first - 6, steps[-1].last + 6))
    score -= (0.7 if framed or named else 1.2) * bool(foreign) + 0.5 * (len(foreign) > 1)
    if here & {"year", "years"} and not framed:
        score -= 0.5
    return score
