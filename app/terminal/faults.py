"""Errors as a person reads them: what is wrong, and what to do next; the rest is in a file."""

import os
import tempfile
import traceback
from pathlib import Path

from rich.console import Console

from training.spec import Problem


def say_problem(problem: Problem, console: Console) -> int:
    """Print a fault that the user can mend. Returns the exit code."""
    console.print(f"[bold red]✗[/] {_plain(problem.problem)}", highlight=False, soft_wrap=True)
    if problem.next_step:
        console.print(f"  {_plain(problem.next_step)}", highlight=False, soft_wrap=True)
    return problem.exit_code


def say_unexpected(fault: BaseException, console: Console) -> int:
    """Print a fault of ours in one sentence and keep the details. Returns the exit code, 1."""
    kept = _keep(fault)
    what = str(fault).splitlines()[0] if str(fault) else type(fault).__name__
    console.print(f"[bold red]✗[/] Something unexpected happened: {_plain(what)}", highlight=False, soft_wrap=True)
    console.print(f"  The details are in {kept}; please send them with a report.", highlight=False, soft_wrap=True)
    return 1


def _keep(fault: BaseException) -> Path:
    handle, name = tempfile.mkstemp(prefix="atelier-fault-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        traceback.print_exception(fault, file=file)
    return Path(name)


def _plain(text: str) -> str:
    """Square brackets in a message are the message's own, not rich's."""
    return text.replace("[", r"\[")
