"""Answers to "why?" and "what if?": out of the plan's own reasons."""

from planner.facts import Facts
from planner.replies.describe import at, shown
from planner.words import hours
from training.spec import Plan, Provenance

MOST = 6


def answer(plan: Plan, facts: Facts) -> str:
    if facts.wishes.intent == "what_if" and facts.wishes.what_if:
        return _what_if(plan, facts)
    return _why(plan, facts)


def _why(plan: Plan, facts: Facts) -> str:
    """Reasons for what is asked about; where that can't be told, for what the user set and what the rules chose."""
    assert plan.spec is not None
    spec = plan.spec.model_dump(mode="json")
    asked = facts.wishes.asked_about
    asked_pointers = _below(plan, asked) if asked else []
    pointers = asked_pointers or _telling(plan)
    lines = [_line(spec, pointer, plan.provenance[pointer]) for pointer in pointers[:MOST]]
    also = _also(plan) if asked_pointers else []
    lines += [
        line for line in (_line(spec, pointer, plan.provenance[pointer]) for pointer in also) if line not in lines
    ]
    return "\n".join(["Here is why:", *lines, "", "Nothing in the plan has changed."])


def _what_if(plan: Plan, facts: Facts) -> str:
    assert plan.spec is not None
    spec = plan.spec.model_dump(mode="json")
    lines = ["If you want that, it would change:"]
    for claim in facts.wishes.what_if:
        now = at(spec, claim.path)
        name = claim.path.replace("_", " ").replace(".", " ")
        lines.append(f"- {name}: {shown(claim.value)} instead of {shown(now)}")
    trials = [claim.value for claim in facts.wishes.what_if if claim.path == "search.trials"]
    now_trials = plan.spec.search.trials or 1
    if trials and isinstance(trials[0], int | float) and plan.estimate.wall_clock_hours:
        more = plan.estimate.wall_clock_hours * (1 + 0.2 * (trials[0] / now_trials - 1))
        lines.append(f"The whole would take about {hours(more)} instead of {hours(plan.estimate.wall_clock_hours)}.")
    return "\n".join([*lines, "", "Nothing has changed; say so if you want it."])


def _below(plan: Plan, path: str) -> list[str]:
    pointer = "/" + path.replace(".", "/")
    exact = [one for one in plan.provenance if one == pointer or one.startswith(pointer + "/")]
    return exact


def _telling(plan: Plan) -> list[str]:
    """What somebody chose: the user's own settings, then what rules and data decided; defaults are left out."""
    order = {"request": 0, "data": 1, "hardware": 1, "rule": 2}
    plain = ("/version", "/name", "/goal")
    found = [one for one, entry in plan.provenance.items() if entry.source in order and not one.startswith(plain)]
    return sorted(found, key=lambda one: order[plan.provenance[one].source])


def _also(plan: Plan) -> list[str]:
    """Of the usual follow-ups, those that the user set."""
    usual = ("/search/trials", "/model/adapter", "/model/base")
    return [one for one in usual if one in plan.provenance and plan.provenance[one].source == "request"]


def _line(spec: object, pointer: str, entry: Provenance) -> str:
    path = pointer.strip("/").replace("/", ".")
    name = path.replace("_", " ").replace(".", " ")
    value = shown(at(spec, path))
    value = {"lora": "LoRA", "qlora": "QLoRA"}.get(value, value)
    if entry.source == "request":
        return f"- {name} is {value} because you said “{entry.quote}”."
    why = entry.why.rstrip(".")
    return f"- {name} is {value}: {why}."
