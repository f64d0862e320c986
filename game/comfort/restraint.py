"""How far a picture may follow what is painted, cell by cell, so that nothing on it flashes."""

from __future__ import annotations

from collections import deque

import numpy as np
from numpy.typing import NDArray

from game.comfort.areas import fullest_field, largest_area
from game.comfort.turns import COLUMNS, ROWS, Grid, LuminanceTurns, Mask, RedTurns, luminance

CHANGE = 0.07
RED_DISTANCE = 0.15
RED_SHARE = 0.75
"""Stricter than the limits themselves: what is seen here is sampled, and a frame old."""
WINDOW_S = 1.2
"""A flash every second is the most; two changes within a little more than that are one on its way."""
AREA_CELLS = 16
FIELD_RATIO = 0.15
"""What fills less than this, connected or scattered over ten degrees of sight, may glitter."""
SLEW_PER_S = 0.045
"""The fastest change of what is held, in gamma 2: less than 0.1 of luminance in a second."""
RECOVER_S = 1.5
MEMORY_S = 1.0


class Restraint:
    """Give it every painted picture in turn, small; it tells how much of it may come through.

    A cell that changed twice within a second, in an area large enough to be a flash, is held: the picture there
    only drifts towards what is painted. When the paint has been calm for a while it is let go again, softly.
    """

    def __init__(self) -> None:
        self._turns: tuple[LuminanceTurns, RedTurns] | None = None
        self._t_s = 0.0
        self._last_s = np.full((ROWS, COLUMNS), -np.inf)
        self._before_s = np.full((ROWS, COLUMNS), -np.inf)
        """When each cell changed last, and when before that."""
        self._wary = np.zeros((ROWS, COLUMNS))
        """1 where the picture is held, falling to 0 after that."""
        self._changed_s = -np.inf
        """When anything changed last."""
        self._recent: deque[tuple[float, Grid]] = deque()
        """When what was painted within the last second."""

    def see(self, colour: Grid, dt_s: float) -> Grid | None:
        """Take linear light (36, 64, 3) and the time since the one before.

        Returns the share (0..1) of the way to the painted picture that each cell may go with this frame; None
        where all may be shown as it is.
        """
        self._t_s += dt_s
        self._remember(colour)
        held = self._held()
        if held is None and not self._wary.any():
            return None
        rested = np.maximum(self._wary - dt_s / RECOVER_S, 0)
        self._wary = rested if held is None else np.where(held, 1, rested)
        return self._freedom(dt_s)

    def _remember(self, colour: Grid) -> None:
        if self._turns is None:
            self._turns = LuminanceTurns(luminance(colour), CHANGE), RedTurns(colour, RED_DISTANCE, RED_SHARE)
        light, red = self._turns
        changed = light.changed(luminance(colour)) | red.changed(colour)
        if changed.any():
            self._before_s[changed] = self._last_s[changed]
            self._last_s[changed] = self._changed_s = self._t_s
        self._recent.append((self._t_s, colour))
        while self._recent[0][0] < self._t_s - MEMORY_S:
            self._recent.popleft()

    def _held(self) -> Mask | None:
        """The cells to hold, with a rim round them; None if there are none."""
        since_s = self._t_s - WINDOW_S
        if self._changed_s <= since_s:
            return None
        restless: Mask = (self._before_s > since_s) | ((self._wary > 0) & (self._last_s > since_s))
        if np.count_nonzero(restless) < AREA_CELLS:
            return None
        if largest_area(restless) < AREA_CELLS and fullest_field(restless) < FIELD_RATIO:
            return None
        return _with_rim(restless)

    def _freedom(self, dt_s: float) -> Grid:
        painted = np.sqrt(np.stack([colour for _, colour in self._recent]))
        span = np.ptp(painted, axis=0).max(-1)
        drift = np.minimum(SLEW_PER_S * dt_s / np.maximum(span, 1e-3), 1)
        back = 1 - np.exp(-dt_s / (0.4 * RECOVER_S * np.maximum(self._wary, 1e-3)))
        free: Grid = np.where(self._wary >= 1, drift, np.maximum(drift, back)).astype(np.float32)
        return free


def _with_rim(mask: Mask) -> Mask:
    """The mask and the cells that touch it: between two cells the picture is mixed."""
    wide: NDArray[np.bool_] = np.pad(mask, 1)
    across = wide[:, :-2] | wide[:, 1:-1] | wide[:, 2:]
    rimmed: Mask = across[:-2] | across[1:-1] | across[2:]
    return rimmed
