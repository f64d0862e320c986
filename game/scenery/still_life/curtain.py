"""A linen curtain beside the window, hanging free in soft folds."""

from __future__ import annotations

import numpy as np

from game.scenery.still_life.bars import Box
from game.scenery.still_life.joinery import MARGIN
from game.scenery.still_life.mesh import Array, Mesh, Rgb, Stuff

LINEN: tuple[Rgb, ...] = ((0.47, 0.38, 0.27), (0.27, 0.29, 0.20), (0.33, 0.22, 0.165), (0.20, 0.24, 0.32))
HEM = 0.0065
"""How far the hem rises and falls with the folds, in heights of the picture."""
ROWS, COLUMNS = 56, 97
STRIPS = 14
EDGE = 0.004
"""How far from its border it counts as solid."""
FOLDS = 5.3


def curtain(
    mesh: Mesh, aspect: float, height: float, side: float, chance: np.random.Generator
) -> tuple[list[Box], list[Box]]:
    """Hang it at the left (-1) or right (1) edge, from the rail to a sill `height` high.

    Returns boxes that it fills, and boxes that hold its border.
    """
    wide = min(chance.uniform(0.12, 0.17), 0.16 * aspect)
    y = np.linspace(1 + MARGIN, height * 0.80, ROWS)[:, None]
    u = np.linspace(0.0, 1.0, COLUMNS)[None]
    phases = chance.uniform(0, 2 * np.pi, 3)
    reach = (0.78 + 0.22 * (1 - y) + 0.018 * np.sin(y * 6.0 + phases[2])) * wide + MARGIN
    drift = 0.020 * np.sin(y * 3.1 + phases[0]) * np.sin(np.pi * u)
    fold = 2 * np.pi * FOLDS * (u + drift) + phases[1] + 1.7 * np.sin(2 * np.pi * u * 1.3 + phases[2])
    deep = 0.55 + 0.45 * np.sin(2 * np.pi * u * 1.1 + phases[0])  # no two folds alike
    hollow = deep * np.sin(fold)
    x = reach * (u + 0.006 * np.cos(fold)) - MARGIN
    places = np.stack([aspect / 2 + side * (aspect / 2 - x), _hemmed(y, hollow)], axis=-1)
    _hang(mesh, places, fold, deep, side, LINEN[chance.integers(len(LINEN))])
    return _strips(x[:, -1], y[:, 0], aspect, side)


def _hemmed(y: Array, hollow: Array) -> Array:
    """Heights of all corners: the rows of the last strip follow the folds."""
    kept = ROWS - 1 - ROWS // STRIPS
    low = np.clip((np.arange(ROWS) - kept) / (ROWS - 1 - kept), 0, 1)[:, None]
    return np.asarray(y - HEM * low * hollow)


def _hang(mesh: Mesh, places: Array, fold: Array, deep: Array, side: float, tone: Rgb) -> None:
    """The cloth over its corners: hollows dim, its inner border turned away from the eye."""
    u = np.linspace(0.0, 1.0, COLUMNS)[None]
    hollow, border = deep * np.sin(fold), np.clip((u - 0.90) / 0.10, 0, 1) ** 2
    slope = 0.62 * np.cos(fold) * deep * (1 - border) - 0.7 * border
    normals = np.stack([-side * slope, 0.14 + 0 * fold, np.sqrt(1 - 0.6 * slope**2)], axis=-1)
    normals /= np.linalg.norm(normals, axis=-1, keepdims=True)
    lit = np.clip((0.46 + 0.24 * hollow) * (0.72 + 0.28 * u), 0.1, 1.0)
    mesh.sheet(places, normals, Stuff(tone, through=0.28), lit, (0.82 + 0.18 * hollow) * (1 - 0.35 * border))


def _strips(inner: Array, y: Array, aspect: float, side: float) -> tuple[list[Box], list[Box]]:
    """Level strips up to the innermost point of its border in each, and the rest of each."""
    solid: list[Box] = []
    border: list[Box] = []
    strips = np.array_split(np.arange(len(y)), STRIPS)
    for rows in strips:
        rows = np.append(rows, min(rows[-1] + 1, len(y) - 1))
        low, high, near, far = y[rows].min(), y[rows].max(), inner[rows].min() - EDGE, inner[rows].max() + EDGE
        if rows[0] == strips[-1][0]:  # with the hem
            low, near = low - HEM - EDGE, -MARGIN
        for boxes, reach in ((solid, (-MARGIN, near)), (border, (near, far))):
            x0, x1 = sorted(aspect / 2 + side * (aspect / 2 - place) for place in reach)
            boxes.append((float(x0), float(low), float(x1), float(high)))
    return solid[:-1], border
