"""The sand as a net of triangles whose points lie on the crests, so that crests are drawn without steps."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.scenery.desert.horizons import columns_and_rows
from game.scenery.desert.lie import FAR_M, NEAR_M, Desert
from game.scenery.desert.sand import Array

COLUMNS, ROWS = 520, 400
SLICE_ROWS = 10
FLOATS = 6
"""Of a point: x and y on the map, X, Z, and its place in the net of horizons (0..1 each way)."""


def sand_net(desert: Desert) -> Generator[None, None, NDArray[np.float32]]:
    """Points far to near, so that painting in order hides what is hidden: shape (ROWS, COLUMNS, FLOATS)."""
    x, z = columns_and_rows(desert, COLUMNS, ROWS)
    x, z = yield from _snapped(desert, x, z)
    points = np.zeros((ROWS, COLUMNS, FLOATS), np.float32)
    for first in range(0, ROWS, SLICE_ROWS):
        part = slice(first, first + SLICE_ROWS)
        y = desert.height(x[part], z[part])
        across, up = desert.on_screen(x[part], y, z[part])
        deep = np.log(z[part] / NEAR_M) / np.log(FAR_M / NEAR_M)
        side = np.broadcast_to(np.linspace(0, 1, COLUMNS), deep.shape)
        points[part] = np.stack([across, up, x[part], z[part], side, deep], axis=-1)
        yield
    points[0, :, 1] = np.minimum(points[0, :, 1], -0.03)
    return points[::-1]


def _snapped(desert: Desert, x: Array, z: Array) -> Generator[None, None, tuple[Array, Array]]:
    """Points next to a crest are moved onto it, along their line of sight."""
    ray = x / z
    for dune in desert.dunes:
        behind = desert.behind(dune, x, z)
        here, there = behind[:-1], behind[1:]
        share = here / np.where(here == there, 1.0, here - there)
        crossed, gap = here * there < 0, z[1:] - z[:-1]
        moved = z.copy()
        moved[:-1] += np.where(crossed & (share < 0.5), share * gap, 0.0)
        moved[1:] -= np.where(crossed & (share >= 0.5), (1 - share) * gap, 0.0)
        z, x = moved, ray * moved
        yield
    return x, z


def seen_cells(points: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Cells of such a net, far to near, that no nearer row hides."""
    y = points[::-1, :, 1]
    before = np.maximum.accumulate(y, axis=0)
    over = y[1:] >= before[:-1] - 2e-3
    return np.asarray((over[:, 1:] | over[:, :-1])[::-1])


def cells(points: NDArray[np.float32], heights: NDArray[np.floating[Any]]) -> NDArray[np.uint32]:
    """Corners of the triangles of all cells that are seen, each cell cut along its higher diagonal: a crest that
    runs through it is not cut off. `heights` are those of the sand, shape as the net's."""
    rows, columns = points.shape[:2]
    corner = (np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1))[seen_cells(points)][:, None]
    flat = heights.ravel()
    a, b, c, d = (flat[corner[:, 0] + step] for step in (0, 1, columns, columns + 1))
    falling = corner + np.array([0, 1, columns, 1, columns + 1, columns])
    rising = corner + np.array([0, 1, columns + 1, 0, columns + 1, columns])
    return np.asarray(np.where((a + d > b + c)[:, None], rising, falling), np.uint32)
