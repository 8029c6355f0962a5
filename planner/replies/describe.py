"""Single things of a plan in plain words."""

from planner.check.gates import NAMES, RATES
from planner.facts import Facts
from planner.words import day, hours, languages, listed, money, percent, plural
from training.spec import Plan, TrainingSpec
from training.spec.spec import Gate, RubricItem, Source

ROLES = {
    "documents": "text to read", "code": "code to read", "chats": "conversations", "instructions": "questions with answers",
    "tests": "for the test only", "preferences": "better and worse answers", "labels": "texts with their class",
    "prompts": "questions to practise on", "images": "pictures with texts",
}  # fmt: skip
OPPONENTS = {"base": "the untouched base", "retrieval": "plain search over your data", "current": "what you use today"}
CRITERIA = {
    "correctness": "right", "terminology": "your own terms", "policy": "keeps to your rules", "latency": "slow answers",
    "hallucination": "making things up", "tone": "tone", "format": "the right format", "brevity": "brevity",
    "citation": "names its source", "tool_use": "the right tool call", "custom": "your own measure",
}  # fmt: skip
BOUNDS = {">=": "at least", ">": "more than", "<=": "at most", "<": "less than"}


_SPOKEN = {
    "search.trials": "the number of trials", "model.adapter": "the adapter", "model.base": "the base",
    "model.parameters": "the model's size", "model.max_parameters": "the size limit", "data.holdout": "the share held out",
    "budget.cost": "the cost limit", "budget.cost.amount": "the cost limit", "budget.deadline": "the deadline",
    "budget.wall_clock_hours": "the time limit in hours", "budget.gpu_hours": "the limit in GPU-hours",
    "model.architecture": "the architecture", "model.experts": "the number of experts", "data.sources": "the data",
    "data.cleaning.pii": "what happens to personal data", "data.cleaning.secrets": "what happens to passwords",
    "gates": "the conditions", "rubric": "the score card", "languages": "the languages", "stages": "the steps",
    "privacy.egress": "whether data may leave", "task": "the task", "delivery.rollout": "the roll-out",
}  # fmt: skip
_VALUES = {"lora": "LoRA", "qlora": "QLoRA", "sft": "fine-tuning", "pretrain": "reading the text",
           "preference": "learning from preferences", "rl": "reinforcement learning"}  # fmt: skip


def source(item: Source, facts: Facts) -> str:
    """`data/tickets.csv`: 1,204 conversations, only from 1 January 2025 on."""
    found = facts.survey.named(item.path)
    rows = sum(one.rows for one in found)
    what = ROLES.get(item.role or "", "data")
    size = f" ({plural(rows, 'record')})" if rows else " (not here yet)" if not found else ""
    limits = []
    if item.since:
        limits.append(f"only from {day(item.since)} on")
    if item.until:
        limits.append(f"only up to {day(item.until)}")
    if item.include:
        limits.append(f"only {listed(item.include)}")
    if item.exclude:
        limits.append(f"without {listed(item.exclude)}")
    return f"`{item.path}`: {what}{size}{', ' + ', '.join(limits) if limits else ''}"


def cleaning(spec: TrainingSpec) -> str:
    rules = spec.data.cleaning
    done = []
    if rules.exact_dedup or rules.near_dedup:
        done.append("repeats are thrown out" if rules.near_dedup else "exact repeats are thrown out")
    hidden = {"personal data": rules.pii, "passwords": rules.secrets}
    masked = [what for what, how in hidden.items() if how == "redact"]
    dropped = [what for what, how in hidden.items() if how == "drop"]
    if masked:
        done.append(f"{listed(masked)} {'is' if masked == ['personal data'] else 'are'} masked")
    if dropped:
        done.append(f"records with {listed(dropped, 'or')} are dropped")
    if rules.languages:
        done.append(f"only {languages(rules.languages)} is kept")
    if rules.decontaminate:
        done.append("whatever stands in the test is taken out of the training")
    return f"Before that, {listed(done)}." if done else ""


