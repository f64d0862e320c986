"""How much is sung, and when nothing is."""

from __future__ import annotations

import math

import numpy as np

from audio.score.moment import Moment

_SPARSER_SETTLED = 0.5
_UNEVEN = 0.25
_MOST_OWED = 4.0
"""Notes that waiting for the breath can save up."""
_REST_AFTER_S, _REST_S = (480.0, 720.0), (60.0, 100.0)
"""Every 8 to 12 minutes the melody is silent for a minute or more: pauses are what calms most (Bernardi 2006)."""
_REST_SHARE = 80.0 / 680.0
_FIRST_S = (6.0, 12.0)


class Density:
    """When the next phrase is due, so that there are as many notes a minute as asked for, answers among them.

    Half as many once a visit has settled; now and then a long rest, for which the rest is a little denser.
    """

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._sung = 0.0
        """Notes that have been sung and still have to be waited for."""
        self._rest_s = float(chance.uniform(*_FIRST_S))
        self._rest_in_s = float(chance.uniform(*_REST_AFTER_S))
        self.due_s = math.inf
        """Since when the next phrase is due."""

    def rate_per_min(self, now: Moment) -> float:
        """Notes a minute between the long rests."""
        settled = 1.0 - _SPARSER_SETTLED * now.signals.settle
        return now.asked["notes_per_min"] * settled / (1.0 - _REST_SHARE)

    def step(self, now: Moment) -> None:
        """Wait for a block; where no notes are asked for nothing comes due."""
        if self._rest_s > 0.0:
            self._rest_s -= now.step_s
            return
        rate_per_min = self.rate_per_min(now)
        if rate_per_min <= 0.0:
            self.due_s = math.inf
            return
        self._rest_in_s -= now.step_s
        self._sung = max(self._sung - rate_per_min * now.step_s / 60.0, -_MOST_OWED)
        if self._sung <= 0.0:
            self.due_s = min(self.due_s, now.now_s)

    def spend(self, count: int) -> None:
        """Count notes that are sung now.

        What was saved up while the phrase waited for the breath counts for the next, so that waiting never thins
        the melody.
        """
        self._sung += count * math.exp(float(self._chance.normal(-0.5 * _UNEVEN**2, _UNEVEN)))
        self.due_s = math.inf
        if self._rest_in_s <= 0.0:
            self._rest_s = float(self._chance.uniform(*_REST_S))
            self._rest_in_s = float(self._chance.uniform(*_REST_AFTER_S))
