"""A planning conversation that is kept: closed today, it goes on next week, in this front or another."""

import secrets
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.types import Command

from app.assistant import Planned
from app.surroundings import surroundings
from planner.claims import Wishes
from planner.conversation import read_words, refuse_unusable, survey_of
from planner.graph import State, conversation, hash_of
from planner.surveyed import Survey
from training.spec import Plan


class Talk:
    """One conversation about one plan, over the planner's graph.

    Args:
        home: whose store keeps the conversation.
        root: where relative paths start.
        files: what the user attached.
        talk_id: of a conversation to go on with; default a new one.
    """

    def __init__(self, home: Path, *, root: Path, files: Sequence[str] = (), talk_id: str | None = None) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.id = talk_id or f"talk-{secrets.token_hex(4)}"
        self._files = list(files)
        # The store's own file: one folder to keep, one to move.
        self._connection = sqlite3.connect(home / "atelier.db", check_same_thread=False, timeout=30)

        def surveyor(wishes: Wishes, attached: list[str]) -> Survey:
            measured = survey_of(wishes, files=attached, root=root, ignore=home)
            refuse_unusable(measured)
            return measured

        self._graph = conversation(
            SqliteSaver(self._connection),
            hardware=surroundings(home),
            surveyor=surveyor,
            reader=lambda turns, attached, today: read_words(turns, files=attached, today=today),
        )
        self._where: Any = {"configurable": {"thread_id": self.id}}

    @property
    def _state(self) -> State:
        return cast(State, self._graph.get_state(self._where).values)

    @property
    def turns(self) -> list[str]:
        return list(self._state.get("turns", []))

    def say(self, words: str) -> Planned:
        """The first words, an answer, or what shall be different; returns the plan after them."""
        state = self._state
        # A conversation that came to an end without a plan begins anew with what was said before.
        waiting = bool(self._graph.get_state(self._where).next)
        message: Any = (
            Command(resume=words)
            if waiting
            else {"turns": [*state.get("turns", []), words], "files": state.get("files") or self._files}
        )
        self._graph.invoke(message, self._where, durability="sync")
        return self.planned()

    def planned(self) -> Planned:
        """The plan as it stands."""
        state = self._state
        return Planned(Plan.model_validate(state["plan"]), state["reply"])

    def approve(self) -> bool:
        """A yes to the plan as it stands, bound to the hash of its spec; true where it was waiting for one."""
        state = self._state
        self._graph.invoke(Command(resume={"approve": hash_of(state)}), self._where, durability="sync")
        return self._state.get("approved") == hash_of(state)

    def close(self) -> None:
        self._connection.close()
