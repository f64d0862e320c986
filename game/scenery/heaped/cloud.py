"""One cumulus as a picture of its surface: balls on balls on balls, flat beneath."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from game.scenery.noise import Array, value_noise

WIDTH_PX, HEIGHT_PX = 448, 224
BASE = 0.16
"""Height of its flat foot, as a share of the picture's height."""
SLICE = 120
"""Balls set in a slice."""

Ball = tuple[float, float, float, float]
"""x, y, z, radius, in pixels."""


def cloud(chance: np.random.Generator) -> Generator[None, None, NDArray[np.uint8]]:
    """A map of shape (HEIGHT_PX, WIDTH_PX, 4): how it faces to the right and up, how open it lies, coverage."""
    balls = _balls(chance)
    depth = np.full((HEIGHT_PX, WIDTH_PX), -1.0)
    face = np.zeros((HEIGHT_PX, WIDTH_PX, 2))
    for first in range(0, len(balls), SLICE):
        for ball in balls[first : first + SLICE]:
            _set(depth, face, ball)
        yield
    return _picture(chance, depth, face)


def _balls(chance: np.random.Generator) -> list[Ball]:
    """Great ones in a heap, and on each smaller ones, on those smaller ones yet."""
    towers = int(chance.integers(2, 5))
    tops = [(chance.uniform(0.26, 0.74), chance.uniform(0.35, 1.0)) for _ in range(towers)]
    low = BASE * HEIGHT_PX
    great: list[Ball] = []
    for _ in range(26):
        x = float(np.clip(chance.normal(0.5, 0.17), 0.16, 0.84))
        room = 1.0 - (abs(x - 0.5) / 0.40) ** 2.0
        high = max(room, 0.06) * (0.22 + 0.78 * max(h * np.exp(-(((x - at) / 0.13) ** 2)) for at, h in tops))
        radius = HEIGHT_PX * (0.045 + 0.10 * high) * chance.uniform(0.8, 1.2)
        rise = chance.uniform(0.0, 0.52) * high * HEIGHT_PX
        great.append((x * WIDTH_PX, low + radius * 0.55 + rise, chance.uniform(-0.2, 0.2) * radius, radius))
    middle = [_on(chance, ball, 0.30, 0.52) for ball in great for _ in range(8)]
    small = [_on(chance, ball, 0.30, 0.55) for ball in middle for _ in range(5)]
    return great + middle + small


def _on(chance: np.random.Generator, ball: Ball, least: float, most: float) -> Ball:
    """A smaller ball sunk half into another, above rather than below."""
    way = chance.normal(size=3)
    way[1] = way[1] + 0.35
    way /= np.linalg.norm(way)
    x, y, z, radius = ball
    out = radius * 0.86
    return x + way[0] * out, y + way[1] * out, z + abs(way[2]) * out, radius * chance.uniform(least, most)


def _set(depth: Array, face: Array, ball: Ball) -> None:
    x, y, z, radius = ball
    left, right = max(int(x - radius), 0), min(int(x + radius) + 2, WIDTH_PX)
    low, high = max(int(y - radius), 0), min(int(y + radius) + 2, HEIGHT_PX)
    if left >= right or low >= high:
        return
    dx, dy = (np.arange(left, right) - x)[None, :], (np.arange(low, high) - y)[:, None]
    inside = radius * radius - dx * dx - dy * dy
    near = z + np.sqrt(np.maximum(inside, 0.0)) + 40.0
    here = (inside > 0) & (near > depth[low:high, left:right])
    depth[low:high, left:right][here] = near[here]
    face[low:high, left:right, 0][here] = np.broadcast_to(dx / radius, here.shape)[here]
    face[low:high, left:right, 1][here] = np.broadcast_to(dy / radius, here.shape)[here]


def _picture(chance: np.random.Generator, depth: Array, face: Array) -> NDArray[np.uint8]:
    held = (depth > 0).astype(float)
    y = np.arange(HEIGHT_PX)[:, None] / HEIGHT_PX
    x = np.arange(WIDTH_PX)[None, :] / WIDTH_PX
    torn = value_noise(chance, np.arange(HEIGHT_PX) / 9.0, np.arange(WIDTH_PX) / 16.0)
    wide = value_noise(chance, np.arange(HEIGHT_PX) / 40.0, np.arange(WIDTH_PX) / 60.0)
    foot = np.clip((y - BASE + 0.05 * torn + 0.05 * wide - 0.02) / 0.10, 0, 1)
    edges = np.clip(np.minimum(x, 1 - x) / 0.05, 0, 1) * np.clip((1 - y) / 0.06, 0, 1)
    cover = np.clip(blurred(held, 2) * 1.5 - 0.34, 0, 1) * foot * foot * (3 - 2 * foot) * edges
    soft = np.maximum(blurred(held, 3), 1e-3)
    whole, close = np.maximum(blurred(held, 12), 1e-3), [blurred(face[..., i] * held, 1) for i in (0, 1)]
    near = np.maximum(blurred(held, 1), 1e-3)
    great = [blurred(face[..., i] * held, 12) / whole for i in (0, 1)]
    filled = [blurred(face[..., i] * held, 3) / soft for i in (0, 1)]
    turned = [
        np.where(held > 0, 0.45 * close[i] / near + 0.25 * filled[i] + 0.55 * great[i], filled[i]) for i in (0, 1)
    ]
    hollow = (depth * held - blurred(depth * held, 9) / np.maximum(blurred(held, 9), 1e-3)) * held
    over = np.clip((y - BASE) / 0.36, 0, 1)
    open_ = np.clip(0.30 + 0.52 * over + 0.018 * hollow + 0.16 * (wide - 0.5), 0, 1)
    maps = [0.5 + 0.5 * np.clip(turned[0], -1, 1), 0.5 + 0.5 * np.clip(turned[1], -1, 1), open_, cover]
    return np.asarray(np.round(np.stack(maps, axis=-1) * 255), np.uint8)


def blurred(picture: Array, reach: int) -> Array:
    """Mean over a square of so many pixels each way, twice."""
    for axis in (0, 1):
        for _ in range(2):
            padded = np.pad(picture, [(reach + 1, reach) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
            total = np.cumsum(padded, axis=axis)
            far, near = [slice(None)] * 2, [slice(None)] * 2
            far[axis], near[axis] = slice(2 * reach + 1, None), slice(None, -2 * reach - 1)
            picture = (total[tuple(far)] - total[tuple(near)]) / (2 * reach + 1)
    return picture
