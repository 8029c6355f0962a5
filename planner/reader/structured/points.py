"""Score cards that a program writes: `rubric: {correctness: 1, rude: -0.5}` or a list of `{criterion, weight}`."""

import re
from datetime import date
from typing import NamedTuple

from planner.reader.criteria import criterion_of
from planner.reader.draft import Draft
from planner.reader.layout import read_document
from planner.reader.structured.conditions import conditions_of
from planner.reader.structured.fields import claim, first
from planner.reader.structured.meaning import HOMES
from planner.reader.structured.pairs import Pair
from planner.reader.weighing import DETAILED
from training.spec.words import Criterion

_CARDS = (
    "rubric", "rubrics", "scorecard", "score card", "scoring", "reward", "rewards", "weights", "points", "grading", "criteria weights",
    "reward weights", "marks", "rewards and penalties", "score", "scores",
)  # fmt: skip
_PENALTIES = ("penalty", "penalties", "deduct", "minus", "deductions", "malus")
_NAME = ("criterion", "name", "what", "id", "label", "description", "for", "when", "on", "if", "item", "key", "of")
_WEIGHT = ("weight", "w", "points", "pts", "score", "value", "reward", "penalty", "mark", "marks")
_NAMED = Criterion.__args__  # type: ignore[attr-defined]
_INNER = re.compile(r"([A-Za-z_][\w -]{0,40}?) ?[:=] ?([+-]?\d+(?:\.\d+)?)(?=[,;\]} ]|$)")


MOST = 60
"""Items of a score card; more are no score card."""


class _Item(NamedTuple):
    said: str
    figure: Pair
    pairs: list[Pair]
    detail: str


def read_points(draft: Draft, pairs: list[Pair], today: date) -> list[Pair]:
    """Claims an item of `rubric` for each; returns the pairs that were understood."""
    bounds = {p for one in conditions_of(pairs) for p in one.pairs}
    cards = [p for p in pairs if p not in bounds and _on_card(p)]
    done: list[Pair] = []
    for one in _items(cards)[:MOST]:
        token = first(one.figure, today, "num", "share", "points")
        if token is None:
            continue
        criterion = _criterion(one.said, today)
        weight = float(token.value)
        if any(key in _PENALTIES for key in one.figure.keys):
            weight = -abs(weight)
        item: dict[str, object] = {"criterion": criterion, "weight": round(weight, 6)}
        if criterion in DETAILED:
            item["detail"] = one.detail or one.said
        whole = one.figure
        start, end = min(p.start for p in one.pairs), max(p.end for p in one.pairs)
        claim(draft, Pair(whole.keys, whole.value, start, end, whole.value_start), "rubric", item)
        done += one.pairs
    for pair in cards:
        inner = _INNER.findall(pair.value) if pair.keys[-1] in _CARDS else []
        for said, figure in inner[:MOST]:
            criterion = _criterion(said, today)
            item = {"criterion": criterion, "weight": float(figure)}
            claim(draft, pair, "rubric", {**item, "detail": said} if criterion in DETAILED else item)
        done += [pair] if inner else []
    return done


def _on_card(pair: Pair) -> bool:
    keys = pair.keys
    card = next((k for k, key in enumerate(keys) if key in (*_CARDS, *_PENALTIES)), None)
    return card is not None and not any(key in HOMES for key in keys[:card])


def _items(cards: list[Pair]) -> list[_Item]:
    """Objects that name a criterion and its weight, and pairs `criterion: weight`."""
    objects: dict[int, list[Pair]] = {}
    for pair in cards:
        objects.setdefault(pair.group, []).append(pair)
    found: list[_Item] = []
    for group, members in objects.items():
        named = next((p for p in members if p.keys[-1] in _NAME and not _is_number(p.value)), None)
        weight = next((p for p in members if p.keys[-1] in _WEIGHT and _is_number(p.value)), None)
        if group >= 0 and named is not None and weight is not None:
            told = next((p.value for p in members if p.keys[-1] in ("detail", "note", "text") and p is not named), "")
            found.append(_Item(named.value, weight, members, told))
            continue
        found += [_Item(p.keys[-1], p, [p], "") for p in members if p.keys[-1] not in _CARDS and _is_number(p.value)]
    return found


def _is_number(value: str) -> bool:
    return re.fullmatch(r"[+-]?\d*\.?\d+ ?%?", value.strip()) is not None


def _criterion(said: str, today: date) -> str:
    name = "_".join(said.lower().split())
    if name in _NAMED:
        return name
    document = read_document(said.replace("_", " "), 0, today)
    spoken = criterion_of(document, 0, len(document.tokens))
    return spoken.criterion if spoken is not None else "custom"
