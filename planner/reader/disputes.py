"""Things asked for that can't both be had, or not at all, as far as the words alone show it."""

import re
from datetime import date
from typing import Any

from planner.claims import Claim, Dispute

_PLAIN = {
    "budget.cost": "cost limit", "budget.gpu_hours": "limit on GPU-hours", "budget.wall_clock_hours": "limit on hours", "budget.deadline": "deadline",
    "search.trials": "number of trials", "model.base": "base model", "model.max_parameters": "size limit", "model.adapter": "way of tuning",
    "model.architecture": "architecture", "model.experts": "number of experts", "data.holdout": "share kept for evaluation", "compute.gpus": "number of GPUs",
    "privacy.egress": "rule on data leaving your machines", "data.cleaning.pii": "rule for personal data", "compute.where": "place to run", "compute.region": "region",
    "data.synthetic.examples": "number of generated examples", "name": "name", "delivery.endpoint": "endpoint", "compute.gpu": "kind of GPU",
    "compute.memory_gb": "GPU memory", "model.vocabulary": "vocabulary", "delivery.rollout": "roll-out", "monitoring.every_days": "interval of retraining",
}  # fmt: skip


def doubles(claims: list[Claim]) -> tuple[list[Claim], list[Dispute]]:
    """One turn's claims with one value a path; paths with two different ones become disputes."""
    kept: list[Claim] = []
    disputes: list[Dispute] = []
    by_path: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.path in _LISTS:
            kept.append(claim)
        else:
            by_path.setdefault(claim.path, []).append(claim)
    for path, group in by_path.items():
        values = []
        for claim in group:
            if claim.value not in values:
                values.append(claim.value)
        if len(values) == 1 or path in _LATER_WINS:
            kept.append(group[-1] if path in _LATER_WINS else group[0])
            continue
        if path == "model.base" and len(values) == 2 and any(_inside(a, b) for a in values for b in values if a != b):
            kept.append(max(group, key=lambda c: len(str(c.value))))
            continue
        fields = ["model.architecture", "model.experts"] if path == "model.architecture" else [path]
        disputes.append(Dispute(
            fields=fields, problem=f"The request names two different values for the {_PLAIN.get(path, path)}: {' and '.join(f'“{c.quote}”' for c in _distinct(group)[:2])}.",
            suggestion=f"Tell me which one holds; the stricter is “{_distinct(group)[-1].quote}”." if path.startswith("budget") else "Tell me which one holds.",
            quotes=[c.quote for c in _distinct(group)],
        ))  # fmt: skip
        if path == "model.architecture":
            kept = [c for c in kept if c.path != "model.experts"]
    if any("model.experts" in d.fields for d in disputes):
        kept = [c for c in kept if c.path != "model.experts"]
    return kept, disputes


_LISTS = frozenset(("data.sources", "rubric", "gates", "languages", "stages", "delivery.formats"))
_LATER_WINS = frozenset(
    (
        "task",
        "search.parameters",
        "compute.gpu",
        "compute.memory_gb",
        "compute.gpus",
        "monitoring.retrain_when",
        "monitoring.every_days",
        "data.cleaning.languages",
    )
)


def _inside(a: Any, b: Any) -> bool:
    return re.sub(r"[^a-z0-9]", "", str(a).lower().split("/")[-1]) in re.sub(r"[^a-z0-9]", "", str(b).lower())


def _distinct(group: list[Claim]) -> list[Claim]:
    out: list[Claim] = []
    for claim in group:
        if all(claim.value != o.value for o in out):
            out.append(claim)
    return out


