"""Where the light of a frame comes from, over a desert."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.scenery.desert.horizons import AZIMUTHS
from game.scenery.desert.layout import FOCUS
from game.scenery.light import LightNow, smooth_step

ASIDE = 3.0
"""How much farther aside the light stands than where its disc is seen: sand lives by light from the side."""
LOWEST = 0.09
"""Tangent of the lowest light: some crests always have it."""
SIDE = 0.95
"""Light from straight ahead leaves all that is seen in shade: that of the night, and of a high sun, comes so far
from the side the wind comes from."""
NIGHT_TANGENT = 0.5


@dataclass(frozen=True)
class Way:
    """A direction of light: radians to the right of straight ahead, and the tangent of its height."""

    azimuth: float
    tangent: float

    @property
    def vector(self) -> tuple[float, float, float]:
        """To the right, up, away; of length 1."""
        length = math.hypot(1.0, self.tangent)
        return math.sin(self.azimuth) / length, self.tangent / length, math.cos(self.azimuth) / length


def way_of(light: LightNow, aspect: float, lee: float) -> Way:
    """The way of the light of this hour."""
    turn = math.atan((light.source_x - 0.5) * aspect * ASIDE / FOCUS)
    tangent = LOWEST + 0.80 * max(light.source_height, 0.0)
    night = max(light.starlit, 0.9 * light.moon_ratio)
    turn += (-lee * SIDE + 0.3 * turn - turn) * max(night, 0.75 * smooth_step(0.3, 1.2, light.source_height))
    tangent += (NIGHT_TANGENT - tangent) * night
    return Way(float(np.clip(turn, AZIMUTHS[0], AZIMUTHS[-1])), tangent)
