"""A garden behind the house: lawn, a path, borders in flower, trees, and somebody's lit window beyond."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.scenery.noise import smooth
from game.scenery.vista.brush import Brush, blossoms, crown, halo, hills, mound, pool_of_light, poplar, streak, tree
from game.scenery.vista.houses import House, build
from game.scenery.vista.lamps import AMBER, Lamp, Rgb, dimmed, string_of_lights
from game.scenery.vista.noise import Array

LANTERN: Rgb = (1.42, 0.74, 0.28)
LAWN: Rgb = (0.128, 0.196, 0.070)
BEDS = (0.035, 0.075, 0.13, 0.20, 0.29, 0.39)
"""How far below the horizon the beds along the path lie."""


@dataclass(frozen=True)
class Path:
    """A winding path from the pane to the end of the garden. `below` is depth under the horizon."""

    middle: float
    swing: float
    bends: float
    phase: float
    end: float

    def x(self, below: Array | float) -> Array:
        """Its middle."""
        deep = np.asarray(below, np.float32)
        straight = self.end + (self.middle - self.end) * deep / 0.5
        return np.asarray(straight + self.swing * deep * np.sin(deep * self.bends + self.phase))

    def half_width(self, below: Array | float) -> Array:
        """Half its width."""
        return np.asarray(0.009 + 0.20 * np.maximum(np.asarray(below, np.float32), 0) ** 1.2)


def garden(brush: Brush) -> Iterator[None]:
    """Paint the whole garden, far to near."""
    h, half = brush.horizon, brush.half
    hills(brush, h + 0.07, 0.10, brush.between(1.1, 2.4), (0.12, 0.16, 0.15), 0.78)
    hills(brush, h + 0.03, 0.06, brush.between(2.5, 5.0), (0.085, 0.135, 0.08), 0.55)
    side = 1 if brush.focus > 0 else -1
    goal = brush.focus
    swing, bends = brush.between(0.35, 0.8), brush.between(7, 12)
    path = Path(brush.between(-0.30, 0.30) * min(half, 1), swing, bends, brush.between(0, 6.3), goal)
    yield
    yield from _far_row(brush, goal)
    _ground(brush, path)
    _pond(brush, path, side)
    yield
    _islands(brush, path)
    yield
    _beds(brush, path)
    yield
    _great_tree(brush, side)
    _corners(brush)
    yield
    _lanterns(brush, path)


def _far_row(brush: Brush, goal: float) -> Iterator[None]:
    """The end of the garden: a wall of trees with a gap, and a house in it."""
    h, half = brush.horizon, brush.half
    for low, high, haze, step in ((0.14, 0.30, 0.52, 0.10), (0.09, 0.20, 0.36, 0.085)):
        for x in np.arange(-half - 0.1, half + 0.1, step):
            place = float(x) + brush.between(-0.04, 0.04)
            away = abs(place - goal)
            if away < 0.13 or (low < 0.1 and away < 0.20):
                continue
            kind = poplar if brush.chance.random() < 0.22 else tree
            tall = brush.between(low, high) * (0.75 + 0.5 * min(away / 0.6, 1.2))
            kind(brush, place, h - 0.02, tall, brush.leaves(), haze)
            yield
    size = brush.between(0.095, 0.125)
    build(brush, House(goal, h - 0.018, size * 1.5, size * 0.72, size * 0.85, True, 0.26, lit_chance=0.95))
    pool_of_light(brush, goal, h - 0.02, 0.10, dimmed(AMBER, 0.9), 0.4)
    halo(brush, goal, h + 0.03, 0.16, 0.34)
    for offset in (-1, 1):
        crown(brush, goal + offset * size * 1.05, h + 0.006, 0.06, 0.055, brush.tint(brush.foliage.leaf), 0.26)
    mound(brush, -half - 0.1, goal - size, h - 0.022, 0.045, brush.tint(brush.foliage.deep), 0.26)
    mound(brush, goal + size, half + 0.1, h - 0.022, 0.045, brush.tint(brush.foliage.deep), 0.26)


def _ground(brush: Brush, path: Path) -> None:
    """Lawn, lighter far away, and the wet path that shows the sky."""
    sheet, h = brush.sheet, brush.horizon
    on = sheet.patch(-9, -1, 9, h - 0.018)
    below = np.maximum(h - on.y, 0.0)
    far = 1 / (below + 0.10)
    n = brush.noise.cloudy(on.x * far * 1.2 + 60, far * 3.0 + 0 * on.x, 4)
    tone = (0.50 + 1.0 * n) * (0.58 + 0.62 * np.exp(-below * 5.0))
    sheet.paint(on, np.ones_like(n), np.asarray(LAWN) * tone[..., None], 0.12)
    wide = path.half_width(below)
    mask = smooth(1.12, 0.80, np.abs(on.x - path.x(below)) / wide) * smooth(0.0, 0.02, below)
    slabs = 0.72 + 0.56 * brush.noise.cloudy(on.x * far * 3 + 9, far * 9 + 0 * on.x, 3)
    sheet.paint(on, mask, np.asarray((0.30, 0.27, 0.24)) * slabs[..., None], 0.10, solid=0.52)


def _pond(brush: Brush, path: Path, side: int) -> None:
    """In some gardens a small pond, holding the sky, with reeds behind it."""
    if brush.chance.random() < 0.5:
        return
    below, wide = brush.between(0.13, 0.20), brush.between(0.13, 0.19)
    x = float(path.x(below)) - side * (wide + 0.16)
    y = brush.horizon - below
    mound(brush, x - wide, x + wide, y + 0.028, 0.05, brush.tint(brush.foliage.fresh), 0.15)
    on = brush.sheet.patch(x - 1.3 * wide, y - wide, x + 1.3 * wide, y + wide)
    uneven = 0.12 * (brush.noise.cloudy(on.x * 9, on.y * 22, 3) - 0.5)
    mask = smooth(1.04, 0.90, np.hypot((on.x - x) / wide, (on.y - y) / (wide * 0.24)) + uneven)
    brush.sheet.paint(on, mask, (0.045, 0.060, 0.055), 0.06, solid=0.35)
    streak(brush, x + 0.3 * wide, y + 0.02, 0.06, 0.012, dimmed(LANTERN, 0.35))


def _beds(brush: Brush, path: Path) -> None:
    """Borders along both sides of the path, in flower, larger the nearer they are."""
    flowers: tuple[Rgb, ...] = (brush.accent, (0.66, 0.62, 0.62), (0.36, 0.31, 0.58), (0.68, 0.54, 0.24))
    for below in BEDS:
        for side in (-1, 1):
            near = 0.30 + 2.5 * below
            start = float(path.x(below)) + side * (float(path.half_width(below)) + 0.008 + 0.03 * near)
            if brush.chance.random() < 0.12:
                continue
            x0, x1 = sorted((start, start + side * brush.between(0.26, 0.62) * near))
            y, tall = brush.horizon - below, brush.between(0.04, 0.075) * (0.45 + near)
            mound(brush, x0, x1, y, tall, brush.leaves(), 0.14)
            tone = flowers[0 if brush.chance.random() < 0.5 else brush.chance.integers(1, 4)]
            count = int(26 * (x1 - x0) / (0.4 * near) + 6)
            blossoms(brush, x0 + 0.02, x1 - 0.02, y + 0.15 * tall, tall * 0.9, tone, count)


def _islands(brush: Brush, path: Path) -> None:
    """Shrubs, small trees and round beds on the open lawn, and somebody's lamp among the far trees."""
    h, half = brush.horizon, brush.half
    for below in np.sort(brush.chance.uniform(0.03, 0.30, int(9 * half))):
        near, x = 0.30 + 2.5 * float(below), brush.between(-1, 1) * half
        if abs(x - float(path.x(below))) < float(path.half_width(below)) + 0.30 * near:
            continue
        reach, y, draw = brush.between(0.10, 0.24) * near, h - float(below), brush.chance.random()
        if draw < 0.35:
            tree(brush, x, y, brush.between(0.22, 0.34) * near**0.6, brush.leaves(), 0.20)
        else:
            mound(brush, x - reach, x + reach, y, brush.between(0.05, 0.09) * near, brush.leaves(), 0.16)
        if draw > 0.6:
            blossoms(brush, x - 0.8 * reach, x + 0.8 * reach, y, 0.05 * near, brush.accent, 14)
    for _ in range(int(7 * half)):
        x, tone = brush.between(-1, 1) * half, brush.lamp_tone()
        brush.lamps.append(Lamp(x, h + brush.between(0.0, 0.07), tone, brush.between(0.08, 0.40), 0.8))
    for far in (-0.86, 0.80):
        x, y = (far + brush.between(-0.1, 0.1)) * half, h + brush.between(-0.02, 0.03)
        halo(brush, x, y, 0.06, 0.16)
        brush.lamps.append(Lamp(x, y, AMBER, 0.42, 0.95))


