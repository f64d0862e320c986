"""Stones in the water. In units of their own height, their foot at 0."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch
from game.scenery.noise import Array, line

ACROSS, UP = 72, 26
WET = 0.20
"""Up to which share of its height a stone is dark with water."""


def stone(chance: np.random.Generator, broad: float) -> Sketch:
    """A stone `broad` times as wide as high: worn planes, wet below, moss or lichen above."""
    x, top = _outline(chance)
    up = np.linspace(0.0, 1.0, UP)[:, None]
    at_y = up * top
    at_x = x + chance.normal(0, 0.07) * np.sin(up * np.pi) * (1 - x * x)
    turned, lifted = _planes(chance, np.broadcast_to(x, at_y.shape), at_y)
    side = np.clip(0.75 * np.sign(x) * np.abs(x) ** 1.3 + turned, -1, 1)
    grain = chance.normal(0, 0.060, at_y.shape) + 0.16 * (line(chance, (x + 1) * 9, 3) - 0.5)
    light = np.clip(0.30 + 0.34 * up**1.3 + lifted + grain, 0.06, 1.0)
    dry = np.clip((at_y / (WET * (0.7 + 0.6 * line(chance, (x + 1) * 4, 4))) - 0.8) * 4, 0, 1)
    light *= 0.36 + 0.64 * dry
    patch = 1.8 * (line(chance, (x + 1) * 5, 4) - 0.42) + 1.1 * (up - 0.72)
    hue = np.clip(patch, 0, 1) * np.clip(at_y * 4 - 1, 0, 1) * chance.uniform(0.15, 1.0)
    return _skin(np.stack([at_x * broad / 2, at_y, side, light, hue], axis=-1))


def _outline(chance: np.random.Generator) -> tuple[Array, Array]:
    """Places -1..1 across, close together at the sides, and the height of the upper edge there: a few corners,
    worn a little."""
    x = np.sin(np.linspace(-np.pi / 2, np.pi / 2, ACROSS))
    count = int(chance.integers(4, 8))
    at = np.sort(chance.uniform(-0.97, 0.97, count))
    lean = chance.uniform(-0.4, 0.4)
    high = (1 - np.abs(at + lean * (1 - at * at)) ** 2.0) ** 0.75 * chance.uniform(0.5, 1.0, count)
    top = np.interp(x, [-1.0, *at, 1.0], [0.0, *high, 0.0])
    top = np.convolve(np.pad(top, 4), np.hanning(11)[1:-1] / np.hanning(11).sum(), "valid")
    top *= 1 + 0.14 * (line(chance, (x + 1) * 6, 4, 0.6) - 0.5)
    top *= np.clip((1 - np.abs(x)) * 14, 0, 1) ** 0.5
    return x, np.asarray(top / np.max(top))


def _planes(chance: np.random.Generator, x: Array, y: Array) -> tuple[Array, Array]:
    """What worn planes add to side and light: each place belongs to the nearest of a few; cracks run between."""
    count = int(chance.integers(6, 11))
    middles = np.stack([chance.uniform(-1, 1, count), chance.uniform(0, 1.1, count)], axis=1)
    away = np.hypot(x[..., None] - middles[:, 0], (y[..., None] - middles[:, 1]) * 1.4)
    nearest = away.argmin(axis=-1)
    first, second = np.moveaxis(np.partition(away, 1, axis=-1)[..., :2], -1, 0)
    crack = 0.16 * np.exp(-(((second - first) / 0.035) ** 2))
    lifted = chance.uniform(-0.26, 0.26, count) + 0.30 * (middles[:, 1] - 0.55)
    return chance.uniform(-0.8, 0.8, count)[nearest], lifted[nearest] - crack


def _skin(points: Array) -> Sketch:
    """Triangles over a grid of points (rows, columns, 5), lower rows first."""
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, :-1], points[1:, 1:]
    return np.stack([np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)], axis=2).reshape(-1, 3, 5)
