"""Strokes and leaves: what every plant is drawn with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Sketch = NDArray[np.float64]


def empty() -> Sketch:
    """Nothing yet."""
    return np.zeros((0, 3, 5))


def faces(
    corners: NDArray[np.float64], side: NDArray[np.float64], light: NDArray[np.float64], hue: float
) -> Sketch:
    """Triangles from corners (n, 3, 2) and a side and a light for each, shapes (n,) or (n, 3)."""
    count = len(corners)
    found = np.empty((count, 3, 5))
    found[..., :2] = corners
    found[..., 2] = side.reshape(count, -1)
    found[..., 3] = light.reshape(count, -1)
    found[..., 4] = hue
    return found


def stem(points: NDArray[np.float64], widths: NDArray[np.float64], light: float, hue: float) -> Sketch:
    """A tapering stroke through points (n, 2) with full widths (n,): lit from the side like a rod."""
    along = np.gradient(points, axis=0)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    across /= np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-9)
    left, right = points + across * widths[:, None] / 2, points - across * widths[:, None] / 2
    a = np.stack([left[:-1], right[:-1], left[1:]], axis=1)
    b = np.stack([right[:-1], right[1:], left[1:]], axis=1)
    sides = np.where(across[:-1, 0] < 0, -1.0, 1.0)
    turned_a = np.stack([sides, -sides, sides], axis=1) * 0.8
    turned_b = np.stack([-sides, -sides, sides], axis=1) * 0.8
    lights = np.full((len(a), 3), light)
    return np.concatenate([faces(a, turned_a, lights, hue), faces(b, turned_b, lights, hue)])


def tufts(
    chance: np.random.Generator,
    count: int,
    middle: tuple[float, float],
    reach: tuple[float, float],
    size: float,
    hue: float,
) -> Sketch:
    """A cloud of small leaves or needles filling an ellipse: light above, dark beneath, in painter's order."""
    turn, out = chance.uniform(0, 2 * np.pi, count), np.sqrt(chance.random(count))
    place = np.stack([np.cos(turn) * out, np.sin(turn) * out], axis=1)
    order = np.argsort(chance.random(count) * 0.6 + place[:, 1] * 0.2 - out * 0.3)[::-1]
    place = place[order]
    heading = chance.uniform(0, 2 * np.pi, count)[:, None] + np.array([0.0, 2.2, 4.1])
    length = size * chance.uniform(0.55, 1.25, (count, 3))
    spread = np.stack([np.cos(heading) * length, np.sin(heading) * length * 0.8], axis=-1)
    corners = np.array(middle) + place[:, None, :] * np.array(reach) + spread
    light = np.clip(0.52 + 0.40 * place[:, 1] + chance.normal(0, 0.13, count), 0.08, 1.0)
    return faces(corners, np.clip(place[:, 0] * 1.1, -1, 1), light, hue)
