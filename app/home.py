"""Where Atelier keeps its state."""

import os
from pathlib import Path

from training.spec import Problem


def home_folder() -> Path:
    """`ATELIER_HOME`, or `.atelier` in the working folder. Raises: Problem where it can't be a folder."""
    home = Path(os.environ.get("ATELIER_HOME") or ".atelier").expanduser().absolute()
    if home.exists() and not home.is_dir():
        raise Problem(f"{home} is a file, not a folder.", next_step="Set ATELIER_HOME to a folder.")
    return home
