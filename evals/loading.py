"""Loads a model the way its user will: from its folder, with the template and tokenizer that lie there."""

from collections.abc import Callable, Sequence
from pathlib import Path

from evals.answering import Model
from training.spec import Problem

ROOM = 1.2
"""A fifth more than the longest right answer: enough to be right, and a model that never ends is cut."""


def load_model(folder: Path, references: Sequence[str]) -> Model:
    """A model that may answer about as long as the longest of the references.

    Raises: Problem where the folder holds no model that can be loaded.
    """
    from training.answerer import Answerer  # late: this loads torch

    count = token_counter(folder)
    longest = max(map(count, references), default=0)
    model: Model = Answerer(folder, max_new_tokens=max(16, min(1024, round(ROOM * longest) + 8)))
    return model


def token_counter(folder: Path) -> Callable[[str], int]:
    """Text to its number of tokens in the model's own vocabulary.

    Raises: Problem where the folder has no tokenizer.
    """
    from transformers import AutoTokenizer

    try:
        tokenizer = AutoTokenizer.from_pretrained(folder)
    except (OSError, ValueError) as fault:
        raise Problem(
            f"The model in {folder} can’t be loaded: {str(fault).splitlines()[0]}",
            next_step="Run it again from the package step.",
        ) from fault
    return lambda text: len(tokenizer(text, add_special_tokens=False)["input_ids"])
