"""A garden behind the house: lawn, a path, borders in flower, trees, and somebody's lit window beyond."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.scenery.vista.brush import (
    Brush,
    blossoms,
    crown,
    hills,
    mound,
    pool_of_light,
    poplar,
    streak,
    tree,
)
from game.scenery.vista.houses import House, build
from game.scenery.vista.lamps import AMBER, Lamp, Rgb, dimmed, string_of_lights
from game.scenery.vista.noise import Array
from game.scenery.vista.sheet import soft_step

LEAF: Rgb = (0.105, 0.165, 0.070)
DEEP_LEAF: Rgb = (0.060, 0.105, 0.062)
FRESH_LEAF: Rgb = (0.185, 0.225, 0.075)
LANTERN: Rgb = (1.42, 0.74, 0.28)
LAWN: Rgb = (0.150, 0.215, 0.080)


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
        return np.asarray(0.008 + 0.17 * np.maximum(np.asarray(below, np.float32), 0) ** 1.2)


def garden(brush: Brush) -> None:
    """Paint the whole garden, far to near."""
    h, half = brush.horizon, brush.half
    hills(brush, h + 0.06, 0.09, brush.between(1.1, 2.4), (0.13, 0.17, 0.15), 0.80)
    hills(brush, h + 0.03, 0.06, brush.between(2.5, 5.0), (0.09, 0.14, 0.08), 0.58)
    side = 1 if brush.chance.random() < 0.5 else -1
    goal = side * min(half * 0.45, brush.between(0.08, 0.34))
    path = Path(
        brush.between(-0.30, 0.30) * min(half, 1),
        brush.between(0.35, 0.8),
        brush.between(7, 12),
        brush.between(0, 6.3),
        goal,
    )
    _far_row(brush, goal)
    _ground(brush, path)
    _beds(brush, path)
    _frame_of_trees(brush, side)
    _lanterns(brush, path)


def _far_row(brush: Brush, goal: float) -> None:
    """The end of the garden: trees, a house among them."""
    h, half = brush.horizon, brush.half
    for x in np.arange(-half - 0.1, half + 0.1, 0.16):
        place = x + brush.between(-0.07, 0.07)
        if abs(place - goal) < 0.16:
            continue
        kind = poplar if brush.chance.random() < 0.3 else tree
        kind(brush, place, h - 0.015, brush.between(0.10, 0.27), brush.tint(DEEP_LEAF), 0.42)
    size = brush.between(0.095, 0.13)
    build(brush, House(goal, h - 0.018, size * 1.5, size * 0.72, size * 0.85, True, 0.30, lit_chance=0.8))
    pool_of_light(brush, goal, h + 0.03, 0.10, AMBER, 0.8)
    for offset in (-1, 1):
        crown(brush, goal + offset * size * 1.05, h + 0.005, 0.055, 0.05, brush.tint(LEAF), 0.30)


def _ground(brush: Brush, path: Path) -> None:
    """Lawn, lighter far away, and the wet path that shows the sky."""
    sheet, h = brush.sheet, brush.horizon
    on = sheet.patch(-9, -1, 9, h + 0.01)
    below = np.maximum(h - on.y, 0.0)
    far = 1 / (below + 0.10)
    n = brush.noise.cloudy(on.x * far * 1.2 + 60, far * 3.0 + 0 * on.x, 4)
    tone = (0.62 + 0.75 * n) * (0.62 + 0.5 * np.exp(-below * 5.0))
    sheet.paint(on, soft_step(0.004, -0.004, on.y - h + 0 * on.x), np.asarray(LAWN) * tone[..., None], 0.14)
    wide = path.half_width(below)
    mask = soft_step(1.12, 0.80, np.abs(on.x - path.x(below)) / wide) * soft_step(0.0, 0.02, below)
    slabs = 0.75 + 0.5 * brush.noise.cloudy(on.x * far * 3 + 9, far * 9 + 0 * on.x, 3)
    sheet.paint(on, mask, np.asarray((0.27, 0.25, 0.225)) * slabs[..., None], 0.12, solid=0.58)


def _beds(brush: Brush, path: Path) -> None:
    """Borders along both sides of the path, in flower, larger the nearer they are."""
    flowers = (brush.accent, (0.62, 0.58, 0.62), (0.40, 0.36, 0.60), (0.66, 0.54, 0.26))
    for below in (0.05, 0.10, 0.17, 0.27, 0.40):
        for side in (-1, 1):
            near = 0.35 + 2.4 * below
            start = float(path.x(below)) + side * (float(path.half_width(below)) + 0.03 + 0.10 * near)
            if brush.chance.random() < 0.25:
                continue
            reach = brush.between(0.16, 0.42) * near
            x0, x1 = sorted((start, start + side * reach))
            y, tall = brush.horizon - below, brush.between(0.03, 0.06) * (0.6 + near)
            mound(brush, x0, x1, y, tall, brush.tint(FRESH_LEAF if brush.chance.random() < 0.4 else LEAF), 0.16)
            tone = flowers[0 if brush.chance.random() < 0.5 else brush.chance.integers(1, 4)]
            blossoms(brush, x0 + 0.02, x1 - 0.02, y + 0.2 * tall, tall * 0.8, tone, int(20 * reach / near + 6))


def _frame_of_trees(brush: Brush, side: int) -> None:
    """A great tree on one side, its crown over the top edge; shrubs on the other; daylight between its leaves."""
    h, half = brush.horizon, brush.half
    reach = min(0.34, half * 0.42)
    x = -side * (half - reach * brush.between(0.15, 0.5))
    foot = h - brush.between(0.10, 0.20)
    tree_colour = brush.tint(LEAF if brush.chance.random() < 0.6 else FRESH_LEAF)
    trunk_top = brush.between(0.80, 0.95)
    tree(brush, x, foot, trunk_top - foot + 0.22, tree_colour, 0.08)
    for lift in (0.98, 0.86):
        crown(brush, x + brush.between(-0.6, 0.6) * reach, lift, reach, 0.17, brush.tint(tree_colour), 0.05)
    for _ in range(int(16 * reach / 0.3)):
        gap = Lamp(
            x + brush.chance.normal(0, 0.6) * reach, brush.between(0.62, 0.99), (0.9, 1.0, 0.86),
            brush.between(0.15, 0.5), brush.between(0.8, 1.3), sway=1.4, day=0.55,
        )  # fmt: skip
        brush.lamps.append(gap)
    low = side * half
    left, right = sorted((low - side * 0.42 * min(half, 1), low + side * 0.1))
    mound(brush, left, right, h - 0.28, 0.17, brush.tint(DEEP_LEAF), 0.07)
    crown(brush, low - side * 0.02, h + 0.06, 0.13, 0.26, brush.tint(DEEP_LEAF), 0.10)
    if brush.chance.random() < 0.75:
        sag, high = brush.between(0.05, 0.12), brush.between(0.76, 0.90)
        ends = (-half - 0.05, high), (half + 0.05, high + brush.between(-0.14, 0.06))
        brush.lamps.extend(string_of_lights(*ends, sag, brush.accent, brush.chance))


def _lanterns(brush: Brush, path: Path) -> None:
    """Lanterns by the path, first on one side and then on the other, each with its light on the ground."""
    side = 1 if brush.chance.random() < 0.5 else -1
    for below in (0.03, 0.065, 0.12, 0.20, 0.31):
        wide = float(path.half_width(below))
        x = float(path.x(below)) + side * (wide + 0.02)
        y, reach, tone = brush.horizon - below, 0.035 + 0.30 * below, LANTERN
        pool_of_light(brush, x, y, reach, tone, 0.35)
        streak(brush, x - side * wide * 0.7, y, 0.03 + 0.5 * below, 0.012 + 0.05 * below, dimmed(tone, 0.30))
        lift = 0.03 + 0.10 * below
        brush.lamps.append(Lamp(x, y + lift, tone, brush.between(1.0, 1.3), 0.95 + 2.0 * below, sway=0.15))
        side = -side if math.sin(below * 90) > -0.6 else side
