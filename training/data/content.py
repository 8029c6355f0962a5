"""What of a record counts when two are compared: what is asked, and what is answered; not numbers, dates or customers."""

from typing import Any, NamedTuple

from training.data.conversation import conversation
from training.data.recognition import said_key
from training.data.record import BOOKKEEPING, spelled, strings


class Content(NamedTuple):
    """A passage has `asked` alone."""

    asked: str
    answered: str

    @property
    def whole(self) -> str:
        return f"{self.asked}\n{self.answered}" if self.answered else self.asked


def content_of(fields: dict[str, Any], reads: dict[str, str]) -> Content:
    """The words of a record that would be learned."""
    if "messages" in reads or "user" in reads or "chosen" in reads:
        turns = conversation(fields, reads)
        asked = "\n".join(turn.content for turn in turns if turn.role == "user")
        answered = "\n".join(turn.content for turn in turns if turn.role == "assistant")
        if "rejected" in reads:
            answered += "\n" + "\n".join(text for _, text in strings(fields.get(reads["rejected"])))
        if asked or answered:
            return Content(asked, answered)
        if "messages" in reads:
            turns_read = fields.get(reads["messages"])
            said = (
                [turn.get(said_key(turn) or "", "") for turn in turns_read if isinstance(turn, dict)]
                if isinstance(turns_read, list)
                else []
            )
            return Content("\n".join(str(text) for text in said), "")
        return Content("", "")
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
