"""Stones in the water, and old trunks that lean out of it. In units of their own height, their foot at 0."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch, stem
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
    top *= 1 + 0.22 * (line(chance, (x + 1) * 6, 4, 0.6) - 0.5)
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


def trunk(chance: np.random.Generator) -> Sketch:
    """A dead trunk leaning out of the water, with what is left of its boughs; its highest point at 1."""
    side, slope = chance.choice([-1.0, 1.0]), chance.uniform(0.32, 0.95)
    steps = 11
    along = np.linspace(0, 1, steps)
    bend = chance.normal(0, 0.16)
    heading = np.arctan(slope) + bend * (along - 0.3) * 2 + np.cumsum(chance.normal(0, 0.05, steps))
    spine = np.stack([np.cumsum(np.cos(heading)), np.cumsum(np.sin(heading))], axis=1)
    spine = (spine - spine[0]) / max(float(np.ptp(spine[:, 1])), 1e-6)
    length = float(np.hypot(*np.diff(spine, axis=0).T).sum())
    widths = length * chance.uniform(0.050, 0.068) * np.linspace(1.0, 0.30, steps) ** 1.2
    parts = [_stub(chance, spine, heading, along_at, length) for along_at in np.sort(chance.uniform(0.28, 0.98, 6))]
    spine[0, 1] -= 0.06
    parts.append(_log(chance, spine, widths))
    found = np.concatenate(parts)
    found[..., 3] *= 0.45 + 0.55 * np.clip(found[..., 1] / 0.2, 0, 1)
    found[..., 1] /= max(float(found[..., 1].max()), 1e-6)
    found[..., 0] *= side
    found[..., 2] *= side
    return found


def _log(chance: np.random.Generator, spine: Array, widths: Array) -> Sketch:
    """The trunk itself: in three strips, light above, dark below, moss on its back."""
    strips = []
    for share, light, hue in ((-0.30, 0.30, 0.05), (0.02, 0.52, 0.2), (0.30, 0.86, chance.uniform(0.3, 0.9))):
        shifted = spine.copy()
        shifted[:, 1] += widths * share
        strips.append(stem(shifted, widths * (0.62 if share < 0.2 else 0.44), light, hue))
    return np.concatenate(strips)


def _stub(chance: np.random.Generator, spine: Array, heading: Array, at: float, length: float) -> Sketch:
    """A broken bough: it leaves the trunk upward more often than down, and ends bare."""
    place = at * (len(spine) - 1)
    base = np.array([np.interp(place, np.arange(len(spine)), spine[:, i]) for i in (0, 1)])
    turn = float(np.interp(place, np.arange(len(spine)), heading)) + chance.choice(
        [1.0, 1.0, -1.0]
    ) * chance.uniform(0.35, 1.1)
    long, steps = length * chance.uniform(0.06, 0.24) * (1.15 - at * 0.5), 5
    ways = turn + np.cumsum(chance.normal(0, 0.18, steps))
    moves = np.stack([np.cos(ways), np.sin(ways)], axis=1) * long / steps
    points = base + np.concatenate([np.zeros((1, 2)), np.cumsum(moves, axis=0)])
    return stem(points, length * 0.020 * np.linspace(1.0, 0.25, steps + 1), 0.55, 0.15)
