"""The planning conversation as a graph that can stop for days and go on in another process.

    listen -> survey -> settle -> (questions or conflict) -> ask   -> listen ...
                               -> (ready)    -> approve -> done, or listen again to what shall be different
                               -> (no goal)  -> done

Every node is a function of the state alone: no file is written, no model is asked to train. A node that waits holds
one `interrupt` and nothing before it that must not happen twice, since it is entered from its top when it goes on.
Imported only by those who use it: langgraph takes a second to load.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal, TypedDict

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.types import interrupt

from planner.claims import Wishes
from planner.hardware import Hardware
from planner.planning import plan
from planner.surveyed import Survey
from training.spec import Plan, spec_hash

Surveyor = Callable[[Wishes, list[str]], Survey]
"""What is asked for and attached files to what was measured; the one place where files are looked at."""

Reader = Callable[[list[str], list[str], date], tuple[Wishes, str]]
"""Turns, attached files and today to what is asked for, and a remark for the user on how it was read."""


class State(TypedDict, total=False):
    """What a checkpoint keeps: plain JSON, so that another version can still read it."""

    turns: list[str]
    files: list[str]
    today: str
    wishes: dict[str, Any]
    survey: dict[str, Any] | None
    plan: dict[str, Any]
    planned_turns: int
    """How many turns the plan takes in."""
    note: str
    reply: str
    approved: str | None
    """Hash of the spec that was approved; of no other."""
    done: bool


def conversation(
    checkpointer: BaseCheckpointSaver[Any],
    *,
    hardware: Hardware,
    surveyor: Surveyor | None = None,
    reader: Reader | None = None,
    today: Callable[[], date] = date.today,
) -> CompiledStateGraph[State, None, State, State]:
    """The compiled graph.

    Start it with `{"turns": [words], "files": [names]}`; answer it with `Command(resume=...)`: text for an answer
    or a change, or `{"approve": spec_hash}` for a yes to exactly that plan.

    Args:
        checkpointer: where the conversation is kept between its turns, such as a SqliteSaver on the store's database.
        hardware: what plans are cut to.
        surveyor: measures files; null plans without having seen them.
        reader: reads the words; null reads with the built-in one alone.
        today: the clock; read again at every turn, as days may have passed.
    """

    read = reader or _built_in

    def listen(state: State) -> State:
        day = today()
        wishes, note = read(state["turns"], state.get("files", []), day)
        return {"wishes": wishes.model_dump(mode="json"), "note": note, "today": day.isoformat()}

    def survey(state: State) -> State:
        wishes = Wishes.model_validate(state["wishes"])
        measured = surveyor(wishes, state.get("files", [])) if surveyor and wishes.is_goal else None
        return {"survey": measured.model_dump(mode="json") if measured else None}

    def settle(state: State) -> State:
        measured = Survey.model_validate(state["survey"]) if state.get("survey") else None
        made, reply = plan(
            state["turns"],
            files=state.get("files", []),
            today=date.fromisoformat(state["today"]),
            survey=measured,
            hardware=hardware,
            wishes=Wishes.model_validate(state["wishes"]),
        )
        note = state.get("note", "")
        return {
            "plan": made.model_dump(mode="json"),
            "planned_turns": len(state["turns"]),
            "reply": f"{reply}\n\n{note}" if note else reply,
            "approved": None,
            "done": False,
        }

    def ask(state: State) -> State:
        answer = interrupt(
            {
                "kind": state["plan"]["status"],
                "reply": state["reply"],
                "questions": state["plan"]["questions"],
                "conflicts": state["plan"]["conflicts"],
            }
        )
        text = _text(answer)  # empty for a yes to an earlier plan, which answers no question
        return {"turns": [*state["turns"], text] if text.strip() else state["turns"]}

    def approve(state: State) -> State:
        wanted = hash_of(state)
        answer = interrupt(
            {
                "kind": "approval",
                "reply": state["reply"],
                "spec_hash": wanted,
                "action_request": {"action": "start_run", "args": {"spec_hash": wanted}},
                "config": {"allow_accept": True, "allow_edit": True, "allow_respond": True, "allow_ignore": True},
                "description": state["reply"],
            }
        )
        if isinstance(answer, dict) and "approve" in answer:
            # A yes to an older plan is no yes to this one.
            return {"approved": wanted if answer["approve"] == wanted else None, "done": answer["approve"] == wanted}
        if isinstance(answer, dict) and answer.get("type") == "accept":
            named = (answer.get("args") or {}).get("spec_hash")
            return {"approved": wanted if named == wanted else None, "done": named == wanted}
        if isinstance(answer, dict) and answer.get("type") == "ignore":
            return {"approved": None, "done": True}
        return {"turns": [*state["turns"], _text(answer)], "approved": None, "done": False}

    graph: StateGraph[State, None, State, State] = StateGraph(State)
    graph.add_node("listen", listen)
    graph.add_node("survey", survey)
    graph.add_node("settle", settle)
    graph.add_node("ask", ask)
    graph.add_node("approve", approve)
    graph.add_edge(START, "listen")
    graph.add_edge("listen", "survey")
    graph.add_edge("survey", "settle")
    graph.add_conditional_edges("settle", _after_plan, {"ask": "ask", "approve": "approve", "end": END})
    graph.add_edge("ask", "listen")
    graph.add_conditional_edges("approve", _after_approval, {"listen": "listen", "approve": "approve", "end": END})
    return graph.compile(checkpointer=checkpointer)


def hash_of(state: State) -> str:
    """What an approval is bound to."""
    made = Plan.model_validate(state["plan"])
    assert made.spec is not None, "only a plan with a spec can be approved"
    return spec_hash(made.spec)


def _after_plan(state: State) -> Literal["ask", "approve", "end"]:
    status = state["plan"]["status"]
    return "approve" if status == "ready" else "end" if status == "not_a_goal" else "ask"


def _after_approval(state: State) -> Literal["listen", "approve", "end"]:
    if state.get("done"):
        return "end"
    # A yes to a plan that has changed since is asked for again.
    return "listen" if len(state["turns"]) > state["planned_turns"] else "approve"


def _built_in(turns: list[str], files: list[str], today: date) -> tuple[Wishes, str]:
    from planner.reader import read

    return read(turns, files=files, today=today), ""


def _text(answer: Any) -> str:
    """What a front hands back: text, or an inbox's `{"type": "response", "args": text}`."""
    if isinstance(answer, dict):
        answer = answer.get("args") or answer.get("text") or ""
        if isinstance(answer, dict):
            answer = answer.get("text") or ""
    return str(answer)
