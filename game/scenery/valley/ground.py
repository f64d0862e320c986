"""The ground of a valley as a surface seen in perspective, far to near."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from game.scenery.lean import MARGIN
from game.scenery.valley.lie import EYE_M, FAR_M, FOCUS, NEAR_M, Array, Valley

ROWS, COLUMNS = 300, 400
STEP_M = 0.25
"""Over which slopes are taken, near; farther off over more."""
SLICE_ROWS = 12


def ground_mesh(valley: Valley) -> Generator[None, None, NDArray[np.float32]]:
    """Points (rows, columns, 9), far to near: place, normal right and up, haze, wood, X, Z, metres from ice."""
    near = min(NEAR_M, 0.8 * EYE_M * FOCUS / valley.horizon)
    z = np.geomspace(FAR_M, near, ROWS)
    across = np.linspace(-0.5 - MARGIN, 0.5 + MARGIN, COLUMNS) * valley.aspect / FOCUS
    rows = []
    for first in range(0, ROWS, SLICE_ROWS):
        rows.append(_rows(valley, z[first : first + SLICE_ROWS, None], across))
        yield
    return np.concatenate(rows)


def _rows(valley: Valley, z: Array, across: Array) -> NDArray[np.float32]:
    x = across * z
    z = np.broadcast_to(z, x.shape)
    step = STEP_M + 0.004 * z
    height = valley.height(x, z)
    slope_x = (valley.height(x + step, z) - height) / step
    slope_z = (valley.height(x, z + step) - height) / step
    up = 1 / np.sqrt(1 + slope_x**2 + slope_z**2)
    at = valley.on_screen(x, height, z)
    return np.stack(
        [*at, -slope_x * up, up, valley.haze(z), valley.wooded(x, z), x, z, valley.bank(x, z)], axis=-1
    ).astype(np.float32)
