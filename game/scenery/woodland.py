"""Where things stand in a wood: the gap that all its planes share, and how perspective sets the feet of each."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.scenery.lean import MARGIN
from game.scenery.noise import Array
from game.scenery.stage import Stage
from worlds.seeds import spread

GAP = 0.30, 0.70
"""Where on the screen the gap may lie, 0..1."""
NARROW = 0.42, 0.33
"""Trunks are thinner on narrow screens: so much, and so much more for each screen height of width."""
TRIES = 60


@dataclass(frozen=True)
class Woodland:
    """The lie of a wood; lengths in screen heights, from the left margin (`MARGIN` beyond the screen)."""

    aspect: float
    horizon: float
    gap_x: float
    """Middle of the gap."""

    @property
    def width(self) -> float:
        """Of the screen and both margins."""
        return self.aspect * (1 + 2 * MARGIN)

    def foot(self, near: float) -> float:
        """Height of the screen where things so near (0 on the horizon, 1 at the eye) stand."""
        return self.horizon - 0.008 - (self.horizon - 0.035) * math.pow(near, 1.25)

    def feet(self, near: Array) -> Array:
        """The same for many things."""
        return np.asarray(self.horizon - 0.008 - (self.horizon - 0.035) * np.power(near, 1.25))

    def radius(self, near: float) -> float:
        """Of a middling trunk."""
        return (0.0065 + 0.070 * math.pow(near, 1.7)) * min(1.0, NARROW[0] + NARROW[1] * self.aspect)

    def in_gap(self, x: float, gap_ratio: float) -> bool:
        """Whether a place lies in a gap so wide, a share of the screen."""
        return abs(x - self.gap_x) < gap_ratio * self.aspect / 2

    def scattered(self, chance: np.random.Generator, count: int, gap_ratio: float, apart: float) -> list[float]:
        """Places out of the gap, in uneven groups, no two nearer than `apart` if that can be."""
        found: list[float] = []
        for _ in range(count):
            best, most = 0.0, -1.0
            for _ in range(TRIES):
                x = float(chance.uniform(-0.02, self.width + 0.02))
                free = min((abs(x - other) for other in found), default=9.0)
                if not self.in_gap(x, gap_ratio) and free > most:
                    best, most = x, free
                if not self.in_gap(x, gap_ratio) and free > apart * chance.uniform(0.6, 2.4):
                    break
            if most >= 0:
                found.append(best)
        return found


def woodland(stage: Stage) -> Woodland:
    """The lie of this scene's wood."""
    at = GAP[0] + (GAP[1] - GAP[0]) * spread(stage.seed, "wood", "gap")
    return Woodland(stage.aspect, stage.horizon_ratio, (at + MARGIN) * stage.aspect)


class Field:
    """Noise 0..1 over a plane, at places in any order; it goes round after `SIDE`."""

    SIDE = 64

    def __init__(self, chance: np.random.Generator) -> None:
        self._lattice = chance.random((self.SIDE, self.SIDE))

    def at(self, x: Array, y: Array, octaves: int = 4) -> Array:
        """Values at places of any one shape, each octave twice as fine and half as strong."""
        parts = [self._once(x * 2.0**i + 13.7 * i, y * 2.0**i + 5.3 * i) * 0.5**i for i in range(octaves)]
        return np.asarray(sum(parts) / sum(0.5**i for i in range(octaves)))

    def _once(self, x: Array, y: Array) -> Array:
        i, j = np.floor(x).astype(int), np.floor(y).astype(int)
        u, v = (f * f * (3 - 2 * f) for f in (x - i, y - j))
        a, b = i % self.SIDE, (i + 1) % self.SIDE
        c, d = j % self.SIDE, (j + 1) % self.SIDE
        grid = self._lattice
        low = grid[c, a] + (grid[c, b] - grid[c, a]) * u
        return np.asarray(low + (grid[d, a] + (grid[d, b] - grid[d, a]) * u - low) * v)
