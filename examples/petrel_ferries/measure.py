"""How hard the talks are for plain methods, on the clean ones: search, and a linear classifier.

    python measure.py [--seeds 5]

A share of each answer's talks is kept apart, as a split would. `search` gives the answer of the most similar old
question (BM25) and is right where the grader of the product says so. `classifier` learns from the key, which no
trained model sees, which answer is due (TF-IDF and logistic regression): once among all answers, once topic and
slot apart. It tells how much there is to learn.
"""

import argparse
import csv
import json
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from evals.baselines.retrieval import Entry, Search  # noqa: E402
from evals.graders.correctness import correctness  # noqa: E402
from evals.graders.grader import Context  # noqa: E402
from evals.graders.word_weights import word_weights  # noqa: E402

HOLDOUT = 0.12


class Talk(NamedTuple):
    """One clean talk."""

    asked: str
    """All that the customer wrote."""
    last: str
    """The last message alone."""
    reply: str
    answer: str
    """Topic and slot, out of the key."""


class Figures(NamedTuple):
    """Shares of right answers on talks kept apart, 0 to 1."""

    n: int
    search: float
    classifier: float
    topic_and_slot: float
    seen: float
    """Questions that stand letter for letter among those learned from."""


def clean_talks(folder: Path) -> list[Talk]:
    """The talks that a perfect cleaning keeps."""
    chats = (folder / "data/conversations.jsonl").read_text(encoding="utf-8").split("\n")
    rows: dict[int, list[str]] = {}
    with (folder / "data/tickets.csv").open(encoding="utf-8", newline="") as file:
        reader, line = csv.reader(file), 1
        for row in reader:
            rows[line] = row
            line = reader.line_num + 1
    talks = []
    for entry in map(json.loads, (folder / "key.jsonl").read_text(encoding="utf-8").splitlines()):
        if entry["kind"] != "clean":
            continue
        if entry["file"].endswith(".csv"):
            question, reply = rows[entry["line"]][4:]
            talks.append(Talk(question, question, reply, entry["answer"]))
        else:
            messages = json.loads(chats[entry["line"] - 1])["messages"]
            asked = [message["content"] for message in messages if message["role"] == "user"]
            talks.append(Talk("\n".join(asked), asked[-1], messages[-1]["content"], entry["answer"]))
    return talks


def measure(talks: list[Talk], seed: int) -> Figures:
    """One split and what plain methods reach on it."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    chance = random.Random(seed)
    by_answer: dict[str, list[Talk]] = defaultdict(list)
    for talk in talks:
        by_answer[talk.answer].append(talk)
    test, train = [], []
    for same in by_answer.values():
        shuffled = chance.sample(same, len(same))
        apart = int(len(same) * HOLDOUT + chance.random())
        test += shuffled[:apart]
        train += shuffled[apart:]

    def learned(labels: list[str]) -> list[str]:
        method = make_pipeline(TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2)), LogisticRegression(C=30))
        return list(method.fit([t.last for t in train], labels).predict([t.last for t in test]))

    context = Context(task="support_chat", word_weights=word_weights(t.reply for t in train))
    search = Search([Entry(t.asked, t.reply, str(i), False) for i, t in enumerate(train)])
    found = [correctness(t.asked, search.answer(t.asked), t.reply, context) for t in test]
    whole = learned([t.answer for t in train])
    halves = zip(
        learned([t.answer.partition("/")[0] for t in train]),
        learned([t.answer.partition("/")[2] for t in train]),
        strict=True,
    )
    known = {t.last for t in train}
    return Figures(
        n=len(test),
        search=sum(found) / len(test),
        classifier=sum(label == t.answer for label, t in zip(whole, test, strict=True)) / len(test),
        topic_and_slot=sum((a, b) == t.answer.partition("/")[::2] for (a, b), t in zip(halves, test, strict=True))
        / len(test),
        seen=sum(t.last in known for t in test) / len(test),
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=5, help="splits to measure, each with its own seed")
    all_talks = clean_talks(HERE)
    figures = [measure(all_talks, seed) for seed in range(parser.parse_args().seeds)]
    for seed, found in enumerate(figures):
        print(f"split {seed}: " + "  ".join(f"{name} {value:.3g}" for name, value in found._asdict().items()))
    means = {name: sum(getattr(f, name) for f in figures) / len(figures) for name in Figures._fields}
    print("mean:    " + "  ".join(f"{name} {value:.3g}" for name, value in means.items()))
