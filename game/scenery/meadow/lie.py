"""The lie of a meadow: one slope for the grass on it and the flowers in it."""

from __future__ import annotations

import numpy as np

from game.scenery.lean import MARGIN
from game.scenery.noise import Array
from game.scenery.season import heavy_side
from game.scenery.stage import Stage

FEET = -0.13
"""Where the slope ends in front of the visitor, in screen heights."""
LOWEST = 0.165
"""How far below the horizon its crest may lie, in screen heights."""
NARROW = 1.1
"""Screens narrower than this show everything smaller."""


class Lie:
    """Places on the slope: x in screen heights from the left margin (`lean.MARGIN` beyond the screen), and u, 0 on
    the crest and 1 at the visitor's feet."""

    def __init__(self, stage: Stage) -> None:
        chance = stage.generator("meadow")
        self.width = stage.aspect * (1 + 2 * MARGIN)
        self._middle = self.width / 2
        self._top = stage.horizon_ratio - chance.uniform(0.06, 0.125)
        self._lowest = stage.horizon_ratio - LOWEST
        self._tilt = heavy_side(stage) * chance.uniform(0.018, 0.065)
        self._waves = [
            (chance.uniform(0.4, 1.0) * size, chance.uniform(0.8, 1.25) * speed, chance.uniform(0, 2 * np.pi))
            for size, speed in ((0.044, 1.5), (0.018, 3.3), (0.005, 9.0))
        ]
        self.scale = min(1.0, 0.55 + 0.45 * stage.aspect / NARROW)

    def crest(self, x: Array) -> Array:
        """Height of the crest, in screen heights from the bottom edge."""
        away = x - self._middle
        swell = [size * np.sin(away * speed + phase) for size, speed, phase in self._waves]
        y = self._top + self._tilt * np.tanh(away) + sum(swell)
        over = y - self._lowest
        return np.asarray(self._lowest + 0.5 * (over + np.sqrt(over * over + 0.0016)))

    def foot(self, x: Array, u: Array | float) -> Array:
        """Height on the screen of a place on the slope."""
        g = np.asarray(u) ** 1.3
        return np.asarray(self.crest(x) * (1 - g) + FEET * g)

    def size(self, u: Array | float) -> Array:
        """How large things look there, 1 at the visitor's feet."""
        return np.asarray((0.075 + 0.925 * np.asarray(u) ** 1.3) * self.scale)
