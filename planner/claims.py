"""What the words of a conversation ask for: the border between reading and planning.

A reader turns the turns of a conversation into claims and merges them by turn; what comes out is `Wishes`.
Everything that the words leave open is filled later, by `planner.rules`.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from training.spec import Answer

Intent = Literal["goal", "change", "answer", "approval", "decline", "thanks", "why", "what_if", "chat"]
"""What a turn does. Only `goal`, `change` and `answer` make claims; the others change nothing."""

FORBIDDEN = "something that must never happen"
"""`Claim.why` of a policy item whose detail is what must not happen, rather than what to keep to."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Claim(_Part):
    """One value that the words ask for."""

    path: str
    """Field of the spec with dots. A list's items are claims of their own: `data.sources`, `rubric`, `gates`,
    `languages`, `stages`, `delivery.formats` may each occur many times, with one item as the value; the rest once."""
    value: Any
    """JSON value as the spec has it. An item of `data.sources`, `rubric` or `gates` is an object with those of its
    keys that the words settle."""
    quote: str
    """Copied letter for letter from the turn; every number in `value` can be read out of it."""
    turn: int
    why: str = ""
    """How the quote leads to the value, where that is not plain: "overnight" is 12 hours."""
    reader: str = "built-in"


class Dispute(_Part):
    """Two things asked for that can't both be had, or one that is impossible, seen from the words alone."""

    fields: list[str]
    """Spec paths; each becomes null in the spec."""
    problem: str
    suggestion: str
    quotes: list[str] = []


class Doubt(_Part):
    """Words that two readers understand differently, where it matters: the user is asked which is meant."""

    field: str
    quote: str
    readings: list[Any]
    """Two values of the field: a list whole, of `gates` and `data.sources` one item. The first holds until it is said."""


class Wishes(_Part):
    """The conversation after its last turn."""

    is_goal: bool
    """False: small talk or something outside the job, in all turns."""
    goal: str = ""
    """One sentence, in the user's own words where they are short enough."""
    claims: list[Claim] = []
    """In force: merged over the turns, later ones win, withdrawn ones are gone; in the order of the spec."""
    disputes: list[Dispute] = []
    doubts: list[Doubt] = []
    """To be asked about; not where an earlier question asked it already."""
    answers: list[Answer] = []
    """Doubts that were asked about before, with what was said to them."""
    unreachable: list[Claim] = []
    """Data that is said to sit where it can't be opened from here (SharePoint, a web drive): value is the place."""
    left_out: list[Claim] = []
    """Files that the words rule out ("attached by mistake", "leave old.docx out"): value is the path. An attached
    file that stands here must not become a source, whatever else is decided about files that no words name."""
    ruled_out: list[Claim] = []
    """Items of `stages` or `delivery.formats` that the words rule out ("no reinforcement learning"): no rule may
    bring them in."""
    unclear_language: Claim | None = None
    """A language is asked for and not named ("our customers' language"): it must be asked."""
    intent: Intent = "goal"
    """Of the last turn."""
    asked_about: str | None = None
    """Spec path that a `why` or `what_if` turn speaks of, where it can be told."""
    what_if: list[Claim] = []
    """What a `what_if` turn would change; not in force."""
    unplaced: list[str] = []
    """Figures of the last turn, as they were said, that sound like a change and could mean several things or none in
    force: they changed nothing."""
    changed: list[str] = []
    """Spec paths that the last turn changed or withdrew."""
