"""Does the answer parse as what was asked for? JSON is what can be checked; other formats get no verdict."""

import json
import re
from typing import Any

from evals.graders.grader import Context

_FENCE = re.compile(r"^\s*```(?:json)?\s*\n(.*?)\n\s*```\s*$", re.DOTALL)


def format_valid(prompt: str, answer: str, reference: str, context: Context) -> float | None:
    """1 where the answer is a JSON object or list, with nothing around it. Null where no JSON was expected.

    A fence of three back-ticks around it counts as invalid: a program that reads replies would stumble.
    """
    if not wants_json(reference, context):
        return None
    return float(isinstance(parse(answer), dict | list))


def wants_json(reference: str, context: Context) -> bool:
    return context.expects_json or isinstance(parse(reference), dict | list)


def parse(text: str) -> Any:
    """The value, or null where it is no JSON. `NaN` is none: few parsers take it."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def without_fence(text: str) -> str:
    """What stands inside a fence, for graders that look at the content and not at the form."""
    match = _FENCE.match(text)
    return match[1] if match else text


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
