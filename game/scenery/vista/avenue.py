"""Two rows of houses that run away from the eye, and between them the water of a canal, or a wet street."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from game.scenery.noise import Array, smooth
from game.scenery.vista.brush import Brush, halo, hills, pool_of_light, poplar, streak, tree
from game.scenery.vista.facades import Facade, row_of_facades
from game.scenery.vista.houses import spire
from game.scenery.vista.lamps import AMBER, GOLD, Lamp, dimmed
from game.scenery.vista.small_life import boat, umbrella

END = 13.0
"""How far away the way closes, where the nearest ground seen is about 1."""
WET: tuple[float, float, float] = (0.050, 0.064, 0.070)
PAVING: tuple[float, float, float] = (0.078, 0.080, 0.086)


@dataclass(frozen=True)
class Avenue:
    """A straight level way. A thing `across` it and `up` over its ground, `away` far, is seen at `x`, `y`."""

    vanish: float
    """Where it vanishes, across the picture."""
    horizon: float
    eye: float
    """How high the eye is over its ground."""
    half_width: float
    """How far its houses stand from its middle."""

    def x(self, across: float, away: float) -> float:
        """Place in the picture, 0 in its middle."""
        return self.vanish + across / away

    def y(self, up: Array | float, away: Array | float) -> Array:
        """Height in the picture."""
        return np.asarray(self.horizon + (up - self.eye) / np.asarray(away))

    def away(self, x: ArrayLike) -> Array:
        """How far the houses are that are seen at x."""
        aside = np.abs(np.asarray(x, np.float64) - self.vanish)
        return np.asarray(self.half_width / np.maximum(aside, self.half_width / END / 1.5))


def canal(brush: Brush) -> Iterator[None]:
    """A canal between its houses, with trees, boats and a bridge."""
    way = _avenue(brush, brush.between(0.50, 0.66), brush.between(0.95, 1.25), spired=False)
    yield from _houses(brush, way)
    quay, drop = way.half_width * brush.between(0.50, 0.62), 0.13
    _quays(brush, way, quay)
    yield
    _arch(brush, way, quay)
    _mirror(brush, way, _water(brush, way, quay, drop), drop, 0.66)
    yield
    yield from _along(brush, way, quay)
    for _ in range(int(brush.chance.integers(2, 5))):
        away, side = brush.between(1.1, 4.0), brush.chance.choice([-1.0, 1.0])
        x = way.x(side * quay * brush.between(0.62, 0.84), away)
        boat(brush, x, float(way.y(-drop, away)), 0.34 / away, 0.03 + 0.03 * away)


def street(brush: Brush) -> Iterator[None]:
    """A shopping street in the rain, and a few people under umbrellas."""
    way = _avenue(brush, brush.between(0.62, 0.80), brush.between(0.78, 1.0), spired=True)
    yield from _houses(brush, way)
    _mirror(brush, way, _paving(brush, way), 0.0, 0.40, lamps=0.5)
    yield
    yield from _along(brush, way, way.half_width * 0.66, trees=brush.chance.random() < 0.5)
    for away in np.sort(brush.chance.uniform(2.2, 7.0, int(brush.chance.integers(3, 7))))[::-1]:
        x = way.x(brush.between(-0.62, 0.62) * way.half_width, float(away))
        umbrella(brush, x, float(way.y(0.0, away)), 0.56 / float(away), 0.04 * float(away))
    yield


def _avenue(brush: Brush, eye: float, half_width: float, spired: bool) -> Avenue:
    h, fitted = brush.horizon, min(brush.half / 0.6, max(brush.half / 1.25, 1.0))
    way = Avenue(brush.focus * brush.between(0.7, 1.4), h, eye, half_width * fitted)
    hills(brush, h + 0.03, 0.07, brush.between(1.5, 3.0), (0.11, 0.14, 0.12), 0.8)
    if spired:
        spire(brush, way.vanish + brush.between(-0.04, 0.04), h - 0.03, brush.between(0.22, 0.30), 0.42)
    for x in np.linspace(-1.6, 1.6, 5) * way.half_width / END * 1.6:
        kind = poplar if brush.chance.random() < 0.4 else tree
        kind(brush, way.vanish + float(x), h - 0.045, brush.between(0.07, 0.11), brush.leaves(), 0.40)
    halo(brush, way.vanish, h + 0.01, 0.15, 0.30)
    brush.lamps.append(Lamp(way.vanish, h + 0.01, GOLD, 1.5, 1.3))
    return way


def _houses(brush: Brush, way: Avenue) -> Iterator[None]:
    rows = [row_of_facades(brush, way, side) for side in (-1.0, 1.0)]
    far_first: list[Facade] = sorted((one for row in rows for one in row), key=lambda one: -one.near)
    for facade in far_first:
        facade.paint(brush)
        yield


def _quays(brush: Brush, way: Avenue, quay: float) -> None:
    """The ground before the houses, and the walls that hold the water."""
    on = brush.sheet.patch(-9, -1, 9, brush.horizon)
    below = np.maximum(brush.horizon - on.y, 1e-4)
    side = np.abs(on.x - way.vanish)
    n = brush.noise.cloudy(on.x * 3 / (below + 0.08), 2.5 / (below + 0.05) + 0 * on.x, 3)
    ground = smooth(0.002, -0.002, side - way.half_width * below / way.eye)
    brush.sheet.paint(on, ground, np.asarray((0.110, 0.105, 0.100)) * (0.55 + 0.9 * n)[..., None], 0.06, solid=0.74)
    wall = smooth(0.002, -0.002, side - quay * below / way.eye)
    brush.sheet.paint(on, wall, np.asarray((0.085, 0.072, 0.062)) * (0.5 + n)[..., None], 0.05)


def _water(brush: Brush, way: Avenue, quay: float, drop: float) -> Array:
    on = brush.sheet.patch(-9, -1, 9, brush.horizon)
    below = np.maximum(brush.horizon - on.y, 1e-4)
    water = smooth(0.003, -0.003, np.abs(on.x - way.vanish) - quay * below / (way.eye + drop))
    ripple = 0.7 + 0.6 * brush.noise.cloudy(on.x * 8 + 0 * on.y, on.y * 60, 3)
    brush.sheet.paint(on, water, np.asarray(WET) * ripple[..., None], 0.04, solid=0.42)
    return water


def _paving(brush: Brush, way: Avenue) -> Array:
    on = brush.sheet.patch(-9, -1, 9, brush.horizon)
    below = np.maximum(brush.horizon - on.y, 1e-4)
    side = np.abs(on.x - way.vanish)
    ground = smooth(0.002, -0.002, side - way.half_width * below / way.eye)
    n = brush.noise.cloudy(on.x * 4 / (below + 0.08), 3.0 / (below + 0.05) + 0 * on.x, 4)
    wet = np.clip(1.35 - 1.5 * n, 0.35, 1.0)
    brush.sheet.paint(on, ground, np.asarray(PAVING) * (0.5 + n)[..., None], 0.05, solid=0.62)
    kerb = np.exp(-(((side - 0.66 * way.half_width * below / way.eye) / (0.010 + 0.02 * below)) ** 2))
    brush.sheet.paint(on, kerb * 0.5 * ground, (0.26, 0.25, 0.24), 0.05)
    return np.asarray(ground * wet)


def _mirror(brush: Brush, way: Avenue, mask: Array, drop: float, strength: float, lamps: float = 0.8) -> None:
    """The houses again, upside down under their own feet."""
    on = brush.sheet.patch(-9, -1, 9, brush.horizon)
    foot = brush.horizon - (way.eye + drop) * np.abs(on.x - way.vanish) / way.half_width
    fade = strength * (1.0 - 0.45 * np.clip((foot - on.y) / 0.5, 0, 1))
    brush.sheet.mirror(on, np.asarray(2 * foot - on.y), np.asarray(mask * fade), lamps)


def _arch(brush: Brush, way: Avenue, quay: float) -> None:
    """A bridge across the far water."""
    away = brush.between(3.6, 5.5)
    x, foot, reach = way.x(0.0, away), float(way.y(-0.10, away)), quay * 1.15 / away
    rise = reach * brush.between(0.42, 0.55)
    on = brush.sheet.patch(x - 2 * reach, foot - 0.05, x + 2 * reach, foot + 3 * rise)
    u = np.asarray((on.x - x) / reach, np.float64)
    deck = foot + rise * (1.30 - 0.34 * np.minimum(u * u, 2.0))
    hollow = foot + rise * np.sqrt(np.clip(1 - (u / 0.82) ** 2, 0, 1))
    stone = np.minimum(smooth(0.003, -0.003, on.y - deck), smooth(-0.003, 0.003, on.y - hollow))
    stone = stone * smooth(1.5, 1.4, np.abs(u)) * (on.y > foot)
    brush.sheet.paint(on, stone, brush.tint((0.17, 0.145, 0.12), 0.1), 0.16)
    for share in (-0.9, 0.9):
        brush.lamps.append(Lamp(x + share * reach, foot + 1.7 * rise, AMBER, 0.8, 1.0))


def _along(brush: Brush, way: Avenue, edge: float, trees: bool = True) -> Iterator[None]:
    """Trees and lamps along both sides, far ones first; some nearest ones reach out of the picture."""
    for away in (9.0, 6.6, 4.8, 3.5, 2.55, 1.9):
        for side in (-1.0, 1.0):
            near = away * brush.between(0.93, 1.07)
            if trees and brush.chance.random() < 0.72:
                x, foot = way.x(side * edge * 1.16, near), float(way.y(0.0, near))
                tree(brush, x, foot, brush.between(0.75, 1.0) / near, brush.leaves(), min(0.05 * near, 0.5))
            _lamp(brush, way, side * edge * 1.03, near * 0.88)
        yield


def _lamp(brush: Brush, way: Avenue, across: float, away: float) -> None:
    x, foot, top = way.x(across, away), float(way.y(0.0, away)), float(way.y(0.46, away))
    reach = 0.26 / away
    pool_of_light(brush, x, foot + 0.1 * reach, 0.7 * reach, dimmed(AMBER, min(0.10 + 0.09 * away, 0.6)), 0.3)
    streak(brush, x, foot, 0.55 / away + 0.05, 0.008 + 0.013 / away, dimmed(AMBER, 1.0))
    brush.lamps.append(Lamp(x, top, AMBER, brush.between(0.85, 1.25), 0.85 + 0.9 / away))
