"""How good does a small model from scratch get, and for how much work? On two public sets with known bars.

    python -m evals.bench.small_models scan tasks_train_simple.txt tasks_test_simple.txt
    python -m evals.bench.small_models banking77 train.csv test.csv --epochs 10

Runs the stages `base` and `sft` in this process, asks the saved model as a user would, and prints one JSON line:
exact match with its interval, weights, steps, and processor seconds, which a busy machine does not stretch.
Training texts that also stand in the test file are taken out first.
"""

import argparse
import csv
import gzip
import io
import json
import random
import re
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evals.metrics import wilson
from training.spec import Example, Message

Pair = tuple[str, str]
SETS: dict[str, dict[str, dict[str, Any]]] = {
    # Each word of a command counts, so nothing is left out and nothing dropped.
    "scan": {
        "base": {"parameters": 400_000, "context_length": 128},
        "sft": {"epochs": 6.0, "batch_size": 32, "max_length": 128, "learning_rate": 3e-3},
    },
    "banking77": {
        "base": {"parameters": 700_000, "context_length": 128, "fold_case": True},
        "sft": {
            "epochs": 8.0,
            "batch_size": 32,
            "max_length": 128,
            "learning_rate": 2e-3,
            "dropout": 0.1,
            "word_dropout": 0.15,
        },
    },
}
"""What the rules would choose, a little smaller: a bench should not take an hour."""


def read_pairs(kind: str, path: Path) -> list[Pair]:
    """(question, answer) of `IN: … OUT: …` lines or of a CSV of texts and classes, packed with gzip or not."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = raw.decode("utf-8")
    if kind == "scan":
        found = [re.fullmatch(r"IN: (.*) OUT: (.*)", line.strip()) for line in text.splitlines() if line.strip()]
        return [(one[1], one[2]) for one in found if one]
    return [(row["text"], row["category"]) for row in csv.DictReader(io.StringIO(text))]


def without(train: Iterable[Pair], test: Iterable[Pair]) -> list[Pair]:
    """Training pairs whose question, letters and figures only, does not stand in the test."""
    known = {_letters(question) for question, _ in test}
    return [pair for pair in train if _letters(pair[0]) not in known]


def _letters(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def write(path: Path, pairs: list[Pair]) -> None:
    lines = [
        Example(
            id=f"{path.stem}#{number}",
            source=path.stem,
            role="labels",
            group=str(number),
            messages=[Message(role="user", content=question), Message(role="assistant", content=answer)],
        ).model_dump_json()
        for number, (question, answer) in enumerate(pairs)
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(kind: str, train: list[Pair], test: list[Pair], *, seed: int, epochs: float | None) -> dict[str, Any]:
    """Trains and asks; see the module."""
    from training.answerer import Answerer
    from training.bases import base
    from training.progress import silent
    from training.sft import train_sft

    began = time.process_time()
    random.Random(seed).shuffle(train)
    checks = max(1, len(train) // 20)
    settings = {stage: told | {"seed": seed} for stage, told in SETS[kind].items()}
    if epochs is not None:
        settings["sft"]["epochs"] = epochs
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        write(work / "train.jsonl", train[checks:])
        write(work / "validation.jsonl", train[:checks])
        info = base({"base": "scratch", **settings["base"]}, {"split": work}, work / "base", silent)
        files = work / "train.jsonl", work / "validation.jsonl"
        result = train_sft(settings["sft"], work / "base" / "model", *files, work / "sft", silent)
        trained = time.process_time() - began
        model = Answerer(work / "sft" / "model", max_new_tokens=100)
        answers = model.answer([[Message(role="user", content=question)] for question, _ in test])
    right = sum(said.text == meant for said, (_, meant) in zip(answers, test, strict=True))
    share = wilson(right, len(test))
    return {
        "set": kind,
        "exact_match": round(share.value, 4),
        "low": round(share.low, 4),
        "high": round(share.high, 4),
        "n": share.n,
        "parameters": info["parameters"],
        "steps": result.step,
        "examples": len(train) - checks,
        "training_cpu_seconds": round(trained, 1),
        "answering_cpu_seconds": round(time.process_time() - began - trained, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Train a small model from scratch and ask it.")
    parser.add_argument("kind", choices=sorted(SETS))
    parser.add_argument("train", type=Path)
    parser.add_argument("test", type=Path)
    parser.add_argument("--epochs", type=float)
    parser.add_argument("--test-examples", type=int, help="a random sample of the test file; all where left out")
    parser.add_argument("--seed", type=int, default=0)
    told = parser.parse_args()
    test = read_pairs(told.kind, told.test)
    train = without(read_pairs(told.kind, told.train), test)
    random.Random(told.seed).shuffle(test)
    test = test[: told.test_examples]
    found = measure(told.kind, train, test, seed=told.seed, epochs=told.epochs)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
