"""The body of a whale from the side, as triangles: nose at x 0, tail at 1."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.scenery.noise import smooth

Array = NDArray[np.float64]
ALONG, ACROSS, FIN_STEPS = 64, 10, 14
BODY, FIN = 0.0, 1.0


def whale() -> Array:
    """Vertices of plain triangles (n, 4): x, y, how far across (-1 belly or hind edge, 1 back or fore edge), and 1
    for a fin."""
    return np.concatenate([_body(), *_fins()])


def _body() -> Array:
    along = np.linspace(0, 1, ALONG)
    back = 0.078 * np.sin(np.pi * along**0.66).clip(0) ** 0.80 + 0.006
    back += 0.020 * np.exp(-(((along - 0.66) / 0.028) ** 2)) * smooth(0.58, 0.64, along)
    belly = 0.098 * np.sin(np.pi * along**0.52).clip(0) ** 0.95 + 0.006
    back[0] = belly[0] = 0.010
    across = np.linspace(-1, 1, ACROSS)[None, :]
    up = np.where(across > 0, back[:, None], belly[:, None]) * across
    points = np.stack(np.broadcast_arrays(along[:, None], up, across, np.array(BODY)), axis=-1)
    return _cells(points)


def _fins() -> list[Array]:
    u = np.linspace(0, 1, FIN_STEPS)
    flipper = np.stack([0.27 + 0.13 * u + 0.05 * u * u, -0.055 - 0.155 * u + 0.03 * u * u], axis=1)
    near_fluke = np.stack([0.975 + 0.085 * u + 0.03 * u * u, 0.002 + 0.085 * u**1.5], axis=1)
    far_fluke = np.stack([0.975 + 0.10 * u, -0.035 * u**1.4], axis=1)
    return [_fin(flipper, 0.020), _fin(near_fluke, 0.017), _fin(far_fluke, 0.016)]


def _fin(line: Array, width: float) -> Array:
    """A tapering blade along a line."""
    way = np.gradient(line, axis=0)
    way /= np.linalg.norm(way, axis=1, keepdims=True)
    u = np.linspace(0, 1, len(line))
    half = width * np.sin(np.pi * np.minimum(u * 0.86 + 0.14, 1)) ** 0.7
    out = np.stack([-way[:, 1], way[:, 0]], axis=1) * half[:, None]
    points = np.stack(
        [
            np.hstack([line + out * v, np.full((len(line), 1), v), np.full((len(line), 1), FIN)])
            for v in (-1.0, 0.0, 1.0)
        ],
        axis=1,
    )
    return _cells(points)


def _cells(points: Array) -> Array:
    """Two triangles for each cell of a grid (rows, columns, floats)."""
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, :-1], points[1:, 1:]
    return np.asarray(np.stack([a, b, c, b, d, c], axis=2).reshape(-1, points.shape[-1]))
