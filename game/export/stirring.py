"""How much a visit's touches stir its world."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.export.fingers import Fingers

if TYPE_CHECKING:
    from game.export.visit import Visit

TICK_HZ = 60.0
A_HAIR = 1e-6
"""Of a tick: moments of a grid of frames are not quite whole numbers of ticks."""


class Stirring:
    """The signal `stir` as the same hand makes it in the window, a pure function of time: it moves in ticks of its
    own, so it is alike at any rate of frames, in picture and sound, and wherever one begins. Cheapest asked in the
    order of time."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._first = math.floor(visit.touches[0].t_s * TICK_HZ) if visit.touches else 0
        self._begin()

    def at(self, t_s: float) -> float:
        """The level, 0..1, at a world time."""
        if not self._visit.touches:
            return 0.0
        tick = math.floor(t_s * TICK_HZ + A_HAIR)
        if self._first <= tick < self._tick:
            self._begin()
        while self._tick < tick:
            self._fingers.during(self._tick / TICK_HZ, 1 / TICK_HZ)
            self._tick += 1
        return self._fingers.stir if tick >= self._first else 0.0

    def _begin(self) -> None:
        self._tick = self._first
        self._fingers = Fingers(self._visit, self._first / TICK_HZ)
