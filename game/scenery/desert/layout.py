"""Which dunes lie where: composed on the picture, then set down as far off as they are meant to be.

One wind for a desert, towards a side of the picture, so that both long lit backs and steep faces are seen. Dunes
are placed by how far across the picture their middles lie and how high they rise over the horizon; those far off
stand in staggered rows, each higher and farther off than the one before: the spacing of barchanoid ridges grows
with their height (Lancaster 1995, Geomorphology of Desert Dunes).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FOCUS = 1.2
"""Distance of the picture from the eye, in screen heights."""
NOMINAL_EYE_M = 10.0
GENTLE = 4.3, 5.4
"""How many times its height a dune reaches before the wind."""


@dataclass(frozen=True)
class Wish:
    """A dune as it is to be seen: its middle across the picture (-0.5 to 0.5), metres off, its top over the horizon
    in screen heights, half its length in heights of it, how the wind there is turned from the desert's (degrees),
    and how far its ends are swept on, in halves of its length."""

    across: float
    far_m: float
    rise: float
    half: float
    turned_deg: float = 0.0
    bow: float = 0.2


LEADING: Sequence[tuple[float, Sequence[Wish]]] = (
    # A great ridge that leads from the foot of the picture into it, others beyond its shoulder.
    (2, (Wish(-0.2, 80, 0.12, 5.0, 0, -0.1), Wish(0.42, 165, 0.06, 5.0, -50), Wish(-0.42, 230, 0.08, 5.5, -5))),
    # A great barchan over on a side, its horn towards the camp; a low ridge across the foreground.
    (-20, (Wish(-0.16, 105, 0.14, 3.9, 0, 0.34), Wish(0.34, 48, -0.15, 6.0, 16), Wish(0.36, 220, 0.08, 5.0, -25))),
    # Barchans one behind another, growing as they go.
    (-32, (Wish(-0.36, 68, 0.03, 4.4, 4, 0.36), Wish(0.12, 122, 0.07, 4.4, -4, 0.34), Wish(-0.2, 215, 0.10, 4.6))),
    # A wall of sand across the middle, and nearer a ridge that runs up to it.
    (40, (Wish(0.14, 150, 0.09, 6.0, 0, 0.14), Wish(-0.3, 64, 0.02, 5.0, -46, 0.1), Wish(-0.44, 190, 0.1, 5, -14))),
)
ROWS_M = 270.0, 430.0, 690.0, 1120.0
"""How far off the rows are, about."""


def wind_and_dunes(chance: np.random.Generator, narrow: float, tall_ratio: float) -> NDArray[np.float64]:
    """One row a dune, columns as in `sand`; `narrow` draws those nearby together on upright screens."""
    way_deg, leading = LEADING[int(chance.integers(len(LEADING)))]
    way_deg += chance.uniform(-8, 8)
    near = [_set_down(_varied(wish, chance), chance, way_deg, narrow, tall_ratio) for wish in leading]
    far = [_set_down(wish, chance, way_deg, max(narrow, 0.8), tall_ratio) for wish in _far(chance)]
    return np.array(near + far)


def _varied(wish: Wish, chance: np.random.Generator) -> Wish:
    return Wish(
        wish.across + chance.uniform(-0.07, 0.07), wish.far_m * chance.uniform(0.9, 1.12),
        wish.rise * chance.uniform(0.75, 1.2), wish.half * chance.uniform(0.9, 1.15),
        wish.turned_deg + chance.uniform(-7, 7), wish.bow * chance.uniform(0.7, 1.3),
    )  # fmt: skip


def _far(chance: np.random.Generator) -> list[Wish]:
    """Rows of ridges, staggered; now and then one is missing."""
    found = []
    side = chance.choice([-1.0, 1.0])
    for row, far_m in enumerate(ROWS_M):
        for across in (-0.42, 0.12):
            if row == 0 and chance.random() < 0.4:
                continue
            at = side * (across + chance.uniform(-0.12, 0.12)) * (1 + 0.25 * row)
            rise = chance.uniform(0.022, 0.058) * (1.0 - 0.13 * row)
            found.append(
                Wish(at, far_m * chance.uniform(0.88, 1.16), rise, chance.uniform(4.5, 7.5), 12 - 6.0 * row)
            )
        side = -side
    return found


def _set_down(
    wish: Wish, chance: np.random.Generator, way_deg: float, narrow: float, tall_ratio: float
) -> list[float]:
    high = (NOMINAL_EYE_M + wish.rise * wish.far_m / FOCUS) * tall_ratio
    half = wish.half * high
    way = math.radians(way_deg + wish.turned_deg)
    x = wish.across * 1.78 * wish.far_m / FOCUS * narrow
    wave = half * chance.uniform(0.75, 1.25)
    sway = wave * chance.uniform(0.06, 0.11)
    reach = high * chance.uniform(*GENTLE)
    return [x, wish.far_m, math.cos(way), math.sin(way), half, high, sway, 2 * math.pi / wave,
            chance.uniform(0, 2 * math.pi), chance.uniform(0.4, 1.0), reach, wish.bow * half]  # fmt: skip
