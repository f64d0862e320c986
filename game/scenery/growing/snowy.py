"""Spruces under heavy snow. Height 1, foot at 0; hue 0 is needles, 1 is snow."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch, faces, stem
from game.scenery.noise import Array, value_noise

NEEDLES, SNOW = 0.0, 1.0


def snowy_spruce(chance: np.random.Generator, tiers: int, per_tier: int, steps: int = 5) -> Sketch:
    """A spruce whose hanging boughs each carry a pad of snow, in painter's order.

    `tiers` of `per_tier` boughs, each drawn in `steps`: 24 x 9 x 6 close by, 6 x 4 x 2 a finger high.
    """
    width, slim = chance.uniform(0.15, 0.23), chance.uniform(0.80, 1.05)
    level = np.linspace(0.03, 0.965, tiers) + chance.normal(0, 0.25 / tiers, tiers)
    reach = width * np.clip(1.01 - level, 0.02, 1) ** slim * chance.uniform(0.80, 1.16, tiers)
    y, reach = np.repeat(level, per_tier), np.repeat(reach, per_tier)
    turn = chance.uniform(0, 2 * np.pi) + 2 * np.pi * np.arange(len(y)) * (1 / per_tier + 0.07)
    turn = turn + chance.normal(0, 0.22, len(y))
    order = np.argsort(np.repeat(np.arange(tiers), per_tier) + 0.85 * np.sin(turn) + chance.normal(0, 0.1, len(y)))
    boughs = _boughs(chance, y[order], reach[order] * chance.uniform(0.78, 1.1, len(y)), turn[order], steps)
    lean = chance.normal(0, 0.010)
    found = np.concatenate([_heart(chance, width, slim), boughs, _top(width)])
    found[..., 0] += lean * found[..., 1] ** 2
    return found


def _heart(chance: np.random.Generator, width: float, slim: float) -> Sketch:
    """The dark inside, so that no sky shines through, and the foot of the trunk."""
    y = np.linspace(0.02, 0.97, 12)
    half = 0.55 * width * np.clip(1.0 - y, 0.01, 1) ** slim * chance.uniform(0.85, 1.1, 12)
    points = np.stack([np.zeros(12), y], axis=1)
    trunk = stem(np.array([[0.0, -0.03], [0.0, 0.12]]), np.array([0.030, 0.024]), 0.25, NEEDLES)
    return np.concatenate([trunk, stem(points, half * 2, 0.16, NEEDLES)])


def _top(width: float) -> Sketch:
    """The leader, with its cap."""
    points = np.array([[0.0, 0.93], [0.0, 0.97], [0.0, 1.0]])
    return np.concatenate(
        [
            stem(points, np.array([0.10, 0.06, 0.01]) * width, 0.45, NEEDLES),
            stem(points + np.array([0.0, 0.004]), np.array([0.09, 0.08, 0.03]) * width, 0.9, SNOW),
        ]
    )


def _boughs(chance: np.random.Generator, y: Array, reach: Array, turn: Array, steps: int) -> Sketch:
    """Boughs from the trunk outward and down: needles hang below and beyond the snow that lies on them."""
    count, along = len(y), np.linspace(0, 1, steps + 1)
    out, front = np.cos(turn), np.sin(turn)
    near = np.clip(front, 0, 1)
    drop = reach * chance.uniform(0.42, 0.75, count) * (1.25 - 0.5 * y) + near * reach * 0.25
    begin = 0.18 * reach
    spine_x = out[:, None] * (begin[:, None] + (reach - begin)[:, None] * along)
    spine_y = y[:, None] - drop[:, None] * along**1.45
    way_x, way_y = np.gradient(spine_x, axis=1), np.gradient(spine_y, axis=1)
    length = np.maximum(np.hypot(way_x, way_y), 1e-6)
    flip = np.where(out < 0, -1.0, 1.0)[:, None]  # the upper side of the bough
    normal = np.stack([-way_y / length * flip, way_x / length * flip], axis=-1)
    spine = np.stack([spine_x, spine_y], axis=-1)
    body = np.sin(np.pi * np.clip(along * 0.88 + 0.10, 0, 1)) ** 0.65
    half = (reach * (0.17 + 0.15 * np.abs(front)) * chance.uniform(0.8, 1.25, count))[:, None] * body
    bright = np.clip(0.80 + 0.26 * front + chance.normal(0, 0.06, count), 0.35, 1.0)[:, None]
    side = (out * 0.85)[:, None] + np.zeros(steps + 1)
    jag = chance.uniform(0.75, 1.75, (count, steps + 1))
    jag[:, ::2] *= 0.72
    lump = chance.uniform(0.75, 1.2, (count, steps + 1))
    under = (0.35 + 0.45 * near)[:, None]
    reaches = (0.2 + 0.9 * near)[:, None]
    needles = _strip(
        spine, normal, half * reaches * jag, -half * jag * 1.25, side, bright * 0.50, bright * 0.22, NEEDLES
    )
    inner = half * np.clip((1.08 - along) * 6, 0, 1)
    snow = _strip(spine, normal, inner * lump, -inner * under * lump, side, bright, bright * 0.60, SNOW)
    return np.stack([needles, snow], axis=1).reshape(-1, 3, 5)


def _strip(
    spine: Array, normal: Array, above: Array, below: Array, side: Array, light: Array, dim: Array, hue: float
) -> Sketch:
    """Bands along spines (n, steps, 2), from so far above them to so far below; shape (n, triangles, 3, 5)."""
    top, foot = spine + normal * above[..., None], spine + normal * below[..., None]
    count, steps = above.shape
    light, dim = np.broadcast_to(light, above.shape), np.broadcast_to(dim, above.shape)
    corners = [np.concatenate([p, side[..., None], g[..., None]], axis=-1) for p, g in ((top, light), (foot, dim))]
    a, b, c, d = corners[0][:, :-1], corners[0][:, 1:], corners[1][:, :-1], corners[1][:, 1:]
    faces_ = np.stack([np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)], axis=2)
    found = np.full((count, steps - 1, 2, 3, 5), hue)
    found[..., :4] = faces_
    return found.reshape(count, -1, 3, 5)


def drift(chance: np.random.Generator, x: Array, foot: float, top: Array) -> Sketch:
    """A bank of snow close by, from the foot of the picture to its crest: blown into low folds, brightest above."""
    rows = np.linspace(0, 1, 22) ** 0.8
    y = foot + (top - foot) * rows[:, None]
    folds = value_noise(chance, rows * 5 + 1, x * 1.7) + 0.5 * value_noise(chance, rows * 13 + 1, x * 5.0) - 0.75
    light = np.clip(0.60 + 0.26 * rows[:, None] ** 3 + 0.16 * folds, 0.2, 1.0)
    side = np.clip(-0.8 * np.gradient(top, x) + 0.5 * np.gradient(folds, x, axis=1), -0.9, 0.9)
    points = np.stack([np.broadcast_to(x, y.shape), y, side, light], axis=-1)
    a, b, c, d = points[:-1, :-1], points[:-1, 1:], points[1:, :-1], points[1:, 1:]
    cells = np.stack([np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)], axis=2).reshape(-1, 3, 4)
    return faces(cells[..., :2], cells[..., 2], cells[..., 3], SNOW)
