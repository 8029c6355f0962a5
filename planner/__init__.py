"""Words become a plan. Light to import: `planner.plan` and its kin are loaded when they are first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.conversation import plan_conversation
    from planner.hardware import Hardware, this_hardware
    from planner.planning import plan
    from planner.surveyed import Survey

__all__ = ["Hardware", "Survey", "plan", "plan_conversation", "this_hardware"]

_HOMES = {
    "Hardware": "planner.hardware",
    "Survey": "planner.surveyed",
    "plan": "planner.planning",
    "plan_conversation": "planner.conversation",
    "this_hardware": "planner.hardware",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'planner' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOMES[name]), name)
