"""Which model training starts from: what the words name, else the best that is really within reach, else none."""

from typing import NamedTuple

from planner.catalogue import catalogue, known_base, parameters_of
from planner.chosen import Chosen, measured, said
from planner.claims import Claim
from planner.facts import Facts
from planner.memory import training_memory_gb
from planner.words import number

FREE = ("Apache-2.0", "MIT")
"""Licences that nobody has to read before a first try."""
SHORTEST_HOURS = 1.0
"""What a run without a limit may well take."""


class Reachable(NamedTuple):
    name: str
    parameters: float
    languages_fit: bool
    licence: str | None


def base(facts: Facts) -> Chosen:
    """The words' own; a folder with a model among the files; the largest cached model that fits; else scratch."""
    asked = facts.claim("model.base")
    if asked is not None:
        return _named(asked, facts)
    if facts.survey.models:
        found = facts.survey.models[0]
        return measured(found.path, f"{found.path} holds a model, so training starts from it.")
    fitting = [model for model in reachable(facts) if _fits(model, facts)]
    if fitting:
        best = max(fitting, key=lambda model: (model.languages_fit, model.parameters))
        licence = f", licence {best.licence}" if best.licence else ""
        return Chosen(
            best.name,
            f"the largest base on this machine that fits its memory and the time "
            f"({number(best.parameters)} parameters{licence}).",
            "hardware",
        )
    if facts.hardware.models:
        why = "none of the base models on this machine fits its memory, your limits and the time"
    else:
        why = "no base model is on this machine and you named none"
    return Chosen("scratch", f"{why}, so a small model is trained from your own text{_hint(facts)}.", "hardware")


def _named(asked: Claim, facts: Facts) -> Chosen:
    """What the words name; by its full id where they use a short name for a model that is on this machine."""
    chosen, name = said(asked), str(asked.value).lower()
    for model in facts.hardware.models:
        short = model.id.rpartition("/")[2].lower()
        if name == short or (known_base(name) is not None and known_base(name) == known_base(model.id)):
            return chosen._replace(value=model.id, why=f"you named it; it is on this machine as {model.id}.")
    return chosen


def reachable(facts: Facts) -> list[Reachable]:
    """Base models in the machine's cache, with what is known of them."""
    found = []
    for model in facts.hardware.models:
        entry = known_base(model.id)
        # Weights are stored with two bytes a parameter, or four in old models; two is the safe guess for memory.
        parameters = entry.parameters if entry else parameters_of(model.id) or model.bytes / 2
        languages = facts.known.get("languages") or []
        found.append(
            Reachable(
                model.id, parameters, entry.serves(languages) if entry else True, entry.licence if entry else None
            )
        )
    return found


def _hint(facts: Facts) -> str:
    """Names the best base of the catalogue that would do here, if it were here; empty where none would."""
    languages = facts.known.get("languages") or []
    fitting = [
        entry
        for entry in catalogue()
        if entry.licence in FREE
        and entry.active is None  # a mixture needs several times the memory that it computes with
        and entry.serves(languages)
        and (entry.vision or facts.known.get("task") != "image_text")
        and _fits(Reachable(entry.id, entry.parameters, True, entry.licence), facts)
    ]
    if not fitting:
        return ""
    best = max(fitting, key=lambda entry: (entry.checked, entry.parameters))
    return (
        f"; {best.id} ({number(best.parameters)} parameters, {best.licence}) would fit if you put its folder here and "
        "named its path"
    )


def _fits(model: Reachable, facts: Facts) -> bool:
    cap = facts.claim("model.max_parameters")
    if cap is not None and cap.value is not None and model.parameters > cap.value * 1.05:
        return False
    asked = facts.claim("model.adapter")
    adapter = asked.value if asked else "lora"
    hardware = facts.hardware
    room = hardware.gpu_memory_gb * hardware.gpus if hardware.gpus and hardware.gpu_memory_gb else hardware.memory_gb
    if training_memory_gb(model.parameters, adapter) > 0.8 * room:
        return False
    hours = facts.known.get("budget.wall_clock_hours") or SHORTEST_HOURS
    tokens = sum(source.tokens for source in facts.measured) or 100_000
    # One pass over the data in a third of the time, with 6 operations a parameter and token.
    return 6 * model.parameters * tokens / hardware.training_flops <= hours * 3600 / 3
