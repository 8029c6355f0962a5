"""A planning conversation that is kept: closed today, it goes on next week, in this front or another."""

import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from langgraph.types import Command

from app.assistant import Planned
from app.surroundings import surroundings
from executor.checkpoints import Checkpoints, open_checkpoints
from planner.claims import Wishes
from planner.conversation import read_words, refuse_unusable, survey_of
from planner.graph import State, conversation, hash_of
from planner.surveyed import Survey
from training.spec import Plan, Problem


class Talk:
    """One conversation about one plan, over the planner's graph.

    Whatever was said is on disk before it is read, so a conversation whose process died goes on where it was:
    what was being planned is planned to its end, and nothing is asked again.

    Args:
        home: whose store keeps the conversation.
        root: where relative paths start.
        files: what the user attached.
        talk_id: of a conversation to go on with, or to begin under a name of the front's own; default a new one.
        checkpoints: shared by all conversations of a process; default one of its own, closed with it.
    Raises: Problem where the store can't be reached.
    """

    def __init__(
        self,
        home: Path,
        *,
        root: Path,
        files: Sequence[str] = (),
        talk_id: str | None = None,
        checkpoints: Checkpoints | None = None,
    ) -> None:
        self.id = talk_id or f"talk-{secrets.token_hex(4)}"
        self._files = list(files)
        self._own = checkpoints is None
        self._checkpoints = checkpoints or open_checkpoints(home, os.environ.get("ATELIER_DATABASE_URL"))

        def surveyor(wishes: Wishes, attached: list[str]) -> Survey:
            measured = survey_of(wishes, files=attached, root=root, ignore=home)
            refuse_unusable(measured)
            return measured

        self._graph = conversation(
            self._checkpoints.saver,
            hardware=surroundings(home),
            surveyor=surveyor,
            reader=lambda turns, attached, today: read_words(turns, files=attached, today=today),
        )
        self._where: Any = {"configurable": {"thread_id": self.id}}
        self._opened = talk_id is not None
        self._seen: str | None = None

    @property
    def _state(self) -> State:
        return cast(State, self._graph.get_state(self._where).values)

    @property
    def _waits(self) -> bool:
        return any(task.interrupts for task in self._graph.get_state(self._where).tasks)

    @property
    def turns(self) -> list[str]:
        return list(self._state.get("turns", []))

    @property
    def approved(self) -> str | None:
        """The hash of the spec that was approved, where the plan is still that one."""
        return self._state.get("approved")

    def say(self, words: str, *, files: Sequence[str] = ()) -> Planned:
        """The first words, an answer, or what shall be different; returns the plan after them.

        Args:
            files: what the user attached to these words, beside what was attached before.
        Raises: Problem where nothing of the attached data can be read. The words are kept: say what to use instead.
        """
        words = _storable(words)
        with self._checkpoints.turn(self.id):
            with suppress(Problem):  # it was told when it came up, and these words may be the way out
                self._go_on()
            state = self._state
            turns = [*state.get("turns", []), words]
            attached = list(dict.fromkeys([*state.get("files", []), *self._files, *files]))
            if self._waits:
                # Not `Command(resume=words)`: what it carries is written beside the work, and a process that dies
                # in that moment has lost an answer.
                (waiting,) = self._graph.get_state(self._where).next
                self._graph.update_state(
                    self._where, {"turns": turns, "files": attached, "approved": None, "done": False}, waiting
                )
                self._invoke(None)
            else:  # a conversation that came to an end without a plan begins anew with what was said before
                self._invoke({"turns": turns, "files": attached})
            return self._planned()

    def planned(self) -> Planned:
        """The plan as it stands. Raises: Problem where nothing was said yet."""
        with self._checkpoints.turn(self.id):
            self._go_on()
            return self._planned()

    def approve(self, seen: str | None = None) -> bool:
        """A yes to the plan that the user has seen; true where the plan is that one and stands approved.

        Args:
            seen: hash of the spec as it was shown; default what this object returned last.
        """
        seen = seen or self._seen
        if seen is None:
            raise Problem("No plan was shown yet that a yes could be for.", next_step="Say what you need first.")
        with self._checkpoints.turn(self.id):
            self._go_on()
            if self._waits and self._state["plan"]["status"] == "ready":
                self._invoke(Command(resume={"approve": seen}))
            return self.approved == seen

    def close(self) -> None:
        if self._own:
            self._checkpoints.close()

    def _go_on(self) -> None:
        """Finish what a process that died was about; where it waits for the user it goes on waiting."""
        if self._opened:
            self._opened = False
            if self._graph.get_state(self._where).next:
                self._invoke(None)

    def _invoke(self, message: Any) -> None:
        self._graph.invoke(message, self._where, durability="sync")
        self._checkpoints.trim(self.id)

    def _planned(self) -> Planned:
        state = self._state
        if "plan" not in state:
            raise Problem(f"There is no conversation {self.id} here.", next_step="Begin one by saying what you need.")
        plan = Plan.model_validate(state["plan"])
        self._seen = hash_of(state) if plan.spec is not None else None
        return Planned(plan, state["reply"])


def _storable(words: str) -> str:
    """Halves of characters and NUL, which no database takes, as the sign for what can't be read."""
    return words.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
