"""The model's other properties: architecture, experts, cap, adapter, vocabulary."""

from planner.catalogue import parameters_of
from planner.chosen import Chosen, default, measured, nothing
from planner.facts import Facts
from planner.memory import training_memory_gb
from planner.words import number

FEW_ROWS = 1000
"""Below this, all weights of a large base learn the examples by heart."""
SMALL_BASE = 1e9
USUAL_EXPERTS = 4


def architecture(facts: Facts) -> Chosen:
    experts = facts.claim("model.experts")
    if experts is not None and experts.value:
        return Chosen("moe", f"{experts.value} experts in one model are a mixture.", "request", experts.quote)
    return default("dense", "one plain network, unless you ask for several experts in one.")


def experts(facts: Facts) -> Chosen:
    if facts.known.get("model.architecture") == "moe":
        return default(USUAL_EXPERTS, "you asked for a mixture and named no number; four is a small, usual one.")
    return nothing("a dense model has none.")


def max_parameters(facts: Facts) -> Chosen:
    return nothing("you set no cap.")


def adapter(facts: Facts) -> Chosen:
    """All weights where the model is small; an adapter where it is large, or the examples are few."""
    name = facts.known.get("model.base")
    if name in (None, "scratch"):
        return default("none", "a model from scratch learns with all its weights.")
    parameters = parameters_of(str(name)) or _size_on_disk(str(name), facts)
    if parameters is None:
        return default("lora", "the size of the base is not known; an adapter fits in any case.")
    rows = facts.rows("chats", "instructions", "labels")
    room = facts.hardware.gpu_memory_gb or facts.hardware.memory_gb
    memory = facts.known.get("compute.memory_gb")
    if memory:
        room = memory * (facts.known.get("compute.gpus") or 1)
    if parameters <= SMALL_BASE and training_memory_gb(parameters, "none") <= 0.8 * room and not 0 < rows < FEW_ROWS:
        return Chosen("none", f"{number(parameters)} parameters are few enough to train them all.")
    if 0 < rows < FEW_ROWS and parameters > 1e8:
        return measured("lora", f"{rows} examples: an adapter learns from them without forgetting the rest.")
    if parameters <= 1e8:
        return Chosen("none", f"{number(parameters)} parameters are few enough to train them all.")
    return Chosen("lora", f"training all {number(parameters)} parameters takes several times the memory of an adapter.")


def vocabulary(facts: Facts) -> Chosen:
    if facts.known.get("model.base") == "scratch":
        return default("keep", "its vocabulary is made from your own text, so your words are in it.")
    return default("keep", "the base's own vocabulary.")


def _size_on_disk(name: str, facts: Facts) -> float | None:
    for found in facts.survey.models:
        if found.path == name:
            return found.bytes / 2
    for cached in facts.hardware.models:
        if cached.id == name:
            return cached.bytes / 2
    return None
