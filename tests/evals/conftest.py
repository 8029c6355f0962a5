"""Fakes stand at the judge's own seam: where it loads a model from a folder."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fake_models import FakeModel, count_words


@pytest.fixture
def fakes(monkeypatch: pytest.MonkeyPatch) -> type[FakeModel]:
    monkeypatch.setattr("evals.judge.load_model", FakeModel)
    monkeypatch.setattr("evals.judge.token_counter", count_words)
    FakeModel.loaded, FakeModel.asked = [], 0
    return FakeModel
