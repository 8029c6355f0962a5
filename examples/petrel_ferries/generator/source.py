"""What we wrote by hand: topics with their questions and answers, slots, noise, house terms."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parent.parent / "source"
TOPIC_FILES = ("topics_sailings", "topics_tickets", "topics_vehicles", "topics_on_board", "topics_service")


@dataclass(frozen=True)
class Topic:
    """One thing customers ask about. Where `slot` is set the right answer depends on it too.

    A topic without questions stands in the documents only: nobody has asked yet.
    """

    id: str
    page: str
    questions: list[str]
    help: str
    chapter: str
    """Part of the help centre that the topic stands in."""
    slot: str | None = None
    answers: dict[str, str] = field(default_factory=dict)
    """Slot value -> answer; without a slot the only key is the empty string."""
    words: dict[str, list[str]] = field(default_factory=dict)
    """Words for the same thing that customers use, for this topic's questions."""
    policy: dict[str, Any] = field(default_factory=dict)


def read(name: str) -> dict[str, Any]:
    """One of the TOML files of `source/`."""
    with (SOURCE / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def topics() -> list[Topic]:
    """All topics, in the order of the files."""
    found = []
    for name in TOPIC_FILES:
        for entry in read(name)["topic"]:
            found.append(
                Topic(
                    id=entry["id"],
                    page=entry["page"],
                    questions=entry.get("questions", []),
                    help=entry["help"]["text"].strip(),
                    chapter=name.removeprefix("topics_").replace("_", " ").capitalize(),
                    slot=entry.get("slot"),
                    answers=entry.get("answers") or ({"": entry["answer"]} if "answer" in entry else {}),
                    words=entry.get("words", {}),
                    policy=entry.get("policy", {}),
                )
            )
    return found


def outdated(topic: Topic, text: str) -> str:
    """`text` with the figures that were in force until 2024."""
    # All at once, since one old figure may be another's new one (40 -> 60 and 60 -> 90 minutes).
    marks = [(now, f"\0{i}\0", then) for i, (now, then) in enumerate(topic.policy.get("old", []))]
    for now, mark, _ in marks:
        text = text.replace(now, mark)
    for _, mark, then in marks:
        text = text.replace(mark, then)
    return text
