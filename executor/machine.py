"""What this machine has, found without torch: starting a run must not take five seconds."""

import os
import platform
import shutil
import subprocess

import psutil
from pydantic import BaseModel, ConfigDict

from training.machine import cpu_model

FLOPS_PER_CORE = 20e9
"""Training arithmetic of one CPU core a second on small models, on the careful side: on a server's two cores 36e9
together at 0.6 million parameters, 51e9 on one at a million. Where it is less, a training lands early."""
GPU_FLOPS = 40e12
"""The same of one data-centre GPU on small models, far below its peak: they are bound by launches."""


class Machine(BaseModel):
    """The hardware that a run was planned on; stays with the run, so a resumed one keeps its settings."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    cpus: int
    """Physical cores that this process may use."""
    memory_gb: float
    gpus: int = 0
    gpu: str | None = None
    gpu_memory_gb: float | None = None
    """Per GPU."""
    cpu: str = ""
    """The processor's own name; empty in runs of earlier versions."""

    @property
    def training_flops(self) -> float:
        """Floating-point operations a second to plan with."""
        return self.gpus * GPU_FLOPS if self.gpus else self.cpus * FLOPS_PER_CORE


def this_machine() -> Machine:
    """Measured now."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    physical = psutil.cpu_count(logical=False) or allowed
    gpus = _gpus()
    return Machine(
        name=f"{platform.system()} {platform.machine()}",
        cpus=max(1, min(allowed, physical)),
        memory_gb=round(psutil.virtual_memory().total / 2**30, 1),
        gpus=len(gpus),
        gpu=gpus[0][0] if gpus else None,
        gpu_memory_gb=gpus[0][1] if gpus else None,
        cpu=cpu_model(),
    )


def _gpus() -> list[tuple[str, float]]:
    """(name, GiB of memory) of each NVIDIA GPU that CUDA_VISIBLE_DEVICES leaves visible."""
    if os.environ.get("CUDA_VISIBLE_DEVICES") in ("", "-1") or shutil.which("nvidia-smi") is None:
        return []
    query = ["nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader,nounits"]
    try:
        answer = subprocess.run(query, capture_output=True, text=True, timeout=10, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return []  # a driver that does not answer is a GPU that can't be used
    found = []
    for line in answer.splitlines():
        name, _, memory = line.rpartition(",")
        if memory.strip().isdigit():
            found.append((name.strip().lower(), round(int(memory) / 1024, 1)))
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    return found[: len(visible.split(","))] if visible else found
