"""The talks: unique ones first, then the mess of real life planted among them, with a key of what is where."""

import random
from dataclasses import dataclass, replace
from typing import Any

from generator import talk
from generator.source import Topic, outdated, read

Turn = tuple[str, str]
"""Role and text."""


@dataclass(frozen=True)
class Record:
    """One talk with a customer, and what it was made from."""

    turns: tuple[Turn, ...]
    topic: str
    slot: str
    kind: str = "clean"
    """`clean`, or what was planted: exact_duplicate, near_duplicate, foreign, empty_reply, outdated, broken_line."""
    customer: str = ""
    private: bool = False

    @property
    def question(self) -> str:
        return self.turns[-2][1]

    @property
    def reply(self) -> str:
        return self.turns[-1][1]


def unique(topics: list[Topic], noise: dict[str, Any], chance: random.Random) -> list[Record]:
    """13 to 15 talks for every answer there is, in no order."""
    slots = read("slots")
    records: list[Record] = []
    for topic in topics:
        for value, answer in topic.answers.items():
            words = topic.words | (slots[topic.slot][value] if topic.slot else {})
            wordings = talk.Questions(topic, words, chance)
            for _ in range(chance.choice((18, 19, 20, 20))):
                question = talk.surround(wordings.next(), noise, chance, private=0.08)
                reply = talk.house_answer(answer, noise, chance)
                customer = talk.email(noise, len(records) + 100, chance)
                turns = (("user", question), ("assistant", reply))
                records.append(
                    Record(turns, topic.id, value, customer=customer, private="@" in question or "555-01" in question)
                )
    chance.shuffle(records)
    return records


def lengthen(records: list[Record], noise: dict[str, Any], chance: random.Random) -> list[Record]:
    """Some talks with four turns: a greeting first, or a second question of the same customer."""
    greeted, joined = records[:55], records[55:105]
    welcome = noise["follow_ups"]["answer"]
    longer = [
        replace(r, turns=(("user", chance.choice(noise["follow_ups"]["first"])), ("assistant", welcome), *r.turns))
        for r in greeted
    ]
    longer += [
        replace(second, turns=first.turns + second.turns)
        for first, second in zip(joined[::2], joined[1::2], strict=True)
    ]
    everyone = longer + records[105:]
    chance.shuffle(everyone)
    return everyone


def mess(records: list[Record], topics: list[Topic], noise: dict[str, Any], share: float, chance: random.Random) -> list[Record]:
    """What to plant into one file; `share` is the file's part of all talks."""

    def some(count: int) -> list[Record]:
        return chance.sample(records, round(count * share))

    planted = [replace(r, kind="exact_duplicate") for r in some(60)]
    for r in some(75):
        question = talk.reword(r.question, noise, chance)
        planted.append(replace(r, turns=(*r.turns[:-2], ("user", question), r.turns[-1]), kind="near_duplicate"))
    for number in range(round(45 * share)):
        # Each text comes several times with another ending, as if several people had asked.
        entry = chance.choice(noise["foreign"])
        ending = chance.choice(["", " PF-", " Danke!" if "Petrel" in entry["answer"] and "Gute" in entry["answer"] else " ¡Gracias!"])
        ending += str(chance.randrange(10000, 99999)) if ending == " PF-" else ""
        turns = (("user", entry["question"] + ending), ("assistant", entry["answer"]))
        planted.append(Record(turns, "", "", "foreign", talk.email(noise, 5000 + number, chance)))
    for r in some(10):
        question = talk.surround(r.question, noise, chance, private=0)
        planted.append(replace(r, turns=(*r.turns[:-2], ("user", question), ("assistant", "")), kind="empty_reply"))
    changed = [topic for topic in topics if topic.policy.get("old") and topic.answers]
    slots = read("slots")
    for number in range(round(24 * share)):
        topic = chance.choice(changed)
        value = chance.choice(list(topic.answers))
        answer = outdated(topic, topic.answers[value])
        if answer == topic.answers[value]:
            continue
        words = topic.words | (slots[topic.slot][value] if topic.slot else {})
        core = talk.fill(chance.choice(topic.questions), words, chance)
        turns = (
            ("user", talk.surround(core, noise, chance, private=0)),
            ("assistant", talk.house_answer(answer, noise, chance)),
        )
        planted.append(Record(turns, topic.id, value, "outdated", talk.email(noise, 7000 + number, chance)))
    planted += [replace(r, kind="broken_line") for r in some(14)]
    return planted
