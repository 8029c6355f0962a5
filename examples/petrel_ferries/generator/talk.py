"""How customers write: a question from a template, with all that stands around it in real life."""

import random
import re
from collections.abc import Sequence
from typing import Any

from generator.source import Topic

CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
GREETED, OPENED, CODED, CLOSED = 0.40, 0.10, 0.07, 0.30
"""How often a message has a greeting, a phrase that leads to the question, a booking code, a farewell."""
STORIES = (86, 13, 1)
"""How many messages of a hundred tell none, one or two things that have nothing to do with the question."""
TOLD_MORE = 0.4
"""How often a customer names the route, ticket or harbour once more."""
WAYS = {
    "Can I ": ("Can I ", "May I ", "Could I ", "Am I allowed to ", "Is it okay to "),
    "Can we ": ("Can we ", "May we ", "Could we ", "Are we allowed to "),
    "What is the ": ("What is the ", "What's the ", "Could you tell me the ", "Please tell me the "),
    "Do you have ": ("Do you have ", "Do you offer ", "Have you got "),
    "How much is ": ("How much is ", "What do you charge for ", "What is the price for "),
    "Where do I ": ("Where do I ", "Where can I ", "How do I "),
    "Is it possible to ": ("Is it possible to ", "Can one ", "Would it be possible to "),
}
"""Beginnings of questions that mean the same."""
CARDS = ("4111 1111 1111 1111", "4242 4242 4242 4242", "5555 5555 5555 4444", "4000 0566 5566 5556", "4012888888881881")
"""Public test numbers of the card schemes: they pass the Luhn check and belong to nobody."""


def fill(template: str, words: dict[str, list[str]], chance: random.Random) -> str:
    """The template with every choice made and every slot named in one of its ways."""
    text = CHOICE.sub(lambda match: chance.choice(match[1].split("|")), template)
    for beginning, ways in WAYS.items():
        if text.startswith(beginning):
            text = chance.choice(ways) + text[len(beginning) :]
            break
    text = re.sub(r"\{(\w+)\}", lambda match: chance.choice(words[match[1]]), text)
    # "a" before a word that turned out to begin with a vowel, and a sentence that begins with a slot.
    text = re.sub(r"\b([Aa]) (?=[aeio]|e-|EV|ID)", r"\1n ", text)
    text = re.sub(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwxyz])", r"\1 ", text)
    return text[0].upper() + text[1:]


class Questions:
    """Fresh wordings for one answer: every template once before any comes again."""

    def __init__(self, topic: Topic, words: dict[str, list[str]], chance: random.Random) -> None:
        self.topic, self.words, self.chance = topic, words, chance
        self.waiting: list[str] = []
        self.seen: set[str] = set()

    def next(self) -> str:
        for _ in range(8):
            if not self.waiting:
                self.waiting = self.chance.sample(self.topic.questions, len(self.topic.questions))
            text = fill(self.waiting.pop(), self.words, self.chance)
            if text not in self.seen:
                break
        self.seen.add(text)
        return text


def email(noise: dict[str, Any], number: int, chance: random.Random) -> str:
    first, last = (chance.choice(noise["people"][part]) for part in ("first", "last"))
    return f"{first}.{last}{number}@example.com".lower()


def private_detail(noise: dict[str, Any], chance: random.Random) -> str:
    """A sentence with something in it that must not be learned."""
    phone = f"({chance.choice((212, 415, 617))}) 555-01{chance.randrange(100):02d}"
    address = email(noise, chance.randrange(10, 100), chance)
    return chance.choice(
        [
            f"You can reach me at {address}.",
            f"My number is {phone}.",
            f"Please write to {address} or ring {phone}.",
            f"I paid with card {chance.choice(CARDS)}.",
            f"Card number {chance.choice(CARDS)}, in case you need it.",
            f"Call me: {phone}.",
        ]
    )


def surround(
    core: str, noise: dict[str, Any], chance: random.Random, *, private: float, also: Sequence[str] = ()
) -> str:
    """The question inside a message: greeting, backstory, booking code, thanks; carelessly typed or not.

    Args:
        private: how often something stands there that must not be learned.
        also: sentences about the same thing, of which one may stand there too.
    """
    before, after = [], []
    if chance.random() < GREETED:
        before.append(chance.choice(noise["greetings"]))
    for story in chance.sample(noise["backstories"], chance.choices((0, 1, 2), weights=STORIES)[0]):
        (before if chance.random() < 0.65 else after).append(story)
    if also and chance.random() < TOLD_MORE:
        (before if chance.random() < 0.6 else after).append(chance.choice(also))
    if chance.random() < OPENED:
        before.append(chance.choice(noise["openers"]))
    if chance.random() < CODED:
        after.append(f"My booking code is PF-{chance.randrange(10000, 99999)}.")
    if chance.random() < private:
        after.append(private_detail(noise, chance))
    if chance.random() < CLOSED:
        after.append(chance.choice(noise["closings"]))
    text = " ".join([*before, core, *after])
    style = chance.random()
    if style < 0.01:
        return text.upper()
    if style < 0.17:
        text = re.sub(r"[,.!?](?= |$)", "", text.lower()) if chance.random() < 0.5 else text.lower()
    return mistype(text, noise["typos"], chance) if chance.random() < 0.2 else text


def mistype(text: str, typos: dict[str, str], chance: random.Random) -> str:
    """`text` with one or two words misspelt."""
    there = [word for word in typos if re.search(rf"\b{word}\b", text)]
    for word in chance.sample(there, min(len(there), chance.choice((1, 1, 2)))):
        text = re.sub(rf"\b{word}\b", typos[word], text, count=1)
    return text


def reword(text: str, noise: dict[str, Any], chance: random.Random) -> str:
    """Nearly the same message again: another greeting, a slip of the keys put right or made, a word more."""
    greetings = [greeting for greeting in noise["greetings"] if not text.startswith(greeting)]
    for known in noise["greetings"]:
        if text.startswith(known):
            return chance.choice(greetings) + text[len(known) :]
    slipped = mistype(text, noise["typos"], chance)
    if slipped != text and chance.random() < 0.3:
        return slipped
    if chance.random() < 0.5:
        return f"{chance.choice(greetings)} {text}"
    return text + " " + chance.choice(["Thank you!", "Please.", "Thanks again.", "Urgent!"])


def house_answer(answer: str, noise: dict[str, Any], chance: random.Random) -> str:
    """The answer as one of the crew desk writes it: same facts, not always the same words."""
    text = CHOICE.sub(lambda match: chance.choice(match[1].split("|")), answer)
    manners = noise["signoffs"]
    opening = chance.choice(manners["openings"]) + " " if chance.random() < 0.12 else ""
    return opening + text + " " + manners["usual" if chance.random() < 0.85 else "other"]


def private_kinds(text: str) -> list[str]:
    """Which of `email`, `phone`, `card` stand in a text."""
    found = {
        "email": "@example.com" in text.lower(),
        "phone": "555-01" in text,
        "card": any(card in text for card in CARDS),
    }
    return [kind for kind, there in found.items() if there]
