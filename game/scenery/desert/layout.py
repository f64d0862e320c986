"""Which dunes lie where: one great one that leads the eye, some of middle size, and ranges of them far off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Place = Sequence[float]
"""x, z, way along its crest (x, z), half its length, height, sway, wave: metres."""

LEADING: Sequence[Sequence[Place]] = (
    # A crest that comes from the visitor's feet and winds up into the distance.
    ((-17, 82, -0.30, 1, 46, 21, 6, 44), (62, 132, 0.35, 1, 66, 19, 9, 58), (-66, 165, 0.9, 0.5, 70, 25, 9, 52)),
    # One great dune far over on a side, a low one across the foreground.
    (
        (30, 118, 0.55, 1, 62, 33, 11, 70),
        (-20, 40, 0.92, 0.42, 34, 6, 3.2, 30),
        (-84, 210, 0.8, 0.6, 80, 27, 12, 60),
    ),
    # Crescents one behind the other, none before all.
    (
        (-34, 64, 0.75, 0.7, 32, 12, 6, 40),
        (22, 104, 0.85, 0.6, 44, 17, 8, 46),
        (-30, 185, 0.7, 0.7, 76, 31, 12, 64),
    ),
    # A long wall of sand across the middle, its end swung towards the visitor.
    ((16, 128, 0.94, 0.34, 84, 25, 13, 66), (-30, 66, 0.1, 1, 30, 10, 4, 36), (92, 240, 0.8, 0.5, 90, 30, 14, 70)),
)
FAR: Sequence[Place] = (
    (40, 290, 0.8, 0.7, 120, 33, 16, 85),
    (-130, 360, 1, -0.2, 130, 44, 18, 100),
    (160, 430, 1, 0.1, 150, 46, 18, 110),
    (-20, 640, 1, 0.1, 250, 54, 28, 160),
    (-340, 850, 1, 0.12, 330, 80, 34, 220),
    (340, 980, 1, -0.1, 360, 84, 36, 230),
    (0, 1500, 1, 0, 900, 92, 50, 300),
)
TURNED = 0.7
"""How often the wind blows from behind the visitor, so that long lit backs are seen and not steep shaded faces."""
WINDWARD = 2.7, 3.6
"""How many times its height a dune is wide before the wind."""


def dunes_of(chance: np.random.Generator, narrow: float, tall_ratio: float) -> NDArray[np.float64]:
    """Rows as `Desert.dunes` has them; `narrow` draws those nearby together on upright screens."""
    leading = LEADING[int(chance.integers(len(LEADING)))]
    away_from_eye = chance.random() < TURNED
    rows = [_row(_turned(place, away_from_eye), chance, narrow, tall_ratio, 1.0) for place in leading]
    away = [place for place in FAR if chance.random() < 0.85 or place is FAR[-1]]
    return np.array(rows + [_row(_turned(place, away_from_eye), chance, 1.0, tall_ratio, 2.0) for place in away])


def _turned(place: Place, away_from_eye: bool) -> Place:
    """A dune that lies across the picture, its steep side turned away if the wind blows from the visitor."""
    x, z, way_x, way_z, *rest = place
    return [x, z, -way_x, -way_z, *rest] if away_from_eye and abs(way_x) > 0.6 else place


def _row(place: Place, chance: np.random.Generator, narrow: float, tall_ratio: float, loose: float) -> list[Any]:
    x, z, way_x, way_z, half, height, sway, wave = place
    x = (x + z * chance.uniform(-0.05, 0.05) * loose) * narrow
    z *= chance.uniform(0.93, 1.10)
    turn = chance.uniform(-0.12, 0.12)
    way = np.array([way_x + turn, way_z]) / np.hypot(way_x + turn, way_z)
    height *= chance.uniform(0.8, 1.2) * tall_ratio
    swing = sway * chance.uniform(0.8, 1.35), wave * chance.uniform(0.85, 1.2), chance.uniform(0, 2 * np.pi)
    wide = height * chance.uniform(*WINDWARD)
    return [x, z, *way, half * chance.uniform(0.85, 1.2), height, *swing, wide, 1.6 + 0.02 * height, 0.0]
