"""What a run may cost: GPU-hours, time on the clock, money. The last day is read earlier, as it bounds no data."""

from planner.reader.clock import read_clock
from planner.reader.comparators import Comparators
from planner.reader.draft import Draft
from planner.reader.gpu_hours import read_gpu_hours
from planner.reader.money import read_money
from planner.reader.senses import Senses


def read_budget(draft: Draft, comparators: Comparators, senses: Senses) -> None:
    read_gpu_hours(draft, comparators)
    read_clock(draft, comparators, senses)
    read_money(draft, comparators, senses)