def _great_tree(brush: Brush, side: int) -> None:
    """A great tree on one side, its crown over the top edge, with daylight between its leaves; perhaps lights."""
    h, half = brush.horizon, brush.half
    reach = min(0.36, half * 0.42)
    x = -side * (half - reach * brush.between(0.10, 0.45))
    foot, top = h - brush.between(0.10, 0.20), brush.between(1.02, 1.16)
    colour = brush.leaves()
    tree(brush, x, foot, top - foot, colour, 0.07)
    for lift in (1.0, 0.88, 0.78):
        crown(brush, x + brush.between(-0.55, 0.55) * reach, lift, reach * 0.8, 0.15, brush.tint(colour), 0.05)
    for _ in range(int(22 * reach / 0.3)):
        gap = Lamp(
            x + brush.chance.normal(0, 0.6) * reach, brush.between(0.62, 0.99), (0.86, 1.0, 0.82),
            brush.between(0.10, 0.42), brush.between(0.8, 1.3), sway=1.4, day=0.5,
        )  # fmt: skip
        brush.lamps.append(gap)
    if brush.chance.random() < 0.8:
        sag, high = brush.between(0.05, 0.085), brush.between(0.94, 0.99)
        ends = (-half - 0.05, high), (half + 0.05, high + brush.between(-0.03, 0.03))
        brush.lamps.extend(string_of_lights(*ends, sag, brush.accent, brush.chance))


