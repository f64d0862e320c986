"""Where jellyfish are at home, and what they are made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
ALONG, ROUND = 17, 44
THREADS, ARMS = 24, 4
STEPS = 28
TRIES = 60
APART = 0.20
"""How far from each other they keep at least, in screen heights, besides their own size."""
NARROWEST = 0.5


def drifters(
    chance: np.random.Generator, most: int, radius: float, heights: tuple[float, float], aspect: float, heavy: int
) -> Array:
    """Rows, far to near: x and y on the screen, radius, chance; tint, haze, lean, how much each goes by the breath.

    The nearest has its place in the lighter half of the picture, at about a third; no two come close.
    """
    radius *= min(1.0, NARROWEST + 0.29 * aspect)
    count = int(chance.integers((most + 1) // 2, most + 1))
    low, high = heights
    first = 0.5 - heavy * (0.10 + 0.14 * chance.random()), low + (high - low) * chance.uniform(0.45, 0.8), radius
    found = [first]
    for i in range(1, count):
        size = radius * (0.62 * 0.78**i + 0.16) * chance.uniform(0.85, 1.15)
        found += _place(chance, found, size, heights, aspect)
    rows = [_row(chance, i, *one, len(found)) for i, one in enumerate(found)]
    return np.array(rows[::-1])


def _place(
    chance: np.random.Generator,
    found: list[tuple[float, float, float]],
    size: float,
    heights: tuple[float, float],
    aspect: float,
) -> list[tuple[float, float, float]]:
    """One more, where there is room for it and its threads."""
    for _ in range(TRIES):
        x, y = chance.uniform(0.10, 0.90), chance.uniform(*heights)
        clear = (
            abs(x - other[0]) * aspect > (size + other[2]) * 1.3 + APART * 0.6
            or y - other[1] > APART + 4 * size
            or other[1] - y > APART + 4 * other[2]
            for other in found
        )
        if all(clear):
            return [(x, y, size)]
    return []


def _row(chance: np.random.Generator, i: int, x: float, y: float, size: float, count: int) -> tuple[float, ...]:
    far = i / max(count, 4)
    tint = np.clip((0.06, 0.75, 0.35, 1.0, 0.55, 0.85)[i % 6] + chance.uniform(-0.1, 0.1), 0, 1)
    return x, y, size, chance.random(), tint, 0.05 + 0.75 * far, chance.uniform(-0.3, 0.3), 1.0 - 0.6 * far


def bells(bodies: Array) -> tuple[Array, Array]:
    """Vertices (n, 11): a body's row, then along, round, inner; and triangles. Inner skins come before outer."""
    along, turn = np.linspace(0, 1, ALONG + 1) ** 0.9 * 0.995 + 0.005, np.linspace(0, 2 * np.pi, ROUND + 1)
    skin = np.stack(np.meshgrid(along, turn, indexing="ij"), axis=-1).reshape(-1, 2)
    both = np.concatenate([np.insert(skin, 2, inner, axis=1) for inner in (1.0, 0.0)])
    corner = (np.arange(ALONG)[:, None] * (ROUND + 1) + np.arange(ROUND)).ravel()[:, None]
    cells = (corner + np.array([0, 1, ROUND + 1, 1, ROUND + 2, ROUND + 1])).reshape(-1, 3)
    one = np.concatenate([cells, cells + len(skin)])
    return _each(bodies, both, one)


def arms(chance: np.random.Generator, bodies: Array) -> tuple[Array, Array]:
    """Vertices (n, 14): a body's row, along and across, angle, length, 1 for an arm, chance; and triangles."""
    along = np.repeat(np.linspace(0, 0.98, STEPS + 1), 2)
    strip = np.stack([along, np.tile([-1.0, 1.0], STEPS + 1)], axis=1)
    cell = (2 * np.arange(STEPS)[:, None] + [0, 1, 2, 1, 3, 2]).reshape(-1, 3)
    parts = []
    for body in bodies:
        angle = 2 * np.pi * (np.arange(THREADS) + 0.3 * chance.random(THREADS)) / THREADS
        threads = np.stack(
            [angle, chance.uniform(2.4, 4.6, THREADS), np.zeros(THREADS), chance.random(THREADS)], axis=1
        )
        angle = 2 * np.pi * (np.arange(ARMS) + 0.2) / ARMS
        frills = np.stack([angle, chance.uniform(2.4, 3.2, ARMS), np.ones(ARMS), chance.random(ARMS)], axis=1)
        all_of_it = np.concatenate([threads, frills])
        parts.append(np.hstack([np.tile(body, (len(all_of_it), 1)), all_of_it]))
    rows = np.concatenate(parts)
    vertices = np.hstack([np.repeat(rows, len(strip), axis=0), np.tile(strip, (len(rows), 1))])
    index = (len(strip) * np.arange(len(rows))[:, None, None] + cell).reshape(-1, 3)
    return vertices, index


def _each(bodies: Array, vertices: Array, index: Array) -> tuple[Array, Array]:
    """The same mesh for each body, its row before each vertex."""
    rows = np.hstack([np.repeat(bodies, len(vertices), axis=0), np.tile(vertices, (len(bodies), 1))])
    return rows, (len(vertices) * np.arange(len(bodies))[:, None, None] + index).reshape(-1, 3)
