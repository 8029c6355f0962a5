"""A planning conversation stops for answers and approval, and goes on days later in another process."""

import json
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from langgraph.checkpoint.sqlite import SqliteSaver
from langgraph.types import Command

from planner.claims import Wishes
from planner.graph import conversation, hash_of
from planner.reader import read
from planner.surveyed import Survey
from tests.planner.plans import SMALL, TODAY, chats

READY = "Answer our customers the way we did in chats.jsonl. 8 of 10 answers must be right."
THREAD: Any = {"configurable": {"thread_id": "desk"}}


@pytest.fixture
def graph(tmp_path: Path) -> Any:
    return opened(tmp_path / "talk.db")


def opened(database: Path, survey: Survey | None = None, today: date = TODAY) -> Any:
    saver = SqliteSaver(sqlite3.connect(database, check_same_thread=False))
    measured = survey or Survey(sources=[chats()])
    return conversation(saver, hardware=SMALL, surveyor=lambda wishes, files: measured, today=lambda: today)


def begin(graph: Any, text: str = READY, files: list[str] | None = None) -> Any:
    return graph.invoke({"turns": [text], "files": files or ["chats.jsonl"]}, THREAD, durability="sync")


def waiting(state: Any) -> dict[str, Any]:
    (stop,) = state["__interrupt__"]
    return dict(stop.value)


def test_a_ready_plan_waits_for_approval_of_exactly_this_spec(graph: Any) -> None:
    state = begin(graph)
    stop = waiting(state)
    assert stop["kind"] == "approval"
    assert stop["spec_hash"] == hash_of(state)
    done = graph.invoke(Command(resume={"approve": stop["spec_hash"]}), THREAD)
    assert done["approved"] == stop["spec_hash"]
    assert "__interrupt__" not in done


def test_an_edited_plan_needs_a_new_yes(graph: Any) -> None:
    first = waiting(begin(graph))
    second = waiting(graph.invoke(Command(resume="Make it 12 trials."), THREAD))
    assert second["spec_hash"] != first["spec_hash"]
    stale = graph.invoke(Command(resume={"approve": first["spec_hash"]}), THREAD)
    assert stale["approved"] is None
    assert waiting(stale)["spec_hash"] == second["spec_hash"]
    done = graph.invoke(Command(resume={"approve": second["spec_hash"]}), THREAD)
    assert done["approved"] == second["spec_hash"]
    assert done["plan"]["spec"]["search"]["trials"] == 12


def test_a_question_is_asked_and_its_answer_taken_in(tmp_path: Path) -> None:
    graph = opened(tmp_path / "talk.db", survey=Survey())
    state = graph.invoke({"turns": ["Build us a bot that answers our customers."], "files": []}, THREAD)
    stop = waiting(state)
    assert [question["field"] for question in stop["questions"]] == ["data.sources"]
    answered = graph.invoke(Command(resume="The old chats are in support_chats.jsonl"), THREAD)
    assert waiting(answered)["kind"] == "approval"
    assert answered["plan"]["spec"]["data"]["sources"][0]["path"] == "support_chats.jsonl"


def test_an_inbox_can_accept_answer_and_ignore(graph: Any) -> None:
    stop = waiting(begin(graph))
    request = stop["action_request"]
    assert request["action"] == "start_run"
    changed = waiting(graph.invoke(Command(resume={"type": "response", "args": "Make it 9 trials."}), THREAD))
    accepted = graph.invoke(Command(resume={"type": "accept", "args": {"spec_hash": changed["spec_hash"]}}), THREAD)
    assert accepted["approved"] == changed["spec_hash"]


def test_ignoring_ends_it_without_approval(graph: Any) -> None:
    begin(graph)
    ended = graph.invoke(Command(resume={"type": "ignore"}), THREAD)
    assert ended["approved"] is None
    assert "__interrupt__" not in ended


