"""How well a model foretells text that it has not seen: bits per character, and perplexity per token."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from evals.answering import Journal, Model
from evals.metrics import bootstrap
from training.progress import Progress
from training.spec import Example, Interval, Problem

FEWEST = 5
"""Texts, below which an interval over them would be a guess: one text alone would give one of no width."""


MOST_ANSWERS = 300


class Fit(NamedTuple):
    bits_per_character: Interval
    """Lower is better; comparable between models of any vocabulary."""
    perplexity: Interval
    """Per token of the model's own tokenizer; comparable only between models that share one."""
    bits: tuple[float, ...] = ()
    """Of each text, in order."""


def measure(
    contender: str,
    load: Callable[[], Model],
    count_tokens: Callable[[str], int],
    texts: Sequence[tuple[str, str]],
    journal: Journal,
    progress: Progress,
    *,
    seed: int,
) -> Fit | None:
    """Over all texts together, with a bootstrap interval over the texts; null with fewer than `FEWEST`.

    Args:
        texts: (id, text) pairs.
    """
    texts = [(name, text) for name, text in texts if text.strip()]
    if len(texts) < FEWEST:
        return None
    bits = []
    for number, (name, text) in enumerate(texts):
        known = journal.get(contender, f"bits:{name}")
        if known is None:
            progress(number, len(texts), "Reading held-out pages", {})
            known = float(load().bits_per_character([text])) * len(text)
            if not math.isfinite(known):
                raise Problem(
                    "The model gives no finite likelihood to a held-out text; its weights are broken.",
                    next_step="Run the training again with a lower learning rate.",
                    exit_code=1,
                )
            journal.add(contender, {f"bits:{name}": known})
        bits.append(known)
    all_bits = np.array(bits)
    characters = np.array([len(text) for _, text in texts])
    tokens = np.array([max(1, count_tokens(text)) for _, text in texts])
    return Fit(
        bootstrap(len(texts), lambda i: float(all_bits[i].sum() / characters[i].sum()), seed=seed),
        bootstrap(len(texts), lambda i: float(2 ** min(1000.0, all_bits[i].sum() / tokens[i].sum())), seed=seed),
        tuple(bits),
    )


def bits_saved(ours: Fit, theirs: Fit, *, seed: int) -> Interval:
    """By which share we need fewer bits than they do for the same texts; negative where we need more.

    Paired: the bootstrap draws texts, each with both models' bits, so that hard texts weigh on both sides alike.
    """
    one, other = np.array(ours.bits), np.array(theirs.bits)
    return bootstrap(len(one), lambda i: float(1 - one[i].sum() / max(other[i].sum(), 1e-9)), seed=seed)


def heldout_texts(
    passages: Sequence[Example], examples: Sequence[Example], *, answers_too: bool
) -> tuple[list[tuple[str, str]], str]:
    """What to read, and what it is: the pages set aside; too few of them, and the held-out answers where asked.

    Args:
        answers_too: whether answers may stand in for pages: out of their conversation they say little, so only
            where a gate wants a figure.
    """
    pages = [(passage.id, passage.text) for passage in passages if passage.text]
    if len(pages) >= FEWEST or not answers_too:
        return pages, "pages set aside"
    step = -(-len(examples) // MOST_ANSWERS) or 1
    return [(example.id, example.messages[-1].content) for example in examples[::step]], "held-out answers"


def general_texts(path: Path) -> list[tuple[str, str]]:
    """Everyday text, to see what the model has forgotten: the `.txt` and `.md` files of a folder, or one file."""
    files = sorted([*path.rglob("*.txt"), *path.rglob("*.md")]) if path.is_dir() else [path]
    found = []
    for file in files:
        text = file.read_text(encoding="utf-8", errors="replace")
        found += [
            (f"{file.name}@{begin}", text[begin : begin + 2000]) for begin in range(0, min(len(text), 100_000), 2000)
        ]
    return found
