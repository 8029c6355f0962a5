"""Which numbers to calculate with, and with how many threads."""

import os
from typing import Literal

import torch

Precision = Literal["fp32", "bf16"]


def precision_for(wanted: str | None, *, parameters: int) -> Precision:
    """bf16 on a GPU that has it, fp32 on a CPU.

    Args:
        wanted: "fp32" or "bf16" as settings say, or null or "auto" for the rule.
        parameters: size of the model.
    """
    if wanted in ("fp32", "bf16"):
        return "bf16" if wanted == "bf16" else "fp32"
    if torch.cuda.is_available() and torch.cuda.is_bf16_supported():
        return "bf16"
    return "fp32"


def use_physical_cores() -> int:
    """Lets torch use the machine's cores unless the user has said how many (OMP_NUM_THREADS).

    Returns: the number of threads.
    """
    if not os.environ.get("OMP_NUM_THREADS"):
        import psutil

        allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        torch.set_num_threads(max(1, min(allowed, psutil.cpu_count(logical=False) or allowed)))
    return torch.get_num_threads()


def tokens_at_once() -> int:
    """Tokens of a micro-batch that surely fit beside a small model; larger batches are made of several."""
    return 65_536 if torch.cuda.is_available() else 16_384
