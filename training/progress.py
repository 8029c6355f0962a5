"""How a long task says how far it is, and how it is told to stop."""

from collections.abc import Callable

from training.spec.problem import Problem

Progress = Callable[[int, int, str, dict[str, float]], None]
"""done, total, message, figures by name (loss, tokens_per_second …). May raise `Stopped`."""


class Stopped(Problem):
    """Raised from a progress call when the budget or the user ends the work; nothing made is lost."""

    def __init__(self, problem: str, *, next_step: str = "") -> None:
        super().__init__(problem, next_step=next_step, exit_code=5)


def silent(done: int, total: int, message: str = "", figures: dict[str, float] | None = None) -> None:
    """A listener that does nothing."""
