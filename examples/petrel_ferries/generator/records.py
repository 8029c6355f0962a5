"""The talks: clean ones first, then the mess of real life planted among them."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from generator import talk
from generator.source import Topic, outdated, read

Turn = tuple[str, str]
"""Role and text."""

TALKS = (31, 32, 32)
"""How many people asked for one answer."""
TOO_NEAR = 0.65
"""Two clean talks share fewer of their word triples than this, so that only what was planted is a repeat."""
GREETED, JOINED, ELLIPTICAL, THANKED = 30, 24, 20, 28
"""Chats of more turns: a greeting first; another question first; "and to Wexholm?"; thanks at the end."""
EXACT, NEAR, FOREIGN, UNANSWERED, OUTDATED, BROKEN = 60, 75, 45, 10, 24, 14
"""How many of each fault are planted."""


@dataclass(frozen=True)
class Record:
    """One talk with a customer, and what it was made from."""

    turns: tuple[Turn, ...]
    topic: str
    slot: str
    number: int
    """Tells clean talks apart."""
    kind: str = "clean"
    """`clean`, or what was planted: exact_duplicate, near_duplicate, foreign, empty_reply, outdated, broken_line."""
    repeats: int | None = None
    """Number of the clean talk that this one repeats."""
    customer: str = ""
    language: str = "en"

    @property
    def question(self) -> str:
        return self.turns[-2][1]

    @property
    def reply(self) -> str:
        return self.turns[-1][1]


def triples(text: str) -> set[tuple[str, ...]]:
    """Every three words in a row, lower case."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}


