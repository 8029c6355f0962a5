"""Write `data/questions.csv` anew from `source.toml`. Same seed, same bytes.

    python make_data.py [--out FOLDER]

Everything is invented; addresses end in `example.com`.
"""

import argparse
import csv
import io
import random
import re
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SEED = 7
ASKED = 27
"""How many customers asked for each answer."""
REPEATS = 10
"""Questions that stand in the file twice."""


def rows(source: dict[str, Any], chance: random.Random) -> list[tuple[str, str]]:
    """Question and reply, in no order, some of them twice."""
    found: list[tuple[str, str]] = []
    seen: set[str] = set()
    for topic in source["topic"]:
        waiting: list[str] = []
        asked = 0
        while asked < ASKED:
            waiting = waiting or chance.sample(topic["questions"], len(topic["questions"]))
            text = message(waiting.pop(), source, chance)
            if text not in seen:
                seen.add(text)
                asked += 1
                found.append((text, reply(topic["answer"], source, chance)))
    found += chance.sample(found, REPEATS)
    chance.shuffle(found)
    return found


def reply(answer: str, source: dict[str, Any], chance: random.Random) -> str:
    """The answer as the desk writes it: same facts, not always the same words."""
    text = re.sub(r"\[([^\[\]]*)\]", lambda match: chance.choice(match[1].split("|")), answer)
    opening = chance.choice(source["openings"]) + " " if chance.random() < 0.2 else ""
    return f"{opening}{text} {chance.choice(source['signoffs'])}"


def message(template: str, source: dict[str, Any], chance: random.Random) -> str:
    """A question with what customers write around it."""
    core = re.sub(r"\{(\w+)\}", lambda match: chance.choice(source["words"][match[1]]), template)
    parts = [core]
    if chance.random() < 0.4:
        parts.insert(0, chance.choice(source["greetings"]))
    if chance.random() < 0.3:
        parts.append(chance.choice(source["stories"]))
    if chance.random() < 0.05:
        parts.append(f"Write to kim{chance.randrange(10, 99)}@example.com.")
    if chance.random() < 0.3:
        parts.append(chance.choice(source["closings"]))
    text = " ".join(parts)
    return text.lower() if chance.random() < 0.15 else text


def make(out: Path) -> None:
    """Write the table below `out`."""
    with (HERE / "source.toml").open("rb") as file:
        source = tomllib.load(file)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["question", "reply"])
    writer.writerows(rows(source, random.Random(SEED)))
    path = out / "data/questions.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=HERE, help="where to write; this folder by default")
    make(parser.parse_args().out)
