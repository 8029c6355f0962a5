"""What it may take and where it runs: limits are the words' own, the place is this machine unless they say otherwise."""

from planner.chosen import Chosen, default, nothing, said
from planner.facts import Facts


def gpu_hours(facts: Facts) -> Chosen:
    return nothing("you set no limit of this kind.")


def wall_clock_hours(facts: Facts) -> Chosen:
    return nothing("you set no limit of this kind.")


def deadline(facts: Facts) -> Chosen:
    return nothing("you named no date.")


def currency(facts: Facts) -> Chosen:
    return default("EUR", "you named no currency.")


def where(facts: Facts) -> Chosen:
    return Chosen(
        "local", f"you named no other place, so it runs on this machine ({facts.hardware.words}).", "hardware"
    )


def gpus(facts: Facts) -> Chosen:
    named = facts.claim("compute.gpu")
    if named is not None:
        return default(1, f"you named a {named.value} and no number; one is the careful reading.")
    return nothing(f"you named none; this machine has {facts.hardware.words}.")


def gpu(facts: Facts) -> Chosen:
    return nothing("you named none.")


def memory_gb(facts: Facts) -> Chosen:
    return nothing("you named none.")


def region(facts: Facts) -> Chosen:
    return nothing("you named none.")


def egress(facts: Facts) -> Chosen:
    return default(False, "nothing leaves your machines unless you allow it.")


def formats(facts: Facts) -> Chosen:
    """What the words name; `safetensors` stays beside it, since every other format is made from it."""
    asked = facts.claims("delivery.formats")
    values = list(dict.fromkeys(claim.value for claim in asked))
    parts = {f"/{i}": said(next(c for c in asked if c.value == value)).because() for i, value in enumerate(values)}
    if "safetensors" not in values and ("safetensors" not in facts.ruled_out("delivery.formats") or not values):
        why = f"{values[0]} is made from it." if values else "the plain format that every tool opens."
        parts[f"/{len(values)}"] = Chosen(None, why, "rule" if values else "default")
        values.append("safetensors")
    if "ollama" in values and "gguf" not in values and "gguf" not in facts.ruled_out("delivery.formats"):
        parts[f"/{len(values)}"] = Chosen(None, "Ollama opens models in this format.")
        values.append("gguf")
    return Chosen(values, "", parts=parts)


def endpoint(facts: Facts) -> Chosen:
    return default(False, "you asked for none; `atelier serve` gives one later.")


def rollout(facts: Facts) -> Chosen:
    return default([], "you named no steps.")
