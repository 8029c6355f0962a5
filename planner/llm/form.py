"""The form that a model fills in. Filling it in wrong is answered with what is wrong, claim by claim, and asked again.

The checks run inside pydantic's validation, so that instructor's own retry loop carries them back to the model. What is
still refused at the end is dropped claim by claim: a good claim isn't lost for a bad neighbour.
"""

import json
from collections.abc import Sequence
from contextvars import ContextVar
from datetime import date
from typing import Any

from instructor.v2.core.json import extract_json_from_codeblock
from pydantic import BaseModel, ConfigDict, PrivateAttr, field_validator, model_validator

from planner.claims import Claim
from planner.guard import refusal, stands_in
from planner.llm.fields import value_fault

MOST_CLAIMS = 80
MOST_TOLD = 12
"""Refusals that are told to a model at once."""
LONGEST_QUOTE, LONGEST_VALUE = 2000, 20_000
"""Characters; what is longer is no quote of one value, and no value of a plan."""
READER = "model"
_FORM = ConfigDict(extra="ignore", use_attribute_docstrings=True, json_schema_extra={"additionalProperties": False})


class Words:
    """What a reading is held against, and the best that came of it so far."""

    def __init__(self, turns: Sequence[str], files: Sequence[str], today: date) -> None:
        self.turns, self.files, self.today = list(turns), list(files), today
        self.best: Reading | None = None

    def keep(self, reading: "Reading") -> None:
        """Remembers a reading that says at least as much as any before it: later ones had more advice."""
        if self.best is None or len(reading.accepted) >= len(self.best.accepted):
            self.best = reading


AGAINST: ContextVar[Words | None] = ContextVar("words that a reading is held against", default=None)
"""Not instructor's `context`: with that instructor takes the user's words for a Jinja template and fills it in."""


class ReadClaim(BaseModel):
    """One field that the conversation settles."""

    model_config = _FORM

    path: str
    """Field of the plan, with dots."""
    value: str
    """Its value as JSON text."""
    quote: str
    """Copied letter for letter from the conversation."""


class Reading(BaseModel):
    """What the conversation asks for."""

    model_config = _FORM

    is_goal: bool
    """Whether somebody wants a model to be made."""
    claims: list[ReadClaim]

    _accepted: list[Claim] = PrivateAttr(default_factory=list)
    _refused: list[str] = PrivateAttr(default_factory=list)

    @property
    def accepted(self) -> list[Claim]:
        """Claims that hold, with quotes letter for letter."""
        return self._accepted

    @property
    def refused(self) -> list[str]:
        """Why the others don't, a sentence each."""
        return self._refused

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> "Reading":
        """Also out of a fenced block, or behind a model's thoughts: the last object that stands in the text."""
        text = json_data if isinstance(json_data, str) else bytes(json_data).decode("utf-8", "replace")
        return super().model_validate_json(extract_json_from_codeblock(text), **{**options, "strict": False})

    @field_validator("claims", mode="before")
    @classmethod
    def _texts(cls, claims: Any) -> Any:
        """Values that were written as JSON rather than as JSON text are as good; what is no claim becomes an empty one."""
        if not isinstance(claims, list):
            return claims
        return [_as_texts(one) for one in claims[:MOST_CLAIMS]]

    @model_validator(mode="after")
    def _hold(self) -> "Reading":
        words = AGAINST.get()
        if words is None:
            return self
        for number, one in enumerate(self.claims):
            claim, fault = _held(one, words)
            if claim is not None:
                self._accepted.append(claim)
            else:
                self._refused.append(f"{one.path or f'claim {number}'}: {fault}")
        words.keep(self)
        if self._refused:
            told = "\n".join(f"- {one}" for one in self._refused[:MOST_TOLD])
            raise ValueError(
                f"These claims have no ground:\n{told}\nLeave out what the words do not say, mend the rest, and write the "
                "whole answer again, with the claims that were right."
            )
        return self


def _held(one: ReadClaim, words: Words) -> tuple[Claim | None, str]:
    """A claim that holds, or why it doesn't."""
    if len(one.quote) > LONGEST_QUOTE or len(one.value) > LONGEST_VALUE:
        return None, "that is far too long"
    value = _parsed(one.value)
    fault = value_fault(one.path, value)
    if fault is not None:
        return None, fault
    place = stands_in(one.quote, words.turns)
    turn, quote = place or (0, one.quote)
    claim = Claim(path=one.path, value=value, quote=quote, turn=turn, why="read by a model.", reader=READER)
    fault = refusal(claim, words.turns, today=words.today, files=words.files)
    return (None, fault) if fault is not None else (claim, "")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=lambda name: name)  # NaN and Infinity are no numbers of a plan
    except (ValueError, RecursionError):
        return text


def _as_texts(claim: Any) -> dict[str, str]:
    if not isinstance(claim, dict):
        return {"path": "", "value": "", "quote": ""}
    path, quote, value = claim.get("path"), claim.get("quote"), claim.get("value", "")
    return {
        "path": path if isinstance(path, str) else "",
        "value": value if isinstance(value, str) else json.dumps(value, default=str),
        "quote": quote if isinstance(quote, str) else "",
    }
