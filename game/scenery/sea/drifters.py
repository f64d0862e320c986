"""Where jellyfish are at home, and what they are made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.scenery.noise import smooth

Array = NDArray[np.float64]
ARMS = 4
MARK_SIZE = 64, 512
TRIES = 60
APART = 0.20
"""How far from each other they keep at least, in screen heights, besides their own size."""
NARROWEST = 0.5


def drifters(
    chance: np.random.Generator, most: int, radius: float, heights: tuple[float, float], aspect: float, heavy: int
) -> Array:
    """Rows, far to near: x and y on the screen, radius, chance; tint, haze, lean, how much each goes by the breath.

    The nearest has its place in the lighter half, near the middle, where no weed stands; no two
    come close.
    """
    radius *= min(1.0, NARROWEST + 0.29 * aspect)
    count = int(chance.integers((most + 1) // 2, most + 1))
    low, high = heights
    first = (
        0.5 - heavy * chance.uniform(0.01, 0.17),
        low + (high - low) * chance.uniform(0.2, 0.9),
        radius * chance.uniform(0.8, 1.08),
    )
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


def detail(radius: float) -> float:
    """How finely one of so large a radius is made, 0..1."""
    return float(np.clip((radius - 0.02) / 0.07, 0, 1))


def bells(bodies: Array) -> tuple[Array, Array]:
    """Vertices (n, 11): a body's row, then along, round, inner; and triangles. Inner skins come before outer."""
    return _joined([_bell(body) for body in bodies])


def _bell(body: Array) -> tuple[Array, Array]:
    fine = detail(body[2])
    rows, columns = round(6 + 7 * fine), 4 * round(4 + 4 * fine)
    along = np.linspace(0, 1, rows + 1) ** 0.9 * 0.995 + 0.005
    skin = np.stack(np.meshgrid(along, np.linspace(0, 2 * np.pi, columns + 1), indexing="ij"), axis=-1).reshape(
        -1, 2
    )
    both = np.concatenate([np.insert(skin, 2, inner, axis=1) for inner in (1.0, 0.0)])
    corner = (np.arange(rows)[:, None] * (columns + 1) + np.arange(columns)).ravel()[:, None]
    cells = (corner + np.array([0, 1, columns + 1, 1, columns + 2, columns + 1])).reshape(-1, 3)
    return np.hstack([np.tile(body, (len(both), 1)), both]), np.concatenate([cells, cells + len(skin)])


def arms(chance: np.random.Generator, bodies: Array) -> tuple[Array, Array]:
    """Vertices (n, 14): a body's row, angle, length, 1 for an arm, chance, then along and across; and triangles."""
    return _joined([_arms(chance, body) for body in bodies])


def _arms(chance: np.random.Generator, body: Array) -> tuple[Array, Array]:
    fine = detail(body[2])
    threads, steps = round(8 + 9 * fine), round(11 + 11 * fine)
    angle = 2 * np.pi * (np.arange(threads) + 0.3 * chance.random(threads)) / threads
    thin = np.stack([angle, chance.uniform(2.4, 4.6, threads), np.zeros(threads), chance.random(threads)], axis=1)
    angle = 2 * np.pi * (np.arange(ARMS) + 0.2) / ARMS
    broad = np.stack([angle, chance.uniform(2.4, 3.2, ARMS), np.ones(ARMS), chance.random(ARMS)], axis=1)
    rows = np.concatenate([thin, broad])
    along = np.repeat(np.linspace(0, 0.98, steps + 1), 2)
    strip = np.stack([along, np.tile([-1.0, 1.0], steps + 1)], axis=1)
    cell = (2 * np.arange(steps)[:, None] + [0, 1, 2, 1, 3, 2]).reshape(-1, 3)
    bodies = np.tile(body, (len(rows) * len(strip), 1))
    vertices = np.hstack([bodies, np.repeat(rows, len(strip), axis=0), np.tile(strip, (len(rows), 1))])
    return vertices, (len(strip) * np.arange(len(rows))[:, None, None] + cell).reshape(-1, 3)


def marks() -> NDArray[np.uint8]:
    """What is drawn on the skins, (2 x rows, columns, 4): how strong a mark is, and how much skin there is.

    Round across; the outer skin below, the inner above, each from crown to rim.
    """
    rows, columns = MARK_SIZE
    u, f = np.linspace(0, 1, rows)[:, None], np.linspace(0, 2 * np.pi, columns, endpoint=False)[None, :]
    rib = (0.5 + 0.5 * np.cos(f * 16)) ** 10 * smooth(0.10, 0.5, u) * 0.6
    vein = (0.5 + 0.5 * np.cos(f * 32 + np.sin(u * 30) * 0.7)) ** 6 * smooth(0.5, 0.9, u) * 0.45
    outer = 0.4 * rib + 0.46 * vein + smooth(0.90, 0.99, u)
    four = np.abs(np.cos(f * 2))
    inner = np.exp(-(((u - 0.36 + 0.10 * four) * 11) ** 2)) * smooth(0.15, 0.75, four) + 0.12 * rib
    strong = np.concatenate([outer, inner])
    there = np.broadcast_to(1 - smooth(0.965, 1.0, np.concatenate([u, u])), strong.shape)
    pixels = np.clip(np.stack([strong, there, strong, there], axis=-1), 0, 1) * 255
    return np.asarray(pixels, np.uint8)


def _joined(parts: list[tuple[Array, Array]]) -> tuple[Array, Array]:
    """Several meshes as one."""
    first = np.cumsum([0, *(len(vertices) for vertices, _ in parts[:-1])])
    index = np.concatenate([cells + at for (_, cells), at in zip(parts, first, strict=True)])
    return np.concatenate([vertices for vertices, _ in parts]), index
