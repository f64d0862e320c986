"""Reeds, grasses and cattails."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.growing.sketch import Sketch, stem
from game.scenery.noise import Array


def blade(
    chance: np.random.Generator, x: float, height: float, width: float, hue: float, thinnest: float
) -> Sketch:
    """One blade that bends over towards its tip, nowhere thinner than is given: what is finer falls into dots."""
    up = np.linspace(0, 1, 11)
    lean, curl = chance.normal(0, 0.10), chance.normal(0, 0.28)
    points = np.stack([x + height * (lean * up + curl * up**3.2), height * (up - 0.25 * abs(curl) * up**3)], axis=1)
    points[:, 1] -= 0.02
    found = stem(
        points, np.maximum(width * (1 - up**1.6), max(width * 0.04, thinnest)), chance.uniform(0.35, 0.95), hue
    )
    found[..., 3] *= 0.45 + 0.55 * np.clip(found[..., 1] / max(height, 1e-6), 0, 1)
    return found


def cattail(chance: np.random.Generator, x: float, height: float, width: float) -> Sketch:
    """A straight stem with its brown head and the spike above it."""
    lean = chance.normal(0, 0.07)
    tall = max(height, 1e-6)

    def at(up: Array) -> Array:
        return np.stack([x + height * lean * up**1.5, height * up - 0.02], axis=1)

    top = 1.0 - 0.022 / tall
    head = np.linspace(top - chance.uniform(0.040, 0.056) / tall, top, 8)
    fat = width * 2.2 * np.array([0.45, 0.9, 1.0, 1.0, 1.0, 1.0, 0.9, 0.35])
    return np.concatenate(
        [
            stem(at(np.linspace(0, 1, 6)), width * np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.3]), 0.6, 0.55),
            stem(at(head), fat, 0.6, 0.12),
        ]
    )


def reed_bed(
    chance: np.random.Generator,
    width: float,
    height: float,
    thick: float,
    cattails: float,
    opening: float,
    thinnest: float = 0.0,
) -> Iterator[Sketch]:
    """Reeds along the foot of the picture, thick at the sides and free in the middle, one after another.

    Lengths in screen heights.
    """
    free = min(opening * chance.uniform(0.7, 1.35), 0.95)
    split = float(np.clip(chance.choice([-0.1, 0.28, 0.5, 0.72, 1.1]) + chance.uniform(-0.08, 0.08), 0.0, 1.0))
    height *= chance.uniform(0.72, 1.12)
    left, right = width * (1 - free) * split, width * (1 - free) * (1 - split)
    scale = min(1.0, 0.66 + 0.2 * width)
    for count, dim in ((int(230 * thick * width), 0.7), (int(170 * thick * width), 1.0)):
        for place in np.sort(chance.random(count)):
            side, share = (left, 0.0) if chance.random() < split else (right, 1.0)
            inward = chance.random() ** 1.4
            x = side * inward if share == 0.0 else width - side * inward
            tall = height * scale * (1.0 - 0.72 * inward**0.8) * chance.uniform(0.45, 1.0) * (0.7 + 0.3 * place)
            if chance.random() < cattails * 0.10 and inward < 0.7:
                grown = cattail(chance, x, max(tall * 1.15, 0.1), 0.0046)
            else:
                grown = blade(
                    chance, x, tall, chance.uniform(0.0028, 0.0066), float(chance.random() ** 1.5), thinnest
                )
            grown[..., 3] *= dim
            yield grown


def tuft(chance: np.random.Generator, cattails: float, thinnest: float = 0.0) -> Sketch:
    """A tuft of reeds that stands in the water, about 1 high, its foot at 0."""
    parts = []
    for dim in (0.62, 1.0):
        for _ in range(int(chance.integers(9, 16))):
            x, tall = chance.normal(0, 0.13), chance.uniform(0.35, 1.0)
            parts.append(
                blade(chance, x, tall, chance.uniform(0.020, 0.036), float(chance.random() ** 1.4), thinnest)
            )
            parts[-1][..., 3] *= dim
    for _ in range(int(chance.binomial(4, cattails))):
        parts.append(cattail(chance, chance.normal(0, 0.03), chance.uniform(0.22, 0.34), 0.0056) / 0.3)
        parts[-1][..., 2:] *= 0.3
    return np.concatenate(parts)
