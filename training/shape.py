"""What a model from scratch looks like: widths and depths for a number of weights."""

import math
from typing import Any, NamedTuple

HEAD_WIDTH = 32
"""Small models do better with several narrow heads than with one or two wide ones."""


class Shape(NamedTuple):
    """Of a Llama with tied embeddings."""

    hidden_size: int
    intermediate_size: int
    layers: int
    heads: int
    parameters: int


def shape_for(parameters: int, vocabulary_size: int, experts: int | None = None) -> Shape:
    """The shape that comes nearest to a number of weights, and not above it, with a sound ratio of width to depth.

    Where not even the smallest shape fits, the smallest: a vocabulary needs its embeddings.

    Widths are multiples of 32, which is what vector units like. The ratio of width to depth grows from about
    32 for a million weights to 128 for billions, as published families have it (SmolLM, Llama, Qwen).
    """
    best: tuple[float, Shape] | None = None
    step = 32 if parameters < 50_000_000 else 128
    for hidden in range(step, 8192 + 1, step):
        head = head_width(hidden)
        if hidden % head:
            continue
        usual = max(64, round(8 / 3 * hidden / 32) * 32)
        # A narrower middle than Llama's 8/3 where just that keeps a sound shape below the wanted size.
        for intermediate in sorted({usual, *(max(64, round(part * hidden / 32) * 32) for part in (2.0, 2.25, 2.5))}):
            mlp = 3 * hidden * intermediate
            if experts:
                mlp = experts * (3 * hidden * max(32, intermediate // 2) + hidden)  # and the router's row
            layer = 4 * hidden * hidden + mlp + 2 * hidden
            for layers in range(2, 65):
                total = vocabulary_size * hidden + layers * layer + hidden
                # A user's cap on the size is a cap: what lies above it comes last, the smallest first.
                size_error = abs(math.log(total / parameters)) + (100 if total > parameters else 0)
                ratio = min(128.0, max(24.0, 32 * (parameters / 1e6) ** 0.2))
                badness = size_error + 0.2 * abs(math.log(hidden / layers / ratio))
                badness += 0.2 * abs(math.log(intermediate / usual))
                if best is None or badness < best[0]:
                    best = (badness, Shape(hidden, intermediate, layers, hidden // head, total))
    assert best is not None
    return best[1]


def head_width(hidden_size: int) -> int:
    return HEAD_WIDTH if hidden_size < 768 else 64 if hidden_size < 2048 else 128


def scratch_config(shape: Shape, *, vocabulary_size: int, context_length: int, experts: int | None = None) -> Any:
    """Configuration of a Llama, or with experts of a Mixtral (two experts read each token).

    Args:
        experts: number of experts a layer; null for a dense model.
    """
    from transformers import LlamaConfig, MixtralConfig

    common = {
        "vocab_size": vocabulary_size,
        "hidden_size": shape.hidden_size,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "num_key_value_heads": shape.heads,
        "head_dim": shape.hidden_size // shape.heads,
        "max_position_embeddings": context_length,
        "tie_word_embeddings": True,
        "rms_norm_eps": 1e-5,
        # Wide models want a smaller start; 0.02 is the usual value and is right for a width of about 600.
        "initializer_range": 0.02 if shape.hidden_size >= 512 else 0.04,
    }
    if experts is None:
        return LlamaConfig(intermediate_size=shape.intermediate_size, **common)
    # Two experts work on a token, so each has half the width: as much work a token as the dense model.
    return MixtralConfig(
        intermediate_size=max(32, shape.intermediate_size // 2),
        num_local_experts=experts,
        num_experts_per_tok=min(2, experts),
        output_router_logits=True,
        **common,
    )
