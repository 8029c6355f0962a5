"""A figure of the words: whether it limits, whether it is asked for, and what it can be a measure of by its size."""

from dataclasses import dataclass

from planner.reader.comparators import Comparison
from planner.reader.layout import Document
from planner.reader.words import word_set


@dataclass(slots=True)
class Figure:
    i: int
    kind: str
    comparison: Comparison | None

    @property
    def limited(self) -> bool:
        """Whether it is clearly a limit: more than a bare preposition stands beside it."""
        return self.comparison is not None and not self.comparison.weak


def asked_for(document: Document, figure: Figure) -> bool:
    """Whether an unlimited figure is a demand and no report: "Our search finds half of them"."""
    token = document.tokens[figure.i]
    first, _ = document.sentences[token.sentence]
    return (
        figure.comparison is not None
        or document.block_of[figure.i].kind in ("row", "bullet")
        or document.norm(figure.i - 1) in ("=", ":")
        or demanded(document, figure.i)
        or not _OF_OTHERS & set(document.norms(first, min(first + 2, figure.i)))
    )


def demanded(document: Document, i: int) -> bool:
    first, last = document.sentences[document.tokens[i].sentence]
    return bool(_DEMAND & set(document.norms(first, last)))


_DEMAND = word_set(
    "must should shall has have need needs needed want wants wanted would like expect expects require requires required "
    "target goal aim bar minimum maximum min max if unless when once before only accept acceptable enough please least "
    "most ought gotta soll muss mussen doit doivent debe deben deve devono devem moet moeten ready happy fine gate "
    "live tolerate tolerable tolerated take accepted gimme"
)
_OF_OTHERS = word_set("our we i my they their such most other some his her these those every")


def of_a_size(document: Document, figure: Figure, measure: str, near: float) -> bool:
    """Whether a bare number can be of that measure: 0.9 and 90 can be a share, 40 perplexity, 3 neither."""
    token = document.tokens[figure.i]
    if token.kind != "num":
        return True
    if token.mark or token.value is None or is_label(document, figure.i):
        return False
    value, after = float(token.value), document.norm(figure.i + 1)
    beside = near < 0.9 or (near < 3.0 and document.block_of[figure.i].kind in ("row", "bullet"))
    if measure == "perplexity":
        return 1 < value < 10000
    if measure == "reward":
        return 0 < value <= 100
    if 0 < value < 1 or (value == 1 and figure.limited):
        return beside or figure.limited
    alone = figure.i + 1 >= len(document.tokens) or document.tokens[figure.i + 1].kind in ("punct", "op")
    named = measure in ("f1", "rouge_l", "accuracy") and document.norm(figure.i - 1) in ("of", "to", ":", "=", "is")
    return (
        1 < value <= 100
        and (beside or _percent_meant(document, figure))
        and after not in _COUNTED
        and (figure.limited or named or _percent_meant(document, figure))
        and (alone or after in word_set("or and on is would at"))
    )


def is_label(document: Document, i: int) -> bool:
    """Whether a number numbers something: "4.1 The letters …", "section 4 as the reward"."""
    header = document.block_of[i].header
    if header and (column := column_of(document, i)) < len(header) and header[column] in _NUMBERING:
        return True
    if document.tokens[i].signed:
        return False
    whole = isinstance(document.tokens[i].value, float) and document.tokens[i].value.is_integer()
    if (
        whole
        and document.norm(i + 1) == ")"
        and document.tokens[i + 1].glued
        and (_opens(document, i) or document.norm(i - 1) in (")", ",", ";", ":", "."))
    ):
        return True  # "1) right answer 2) source given"
    if whole and _numbers_item(document, i):
        return True
    opens = i == 0 or document.block_of[i - 1] is not document.block_of[i]
    following = document.tokens[i + 1] if i + 1 < len(document.tokens) else None
    return (document.norm(i - 1) in _LABELLED and abs(float(document.tokens[i].value or 0)) >= 1) or (
        opens and document.block_of[i].kind != "row" and following is not None and following.kind == "word"
    )


def _numbers_item(document: Document, i: int) -> bool:
    """ "1. it is correct 2. it is brief": whole numbers in their order, each with a full stop and words behind it."""
    if not _dotted(document, i):
        return False
    if _opens(document, i) or document.norm(i - 1) in (":", ",", ";", "and"):
        return True
    first, _ = document.sentences[document.tokens[i].sentence]
    before = float(document.tokens[i].value or 0) - 1
    return any(_dotted(document, k) and document.tokens[k].value == before for k in range(max(first, i - _FAR), i))


_FAR = 60
"""Tokens between two items that are numbered."""


def _dotted(document: Document, i: int) -> bool:
    """Whether token i is a number with a full stop right behind it, and the sentence goes on with a word."""
    tokens = document.tokens[i : i + 3]
    return (
        len(tokens) == 3
        and tokens[0].kind == "num"
        and tokens[1].norm == "."
        and tokens[1].glued
        and tokens[2].kind == "word"
        and tokens[0].sentence == tokens[2].sentence
    )


def _opens(document: Document, i: int) -> bool:
    return i == 0 or document.tokens[i - 1].sentence != document.tokens[i].sentence


def column_of(document: Document, i: int) -> int:
    """Of the table's row that token i stands in, from 0."""
    first, _ = document.sentences[document.tokens[i].sentence]
    return document.norms(first, i).count("|") - (document.norm(first) == "|")


_NUMBERING = frozenset(
    ("rank", "rang", "#", "no", "no.", "nr", "nr.", "id", "place", "prio", "priority", "ref", "ref.", "item")
)
_LABELLED = word_set(
    "section sections chapter appendix annex part table figure fig page item step version phase stage paragraph clause no point points number rank place priority prio"
)


_PERCENT = word_set("percent percentages percentage pct")


def _percent_meant(document: Document, figure: Figure) -> bool:
    """Whether a number goes on from a percentage: "ours gets 71 % right, it has to make it to 85"."""
    token = document.tokens[figure.i]
    if token.value >= 20 and _PERCENT & set(document.norms(figure.i - 30, figure.i + 30)):
        return any(
            t.kind == "word" and t.norm in _PERCENT for t in document.tokens[max(0, figure.i - 30) : figure.i + 30]
        )
    return (
        token.value >= 20
        and (figure.comparison is not None or document.norm(figure.i - 1) in ("to", "at", "is", "be"))
        and any(
            t.kind == "share" and t.sentence == token.sentence and t.unit == "" and (t.raw or 0) >= 20
            for t in document.tokens[max(0, figure.i - 20) : figure.i]
        )
    )


_COUNTED = frozenset(
    "questions cases answers examples trials people users experts gpus times files pages words tickets languages".split()
)
