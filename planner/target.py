"""The machines that a plan would run on: those that the request names, else this one."""

import re
from typing import NamedTuple

from planner.hardware import SMALL_MODEL_GPU_FLOPS, Hardware, card
from planner.prices import Prices, Span, list_prices
from planner.words import plural
from training.machine import fingerprint
from training.spec import TrainingSpec

UTILISATION = 0.35
"""Share of a card's data-sheet arithmetic that training reaches, as published runs of 1 to 70 billion parameters did."""
UNKNOWN_CARD_TFLOPS, UNKNOWN_CARD_GB = 60.0, 16.0
CLOUD_REGION = re.compile(r"^(?:[a-z]{2,3}(?:-gov)?-[a-z]+-?\d[a-z]?|[a-z]+-[a-z]+\d(?:-[a-z])?|(?:us|eu|uk|west|east|"
                          r"north|south|central|france|germany|sweden|norway|switzerland|japan|korea|brazil|canada|"
                          r"australia|poland|italy|spain)[a-z]*(?:europe|us|asia|central|north|south|east|west|uk)\d?)$")  # fmt: skip
"""`eu-central-1`, `europe-west4`, `westeurope`; a country's own name is a place, not a cloud's region."""


class Target(NamedTuple):
    words: str
    flops: float
    """Training operations a second for a model of the size in question."""
    gpus: int
    memory_gb: float | None
    """Over all cards, or the machine's own where there is no card; null where nobody knows."""
    here: bool
    """It is this machine."""
    price: Span | None
    """EUR an hour of the whole place; zeros for the user's own machines, null where nobody knows."""
    price_why: str
    rented: bool
    """It is somebody else's, by the hour."""
    fingerprint: str
    """What earlier runs on the same machines are known by."""


def target(spec: TrainingSpec, hardware: Hardware, parameters: float, *, own: bool) -> Target:
    """Where the plan would run.

    Args:
        parameters: of the model; small ones don't fill a card.
        own: the words say that the machines are the user's own.
    """
    compute = spec.compute
    prices = hardware.prices or list_prices()
    named = compute.gpu is not None or bool(compute.gpus)
    if not named:
        memory = hardware.gpu_memory_gb * hardware.gpus if hardware.gpus and hardware.gpu_memory_gb else None
        if hardware.gpus:
            flops = _flops(hardware.gpu, hardware.gpus, parameters)
        else:
            flops = hardware.training_flops
        price, why = prices.owned()
        return Target(
            f"this machine ({hardware.words})", flops, hardware.gpus, memory or hardware.memory_gb, True, price, why,
            False, hardware.fingerprint,
        )  # fmt: skip
    count = compute.gpus or 1
    known = card(compute.gpu)
    # A card that is sold in two sizes counts as the larger: a plan is not refused on a guess.
    each = compute.memory_gb or ((known.larger_gb or known.memory_gb) if known else None)
    here = (
        compute.where in (None, "local")
        and hardware.gpus >= count
        and (compute.gpu is None or (hardware.gpu or "") in compute.gpu or compute.gpu in (hardware.gpu or ""))
    )
    words = plural(count, f"{compute.gpu.upper()} GPU" if compute.gpu else "GPU")
    rented = not own and not here and is_cloud_region(compute.region)
    cost, why = _price(prices, compute.gpu, compute.region, count, rented=rented)
    known_as = hardware.fingerprint if here else fingerprint(cpu="", cpus=0, gpu=compute.gpu, gpus=count)
    return Target(
        words,
        _flops(compute.gpu, count, parameters),
        count,
        each * count if each else None,
        here,
        cost,
        why,
        rented,
        known_as,
    )


def is_cloud_region(region: str | None) -> bool:
    return bool(region and CLOUD_REGION.match(region))


def in_currency(eur: float, currency: str, prices: Prices | None = None) -> float | None:
    """An amount in another currency; null where its rate is not known."""
    rate = (prices or list_prices()).currency.get(currency.upper())
    return eur * rate if rate is not None else None


def _flops(gpu: str | None, count: int, parameters: float) -> float:
    known = card(gpu)
    peak = (known.tflops if known else UNKNOWN_CARD_TFLOPS) * 1e12 * UTILISATION
    # Below some hundred million parameters a card waits for its launches.
    share = min(1.0, parameters / 1e8)
    single = max(min(peak, SMALL_MODEL_GPU_FLOPS), peak * share)
    return single * count * (0.9 if count > 1 else 1.0)


def _price(prices: Prices, gpu: str | None, region: str | None, count: int, *, rented: bool) -> tuple[Span | None, str]:
    if not rented:
        cost, why = prices.owned()
        return cost, why.replace("your own machine;", "your own machines;").replace("; its", "; their")
    each, why = prices.rented(gpu, region)
    return each.times(count) if each else None, why
