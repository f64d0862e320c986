"""What views are painted with: hills, trees, houses, ground. Everything is meant to be seen out of focus."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from game.scenery.noise import smooth
from game.scenery.vista.foliage import Foliage
from game.scenery.vista.lamps import AMBER, GOLD, PALE, RED, TEAL, Lamp, Rgb
from game.scenery.vista.noise import Noise
from game.scenery.vista.sheet import Sheet

BLOSSOM: Rgb = (0.40, 0.305, 0.315)
ROSE: Rgb = (0.62, 0.24, 0.25)
"""What amber light becomes far out in wet air."""
SHADED, SUNNED = np.array([0.80, 0.92, 1.22], np.float32), np.array([1.16, 1.06, 0.74], np.float32)
"""Leaves under a crown are cooler than those on top of it."""


@dataclass
class Brush:
    """A sheet, the chance to paint by, and the lamps set up so far."""

    sheet: Sheet
    chance: np.random.Generator
    horizon: float
    """Height of the horizon in the picture."""
    accent: Rgb
    focus: float
    """Where the main light stands: 0 in the middle, in heights of the picture."""
    foliage: Foliage
    lamps: list[Lamp] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.noise = Noise(self.chance)
        self.half = self.sheet.half_width

    def between(self, low: float, high: float) -> float:
        """A number drawn evenly."""
        return float(self.chance.uniform(low, high))

    def tint(self, colour: Rgb, spread: float = 0.12) -> Rgb:
        """The colour a little off, as no two things are quite alike."""
        r, g, b = (c * math.exp(self.chance.normal(0, spread)) for c in colour)
        return r, g, b

    def leaves(self) -> Rgb:
        """The leaves of one tree or shrub of the season."""
        return self.tint(self.foliage.mixed[self.chance.integers(len(self.foliage.mixed))])

    def lamp_tone(self) -> Rgb:
        """A colour a town's lamps have: mostly amber."""
        tones = (AMBER, AMBER, AMBER, GOLD, GOLD, PALE, self.accent, TEAL, RED)
        return tones[self.chance.integers(len(tones))]


def hills(brush: Brush, base: float, height: float, bumps: float, colour: Rgb, haze: float) -> None:
    """A line of hills across the view."""
    on, shift = brush.sheet.patch(-9, -1, 9, base + height * 1.5), brush.between(0, 200)
    line = base + height * (1.6 * brush.noise.cloudy(on.x * bumps + shift, np.full_like(on.x, shift), 4) - 0.3)
    tone = 0.75 + 0.5 * brush.noise.cloudy(on.x * 9 + shift, on.y * 14, 3)
    brush.sheet.paint(on, smooth(0.006, -0.006, on.y - line), np.asarray(colour) * tone[..., None], haze)


def crown(brush: Brush, x: float, y: float, width: float, height: float, colour: Rgb, haze: float) -> None:
    """The leaves of a tree or shrub: many clumps, each lighter on top, with gaps at the rim where the sky shows."""
    count = int(15 + 13 * min(width * 4, 1.0))
    for lobe in np.linspace(0, 1, count):
        turn, out = brush.between(0, math.tau), math.sqrt(brush.chance.random()) * 0.80
        cx, cy = x + math.cos(turn) * out * width, y + math.sin(turn) * out * height
        size = brush.between(0.20, 0.36) * (1.15 - 0.35 * out)
        rx, ry = width * size, height * size * 0.9
        on = brush.sheet.patch(cx - rx * 1.4, cy - ry * 1.4, cx + rx * 1.4, cy + ry * 1.4)
        u, v = (on.x - cx) / rx, (on.y - cy) / ry
        n = brush.noise.cloudy(on.x * 46 + lobe * 50, on.y * 46, 3)
        out_of = np.sqrt(u * u + v * v)
        mask = smooth(0.16, -0.16, out_of - 0.84 + (n - 0.5) * 2.2) * smooth(1.4, 1.2, out_of)
        raised = np.clip(0.5 + 0.5 * (cy - y) / height + 0.36 * v, 0.0, 1.2)
        tone = np.clip(0.22 + 0.98 * raised, 0.15, 1.45) * (0.50 + 1.0 * n)
        lit = SHADED + (SUNNED - SHADED) * raised[..., None]
        brush.sheet.paint(on, mask, np.asarray(brush.tint(colour, 0.13)) * tone[..., None] * lit, haze)


def trunk(brush: Brush, x: float, foot: float, top: float, width: float, haze: float) -> None:
    """A stem, a little crooked."""
    on = brush.sheet.patch(x - 4 * width, foot, x + 4 * width, top)
    way = x + width * 2.2 * (brush.noise.at(on.y * 5, on.y * 0 + x * 9) - 0.5)
    thick = width * (1.25 - 0.6 * (on.y - foot) / max(top - foot, 1e-3))
    mask = smooth(0.004, -0.004, np.abs(on.x - way) - thick)
    brush.sheet.paint(on, mask, (0.055, 0.048, 0.045), haze)


