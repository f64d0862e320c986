"""Value noise over arrays of points, for shapes painted once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
LATTICE = 256


class Noise:
    """Smooth noise from one table of random numbers; repeats only after `units`."""

    def __init__(self, chance: np.random.Generator, units: int = LATTICE) -> None:
        self._units = units
        self._table: Array = chance.random((units, units), dtype=np.float32)

    def at(self, x: Array, y: Array) -> Array:
        """Value noise 0..1 at points of any (broadcastable) shape; one bump a unit."""
        x0, y0 = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
        u, v = _ease(x - x0), _ease(y - y0)
        n = self._units
        x0, x1, y0, y1 = x0 % n, (x0 + 1) % n, y0 % n, (y0 + 1) % n
        low = self._table[y0, x0] * (1 - u) + self._table[y0, x1] * u
        high = self._table[y1, x0] * (1 - u) + self._table[y1, x1] * u
        return low * (1 - v) + high * v

    def cloudy(self, x: Array, y: Array, octaves: int = 4) -> Array:
        """Octaves of noise, each half as large and half as strong, 0..1 around 0.5."""
        total, weight = np.zeros(np.broadcast_shapes(x.shape, y.shape), np.float32), 0.5
        for i in range(octaves):
            total += np.float32(weight) * self.at(x * 2**i + 17.3 * i, y * 2**i + 9.1 * i)
            weight *= 0.5
        return total


def _ease(x: Array) -> Array:
    return x * x * (3 - 2 * x)
