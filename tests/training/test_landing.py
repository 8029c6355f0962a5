"""A training that runs out of time ends early, with the learning rate brought down, and still gives a model."""

import json
from pathlib import Path

import pytest

from training.landing import Clock, Landing


def test_the_rate_comes_down_in_a_straight_line() -> None:
    landing = Landing(begin=10, end=20)
    assert [landing.factor(step) for step in (10, 15, 20)] == [1.0, 0.5, 0.0]


def test_without_a_limit_nothing_lands() -> None:
    clock = Clock(None)
    assert all(clock.after_step(step, 100) is None for step in range(1, 100))


def test_a_landing_is_kept_for_the_next_process() -> None:
    clock = Clock(10.0, {"seconds": 9.0, "landing": {"begin": 5, "end": 9}})
    assert clock.landing == Landing(begin=5, end=9)
    assert clock.keep()["seconds"] >= 9.0


@pytest.mark.slow
def test_a_short_time_gives_a_model_all_the_same(split: Path, scratch: Path, tmp_path: Path) -> None:
    from training.pretrain import pretrain
    from training.progress import silent

    settings = {"epochs": 3000.0, "context_length": 64, "batch_tokens": 256, "seconds": 6}
    figures = pretrain(settings, {"split": split, "base": scratch}, tmp_path, silent)
    assert figures["ended_early"]
    assert 0 < figures["step"] < figures["total_steps"]
    assert (tmp_path / "model" / "config.json").is_file()
    assert json.loads((tmp_path / "curve.json").read_text())[-1]["step"] == figures["step"]
