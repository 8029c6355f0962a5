"""The arguments that all our trainers share, by the names that transformers and TRL give them."""

from pathlib import Path
from typing import Any


def shared_arguments(told: dict[str, Any], out: Path, *, steps: int, accumulate: int, precision: str) -> dict[str, Any]:
    """Keyword arguments for `TrainingArguments`, `SFTConfig` and their kin.

    Args:
        told: learning_rate, warmup_ratio, weight_decay, max_grad_norm, seed.
        steps: of the whole training; the learning rate's course is laid over them.
        accumulate: micro-batches a step.
    """
    import torch

    return {
        "output_dir": str(out / "checkpoints"),
        "max_steps": steps,
        "per_device_train_batch_size": 1,  # a "row" of ours is a whole micro-batch
        "gradient_accumulation_steps": accumulate,
        "learning_rate": float(told["learning_rate"]),
        "lr_scheduler_type": "cosine",
        # transformers 5 reads a `warmup_steps` below 1 as a ratio and has no `warmup_ratio` any more.
        "warmup_steps": float(told["warmup_ratio"]),
        "weight_decay": float(told["weight_decay"]),
        "max_grad_norm": float(told["max_grad_norm"]),
        "optim": "adamw_torch_fused",
        "adam_beta2": 0.98,  # few steps: a memory of 50 of them, not of 1000
        "bf16": precision == "bf16",
        "gradient_checkpointing": False,
        "use_cpu": not torch.cuda.is_available(),
        "seed": int(told["seed"]),
        "data_seed": int(told["seed"]),
        "remove_unused_columns": False,
        "dataloader_pin_memory": False,
        "logging_strategy": "no",
        "save_strategy": "no",
        "eval_strategy": "no",
        "report_to": "none",
        "disable_tqdm": True,
    }
