"""What went wrong, and what to do next, in words for someone who has never trained a model."""


class Problem(Exception):
    """A fault that a user can mend. Every front prints `problem` and `next_step` as they are.

    `exit_code` is the contract's: 2 for bad input, 4 where the plan needs an answer, 5 for a stop.
    """

    def __init__(self, problem: str, *, next_step: str = "", exit_code: int = 2) -> None:
        super().__init__(f"{problem} {next_step}".strip())
        self.problem = problem
        self.next_step = next_step
        self.exit_code = exit_code


class SpecProblem(Problem, ValueError):
    """A spec that contradicts itself; a ValueError, so pydantic reports it with the field."""
