"""Trainings of these tests leave a core to others, and one small base serves them all."""

from pathlib import Path

import pytest
from colours import split_folder

from training.bases import base
from training.progress import silent


@pytest.fixture(scope="session")
def split(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return split_folder(tmp_path_factory.mktemp("colours") / "split")


@pytest.fixture(scope="session")
def scratch(split: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of stage `base`: a Llama of some 120 thousand weights."""
    out = tmp_path_factory.mktemp("base")
    base({"base": "scratch", "parameters": 130_000, "context_length": 128, "seed": 1}, {"split": split}, out, silent)
    return out


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    import torch

    torch.set_num_threads(1)
