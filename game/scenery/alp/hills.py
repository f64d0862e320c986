"""Hills of a pasture, one behind the other, and what may be asked of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.scenery.alp.paint import GRAIN
from game.scenery.light import Rgb
from game.scenery.noise import Array, between, line, value_noise

COLUMNS, ROWS = 260, 16
BEHIND = 0.002
"""The farthest hill nowhere comes lower than this over the horizon, in screen heights."""


@dataclass(frozen=True)
class Hill:
    """A crest, `y` at `x` in screen heights, down to `foot`; how far off, 1 the farthest."""

    x: Array
    y: Array
    foot: float
    far: float
    haze: float

    def top(self, at: float) -> float:
        """Height of the crest at a place."""
        return float(np.interp(at, self.x, self.y))


def hills(
    chance: np.random.Generator, count: int, width: float, horizon: float, height: float, reach: float, haze: float
) -> list[Hill]:
    """From far to near; each seed has other swells."""
    x = np.linspace(0, width, COLUMNS)
    found = []
    for k in range(count):
        far = 1.0 - k / max(count - 1, 1)
        middle = horizon - 0.46 * reach * (1 - far) ** 1.2 + height * (0.35 * far)
        places = x * (0.75 + 0.7 * far) + 1 + chance.uniform(0, 4)
        swell = line(chance, places, 5, 0.42) - 0.5
        tilt = chance.uniform(-0.6, 0.6) * (x / width - 0.5)
        y = middle + (height * (0.5 + 0.35 * far)) * (1.5 * swell + 0.55 * tilt) + 0.012 * far
        if k == 0:  # nothing of what ends at the horizon shows its foot
            over = y - horizon - BEHIND
            y = horizon + BEHIND + 0.5 * (over + np.sqrt(over * over + 0.0009))
        found.append(Hill(x, y, horizon - reach, far, haze * (0.22 + 0.78 * far)))
    return found


def ground(chance: np.random.Generator, hill: Hill, grass: Rgb, dry: Rgb) -> Array:
    """A hill's surface as points for a mesh, shape (ROWS, COLUMNS, GRAIN), top row first."""
    down = np.linspace(0, 1, ROWS)[:, None] ** 1.5
    y = hill.y * (1 - down) + hill.foot * down
    slope = np.gradient(hill.y, hill.x)[None, :] * (1 - down)
    folds = value_noise(chance, np.linspace(0, 4.5, ROWS), hill.x * 3.2)
    fine = value_noise(chance, np.linspace(0, 9.0, ROWS), hill.x * 9.0)
    mown = value_noise(chance, np.linspace(0, 6.0, ROWS), hill.x * 2.2 + 5)
    points = np.zeros((ROWS, COLUMNS, GRAIN))
    points[..., 0], points[..., 1] = hill.x, y
    share = np.clip((mown - 0.45) * 2.4, 0, 1)[..., None] * 0.8
    body = np.array(grass) * (1 - share) + np.array(dry) * share
    points[..., 2:5] = body * (0.78 + 0.30 * fine[..., None] + 0.16 * folds[..., None])
    points[..., 5] = np.clip(-0.9 * slope + 9.0 * np.gradient(folds, axis=1) + 0.35 * (fine - 0.5), -0.8, 0.8)
    points[..., 6] = np.clip(0.66 + 0.44 * (folds - 0.5) + 0.18 * (1 - down), 0.3, 1.0)
    points[..., 7] = hill.haze * (1 - 0.35 * down)
    return points


def way(chance: np.random.Generator, hill: Hill, start: float, end: tuple[float, float]) -> Array:
    """A path that winds from `start` on the near edge up to a place, shape (n, 2)."""
    t = np.linspace(0, 1, 60)
    bends = between(chance.random(6), t * 4.0) - 0.5
    x = start * (1 - t) + end[0] * t + 0.16 * bends * np.sin(np.pi * t) * (1.2 - t)
    return np.stack([x, hill.foot * (1 - t) ** 1.5 + end[1] * (1 - (1 - t) ** 1.5)], axis=1)
