"""Hairs on a coat: thin triangles that lie along the body, so that its edge is soft and catches the light."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.interior.coat import Coat
from game.scenery.interior.distance import Array
from game.scenery.interior.nets import in_pieces
from game.scenery.interior.solid import ROW, Kind, Place, Solid, Toned

LENGTH_M, THICK_M = 0.017, 0.0016
APART = 0.62
"""How much they stand up from the skin."""
EACH = 2
"""Hairs to a corner of the skin's net."""


def hairs(
    solid: Solid, at: Array, out: Array, of_head: Array, toned: Toned, coat: Coat,
    place: Place, short: float, chance: np.random.Generator,
) -> Iterator[None]:  # fmt: skip
    """One triangle for each, at skin places (n, 3) with outward directions (n, 3) of the cat's own space."""
    at, out, of_head = (np.repeat(rows, EACH, axis=0) for rows in (at, out, of_head))
    x, y, z = of_head.T
    bare = (np.abs(x) < 0.055) & (np.abs(y + 0.008) < 0.034) & (z > 0.035)
    kept = (at[:, 1] > 0.006) & ~bare
    at, out = at[kept] + chance.uniform(-0.004, 0.004, (int(kept.sum()), 3)), out[kept]
    n = len(at)
    lie = np.array([0.55, -0.55, 0.10]) + chance.normal(0, 0.45, (n, 3))
    lie -= (lie * out).sum(1, keepdims=True) * out
    along = out * APART * chance.uniform(0.5, 1.3, (n, 1)) + lie
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    tip = at + along * LENGTH_M * short * chance.uniform(0.55, 1.25, (n, 1))
    aside = np.cross(along, np.array([0.0, 0.25, 1.0]))
    aside *= THICK_M * (0.5 + 0.5 * short) / np.maximum(np.linalg.norm(aside, axis=1, keepdims=True), 1e-6) * 0.5
    row = np.empty((n, 3, ROW), np.float32)
    for corner, where in enumerate((at - aside - 0.002 * out, at + aside - 0.002 * out, tip)):
        row[:, corner, 0:3] = place.put(where)
    row[:, :, 3:6] = place.turn(out)[:, None]
    row[:, :, 6:9] = at[:, None]
    tones = (yield from in_pieces(toned, at, out)) * chance.uniform(0.78, 1.30, (n, 1))
    row[:, :, 9:12] = tones[:, None] * np.array([0.82, 0.82, 1.15])[None, :, None]
    row[:, :, 12:14] = float(Kind.FUR), coat.shine
    solid.add(row.reshape(-1, ROW))
