"""Has a model answer the held-out questions, as a user would ask them; a killed judge goes on where it was."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from training.progress import Progress
from training.spec import Example, Message

AT_ONCE = 32
"""Answers between two marks on disk. Batches begin at fixed places, so that a resumed judge forms the same ones
and gets the same letters."""
SINGLE_REQUESTS = 20
MOST_SINGLE_REQUESTS = 64
"""From 59 on the 95th percentile has an upper bound."""
SINGLE_SECONDS = 30.0


class Answered(Protocol):
    """One answer of a model."""

    @property
    def text(self) -> str: ...
    @property
    def seconds(self) -> float: ...


class Model(Protocol):
    """What the judge needs of a model; `training.answerer.Answerer` is one."""

    def answer(self, conversations: list[list[Message]]) -> Sequence[Answered]: ...
    def bits_per_character(self, texts: list[str]) -> float: ...


class Said(NamedTuple):
    """What was answered, and how long it took."""

    text: str
    seconds: float


class Journal:
    """`graded.partial.jsonl`: a line for all that was measured, appended as it happens.

    A line that a kill has torn is left out, and everything after it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: dict[tuple[str, str], Any] = {}
        whole = 0
        if path.exists():
            for raw in path.read_bytes().split(b"\n")[:-1]:
                try:
                    entry = json.loads(raw)
                    self._known[entry["contender"], entry["id"]] = entry["value"]
                except (ValueError, KeyError, TypeError):
                    break
                whole += len(raw) + 1
            with path.open("r+b") as handle:
                handle.truncate(whole)

    def get(self, contender: str, key: str) -> Any:
        return self._known.get((contender, key))

    def add(self, contender: str, entries: dict[str, Any]) -> None:
        path = self.path
        with path.open("a", encoding="utf-8") as handle:
            for key, value in entries.items():
                self._known[contender, key] = value
                line = json.dumps({"contender": contender, "id": key, "value": value}, ensure_ascii=False)
                handle.write(line + "\n")


def answer_all(
    contender: str, load: Callable[[], Model], examples: Sequence[Example], journal: Journal, progress: Progress
) -> list[Said]:
    """Every example's answer, in order. The model is loaded only where some are still open."""
    for begin in range(0, len(examples), AT_ONCE):
        batch = examples[begin : begin + AT_ONCE]
        if all(journal.get(contender, _key(example)) is not None for example in batch):
            continue
        progress(begin, len(examples), f"Asking the {_SPOKEN.get(contender, contender)}", {})
        answers = load().answer([list(example.messages[:-1]) for example in batch])
        journal.add(
            contender,
            {
                _key(example): {"answer": answer.text, "seconds": answer.seconds}
                for example, answer in zip(batch, answers, strict=True)
            },
        )
    progress(len(examples), len(examples), f"Asked the {_SPOKEN.get(contender, contender)}", {})
    said = [journal.get(contender, _key(example)) for example in examples]
    return [Said(entry["answer"], entry["seconds"]) for entry in said]


_SPOKEN = {"customized": "customized model", "base": "base model"}


def _key(example: Example) -> str:
    return f"answer:{example.id}"


def single_latencies(
    contender: str,
    load: Callable[[], Model],
    examples: Sequence[Example],
    journal: Journal,
    progress: Progress,
    *,
    most: int = MOST_SINGLE_REQUESTS,
) -> list[float]:
    """Seconds of single requests, one at a time, as a user meets them: at least 20, up to `most` while time allows."""
    known = journal.get(contender, "latencies")
    if known is not None:
        return list(known)
    step = max(1, len(examples) // most)
    chosen = examples[::step][:most]
    if not chosen:
        return []
    model = load()
    model.answer([list(chosen[0].messages[:-1])])  # the first one pays for warming up
    began = time.monotonic()
    seconds: list[float] = []
    for number, example in enumerate(chosen):
        if number >= SINGLE_REQUESTS and time.monotonic() - began > SINGLE_SECONDS:
            break
        progress(number, len(chosen), "Timing single requests", {})
        before = time.perf_counter()
        model.answer([list(example.messages[:-1])])
        seconds.append(time.perf_counter() - before)
    journal.add(contender, {"latencies": seconds})
    return seconds
