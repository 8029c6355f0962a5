"""The documents: help centre, policy manuals, glossary. They state the same facts as the answers."""

import re

from generator.source import Topic, outdated, read

CHAPTERS = {
    "Sailings": "This chapter is about what we owe our passengers when a sailing is late or cannot take place. "
    "The captain alone decides whether a ship leaves. Nobody at the crew desk guesses about the weather.",
    "Money": "This chapter is about tickets, changes and money. We keep to it to the letter, in both directions: "
    "nobody gets less than it says, and nobody is promised more. A payment outside these rules is decided by the "
    "head of the crew desk, in writing.",
    "Vehicles": "This chapter is about the car deck. The deck officer has the last word on where a vehicle stands "
    "and whether it comes along.",
    "On board": "This chapter is about life on board. We ask first and help first, and we explain a rule before "
    "we apply it.",
    "Service": "This chapter is about things left behind, complaints, accidents and data. We write in plain words "
    "and sign with the house's greeting.",
}

ALWAYS = """## 1. What always holds

We answer in plain words, briefly, with the figure that was asked for. We use the house terms of the glossary. We do
not give legal advice, and we do not give medical advice. We never promise a payment that this manual does not give.
We do not repeat a card number, a password or an address that a customer has written to us. Where the manual is
silent, we say that we will ask, and we ask the head of the crew desk.
"""


def slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")


def help_pages(topics: list[Topic]) -> dict[str, str]:
    """File name -> text, a page for two or three topics that belong together."""
    pages: dict[str, str] = {}
    for chapter in dict.fromkeys(topic.chapter for topic in topics):
        mine = [topic for topic in topics if topic.chapter == chapter]
        # Long topics (with slots) get a page to themselves; short ones share one with their neighbour.
        short = [topic for topic in mine if not topic.slot]
        shelves = [[topic] for topic in mine if topic.slot] + [short[i : i + 2] for i in range(0, len(short), 2)]
        for shelf in shelves:
            name = slug(" and ".join(topic.page for topic in shelf))
            parts = "\n\n".join(f"## {topic.page}\n\n{topic.help}" for topic in shelf)
            pages[f"{name}.md"] = f"# Help centre: {chapter}\n\n{parts}\n"
    return pages


def policy_manual(topics: list[Topic], *, old: bool) -> str:
    """The manual in force, or the one of 2023 with the figures of then."""
    if old:
        head = (
            "# Policy manual of the crew desk, edition 2023\n\nIn force from 1 February 2023.\n\n"
            "> SUPERSEDED. This edition was replaced on 1 January 2025 by `policy_manual.md`. "
            "Do not use it to answer customers.\n"
        )
    else:
        head = (
            "# Policy manual of the crew desk\n\nIn force from 1 January 2025. "
            "Replaces the edition of 2023.\n\nFor everybody who answers customers of Petrel Ferries.\n"
        )
    parts = [head, ALWAYS]
    for number, (chapter, opening) in enumerate(CHAPTERS.items(), start=2):
        parts.append(f"## {number}. {chapter}\n\n{opening}\n")
        ruled = [topic for topic in topics if topic.policy.get("chapter") == chapter]
        for position, topic in enumerate(ruled, start=1):
            text = topic.policy["text"]
            parts.append(f"### {number}.{position} {topic.page}\n\n{outdated(topic, text) if old else text}\n")
    parts.append(
        f"## {len(CHAPTERS) + 2}. Changes to this manual\n\nThe head of the crew desk changes this manual. "
        "A change is announced a week ahead, and every edition names the day from which it holds.\n"
    )
    return "\n".join(parts)


def glossary() -> str:
    """The house terms as a table."""
    rows = [f"| {term['say']} | {term['means']} | {', '.join(term['never'])} |" for term in read("glossary")["term"]]
    head = (
        "# House terms of Petrel Ferries\n\nWe use the word on the left, also where the customer uses another.\n\n"
        "| we say | meaning | we do not say |\n| --- | --- | --- |\n"
    )
    return head + "\n".join(rows) + "\n"
