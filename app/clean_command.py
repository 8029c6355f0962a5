"""`atelier data clean`: checks what was typed, cleans, shows how far it is."""

from pathlib import Path
from typing import Any, get_args

from rich.console import Console
from rich.progress import Progress

from training.spec import Problem, words


def clean_command(
    source: Path, target: Path, languages: list[str], pii: str, secrets: str, against: list[Path], *, err: Console
) -> dict[str, Any]:
    """Writes kept.jsonl, dropped.jsonl and report.json into `target`; returns the report.

    Raises: Problem where a path or a word is not one that can be used.
    """
    if not source.exists():
        raise Problem(f"{source} is not there.", next_step="Name a file or a folder that exists.")
    if target.exists() and not target.is_dir():
        raise Problem(f"{target} is a file.", next_step="Name a folder for the results.")
    if source.is_dir() and target.absolute().is_relative_to(source.absolute()):
        raise Problem(f"{target} lies inside {source}.", next_step="Put the results outside of what is cleaned.")
    for path in against:
        if not path.exists():
            raise Problem(f"{path} is not there.", next_step="Check the path after `--against`.")
    for option, value, kind in (("--pii", pii, words.PiiAction), ("--secrets", secrets, words.SecretAction)):
        if value not in get_args(kind):
            raise Problem(f"{option} can't be {value}.", next_step=f"It is one of {', '.join(get_args(kind))}.")
    for code in languages:
        if not (len(code) == 2 and code.isalpha() and code.islower()):
            raise Problem(f"{code} is no ISO 639-1 code.", next_step="Write two letters, such as `en` or `de`.")
    from training.data import clean_folder

    with Progress(console=err, transient=True) as bar:
        task = bar.add_task("Cleaning", total=None)

        def progress(done: int, total: int, message: str = "", figures: dict[str, float] | None = None) -> None:
            bar.update(task, completed=done, total=total or None, description=message or "Cleaning")

        report: dict[str, Any] = clean_folder(
            source, target, languages=languages or None, pii=pii, secrets=secrets, against=against, progress=progress
        )
    return report
