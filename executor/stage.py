"""What a stage is: a function, its settings, and the stages it needs. Its key is its identity."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

WHY = "why"
"""The entry of the settings that says why the others are as they are; a reworded reason redoes nothing."""


class StageSpec(BaseModel):
    """One stage of a compiled plan."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    settings: dict[str, Any]
    """Plain JSON. `settings["why"]` maps a setting's name to a sentence."""
    needs: tuple[str, ...] = ()
    """Names of earlier stages; the function gets their folders."""
    function: str
    """`package.module:function`, of the shape that docs/architecture.md gives for a stage."""
    inputs_fingerprint: str = ""
    """Hash of the user's files that the stage reads; empty where it reads none."""


def stage_keys(stages: list[StageSpec], code_versions: Mapping[str, str]) -> dict[str, str]:
    """Name to key, 16 hex digits, for stages in the order of their needs.

    A key is a hash over function, settings, the keys of the needed stages, the user's files that are read,
    and the code: two stages with the same key make the same thing, so one of them need not be done.

    Args:
        code_versions: what `code_version` gives for each function.
    """
    keys: dict[str, str] = {}
    for stage in stages:
        identity = {
            "name": stage.name,
            "function": stage.function,
            "settings": {name: value for name, value in stage.settings.items() if name != WHY},
            "needs": {name: keys[name] for name in stage.needs},
            "files": stage.inputs_fingerprint,
            "code": code_versions[stage.function],
        }
        text = json.dumps(identity, sort_keys=True, ensure_ascii=False)
        keys[stage.name] = hashlib.sha256(text.encode()).hexdigest()[:16]
    return keys


def finished_folder(home: Path, name: str, key: str) -> Path:
    """Where a finished stage lies."""
    return home / "stages" / f"{name}-{key}"


def partial_folder(home: Path, name: str, key: str) -> Path:
    """Where a stage lies while it is under way, and after it was killed."""
    return home / "stages" / f"{name}-{key}.partial"
