"""The edge of a pond: how stones lie about a corner of the picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.lean import MARGIN
from game.scenery.noise import Array
from game.scenery.pool.stones import dressed

ROUND = 1.35
"""How the bank runs from one edge of the picture to the other: 1 straight across, 2 as a quarter of a circle."""
FILL, PACK = 0.018, 0.034
"""Radius of what lies between the stones, and of the smaller stones."""

WITH_SHADOW = 1.9
"""How far a stone may reach with the shadow at its foot, in radii."""


@dataclass(frozen=True)
class Bank:
    """Stones about the lower left corner, rows as of the bed; lengths in screen heights."""

    stones: NDArray[np.float32]
    size: tuple[float, float]
    """How far it reaches to the right and up, all in all."""
    lantern: tuple[float, float]
    """Where a lantern may stand."""


def bank(chance: np.random.Generator, aspect: float, reach: float, moss_ratio: float) -> Bank:
    """A seed's bank; wide screens have a longer one."""
    narrow = min(1.0, 0.55 + 0.3 * aspect)
    along = min(reach * chance.uniform(1.7, 3.4), 0.62 * aspect)
    up = min(reach * chance.uniform(1.0, 2.2), 0.62) * (1.0 if along < 2.2 * reach else 0.75)
    waves = chance.uniform(0, 6.28, 3)
    parts = [
        _inside(chance, (along, up), waves, FILL, 0.95),
        _inside(chance, (along, up), waves, PACK * narrow, 0.5),
        _rim(chance, (along, up), waves, narrow),
    ]
    stones = np.concatenate(parts)
    grown = chance.random(len(stones)) < moss_ratio
    stones[:, 6] = np.where(grown, chance.uniform(0.0, 0.22, len(stones)), stones[:, 6])
    stones[: len(parts[0]), 6] *= 0.35
    stones[: len(parts[0]), 5] *= 0.7
    wide, high = (stones[:, :2] + WITH_SHADOW * stones[:, 2:3]).max(axis=0)
    return Bank(stones.astype(np.float32), (float(wide), float(high)), (along * 0.36, up * 0.40))


def _edge(turn: Array, size: tuple[float, float], waves: Array) -> Array:
    """Where the bank meets the water, from the bottom edge (0) to the side (1): shape (n, 2)."""
    angle = turn * np.pi / 2
    power = 2 / ROUND
    uneven = 1 + 0.10 * np.sin(turn * 9 + waves[0]) + 0.06 * np.sin(turn * 19 + waves[1])
    across = size[0] * np.cos(angle) ** power * uneven
    return np.stack([across, size[1] * np.sin(angle) ** power * uneven], axis=-1)


def _inside(
    chance: np.random.Generator, size: tuple[float, float], waves: Array, radius: float, share: float
) -> Array:
    """Stones all over the bank."""
    step = radius * 1.25
    x, y = (
        part.ravel()
        for part in np.meshgrid(np.arange(-MARGIN - 0.02, size[0], step), np.arange(-MARGIN - 0.02, size[1], step))
    )
    x, y = x + chance.normal(0, 0.4, len(x)) * step, y + chance.normal(0, 0.4, len(y)) * step
    turn = np.arctan2(np.maximum(y, 0) / size[1], np.maximum(x, 0) / size[0]) / (np.pi / 2)
    rim = np.linalg.norm(_edge(turn, size, waves), axis=-1)
    kept = (np.hypot(np.maximum(x, 0), np.maximum(y, 0)) < rim - radius) & (chance.random(len(x)) < share)
    return dressed(chance, x[kept], y[kept], radius * chance.lognormal(0, 0.25, int(kept.sum())))


def _rim(chance: np.random.Generator, size: tuple[float, float], waves: Array, narrow: float) -> Array:
    """Large stones along the water, of very different size, a few fallen in before it; the largest come last."""
    radius = np.clip(chance.lognormal(np.log(0.052), 0.45, 60), 0.024, 0.15) * narrow
    length = float(np.hypot(*size)) * 1.12
    placed = np.cumsum(radius * 1.5)
    count = int(np.searchsorted(placed, length)) + 1
    turn = np.clip(placed[:count] / length, 0, 1)
    at = _edge(turn, size, waves) * (1 - chance.uniform(0.0, 0.13, count))[:, None]
    fallen = int(chance.integers(2, 5))
    far = _edge(chance.random(fallen), size, waves) * chance.uniform(1.06, 1.22, fallen)[:, None]
    great = int(chance.integers(1, 3))
    deep = _edge(chance.uniform(0.1, 0.9, great), size, waves) * chance.uniform(0.55, 0.8, great)[:, None]
    sizes = np.r_[chance.uniform(0.02, 0.04, fallen), radius[:count], chance.uniform(0.10, 0.17, great) * narrow]
    places = np.concatenate([far, at, deep])
    order = np.argsort(sizes, kind="stable")
    return dressed(chance, places[order, 0], places[order, 1], sizes[order])
