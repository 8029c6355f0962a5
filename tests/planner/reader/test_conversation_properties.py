"""For every figure of every opening: named anew, exchanged, dropped and brought back, it changes and no other does."""

from typing import Any

import pytest

from planner.reader.slots import Slot, slots_of
from planner.reader.state import State
from tests.planner.reader.conversations import FILES, OPENINGS
from tests.planner.reader.digest import Digest, digest
from tests.planner.reader.reading import read_turns
from tests.planner.reader.test_conversation_voices_bank import CLUB, COURT, FLEET, GARDEN, LAB

NAMES = {
    "budget.cost": "money limit", "search.trials": "number of trials", "gates.accuracy": "accuracy", "gates.f1": "F1",
    "gates.latency_p95_seconds": "response time", "gates.rouge_l": "rouge", "gates.format_valid_rate": "JSON rule",
    "gates.hallucination_rate": "hallucination limit", "budget.gpu_hours": "GPU hours", "budget.wall_clock_hours": "time limit",
    "model.max_parameters": "size limit", "model.experts": "number of experts", "compute.gpus": "number of GPUs",
    "data.synthetic.examples": "generated examples", "data.holdout": "holdout", "monitoring.every_days": "retraining",
}  # fmt: skip
CHANGES = (
    "the {name} should be {new}", "please change the {name} to {new}", "{name}: {new}", "{new} instead of {old}",
    "not {old}, {new}", "{old} is wrong, it must be {new}", "set the {name} to {new}, everything else stays",
)  # fmt: skip
DROPS = ("drop the {name}", "we no longer need the {name}", "the {name} can go", "the {name} doesn't matter any more")
NOTHING = ("why {old}?", "what if the {name} were {new}?", "is {new} possible?", "the {name} is approved")
RETURNS = (
    ("drop the {name}", "put the {name} back"), ("{name}: {new}", "undo that"), ("the {name}: {new}", "hm, {old} was better"),
    ("make the {name} {new}", "no, the original {name} please"),
)  # fmt: skip
_SPECIFIC = ("compute.gpus", "model.experts", "search.trials")
"""Without them something else is meant than no limit; `test_conversation_turns_bank` has those."""


def _written(slot: Slot, value: float, currency: str) -> str:
    if slot.unit == "params":
        return f"{value / 1e9:g}B"
    unit = {"money": f" {currency}", "share": "%", "seconds": " seconds", "hours": " hours", "days": " days"}.get(
        slot.unit, ""
    )
    return f"{value * 100 if slot.unit == 'share' else value:g}{unit}"


def _other(slot: Slot) -> float:
    if slot.unit == "share":
        return round(slot.value - 0.02 if slot.value > 0.5 else slot.value + 0.03, 4)
    return slot.value + 3 if slot.unit in ("count", "days") else slot.value * 2


def _wanted(base: Digest, slot: Slot, value: float | None) -> Digest:
    key = "budget.cost.amount" if slot.name == "budget.cost" else slot.name
    gone = (
        {key, "budget.cost.currency"} if value is None and slot.unit == "money" else {key} if value is None else set()
    )
    changed: Any = f"{str(base[key]).split()[0]} {value:g}" if slot.name.startswith("gates.") and value else value
    return {name: changed if name == key else old for name, old in base.items() if name not in gone}


@pytest.mark.parametrize("opening", [*OPENINGS.values(), GARDEN, LAB, CLUB, COURT, FLEET], ids=lambda text: text[:40])
def test_a_figure_is_changed_dropped_and_restored_alone(opening: str) -> None:
    files = next((FILES[name] for name, text in OPENINGS.items() if text == opening and name in FILES), None)
    wishes = read_turns(opening, files=files)
    base = digest(wishes)
    wrong: list[str] = []
    for slot in slots_of(State(claims=wishes.claims)):
        name, new = NAMES.get(slot.name), _other(slot)
        if name is None or "disputed" in base:
            continue
        currency = str(base.get("budget.cost.currency", ""))
        words = {"name": name, "new": _written(slot, new, currency), "old": _written(slot, slot.value, currency)}
        tried: list[tuple[tuple[str, ...], Digest]] = [((text,), _wanted(base, slot, new)) for text in CHANGES]
        tried += [((text,), _wanted(base, slot, None)) for text in DROPS if slot.name not in _SPECIFIC]
        tried += [((text,), base) for text in NOTHING]
        tried += [(turns, base) for turns in RETURNS if slot.name not in _SPECIFIC]
        for turns, wanted in tried:
            said = [text.format(**words) for text in turns]
            found = digest(read_turns(opening, *said, files=files))
            if {k: str(v) for k, v in found.items()} != {k: _like(v, found.get(k)) for k, v in wanted.items()}:
                wrong.append(
                    f"{' / '.join(said)}: { {k: found.get(k) for k in found | wanted if found.get(k) != wanted.get(k)} }"
                )
    assert not wrong, "\n".join(wrong)


def _like(wanted: Any, found: Any) -> str:
    """As text; numbers that are the same are written the same."""
    if (
        isinstance(wanted, float | int)
        and isinstance(found, float | int)
        and abs(wanted - found) < 1e-6 * max(1.0, wanted)
    ):
        return str(found)
    return str(wanted)
