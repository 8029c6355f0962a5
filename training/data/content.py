"""What of a record counts when two are compared: what is asked, and what is answered; not numbers, dates or customers."""

from typing import Any, NamedTuple

from training.data.conversation import conversation
from training.data.recognition import said
from training.data.record import BOOKKEEPING, spelled, strings


class Content(NamedTuple):
    """A passage has `asked` alone."""

    asked: str
    answered: str
    given: str = ""
    """What a question is about (a passage, a verdict on the answer): must be the same in two that are copies."""

    @property
    def whole(self) -> str:
        return "\n".join(part for part in (self.given, self.asked, self.answered) if part)


def content_of(fields: dict[str, Any], reads: dict[str, str]) -> Content:
    """The words of a record that would be learned."""
    if "messages" in reads or "user" in reads or "chosen" in reads:
        turns = conversation(fields, {part: name for part, name in reads.items() if part != "context"})
        asked = "\n".join(turn.content for turn in turns if turn.role == "user")
        answered = "\n".join(turn.content for turn in turns if turn.role == "assistant")
        if "rejected" in reads:
            answered += "\n" + "\n".join(text for _, text in strings(fields.get(reads["rejected"])))
        given = "\n".join(str(fields.get(reads[part]) or "") for part in ("context", "score") if part in reads)
        if not (asked or answered) and isinstance(spoken := fields.get(reads.get("messages", "")), list):
            return Content("\n".join(said(turn) for turn in spoken if isinstance(turn, dict)), "")
        return Content(asked, answered, given)
    text = fields.get(reads["text"]) if "text" in reads else None
    if isinstance(text, str) and text.strip():
        return Content(text, "")
    return Content(row_text(fields) if not reads else "", "")


def row_text(fields: dict[str, Any]) -> str:
    """A row of facts as text: `name: value`, a line each; what the cleaning added to it left out."""
    if set(fields) - BOOKKEEPING == {"text"}:
        return str(fields["text"])
    return "\n".join(
        f"{spelled(path)}: {text}"
        for path, text in strings({n: v for n, v in fields.items() if n not in BOOKKEEPING})
        if text.strip()
    )
