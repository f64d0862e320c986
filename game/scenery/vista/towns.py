"""Two views of a town: over its roofs, and along its waterfront."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from game.scenery.noise import smooth
from game.scenery.vista.brush import (
    Brush,
    crown,
    halo,
    hills,
    pool_of_light,
    poplar,
    streak,
    tree,
    trunk,
)
from game.scenery.vista.houses import build, some_house, spire
from game.scenery.vista.lamps import AMBER, GOLD, PALE, RED, Lamp, dimmed
from game.scenery.vista.shore import bridge, paint_water, quay_lamps, shore_houses, some_shore
from game.scenery.vista.small_life import boat, sails


def rooftops(brush: Brush) -> Iterator[None]:
    """From an upper window: hills, a spire, row behind row of roofs, trees in the yards."""
    h = brush.horizon
    _distance(brush, h)
    yield
    spire(brush, brush.focus, h - 0.04, brush.between(0.28, 0.40), 0.40)
    halo(brush, brush.focus, h + 0.02, 0.15, 0.34)
    brush.lamps.append(Lamp(brush.focus, h - 0.005, GOLD, 1.7, 1.4))
    rows = (
        (0.03, 0.060, 0.50),
        (0.085, 0.082, 0.36),
        (0.155, 0.115, 0.24),
        (0.26, 0.16, 0.13),
        (0.42, 0.235, 0.05),
    )
    lane = brush.chance.integers(1, 4)
    for i, (below, size, haze) in enumerate(rows):
        foot = h - below
        _yards(brush, foot + 0.35 * size, haze)
        if i == lane + 1:
            _lane(brush, foot + 0.62 * size)
        _trees_between(brush, foot + 0.10 * size, size * 1.7, haze)
        yield
        yield from _row_of_houses(brush, foot, size, haze, gaps=0.10 + 0.08 * i)
        _trees_between(brush, foot - 0.25 * size, size * 1.3, haze * 0.8, often=0.5)
    _near_tree(brush)


def waterfront(brush: Brush) -> Iterator[None]:
    """Houses along a shore that bends, and all their lights again in the water."""
    h = brush.horizon
    _distance(brush, h)
    if brush.chance.random() < 0.4:
        spire(brush, brush.between(-0.6, 0.6) * brush.half, h, brush.between(0.24, 0.34), 0.48)
    yield from _row_of_houses(brush, h + 0.005, brush.between(0.09, 0.12), 0.50)
    shore = some_shore(brush)
    yield from shore_houses(brush, shore, brush.between(0.11, 0.17), gaps=brush.between(0.12, 0.4))
    yield
    if shore.bridged:
        bridge(brush, h - 0.035)
    paint_water(brush, shore)
    yield
    quay_lamps(brush, shore)
    yield
    for _ in range(int(brush.chance.integers(1, 4))):
        x, deep = brush.between(-0.8, 0.8) * brush.half, brush.between(0.03, 0.20)
        kind = sails if brush.chance.random() < 0.45 else boat
        kind(brush, x, float(shore.y(np.asarray(x))) - deep, 0.07 + 0.45 * deep, 0.10)
    passing = h - 0.085
    brush.lamps.append(Lamp(-brush.half - 0.1, passing, PALE, 0.5, 1.0, travel=2 * brush.half + 0.2))
    _near_tree(brush)


def _distance(brush: Brush, h: float) -> None:
    hills(brush, h + 0.10, 0.12, brush.between(0.8, 1.8), (0.11, 0.14, 0.16), 1.0)
    hills(brush, h + 0.04, 0.08, brush.between(2.0, 4.0), (0.085, 0.115, 0.100), 0.82)
    for _ in range(int(24 * brush.half)):
        x, y = brush.between(-1, 1) * brush.half, h + 0.03 + abs(brush.chance.normal(0, 0.045))
        brush.lamps.append(Lamp(x, y, brush.lamp_tone(), 0.06 + 0.16 * brush.chance.random(), 0.8))


def _row_of_houses(brush: Brush, foot: float, size: float, haze: float, gaps: float = 0.12) -> Iterator[None]:
    x = -brush.half - brush.between(0, size)
    while x < brush.half + size:
        if brush.chance.random() > gaps:
            build(brush, some_house(brush, x, foot + brush.between(-0.1, 0.1) * size, size, haze))
            yield
        x += size * brush.between(0.85, 1.35)


def _trees_between(brush: Brush, foot: float, height: float, haze: float, often: float = 1.0) -> None:
    x = -brush.half
    while x < brush.half:
        x += height * brush.between(0.5, 2.2) / often
        kind = poplar if brush.chance.random() < 0.25 else tree
        kind(brush, x, foot, height * brush.between(0.7, 1.15), brush.leaves(), haze)


def _yards(brush: Brush, top: float, haze: float) -> None:
    """Gardens and wet ground between two rows."""
    on = brush.sheet.patch(-9, -1, 9, top)
    n = brush.noise.cloudy(on.x * 8 + 30, on.y * 16 + 0 * on.x, 4)
    tone = np.asarray((0.075, 0.100, 0.062)) * (0.45 + 1.1 * n)[..., None]
    brush.sheet.paint(on, smooth(0.01, -0.015, on.y - top + 0.02 * (n - 0.5)), tone, haze, solid=0.92)


def _lane(brush: Brush, y: float) -> None:
    """A wet lane with its lamps, and a light that passes along it now and then."""
    on = brush.sheet.patch(-9, y - 0.03, 9, y + 0.01)
    band = smooth(0.010, 0.0, np.abs(on.y - y + 0.010) - 0.009 + 0 * on.x)
    brush.sheet.paint(on, band, (0.13, 0.13, 0.135), 0.16, solid=0.6)
    for x in np.arange(-brush.half, brush.half + 0.1, brush.between(0.22, 0.34)):
        place = float(x) + brush.between(-0.03, 0.03)
        pool_of_light(brush, place, y, 0.075, AMBER)
        streak(brush, place, y, 0.06, 0.016, dimmed(AMBER, 0.30))
        brush.lamps.append(Lamp(place, y + 0.05, AMBER, brush.between(0.8, 1.3), 1.1))
    far = brush.half + 0.1
    brush.lamps.append(Lamp(-far, y + 0.004, PALE, 0.55, 0.9, travel=2 * far))
    brush.lamps.append(Lamp(far, y - 0.004, RED, 0.45, 0.8, travel=-2 * far))


def _near_tree(brush: Brush) -> None:
    """A tree before the house, its leaves in one upper corner, with daylight in their gaps."""
    side, reach = (1 if brush.chance.random() < 0.5 else -1), min(0.30, brush.half * 0.4)
    if brush.chance.random() < 0.3:
        return
    tone = brush.tint(brush.foliage.leaf)
    stem = side * (brush.half - 0.20 * reach)
    trunk(brush, stem, 0.0, 1.0, 0.017, 0.05)  # or its leaves would hang there like smoke
    for out in (0.0, 0.3, 0.55, 0.85, 0.1):
        x, y = side * (brush.half - out * reach), 1.0 - 0.16 * out + brush.between(-0.08, 0.04)
        crown(brush, x, y, reach * (0.62 - 0.2 * out), 0.15, brush.tint(tone), 0.05)
    for _ in range(int(14 * reach / 0.3)):
        x = side * (brush.half - abs(brush.chance.normal(0, 0.7)) * reach)
        y = 0.82 + 0.18 * math.sin(brush.between(-1.4, 1.4))
        brush.lamps.append(
            Lamp(x, y, (0.9, 1.0, 0.88), brush.between(0.15, 0.45), brush.between(0.9, 1.4), sway=1.4, day=0.5)
        )
