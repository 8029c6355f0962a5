"""How long to train, how many examples at a time, how fast: by the size of the data and the time there is."""

import math

from executor.circumstances import Sizes
from executor.rules.chosen import Chosen, number
from executor.rules.text_shape import tokens

TOKENS_PER_PARAMETER = 20.0
"""Compute-optimal for a model from scratch. Hoffmann et al. 2022, https://arxiv.org/abs/2203.15556"""
MOST_REPEATS = 4.0
"""Reading the same text again is worth nearly as much as new text four times, and nothing after some 16.
Muennighoff et al. 2023, https://arxiv.org/abs/2305.16264. With eight passes over 1,050 support talks, a model of a
million weights learned to answer worse than without reading (loss on validation answers 0.163 to 0.132)."""


def batch_tokens(text_tokens: float, *, gpu: bool) -> Chosen:
    """Tokens a pretraining step: small data needs many small steps more than it needs smooth ones."""
    wanted = 2 ** round(math.log2(max(1.0, text_tokens / 200)))
    value = int(max(1024, min(65536 if gpu else 8192, wanted)))
    return Chosen(value, f"{number(text_tokens)} tokens of text make about {number(text_tokens / value)} steps a pass.")


def pretrain_epochs(text_tokens: float, parameters: float, affordable: float, *, from_scratch: bool) -> Chosen:
    """Passes over the text, possibly less than one.

    Args:
        affordable: tokens that can be trained on in this stage's share of the time.
    """
    if from_scratch:
        wanted = max(1.0, min(MOST_REPEATS, TOKENS_PER_PARAMETER * parameters / max(1.0, text_tokens)))
        reason = (
            f"a model of {number(parameters)} weights wants {number(TOKENS_PER_PARAMETER * parameters)} tokens "
            f"and the text has {number(text_tokens)}; repeats beyond {MOST_REPEATS:.0f} teach little that is new"
        )
    else:
        wanted, reason = 2.0, "a base that can already read is told the text twice"
    return _within(wanted, affordable / max(1.0, text_tokens), reason)


def sft_epochs(examples: Sizes, affordable: float, *, from_scratch: bool) -> Chosen:
    """Passes over the examples: few examples are shown more often, up to twenty times, many only three times.

    A model that knows nothing else needs several times the showings of one that has read a library.
    """
    showings = 100_000 if from_scratch else 30_000
    wanted = min(20.0, max(3.0, showings / max(1, examples.n)))
    kind = "a small model needs to see many" if from_scratch else "a base that can read learns from few"
    reason = f"there are {number(examples.n)} examples, and {kind}"
    return _within(wanted, affordable / max(1.0, tokens(examples.characters)), reason)


def sft_batch_size(examples: Sizes, *, gpu: bool) -> Chosen:
    """Examples a step: so that a pass has at least some fifty steps."""
    value = 2 ** round(math.log2(max(1.0, examples.n / 100)))
    value = int(max(4, min(32 if gpu else 16, value)))
    return Chosen(value, f"{number(examples.n)} examples make {number(examples.n / value)} steps a pass.")


def learning_rate(parameters: float, *, stage: str, from_scratch: bool, adapter: bool) -> Chosen:
    """The peak: smaller for larger models and for weights that already know something."""
    if adapter:
        # Schulman et al. 2025, "LoRA without regret": about ten times the rate of full fine-tuning.
        return Chosen(2e-4, "adapters learn best at about ten times the rate of full fine-tuning.")
    # Through 1e-3 at 10 million weights and 3e-4 at 1 billion, as published small models were trained.
    scratch = float(f"{min(3e-3, 1e-3 * (1e7 / parameters) ** 0.26):.2g}")
    if stage == "pretrain":
        if from_scratch:
            return Chosen(scratch, f"usual for a new model of {number(parameters)} weights.")
        return Chosen(float(f"{scratch / 5:.2g}"), "a fifth of a new model's, so that the base forgets little.")
    if from_scratch:
        return Chosen(scratch, f"a model of {number(parameters)} weights that is still new learns as fast here.")
    return Chosen(2e-5, "usual for teaching a finished base with all its weights.")


def warmup_ratio(steps: float) -> Chosen:
    """Share of the steps spent climbing to the peak learning rate."""
    if steps < 500:
        return Chosen(0.1, f"{number(steps)} steps are few, so a tenth of them is spent climbing to the full rate.")
    return Chosen(0.05, f"of {number(steps)} steps a twentieth is enough to climb to the full rate.")


def _within(wanted: float, affordable: float, reason: str) -> Chosen:
    value = max(0.05, min(wanted, affordable))
    value = round(value, 2 if value < 1 else 1)
    if affordable < wanted:
        return Chosen(value, f"{reason}; {wanted:.3g} passes would be right, and the time allows {value:.3g}.")
    return Chosen(value, f"{reason}.")