def likeness(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    """Jaccard similarity, 0 to 1: triples in common over all."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def unique(topics: list[Topic], noise: dict[str, Any], chance: random.Random) -> list[Record]:
    """The clean talks of one question and one answer, in no order; no two are nearly the same."""
    records: list[Record] = []
    for topic in topics:
        for value, answer in topic.answers.items():
            words = words_of(topic, value)
            wordings = talk.Questions(topic, words, chance)
            before: list[set[tuple[str, ...]]] = []
            for _ in range(chance.choice(TALKS)):
                for _ in range(20):
                    question = talk.surround(wordings.next(), noise, chance, private=0.08, also=words.get("also", ()))
                    reply = talk.house_answer(answer, noise, chance)
                    mine = triples(f"{question} {reply}")
                    if all(likeness(mine, other) < TOO_NEAR for other in before):
                        break
                before.append(mine)
                number = len(records)
                customer = talk.email(noise, number + 100, chance)
                turns = (("user", question), ("assistant", reply))
                records.append(Record(turns, topic.id, value, number, customer=customer))
    chance.shuffle(records)
    return records


def words_of(topic: Topic, value: str) -> dict[str, list[str]]:
    """What fills the braces of the topic's questions."""
    return topic.words | (read("slots")[topic.slot][value] if topic.slot else {})


def lengthen(records: list[Record], topics: list[Topic], noise: dict[str, Any], chance: random.Random) -> list[Record]:
    """Some talks with four turns. Two joined ones become one, so there are fewer talks after it."""
    follow = noise["follow_ups"]
    rest = list(records)

    def take(count: int, fits: Callable[[Record], bool] = lambda record: True) -> list[Record]:
        taken = [record for record in rest if fits(record)][:count]
        for record in taken:
            rest.remove(record)
        return taken

    longer: list[Record] = []
    for r in take(GREETED):
        hello = f"{chance.choice(noise['greetings'])} {chance.choice(follow['first'])}"
        longer.append(replace(r, turns=(("user", hello), ("assistant", follow["answer"]), *r.turns)))
    by_route = {topic.id: topic for topic in topics if topic.slot == "route"}
    for second in take(ELLIPTICAL, lambda record: record.topic in by_route):
        topic = by_route[second.topic]
        other = chance.choice([value for value in topic.answers if value != second.slot])
        core = talk.fill(chance.choice(topic.questions), words_of(topic, other), chance)
        asked = talk.surround(core, noise, chance, private=0)
        answered = talk.house_answer(topic.answers[other], noise, chance)
        again = talk.fill(chance.choice(follow["elliptical"]), words_of(topic, second.slot), chance)
        turns = (("user", asked), ("assistant", answered), ("user", again), second.turns[-1])
        longer.append(replace(second, turns=turns))
    for r in take(THANKED):
        thanks = f"{chance.choice(follow['thanks'])} {chance.choice(follow['goodbyes'])}".strip()
        welcome = talk.house_answer(follow["welcome"], noise, chance)
        longer.append(replace(r, turns=(*r.turns, ("user", thanks), ("assistant", welcome)), topic="thanks", slot=""))
    joined = take(2 * JOINED)
    longer += [
        replace(second, turns=first.turns + second.turns)
        for first, second in zip(joined[::2], joined[1::2], strict=True)
    ]
    everyone = longer + rest
    chance.shuffle(everyone)
    return everyone


def mess(
    records: list[Record], topics: list[Topic], noise: dict[str, Any], share: float, chance: random.Random
) -> list[Record]:
    """What to plant into one file; `share` is the file's part of all talks."""

    def some(count: int) -> list[Record]:
        return chance.sample(records, round(count * share))

    planted = [replace(r, kind="exact_duplicate", repeats=r.number) for r in some(EXACT)]
    for r in some(NEAR):
        question = talk.reword(r.question, noise, chance)
        turns = (*r.turns[:-2], ("user", question), r.turns[-1])
        planted.append(replace(r, turns=turns, kind="near_duplicate", repeats=r.number))
    planted += foreign(round(FOREIGN * share), noise, chance)
    for r in some(UNANSWERED):
        question = talk.surround(r.question, noise, chance, private=0)
        turns = (*r.turns[:-2], ("user", question), ("assistant", ""))
        planted.append(replace(r, turns=turns, kind="empty_reply"))
    planted += before_2025(round(OUTDATED * share), topics, noise, chance)
    planted += [replace(r, kind="broken_line") for r in some(BROKEN)]
    return planted


def foreign(count: int, noise: dict[str, Any], chance: random.Random) -> list[Record]:
    """Talks in German and Spanish, each question several times as if several people had asked."""
    records: list[Record] = []
    seen: set[str] = set()
    entries = noise["foreign"]
    for number in range(count):
        entry = entries[number % len(entries)]
        manners = noise[entry["language"]]
        text = ""
        while not text or text in seen:
            parts = [chance.choice(manners["greetings"]), entry["question"], chance.choice(manners["closings"])]
            text = " ".join(part for part in parts if part)
        seen.add(text)
        turns = (("user", text), ("assistant", entry["answer"]))
        customer = talk.email(noise, 5000 + number, chance)
        records.append(Record(turns, "", "", -1, "foreign", customer=customer, language=entry["language"]))
    return records


def before_2025(count: int, topics: list[Topic], noise: dict[str, Any], chance: random.Random) -> list[Record]:
    """Old talks whose answers have the figures of then."""
    changed = [
        (topic, value, answer)
        for topic in topics
        for value, answer in topic.answers.items()
        if outdated(topic, answer) != answer
    ]
    records: list[Record] = []
    for number in range(count):
        topic, value, answer = chance.choice(changed)
        core = talk.fill(chance.choice(topic.questions), words_of(topic, value), chance)
        question = talk.surround(core, noise, chance, private=0)
        turns = (("user", question), ("assistant", talk.house_answer(outdated(topic, answer), noise, chance)))
        customer = talk.email(noise, 7000 + number, chance)
        records.append(Record(turns, topic.id, value, -1, "outdated", customer=customer))
    return records


def mix(talks: list[Record], planted: list[Record], chance: random.Random) -> list[Record]:
    """All in one order in which a repeat comes after its first, as in real exports."""
    place = {record.number: chance.random() for record in talks}
    placed = [(place[record.number], record) for record in talks]
    for record in planted:
        start = place[record.repeats] if record.repeats is not None else 0.0
        placed.append((chance.uniform(start, 1.0), record))
    return [record for _, record in sorted(placed, key=lambda pair: pair[0])]
