"""What a run is called, and what may be typed for it."""

from pathlib import Path

import pytest
from tiny_runs import chain, ready_plan, tiny_executor

from executor.run import Executor, _slug
from training.spec import Problem


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("chatbot-answers-customers-support", "chatbot-answers"),
        ("Tea & Leaves", "tea-leaves"),
        ("a" * 60, "a" * 24),
        ("!!!", "model"),
    ],
)
def test_a_run_is_named_in_whole_words_short_enough_to_type(name: str, slug: str) -> None:
    assert _slug(name) == slug


def test_last_without_any_run_says_that_nothing_was_run(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no run called last"):
        Executor(tmp_path).status("last")


def test_last_is_the_newest_and_an_ambiguous_beginning_is_said_to_be_one(tmp_path: Path) -> None:
    executor = tiny_executor(tmp_path, chain())
    first, second = executor.start(ready_plan(), root=tmp_path), executor.start(ready_plan(), root=tmp_path)
    assert executor.status("last").id in (first, second)
    with pytest.raises(Problem, match="Several runs begin with harbour"):
        executor.status("harbour")
