"""A crag as a picture of its surface: spires of layered rock with trees on their ledges."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.noise import Array, line, ridged, smooth, value_noise

WIDTH_PX, HEIGHT_PX = 288, 448
WOOD = 0.26
"""Tones below are trees, above rock."""


@dataclass(frozen=True)
class CragShape:
    """What kind of crag: how many spires, how broad the leading one is (0..1 of the width), how sharp."""

    spires: int
    broad: float
    sharp: float
    trees: int


def crag(chance: np.random.Generator, shape: CragShape) -> Generator[None, None, NDArray[np.uint8]]:
    """A map of shape (HEIGHT_PX, WIDTH_PX, 4): facing right, facing up, tone of rock or trees, coverage."""
    maps = np.zeros((HEIGHT_PX, WIDTH_PX, 4))
    maps[..., 0] = 0.5
    maps[..., 1:3] = 0.5
    rough = ridged(chance, np.arange(HEIGHT_PX) / 70.0, np.arange(WIDTH_PX) / 26.0, 3)
    yield
    rough = 0.6 * rough + 0.4 * ridged(chance, np.arange(HEIGHT_PX) / 22.0, np.arange(WIDTH_PX) / 22.0, 3)
    yield
    rough = _bent(chance, rough)
    yield
    slope_y, slope_x = np.asarray(np.gradient(rough))
    for spire in range(shape.spires):
        lead = spire == shape.spires - 1  # the leading one last, before the others
        top = 0.95 if lead else chance.uniform(0.3, 0.74)
        x = 0.5 + (chance.normal(0, 0.03) if lead else chance.choice([-1, 1]) * chance.uniform(0.12, 0.28))
        broad = shape.broad * (1.0 if lead else chance.uniform(0.4, 0.75))
        _raise(chance, maps, (x, top, broad, shape.sharp), (rough, slope_x, slope_y))
        yield
    _plant(chance, maps, shape.trees)
    yield
    edge = np.clip(np.minimum(np.arange(WIDTH_PX), np.arange(WIDTH_PX)[::-1]) / 10.0, 0, 1)
    maps[..., 3] *= edge
    return np.asarray(np.round(np.clip(maps, 0, 1) * 255), np.uint8)


def _bent(chance: np.random.Generator, field: Array) -> Array:
    """A field pushed about, so that cracks wander and join and no courses of bricks are seen."""
    down, across = np.arange(HEIGHT_PX), np.arange(WIDTH_PX)
    shift = [34 * (value_noise(chance, down / 46.0, across / 40.0) - 0.5) for _ in (0, 1)]
    y = np.clip(down[:, None] + shift[0], 0, HEIGHT_PX - 1).astype(int)
    x = np.clip(across[None, :] + shift[1], 0, WIDTH_PX - 1).astype(int)
    return np.asarray(field[y, x])


def _raise(
    chance: np.random.Generator,
    maps: Array,
    spire: tuple[float, float, float, float],
    fields: tuple[Array, Array, Array],
) -> None:
    """One spire over what stands there: middle, top and breadth as shares of the picture."""
    middle, top, broad, sharp = spire
    rough, slope_x, slope_y = fields
    up = np.arange(HEIGHT_PX) / HEIGHT_PX
    left = np.clip(1 - up / top, 0, 1)
    taper = left**sharp * (0.8 + 0.45 * left)
    jut = [0.62 + 0.76 * line(chance, up * 7, 4, 0.6) for _ in (0, 1)]
    bend = middle + 0.10 * broad * (line(chance, up * 3, 2) - 0.5)
    low, high = bend - broad * taper * jut[0] / 2, bend + broad * taper * jut[1] / 2
    x = np.arange(WIDTH_PX)[None, :] / WIDTH_PX
    wide = np.maximum(high - low, 1e-3)[:, None]
    way = np.clip((2 * x - (low + high)[:, None]) / wide, -1, 1)
    cover = np.clip(np.minimum(x - low[:, None], high[:, None] - x) * WIDTH_PX + 0.5, 0, 1)
    cover *= (up < top)[:, None]
    strata = 0.10 * (line(chance, up * 34, 3)[:, None] - 0.5)
    new = np.stack(
        [
            0.5 + 0.5 * np.clip(0.85 * way * np.abs(way) ** 0.4 - 7.0 * slope_x, -1, 1),
            np.clip(0.20 + 0.34 * smooth(0.5, 1.0, up / top)[:, None] - 6.0 * slope_y, 0.0, 1.0),
            np.clip(0.50 + 0.52 * rough + strata - 0.10 * way * way, 0.34, 1.0),
        ],
        axis=-1,
    )
    maps[..., :3] += (new - maps[..., :3]) * cover[..., None]
    maps[..., 3] = np.maximum(maps[..., 3], cover)


def _plant(chance: np.random.Generator, maps: Array, trees: int) -> None:
    """Pines on ledges and along the outline: each a few flat pads."""
    held = maps[..., 3] > 0.5
    edge = held & ~(np.roll(held, 3, 1) & np.roll(held, -3, 1) & np.roll(held, -3, 0))
    for places in (np.argwhere(edge), np.argwhere(held & (maps[..., 1] > 0.42))):
        if not len(places):
            continue
        for y, x in places[chance.integers(len(places), size=trees // 2)]:
            size = chance.uniform(3.0, 7.0)
            for pad in range(int(chance.integers(2, 4))):
                _pad(maps, (x + chance.normal(0, 1.2), y + size * (0.5 + 0.7 * pad)), size * (1.25 - 0.3 * pad))


def _pad(maps: Array, at: tuple[float, float], size: float) -> None:
    """A flat pad of needles, light above and dark beneath."""
    left, low = max(int(at[0] - size - 1), 0), max(int(at[1] - size), 0)
    part = maps[low : int(at[1] + size) + 1, left : int(at[0] + size) + 2]
    if not part.size:
        return
    dx = (np.arange(part.shape[1]) + left - at[0])[None, :] / size
    dy = (np.arange(part.shape[0]) + low - at[1])[:, None] / (size * 0.42)
    cover = np.clip((1 - dx * dx - dy * dy) * size * 0.5, 0, 1)
    tone = np.clip(0.12 + 0.10 * dy, 0.02, 0.24)
    new = np.stack(
        [np.broadcast_to(0.5 + 0.3 * dx, cover.shape), np.broadcast_to(0.55 + 0.2 * dy, cover.shape)], -1
    )
    part[..., :2] += (new - part[..., :2]) * cover[..., None]
    part[..., 2] += (tone - part[..., 2]) * cover
    part[..., 3] = np.maximum(part[..., 3], cover)
