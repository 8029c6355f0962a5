"""What this machine has, found without torch, and what is known of hardware by its name."""

import os
import platform
import shutil
import subprocess
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from planner.experience import Experience
from planner.prices import Prices
from planner.tables import table
from training.machine import cpu_model, fingerprint

FLOPS_PER_CORE = 20e9
"""Training arithmetic of one CPU core a second on small models, on the careful side: on a server's two cores 36e9
together at 0.6 million parameters, 51e9 on one at a million. Where it is less, a training lands early."""
SMALL_MODEL_GPU_FLOPS = 40e12
"""The same of a data-centre GPU that is bound by launches, as small models are."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class CachedModel(_Part):
    """A base model that lies on this machine."""

    id: str
    """Hub id, or the folder's path."""
    bytes: int
    """Of its weights."""


class Hardware(_Part):
    """What plans are cut to. All that planning knows of the machine stands here, so that planning stays pure."""

    name: str = "this machine"
    cpus: int = 1
    """Physical cores that this process may use."""
    memory_gb: float = 8.0
    disk_free_gb: float | None = None
    gpus: int = 0
    gpu: str | None = None
    """In lower case, `h100`."""
    gpu_memory_gb: float | None = None
    """Per GPU."""
    models: list[CachedModel] = []
    """Base models in the local hub cache."""
    cpu: str = ""
    """The processor's own name."""
    prices: Prices | None = None
    """What machines cost an hour, with the user's own prices in front; null for list prices."""
    experience: Experience = Experience()
    """What earlier runs took, here or on machines that they named."""

    @property
    def fingerprint(self) -> str:
        """What tells this machine from others when times are compared."""
        return fingerprint(cpu=self.cpu, cpus=self.cpus, gpu=self.gpu, gpus=self.gpus)

    @property
    def training_flops(self) -> float:
        """Floating-point operations a second to plan with, for a small model."""
        return self.gpus * SMALL_MODEL_GPU_FLOPS if self.gpus else self.cpus * FLOPS_PER_CORE

    @property
    def words(self) -> str:
        """`2 cores, 24 GB of memory and no GPU`."""
        cores = f"{self.cpus} core{'' if self.cpus == 1 else 's'}"
        if not self.gpus:
            return f"{cores}, {self.memory_gb:.0f} GB of memory and no GPU"
        memory = f" with {self.gpu_memory_gb:.0f} GB" if self.gpu_memory_gb else ""
        cards = f"{self.gpus} {(self.gpu or 'gpu').upper()} GPU{'' if self.gpus == 1 else 's'}{memory}"
        return f"{cores}, {self.memory_gb:.0f} GB of memory and {cards}"


class Card(_Part):
    """What is known of a GPU by its name."""

    memory_gb: float
    tflops: float
    """Dense bf16 arithmetic by the maker's data sheet, 1e12 operations a second."""
    larger_gb: float | None = None
    """Where the card is sold in two sizes."""


def card(name: str | None) -> Card | None:
    """The card that a name speaks of: `NVIDIA H100 80GB HBM3`, `rtx 4090`, `a100`."""
    if not name:
        return None
    folded = "".join(letter for letter in name.lower() if letter.isalnum())
    known = table("cards.toml")
    best = max((key for key in known if key in folded), key=len, default=None)
    return Card(**known[best]) if best else None


def short_gpu_name(name: str) -> str:
    """`NVIDIA H100 80GB HBM3` -> `h100`; a name that is not known stays as it is, in lower case."""
    folded = "".join(letter for letter in name.lower() if letter.isalnum())
    best = max((key for key in table("cards.toml") if key in folded), key=len, default=None)
    return best or name.strip().lower()


def this_hardware() -> Hardware:
    """Measured now: cores, memory, GPUs by `nvidia-smi`, base models in the hub's cache."""
    import psutil

    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    physical = psutil.cpu_count(logical=False) or allowed
    gpus = _gpus()
    return Hardware(
        name=f"{platform.system()} {platform.machine()}",
        cpus=max(1, min(allowed, physical)),
        memory_gb=round(psutil.virtual_memory().total / 2**30, 1),
        disk_free_gb=round(shutil.disk_usage(Path.cwd()).free / 1e9, 1),
        gpus=len(gpus),
        gpu=short_gpu_name(gpus[0][0]) if gpus else None,
        gpu_memory_gb=gpus[0][1] if gpus else None,
        models=cached_models(hub_cache()),
        cpu=cpu_model(),
    )


def hub_cache() -> Path:
    """Where downloaded models lie, by the hub's own settings."""
    if "HF_HUB_CACHE" in os.environ:
        return Path(os.environ["HF_HUB_CACHE"])
    home = os.environ.get("HF_HOME") or Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "huggingface"
    return Path(home) / "hub"


def cached_models(cache: Path) -> list[CachedModel]:
    """Models whose configuration, tokenizer and weights (in the one format that is safe to open) are all there."""
    found = []
    for folder in sorted(cache.glob("models--*--*")):
        for snapshot in sorted((folder / "snapshots").glob("*")):
            weights = list(snapshot.glob("*.safetensors"))
            tokenizer = any((snapshot / name).is_file() for name in ("tokenizer.json", "tokenizer.model"))
            if (snapshot / "config.json").is_file() and tokenizer and weights:
                name = "/".join(folder.name.split("--")[1:])
                found.append(CachedModel(id=name, bytes=sum(path.stat().st_size for path in weights)))
                break
    return found


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
            found.append((name.strip(), round(int(memory) / 1024, 1)))
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    return found[: len(visible.split(","))] if visible else found
