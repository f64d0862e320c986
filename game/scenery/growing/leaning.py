"""A tree at the water's edge that leans out over the picture."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.growing.bough import Bough
from game.scenery.growing.sketch import Sketch, stem
from game.scenery.noise import Array

STEPS = 22
BARK = 150
"""Strokes of bark."""
AIRY = 0.62
"""A bough shorter than this has fewer leaves, so that sky shows between them."""
FOOT_WIDTH, TOP_RATIO = 0.056, 0.36


class _Bough(Bough):
    """Farther off than a branch over one's head."""

    leaf = 0.010, 0.021


def leaning_tree(chance: np.random.Generator, leafy: float, reach: float) -> Iterator[Sketch]:
    """From the foot of the left margin up and inward: boughs behind, trunk and bark, boughs before.

    Lengths in screen heights; the longest boughs are `reach` long.
    """
    spine = _spine(chance, reach)
    widths = FOOT_WIDTH * (0.3 + min(reach, 0.7)) * np.linspace(1.0, TOP_RATIO, STEPS) ** 0.8
    widths[:3] *= (1.45, 1.2, 1.06)
    places = np.sort(chance.uniform(0.56, 0.97, int(chance.integers(5, 8))))
    boughs = []
    for at in places:
        boughs.append(_bough(chance, spine, float(at), leafy, reach * (0.72 + 0.5 * float(at))))
        yield boughs[-1][:0]
    for bough in boughs[::2]:
        bough[..., 3] *= 0.7
        yield bough
    yield stem(spine, widths, 0.42, 0.0)
    yield _bark(chance, spine, widths)
    yield from boughs[1::2]


def _spine(chance: np.random.Generator, reach: float) -> Array:
    """Points from the foot to beyond the upper edge, leaning out and then seeking the light."""
    lean = chance.uniform(1.08, 1.36)
    headings = lean + (1.55 - lean) * np.linspace(0, 1, STEPS) ** 1.3 + np.cumsum(chance.normal(0, 0.05, STEPS))
    moves = np.stack([np.cos(headings), np.sin(headings)], axis=1)
    points = np.concatenate([np.zeros((1, 2)), np.cumsum(moves, axis=0)[:-1]])
    points *= 1.12 / points[-1, 1]
    points[:, 0] *= min(1.0, 0.35 + reach)
    return np.asarray(points + np.array([chance.uniform(-0.06, 0.05), -0.04]))


def _bough(chance: np.random.Generator, spine: Array, at: float, leafy: float, length: float) -> Sketch:
    """One bough, inward more often than not, hanging a little."""
    place = at * (STEPS - 1)
    start = tuple(float(np.interp(place, np.arange(STEPS), spine[:, i])) for i in (0, 1))
    inward = chance.random() < 0.75
    rise = chance.uniform(-0.15, 0.25) + 1.1 * (at - 0.56)  # the higher, the steeper: no two boughs alike
    heading = rise if inward else np.pi - 0.25 - rise
    share = chance.uniform(0.5, 1.25) if inward else 0.6
    airy = leafy * min(1.0, (length * share / AIRY) ** 1.5)
    return _Bough(chance, airy).grow((start[0], start[1]), heading, length * share, 0.018 * (length * share) ** 0.5)


def _bark(chance: np.random.Generator, spine: Array, widths: Array) -> Sketch:
    """Short strokes along the trunk, light on ridges and dark in cracks."""
    parts = []
    for _ in range(BARK):
        at, across = chance.uniform(0, STEPS - 3), chance.uniform(-0.44, 0.44)
        steps = at + np.linspace(0, chance.uniform(0.6, 1.6), 4)
        points = np.stack([np.interp(steps, np.arange(STEPS), spine[:, i]) for i in (0, 1)], axis=1)
        width = float(np.interp(at, np.arange(STEPS), widths))
        points[:, 0] += across * width + chance.normal(0, 0.02, 4) * width
        stroke = stem(
            points, width * np.array([0.02, 0.07, 0.06, 0.01]), chance.choice([0.16, 0.25, 0.62, 0.8]), 0.0
        )
        stroke[..., 2] = np.clip(across * 1.8 + stroke[..., 2] * 0.3, -1, 1)
        parts.append(stroke)
    return np.concatenate(parts)