def cross(claims: list[Claim], today: date) -> list[Dispute]:
    """Contradictions between different fields of the conversation as it stands."""
    value: dict[str, Any] = {c.path: c.value for c in claims}
    quote: dict[str, str] = {c.path: c.quote for c in claims}
    found: list[Dispute] = []

    def add(fields: list[str], problem: str, suggestion: str) -> None:
        found.append(
            Dispute(
                fields=fields, problem=problem, suggestion=suggestion, quotes=[quote[f] for f in fields if f in quote]
            )
        )

    _gates(claims, found)
    base, cap = value.get("model.base"), value.get("model.max_parameters")
    size = size_of(base) if isinstance(base, str) else None
    if size and cap and size > cap * 1.05:
        add(["model.base", "model.max_parameters"], f"{base} has about {size / 1e9:g} billion parameters, more than the {cap / 1e9:g} billion allowed.",
            f"Take a model of at most {cap / 1e9:g} billion parameters, or lift the limit to {size / 1e9:g} billion.")  # fmt: skip
    if value.get("model.architecture") == "dense" and value.get("model.experts"):
        add(
            ["model.architecture", "model.experts"],
            "A dense model has no experts, and experts are asked for.",
            "Choose between a dense model and a mixture of experts.",
        )
    kept, served = value.get("data.cleaning.languages"), [c for c in claims if c.path == "languages"]
    if kept and served and not any(c.value in kept for c in served):
        quote["languages"] = served[0].quote
        add(
            ["languages", "data.cleaning.languages"],
            f"The model is to serve {', '.join(c.value for c in served)}, and only data in {', '.join(kept)} is kept.",
            "Keep data in the language that the model is to serve, or name another language.",
        )
    deadline = value.get("budget.deadline")
    if isinstance(deadline, str) and deadline < today.isoformat():
        add(
            ["budget.deadline"],
            f"The deadline {deadline} has passed; today is {today.isoformat()}.",
            "Name a day that still lies ahead.",
        )
    if (
        value.get("privacy.egress") is False
        and (region := value.get("compute.region"))
        and value.get("compute.where") == "local"
        and re.search(r"-\d|\d$", str(region))
    ):
        add(
            ["privacy.egress", "compute.region"],
            f"Everything is to stay on your own machines, and {region} is a cloud region.",
            "Choose between your own machines and that cloud region.",
        )
    holdout = value.get("data.holdout")
    if isinstance(holdout, float) and not 0 <= holdout <= 0.5:
        add(
            ["data.holdout"],
            f"Keeping {holdout:.0%} of the data for evaluation leaves too little to learn from.",
            "Keep at most half of it; a tenth is usual.",
        )
    rollout = value.get("delivery.rollout")
    if isinstance(rollout, list) and any(step > 100 for step in rollout):
        add(["delivery.rollout"], "A roll-out can't reach more than 100% of the users.", "Name steps up to 100%.")
    for path in ("budget.gpu_hours", "budget.wall_clock_hours"):
        if value.get(path) == 0:
            add(
                [path],
                f"With a {_PLAIN[path]} of zero nothing can be trained.",
                "Allow some time, or leave the limit out.",
            )
    hours, gpus, wall = value.get("budget.gpu_hours"), value.get("compute.gpus"), value.get("budget.wall_clock_hours")
    del hours, gpus, wall  # a smaller limit simply bites first: no contradiction
    return found


ENOUGH = 12
"""Disputes that are named; whoever has more sorts out these first."""


def _gates(claims: list[Claim], found: list[Dispute]) -> None:
    gates = [c for c in claims if c.path == "gates"]
    for i, one in enumerate(gates):
        value = one.value.get("value")
        if one.value.get("metric") not in _UNBOUNDED and isinstance(value, int | float) and not 0 <= value <= 1:
            found.append(
                Dispute(
                    fields=["gates"],
                    problem=f"“{one.quote}” asks for a share that can't be reached: shares lie between 0 and 100%.",
                    suggestion="Name a share of at most 100%.",
                    quotes=[one.quote],
                )
            )
        for two in gates[i + 1 :]:
            if len(found) >= ENOUGH:
                return
            same = one.value.get("metric") == two.value.get("metric") and one.value.get("against") == two.value.get(
                "against"
            )
            if (
                same
                and one.value.get("value") != two.value.get("value")
                and _alike(one.value.get("op"), two.value.get("op"))
            ):
                found.append(Dispute(
                    fields=["gates"], problem=f"Two thresholds are named for the same measure: “{one.quote}” and “{two.quote}”.",
                    suggestion="Tell me which of the two decides.", quotes=[one.quote, two.quote],
                ))  # fmt: skip
            elif same and _impossible(one.value, two.value):
                found.append(
                    Dispute(
                        fields=["gates"],
                        problem=f"“{one.quote}” and “{two.quote}” can't both be met.",
                        suggestion="Drop one of the two.",
                        quotes=[one.quote, two.quote],
                    )
                )


_UNBOUNDED = frozenset(("perplexity", "latency_p50_seconds", "latency_p95_seconds", "reward"))


def _alike(one: Any, two: Any) -> bool:
    return str(one)[:1] == str(two)[:1]


def _impossible(one: dict[str, Any], two: dict[str, Any]) -> bool:
    if _alike(one.get("op"), two.get("op")):
        return False
    floor, ceiling = (one, two) if str(one.get("op")).startswith(">") else (two, one)
    return bool(floor.get("value", 0) > ceiling.get("value", 0))


def size_of(base: str) -> float | None:
    """Parameters that a model's name gives away: Mistral-7B, qwen2.5-0.5b, mixtral-8x7b, smollm2-135m."""
    name = base.lower()
    many = re.search(r"(\d+)x(\d+(?:\.\d+)?)b(?![a-z])", name)
    if many:
        # experts share attention and embeddings: about 0.83 of the product (8x7B has 46.7 billion)
        return int(many.group(1)) * float(many.group(2)) * 1e9 * 0.83
    found = re.search(r"(?<![a-z\d.])(\d+(?:\.\d+)?)([bm])(?![a-z])", name.replace("_", "-"))
    if found is None:
        return None
    return float(found.group(1)) * (1e9 if found.group(2) == "b" else 1e6)
