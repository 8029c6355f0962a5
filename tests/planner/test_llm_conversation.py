"""Both readers in the planning conversation: through the environment, over turns, in the graph that waits for answers."""

from typing import Any

import pytest
from langgraph.checkpoint.memory import MemorySaver
from langgraph.types import Command

from planner.conversation import plan_conversation, read_words
from planner.graph import conversation, hash_of
from planner.llm.patience import PATIENCE
from planner.surveyed import Survey
from tests.planner import chat_server as faults
from tests.planner.chat_server import serving
from tests.planner.plans import SMALL, TODAY, chats
from tests.planner.test_llm_reader import reading, said

REQUEST = "A bot that answers our customers in German, from chats.csv. Two days at most, and 92% right."
OTHER = said("budget.wall_clock_hours", "2", "Two days at most")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> Any:
    """No setting of this machine, and nothing remembered of other tests."""
    for name in ("ATELIER_LLM", "ATELIER_LLM_KEY", "ATELIER_LLM_ALLOW", "ATELIER_LLM_SECONDS", "MISTRAL_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    PATIENCE.forget()
    yield
    PATIENCE.forget()


def test_the_environment_decides_and_the_reply_holds_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, _ = plan_conversation([REQUEST], today=TODAY, hardware=SMALL)
    assert plain.status == "ready"
    with serving(reading(OTHER)) as server:
        monkeypatch.setenv("ATELIER_LLM", f"openai:{server.url}/v1#m")
        made, reply = plan_conversation([REQUEST], today=TODAY, hardware=SMALL)
    assert made.status == "needs_answers"
    assert "at most 2 hours" in reply
    assert made.spec == plain.spec


@pytest.mark.parametrize("turns", [[REQUEST], ["Hi there!"]], ids=["a goal", "small talk"])
def test_the_reply_says_that_the_model_was_of_no_help(turns: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    plain, _ = plan_conversation(turns, today=TODAY, hardware=SMALL)
    with serving(faults.status(500)) as server:
        monkeypatch.setenv("ATELIER_LLM", f"openai:{server.url}/v1#m")
        made, reply = plan_conversation(turns, today=TODAY, hardware=SMALL)
    assert made == plain
    assert reply.endswith("so I read your words with the built-in reader alone.")


def test_a_conversation_that_waits_for_the_answer_and_asks_the_model_once_a_turn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = conversation(
        MemorySaver(),
        hardware=SMALL,
        surveyor=lambda wishes, files: Survey(sources=[chats(path="chats.csv")]),
        reader=lambda turns, files, today: read_words(turns, files=files, today=today),
        today=lambda: TODAY,
    )
    here: Any = {"configurable": {"thread_id": "one"}}
    with serving(reading(OTHER)) as server:
        monkeypatch.setenv("ATELIER_LLM", f"openai:{server.url}/v1#m")
        state: Any = graph.invoke({"turns": [REQUEST], "files": []}, here)
        assert [one["field"] for one in state["plan"]["questions"]] == ["budget.wall_clock_hours"]
        state = graph.invoke(Command(resume="the second"), here)
        assert state["plan"]["status"] == "ready"
        assert state["plan"]["spec"]["budget"]["wall_clock_hours"] == 2
        assert "approved" not in state["reply"]
        state = graph.invoke(Command(resume={"approve": hash_of(state)}), here)
        assert state["approved"]
        assert len(server.asked) == 2
