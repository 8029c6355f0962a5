"""From the words of a conversation to a plan and a reply: pure, in milliseconds."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from planner.answers import answered, with_accepted
from planner.ask import ask
from planner.check import Case, Finding, check
from planner.check.finding import conflict
from planner.claims import Wishes
from planner.draft import Draft
from planner.estimate import estimate, model_parameters, own_machines
from planner.facts import LISTS, WHOLE, Facts
from planner.hardware import Hardware
from planner.propose import propose, propose_nothing
from planner.settle import settle
from planner.surveyed import Survey
from planner.target import target
from training.spec import Conflict, Plan, Question, TrainingSpec

MOST_REPAIRS = 12


def plan(
    turns: Sequence[str],
    *,
    files: Sequence[str] = (),
    today: date,
    survey: Survey | None,
    hardware: Hardware,
    wishes: Wishes | None = None,
) -> tuple[Plan, str]:
    """The plan after the last turn, and the reply in plain words.

    Args:
        turns: what the user said, oldest first.
        files: names of attached files; they need not exist.
        today: what "by Friday" is counted from.
        survey: what was measured of the files; null where nothing was.
        hardware: the machine to cut the plan to.
        wishes: what was read already, by this reader or another one; null reads with the built-in one.
    """
    from planner.reader import read_steps

    survey = survey or Survey()
    steps = read_steps(list(turns), files=list(files), today=today) if wishes is None or len(turns) > 1 else []
    if wishes is None:
        wishes = steps[-1] if steps else Wishes(is_goal=False, intent="chat")
    if not wishes.is_goal:
        return Plan(status="not_a_goal"), propose_nothing(wishes)

    def questions_after(step: Wishes) -> list[Question]:
        _, facts = settle(step, survey=survey, hardware=hardware, today=today, files=tuple(files))
        return ask(facts, set())

    accepted, answers = answered(steps, turns, questions_after) if len(steps) > 1 else ([], [])
    if any(claim.turn == len(turns) - 1 for claim in accepted):  # a yes to a question is none to the plan it leads to
        wishes = wishes.model_copy(update={"intent": "answer"})
    made, reply = plan_wishes(
        with_accepted(wishes, accepted), files=files, today=today, survey=survey, hardware=hardware
    )
    return made.model_copy(update={"answers": [*answers, *wishes.answers]}), reply


def plan_wishes(
    wishes: Wishes, *, files: Sequence[str], today: date, survey: Survey, hardware: Hardware
) -> tuple[Plan, str]:
    """The same for what was already read, and is a goal."""
    draft, facts = settle(wishes, survey=survey, hardware=hardware, today=today, files=tuple(files))
    invalid = cleared(draft)
    case = case_of(draft, facts)
    place, price = case.place, case.estimate
    findings = [*invalid, *check(case)]
    conflicts = _conflicts(wishes, findings)
    disputed = {field for one in conflicts for field in one.fields}
    for field in sorted(disputed):
        draft.clear(field, "disputed; the conflict says what to decide.")
    spec = _valid(draft)
    questions = ask(facts, disputed)
    made = Plan(
        status="conflict" if conflicts else "needs_answers" if questions else "ready",
        spec=spec,
        questions=questions,
        conflicts=conflicts,
        provenance=draft.provenance(spec.model_dump(mode="json")),
        estimate=price,
        warnings=[f"{one.problem} {one.suggestion}".strip() for one in findings if one.kind == "warning"],
    )
    return made, propose(made, facts, place, alternative=_alternative(wishes, files, today, survey, hardware))


def case_of(draft: Draft, facts: Facts) -> Case:
    """A settled draft as the checks look at it."""
    spec = TrainingSpec.model_validate(draft.nested())
    size = model_parameters(spec, facts)[0]
    place = target(spec, facts.hardware, size, own=own_machines(spec, facts))
    return Case(spec, facts, estimate(spec, facts), place)


def _alternative(wishes: Wishes, files: Sequence[str], today: date, survey: Survey, hardware: Hardware) -> Plan | None:
    """The plan as a "what if" would make it, to compare with; null where nothing of the kind was asked."""
    if wishes.intent != "what_if" or not wishes.what_if:
        return None
    single = {claim.path for claim in wishes.what_if if claim.path not in LISTS}
    kept = [claim for claim in wishes.claims if claim.path not in single]
    other = wishes.model_copy(update={"claims": [*kept, *wishes.what_if], "what_if": [], "intent": "change"})
    return plan_wishes(other, files=files, today=today, survey=survey, hardware=hardware)[0]


def _conflicts(wishes: Wishes, findings: list[Finding]) -> list[Conflict]:
    """The words' own disputes first; a check that finds the same again adds nothing."""
    found = [Conflict(fields=one.fields, problem=one.problem, suggestion=one.suggestion) for one in wishes.disputes]
    for one in findings:
        if one.kind != "conflict":
            continue
        if any(_overlap(one.fields, other.fields) for other in found):
            continue
        found.append(Conflict(fields=one.fields, problem=one.problem, suggestion=one.suggestion))
    return found


def _overlap(some: list[str], others: list[str]) -> bool:
    return any(a == b or a.startswith(b + ".") or b.startswith(a + ".") for a in some for b in others)


def cleared(draft: Draft) -> list[Finding]:
    """Values that no spec may have become null, each with a conflict that names it."""
    found: list[Finding] = []
    for _ in range(MOST_REPAIRS):
        try:
            TrainingSpec.model_validate(draft.nested())
        except ValidationError as fault:
            error = fault.errors()[0]
            path = _spec_path(draft.nested(), error["loc"])
            found.append(
                conflict(
                    [path],
                    f"{_shown(error.get('input'))} is no possible value for {path}: {_said_plainly(error)}.",
                    "Name another value, or leave it to me.",
                )
            )
            draft.clear(path, "disputed; the conflict says what to decide.")
        else:
            return found
    return found


def _valid(draft: Draft) -> TrainingSpec:
    """The spec after the disputed fields were cleared; where that left a hole in a list, the list goes."""
    for _ in range(MOST_REPAIRS):
        try:
            return TrainingSpec.model_validate(draft.nested())
        except ValidationError as fault:
            draft.clear(_spec_path(draft.nested(), fault.errors()[0]["loc"][:2]), "disputed.")
    return TrainingSpec.model_validate(draft.nested())


def _spec_path(spec: dict[str, Any], loc: tuple[int | str, ...]) -> str:
    """An error's place as a path of the spec; what pydantic adds for its own use is left out."""
    steps: list[str] = []
    place: Any = spec
    for step in loc:
        inside = step in place if isinstance(place, dict) else isinstance(place, list) and isinstance(step, int)
        if not inside:
            break
        place = place[step]
        steps.append(str(step))
    path = ".".join(steps) or "goal"
    return next((whole for whole in WHOLE if path.startswith(f"{whole}.")), path)


def _shown(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _said_plainly(error: Any) -> str:
    message = str(error.get("msg", "")).removeprefix("Input should be ").removeprefix("Value error, ").rstrip(".")
    return f"it must be {message}" if error.get("type") != "value_error" else message


__all__ = ["Facts", "plan", "plan_wishes"]
