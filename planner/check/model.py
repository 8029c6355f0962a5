"""The model must be possible: its size, its parts, and the memory that it needs."""

import re
from collections.abc import Iterator

from planner.catalogue import catalogue, is_closed, is_path, known_base, parameters_of
from planner.check.finding import Case, Finding, conflict, warning
from planner.estimate import model_parameters
from planner.facts import ANSWERED
from planner.hardware import card
from planner.memory import (
    bytes_a_parameter,
    cards_needed,
    largest_parameters,
    memory_on_a_card_gb,
    training_memory_gb,
)
from planner.rules.model import FEW_ROWS, SMALL_BASE
from planner.words import listed, number, plural

HOW = {"lora": "LoRA", "qlora": "QLoRA"}
USUAL_CARD_GB, MOST_CARDS = 80, 64


def cap_below_the_base(case: Case) -> Iterator[Finding]:
    base, cap = case.spec.model.base, case.spec.model.max_parameters
    size = parameters_of(base) if base and base != "scratch" else None
    # "About 7B" has 7.25e9 parameters; nobody who caps at 7B means to exclude it.
    if size is not None and cap is not None and size > cap * 1.07 and case.asked("model.base"):
        yield conflict(
            ["model.base", "model.max_parameters"],
            f"{base} has {number(size)} parameters, and the cap is {number(cap)}.",
            "Take a smaller base, or lift the cap.",
        )


def experts_in_a_dense_model(case: Case) -> Iterator[Finding]:
    model = case.spec.model
    if model.architecture == "dense" and model.experts:
        yield conflict(
            ["model.architecture", "model.experts"],
            f"A plain (dense) model has no experts, and {model.experts} are asked for.",
            "Choose one: a plain model, or a mixture of experts.",
        )


def mixture_out_of_a_base(case: Case) -> Iterator[Finding]:
    model = case.spec.model
    mixture = known_base(model.base or "")
    if model.architecture == "moe" and model.base not in (None, "scratch") and not (mixture and mixture.active):
        yield warning(
            ["model.architecture"],
            f"This version makes a mixture of experts from scratch, and not out of {model.base} yet.",
            "The run would stop and say so; ask for a plain model, or start from scratch.",
        )


def weights_that_nobody_can_have(case: Case) -> Iterator[Finding]:
    base = case.spec.model.base
    if base and is_closed(base):
        yield conflict(
            ["model.base"],
            f"{base} can only be asked over its maker's service: its weights can't be had, so it can't be trained here.",
            "Name an open model such as Mistral 7B, or let a small one be trained from scratch.",
        )


def base_that_is_not_here(case: Case) -> Iterator[Finding]:
    base = case.spec.model.base
    if not base or base == "scratch" or is_closed(base):
        return
    known = {model.path for model in case.facts.survey.models} | {model.id for model in case.hardware.models}
    if base in known or any(base.lower() == name.rpartition("/")[2].lower() for name in known):
        return
    where = "is not there" if is_path(base) else "is not on this machine"
    yield warning(
        ["model.base"],
        f"The base {base} {where}.",
        "The run will stop and say so unless it can be fetched; put the model's folder here and name its path.",
    )


_OR_LESS = re.compile(
    r"(?i)\b(?:or\s+(?:less|fewer|smaller|below|under)|at\s+most|up\s+to|max\w*|under|below|less|smaller)\b|<|≤"
)


def too_large_for_the_memory(case: Case) -> Iterator[Finding]:
    model = case.spec.model
    if model.base and model.base != "scratch" and parameters_of(model.base) is None and not case.facts.survey.models:
        return  # a size that nobody knows is no ground for a refusal
    parameters = _size_meant(case)
    room = case.place.memory_gb
    cards = max(1, case.place.gpus)
    if room is None or memory_on_a_card_gb(parameters, model.adapter, cards) <= room / cards:
        return
    needed = training_memory_gb(parameters, model.adapter, cards)
    problem = (
        f"Training {_what(case, parameters)} takes about {needed:,.0f} GB of memory, and {case.place.words} has "
        f"{room:,.0f}."
    )
    advice = _ways_out(case, parameters, room / cards, cards)
    named_hardware = case.spec.compute.gpu is not None or case.spec.compute.memory_gb is not None
    settled = [field for field in ("model.base", "model.max_parameters", "model.adapter") if case.asked(field)]
    if named_hardware and (case.asked("model.base") or case.asked("model.adapter")):
        hardware = [field for field in ("compute.memory_gb", "compute.gpu") if case.asked(field)]
        scratch = model.base in (None, "scratch")
        yield conflict(
            [field for field in settled if scratch or field != "model.max_parameters"] + hardware, problem, advice
        )
    else:
        yield warning(["model.base"], problem, advice)


