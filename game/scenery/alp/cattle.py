"""Cows at pasture, far enough off to be a few strokes each."""

from __future__ import annotations

import numpy as np

from game.scenery.alp.hills import Hill
from game.scenery.alp.paint import ellipse, polygon
from game.scenery.light import Rgb
from game.scenery.noise import Array

COATS: tuple[Rgb, ...] = ((0.24, 0.12, 0.06), (0.36, 0.22, 0.12), (0.62, 0.56, 0.46), (0.10, 0.07, 0.05))
UNDER: Rgb = (0.05, 0.10, 0.03)


def herd(chance: np.random.Generator, hill: Hill, at: float, tall: float) -> list[Array]:
    """Some cows about a place on a hill, far ones first; `tall`: height of the nearest, in screen heights."""
    count = int(chance.integers(4, 10))
    depth = np.sort(chance.uniform(0.10, 0.34, count))
    parts: list[Array] = []
    for share in depth:
        x = at + chance.normal(0, 0.11)
        y = hill.top(x) + (hill.foot - hill.top(x)) * share
        parts += _cow(chance, (x, y), tall * (0.75 + 0.9 * share), hill.haze)
    return parts


def _cow(chance: np.random.Generator, at: tuple[float, float], tall: float, haze: float) -> list[Array]:
    x, y = at
    way, grazing = float(chance.choice([-1.0, 1.0])), chance.random() < 0.65
    coat = COATS[int(chance.integers(len(COATS)))]
    head_x = x + way * 0.85 * tall
    legs = [
        polygon([(x + d * tall, y), (x + (d + 0.12) * tall, y), (x + (d + 0.12) * tall, y + 0.5 * tall),
                 (x + d * tall, y + 0.5 * tall)], coat, (0.0, 0.4), haze)
        for d in (-0.55, -0.3, 0.2, 0.42)
    ]  # fmt: skip
    return [
        ellipse((x, y), (0.9 * tall, 0.12 * tall), UNDER, haze),
        *legs,
        ellipse((x, y + 0.68 * tall), (0.72 * tall, 0.30 * tall), coat, haze),
        ellipse((head_x, y + (0.28 if grazing else 0.88) * tall), (0.22 * tall, 0.17 * tall), coat, haze),
    ]
