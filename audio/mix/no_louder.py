"""`NoLouder`: whatever a visitor turns up, the world as a whole stays as loud as it was."""

from __future__ import annotations

import math

QUICK_S, SLOW_S = 2.0, 30.0
"""Over how long two loudnesses are compared just after a change, and after a while."""
SLEW_DB_S = 2.0
LEAST_POWER = 1e-9


class NoLouder:
    """A gain of at most 1 that keeps a world, whatever is turned up in it, as loud as it was by itself.

    It compares means over 2 s after a change and over half a minute later on, so no single bird moves the rest.
    """

    def __init__(self, dt_s: float) -> None:
        self._dt_s = dt_s
        self._own = self._heard = 0.0
        self._memory_s = QUICK_S
        self._gain_db = 0.0

    def forget(self) -> None:
        """The visitor has changed something: what was heard before says little."""
        self._memory_s = QUICK_S

    def step(self, own: float, heard: float) -> float:
        """Take the power of a block as written and as mixed; return the gain in dB."""
        self._memory_s = min(self._memory_s + self._dt_s, SLOW_S)
        share = self._dt_s / self._memory_s
        self._own += (own - self._own) * share
        self._heard += (heard - self._heard) * share
        goal_db = 10 * math.log10((self._own + LEAST_POWER) / (self._heard + LEAST_POWER))
        most = SLEW_DB_S * self._dt_s
        self._gain_db += min(max(min(goal_db, 0.0) - self._gain_db, -most), most)
        return self._gain_db