def _size_meant(case: Case) -> float:
    """Parameters in question: of the base; without one, the size that is named where all its weights shall be trained."""
    model = case.spec.model
    adapter, cap = case.facts.claim("model.adapter"), case.facts.claim("model.max_parameters")
    if (
        model.base in (None, "scratch")
        and not (cap is not None and _OR_LESS.search(cap.quote))  # then a smaller one will do
        and model.max_parameters
        and adapter is not None
        and case.asked("model.max_parameters")
    ):
        return model.max_parameters
    return model_parameters(case.spec, case.facts)[0]


def _ways_out(case: Case, parameters: float, card_gb: float, cards: int) -> str:
    """What would fit, with how much each takes; the least change first."""
    model = case.spec.model
    ways = []
    for adapter in ("lora", "qlora") if case.place.gpus else ("lora",):
        if bytes_a_parameter(adapter) >= bytes_a_parameter(model.adapter):
            continue
        fits = memory_on_a_card_gb(parameters, adapter, cards) <= card_gb
        wanted = cards if fits else cards_needed(parameters, adapter, USUAL_CARD_GB)
        if wanted is None or (not fits and not case.place.gpus):
            continue
        where = "" if fits else f", on {plural(wanted, 'card')} of {USUAL_CARD_GB} GB"
        takes = f"about {training_memory_gb(parameters, adapter, wanted):,.0f} GB{where}"
        ways.append(f"train it with {HOW[adapter]} ({takes})")
    largest = largest_parameters(model.adapter, card_gb, cards)
    if largest >= 1e6:
        ways.append(f"take a model of at most {number(float(f'{largest:.1g}'))} parameters")
    if case.place.gpus:
        more = cards_needed(parameters, model.adapter, card_gb)
        bigger = cards_needed(parameters, model.adapter, USUAL_CARD_GB)
        if more is not None and more <= MOST_CARDS:
            ways.append(f"take {more} such cards")
        elif bigger is not None and bigger <= MOST_CARDS:
            ways.append(f"take {plural(bigger, 'card')} of {USUAL_CARD_GB} GB")
    else:
        ways.append("run it on a larger machine")
    said = listed(ways, "or") or "take a much smaller model"
    return f"{said[:1].upper()}{said[1:]}."


def four_bit_without_a_gpu(case: Case) -> Iterator[Finding]:
    model, compute = case.spec.model, case.spec.compute
    if model.adapter != "qlora":
        return
    if compute.gpus == 0:
        yield conflict(
            ["model.adapter", "compute.gpus"],
            "QLoRA keeps the weights in 4 bits, which needs a GPU, and you said that there is none.",
            "Use LoRA, or a machine with a GPU.",
        )
    elif case.place.gpus == 0:
        yield warning(["model.adapter"], "QLoRA needs a GPU, and this machine has none.", "LoRA works without one.")


def adapter_on_a_model_from_scratch(case: Case) -> Iterator[Finding]:
    model = case.spec.model
    if model.base == "scratch" and model.adapter in ("lora", "qlora"):
        yield warning(
            ["model.adapter"],
            "An adapter is meant for a large base that can already read, and this model starts from scratch.",
            "It is kept as you asked; training all weights would serve a small model better.",
        )


