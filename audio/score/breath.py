"""Waiting for the breath to turn."""

from __future__ import annotations

_STILL = 1e-4


class BreathTurns:
    """Tells when a breath is at its top or at its bottom, from the `breath` signal alone."""

    def __init__(self) -> None:
        self._before = 0.0
        self._rising = False
        self.at_top = False
        """True in the block in which breathing out begins."""
        self.at_bottom = False
        """True in the block in which breathing in begins."""

    def step(self, breath: float) -> None:
        """Take the breath of this block."""
        change = breath - self._before
        self.at_top = self._rising and change < -_STILL
        self.at_bottom = not self._rising and change > _STILL
        if abs(change) > _STILL:
            self._rising = change > 0.0
        self._before = breath
