"""What the name of a field covers of what is in force, and how it is taken out."""

from typing import Any

from planner.claims import Claim
from planner.reader.field_names import speaks_of
from planner.reader.state import State


def holds(state: State, name: str) -> bool:
    """Whether something in force or in dispute goes by that name."""
    if any(name == f or f.startswith(name + ".") or name.startswith(f + ".") for d in state.disputes for f in d.fields):
        return True
    return any(claim in covered(state, name) for claim in state.claims)


def covered(state: State, name: str) -> list[Claim]:
    """Claims in force that the name of a field covers; a gate before a criterion of the same kind."""

    def own(claim: Claim) -> str:
        if claim.path == "gates":
            return f"gates.{claim.value['metric']}"
        return f"rubric.{claim.value['criterion']}" if claim.path == "rubric" else claim.path

    exact = [c for c in state.claims if own(c) == name or own(c).startswith(name + ".")]
    if not exact and name in ("gates", "rubric"):
        exact = [c for c in state.claims if c.path == name]
    if name == "gates.latency":
        exact = [c for c in state.claims if own(c).startswith("gates.latency")]
    return exact or [c for c in state.claims if speaks_of(name, own(c))]


def withdraw(state: State, path: str, key: Any, quote: str, turn: int, step: int | None = None) -> None:
    """Takes a field, or the item `key` of a list, out of what is in force."""
    if path == "data.sources":
        state.leave_out(Claim(path=path, value=key, quote=quote, turn=turn))
        return
    if step is not None:
        rollout = state.value(path)
        if isinstance(rollout, list) and len(rollout) > step:
            state.put(Claim(path=path, value=[s for k, s in enumerate(rollout) if k != step], quote=quote, turn=turn))
        return
    if path in ("stages", "languages", "delivery.formats") and key is not None:
        state.claims = [c for c in state.claims if not (c.path == path and c.value == key)]
        state.settle(path)
        if path != "languages":
            state.ruled_out = [c for c in state.ruled_out if (c.path, c.value) != (path, key)]
            state.ruled_out.append(Claim(path=path, value=key, quote=quote, turn=turn))
        return
    if path == "model.adapter" and key is not None:
        state.claims = [c for c in state.claims if not (c.path == path and c.value == key)]
        return
    head, _, tail = path.partition(".")
    if head in ("gates", "rubric") and tail:
        gone = covered(state, path)
        state.claims = [c for c in state.claims if c not in gone]
        state.settle("gates" if head == "gates" else "rubric")
        return
    if path == "model.architecture":
        state.drop("model.experts")
    state.drop(path)
    if path in ("monitoring", "data.synthetic"):
        state.put(Claim(path=path, value=None, quote=quote, turn=turn))
