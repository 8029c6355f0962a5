"""Ending a training early and well, where the machine turns out slower than the plan thought.

A cosine schedule that is simply cut leaves a high learning rate and noisy weights. So, when the projected end
lies beyond the time allowed, the rate is brought down to zero in a straight line over the steps that still fit,
as the cooldown of a warmup-stable-decay schedule does (Hägele et al. 2024, https://arxiv.org/abs/2405.18392).
While time is not short nothing happens, so a run on a machine of the planned speed is the same every time.
"""

import time
from typing import Any

from pydantic import BaseModel, ConfigDict

SHARE = 0.2
"""Of the time, for the landing."""
PATIENCE = 1.1
"""A projected end of up to a tenth beyond the limit is let be: the budget has more room than that."""


class Landing(BaseModel):
    """Where the descent begins and ends; in a checkpoint, so that a resumed training lands at the same step."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    begin: int
    end: int

    def factor(self, step: int) -> float:
        """On the rate of the step after `step`: from 1 down to nearly 0."""
        return max(0.0, min(1.0, (self.end - step) / max(1, self.end - self.begin)))


class Clock:
    """How long a training has taken over all its resumes, and whether it must land.

    Args:
        limit_seconds: what it may take; null for as long as it likes.
        kept: what an earlier part left in its checkpoint.
    """

    def __init__(self, limit_seconds: float | None, kept: dict[str, Any] | None = None) -> None:
        self._limit = limit_seconds
        self._before = float((kept or {}).get("seconds", 0.0))
        landing = (kept or {}).get("landing")
        self.landing = Landing.model_validate(landing) if landing else None
        self._began = time.monotonic()
        self._first_step: int | None = None

    def seconds(self) -> float:
        return self._before + time.monotonic() - self._began

    def keep(self) -> dict[str, Any]:
        """For the checkpoint."""
        return {"seconds": self.seconds(), "landing": self.landing.model_dump() if self.landing else None}

    def after_step(self, step: int, last: int) -> Landing | None:
        """The landing, where one is under way or must begin now."""
        if self._first_step is None:
            # The first step of a process pays for what is set up once: it tells nothing about the others.
            self._first_step, self._first_at = step, time.monotonic()
            return self.landing
        if self.landing is not None or self._limit is None or step >= last or step - self._first_step < 5:
            return self.landing
        pace = (time.monotonic() - self._first_at) / (step - self._first_step)
        left = self._limit - self.seconds()
        if (last - step) * pace > left * PATIENCE and left <= SHARE * self._limit:
            steps = max(1, min(last - step, int(left / pace)))
            self.landing = Landing(begin=step, end=step + steps)
        return self.landing
