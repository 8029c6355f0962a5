"""Models of one JSON file: what they answer, and how well they foretell text. They load from a folder, as real ones do."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from training.spec import Message


class FakeAnswer(NamedTuple):
    text: str
    seconds: float


class FakeModel:
    """Answers by heart; what it does not know it answers with `otherwise`."""

    loaded: list[str] = []
    """Names of the folders that models were loaded from, in order."""
    asked: int = 0

    def __init__(self, folder: Path, references: Sequence[str]) -> None:
        self._knows: dict[str, Any] = json.loads((folder / "fake.json").read_text(encoding="utf-8"))
        FakeModel.loaded.append(folder.parent.name)

    def answer(self, conversations: list[list[Message]]) -> list[FakeAnswer]:
        FakeModel.asked += len(conversations)
        by_heart = self._knows.get("answers", {})
        return [
            FakeAnswer(by_heart.get(turns[-1].content, self._knows.get("otherwise", "no idea at all")), 0.01)
            for turns in conversations
        ]

    def bits_per_character(self, texts: list[str]) -> float:
        # Longer texts are a little easier, so that texts differ and an interval has a width.
        return float(sum(self._knows.get("bits", 2.0) + 4 / len(text) for text in texts) / len(texts))


def write_model(folder: Path, **knows: Any) -> None:
    (folder / "model").mkdir(parents=True, exist_ok=True)
    (folder / "model" / "fake.json").write_text(json.dumps(knows), encoding="utf-8")


def count_words(folder: Path) -> Any:
    return lambda text: len(text.split())
