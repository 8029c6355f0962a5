"""Data and models so small that a training takes seconds: what the tests here share."""

import json
import random
from pathlib import Path

from training.spec import Example, Message

COLOURS = ("red", "green", "blue", "white", "black", "pink", "brown", "grey")
THINGS = ("door", "car", "lamp", "cup", "boat", "hat", "chair", "book")


def chat(number: int, question: str, answer: str) -> Example:
    messages = [Message(role="user", content=question), Message(role="assistant", content=answer)]
    return Example(id=f"c#{number}", source="c.jsonl", line=number, role="chats", group=str(number), messages=messages)


def passage(number: int, text: str) -> Example:
    return Example(id=f"p#{number}", source="p.md", line=number, role="documents", group=str(number), text=text)


def write(path: Path, examples: list[Example]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(one.model_dump_json() + "\n" for one in examples), encoding="utf-8")


def colour_chats(count: int, *, seed: int) -> list[Example]:
    """A task that a model from scratch must learn: repeat the colour that is named."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        colour, thing = chance.choice(COLOURS), chance.choice(THINGS)
        found.append(chat(number, f"the {thing} is {colour} . which colour ?", f"it is {colour} ."))
    return found


def split_folder(folder: Path, *, chats: int = 200, passages: int = 60, seed: int = 0) -> Path:
    """What `split` leaves: colours to learn, and sentences about colours to read."""
    chance = random.Random(seed)
    write(folder / "train.jsonl", colour_chats(chats, seed=seed + 1) if chats else [])
    write(folder / "validation.jsonl", colour_chats(40, seed=seed + 2) if chats else [])
    write(folder / "heldout.jsonl", colour_chats(40, seed=seed + 3) if chats else [])
    texts = [
        " ".join(f"The {chance.choice(THINGS)} is {chance.choice(COLOURS)}." for _ in range(chance.randint(2, 12)))
        for _ in range(passages + 10)
    ]
    write(folder / "passages_train.jsonl", [passage(n, text) for n, text in enumerate(texts[:passages])])
    write(
        folder / "passages_heldout.jsonl",
        [passage(n, text) for n, text in enumerate(texts[passages:])] if passages else [],
    )
    return folder


def weights(model: Path) -> bytes:
    return (model / "model.safetensors").read_bytes()


def curve(stage: Path) -> list[dict[str, float]]:
    return list(json.loads((stage / "curve.json").read_text(encoding="utf-8")))
