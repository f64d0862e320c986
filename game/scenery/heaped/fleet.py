"""Where heaped clouds sail: far and small over the horizon, great and few overhead, in groups."""

from __future__ import annotations

import numpy as np

from game.scenery.noise import Array
from game.scenery.season import heavy_side
from game.scenery.stage import Stage

SHAPES = 6


def fleet(stage: Stage, name: str, count: int, most: float) -> Array:
    """Rows of x (0..1 of the way across), nearness (0..1), width in screen heights, shape, mirrored (-1 or 1) and
    chance; far ones first. `most`: width of the greatest.
    """
    chance = stage.generator(name, "fleet")
    near = np.sort(((np.arange(count) + chance.uniform(0.2, 0.8, count)) / count) ** 1.25)
    side = 0.5 + 0.24 * heavy_side(stage)
    groups = np.concatenate([[1 - side], [side], chance.random(2)])
    x = np.where(
        chance.random(count) < 0.6, groups[chance.integers(4, size=count)] + chance.normal(0, 0.09, count), 0
    )
    x = np.where(x == 0, chance.random(count), x) % 1.0
    width = most * (0.16 + 0.84 * near**1.1) * chance.uniform(0.62, 1.12, count)
    shape = chance.integers(SHAPES, size=count)
    return np.stack([x, near, width, shape, chance.choice([-1.0, 1.0], count), chance.random(count)], axis=1)
