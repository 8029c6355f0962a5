"""`atelier status` answers at once: what it loads must stay light."""

import subprocess
import sys

import pytest

HEAVY = ("torch", "transformers", "trl", "optuna", "datasets", "gradio", "pandas", "matplotlib", "sklearn")


@pytest.mark.parametrize("module", ["executor.run", "executor.status", "executor.stage_process", "executor.stages"])
def test_no_heavy_library(module: str) -> None:
    code = f"import sys, {module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert loaded == []
