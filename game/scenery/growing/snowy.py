"""Spruces under heavy snow. Height 1, foot at 0; hue 0 is needles, 1 is snow."""

from __future__ import annotations

import numpy as np

from game.scenery.growing.sketch import Sketch, faces, stem
from game.scenery.noise import Array, value_noise

NEEDLES, SNOW = 0.0, 1.0
LYING = 18
"""So many triangles at the beginning and at the end of a spruce are snow that lies round its foot."""
FOOT = 0.012
"""Below this height boughs are pressed flat: they lie on the snow and never hang under it."""
OPEN_LIGHT = 0.93
"""The light of open snow, which hollow and mound fade into."""


def snowy_spruce(chance: np.random.Generator, tiers: int, per_tier: int, steps: int = 5) -> Sketch:
    """A spruce whose drooping boughs carry cushions of snow over dark hanging twigs, in painter's order.

    `tiers` of `per_tier` boughs with `steps` cushions each: 25 x 9 x 6 close by, 5 x 3 x 2 a finger high.
    """
    width, slim = chance.uniform(0.15, 0.21), chance.uniform(0.86, 1.1)
    level = 0.05 + 0.92 * np.linspace(0, 1, tiers) ** 0.80 + chance.normal(0, 0.18 / tiers, tiers)
    reach = width * np.clip(1.03 - level, 0.03, 1) ** slim * chance.uniform(0.78, 1.14, tiers)
    y, reach = np.repeat(level, per_tier), np.repeat(reach, per_tier)
    turn = chance.uniform(0, 2 * np.pi) + 2 * np.pi * np.arange(len(y)) * (1 / per_tier + 0.07)
    turn = turn + chance.normal(0, 0.22, len(y))
    order = np.argsort(np.repeat(np.arange(tiers), per_tier) + 0.85 * np.sin(turn) + chance.normal(0, 0.1, len(y)))
    boughs = _boughs(chance, y[order], reach[order] * chance.uniform(0.74, 1.12, len(y)), turn[order], steps)
    lean = chance.normal(0, 0.010)
    found = np.concatenate([_heart(chance, width, slim), boughs, _top(chance, width)])
    found[..., 0] += lean * found[..., 1] ** 2
    found[..., 1] = np.where(found[..., 1] < FOOT, FOOT - 0.1 * (FOOT - found[..., 1]), found[..., 1])
    return np.concatenate([_well(width), found, _mound(chance, width)])


def _disc(x: Array, y: Array, middle: tuple[float, float], light: Array, inner: float, side: Array) -> Sketch:
    """A fan about its middle, snow: `inner` is the light there, `light` that of the rim."""
    rim = np.stack([x, y, side, light], axis=1)
    core = np.broadcast_to(np.array([*middle, 0.0, inner]), rim[:-1].shape)
    corners = np.stack([rim[:-1], rim[1:], core], axis=1)
    return faces(corners[..., :2], corners[..., 2], corners[..., 3], SNOW)


def _well(width: float) -> Sketch:
    """The hollow in the snow round the foot, in the tree's own shade, fading into the snow about it."""
    turn = np.linspace(0, 2 * np.pi, LYING + 1)
    x, y = 1.25 * width * np.cos(turn), 0.02 + 0.045 * np.sin(turn)
    return _disc(x, y, (0.0, 0.03), np.full(LYING + 1, OPEN_LIGHT), 0.30, np.zeros(LYING + 1))


def _mound(chance: np.random.Generator, width: float) -> Sketch:
    """Snow heaped before the foot: the lowest boughs sink into it."""
    turn = np.linspace(0, 2 * np.pi, LYING + 1)
    wide, shift = width * chance.uniform(0.55, 0.85), width * chance.normal(0, 0.12)
    x, y = shift + wide * np.cos(turn), 0.002 + np.where(turn < np.pi, 0.026, 0.022) * np.sin(turn)
    light = OPEN_LIGHT + 0.06 * np.clip(np.sin(turn), 0, 1)
    return _disc(x, y, (shift, 0.004), light, OPEN_LIGHT - 0.03, 0.25 * np.cos(turn) * np.clip(np.sin(turn), 0, 1))


def _heart(chance: np.random.Generator, width: float, slim: float) -> Sketch:
    """The dark inside, so that no sky shines through, and the foot of the trunk."""
    y = np.linspace(0.03, 0.97, 12)
    half = (
        0.30 * width * np.clip(1.0 - y, 0.01, 1) ** slim * np.clip(y / 0.16, 0.2, 1) * chance.uniform(0.85, 1.1, 12)
    )
    points = np.stack([np.zeros(12), y], axis=1)
    trunk = stem(np.array([[0.0, 0.0], [0.0, 0.12]]), np.array([0.030, 0.024]), 0.30, NEEDLES)
    return np.concatenate([trunk, stem(points, half * 2, 0.30, NEEDLES)])


def _top(chance: np.random.Generator, width: float) -> Sketch:
    """The leader: needles to the tip, and snow caught on them in small heaps."""
    points = np.array([[0.0, 0.92], [0.0, 0.97], [0.0, 1.0]])
    y = np.linspace(0.915, 0.982, 6)
    size = width * np.linspace(0.055, 0.022, 6) * chance.uniform(0.7, 1.2, 6)
    at = np.stack([np.array([1, -1, 1, -1, 1, -1]) * size * 0.55, y], axis=1)
    heaps = _cushions(at, np.tile([1.0, 0.0], (6, 1)), size, size * 1.0, np.zeros(6), np.full(6, 0.9), 6)
    return np.concatenate([stem(points, np.array([0.13, 0.07, 0.015]) * width, 0.5, NEEDLES), heaps])


