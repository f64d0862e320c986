"""One cumulus as a picture of its surface: balls on balls on balls, flat beneath."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from game.scenery.noise import Array, smooth, value_noise

WIDTH_PX, HEIGHT_PX = 448, 224
BASE = 0.16
"""Height of its flat foot, as a share of the picture's height."""
GREAT = 34
FOOT = 12
"""How many great balls a heap has, and how many its foot."""
SLICE = 70
"""Balls set in a slice."""

Ball = tuple[float, float, float, float]
"""x, y, z, radius, in pixels."""


def cloud(chance: np.random.Generator) -> Generator[None, None, NDArray[np.uint8]]:
    """A map of shape (HEIGHT_PX, WIDTH_PX, 4): how it faces to the right and up, how open it lies, coverage."""
    balls = _great(chance)
    balls += yield from _smaller(chance, balls)
    depth = np.full((HEIGHT_PX, WIDTH_PX), -1.0)
    face = np.zeros((HEIGHT_PX, WIDTH_PX, 2))
    for first in range(0, len(balls), SLICE):
        for ball in balls[first : first + SLICE]:
            set_ball(depth, face, ball)
        yield
    return (yield from _picture(chance, depth, face))


def _great(chance: np.random.Generator) -> list[Ball]:
    """The great ones: a heap of towers, and a foot under all of it."""
    towers = int(chance.integers(2, 5))
    tops = [(chance.uniform(0.26, 0.74), chance.uniform(0.35, 1.0)) for _ in range(towers)]
    low = BASE * HEIGHT_PX
    great: list[Ball] = []
    for _ in range(GREAT):
        x = float(chance.triangular(0.17, chance.uniform(0.38, 0.62), 0.83))
        room = 1.0 - (abs(x - 0.5) / 0.40) ** 2.0
        high = max(room, 0.06) * (0.22 + 0.78 * max(h * np.exp(-(((x - at) / 0.13) ** 2)) for at, h in tops))
        radius = HEIGHT_PX * (0.055 + 0.115 * high) * chance.uniform(0.8, 1.2)
        rise = chance.uniform(0.0, 0.52) * high * HEIGHT_PX
        great.append((x * WIDTH_PX, low + radius * 0.55 + rise, chance.uniform(-0.2, 0.2) * radius, radius))
    left, right = min(ball[0] for ball in great), max(ball[0] for ball in great)
    for x in np.linspace(left, right, FOOT):  # one foot under all of it
        radius = HEIGHT_PX * chance.uniform(0.06, 0.10)
        great.append((x, low + 0.4 * radius, 0.0, radius))
    return great


def _smaller(chance: np.random.Generator, great: list[Ball]) -> Generator[None, None, list[Ball]]:
    """Balls on those, and on these smaller ones yet."""
    middle = [ball_on(chance, ball, 0.30, 0.52) for ball in great for _ in range(8)]
    yield
    small: list[Ball] = []
    for first in range(0, len(middle), SLICE):
        small += [ball_on(chance, ball, 0.30, 0.55) for ball in middle[first : first + SLICE] for _ in range(5)]
        yield
    return middle + small


def ball_on(chance: np.random.Generator, ball: Ball, least: float, most: float) -> Ball:
    """A smaller ball sunk half into another, above rather than below."""
    way = chance.normal(size=3)
    way[1] = way[1] + 0.35
    way /= np.linalg.norm(way)
    x, y, z, radius = ball
    out = radius * 0.86
    return x + way[0] * out, y + way[1] * out, z + abs(way[2]) * out, radius * chance.uniform(least, most)


def set_ball(depth: Array, face: Array, ball: Ball) -> None:
    """Put a ball where nothing nearer stands: `depth` is nearness in pixels, `face` x and y of the surface."""
    x, y, z, radius = ball
    left, right = max(int(x - radius), 0), min(int(x + radius) + 2, depth.shape[1])
    low, high = max(int(y - radius), 0), min(int(y + radius) + 2, depth.shape[0])
    if left >= right or low >= high:
        return
    dx, dy = (np.arange(left, right) - x)[None, :], (np.arange(low, high) - y)[:, None]
    inside = radius * radius - dx * dx - dy * dy
    near = z + np.sqrt(np.maximum(inside, 0.0)) + 40.0
    here = (inside > 0) & (near > depth[low:high, left:right])
    depth[low:high, left:right][here] = near[here]
    face[low:high, left:right, 0][here] = np.broadcast_to(dx / radius, here.shape)[here]
    face[low:high, left:right, 1][here] = np.broadcast_to(dy / radius, here.shape)[here]


def _picture(chance: np.random.Generator, depth: Array, face: Array) -> Generator[None, None, NDArray[np.uint8]]:
    held = (depth > 0).astype(float)
    up = np.arange(HEIGHT_PX)
    across = np.arange(WIDTH_PX)
    torn, wide = value_noise(chance, up / 9.0, across / 16.0), value_noise(chance, up / 40.0, across / 60.0)
    yield
    worn = np.clip(blurred(held, 2) * 1.5 - 0.34, 0, 1)
    yield
    y, x = up[:, None] / HEIGHT_PX, across[None, :] / WIDTH_PX
    foot = smooth(0.0, 1.0, (y - BASE + 0.05 * torn + 0.05 * wide - 0.02) / 0.10)
    edges = np.clip(np.minimum(x, 1 - x) / 0.05, 0, 1) * np.clip((1 - y) / 0.06, 0, 1)
    cover = worn * foot * edges
    yield
    aside = yield from turned(face[..., 0], held)
    upward = yield from turned(face[..., 1], held)
    around = blurred(depth * held, 9)
    yield
    hollow = (depth * held - around / np.maximum(blurred(held, 9), 1e-3)) * held
    yield
    over = np.clip((y - BASE) / 0.36, 0, 1)
    open_ = np.clip(0.30 + 0.52 * over + 0.014 * hollow + 0.16 * (wide - 0.5), 0, 1)
    maps = [0.5 + 0.5 * aside, 0.5 + 0.5 * upward, open_, cover]
    yield
    return np.asarray(np.round(np.stack(maps, axis=-1) * 255), np.uint8)


def turned(face: Array, held: Array) -> Generator[None, None, Array]:
    """How the surface faces one way: each ball a little, the whole heap more; beyond its edge as at the edge."""
    near = blurred(face * held, 2) / np.maximum(blurred(held, 2), 1e-3)
    yield
    great = blurred(face * held, 14) / np.maximum(blurred(held, 14), 1e-3)
    yield
    return np.asarray(np.clip(np.where(held > 0, 0.48 * near + 0.66 * great, near), -1, 1))


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