def _corners(brush: Brush) -> None:
    """Shrubs close to the house, in both lower corners."""
    h, half = brush.horizon, brush.half
    for side in (-1, 1):
        reach = brush.between(0.20, 0.50) * min(half, 1.0)
        left, right = sorted((side * (half - reach), side * (half + 0.12)))
        mound(brush, left, right, h - brush.between(0.28, 0.36), brush.between(0.10, 0.20), brush.leaves(), 0.05)
        crown(
            brush,
            side * (half - 0.03),
            h - brush.between(-0.06, 0.10),
            0.14,
            0.22,
            brush.tint(brush.foliage.deep),
            0.07,
        )
        if brush.chance.random() < 0.7:
            tone = brush.accent if brush.chance.random() < 0.6 else (0.7, 0.66, 0.66)
            blossoms(brush, left + 0.03, right, h - 0.30, 0.16, tone, 22)


def _lanterns(brush: Brush, path: Path) -> None:
    """Lanterns by the path, first on one side and then on the other, each with its light on the ground."""
    side = 1 if brush.chance.random() < 0.5 else -1
    for below in (0.025, 0.05, 0.085, 0.13, 0.19, 0.27, 0.36):
        wide = float(path.half_width(below))
        x = float(path.x(below)) + side * (wide + 0.02)
        y, reach = brush.horizon - below, 0.035 + 0.30 * below
        pool_of_light(brush, x, y, reach, dimmed(LANTERN, 0.75 / (1 + 5 * below)), 0.34)
        streak(brush, x - side * wide * 0.7, y, 0.03 + 0.4 * below, 0.010 + 0.035 * below, dimmed(LANTERN, 0.42))
        lift = 0.03 + 0.10 * below
        brush.lamps.append(Lamp(x, y + lift, LANTERN, brush.between(1.7, 2.2), 1.0 + 2.2 * below, sway=0.15))
        side = -side if math.sin(below * 90) > -0.6 else side
