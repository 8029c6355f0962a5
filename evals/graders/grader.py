"""What a grader is: a function from an answer and what it should have been to a score.

The same graders score an evaluation and, later, reward a model in training; so they are pure, quick and
know nothing of models.
"""

from typing import Protocol

from pydantic import BaseModel, ConfigDict

from training.spec import words


class Term(BaseModel):
    """One house term."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    use: str
    """What the house says."""
    instead_of: tuple[str, ...] = ()
    """What it does not say."""


class Context(BaseModel):
    """What a grader may know besides the question, the answer and the reference."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    task: words.Task | None = None
    detail: str | None = None
    """The rubric item's own words, such as "never give legal advice"."""
    terms: tuple[Term, ...] = ()
    labels: frozenset[str] = frozenset()
    """The classes that training knows, as they are written there."""
    word_weights: dict[str, float] = {}
    """Stem to 0..1: how much it tells; a greeting that is in every answer tells nothing. Others weigh 1."""
    vocabulary: frozenset[str] = frozenset()
    """Every word of the training answers, for "unknown code"."""
    passage: str = ""
    """Text that the answer may draw on."""
    expects_json: bool = False

    def weight(self, stem: str) -> float:
        return self.word_weights.get(stem, 1.0)


class Grader(Protocol):
    """Scores one answer."""

    def __call__(self, prompt: str, answer: str, reference: str, context: Context) -> float | None:
        """0..1, 1 is best; null where this grader has no say on this example. Silence is not a zero."""
        ...
