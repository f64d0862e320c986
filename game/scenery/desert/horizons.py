"""How high the sand itself stands before each place, looking four ways: so shadows fall for light at any height
(horizon mapping, Max 1988)."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from game.scenery.desert.layout import FOCUS
from game.scenery.desert.lie import FAR_M, NEAR_M, Desert
from game.scenery.desert.sand import Array
from game.scenery.lean import MARGIN

AZIMUTHS = np.radians([-75.0, -28.0, 28.0, 75.0])
"""Where light may come from, turned from straight ahead."""
STEEPEST = 1.2
"""Tangent that is stored as 1."""
STEPS = 30
FIRST_M, GROWTH = 0.7, 1.19


def columns_and_rows(desert: Desert, columns: int, rows: int) -> tuple[Array, Array]:
    """A net that is even on the screen: X and Z of shape (rows, columns), near to far."""
    z = NEAR_M * (FAR_M / NEAR_M) ** np.linspace(0, 1, rows)
    across = np.linspace(-0.5 - MARGIN, 0.5 + MARGIN, columns) * desert.aspect / FOCUS
    return z[:, None] * across, np.repeat(z[:, None], columns, axis=1)


def horizons(desert: Desert, columns: int, rows: int) -> Generator[None, None, NDArray[np.uint8]]:
    """The tangent of the height of the horizon at each point of such a net, one channel for each of `AZIMUTHS`."""
    x, z = columns_and_rows(desert, columns, rows)
    heights = desert.height(x, z)
    yield
    found = np.zeros((rows, columns, len(AZIMUTHS)))
    for i, azimuth in enumerate(AZIMUTHS):
        for step in range(STEPS):
            away = FIRST_M * GROWTH**step * (1 + z / 260)
            rise = _sampled(desert, heights, x + np.sin(azimuth) * away, z + np.cos(azimuth) * away) - heights
            found[..., i] = np.maximum(found[..., i], (rise - 0.05) / away)
            yield
    return np.asarray(np.clip(found / STEEPEST, 0, 1) * 255, np.uint8)


def _sampled(desert: Desert, heights: Array, x: Array, z: Array) -> Array:
    """Heights of the net between its points."""
    rows, columns = heights.shape
    j = np.clip(np.log(z / NEAR_M) / np.log(FAR_M / NEAR_M) * (rows - 1), 0, rows - 1.001)
    i = np.clip(
        (x / z * FOCUS / desert.aspect + 0.5 + MARGIN) / (1 + 2 * MARGIN) * (columns - 1), 0, columns - 1.001
    )
    j0, i0 = j.astype(int), i.astype(int)
    fj, fi = j - j0, i - i0
    flat, at = heights.ravel(), j0 * columns + i0
    near = flat[at] * (1 - fi) + flat[at + 1] * fi
    far = flat[at + columns] * (1 - fi) + flat[at + columns + 1] * fi
    return np.asarray(near * (1 - fj) + far * fj)


def weights(azimuth: float) -> tuple[float, ...]:
    """How much each of `AZIMUTHS` counts for light from there."""
    return tuple(float(np.interp(azimuth, AZIMUTHS, row)) for row in np.eye(len(AZIMUTHS)))
