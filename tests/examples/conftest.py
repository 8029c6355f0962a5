"""The examples are folders of scripts and no packages, so their modules are loaded by path."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def load(example: str, name: str) -> ModuleType:
    """Module `name` of `examples/<example>/`, with that folder importable as it is for the script."""
    folder = EXAMPLES / example
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location(f"{example}_{name}", folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Where its own NamedTuples and dataclasses look themselves up.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def examples() -> Path:
    return EXAMPLES


@pytest.fixture(scope="session")
def ferries() -> Path:
    return EXAMPLES / "petrel_ferries"


@pytest.fixture(scope="session")
def make_ferries() -> ModuleType:
    return load("petrel_ferries", "make_data")


@pytest.fixture(scope="session")
def measure_ferries() -> ModuleType:
    return load("petrel_ferries", "measure")


@pytest.fixture(scope="session")
def make_returns() -> ModuleType:
    return load("returns_desk", "make_data")
