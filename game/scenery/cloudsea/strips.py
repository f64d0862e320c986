"""A strip of heaped cloud as a picture of its surface; it repeats across."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from game.scenery.heaped.cloud import SLICE, Ball, ball_on, blurred, set_ball, turned
from game.scenery.noise import Array, smooth

WIDTH_PX, HEIGHT_PX = 1152, 192
MARGIN_PX = 96
"""Beyond each end, cut off again: what hangs over one end stands at the other."""
FOOT = 0.22
"""Below this share of the height all is cloud."""


def strip(chance: np.random.Generator, great: int) -> Generator[None, None, NDArray[np.uint8]]:
    """A map of shape (HEIGHT_PX, WIDTH_PX, 4): how it faces to the right and up, how open it lies, coverage.

    `great`: how many great balls it is heaped of; many make small puffs.
    """
    balls = _great(chance, great)
    for share in (8, 5):
        last = balls[-great:] if share == 8 else balls[great:]
        more: list[Ball] = []
        for first in range(0, len(last), SLICE):
            more += [
                ball_on(chance, ball, 0.28, 0.52) for ball in last[first : first + SLICE] for _ in range(share)
            ]
            yield
        balls += more
    shape = HEIGHT_PX, WIDTH_PX + 2 * MARGIN_PX
    depth, face = np.full(shape, -1.0), np.zeros((*shape, 2))
    for first in range(0, len(balls), SLICE):
        for x, y, z, radius in balls[first : first + SLICE]:
            for shift in (-WIDTH_PX, 0, WIDTH_PX):
                if -radius < x + shift + MARGIN_PX < shape[1] + radius:
                    set_ball(depth, face, (x + shift + MARGIN_PX, y, z, radius))
        yield
    return (yield from _picture(depth, face))


def _great(chance: np.random.Generator, count: int) -> list[Ball]:
    """Heaps of uneven height along the strip: the low ones nearer, so that they stand before the high."""
    across = np.linspace(0.0, 2 * np.pi, WIDTH_PX, endpoint=False)
    waves = [(n, chance.uniform(0, 2 * np.pi), 1.0 / n**0.55) for n in (1, 2, 3, 5, 7, 11)]
    line = np.asarray(sum(a * np.cos(n * across + at) for n, at, a in waves))
    line = (line - line.min()) / np.ptp(line)
    size = (60 / count) ** 0.5
    balls: list[Ball] = []
    for index in range(
        count
    ):  # every other one along the crest, so that it is closed; the rest wherever there is room
        x = int((index + chance.random()) / count * WIDTH_PX)
        crest = (0.36 + 0.56 * line[x] ** 1.5) * HEIGHT_PX
        radius = HEIGHT_PX * (0.11 + 0.11 * line[x]) * chance.uniform(0.7, 1.3) * size
        sunk = 0.0 if index % 2 else 0.75 * chance.random() ** 1.2
        y = max(crest * (1 - sunk) - radius, 0.10 * HEIGHT_PX)
        balls.append((float(x), float(y), (1 - y / HEIGHT_PX) * 60.0, radius))
    return balls


def _picture(depth: Array, face: Array) -> Generator[None, None, NDArray[np.uint8]]:
    held = (depth > 0).astype(float)
    up = (np.arange(HEIGHT_PX) / HEIGHT_PX)[:, None]
    worn = np.clip(blurred(held, 2) * 1.5 - 0.34, 0, 1)
    yield
    cover = np.maximum(worn, 1 - smooth(FOOT - 0.06, FOOT + 0.10, np.broadcast_to(up, held.shape)))
    cover = np.maximum.accumulate(cover[::-1], axis=0)[::-1]  # nothing is seen through it
    yield
    aside = yield from turned(face[..., 0], held)
    upward = yield from turned(face[..., 1], held)
    around = blurred(depth * held, 9)
    yield
    hollow = (depth * held - around / np.maximum(blurred(held, 9), 1e-3)) * held
    yield
    open_ = np.clip(0.26 + 0.55 * np.clip((up - FOOT) / 0.45, 0, 1) + 0.013 * hollow, 0, 1)
    yield
    maps = np.stack([0.5 + 0.5 * aside, 0.5 + 0.5 * upward, open_, cover], axis=-1)
    yield
    return np.asarray(np.round(maps[:, MARGIN_PX:-MARGIN_PX] * 255), np.uint8)
