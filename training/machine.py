"""A machine's fingerprint: two runs whose machines have the same one can be compared. Found without torch."""

import platform
from functools import cache
from pathlib import Path


@cache
def cpu_model() -> str:
    """The processor's own name, such as `AMD EPYC 9R14`; the architecture where the system does not tell it."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    except OSError:
        pass  # not Linux
    return platform.processor() or platform.machine() or "unknown processor"


def fingerprint(*, cpu: str, cpus: int, gpu: str | None, gpus: int) -> str:
    """`h100 x 8` where GPUs do the work, else `AMD EPYC 9R14 x 2`.

    Args:
        gpu: the card's short name in lower case, such as `h100`.
        cpus: cores that the work may use.
    """
    return f"{gpu or 'gpu'} x {gpus}" if gpus else f"{cpu} x {cpus}"
