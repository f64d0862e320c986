"""The wood of a valley: where its spruces stand, and their sketches set in the picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.scenery.growing.sketch import Sketch
from game.scenery.growing.snowy import LYING, snowy_spruce
from game.scenery.valley.lie import FOCUS, Array, Valley

VARIANTS = 5
DETAIL = ((0.13, (21, 8, 4)), (0.05, (12, 6, 3)), (0.022, (8, 4, 2)), (0.0, (5, 3, 1)))
"""From which height on, in screen heights, a spruce has so many tiers, boughs a tier and steps a bough."""
SLICE_TREES = 12
BUNDLE = 12_000
"""Triangles that are brought to the driver at once, as trees are whole."""
GRAIN = 7
"""What each corner carries: place, side, light, hue, haze, and 1 for snow that lies, on which shadows fall."""


def stand(valley: Valley, count: int, tall_m: float, chance: np.random.Generator) -> Array:
    """Trees far to near, shape (n, 4): X, Z, height in metres, and how high the snow lies there."""
    tries = 14000
    z = np.exp(chance.uniform(np.log(62), np.log(860), tries))
    x = chance.uniform(-0.62, 0.62, tries) * valley.aspect * z / FOCUS
    d = valley.bank(x, z)
    willing = np.clip((d - 2) / 10, 0.0, 1) * np.clip(1.15 * valley.wooded(x, z) + 0.012, 0, 1)
    keep = (d > 3 + 2 * chance.random(tries) + 0.02 * z) & (chance.random(tries) < willing) & _clear(valley, x, z)
    height = tall_m * chance.uniform(0.62, 1.3, tries) * np.where(chance.random(tries) < 0.3, 0.6, 1.0)
    x, z, height = x[keep], z[keep], height[keep]
    keep = (_hides(valley, x, z, height) < 2) | (chance.random(len(x)) < 0.05)
    x, z, height = (each[keep][: round(count * min(valley.aspect / 2, 1.6))] for each in (x, z, height))
    order = np.argsort(-z)
    return np.stack([x, z, height, valley.height(x, z)], axis=1)[order]


def _clear(valley: Valley, x: Array, z: Array) -> Array:
    """Not about the house, nor between it and the eye."""
    yard = valley.yard
    sight = np.abs(x / z - yard.x_m / yard.z_m) * FOCUS
    before = (sight < 0.135) & (z < yard.z_m + 4)
    return np.asarray(~before & ~((np.abs(x - yard.x_m) < 10) & (np.abs(z - yard.z_m) < 9)))


def _hides(valley: Valley, x: Array, z: Array, height: Array) -> Array:
    """How many places of the river a tree would stand before."""
    course = np.geomspace(50, 420, 70)
    middle, foot = valley.river_x(course) / course, -17.0 / course
    half = valley.river_half(course) / course * 0.8
    across, wide = (x / z)[:, None], (height * 0.14 / z)[:, None]
    top, low = ((height - 15.5) / z)[:, None], (-15.5 / z)[:, None]
    hidden = (np.abs(across - middle) < half + wide) & (foot < top) & (foot > low) & (course > z[:, None])
    return np.asarray(hidden.sum(axis=1))


def set_trees(valley: Valley, trees: Array, chance: np.random.Generator, parts: list[Array]) -> Iterator[None]:
    """Add each tree where it stands to `parts`, as corners (n, 3, GRAIN), in slices."""
    grown: list[list[Sketch]] = []
    for _, detail in DETAIL:
        grown.append([])
        for _ in range(VARIANTS):
            grown[-1].append(snowy_spruce(chance, *detail))
            yield
    for number, (x, z, height, ground) in enumerate(trees):
        size = height / z * FOCUS
        level = next(i for i, (least, _) in enumerate(DETAIL) if size >= least)
        parts.append(_set(valley, grown[level][chance.integers(VARIANTS)], (x, ground, z), size, chance))
        if number % SLICE_TREES == 0:
            yield


def _set(
    valley: Valley, tree: Sketch, at: tuple[float, float, float], size: float, chance: np.random.Generator
) -> Array:
    across, up = valley.on_screen(*(np.array(value) for value in at))
    flip = chance.choice([-1.0, 1.0])
    placed = np.zeros((*tree.shape[:2], GRAIN), np.float32)
    placed[..., 0] = across + tree[..., 0] * flip * size * chance.uniform(0.85, 1.2)
    placed[..., 1] = up - 0.01 * size + tree[..., 1] * size
    placed[..., 2] = tree[..., 2] * flip
    placed[..., 3] = tree[..., 3] * chance.uniform(0.86, 1.08)
    placed[..., 4] = tree[..., 4]
    placed[:LYING, :, 6] = placed[-LYING:, :, 6] = 1.0
    placed[..., 5] = valley.haze(np.array(at[2]))
    return placed


def bundled(parts: list[Array]) -> Iterator[NDArray[np.float32]]:
    """Corners (n, GRAIN) of some trees at a time, in order; takes them out of `parts`, so that memory is freed."""
    while parts:
        many, count = 0, 0
        while many < len(parts) and count < BUNDLE:
            count += len(parts[many])
            many += 1
        corners = np.concatenate(parts[:many]).reshape(-1, GRAIN).astype(np.float32, copy=False)
        del parts[:many]
        yield corners
