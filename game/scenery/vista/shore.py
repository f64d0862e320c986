"""A shore before a town: how it bends, its houses, a bridge, its lamps in groups, and the water before it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from game.scenery.noise import smooth
from game.scenery.vista.brush import Brush, pool_of_light, streak, tree
from game.scenery.vista.houses import build, some_house
from game.scenery.vista.lamps import AMBER, GOLD, Lamp, dimmed
from game.scenery.vista.noise import Array

STONE = (0.20, 0.19, 0.18)
WATER = (0.050, 0.065, 0.070)
WIDE = 2.4
"""From this aspect on there are two groups of lamps."""


def bridge(brush: Brush, quay: float) -> None:
    """A stone bridge of one or two arches, away from the main light. Painted before the water mirrors it."""
    middle = -brush.focus + brush.between(-0.1, 0.1) * brush.half
    reach = min(brush.between(0.30, 0.46), brush.half * 0.55)
    rise, arches = brush.between(0.055, 0.085), int(brush.chance.integers(1, 3))
    on = brush.sheet.patch(middle - reach, quay - 0.01, middle + reach, quay + 0.16)
    u = (on.x - middle) / reach
    deck = quay + 0.035 + rise * (1 - u * u)
    span = np.abs(u) * 0.62 if arches == 1 else np.abs(np.abs(u) - 0.40) * 1.25
    hollow = quay + rise * (0.95 if arches == 1 else 0.70) * np.sqrt(np.clip(1 - (span / 0.42) ** 2, 0, 1))
    stone = np.minimum(smooth(0.003, -0.003, on.y - deck), smooth(-0.003, 0.003, on.y - hollow))
    brush.sheet.paint(on, stone, brush.tint((0.115, 0.108, 0.105), 0.08), 0.05)
    for share in (-0.62, 0.0, 0.58):
        x, y = middle + share * reach, quay + 0.045 + rise * (1 - share * share)
        pool_of_light(brush, x, y - 0.01, 0.035, AMBER, 0.7)
        brush.lamps.append(Lamp(x, y + 0.035, AMBER, brush.between(0.35, 0.75), 0.95))


@dataclass(frozen=True)
class Shore:
    """The line where water meets the town."""

    level: float
    """Its height in the picture where it is farthest."""
    bend: Callable[[Array], Array]
    """How far below that it lies at x, as it comes nearer."""
    bridged: bool = False

    def y(self, x: Array) -> Array:
        """Its height in the picture at x."""
        return self.level - self.bend(x)

    def near(self, x: float) -> float:
        """How much larger things are there than where it is farthest."""
        return float(1.0 + 5.0 * self.bend(np.asarray(x)) ** 0.9)


def some_shore(brush: Brush) -> Shore:
    """Straight under a bridge, round a bay, coming towards the eye on one side, or slanting past it."""
    side, half, level = -math.copysign(1.0, brush.focus), brush.half, brush.horizon - 0.035
    start, deep = brush.between(-0.15, 0.25), brush.between(0.17, 0.30)
    shores = (
        Shore(level, np.zeros_like, bridged=True),
        Shore(level, lambda x: 0.42 * deep * ((x - 0.5 * brush.focus) / half) ** 2),
        Shore(level, lambda x: deep * np.clip((side * x / half - start) / (1.05 - start), 0, 1.2) ** 1.7),
        Shore(level, lambda x: 0.40 * deep * np.clip(0.5 + 0.5 * side * x / half, 0, 1.1)),
    )
    return shores[brush.chance.integers(len(shores))]


def shore_houses(brush: Brush, shore: Shore, size: float, gaps: float) -> Iterator[None]:
    """Houses and trees along it, the nearer the larger, far ones first."""
    places, x = [], -brush.half - 0.1
    while x < brush.half + 0.2:
        places.append(x)
        x += size * shore.near(x) * brush.between(0.85, 1.3)
    for x in sorted(places, key=shore.near):
        near, foot = shore.near(x), float(shore.y(np.asarray(x)))
        haze = 0.10 / near
        if brush.chance.random() > gaps:
            build(brush, some_house(brush, x, foot + 0.018 * near, size * near, haze))
        else:
            tree(brush, x, foot + 0.012, size * near * brush.between(1.0, 1.6), brush.leaves(), haze)
        if brush.chance.random() < 0.4:
            tree(
                brush,
                x + 0.5 * size * near,
                foot + 0.008,
                size * near * brush.between(0.6, 1.0),
                brush.leaves(),
                haze,
            )
        yield


def paint_water(brush: Brush, shore: Shore) -> None:
    """The quay's edge, and the water that mirrors everything behind it."""
    on = brush.sheet.patch(-9, -1, 9, brush.horizon)
    line = shore.y(on.x)
    wall = 0.020 + 0.10 * (shore.level - line)
    brush.sheet.paint(on, smooth(0.004, -0.004, on.y - line - wall), STONE, 0.12, solid=0.8)
    water = smooth(0.003, -0.003, on.y - line)
    ripple = 0.7 + 0.6 * brush.noise.cloudy(on.x * 7 + 0 * on.y, on.y * 60, 3)
    brush.sheet.paint(on, water, np.asarray(WATER) * ripple[..., None], 0.06, solid=0.42)
    fade = 0.66 * (1.0 - 0.6 * np.clip((line - on.y) / 0.42, 0, 1))
    brush.sheet.mirror(on, 2 * line - on.y, water * fade)


def quay_lamps(brush: Brush, shore: Shore) -> None:
    """Street lamps in loose groups, one of them the strongest, each with its long reflection."""
    centres = [brush.focus] + ([-brush.focus * 0.9] if brush.half * 2 > WIDE else [])
    x = -brush.half - 0.05
    while x < brush.half + 0.1:
        near = max(math.exp(-(((x - centre) / 0.26) ** 2)) for centre in centres)
        tone = AMBER if brush.chance.random() < 0.75 else brush.lamp_tone()
        _quay_lamp(brush, x, shore, tone, brush.between(0.18, 0.5) + 0.75 * near, 1.0)
        x += brush.between(0.16, 0.42) * (1.0 - 0.55 * near) * shore.near(x) ** 0.5
    for centre in centres:
        _quay_lamp(brush, centre, shore, GOLD, 1.9, 1.45)
        quay = float(shore.y(np.asarray(centre)))
        for _ in range(6):
            spot = Lamp(
                centre + brush.chance.normal(0, 0.14), quay + brush.between(0.02, 0.12), brush.lamp_tone(),
                brush.between(0.25, 0.8), brush.between(0.8, 1.1),
            )  # fmt: skip
            brush.lamps.append(spot)
    for _ in range(int(8 * brush.half)):
        far, tone = brush.between(-1, 1) * brush.half, brush.lamp_tone()
        faint = 0.12 + 0.45 * brush.chance.random() ** 3
        brush.lamps.append(Lamp(far, shore.level + brush.between(0.015, 0.06), tone, faint, 0.9))


def _quay_lamp(
    brush: Brush, x: float, shore: Shore, tone: tuple[float, float, float], bright: float, size: float
) -> None:
    quay, big = float(shore.y(np.asarray(x))), size * shore.near(x) ** 0.6
    pool_of_light(brush, x, quay + 0.03 * big, 0.06 * big, tone, 0.6)
    streak(brush, x, quay, brush.between(0.16, 0.28) * big, 0.013 * big, dimmed(tone, 0.62 * bright))
    brush.lamps.append(Lamp(x, quay + 0.055 * shore.near(x), tone, bright, 1.05 * big))
