"""GPU-hours and hours on the clock, in many mouths; other durations stay out."""

from typing import Any

import pytest

from tests.planner.reader.settings_bank import faults


def gpu(hours: float) -> dict[str, Any]:
    return {"budget.gpu_hours": hours}


def clock(hours: float) -> dict[str, Any]:
    return {"budget.wall_clock_hours": hours}


BANK: list[tuple[str, dict[str, Any]]] = [
    ("it can run overnight", clock(12)),
    ("You can use this laptop for half an hour.", {**clock(0.5), "compute.where": "local"}),
    ("you have our PC for two hours, then I need it", {**clock(2), "compute.where": "local"}),
    ("all weekend so sixty hours wall clock tops", clock(60)),
    ("stop after 9H wallclock", clock(9)),
    ("Max 8 GPU hours please\n*80 lol", gpu(80)),
    ("The machine is yours from 6 in the evening to 6 in the morning, so 12 hours.", clock(12)),
    ("Don't let it run longer than two days.", clock(48)),
    ("It has to be through in 36 hours.", clock(36)),
    ("20h of GPU", gpu(20)),
    ("We have 150 GPU-hours left on the grant.", gpu(150)),
    ("gpu_hours=64", gpu(64)),
    ("gpu hours: 12", gpu(12)),
    ("wall clock: 10h", clock(10)),
    ("wall_clock_hours = 5", clock(5)),
    ("| GPU hours | 40 |\n|---|---|\n| hours on the clock | 24 |", gpu(40) | clock(24)),
    ("- at most 30 GPU hours\n- at most 15 hours wall time", gpu(30) | clock(15)),
    ("Not more than a hundred and twenty GPU hours.", gpu(120)),
    ("training shouldn't take more than 90 minutes", clock(1.5)),
    ("The node is booked for us for four days.", clock(96)),
    ("A week of computing is fine.", clock(168)),
    ("you may use the card for 5 hours", clock(5)),
    ("The cluster gives us 500 gpuh for the quarter.", gpu(500)),
    ("Three hours of training at most.", clock(3)),
    ("Let it chew on it for a day and a half, no longer.", clock(36)),
    ("If it isn't done after eight hours, abort.", clock(8)),
    ("Kill the job after 7 hours.", clock(7)),
    ("We can let it compute over the weekend.", clock(48)),
    ("From Friday night to Monday morning nobody needs the server, let it run all weekend.", clock(48)),
    ("It has one night.", clock(12)),
    ("Compute: max 25 GPU h, 18 h wall clock", gpu(25) | clock(18)),
    ("30 hours of A100 time", gpu(30) | {"compute.gpu": "a100"}),
    ("Höchstens 20 GPU-Stunden.", gpu(20)),
    ("Das Training darf maximal 6 Stunden dauern.", clock(6)),
    ("24 heures de calcul maximum.", clock(24)),
    ("two hours tops for the whole run", clock(2)),
    ("Time: half a day.", clock(12)),
    # others
    ("We work 38 hours a week.", {}),
    ("Nights are quiet, two calls on average.", {}),
    ("Our shop is open 10 hours a day.", {}),
    ("Patients wait three hours in the emergency room.", {}),
    ("The training of a new colleague takes six weeks.", {}),
    ("The course runs for three days.", {}),
    ("Recordings of 400 hours were transcribed.", {}),
    ("Tours take two hours and start at noon.", {}),
    ("The last run took 30 GPU hours.", {}),
    ("Overnight guests get breakfast.", {}),
    ("Orders placed before 2 pm are delivered overnight.", {}),
    ("Our machines run 24 hours, seven days a week.", {}),
    ("Returns are possible for 30 days.", {}),
    ("We used up 200 GPU hours on the last model.", {}),
    ("Night shift starts at ten and lasts 8 hours.", {}),
    ("It takes a colleague 20 minutes to answer one.", {}),
    ("The battery lasts 10 hours.", {}),
    ("On weekends we only have two people.", {}),
    # more mouths
    ("I need the box back after 10 hours.", clock(10)),
    ("We can give it 3 days of machine time.", clock(72)),
    ("The whole training must fit into a working day of eight hours.", clock(8)),
    ("stop it when it has run for 20 hours", clock(20)),
    ("Our slot on the cluster is 48 hours long.", clock(48)),
    ("The cluster slot is 16 h.", clock(16)),
    ("It's allowed to take its time, up to five days.", clock(120)),
    ("max runtime: 14h", clock(14)),
    ("runtime limit 30 hours", clock(30)),
    ("600 GPU-hours and 5 days on the clock.", gpu(600) | clock(120)),
    ("It should have finished on its own after one night.", clock(12)),
    ("Weekend run only, 40 hours on the clock and then it has to be finished.", clock(40)),
    ("Please let it work during the night, by morning we need the machine.", clock(12)),
    ("time on the machine: two nights", clock(24)),
    ("not longer than one working day (8h)", clock(8)),
    ("GPU time: 25 hours", gpu(25)),
    ("You get 200 hours of GPU from our allocation.", gpu(200)),
    ("compute allowance 90 gpu-hrs", gpu(90)),
    ("around 80 GPU hours should do, use that as the limit", gpu(80)),
    ("two GPU days", gpu(48)),
    ("limit: 35 accelerator hours", gpu(35)),
    ("We answer tickets around the clock, 24 hours a day.", {}),
    ("Members can borrow a drill for two days.", {}),
    ("A repair takes 5 hours on average.", {}),
    ("The data covers 18 months.", {}),
    ("The warranty runs for 24 months.", {}),
    ("Complaints have to be handled in 48 hours.", {}),
    ("The night bus runs all weekend.", {}),
    ("Our weekend opening is 10 to 4.", {}),
    ("The festival lasts three days and nights.", {}),
    ("Response within one working day is what we promise customers.", {}),
    ("Last year's training took 30 hours.", {}),
    ("Staff get 5 days of training a year.", {}),
    # a limit alone
    ("Two days at most, and 92% right.", clock(48)),
    ("No more than 20 hours.", clock(20)),
    ("Guests may stay two days at most.", {}),
    ("We return calls in two days at most.", {}),
    # minutes
    ("\n\n## What it may cost\n\nAt most 5 minutes and no money.", clock(0.0833)),
    ("\n\nLimits:\n- at most 10 minutes\n- 3 trials", clock(0.1667) | {"search.trials": 3}),
    ("Training in under 10 minutes please.", clock(0.1667)),
    ("The run may take 45 minutes at most.", clock(0.75)),
    ("A reply must come in at most 5 minutes.", {}),
    ("Callers wait 4 minutes on average.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), [pytest.param(*pair, id=pair[0][:90]) for pair in BANK])
def test_the_words_settle(words: str, wanted: dict[str, Any]) -> None:
    assert faults(words, wanted) == []
