"""Leaning: the picture follows the pointer, slowly."""

from __future__ import annotations

import math

FOLLOW_S = 0.65


class Lean:
    """Where the visitor leans, -1..1 each way, smoothed twice so that it starts and stops softly."""

    def __init__(self) -> None:
        self._goal = self._middle = self.now = (0.0, 0.0)

    def aim(self, x: float, y: float) -> None:
        """The pointer is here: 0..1 each way, from the lower left."""
        self._goal = (_clamped(x * 2 - 1), _clamped(y * 2 - 1))

    def level(self) -> None:
        """The pointer has left: come back to the middle."""
        self._goal = (0.0, 0.0)

    def step(self, dt_s: float) -> tuple[float, float]:
        """Move on by a time step; returns where it leans now."""
        share = 1.0 - math.exp(-dt_s / (FOLLOW_S / 2))
        self._middle = _nearer(self._middle, self._goal, share)
        self.now = _nearer(self.now, self._middle, share)
        return self.now


def _clamped(x: float) -> float:
    return min(max(x, -1.0), 1.0)


def _nearer(here: tuple[float, float], there: tuple[float, float], share: float) -> tuple[float, float]:
    return here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share
