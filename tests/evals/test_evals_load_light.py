"""Figures, gates and graders load without torch: the planner's checks and a status must not wait for it."""

import subprocess
import sys

import pytest

HEAVY = ("torch", "transformers", "trl", "peft", "datasets", "sklearn", "gradio")


@pytest.mark.parametrize(
    ("modules", "forbidden"),
    [
        pytest.param("evals.metrics, evals.gate, evals.graders.registry, evals.headline", HEAVY, id="figures"),
        pytest.param("executor.report, executor.deliver", HEAVY, id="report"),
        pytest.param("evals.judge", HEAVY[:5], id="judge"),
    ],
)
def test_they_load_without_torch(modules: str, forbidden: tuple[str, ...]) -> None:
    code = f"import sys, {modules}; print([name for name in {forbidden!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