def gate(item: Gate) -> str:
    """`the share of right answers is at least 80%`."""
    if item.metric is None or item.op is None or item.value is None:
        return f"{NAMES.get(item.metric or '', 'a figure')}: still to be decided"
    value = percent(item.value) if item.metric in RATES else f"{item.value:g}"
    unit = " seconds" if item.metric.startswith("latency") else ""
    if item.metric == "win_rate" and item.op == ">" and item.value == 0.5 and item.against:
        return f"its answers beat those of {OPPONENTS[item.against]} more often than not"
    against = f" against {OPPONENTS[item.against]}" if item.against else ""
    name = NAMES.get(item.metric, item.metric)
    return f"{name}{against} is {BOUNDS[item.op]} {value}{unit}"


def criterion(item: RubricItem, forbidden: frozenset[str] = frozenset()) -> str:
    """`right: +1`.

    Args:
        forbidden: details that say what must never happen.
    """
    if item.detail in forbidden:
        return f"never: {item.detail}" + (f" ({item.weight:+g} where kept to)" if item.weight is not None else "")
    name = CRITERIA.get(item.criterion or "", item.criterion or "something")
    told = item.detail and item.detail.lower() not in (name, item.criterion)
    detail = f" ({item.detail})" if told else ""
    return f"{name}{detail}: {item.weight:+g}" if item.weight is not None else f"{name}{detail}"


def limits(spec: TrainingSpec) -> str:
    """Your limits: at most 10 minutes and 200 EUR, by 18 December 2026."""
    said = []
    if spec.budget.wall_clock_hours is not None:
        said.append(f"at most {hours(spec.budget.wall_clock_hours)}")
    if spec.budget.gpu_hours is not None:
        said.append(f"at most {spec.budget.gpu_hours:g} GPU-hours")
    if spec.budget.cost and spec.budget.cost.amount is not None:
        free = spec.budget.cost.amount == 0
        said.append(
            "no cost" if free else f"at most {money(spec.budget.cost.amount, spec.budget.cost.currency or 'EUR')}"
        )
    if spec.budget.deadline:
        said.append(f"done by {day(spec.budget.deadline)}")
    return f"Your limits: {listed(said)}." if said else ""


def changes(plan: Plan, facts: Facts) -> str:
    """What the last turn changed."""
    assert plan.spec is not None
    spec = plan.spec.model_dump(mode="json")
    said = []
    for path in dict.fromkeys(facts.wishes.changed):
        value = at(spec, path)
        name = spoken(path)
        said.append(f"{name} is now {shown(value)}" if value not in (None, [], "") else f"{name} is no longer set")
    return f"Changed: {'; '.join(said)}." if said else ""


def at(spec: object, path: str) -> object:
    """The value at a dotted path; null where there is none."""
    place = spec
    for step in path.split("."):
        if isinstance(place, dict):
            place = place.get(step)
        elif isinstance(place, list) and step.isdigit() and int(step) < len(place):
            place = place[int(step)]
        else:
            return None
    return place


def spoken(path: str) -> str:
    """A field's name as one says it: `search.trials` is "the number of trials"."""
    return _SPOKEN.get(path) or path.replace("_", " ").replace(".", " ")


def shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return listed([shown(item) for item in value]) if value else "none"
    if isinstance(value, dict) and set(value) == {"amount", "currency"}:
        return money(float(value["amount"] or 0), str(value["currency"] or "EUR"))
    if isinstance(value, dict):
        return ", ".join(
            f"{key.replace('_', ' ')} {shown(item)}" for key, item in value.items() if item not in (None, [])
        )
    if value in _VALUES:
        return _VALUES[str(value)]
    return "none" if value is None else str(value)


__all__ = ["at", "changes", "cleaning", "criterion", "gate", "limits", "shown", "source", "spoken"]
