"""A spec under way: values by path, and for each the reason why it is so."""

from collections.abc import Iterator
from typing import Any

from planner.chosen import Chosen
from training.spec import Provenance

NULLABLE = ("budget.cost", "data.synthetic", "monitoring", "monitoring.retrain_when")
"""Objects that are null as a whole where nothing is asked of them."""


class Draft:
    """Values are put in once, each with its reason; what comes out are the spec's JSON and its provenance."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}
        """Decided fields by dotted path."""
        self._reasons: dict[str, Chosen] = {}

    def put(self, path: str, chosen: Chosen) -> None:
        self.known[path] = chosen.value
        pointer = "/" + path.replace(".", "/")
        if chosen.why or pointer not in self._reasons:  # an empty reason completes a value and keeps its reason
            self._reasons[pointer] = chosen.because()
        for part, reason in chosen.parts.items():
            self._reasons[pointer + part] = reason.because()

    def clear(self, path: str, why: str) -> None:
        """Sets a disputed field, or an item's field such as `gates.0.value`, to null."""
        steps = path.split(".")
        for length in range(len(steps), 0, -1):
            head, rest = ".".join(steps[:length]), steps[length:]
            if head in self.known:
                self.known[head] = _without(self.known[head], rest)
                break
        else:
            below = [known for known in self.known if known.startswith(path + ".")]
            for known in below:
                if path in NULLABLE:
                    del self.known[known]
                else:
                    self.known[known] = None
            if path in NULLABLE:
                self.known[path] = None
        pointer = "/" + path.replace(".", "/")
        for stale in [known for known in self._reasons if known == pointer or known.startswith(pointer + "/")]:
            del self._reasons[stale]
        self._reasons[pointer] = Chosen(None, why, "rule")

    def nested(self) -> dict[str, Any]:
        """The spec as nested JSON."""
        spec: dict[str, Any] = {}
        # A null object (`monitoring`) comes before its parts, which are then absent.
        for path in sorted(self.known):
            *folders, last = path.split(".")
            place: Any = spec
            for folder in folders:
                place = place.setdefault(folder, {}) if isinstance(place, dict) else None
            if isinstance(place, dict):
                place[last] = self.known[path]
        return spec

    def provenance(self, spec: dict[str, Any]) -> dict[str, Provenance]:
        """An entry for every leaf of the finished spec.

        Raises: LookupError for a leaf that no rule has put there: a value never comes from nowhere.
        """
        entries = {}
        for pointer in leaves(spec):
            reason = self._reason(pointer)
            entries[pointer] = Provenance(source=reason.origin, why=reason.why, quote=reason.quote)
        return entries

    def reason(self, path: str) -> Chosen | None:
        """Why a field, or a part of it, is what it is."""
        try:
            return self._reason("/" + path.replace(".", "/"))
        except LookupError:
            return None

    def _reason(self, pointer: str) -> Chosen:
        place = pointer
        while place:
            if place in self._reasons:
                return self._reasons[place]
            place = place.rpartition("/")[0]
        raise LookupError(f"nothing says where {pointer} comes from")


def leaves(value: Any, pointer: str = "") -> Iterator[str]:
    """JSON pointers of a value's leaves; an empty list or object is one."""
    if isinstance(value, dict) and value:
        for key, child in value.items():
            yield from leaves(child, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list) and value:
        for index, child in enumerate(value):
            yield from leaves(child, f"{pointer}/{index}")
    else:
        yield pointer


def _without(value: Any, steps: list[str]) -> Any:
    """A copy of `value` in which the place that `steps` lead to is null."""
    if not steps:
        if isinstance(value, dict):  # an item of a list: its path still says which one it was
            return {
                key: item if key == "path" else [] if isinstance(item, list) else None for key, item in value.items()
            }
        return None
    if isinstance(value, list) and steps[0].isdigit() and int(steps[0]) < len(value):
        index = int(steps[0])
        return [_without(item, steps[1:]) if i == index else item for i, item in enumerate(value)]
    if isinstance(value, dict) and len(steps) == 1 and isinstance(value.get(steps[0]), list):
        return {**value, steps[0]: []}  # a source's phrases: an item's list has no null
    if isinstance(value, dict) and steps[0] in value:
        return {key: _without(item, steps[1:]) if key == steps[0] else item for key, item in value.items()}
    return value
