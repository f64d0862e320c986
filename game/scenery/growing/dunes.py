"""Grass of the dunes: tufts of fine, stiff blades that arch over, with pale ears among them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.growing.sketch import Sketch, stem

FINEST = 0.0022
"""Width of a blade at its foot, in screen heights, give or take a third."""


def spear(chance: np.random.Generator, x: float, foot: float, tall: float, lean: float, thinnest: float) -> Sketch:
    """One blade: straight at first, then bent over by its own weight."""
    up = np.linspace(0, 1, 10)
    droop = chance.uniform(0.05, 0.62) * (1 if lean >= 0 else -1)
    turn = 1.55 * lean + droop * (1.2 * up + 1.5 * up * up)
    step = tall / 9
    across = x + np.concatenate([[0.0], np.cumsum(np.sin(turn[:-1]) * step)])
    height = foot + np.concatenate([[0.0], np.cumsum(np.cos(turn[:-1]) * step)])
    width = np.maximum(FINEST * chance.uniform(0.7, 1.35) * (1 - up**1.5), thinnest)
    found = stem(
        np.stack([across, height], axis=1), width, chance.uniform(0.35, 1.0), float(chance.random() ** 1.3)
    )
    found[..., 3] *= 0.35 + 0.65 * np.clip((found[..., 1] - foot) / max(tall, 1e-6) * 1.3, 0, 1)
    return found


def ear(chance: np.random.Generator, x: float, foot: float, tall: float, thinnest: float) -> Sketch:
    """A straight stalk with a long ear, thicker in the middle."""
    lean, up = chance.normal(0.06, 0.07), np.linspace(0, 1, 8)
    stalk = np.stack([x + tall * lean * up**1.5, foot + tall * up], axis=1)
    head = np.linspace(0.80, 1.0, 7)
    spike = np.stack([x + tall * lean * head**1.5, foot + tall * head], axis=1)
    fat = 0.0062 * np.array([0.25, 0.7, 0.95, 1.0, 0.85, 0.55, 0.1])
    return np.concatenate([stem(stalk, np.full(8, thinnest * 1.2), 0.7, 0.7), stem(spike, fat, 0.85, 1.0)])


def dune_grass(
    chance: np.random.Generator,
    width: float,
    height: float,
    thick: float,
    ears: float,
    opening: float,
    thinnest: float = 0.0,
) -> Iterator[Sketch]:
    """Tufts along the foot of the picture, tall at one side or both, on low dunes; lengths in screen heights."""
    free = min(opening * chance.uniform(0.75, 1.25), 0.95)
    split = float(np.clip(chance.choice([0.0, 0.25, 0.5, 0.75, 1.0]) + chance.uniform(-0.1, 0.1), 0.0, 1.0))
    scale = min(1.0, 0.6 + 0.25 * width)
    for side, share in ((-1.0, split), (1.0, 1.0 - split)):
        reach = max(width * (1 - free) * share, 0.0)
        if reach < 0.08:
            continue
        for inward in np.sort(chance.random(round(34 * thick * reach + 5)) ** 1.25)[::-1]:
            middle = inward * reach - 0.03
            low = 1.0 - 0.78 * inward**0.8
            foot = 0.055 * low * chance.uniform(0.4, 1.0) - 0.045
            size = height * scale * chance.uniform(0.55, 1.12) * (0.35 + 0.65 * low)
            yield from _tuft(chance, middle if side < 0 else width - middle, foot, size, ears, thinnest)


def _tuft(
    chance: np.random.Generator, x: float, foot: float, size: float, ears: float, thinnest: float
) -> Iterator[Sketch]:
    blown = chance.normal(0.05, 0.08)
    for _ in range(int(chance.integers(16, 30))):
        lean, tall = chance.normal(blown, 0.22), size * chance.uniform(0.4, 1.0)
        yield spear(chance, x + chance.normal(0, 0.014), foot, tall, lean, thinnest)
    if chance.random() < ears * 0.7:
        yield ear(chance, x + chance.normal(0, 0.01), foot, size * chance.uniform(0.95, 1.2), thinnest)
