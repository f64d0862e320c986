"""The lie of a valley: where a river winds, how the snow lies about it, and where a house may stand.

It depends on the scene's seed, horizon and shape alone, so that every layer that stands in it finds the same one.
Lengths in metres: X to the right, Z away from the eye, which looks from a rise `EYE_M` above the ice.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.scenery.lean import MARGIN
from game.scenery.stage import Stage
from game.scenery.vista.noise import Noise

EYE_M = 17.0
FOCUS = 1.2
"""Distance of the picture from the eye, in screen heights."""
NEAR_M, FAR_M = 40.0, 900.0
FAR_RISE_M = 34.0
"""How far the valley's end climbs, so that it closes in woods and not in a ruled line."""
HILL_M = 24.0
"""How high the hills at both sides are: woods climb them."""
ICE_M = 1.3
"""How high the banks stand over the ice."""
WIDE = 1.78

Array: TypeAlias = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Yard:
    """Where a house stands: its middle on the ground, and which way it turns, in radians from facing the eye."""

    x_m: float
    z_m: float
    turn: float


class Valley:
    """One seed's valley, seen on one shape of screen."""

    def __init__(self, stage: Stage, river_ratio: float = 0.5) -> None:
        chance = stage.generator("valley")
        self.aspect, self.horizon = stage.aspect, stage.horizon_ratio
        side = 1.0 if chance.random() < 0.5 else -1.0
        self._narrow = float(np.clip(self.aspect / WIDE, 0.42, 1.25))
        self._squeeze = side * self._narrow
        self._swing, self._bends = chance.uniform(0.16, 0.27), chance.uniform(2.7, 4.3)
        self._phase = chance.uniform(-1.2, 1.4) - math.log(70 / 20) * self._bends
        self._noise = Noise(chance)
        self._wide = 1.45
        self.yard = self._choose_yard(
            chance, side
        )  # clear of the widest river: others ask for it without knowing how wide
        self._wide = (0.55 + 0.9 * river_ratio) * chance.uniform(0.85, 1.2)

    def _choose_yard(self, chance: np.random.Generator, side: float) -> Yard:
        """Beside the river, a little way up its bank, always well inside the picture."""
        z = float(chance.uniform(76, 102))
        side = side if chance.random() < 0.7 else -side
        away = float(self.river_half(np.array(z))) + 8.5 * max(self._narrow, 0.62) + chance.uniform(0, 5)
        inside = 0.30 * self.aspect * z / FOCUS
        x = float(np.clip(self.river_x(np.array(z)) + side * away, -inside, inside))
        turn = float(chance.uniform(0.25, 0.75)) * (-1.0 if x > 0 else 1.0)
        return Yard(x, z, turn)

    def river_x(self, z: Array) -> Array:
        """The middle of the river."""
        way = np.sin(np.log(z / 20.0) * self._bends + self._phase)
        fade = np.clip((FAR_M - z) / 740.0, 0, 1) / (1 + z * 0.0016)
        return np.asarray(self._squeeze * (self._swing * z * way * fade + 2.0))

    def river_half(self, z: Array) -> Array:
        """Half its width."""
        return np.asarray(
            (3.6 + 0.030 * z) * (0.9 + 0.2 * np.sin(z * 0.05)) * self._wide * (0.5 + 0.5 * self._narrow)
        )

    def bank(self, x: Array, z: Array) -> Array:
        """How far a place lies from the ice, metres; below 0 on it."""
        wander = (self._noise.at(x * 0.13, z * 0.13) - 0.5) * 3 * np.minimum(1, z / 60)
        return np.asarray(np.abs(x - self.river_x(z)) - self.river_half(z) + wander)

    def height(self, x: Array, z: Array) -> Array:
        """How high the snow lies over the ice."""
        d = self.bank(x, z)
        shore = 1 - np.exp(-np.maximum(d, 0) * 0.34)
        rolling = self._noise.cloudy(x * 0.055, z * 0.055, 3) - 0.25
        drifts = self._noise.cloudy(x * 0.16 + 9, z * 0.30 + 5, 2) - 0.37
        climb = 0.075 * np.maximum(d - 14, 0) * np.clip((z - 60) / 150, 0, 1)
        slopes = (
            HILL_M * (1 - np.exp(-climb / HILL_M)) * (0.55 + 0.9 * self._noise.at(x * 0.009 + 5, z * 0.007 + 2))
        )
        slopes = slopes + FAR_RISE_M * (np.clip(z - 160, 0, None) / FAR_M) ** 2 * (
            0.4 + 1.3 * self._noise.at(x * 0.006 + 3, z * 0.006)
        )
        return np.asarray(shore * (ICE_M + 0.55 * drifts) + 1.7 * rolling * np.clip(d / 14, 0, 1) + slopes)

    def wooded(self, x: Array, z: Array) -> Array:
        """How densely spruces stand, 0..1: woods with an edge and glades in them, thicker away from the river."""
        away = np.clip((self.bank(x, z) - 0.05 * z) / (10 + 0.16 * z), -0.4, 1.0)
        patch = self._noise.cloudy(x * 0.014 + 3, z * 0.011 + 8, 3) - 0.45
        edge = 0.38 * away + 2.1 * patch + 0.20 * np.clip((z - 260) / 300, 0, 1) - 0.10
        return np.asarray(np.clip(edge / 0.13, 0, 1))

    def on_screen(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:
        """Places as screen heights: from the left margin of a baked map, and over the bottom edge."""
        across = x / z * FOCUS + self.aspect * (0.5 + MARGIN)
        return across, self.horizon + (y - EYE_M) / z * FOCUS

    def haze(self, z: Array) -> Array:
        """How much air lies before a place, 0..1."""
        return np.asarray(1 - np.exp(-((z / 360.0) ** 1.25)))