def _boughs(chance: np.random.Generator, y: Array, reach: Array, turn: Array, steps: int) -> Sketch:
    """Boughs outward and down; along each, twigs hang below, cushions of snow lie on top."""
    count = len(y)
    along = np.clip((np.arange(steps) + 0.75) / steps + chance.normal(0, 0.10 / steps, (count, steps)), 0.1, 1.0)
    out, front = np.cos(turn)[:, None], np.sin(turn)[:, None]
    near = np.clip(front, 0, 1)
    reach_, y_ = reach[:, None], y[:, None]
    drop = reach_ * chance.uniform(0.35, 0.66, (count, 1)) * (1.25 - 0.5 * y_) + near * reach_ * 0.30
    x_at, y_at = out * reach_ * (0.12 + 0.88 * along), y_ - drop * along**1.35
    way = np.stack([out * reach_ + 0 * along, -drop * 1.35 * along**0.35], axis=-1)
    way /= np.maximum(np.linalg.norm(way, axis=-1, keepdims=True), 1e-6)
    full = reach_ * (1.55 / steps) ** 0.75 * (1.15 - 0.55 * along) * chance.uniform(0.55, 1.15, (count, steps))
    long, thick = (
        full * (0.34 + 0.16 * np.abs(out)),
        full * (0.15 + 0.15 * near) * chance.uniform(0.75, 1.25, full.shape),
    )
    bright = np.clip(0.80 + 0.22 * front + chance.normal(0, 0.07, full.shape), 0.42, 1.0)
    at, ways = np.stack([x_at, y_at], axis=-1).reshape(-1, 2), way.reshape(-1, 2)
    light, high = bright.reshape(-1), thick.reshape(-1)
    twigs = _twigs(chance, at, ways, full.reshape(-1), light, 5 if steps > 3 else 3)
    laden = np.where(chance.random(len(at)) < 0.88, long.reshape(-1), 0.0)
    side = np.broadcast_to(out, full.shape).reshape(-1)
    lying = at + np.array([0.0, 0.3]) * high[:, None]
    snow = _cushions(lying, ways, laden, high, side, light, 8 if steps > 4 else 6)
    each = len(at)
    both = np.concatenate([twigs.reshape(each, -1, 3, 5), snow.reshape(each, -1, 3, 5)], axis=1)
    return both.reshape(-1, 3, 5)


def _cushions(at: Array, way: Array, long: Array, thick: Array, out: Array, bright: Array, corners: int) -> Sketch:
    """Rounded heaps of snow at (n, 2), lying along `way`: light above, in shade below."""
    turn = 2 * np.pi * (np.arange(corners) + 0.5) / corners
    up = np.stack([-way[:, 1], way[:, 0]], axis=1) * np.where(way[:, :1] < 0, -1.0, 1.0)
    rise = np.where(np.sin(turn) > 0, 1.25, 0.72) * np.sin(turn)
    rim = (
        at[:, None]
        + way[:, None] * (np.cos(turn) * long[:, None])[..., None]
        + up[:, None] * (rise * np.where(long > 0, thick, 0.0)[:, None])[..., None]
    )
    normal = way[:, None] * np.cos(turn)[:, None] + up[:, None] * np.sin(turn)[:, None]
    side = np.clip(0.55 * out[:, None] + 0.55 * normal[..., 0], -1, 1)
    light = bright[:, None] * (0.76 + 0.26 * normal[..., 1])
    points = np.concatenate([rim, side[..., None], light[..., None]], axis=-1)
    fan = [np.stack([points[:, 0], points[:, i], points[:, i + 1]], axis=1) for i in range(1, corners - 1)]
    found = np.full((len(at), corners - 2, 3, 5), SNOW)
    found[..., :4] = np.stack(fan, axis=1)
    return found.reshape(-1, 3, 5)


def _twigs(chance: np.random.Generator, at: Array, way: Array, full: Array, bright: Array, many: int) -> Sketch:
    """Twigs that hang from each place in a fringe, feathering outward: dark, their tips a little lighter."""
    n = len(at)
    spread = np.linspace(-1, 1, many) + chance.normal(0, 0.25, (n, many))
    heading = np.stack([way[:, :1] * 0.55 + 0.42 * spread, way[:, 1:] * 0.6 - 0.62 + 0 * spread], axis=-1)
    length = full[:, None, None] * chance.uniform(0.34, 0.66, (n, many, 1))
    root = at[:, None] + way[:, None] * (spread * 0.30 * full[:, None])[..., None]
    across = np.stack([-heading[..., 1], heading[..., 0]], axis=-1) * full[:, None, None] * 0.17
    tip = root + heading * length
    points = np.stack([root - across, root + across, tip], axis=2)
    found = np.full((n, many, 3, 5), NEEDLES)
    found[..., :2] = points
    found[..., 2] = np.clip(way[:, None, None, 0] * 0.7, -1, 1)
    light = bright[:, None, None] * np.array([0.36, 0.36, 0.62])
    found[..., 3] = light
    found[..., 2, 4] = 0.22 * chance.random((n, many))  # rime on the tips
    return found.reshape(-1, 3, 5)


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
