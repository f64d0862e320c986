"""A linen curtain beside the window, gathered by a band."""

from __future__ import annotations

import numpy as np

from game.scenery.still_life.bars import Box
from game.scenery.still_life.joinery import MARGIN
from game.scenery.still_life.mesh import Array, Mesh, Rgb, Stuff

LINEN: tuple[Rgb, ...] = ((0.47, 0.38, 0.27), (0.27, 0.29, 0.20), (0.40, 0.21, 0.14), (0.20, 0.24, 0.32))
GATHERED_Y = 0.36
"""Where the band holds it, in heights of the picture."""
ROWS, COLUMNS = 56, 97
STRIPS = 14
EDGE = 0.004
"""How far from its border it counts as solid."""
FOLDS = 4.6


def curtain(
    mesh: Mesh, aspect: float, height: float, side: float, chance: np.random.Generator
) -> tuple[list[Box], list[Box]]:
    """Hang it at the left (-1) or right (1) edge, from the rail to a sill `height` high.

    Returns boxes that it fills, and boxes that hold its border.
    """
    wide = min(chance.uniform(0.14, 0.20), 0.18 * aspect)
    y = np.linspace(1 + MARGIN, height * 0.94, ROWS)[:, None]
    u = np.linspace(0.0, 1.0, COLUMNS)[None]
    down = (1 - y) / (1 - GATHERED_Y)
    falling = 0.40 + 0.60 * np.clip(1 - down, 0, 1) ** 0.62
    below = 0.40 + 0.26 * np.clip((GATHERED_Y - y) / 0.2, 0, 1) ** 0.6
    reach = (np.where(y > GATHERED_Y, falling, below) + 0.012 * np.sin(y * 9.0)) * wide + MARGIN
    phases = chance.uniform(0, 2 * np.pi, 3)
    bend = u + 0.030 * np.sin(y * 5 + phases[0]) * u * (1 - u)
    fold = 2 * np.pi * FOLDS * bend + phases[1] + 1.3 * np.sin(2 * np.pi * u * 1.6 + phases[2] + 0.4 * y)
    deep = 0.62 + 0.38 * np.sin(2 * np.pi * u * 1.1 + phases[0])  # no two folds alike
    x = reach * (u + 0.005 * np.cos(fold)) - MARGIN
    slope = 0.70 * np.cos(fold) * deep
    normals = np.stack([-side * slope, 0.14 + 0 * fold, np.sqrt(1 - 0.6 * slope**2)], axis=-1)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    places = np.stack([aspect / 2 + side * (aspect / 2 - x), y + 0 * x], axis=-1)
    band = np.exp(-(((y - GATHERED_Y) / 0.012) ** 4))
    hollow = deep * np.sin(fold)
    tone = (0.80 + 0.20 * hollow) * (1 - 0.45 * band)
    lit = np.clip((0.62 + 0.28 * hollow) * (0.70 + 0.30 * u), 0.1, 1.0)
    mesh.sheet(
        places, normals, Stuff(LINEN[chance.integers(len(LINEN))], through=0.30), np.clip(lit, 0.1, 1.0), tone
    )
    return _strips(x[:, -1], y[:, 0], aspect, side)


def _strips(inner: Array, y: Array, aspect: float, side: float) -> tuple[list[Box], list[Box]]:
    """Level strips up to the innermost point of its border in each, and the rest of each."""
    solid: list[Box] = []
    border: list[Box] = []
    for rows in np.array_split(np.arange(len(y)), STRIPS):
        rows = np.append(rows, min(rows[-1] + 1, len(y) - 1))
        low, high, near, far = y[rows].min(), y[rows].max(), inner[rows].min() - EDGE, inner[rows].max() + EDGE
        for boxes, reach in ((solid, (-MARGIN, near)), (border, (near, far))):
            x0, x1 = sorted(aspect / 2 + side * (aspect / 2 - place) for place in reach)
            boxes.append((float(x0), float(low), float(x1), float(high)))
    return solid, border
