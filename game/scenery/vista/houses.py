"""Houses in a view: walls, roofs, chimneys, and windows that are lit by night."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.scenery.noise import smooth
from game.scenery.vista.brush import Brush
from game.scenery.vista.lamps import AMBER, GOLD, Lamp, Rgb
from game.scenery.vista.noise import Array
from game.scenery.vista.sheet import Patch

WALLS: tuple[Rgb, ...] = (
    (0.300, 0.235, 0.160),
    (0.235, 0.160, 0.122),
    (0.335, 0.300, 0.248),
    (0.150, 0.172, 0.196),
    (0.262, 0.204, 0.170),
    (0.186, 0.196, 0.198),
    (0.325, 0.266, 0.192),
    (0.185, 0.128, 0.108),
    (0.245, 0.236, 0.226),
)
"""Two families, warm stone and slate: what else has a colour out there is an accent."""
ROOFS: tuple[Rgb, ...] = (
    (0.065, 0.068, 0.080),
    (0.150, 0.078, 0.056),
    (0.105, 0.064, 0.055),
    (0.055, 0.068, 0.076),
)
HEARTH: Rgb = (1.45, 0.54, 0.125)
HOME_TONES: tuple[Rgb, ...] = (HEARTH, HEARTH, HEARTH, AMBER, AMBER, AMBER, (1.40, 0.74, 0.27), (1.15, 0.82, 0.46))
LIT_CHANCE = 0.38


@dataclass(frozen=True)
class House:
    """One house, seen from the front."""

    x: float
    foot: float
    width: float
    wall_height: float
    roof_height: float
    gable: bool
    """Whether the gable faces the eye, or the long side of the roof."""
    haze: float
    lit_chance: float = LIT_CHANCE


def some_house(brush: Brush, x: float, foot: float, size: float, haze: float) -> House:
    """A house of about that size."""
    return House(
        x=x,
        foot=foot,
        width=size * brush.between(0.75, 1.35),
        wall_height=size * brush.between(0.7, 1.25),
        roof_height=size * brush.between(0.38, 0.72),
        gable=bool(brush.chance.random() < 0.5),
        haze=haze,
    )


def build(brush: Brush, house: House) -> None:
    """Paint a house and hang its lamps."""
    half, top = house.width / 2, house.foot + house.wall_height
    on = brush.sheet.patch(
        house.x - half * 1.3, house.foot - 0.01, house.x + half * 1.3, top + house.roof_height * 1.35
    )
    wall = brush.tint(WALLS[brush.chance.integers(len(WALLS))], 0.05)
    roof = ROOFS[brush.chance.integers(len(ROOFS))]
    side = half * brush.between(0.3, 0.7) * (1 if brush.chance.random() < 0.5 else -1)
    _block(
        brush, on, house.x + side, half * 0.10, top, top + house.roof_height * 1.2, (0.16, 0.12, 0.11), house.haze
    )
    _block(brush, on, house.x, half, house.foot, top, wall, house.haze)
    brush.sheet.paint(on, _roof(on, house, top), brush.tint(roof), house.haze, solid=0.86)
    _windows(brush, house)


def _block(
    brush: Brush, on: Patch, x: float, half: float, low: float, high: float, colour: Rgb, haze: float
) -> None:
    inside = np.maximum(np.abs(on.x - x) - half, np.maximum(low - on.y, on.y - high))
    brush.sheet.paint(on, smooth(0.003, -0.003, inside), colour, haze)


def _roof(on: Patch, house: House, top: float) -> Array:
    """Triangle or trapezium with a small overhang."""
    half, up = house.width / 2 * 1.08, np.clip((on.y - top) / house.roof_height, 0, 1)
    slope = half * (1 - up) if house.gable else half * (1 - 0.32 * up)
    inside = np.maximum(np.abs(on.x - house.x) - slope, np.maximum(top - on.y, on.y - top - house.roof_height))
    return smooth(0.003, -0.003, inside)


def _windows(brush: Brush, house: House) -> None:
    step = min(max(house.width / 4, 0.026), 0.05)
    columns, rows = max(int(house.width / step) - 1, 1), max(int(house.wall_height / (step * 1.35)), 1)
    for i in range(columns):
        for j in range(rows):
            x = house.x + (i - (columns - 1) / 2) * step
            y = house.foot + house.wall_height * (j + 0.6) / (rows + 0.1)
            _window(brush, x, y, step, house)
    if house.gable and house.roof_height > 0.04:
        _window(brush, house.x, house.foot + house.wall_height + house.roof_height * 0.3, step, house)


def _window(brush: Brush, x: float, y: float, step: float, house: House) -> None:
    half_x, half_y = step * 0.24, step * 0.36
    on = brush.sheet.patch(x - step, y - step, x + step, y + step)
    mask = smooth(0.003, -0.003, np.maximum(np.abs(on.x - x) - half_x, np.abs(on.y - y) - half_y))
    brush.sheet.paint(on, mask, (0.035, 0.042, 0.055), house.haze, solid=0.8)
    if brush.chance.random() > house.lit_chance:
        return
    tone = HOME_TONES[brush.chance.integers(len(HOME_TONES))]
    bright = math.exp(brush.chance.normal(-0.35, 0.55)) * (1 - 0.55 * house.haze)
    brush.sheet.shine(on, mask, np.asarray(tone) * min(bright, 1.1) * 1.8)
    spill = np.exp(-(((on.x - x) / (1.7 * half_x)) ** 2) - ((on.y - y) / (1.6 * half_y)) ** 2)
    brush.sheet.shine(on, np.asarray(spill), np.asarray(tone) * bright * 0.085)
    if bright > 0.35:
        brush.lamps.append(Lamp(x, y, tone, bright * 0.42, brush.between(0.75, 0.95)))


def spire(brush: Brush, x: float, foot: float, height: float, haze: float) -> None:
    """A church tower: the one upright in the skyline."""
    half = height * 0.095
    on = brush.sheet.patch(x - 2 * half, foot, x + 2 * half, foot + height * 1.05)
    body = foot + height * 0.55
    _block(brush, on, x, half, foot, body, (0.26, 0.24, 0.23), haze)
    up = np.clip((on.y - body) / (height * 0.45), 0, 1)
    inside = np.maximum(
        np.abs(on.x - x) - half * 1.12 * (1 - up) ** 1.25, np.maximum(body - on.y, on.y - foot - height)
    )
    brush.sheet.paint(on, smooth(0.003, -0.003, inside), (0.10, 0.12, 0.13), haze)
    brush.lamps.append(Lamp(x, foot + height * 0.47, GOLD, 0.55, 0.8))
