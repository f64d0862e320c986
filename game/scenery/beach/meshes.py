"""The meshes a beach is drawn with: its sea, its sand and the bands along waves that break."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.scenery.beach.coast import EYE, Coast

Points = NDArray[np.float32]
SEA_COLUMNS, SEA_ROWS = 24, 54
SAND_COLUMNS, SAND_ROWS = 48, 18
BAND_COLUMNS = 84
BAND_ROWS = (0.0, 0.35, 0.7, 1.0, 1.4)
"""Heights of the rows of a band: 0 the foot of the wave's face, 1 its crest; beyond that is spray."""
FARTHEST = 0.0002
"""How far under the horizon the mesh of the sea begins, in screen heights."""
INTO_SAND, INTO_SEA = 0.10, 0.36
"""How far the sea's mesh reaches over the beach, and the sand's under the sea."""
BESIDE = 0.02
"""How far the sea's meshes reach beyond the screen to each side."""
ROOM = 0.01
"""Part of a column that is drawn too many rather than too few."""
ABOVE = -99.0
"""Third number of the row that closes the sea against the sky, above all others."""


def sea_points(coast: Coast, aspect: float) -> Points:
    """(rows, columns, 3): across the screen, distance away, `ABOVE` or 0. Rows are close together on the screen far
    out, where waves are low, and closer near the beach."""
    across = np.linspace(-BESIDE, 1.0 + BESIDE, SEA_COLUMNS)
    nearest = EYE / _along(coast, aspect, across, -INTO_SAND)
    down = np.linspace(0, 1, SEA_ROWS)[:, None]
    under = FARTHEST + nearest * (0.6 * down + 0.4 * down * down)
    points = np.stack([np.broadcast_to(across, under.shape), EYE / under, np.zeros_like(under)], axis=-1)
    above = points[:1].copy()
    above[..., 2] = ABOVE
    return np.concatenate([above, points]).astype(np.float32)


def columns_across(low: float, high: float) -> tuple[int, int]:
    """The first of the sea's columns of cells that is seen between two places across the screen, and how many."""
    first, end = ((at + BESIDE) / (1 + 2 * BESIDE) * (SEA_COLUMNS - 1) for at in (low, high))
    left, right = max(int(first - ROOM), 0), min(int(end + ROOM) + 1, SEA_COLUMNS - 1)
    return left, right - left


def sand_points(coast: Coast, aspect: float, horizon: float) -> Points:
    """(rows, columns, 3): across the screen, height on it, 0; from under the sea to the bottom edge."""
    across = np.linspace(0, 1, SAND_COLUMNS)
    top = horizon - EYE / _along(coast, aspect, across, INTO_SEA)
    y = np.maximum(top, 0.02) * np.linspace(1, 0, SAND_ROWS)[:, None]
    return np.stack([np.broadcast_to(across, y.shape), y, np.zeros_like(y)], axis=-1).astype(np.float32)


def dry_top(coast: Coast, aspect: float, horizon: float) -> float:
    """Height of the screen below which all dry sand lies."""
    waterline = _along(coast, aspect, np.linspace(0, 1, SAND_COLUMNS), 0.0)
    return float(np.maximum(horizon - EYE / waterline, 0.02).max())


def band_points(waves: tuple[int, ...]) -> Points:
    """(bands x rows, columns, 3): across the screen, up the wave's face, which wave; a band for each, in order."""
    across, up, which = np.meshgrid(np.linspace(-BESIDE, 1.0 + BESIDE, BAND_COLUMNS), BAND_ROWS, waves)
    points = np.stack([across, up, which], axis=-1).astype(np.float32)  # rows, columns, waves
    return points.transpose(2, 0, 1, 3).reshape(-1, BAND_COLUMNS, 3)


def between_bands(waves: int) -> NDArray[np.bool_]:
    """Cells of such a mesh that belong to a band, not to what lies between two."""
    rows = np.tile(np.arange(len(BAND_ROWS)) < len(BAND_ROWS) - 1, waves)[:-1]
    return np.repeat(rows[:, None], BAND_COLUMNS - 1, axis=1)


def _along(coast: Coast, aspect: float, across: NDArray[np.float64], off: float) -> NDArray[np.float64]:
    return coast.along((across - 0.5) * aspect, off)