def few_examples_for_all_weights(case: Case) -> Iterator[Finding]:
    """All weights of a large base learn a few examples by heart and forget what they knew."""
    model, rows = case.spec.model, case.facts.rows(*ANSWERED)
    size = model_parameters(case.spec, case.facts)[0]
    if model.base in (None, "scratch") or not case.asked("model.adapter") or not case.facts.all_measured:
        return
    if model.adapter == "none" and size > SMALL_BASE and 0 < rows < FEW_ROWS:
        yield warning(
            ["model.adapter"],
            f"All {number(size)} parameters of {model.base} shall learn from {rows:,} examples: it would know them by heart "
            "and forget much of what it knew.",
            "LoRA learns as much from so few and keeps the rest.",
        )


def new_words_for_a_model_from_scratch(case: Case) -> Iterator[Finding]:
    if case.spec.model.base == "scratch" and case.spec.model.vocabulary == "extend" and case.asked("model.vocabulary"):
        yield warning(
            ["model.vocabulary"],
            "Your own words shall be added to the vocabulary; a model from scratch makes its vocabulary from your text, so "
            "they are in it anyway.",
            "Nothing needs to be done.",
        )


def languages_that_the_base_lacks(case: Case) -> Iterator[Finding]:
    known = known_base(case.spec.model.base or "")
    languages = case.spec.languages or []
    if known is not None and languages and not known.serves(languages):
        missing = [code for code in languages if code not in known.languages]
        yield warning(
            ["model.base", "languages"],
            f"{known.id} is not made for {listed(missing)} by its own card.",
            "Expect weaker answers there, or take a base that is.",
        )


def base_that_can_not_see(case: Case) -> Iterator[Finding]:
    known = known_base(case.spec.model.base or "")
    if case.spec.task == "image_text" and known is not None and not known.vision:
        eyes = [base.id for base in catalogue() if base.vision and base.parameters <= max(1e9, 1.5 * known.parameters)]
        yield conflict(
            ["task", "model.base"],
            f"The model shall put pictures into words, and {known.id} reads text only.",
            f"Take a base that reads pictures, such as {eyes[-1]}." if eyes else "Take a base that reads pictures.",
        )


def licence_that_limits_use(case: Case) -> Iterator[Finding]:
    known = known_base(case.spec.model.base or "")
    if known is not None and known.licence not in ("Apache-2.0", "MIT"):
        limits = "for research only" if "Research" in known.licence else "with conditions"
        yield warning(
            ["model.base"], f"{known.id} is under the {known.licence}, {limits}.", "Have it read before you deliver."
        )


def cap_larger_than_the_data_feeds(case: Case) -> Iterator[Finding]:
    model = case.spec.model
    if model.base != "scratch" or not model.max_parameters or not model.parameters:
        return
    if case.asked("model.max_parameters") and model.parameters < model.max_parameters / 2:
        yield warning(
            ["model.parameters"],
            f"You allow {number(model.max_parameters)} parameters; {number(model.parameters)} is what the data and "
            f"{case.hardware.words} can train.",
            "A base model, a GPU or more text would change that.",
        )


def card_that_nobody_knows(case: Case) -> Iterator[Finding]:
    gpu = case.spec.compute.gpu
    if gpu and card(gpu) is None and case.spec.compute.memory_gb is None:
        yield warning(
            ["compute.gpu"], f"I do not know how much memory a {gpu} has.", "Say how many GB, and the plan gets surer."
        )


def _what(case: Case, parameters: float) -> str:
    model = case.spec.model
    how = f"with {HOW[model.adapter]}" if model.adapter in HOW else "with all its weights"
    named = model.base if model.base not in (None, "scratch") else "a model"
    return f"{named} ({number(parameters)} parameters) {how}"


CHECKS = (
    cap_below_the_base, experts_in_a_dense_model, mixture_out_of_a_base, weights_that_nobody_can_have,
    base_that_is_not_here, too_large_for_the_memory, four_bit_without_a_gpu, adapter_on_a_model_from_scratch,
    few_examples_for_all_weights, new_words_for_a_model_from_scratch, languages_that_the_base_lacks, base_that_can_not_see, licence_that_limits_use, cap_larger_than_the_data_feeds, card_that_nobody_knows,
)  # fmt: skip
