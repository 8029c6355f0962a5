"""The cleaning step alone, as `atelier data clean IN OUT` calls it."""

from pathlib import Path
from typing import Any, Literal

from training.data.cleaning import clean
from training.progress import Progress, silent
from training.spec import Problem
from training.spec.spec import Cleaning, Source


def clean_folder(
    input: Path,
    out: Path,
    *,
    languages: list[str] | None = None,
    pii: Literal["keep", "redact", "drop"] = "redact",
    secrets: Literal["redact", "drop"] = "redact",
    against: list[Path] = [],  # noqa: B006  (the agreed signature; never changed)
    progress: Progress = silent,
) -> dict[str, Any]:
    """Clean a file or a folder of mixed files; returns the report.

    Raises: Problem where `input` does not exist, or `out` lies inside it.
    """
    input, out = Path(input), Path(out)
    if not input.exists():
        raise Problem(f"There is no file or folder `{input}`.", next_step="Check the path.")
    if out.resolve() == input.resolve() or input.resolve() in out.resolve().parents:
        raise Problem(
            f"`{out}` lies inside `{input}`.", next_step="Choose a folder outside of the data for the result."
        )
    root = input if input.is_dir() else input.parent
    source = Source(path="." if input.is_dir() else input.name)
    cleaning = Cleaning(pii=pii, secrets=secrets, languages=languages or None)
    return clean([source], out, cleaning, against=against, root=root, progress=progress)
