"""Where crags stand in a sea of cloud: a composition for each seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.scenery.cloudsea.crags import CragShape

PLANES = 7
FORMS = ("massif", "twins", "needle", "range")
SHAPES = (
    CragShape(4, 0.50, 0.46, 90),
    CragShape(2, 0.40, 0.24, 46),
    CragShape(3, 0.40, 0.36, 60),
    CragShape(5, 0.66, 0.72, 40),
)
"""The crags of every seed: a massif, a pillar, a group, and a broad mountain; seeds raise each anew."""
LEDGE = CragShape(3, 0.86, 0.42, 60)


@dataclass(frozen=True)
class Crag:
    """One crag. Lengths in screen heights."""

    plane: int
    """Stands behind this plane of cloud."""
    x: float
    """0..1 across the screen."""
    height: float
    """Over the cloud it stands in."""
    width: float
    shape: int
    mirrored: float


def crags(chance: np.random.Generator, count: int, tall: float, aspect: float, side: int) -> list[Crag]:
    """The crags of a seed, far to near; the leading ones stand on `side` (-1 left, 1 right)."""
    form = FORMS[int(chance.integers(len(FORMS)))]
    narrow = min(1.0, 0.45 + 0.42 * aspect)
    found: list[Crag] = []
    main = 0.5 + side * chance.uniform(0.10, 0.27)
    if form == "massif":
        found.append(_one(chance, 4, main, tall, 0, narrow, 1.5))
    elif form == "twins":
        found.append(_one(chance, 4, main, tall * 0.92, 1, narrow, 1.0))
        found.append(_one(chance, 3, main - side * chance.uniform(0.11, 0.2), tall * 0.6, 1, narrow, 1.0))
    elif form == "needle":
        found.append(_one(chance, 5, main, tall * 1.05, 1, narrow, 0.8))
    else:
        found.append(_one(chance, 2, main, tall * 0.72, 3, narrow, 2.1))
        found.append(_one(chance, 1, main - side * 0.24, tall * 0.45, 3, narrow, 2.3))
    group = 0.5 - side * chance.uniform(0.02, 0.3)
    while len(found) < count:
        plane = int(chance.integers(1, 4))
        x = group + chance.normal(0, 0.07) if chance.random() < 0.6 else chance.uniform(0.05, 0.95)
        high = tall * (0.14 + 0.12 * plane) * chance.uniform(0.55, 1.2)
        found.append(_one(chance, plane, x, high, int(chance.integers(1, 4)), narrow, chance.uniform(0.9, 1.3)))
    return sorted(found[:count], key=lambda crag: crag.plane)


def _one(
    chance: np.random.Generator, plane: int, x: float, height: float, shape: int, narrow: float, broad: float
) -> Crag:
    return Crag(plane, float(x), height * narrow, 1.1 * height * broad * narrow, shape, chance.choice([-1.0, 1.0]))


def crest(plane: int, horizon: float) -> float:
    """Height of a plane's cloud on the screen, 0..1: close together far off."""
    near = plane / (PLANES - 1)
    return float(horizon * (1.02 - 0.84 * near**1.35))


def depth(plane: int, heap: float) -> float:
    """Height of a plane's strip, in screen heights."""
    near = plane / (PLANES - 1)
    return (0.07 + 0.23 * near) * (0.55 + 0.75 * heap)
