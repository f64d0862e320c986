"""`Gusts`: the speed of the wind from moment to moment."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from audio.dsp.walks import Path, Walks

_TAU_S = (30.0, 3.0, 1.0)
_SHARE = np.array([0.64, 0.295, 0.175])
_SEEN = 0.59
"""Share of the gusts of about ten seconds, which the picture shows too: with the others, the squares make 1."""
_SEEN_DEVIATION = 0.53
"""Of the signal `gust` about its middle, where it runs from -1 to 1 (`worlds.weather`)."""
_STRONGEST = 0.42
"""Turbulence intensity (deviation over mean) at a gust ratio of 1; open land has 0.12 to 0.2, woods more."""
_SEEN_SWING = _STRONGEST * _SEEN / _SEEN_DEVIATION
_CROWN_S, _STAND_S = 0.5, 4.0
"""How late one crown bends, and how long a gust takes through all that are heard: what each does quickly averages
out, so that the sound of a wood swells more slowly than the wind (its recordings hold next to nothing from 0.25 Hz
up)."""


class Gusts:
    """Wind speed as the sum of the gusts that are seen (the signal `gust`) and three random walks, from half a
    minute down to a second.

    Together they follow the von Karman spectrum of wind closely enough for an ear: flat below about 0.01 Hz,
    falling above (Burton et al., Wind Energy Handbook, 2nd ed., eq. 2.24). A gust walks: trees thirty metres down
    the wind hear it some seconds later, the same turbulence carried along (Taylor, "The spectrum of turbulence",
    Proceedings of the Royal Society A 164, 1938).
    """

    def __init__(self, chance: np.random.Generator, step_s: float, late_s: ArrayLike = 0.0) -> None:
        """`late_s`: how long after the nearest crowns each of several groups of them has the wind, any shape."""
        self._swings = Walks(chance, _TAU_S, step_s, _swing)
        self._lag, self._pass = (-math.expm1(-step_s / span_s) for span_s in (_CROWN_S, _STAND_S))
        self._crown_m_s = 0.0
        self.speed_m_s = -1.0
        """Speed at this moment."""
        self.canopy_m_s = 0.0
        """The same, as trees or a field answer it: each crown half a second late, and all of them together as a
        gust passes through."""
        self._late = np.rint(np.asarray(late_s, np.float64) / step_s).astype(np.intp)
        self._past = np.zeros(int(self._late.max()) + 1)
        self._now = 0

    @property
    def stand_m_s(self) -> NDArray[np.float64]:
        """`canopy_m_s` as it reaches each group of crowns, shape of `late_s`."""
        reached: NDArray[np.float64] = self._past[(self._now - self._late) % len(self._past)]
        return reached

    def step(self, mean_m_s: float, gust_ratio: float, gust: float) -> None:
        """Advance one step at this mean speed; `gust` is the signal of that name, 0..1."""
        swing = (float(self._swings.step()) + _SEEN_SWING * (2.0 * gust - 1.0)) * gust_ratio
        before, self.speed_m_s = self.speed_m_s, mean_m_s * max(0.15, 1.0 + swing)
        if before < 0.0:
            self._crown_m_s = self.canopy_m_s = self.speed_m_s
            self._past.fill(self.speed_m_s)
        self._crown_m_s += (self.speed_m_s - self._crown_m_s) * self._lag
        self.canopy_m_s += (self._crown_m_s - self.canopy_m_s) * self._pass
        self._now = (self._now + 1) % len(self._past)
        self._past[self._now] = self.canopy_m_s


def _swing(path: Path) -> Path:
    return path @ (_SHARE * _STRONGEST)
