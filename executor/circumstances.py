"""What a compiled plan depends on besides the plan: found once at the start, kept with the run."""

from pydantic import BaseModel, ConfigDict

from executor.fingerprint import FilePrint
from executor.machine import Machine


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Circumstances(_Part):
    root: str
    """The working folder that the spec's relative paths start from."""
    machine: Machine
    files: list[FilePrint]
    seed: int = 0
    request: list[str] = []
    """The user's own words, turn by turn, for the report."""


class Sizes(_Part):
    """Lengths of a set of texts, in characters."""

    n: int = 0
    characters: int = 0
    long: int = 0
    """Characters that 99 of 100 stay below."""


class Counts(_Part):
    """What cleaning and splitting left to learn from: the lengths of training are chosen by these."""

    conversations: Sizes = Sizes()
    validation: Sizes = Sizes()
    heldout: Sizes = Sizes()
    passages: Sizes = Sizes()
    answers: Sizes = Sizes()
    """The assistant's last answers in the conversations."""
