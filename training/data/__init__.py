"""From a company's files to clean training records: reading, recognising, cleaning, splitting, measuring.

Loads nothing until it is used: a plan measures files in milliseconds and never needs the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from training.data.cleaning import clean
    from training.data.folder import clean_folder
    from training.data.measuring import FileMeasure, measure
    from training.data.recognition import recognise
    from training.data.splitting import split

_HOMES = {
    "FileMeasure": "measuring",
    "clean": "cleaning",
    "clean_folder": "folder",
    "measure": "measuring",
    "recognise": "recognition",
    "split": "splitting",
}

__all__ = ["FileMeasure", "clean", "clean_folder", "measure", "recognise", "split"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        value = getattr(import_module(f"training.data.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
