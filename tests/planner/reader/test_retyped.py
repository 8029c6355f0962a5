"""Figures that a later message, or the same breath, types again."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults

BANK: list[tuple[str, dict[str, Any]]] = [
    ("\n[09:21] Deniz: max 8 GPU hours\n[09:21] Deniz: *80 lol", {"budget.gpu_hours": 80.0}),
    ("\n6 trials, 45 gpu hours\n4.5!! dot didn't come through", {"search.trials": 6, "budget.gpu_hours": 4.5}),
    ("\n20 trials\n*30", {"search.trials": 30}),
    ("\n2000 USD\n*2500 sorry", {"budget.cost": {"amount": 2500, "currency": "USD"}}),
    ("We've got three thousand quid no hang on Denise says two and a half thousand", {"budget.cost": {"amount": 2500, "currency": "GBP"}}),
    ("Budget 300 euros. Sorry, 350.", {"budget.cost": {"amount": 350, "currency": "EUR"}}),
    ("Max 20 trials, no wait 25", {"search.trials": 25}),
    ("two hundred dollars, well, two fifty, is what I can pay", {"budget.cost": {"amount": 250, "currency": "USD"}}),
    ("\n* 80 trials\n* 300 euros", {"search.trials": 80, "budget.cost": {"amount": 300, "currency": "EUR"}}),
    ("20 trials, and sorry for the mess in the file.", {"search.trials": 20}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0].strip()[:90]) for pair in BANK])
def test_the_last_typing_holds(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
