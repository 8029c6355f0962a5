"""Small splits of an invented garden centre: conversations, classes and pages."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from training.spec import Example, Message, TrainingSpec
from training.spec.spec import Gate, Model, RubricItem

PLANTS = ("basil", "mint", "thyme", "sage", "dill", "lovage", "chives", "parsley", "oregano", "tarragon")
PLACES = ("balcony", "kitchen", "garden", "cellar", "hall")


def question(plant: str, place: str) -> str:
    return f"How often do I water {plant} in the {place}?"


def right_answer(plant: str, place: str) -> str:
    days = 2 + PLANTS.index(plant) + PLACES.index(place)
    return f"Water {plant} in the {place} every {days} days, in the morning."


def chat(name: str, asked: str, answered: str, *, source: str = "chats.jsonl", role: str = "chats") -> Example:
    return Example.model_validate(
        {
            "id": f"{source}#{name}", "source": source, "line": 1, "role": role, "group": name,
            "messages": [Message(role="user", content=asked), Message(role="assistant", content=answered)],
        }
    )  # fmt: skip


def page(name: str, text: str) -> Example:
    return Example(id=f"{name}.md#0", source=f"{name}.md", role="documents", group=name, text=text)


def all_chats() -> list[Example]:
    """50 questions, each with an answer of its own."""
    return [
        chat(f"{plant}-{place}", question(plant, place), right_answer(plant, place))
        for plant in PLANTS
        for place in PLACES
    ]


def write_split(folder: Path, **files: Iterable[Example]) -> Path:
    """`train`, `validation`, `heldout`, `passages_train` and `passages_heldout` as JSON Lines."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, examples in files.items():
        (folder / f"{name}.jsonl").write_text(
            "".join(one.model_dump_json() + "\n" for one in examples), encoding="utf-8"
        )
    return folder


def spec(**changes: Any) -> TrainingSpec:
    told: dict[str, Any] = {
        "task": "support_chat",
        "stages": ["pretrain", "sft"],
        "model": Model(base="scratch"),
        "gates": [Gate(metric="accuracy", op=">=", value=0.8)],
        "rubric": [RubricItem(criterion="correctness", weight=1.0), RubricItem(criterion="hallucination", weight=-1.0)],
    }
    return TrainingSpec(**(told | changes))


def by_heart(examples: Iterable[Example], *, wrong_every: int = 0) -> dict[str, str]:
    """Question to answer, each `wrong_every`th with another figure."""
    return {
        one.messages[0].content: one.messages[-1].content.replace("every", "every 9")
        if wrong_every and number % wrong_every == 0
        else one.messages[-1].content
        for number, one in enumerate(examples)
    }


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
