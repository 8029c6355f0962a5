"""What the judge asks, and what it may know: the files of the `split` stage, read once."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from pydantic import ValidationError

from evals.baselines.retrieval import document_of
from evals.graders.grader import Context, Term
from evals.graders.terminology import merge, terms_from_tables, terms_from_words
from evals.graders.word_weights import word_weights
from training.spec import Example, Problem, TrainingSpec

MAX_EXAMPLES, MAX_SHORT = 1000, 4000
"""More answers than this narrow the interval little (1,000 give plus or minus 3 points) and cost time. Short ones
(classes, codes) are quick, so more of them are asked."""
SHORT = 40
"""Characters of a short answer, on average."""
MAX_PASSAGES = 300


class Heldout(NamedTuple):
    """Everything that a verdict is made from, besides the models."""

    examples: list[Example]
    """To be answered, in the order of the file."""
    available: int
    """How many there were before the sample was drawn."""
    train: list[Example]
    """Conversations that the model has learned from; what search and plain methods may know as well."""
    passages_train: list[Example]
    passages_heldout: list[Example]

    @property
    def tests(self) -> list[Example]:
        """Those out of the user's own acceptance files."""
        return [example for example in self.examples if example.role == "tests"]

    def documents(self) -> dict[str, str]:
        """Document to its whole text, its passages joined in order."""
        parts: dict[str, list[str]] = {}
        for passage in (*self.passages_train, *self.passages_heldout):
            parts.setdefault(document_of(passage), []).append(passage.text or "")
        return {name: "\n".join(texts) for name, texts in parts.items()}


def read_heldout(folder: Path, *, max_examples: int | None = None, seed: int = 0) -> Heldout:
    """Read a split. More than `max_examples` are cut to a seeded sample, the same in every run.

    Args:
        max_examples: default: `MAX_EXAMPLES`, or `MAX_SHORT` where the answers are short.

    Raises: Problem naming file and line where a line is no `Example`.
    """
    asked = _told_apart([example for example in _read(folder / "heldout.jsonl") if _answered(example)])
    if max_examples is None:
        short = sum(len(reference_of(example)) for example in asked) <= SHORT * len(asked)
        max_examples = MAX_SHORT if short else MAX_EXAMPLES
    return Heldout(
        examples=_sample(asked, max_examples, seed),
        available=len(asked),
        train=[
            example
            for name in ("train.jsonl", "validation.jsonl")
            for example in _read(folder / name)
            if _answered(example)
        ],
        passages_train=_read(folder / "passages_train.jsonl"),
        passages_heldout=_sample(_read(folder / "passages_heldout.jsonl"), MAX_PASSAGES, seed),
    )


def _told_apart(examples: list[Example]) -> list[Example]:
    """Each with an id of its own: what is answered is kept by id, and one answer must not stand for two questions."""
    seen: Counter[str] = Counter()
    found = []
    for example in examples:
        seen[example.id] += 1
        again = seen[example.id]
        found.append(example if again == 1 else example.model_copy(update={"id": f"{example.id}~{again}"}))
    return found


def _answered(example: Example) -> bool:
    messages = example.messages
    return len(messages) > 1 and messages[-1].role == "assistant" and bool(messages[-1].content.strip())


def _sample(examples: list[Example], most: int, seed: int) -> list[Example]:
    if len(examples) <= most:
        return examples
    chosen = np.random.default_rng(seed).choice(len(examples), size=most, replace=False)
    return [examples[i] for i in sorted(chosen)]


def _read(path: Path) -> list[Example]:
    if not path.exists():
        return []
    examples = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                examples.append(Example.model_validate_json(line))
            except ValidationError as fault:
                raise Problem(
                    f"Line {number} of {path.name} is not an example.",
                    next_step="Run the split step again; the file may have been changed by hand.",
                ) from fault
    return examples


def reference_of(example: Example) -> str:
    """What should be answered."""
    return example.messages[-1].content


def prompt_of(example: Example) -> str:
    """The conversation so far as text, for graders and people; one turn stands alone, more get their speakers."""
    turns = example.messages[:-1]
    if len(turns) == 1:
        return turns[0].content
    return "\n".join(f"{message.role.capitalize()}: {message.content}" for message in turns)


def shared_context(spec: TrainingSpec, heldout: Heldout) -> Context:
    """What graders know of the house: learned from training data and the spec, never from held-out answers."""
    answers = [reference_of(example) for example in heldout.train]
    labels = frozenset(answers) if spec.task == "classification" else frozenset()
    wishes = " ".join(item.detail or "" for item in spec.rubric or [])
    formats = [item for item in spec.rubric or [] if item.criterion == "format"]
    return Context(
        task=spec.task,
        terms=house_terms(spec, heldout),
        labels=labels,
        word_weights={} if labels else word_weights(answers),
        vocabulary=frozenset(word for answer in answers for word in answer.split()),
        expects_json="json" in wishes.lower() or bool(formats and spec.task == "extraction"),
    )


def house_terms(spec: TrainingSpec, heldout: Heldout) -> tuple[Term, ...]:
    """Terms that the rubric names, and those of word lists among the documents."""
    named = [term for item in spec.rubric or [] for term in terms_from_words(item.detail or "")]
    # Of whole documents: a long list is cut into passages, of which only the first has the table's head.
    listed = [term for text in heldout.documents().values() for term in terms_from_tables(text)]
    return merge(named + listed)
