"""What answers are scored on, and with which weights."""

from typing import Any

from planner.chosen import Chosen, default, said
from planner.facts import Facts
from training.spec.words import DEFAULT_WEIGHTS, OTHER_WEIGHT


def rubric(facts: Facts) -> Chosen:
    """The words' own criteria. Only where rewards are asked for and no criterion is named, correctness alone."""
    items: list[dict[str, Any]] = []
    parts: dict[str, Chosen] = {}
    for claim in facts.claims("rubric"):
        if not isinstance(claim.value, dict):
            continue
        because = said(claim).because()
        i, criterion = len(items), claim.value.get("criterion") or "custom"
        weight, detail = claim.value.get("weight"), claim.value.get("detail")
        if weight is None:
            weight = DEFAULT_WEIGHTS.get(criterion, OTHER_WEIGHT)
            parts[f"/{i}/weight"] = Chosen(None, f"you gave no number; {criterion} usually weighs {weight:g}.")
        if detail is None:
            parts[f"/{i}/detail"] = default(None, "no detail was given.")
        items.append({"criterion": criterion, "weight": weight, "detail": detail})
        parts[f"/{i}"] = because
    asked_for_rewards = any(claim.value == "rl" for claim in facts.claims("stages"))
    if not items and asked_for_rewards and facts.said_none("rubric") is None:
        item = {"criterion": "correctness", "weight": DEFAULT_WEIGHTS["correctness"], "detail": None}
        return Chosen([item], "learning from rewards needs one; a right answer is the plainest.")
    return Chosen(items, "you named no criteria, so none is made up.", "default", parts=parts)


def gates(facts: Facts) -> Chosen:
    """The words' own conditions and no other: a gate nobody asked for could only fail a model that is wanted."""
    items: list[dict[str, Any]] = []
    parts: dict[str, Chosen] = {}
    for claim in facts.claims("gates"):
        if not isinstance(claim.value, dict):
            continue
        i, against = len(items), claim.value.get("against")
        items.append({key: claim.value.get(key) for key in ("metric", "op", "value")} | {"against": against})
        parts[f"/{i}"] = said(claim).because()
        if against is None:
            parts[f"/{i}/against"] = default(None, "measured by itself, against nobody.")
    return Chosen(items, "you named no condition, so none is made up.", "default", parts=parts)
