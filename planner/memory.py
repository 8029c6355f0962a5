"""How much memory training takes."""

WEIGHTS, FULL, ADAPTER, FOUR_BIT = 2.0, 16.0, 2.4, 0.9
"""Bytes a parameter. Weights in bf16; all-weight training with AdamW in mixed precision (weights, gradients, an fp32
copy and two moments: Rajbhandari et al. 2020, https://arxiv.org/abs/1910.02054, section 3.1); frozen bf16 weights with
an adapter's states; the same with 4-bit weights (Dettmers et al. 2023, https://arxiv.org/abs/2305.14314)."""
ACTIVATIONS = 1.15
"""Activations and buffers on top, with checkpointing."""
PROCESS_GB = 1.0
"""Python, torch and the data."""


def training_memory_gb(parameters: float, adapter: str | None) -> float:
    """GB that training holds at its peak, over all cards together."""
    per_parameter = {"lora": ADAPTER, "qlora": FOUR_BIT}.get(adapter or "none", FULL)
    return PROCESS_GB + ACTIVATIONS * per_parameter * parameters / 1e9


def serving_memory_gb(parameters: float) -> float:
    """GB that the finished model takes in bf16."""
    return 0.5 + WEIGHTS * parameters / 1e9
