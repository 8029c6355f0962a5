"""Dropout inside the blocks of a model while it trains: Llama-like models have none of their own there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch

BLOCK_OUTPUTS = ("self_attn", "mlp", "block_sparse_moe")
"""Names of the parts of a layer whose output is added to the stream."""


@contextmanager
def dropout_while_training(model: Any, rate: float) -> Iterator[None]:
    """Drops a share of each block's output while the model is in training mode; the saved model knows nothing of it.

    Works through hooks, so any architecture that names its blocks in the usual way is served, with or without
    adapters. A rate of 0 changes nothing.
    """
    handles = []
    if rate > 0:

        def drop(module: torch.nn.Module, _: Any, output: Any) -> Any:
            if not module.training:
                return output
            if isinstance(output, tuple):
                return (torch.nn.functional.dropout(output[0], rate), *output[1:])
            return torch.nn.functional.dropout(output, rate)

        for name, module in model.named_modules():
            if name.rsplit(".", 1)[-1] in BLOCK_OUTPUTS:
                handles.append(module.register_forward_hook(drop))
        handles.append(model.get_input_embeddings().register_forward_hook(drop))
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()
