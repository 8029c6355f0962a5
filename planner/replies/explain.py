"""Answers to "why?" and "what if?": out of the plan's own reasons."""

from planner.facts import Facts
from planner.replies.describe import at, shown, spoken
from planner.words import hours, money
from training.spec import Plan, Provenance

MOST = 6


def answer(plan: Plan, facts: Facts, alternative: Plan | None) -> str:
    return _what_if(plan, alternative, facts) if alternative is not None else _why(plan, facts)


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


def _what_if(plan: Plan, other: Plan, facts: Facts) -> str:
    """The fields that would be different, and what that does to time, money and what can't be."""
    assert plan.spec is not None and other.spec is not None, "both were planned from a goal"  # noqa: PT018
    now, then = plan.spec.model_dump(mode="json"), other.spec.model_dump(mode="json")
    asked = [claim.path for claim in facts.wishes.what_if]
    lines = ["If you want that, it would change:"]
    for path in dict.fromkeys([*asked, "stages", "model.base", "model.parameters", "model.adapter"]):
        if at(now, path) != at(then, path):
            lines.append(f"- {spoken(path)}: {shown(at(then, path))} instead of {shown(at(now, path))}")
    before, after = plan.estimate, other.estimate
    if hours(before.wall_clock_hours) != hours(after.wall_clock_hours):
        lines.append(f"- the time: about {hours(after.wall_clock_hours)} instead of {hours(before.wall_clock_hours)}")
    if before.cost != after.cost:
        old, new = (money(one.amount, one.currency) for one in (before.cost, after.cost))
        lines.append(f"- the cost: about {new} instead of {old}")
    lines += [f"- it could not be had: {one.problem}" for one in other.conflicts if one not in plan.conflicts]
    if len(lines) == 1:
        lines = ["That would change nothing."]
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
    name, value = spoken(path), shown(at(spec, path))
    if entry.source == "request":
        return f"- {name} is {value} because you said “{entry.quote}”."
    why = entry.why.rstrip(".")
    return f"- {name} is {value}: {why}."
