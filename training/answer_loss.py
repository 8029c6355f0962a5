"""The loss of a step, calculated where there is something to learn and nowhere else."""

from typing import Any

import torch


def labelled_loss(
    model: Any, inputs: dict[str, torch.Tensor], *, items: Any = None, label_smoothing: float = 0.0
) -> torch.Tensor:
    """Mean cross-entropy over the labelled tokens, with the balance loss of a mixture of experts.

    In a conversation only the answer is labelled, and in a small model the table of logits is a large part of the
    work: it is made for those places alone. TRL's own loss also counts entropy and accuracy, and runs the model
    twice for label smoothing.

    Args:
        model: a causal language model of transformers, with or without an adapter.
        inputs: input_ids, labels, position_ids; (rows, length). Labels are -100 where nothing is to be learned.
        items: labelled tokens of the whole step, where this is one of several micro-batches.
        label_smoothing: share of the target that is spread over the vocabulary.
    """
    wanted = torch.nn.functional.pad(inputs["labels"][:, 1:], (0, 1), value=-100)
    places = torch.nonzero((wanted != -100).any(0)).flatten()
    if len(places) == 0:  # a filler: nothing is learned, but the graph must be whole
        places = torch.zeros(1, dtype=torch.long, device=wanted.device)
    rest = {name: value for name, value in inputs.items() if name != "labels"}
    outputs = model(**rest, use_cache=False, logits_to_keep=places)
    logits = outputs.logits.float()
    targets = wanted[:, places]
    total = torch.nn.functional.cross_entropy(
        logits.flatten(0, 1), targets.flatten(), reduction="sum", label_smoothing=label_smoothing
    )
    count = torch.as_tensor(items if items is not None else (targets != -100).sum()).clamp(min=1)
    loss = total / count.to(total.device)
    balance = getattr(outputs, "aux_loss", None)
    if balance is not None:
        loss = loss + float(getattr(model.config, "router_aux_loss_coef", 0.0)) * balance
    return loss
