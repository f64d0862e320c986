"""Sand that the wind blows off crests: veils that stand behind every crest within sight."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.scenery.desert.lie import Array, Desert, crest_height, meander

POINTS = 110
NEAREST_M, FARTHEST_M = 11.0, 620.0
FLOATS = 6
"""Of a corner: x and y (screen heights), metres along the crest in lengths of the veil, share of the way behind it,
strength, chance."""


def veils(desert: Desert) -> NDArray[np.float32]:
    """Corners of triangles, three rows each: shape (n, FLOATS)."""
    found = [_veil(desert, dune, index) for index, dune in enumerate(desert.dunes)]
    return np.concatenate([np.zeros((0, FLOATS), np.float32), *found])


def _veil(desert: Desert, dune: Array, index: int) -> NDArray[np.float32]:
    along = np.linspace(-1.2, 1.2, POINTS) * dune[4]
    off, top = meander(dune, along), crest_height(dune, along)
    x = (dune[0] + dune[2] * along + dune[3] * off) * desert.lee
    z = dune[1] + dune[3] * along - dune[2] * off
    there = (z > NEAREST_M) & (z < FARTHEST_M) & (top > 3.5)
    z = np.maximum(z, 2.0)
    there &= desert.seen(x, z) & (np.abs(desert.height(x, z) - top) < 2.5)
    strength = np.convolve(there, np.ones(9) / 9, "same") ** 2 * there
    strength = strength * np.clip(top / (0.7 * dune[5]), 0, 1) * np.exp(-z / 500)
    long = np.clip(2.2 + z * 0.085, 3.5, 30.0)
    y = desert.height(x, z)
    feet = desert.on_screen(x, y - 0.03 * long, z)
    tips = desert.on_screen(x + desert.lee * dune[3] * long, y + 0.10 * long, z - dune[2] * long * 0.3)
    edges = [_edge(place, along / long, side, strength, index) for side, place in enumerate((feet, tips))]
    a, b = edges
    quads = np.stack([a[:-1], a[1:], b[:-1], a[1:], b[1:], b[:-1]], axis=1)[strength[:-1] + strength[1:] > 0.02]
    return np.asarray(quads.reshape(-1, FLOATS), np.float32)


def _edge(place: tuple[Array, Array], along: Array, side: int, strength: Array, index: int) -> Array:
    ones = np.ones_like(along)
    return np.stack([place[0], place[1], along, ones * side, strength, ones * (index * 7.3 % 5)], axis=1)
