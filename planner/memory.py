"""How much memory training takes, over one card or shared among several."""

WEIGHTS = 2.0
FULL, ADAPTER, FOUR_BIT = 16.0, 2.1, 0.57
"""Bytes a parameter. Weights in bf16; all-weight training with AdamW in mixed precision (weights, gradients, an fp32
copy and two moments: Rajbhandari et al. 2020, https://arxiv.org/abs/1910.02054, section 3.1); frozen bf16 weights with
the states of an adapter of rank 16 on all layers; the same with 4-bit weights and doubly quantised constants, 4.13 bits
each (Dettmers et al. 2023, https://arxiv.org/abs/2305.14314)."""
ACTIVATIONS_GB, ACTIVATIONS_AT = 2.0, 7e9
"""What is kept for the way back at seven billion parameters, one sequence of 2,048 tokens, with checkpointing: the
layers' inputs (0.5 GB), one layer's insides (0.3 GB) and the logits (1 GB). It grows with width and depth, about as the
square root of the parameters."""
PROCESS_GB = 1.0
"""Python, torch and the data; on a GPU its own context. On each card."""


def bytes_a_parameter(adapter: str | None) -> float:
    """Of weights, gradients and optimizer together."""
    return {"lora": ADAPTER, "qlora": FOUR_BIT}.get(adapter or "none", FULL)


def training_memory_gb(parameters: float, adapter: str | None, cards: int = 1) -> float:
    """GB that training holds at its peak, over all cards together.

    Held against published figures in tests/planner/test_memory.py: within a quarter of each.

    Args:
        cards: weights and states are shared evenly among them (FSDP, ZeRO-3); activations and context are on each.
    """
    return bytes_a_parameter(adapter) * parameters / 1e9 + max(1, cards) * _on_each_card(parameters)


def memory_on_a_card_gb(parameters: float, adapter: str | None, cards: int = 1) -> float:
    """GB on the fullest of `cards` cards that share a model."""
    return training_memory_gb(parameters, adapter, cards) / max(1, cards)


def cards_needed(parameters: float, adapter: str | None, card_gb: float, most: int = 1024) -> int | None:
    """The fewest cards of this size that hold the training; null where even `most` don't."""
    room = card_gb - _on_each_card(parameters)
    if room <= 0:
        return None
    needed = max(1, -int(-bytes_a_parameter(adapter) * parameters / 1e9 // room))
    return needed if needed <= most else None


def largest_parameters(adapter: str | None, card_gb: float, cards: int = 1) -> float:
    """About how many parameters can be trained there, found by halving."""
    low, high = 0.0, 1e13
    for _ in range(60):
        middle = (low + high) / 2
        if memory_on_a_card_gb(middle, adapter, cards) <= card_gb:
            low = middle
        else:
            high = middle
    return low


def serving_memory_gb(parameters: float) -> float:
    """GB that the finished model takes in bf16."""
    return 0.5 + WEIGHTS * parameters / 1e9


def _on_each_card(parameters: float) -> float:
    return float(PROCESS_GB + ACTIVATIONS_GB * (parameters / ACTIVATIONS_AT) ** 0.5)
