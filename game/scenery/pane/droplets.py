"""Fine droplets on a pane: most of them dust, some nearly drops, scattered once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PER_HEIGHT = 8600


def droplets(aspect: float, density: float, chance: np.random.Generator) -> NDArray[np.float32]:
    """(droplets, 4): x, y, radius in heights of the picture, a number 0..1. `density` 0..1; never none at all."""
    count = int(PER_HEIGHT * aspect * density) + 1
    rows = np.empty((count, 4), np.float32)
    rows[:, :2] = _in_drifts(count, aspect, chance)
    rows[:, 2] = 0.0009 + 0.0022 * chance.random(count) ** 3.2
    medium = count // 11
    rows[count - medium :, 2] = 0.0022 + 0.0040 * chance.random(medium) ** 2.4
    rows[:, 3] = chance.random(count)
    return rows


def _in_drifts(count: int, aspect: float, chance: np.random.Generator) -> NDArray[np.float32]:
    """(count, 2) places that gather in drifts and leave quiet zones between them."""
    tries = chance.random((count * 3, 2)) * (aspect, 1.0)
    x, y = tries.T
    turns = chance.random(4) * 2 * np.pi
    broad = np.sin(x * 5.3 + 2.1 * np.sin(y * 4.1 + turns[0]) + turns[1])
    small = np.sin(y * 17.0 + 2.4 * np.sin(x * 13.0 + turns[2]) + turns[3]) * np.sin(x * 21.0 - y * 9.0 + turns[0])
    likely = np.clip(0.34 + 0.34 * broad + 0.40 * small, 0.02, 1.0)
    order = np.argsort(chance.random(len(tries)) / likely)
    return tries[order[:count]].astype(np.float32)
