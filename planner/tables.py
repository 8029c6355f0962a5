"""Tables that lie beside the planner as TOML files: facts of the world with their sources, not code."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A table by its file name. Callers must not change it."""
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
