"""`Meander`: levels that wander, too slowly to be noticed while they do."""

from __future__ import annotations

import numpy as np

from audio.dsp.smooth import Slew

SPAN_DB = 4.0
"""As far as a level goes to either side."""
SPREAD_DB = 1.9
"""Standard deviation of where it stands."""
KEEPS_RATIO = 0.6
"""How much of where it stands is left in where it goes next."""
LEG_S = (30.0, 80.0)
"""From one standing to the next; on average this changes by 0.03 dB a second."""
HOME_S = 6.0


class Meander:
    """A slow random walk for each of so many levels, in dB, from zero and within ±4.

    A walk is a chain of standings, each correlated with the one before, joined by raised cosines: so it has no
    corner that could be heard, and a block costs but a few additions.
    """

    def __init__(self, chance: np.random.Generator, count: int) -> None:
        self._chance = chance
        self._walks = [Slew(0.0) for _ in range(count)]
        self._wanders = False

    @property
    def at_home(self) -> bool:
        """Whether every level stands at zero for good."""
        return not self._wanders and all(walk.arrived and walk.value == 0.0 for walk in self._walks)

    def wander(self, wanders: bool) -> None:
        """Set out, or come home within a few seconds."""
        if wanders == self._wanders:
            return
        self._wanders = wanders
        for walk in self._walks:
            if wanders:
                self._go_on(walk)
            else:
                walk.head_for(0.0, HOME_S)

    def step(self, dt_s: float) -> list[float]:
        """Move on and return the levels in dB."""
        for walk in self._walks:
            if self._wanders and walk.arrived:
                self._go_on(walk)
            walk.step(dt_s)
        return [walk.value for walk in self._walks]

    def _go_on(self, walk: Slew) -> None:
        fresh = float(np.sqrt(1.0 - KEEPS_RATIO**2)) * SPREAD_DB
        goal_db = KEEPS_RATIO * walk.value + fresh * float(self._chance.standard_normal())
        walk.head_for(min(max(goal_db, -SPAN_DB), SPAN_DB), float(self._chance.uniform(*LEG_S)))
