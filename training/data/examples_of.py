"""A cleaned record as examples: a conversation that ends in an answer, for each answer worth learning."""

from typing import Any

from training.data.conversation import Turn, conversation
from training.spec import Example, Message

SUBSTANTIAL = 40
"""Characters of an earlier answer that make it an example of its own; a greeting is not."""
ASKED = 12
MAX_TURNS = 12
"""Turns before an answer that an example keeps."""


def examples_of(row: dict[str, Any], group: str) -> list[Example]:
    """The examples of one line of kept.jsonl; none where nothing answers."""
    turns = [turn for turn in conversation(row, row["reads"]) if turn.content.strip()]
    turns = turns[: _last_answer(turns) + 1]
    if not turns:
        return []
    answers = [place for place, turn in enumerate(turns) if turn.role == "assistant"]
    worth = [place for place in answers[:-1] if len(turns[place].content) >= SUBSTANTIAL and _asked(turns, place)]
    examples = []
    for number, place in enumerate([*worth, answers[-1]]):
        start = max(0, place - MAX_TURNS + 1)
        while start < place and turns[start].role == "assistant":
            start += 1
        shown = turns[start : place + 1]
        if turns[0].role == "system" and start > 0:
            shown = [turns[0], *shown]
        if len(shown) < 2 or not any(turn.role == "user" for turn in shown):
            continue
        last = place == answers[-1]
        examples.append(
            Example(
                id=f"{row['source']}#{row['index']}" + ("" if last else f"/{number + 1}"),
                source=row["source"],
                line=row["line"],
                role=row["role"],
                group=group,
                messages=[Message(role=turn.role, content=turn.content) for turn in shown],
                language=row["language"],
            )
        )
    return examples


def _last_answer(turns: list[Turn]) -> int:
    return max((place for place, turn in enumerate(turns) if turn.role == "assistant"), default=-1)


def _asked(turns: list[Turn], place: int) -> bool:
    return place > 0 and turns[place - 1].role == "user" and len(turns[place - 1].content) >= ASKED
