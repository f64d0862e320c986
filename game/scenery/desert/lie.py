"""The lie of a desert: dunes with sharp, winding crests, and where a camp may stand among them.

It depends on the scene's seed, horizon and shape alone, so that every layer that stands in it finds the same one.
Lengths in metres: X to the right, Z away from the eye. `sand` has how a dune is shaped, `layout` where they lie.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.scenery.desert.layout import FOCUS, wind_and_dunes
from game.scenery.desert.sand import Array, along_and_behind, ground_height, heap, joined, swells_of
from game.scenery.lean import MARGIN
from game.scenery.stage import Stage

EYE_M = 8.5
NEAR_M, FAR_M = 5.0, 2600.0
HAZE_M = 1100.0


class Desert:
    """One seed's desert, seen on one shape of screen."""

    def __init__(self, stage: Stage, tall_ratio: float = 1.0) -> None:
        chance = stage.generator("desert")
        self.aspect, self.horizon = stage.aspect, stage.horizon_ratio
        self.lee = 1.0 if chance.random() < 0.5 else -1.0
        """The side to which the wind blows: 1 to the right."""
        self.dunes = wind_and_dunes(chance, float(np.clip(self.aspect / 1.78, 0.42, 1.3)), tall_ratio)
        """One row a dune, columns as in `sand`; mirrored where the wind blows to the left."""
        self.swells = swells_of(chance)
        near = self.height(np.linspace(-6, 6, 9), np.full(9, 12.0))
        self.eye_m = float(near.max()) + EYE_M

    def behind(self, dune: Array, x: Array, z: Array) -> Array:
        """Metres behind the crest of a dune, below 0 before it."""
        return along_and_behind(dune, x * self.lee, z)[1]

    def ground(self, x: Array, z: Array) -> Array:
        """How high the ground lies under the dunes."""
        return ground_height(self.swells, x * self.lee, z)

    def height(self, x: Array, z: Array) -> Array:
        """How high the sand lies."""
        x, z = np.asarray(x, float), np.asarray(z, float)
        return np.asarray(self.ground(x, z) + joined([heap(dune, x * self.lee, z) for dune in self.dunes]))

    def on_screen(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:
        """Places as screen heights: from the left margin of a baked map, and over the bottom edge."""
        return x / z * FOCUS + self.aspect * (0.5 + MARGIN), self.horizon + (y - self.eye_m) / z * FOCUS

    def seen(self, x: Array, z: Array, over_m: float = 0.3) -> NDArray[np.bool_]:
        """Whether nothing hides what stands so far over the sand at these places, shape (n,)."""
        y = self.height(x, z) + over_m
        way = np.linspace(0.05, 0.985, 48)[:, None]
        ray = self.eye_m + (y - self.eye_m) * way
        return np.asarray((ray - self.height(x * way, z * way)).min(axis=0) > -0.04)


def haze(z: Array) -> Array:
    """How much air lies before a place, 0..1."""
    return np.asarray(1 - np.exp(-((z / HAZE_M) ** 1.15)))
