"""The lie of a desert: dunes with sharp, winding crests, and where a camp may stand among them.

It depends on the scene's seed, horizon and shape alone, so that every layer that stands in it finds the same one.
Lengths in metres: X to the right, Z away from the eye. Each dune rises slowly before the wind and falls behind its
crest at the angle at which dry sand rests (31 to 34 degrees; Bagnold 1941).
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from game.scenery.desert.layout import dunes_of
from game.scenery.lean import MARGIN
from game.scenery.stage import Stage

EYE_M = 8.5
FOCUS = 1.2
"""Distance of the picture from the eye, in screen heights."""
NEAR_M, FAR_M = 5.0, 2600.0
REPOSE = 0.6
"""How steeply sand falls behind a crest."""
WINDWARD_POWER = 1.55
HAZE_M = 1100.0
ROLLING = np.array([[0.021, 0.013], [0.043, -0.027], [0.11, 0.07], [0.23, -0.17]])
ROLLING_M = np.array([1.3, 0.9, 0.30, 0.12])

Array: TypeAlias = NDArray[np.floating[Any]]


class Desert:
    """One seed's desert, seen on one shape of screen."""

    def __init__(self, stage: Stage, tall_ratio: float = 1.0) -> None:
        chance = stage.generator("desert")
        self.aspect, self.horizon = stage.aspect, stage.horizon_ratio
        self.lee = 1.0 if chance.random() < 0.5 else -1.0
        """The side to which the wind blows: 1 to the right."""
        self.dunes = dunes_of(chance, float(np.clip(self.aspect / 1.78, 0.42, 1.3)), tall_ratio)
        """One row a dune: x, z, way along its crest (2), half its length, height, sway, wave, phase, windward
        width, softness of its foot, 0."""
        self.phases = chance.uniform(0, 2 * np.pi, 4)
        near = self.height(np.linspace(-6, 6, 9), np.full(9, 12.0))
        self.eye_m = float(near.max()) + EYE_M

    def across(self, dune: Array, x: Array, z: Array) -> tuple[Array, Array]:
        """Metres along a dune from its middle, and behind its crest (below 0: before it, where the wind comes)."""
        cx, cz, dx, dz = dune[:4]
        right, away = x * self.lee - cx, z - cz
        along = right * dx + away * dz
        return along, right * dz - away * dx - meander(dune, along)

    def height(self, x: Array, z: Array) -> Array:
        """How high the sand lies."""
        x, z = np.asarray(x, float), np.asarray(z, float)
        mirrored = x * self.lee
        total = np.zeros(np.broadcast(x, z).shape)
        for (kx, kz), size, phase in zip(ROLLING, ROLLING_M, self.phases, strict=True):
            total = total + size * np.sin(mirrored * kx + z * kz + phase)
        for dune in self.dunes:
            along, behind = self.across(dune, x, z)
            top = crest_height(dune, along)
            before = top * (1 - np.clip(-behind / dune[9], 0, 1)) ** WINDWARD_POWER
            own = np.where(behind > 0, top - REPOSE * np.maximum(behind, 0), before) - 1.0
            mix = np.clip(0.5 + 0.5 * (own - total) / dune[10], 0, 1)
            total = total * (1 - mix) + own * mix + dune[10] * mix * (1 - mix)
        return np.asarray(total)

    def on_screen(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:
        """Places as screen heights: from the left margin of a baked map, and over the bottom edge."""
        return x / z * FOCUS + self.aspect * (0.5 + MARGIN), self.horizon + (y - self.eye_m) / z * FOCUS

    def seen(self, x: Array, z: Array, over_m: float = 0.3) -> NDArray[np.bool_]:
        """Whether nothing hides what stands so far over the sand at these places, shape (n,)."""
        y = self.height(x, z) + over_m
        way = np.linspace(0.05, 0.985, 48)[:, None]
        ray = self.eye_m + (y - self.eye_m) * way
        return np.asarray((ray - self.height(x * way, z * way)).min(axis=0) > -0.04)


def meander(dune: Array, along: Array) -> Array:
    """How far a crest winds off its line."""
    wave, phase = dune[7], dune[8]
    return np.asarray(
        dune[6] * (np.sin(along / wave * 2 + phase) + 0.35 * np.sin(along / wave * 4.7 + phase * 2.1))
    )


def crest_height(dune: Array, along: Array) -> Array:
    """How high a crest stands."""
    fade = np.exp(-(np.abs(along / dune[4]) ** 2.2))
    return np.asarray(dune[5] * fade * (1 + 0.10 * np.sin(along / dune[7] * 3.1 + dune[8] * 1.7)))


def haze(z: Array) -> Array:
    """How much air lies before a place, 0..1."""
    return np.asarray(1 - np.exp(-((z / HAZE_M) ** 1.15)))