def test_small_talk_ends_at_once(graph: Any) -> None:
    state = begin(graph, "What is the capital of Mongolia?", files=[])
    assert state["plan"]["status"] == "not_a_goal"
    assert "__interrupt__" not in state


RESUME = """
import sys
from langgraph.types import Command
from pathlib import Path
from datetime import date
sys.path.insert(0, sys.argv[2])
from tests.planner.test_graph import THREAD, opened, waiting
graph = opened(Path(sys.argv[1]), today=date(2026, 11, 30))
stop = graph.get_state(THREAD).tasks[0].interrupts[0].value
done = graph.invoke(Command(resume={"approve": stop["spec_hash"]}), THREAD)
print(done["approved"], done["today"])
"""


def test_another_process_goes_on_days_later(tmp_path: Path) -> None:
    stop = waiting(begin(opened(tmp_path / "talk.db")))
    root = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-c", RESUME, str(tmp_path / "talk.db"), root]
    other = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert other.stdout.split()[0] == stop["spec_hash"]


def test_a_deadline_that_passed_while_nobody_answered_is_noticed(tmp_path: Path) -> None:
    begin(opened(tmp_path / "talk.db"), f"{READY} It must be done by 1 December 2026.")
    later = opened(tmp_path / "talk.db", today=date(2026, 12, 5))
    state = later.invoke(Command(resume="Make it 12 trials."), THREAD)
    assert waiting(state)["kind"] == "conflict"
    assert "has passed" in waiting(state)["conflicts"][0]["problem"]


def test_planning_again_from_the_same_state_gives_the_same_plan(tmp_path: Path) -> None:
    one, two = begin(opened(tmp_path / "one.db")), begin(opened(tmp_path / "two.db"))
    assert one["plan"] == two["plan"]


def test_going_on_reads_and_measures_nothing_anew(tmp_path: Path) -> None:
    """A node that waits is entered from its top; whatever costs or asks stands in a node before it."""
    done: list[str] = []

    def surveyor(wishes: Wishes, files: list[str]) -> Survey:
        done.append("measured")
        return Survey(sources=[chats()])

    def reader(turns: list[str], files: list[str], today: date) -> tuple[Wishes, str]:
        done.append(f"read {len(turns)}")
        return read(turns, files, today), ""

    saver = SqliteSaver(sqlite3.connect(tmp_path / "talk.db", check_same_thread=False))
    graph = conversation(saver, hardware=SMALL, surveyor=surveyor, reader=reader, today=lambda: TODAY)
    stop = waiting(begin(graph))
    assert done == ["read 1", "measured"]
    graph.invoke(None, THREAD)
    graph.invoke(Command(resume={"approve": "another"}), THREAD)
    assert done == ["read 1", "measured"], "neither a look nor a stale yes plans anew"
    graph.invoke(Command(resume="Make it 12 trials."), THREAD)
    assert done == ["read 1", "measured", "read 2", "measured"]
    assert graph.invoke(Command(resume={"approve": stop["spec_hash"]}), THREAD)["approved"] is None


def test_a_stale_yes_answers_no_question(tmp_path: Path) -> None:
    graph = opened(tmp_path / "talk.db", survey=Survey())
    graph.invoke({"turns": ["Build us a bot that answers our customers."], "files": []}, THREAD)
    after = graph.invoke(Command(resume={"approve": "of an earlier plan"}), THREAD)
    assert waiting(after)["kind"] == "needs_answers"
    assert len(after["turns"]) == 1


def test_what_waits_is_plain_json(tmp_path: Path) -> None:
    """A front in another language reads it, and an inbox shows it."""
    stop = waiting(begin(opened(tmp_path / "talk.db")))
    assert json.loads(json.dumps(stop)) == stop
    asked = opened(tmp_path / "other.db", survey=Survey())
    question = waiting(asked.invoke({"turns": ["Build us a bot that answers our customers."], "files": []}, THREAD))
    assert json.loads(json.dumps(question)) == question
