"""What the search tries: the user's own ranges, or a few settings round the rules' choice."""

import math
from typing import Any

from training.spec import Problem

Space = dict[str, dict[str, Any]]
"""Setting's name to {"low", "high", "log", "whole"} for a range of numbers, or {"choices"}."""


def search_space(asked: dict[str, list[float | int | str]], defaults: dict[str, Any], known: set[str]) -> Space:
    """The space to search.

    Args:
        asked: the spec's `search.parameters`: [low, high] for numbers, or a list of choices.
        defaults: the settings that the rules chose for fine-tuning.
        known: the names that the trainer understands.
    Raises: Problem for a name that the trainer does not know, or a range that is none.
    """
    if not asked:
        rate, batch = float(defaults["learning_rate"]), int(defaults["batch_size"])
        return {
            "learning_rate": {"low": rate / 4, "high": rate * 4, "log": True, "whole": False},
            "batch_size": {"choices": sorted({max(2, batch // 2), batch, batch * 2})},
            "weight_decay": {"choices": [0.0, 0.01, 0.1]},
        }
    space: Space = {}
    for name, values in asked.items():
        if name not in known:
            raise Problem(
                f"The trainer has no setting called {name}.",
                next_step=f"It has {', '.join(sorted(known))}.",
            )
        numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
        if len(values) == 2 and len(numbers) == 2 and numbers[0] < numbers[1]:
            low, high = numbers
            # Over a factor of ten the question is "which order of magnitude", so each order gets its share.
            space[name] = {
                "low": low,
                "high": high,
                "log": low > 0 and high / low >= 10,
                "whole": all(isinstance(value, int) for value in numbers),
            }
        elif values:
            space[name] = {"choices": list(values)}
        else:
            raise Problem(f"The search has no values for {name}.", next_step="Give [low, high], or a list of choices.")
    return space


def into_space(space: Space, defaults: dict[str, Any]) -> dict[str, Any]:
    """The rules' choice moved to the nearest point of the space: what the first trial tries."""
    point: dict[str, Any] = {}
    for name, part in space.items():
        default = defaults.get(name)
        if "choices" in part:
            choices = part["choices"]
            numeric = isinstance(default, int | float) and all(isinstance(item, int | float) for item in choices)
            point[name] = (
                default
                if default in choices
                else min(choices, key=lambda item: abs(item - default))
                if numeric
                else choices[0]
            )
        else:
            low, high = part["low"], part["high"]
            middle = math.sqrt(low * high) if part["log"] else (low + high) / 2
            value = middle if not isinstance(default, int | float) else min(high, max(low, default))
            point[name] = round(value) if part["whole"] else value
    return point
