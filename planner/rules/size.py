"""How large a model from scratch is: by the tokens of the data and the time there is."""

import math

from planner.chosen import Chosen, nothing
from planner.facts import Facts
from planner.hardware import SMALL_MODEL_GPU_FLOPS
from planner.words import hours, number, plural

TOKENS_PER_PARAMETER = 20.0
"""Compute-optimal. Hoffmann et al. 2022, https://arxiv.org/abs/2203.15556"""
MOST_REPEATS = 8.0
"""Reading the same text again is worth nearly as much as new text four times, and little after some 16.
Muennighoff et al. 2023, https://arxiv.org/abs/2305.16264"""
SMALLEST, USUAL_SMALL, LARGEST = 200_000, 1_000_000, 350_000_000
"""A million parameters learn a narrow task from a few hundred pages; more than the largest is no matter of one machine."""
LEAST_PASSES = 24.0
"""Over the text, all stages together: four of reading, a dozen of learning to answer, and the search's beginnings.
A model that the time allows to see its text less often is too large: on the ferry line's talks half a million
parameters with 12 passes were as good as a million with 15 (0.93 and 0.95 right), in half the time."""
TRAINING_SHARE, STARTING_HOURS = 0.8, 70 / 3600
"""Of the time that is left when the stages have started, loaded and judged; the rest is for being wrong."""
UNLIMITED_HOURS = 1.0
UNKNOWN_TOKENS = 300_000.0
"""Of data that is not here yet: some 250 pages."""


def parameters(facts: Facts) -> Chosen:
    """Parameters of a model from scratch, rounded to two digits; null where the base fixes them."""
    if facts.known.get("model.base") != "scratch":
        return nothing("the base fixes it.")
    tokens = sum(source.tokens for source in facts.measured if source.role != "tests") or UNKNOWN_TOKENS
    cap = facts.known.get("model.max_parameters")
    limit = facts.known.get("budget.wall_clock_hours")
    time = limit or UNLIMITED_HOURS
    flops = facts.hardware.training_flops
    place = facts.hardware.words
    if facts.known.get("compute.gpu") or facts.known.get("compute.gpus"):
        cards = int(facts.known.get("compute.gpus") or 1)
        flops, place = cards * SMALL_MODEL_GPU_FLOPS, plural(cards, "GPU")
    by_data = MOST_REPEATS * tokens / TOKENS_PER_PARAMETER
    wanted = max(float(USUAL_SMALL), by_data)
    # Training costs 6 operations a parameter and token.
    seconds = TRAINING_SHARE * 3600 * max(0.4 * time, time - STARTING_HOURS)
    by_time = seconds * flops / (6 * LEAST_PASSES * tokens)
    if by_time < by_data:
        # Not enough time for many passes: the time is shared best at 20 tokens a parameter.
        by_time = max(by_time, math.sqrt(seconds * flops / (6 * TOKENS_PER_PARAMETER)))
    value = min(wanted, by_time, float(cap or LARGEST), float(LARGEST))
    value = max(value, min(float(SMALLEST), float(cap or SMALLEST)))
    rounded = int(float(f"{value:.2g}"))
    measured = any(source.characters for source in facts.measured)
    text = f"{number(tokens)} tokens of text" if measured else "the text is not here yet"
    if cap and value == cap:
        why = f"your limit; {text}."
    elif value < wanted:
        told = hours(time) if limit else f"about {hours(time)}, as you set no limit,"
        why = f"{text}, and what {place} can train in {told}."
    elif by_data <= USUAL_SMALL:
        why = f"{text}; a narrow task needs about a million parameters even so."
    else:
        why = f"{text}, read {MOST_REPEATS:.0f} times at 20 tokens a parameter."
    return Chosen(rounded, why, "rule")
