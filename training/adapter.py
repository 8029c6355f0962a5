"""Adapters: a few new weights beside the base's, trained in their place and merged into them at the end."""

from typing import Any

from training.spec import Problem


def adapter_config(kind: str, rank: int) -> Any:
    """What TRL and PEFT take, or null where all weights are trained.

    Raises: Problem for a kind that this version can't train.
    """
    if kind == "none":
        return None
    if kind != "lora":
        raise Problem(
            f"This version can't train with {kind} adapters.",
            next_step="Use `lora`, or `none` to train all weights.",
        )
    from peft import LoraConfig

    # On all linear layers, attention and MLP alike: Schulman et al. 2025, "LoRA without regret".
    return LoraConfig(r=rank, lora_alpha=2 * rank, target_modules="all-linear", task_type="CAUSAL_LM")


def merged(model: Any) -> Any:
    """The model with its adapter worked into the base's weights: what plain transformers can open."""
    return model.merge_and_unload() if hasattr(model, "merge_and_unload") else model
