"""A weeping willow's bough: strands of narrow leaves hang from it, longest near the trunk."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.growing.bough import leaves
from game.scenery.growing.sketch import Sketch, stem
from game.scenery.noise import Array

STEP = 0.010
"""Between two leaves along a strand, in screen heights."""
LEAF = 0.016, 0.030
THINNEST = 0.0011
STRANDS = 46
"""On a bough one screen height long, at the thickest."""


def willow(
    chance: np.random.Generator, start: tuple[float, float], reach: float, hang: float, thick: float
) -> Iterator[Sketch]:
    """From the left: a bough and two that leave it, back to front, strand by strand. Lengths in screen heights."""
    boughs = [_bough(chance, np.array(start), chance.uniform(0.15, 0.42), reach, 0.022 * reach**0.5)]
    for share in (0.35, 0.62):
        points = boughs[0][0]
        at = points[int(share * (len(points) - 1))]
        rise = float(chance.uniform(0.25, 0.7) * chance.choice([-0.4, 1.0]))
        boughs.append(_bough(chance, at, rise, reach * 0.5, 0.011 * reach**0.5))
    for points, _ in reversed(boughs):
        yield from _curtain(chance, points, hang, thick, behind=True)
    for points, widths in boughs:
        yield stem(points, widths, 0.45, 0.0)
    for points, _ in boughs:
        yield from _curtain(chance, points, hang, thick, behind=False)


def _bough(
    chance: np.random.Generator, start: Array, heading: float, length: float, width: float
) -> tuple[Array, Array]:
    """Points and widths of wood that rises, then bends over."""
    steps = 18
    headings = heading + np.linspace(0.0, -1.15, steps) + np.cumsum(chance.normal(0, 0.045, steps))
    moves = np.stack([np.cos(headings), np.sin(headings)], axis=1) * length / steps
    points = start + np.concatenate([np.zeros((1, 2)), np.cumsum(moves, axis=0)])
    return points, np.maximum(width * np.linspace(1, 0.12, steps + 1), THINNEST * 1.5)


def _curtain(
    chance: np.random.Generator, points: Array, hang: float, thick: float, *, behind: bool
) -> Iterator[Sketch]:
    length = float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())
    count = max(round(STRANDS * length * (0.3 + 0.7 * thick)), 4)
    for along in np.sort(chance.beta(1.0, 0.9, count)):
        at = along * (len(points) - 1.001)
        index = int(at)
        place = points[index] + (points[index + 1] - points[index]) * (at - index)
        long = hang * chance.uniform(0.25, 1.0) * (1.1 - 0.55 * along)
        strand = _strand(chance, place + chance.normal(0, 0.006, 2), long)
        if behind:
            strand[..., 3] *= 0.55
        yield strand


def _strand(chance: np.random.Generator, start: Array, length: float) -> Sketch:
    """One hanging twig with its leaves, drawn out to the side first, then straight down."""
    steps = max(int(length / STEP), 5)
    way = np.linspace(0, 1, steps)
    out = chance.normal(0.45, 0.25) * np.exp(-way * 5.0) + 0.07 * np.sin(
        way * chance.uniform(2, 5) + chance.uniform(0, 6)
    )
    moves = np.stack([np.sin(out), -np.cos(out)], axis=1) * length / steps
    points = start + np.concatenate([np.zeros((1, 2)), np.cumsum(moves, axis=0)])
    twig = stem(points, np.maximum(0.0024 * np.linspace(1, 0.3, steps + 1), THINNEST), 0.4, 0.3)
    at = np.repeat(np.arange(1, steps), 2)
    sides = np.tile([-1.0, 1.0], steps - 1)
    keep = chance.random(len(at)) < 0.86
    at, sides = at[keep], sides[keep]
    heading = -np.pi / 2 + out[at] + sides * chance.uniform(0.22, 0.72, len(at))
    size = chance.uniform(*LEAF, len(at)) * (1.0 - 0.4 * at / steps)
    spray = leaves(chance, points[at], heading, size, 0.085)
    spray[..., 3] *= chance.uniform(0.5, 1.05)
    return np.concatenate([twig, spray])
