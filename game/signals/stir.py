"""Stir: how much the visitor moves, fast up and slow down."""

from __future__ import annotations

import math

RISE_S = 0.25
FALL_S = 7.0
FULL_SPEED_PER_S = 1.2
"""Pointer speed, in widths of the picture a second, that counts as moving fully."""
PRESS_S = 0.35
"""A press, or a key, counts as moving fully for this long."""


class Stir:
    """The signal `stir`, 0..1, from the pointer and the keys."""

    def __init__(self) -> None:
        self.level = 0.0
        self._moved = 0.0
        self._press_left_s = 0.0

    def moved(self, distance: float) -> None:
        """The pointer moved by this share of the picture's width."""
        self._moved += abs(distance)

    def pressed(self) -> None:
        """A button or a key went down."""
        self._press_left_s = PRESS_S

    def step(self, dt_s: float) -> float:
        """Move on by a time step; returns the level."""
        if dt_s <= 0.0:
            return self.level
        goal = min(self._moved / dt_s / FULL_SPEED_PER_S, 1.0)
        if self._press_left_s > 0.0:
            goal = 1.0
        self._moved = 0.0
        self._press_left_s -= dt_s
        time_s = RISE_S if goal > self.level else FALL_S
        self.level = goal + (self.level - goal) * math.exp(-dt_s / time_s)
        return self.level
