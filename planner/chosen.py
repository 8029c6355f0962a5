"""A value, why it has it, and where it comes from."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from planner.claims import Claim
from training.spec import words

NOT_ASKED = "not asked for."


class Chosen(NamedTuple):
    value: Any
    """A JSON value as the spec has it."""
    why: str
    """One sentence for the plan and `atelier explain`."""
    origin: words.Origin = "rule"
    quote: str | None = None
    """Copied from the request, where `origin` is `request`."""
    parts: Mapping[str, "Chosen"] = {}
    """JSON pointer below this value (`/0/role`) -> its own reason, where a part has another one; its value is ignored."""

    def because(self) -> "Chosen":
        """The reason alone, for a part of another value."""
        return self._replace(value=None, parts={})


def said(claim: Claim) -> Chosen:
    """What the words ask for."""
    return Chosen(claim.value, claim.why or "you asked for it.", "request", claim.quote)


def default(value: Any, why: str) -> Chosen:
    return Chosen(value, why, "default")


def measured(value: Any, why: str) -> Chosen:
    return Chosen(value, why, "data")


def nothing(why: str = NOT_ASKED) -> Chosen:
    """A field whose meaning is "none"."""
    return Chosen(None, why, "default")
