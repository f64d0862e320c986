"""Distances from simple solids, and how they run together (after I. Quilez, "Distance functions")."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.floating[Any]]


def block(p: Array, half: ArrayLike, round_m: float) -> Array:
    """A box of half sizes with rounded edges, about 0."""
    q = np.abs(p) - np.asarray(half) + round_m
    outside = np.linalg.norm(np.maximum(q, 0.0), axis=-1)
    return np.asarray(outside + np.minimum(q.max(axis=-1), 0.0) - round_m)


def egg(p: Array, radii: ArrayLike) -> Array:
    """An ellipsoid about 0; a good guess near its surface."""
    r = np.asarray(radii)
    k, g = np.linalg.norm(p / r, axis=-1), np.linalg.norm(p / (r * r), axis=-1)
    return np.asarray(k * (k - 1.0) / np.maximum(g, 1e-6))


def limb(p: Array, a: ArrayLike, b: ArrayLike, radius_m: float, radius_end_m: float | None = None) -> Array:
    """A round limb from a to b, thinner or thicker towards its end."""
    start = np.asarray(a, float)
    along = np.asarray(b, float) - start
    way = np.clip(((p - start) @ along) / (along @ along), 0.0, 1.0)
    end = radius_m if radius_end_m is None else radius_end_m
    return np.asarray(
        np.linalg.norm(p - start - way[..., None] * along, axis=-1) - (radius_m + (end - radius_m) * way)
    )


def melted(a: Array, b: Array, soft_m: float) -> Array:
    """Both solids, run together where they meet."""
    h = np.clip(0.5 + 0.5 * (b - a) / soft_m, 0.0, 1.0)
    return np.asarray(b + (a - b) * h - soft_m * h * (1.0 - h))


def turned(p: Array, rad: float, axis: int = 1) -> Array:
    """Places as a solid sees them that is turned about an axis."""
    c, s = np.cos(rad), np.sin(rad)
    i, j = [(1, 2), (2, 0), (0, 1)][axis]
    q = p.copy()
    q[..., i], q[..., j] = c * p[..., i] + s * p[..., j], c * p[..., j] - s * p[..., i]
    return q


def eased(low: float, high: float, x: Array) -> Array:
    """0 at `low`, 1 at `high` (which may be the smaller one), a soft S between."""
    y = np.clip((x - low) / (high - low), 0.0, 1.0)
    return np.asarray(y * y * (3 - 2 * y))