def tree(brush: Brush, x: float, foot: float, height: float, colour: Rgb, haze: float) -> None:
    """A broad tree on its stem."""
    width = height * brush.between(0.32, 0.46)
    if brush.chance.random() < brush.foliage.bloom_chance:
        colour = brush.tint(BLOSSOM, 0.16)
    _grounded(brush, x, foot, 0.7 * width)
    trunk(brush, x, foot, foot + height * 0.66, height * 0.024, haze)
    crown(brush, x, foot + height * 0.62, width, height * 0.40, colour, haze)


def poplar(brush: Brush, x: float, foot: float, height: float, colour: Rgb, haze: float) -> None:
    """A slender tree, drawn as a flame of leaves."""
    trunk(brush, x, foot, foot + height * 0.5, height * 0.016, haze)
    for up, wide in ((0.30, 0.110), (0.55, 0.115), (0.80, 0.075)):
        crown(brush, x, foot + height * up, height * wide, height * 0.23, colour, haze)


def _grounded(brush: Brush, x: float, foot: float, reach: float) -> None:
    """The shade under a tree, where it stands on the ground."""
    on = brush.sheet.patch(x - 2 * reach, foot - 0.6 * reach, x + 2 * reach, foot + 0.3 * reach)
    away = ((on.x - x) / reach) ** 2 + ((on.y - foot) / (0.16 * reach)) ** 2
    brush.sheet.colour[on.rows, on.columns] *= (1.0 - 0.5 * np.exp(-away))[..., None]


def mound(brush: Brush, x0: float, x1: float, y: float, height: float, colour: Rgb, haze: float) -> None:
    """A row of shrubs with an uneven top."""
    on, shift = brush.sheet.patch(x0, y - 0.06, x1, y + 2.2 * height), brush.between(0, 200)
    n = brush.noise.cloudy(on.x * 22 + shift, on.y * 22, 4)
    ends = smooth(0.0, 0.07, np.minimum(on.x - x0, x1 - on.x))
    top = height * (0.35 + 1.25 * brush.noise.cloudy(on.x * 6 + shift, np.full_like(on.x, 3.0), 3)) * ends
    up = np.asarray(on.y - y, np.float64)
    inside = np.minimum(smooth(0.012, -0.012, up - top + (n - 0.5) * 0.03), smooth(-0.05, 0.0, up))
    tone = (0.45 + 0.75 * smooth(-0.02, height, up)) * (0.65 + 0.7 * n)
    brush.sheet.paint(on, inside, np.asarray(colour) * tone[..., None], haze)


def blossoms(brush: Brush, x0: float, x1: float, y: float, height: float, colour: Rgb, count: int) -> None:
    """Flower heads scattered over a bed."""
    for _ in range(count):
        cx, cy = brush.between(x0, x1), y + brush.between(0, height)
        r = brush.between(0.004, 0.009)
        on = brush.sheet.patch(cx - 2 * r, cy - 2 * r, cx + 2 * r, cy + 2 * r)
        mask = smooth(1.2, 0.6, np.hypot(on.x - cx, on.y - cy) / r)
        brush.sheet.paint(on, mask, brush.tint(colour, 0.2), 0.12)


def pool_of_light(brush: Brush, x: float, y: float, reach: float, colour: Rgb, flat: float = 0.4) -> None:
    """Lamplight on whatever is near."""
    on = brush.sheet.patch(x - 2.6 * reach, y - 2.6 * reach, x + 2.6 * reach, y + 2.6 * reach)
    away = ((on.x - x) / reach) ** 2 + ((on.y - y) / (reach * flat)) ** 2
    lit = brush.sheet.colour[on.rows, on.columns] * 2.2 + 0.012
    brush.sheet.glow[on.rows, on.columns] += lit * np.exp(-away)[..., None] * np.asarray(colour, np.float32)


def halo(brush: Brush, x: float, y: float, reach: float, strength: float) -> None:
    """Lamplight in the wet air before everything: amber at its core, rose further out, nothing at three reaches."""
    on = brush.sheet.patch(x - 3 * reach, y - 3 * reach, x + 3 * reach, y + 3 * reach)
    away = (((on.x - x) ** 2 + ((on.y - y) * 1.25) ** 2) / reach**2)[..., None]
    light = np.exp(-5.5 * away) * np.asarray(AMBER) + 0.42 * np.exp(-0.9 * away) * np.asarray(ROSE)
    brush.sheet.glow[on.rows, on.columns] += (light * strength).astype(np.float32)


def streak(brush: Brush, x: float, top: float, length: float, width: float, colour: Rgb) -> None:
    """A lamp's reflection on wet ground or water, drawn out downwards and broken by ripples."""
    on = brush.sheet.patch(x - 4 * width, top - 1.3 * length, x + 4 * width, top)
    down = np.clip((top - on.y) / length, 0, 2)
    ripples = brush.noise.at(on.x * 14 + 40, on.y * 62)
    broken = np.clip(1.9 * ripples - 0.25, 0.06, 1.35)
    spread = width * (0.75 + 0.65 * down)
    mask = np.exp(-(((on.x - x) / spread) ** 2)) * np.exp(-2.2 * down) * smooth(0.0, 0.04, down) * broken
    brush.sheet.shine(on, np.asarray(mask, np.float32), colour)
