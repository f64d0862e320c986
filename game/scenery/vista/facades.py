"""The fronts of houses in a row, seen along the row: gables, windows, shops with their awnings."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.scenery.noise import Array, smooth
from game.scenery.vista.houses import HOME_TONES, WALLS
from game.scenery.vista.lamps import AMBER, GOLD, Lamp, Rgb
from game.scenery.vista.sheet import Patch

if TYPE_CHECKING:
    from game.scenery.vista.avenue import Avenue
    from game.scenery.vista.brush import Brush

NEAREST, FARTHEST = 0.62, 11.5
STOREY = 0.36
SHOP = 0.36
"""Height of a shop's front."""


@dataclass(frozen=True)
class Facade:
    """One front on one side (-1 left, 1 right) of an avenue, between two distances."""

    way: Avenue
    side: float
    near: float
    far: float
    height: float
    gable: float
    """How far its gable rises over its walls."""
    wall: Rgb
    shop: Rgb | None
    """The colour of the awning, where there is a shop."""
    columns: int
    lit: Array
    """(floors, columns, 3): the light of each window."""

    def paint(self, brush: Brush) -> None:
        """Paint it, and hang up the light of its brightest windows."""
        x0, x1 = sorted(self.way.x(self.side * self.way.half_width, away) for away in (self.near, self.far))
        top = float(self.way.y(self.height + self.gable, self.near))
        on = brush.sheet.patch(x0, float(self.way.y(0.0, self.near)) - 0.01, x1, top + 0.01)
        if not on.x.size or not on.y.size:
            return
        away = self.way.away(on.x)
        along = np.clip((away - self.near) / (self.far - self.near), 0, 1)
        up = (on.y - brush.horizon) * away + self.way.eye
        roof = self.height + self.gable * np.clip(1.15 - np.abs(2 * along - 1) * 1.3, 0, 1)
        mask = smooth(0.006, -0.006, np.maximum(-up, up - roof) / away)
        haze = float(np.clip(0.045 * (self.near - 0.6), 0.02, 0.55))
        tone = (
            0.62 + 0.34 * np.clip(up / self.height, 0, 1) + 0.30 * (brush.noise.cloudy(along * 5, up * 9, 3) - 0.5)
        )
        if self.gable == 0.0:
            tone = tone * (1.0 - 0.30 * smooth(self.height - 0.05, self.height, up))
        tone = tone * (1.0 - 0.66 * np.exp(-0.62 * (away - NEAREST)))  # near ones frame the view
        brush.sheet.paint(on, mask, np.asarray(self.wall) * tone[..., None], haze)
        self._windows(brush, on, along, up, mask, haze)
        if self.shop is not None:
            self._shop(brush, on, along, up, mask, haze)

    def _windows(self, brush: Brush, on: Patch, along: Array, up: Array, mask: Array, haze: float) -> None:
        across, floor = along * self.columns, (up - SHOP) / STOREY
        column = np.clip(across.astype(int), 0, self.columns - 1)
        row = np.clip(np.floor(floor).astype(int), 0, len(self.lit) - 1)
        u, v = across % 1 - 0.5, floor % 1 - 0.5
        bars = smooth(0.0, 0.035, np.abs(u) - 0.012) * smooth(0.0, 0.03, np.abs(v - 0.08) - 0.012)
        open_ = smooth(0.28, 0.24, np.abs(u)) * smooth(0.34, 0.30, np.abs(v)) * (0.25 + 0.75 * bars)
        pane = np.asarray(
            open_ * smooth(-0.02, 0.02, floor) * smooth(len(self.lit) + 0.02, len(self.lit), floor) * mask
        )
        frame = smooth(0.36, 0.33, np.abs(u)) * smooth(0.41, 0.38, np.abs(v)) * (pane < 0.5) * (floor > 0)
        brush.sheet.paint(on, np.asarray(frame * mask * (floor < len(self.lit))), (0.25, 0.235, 0.205), haze)
        glass = np.asarray((0.045, 0.055, 0.070)) * (0.6 + 0.9 * np.clip(v + 0.5, 0, 1))[..., None]
        brush.sheet.paint(on, pane, glass, haze, solid=0.93)
        light = self.lit[row, column] * ((1 - 0.4 * haze) * min(0.4 + 0.22 * self.near, 1.0))
        core = 0.62 + 0.75 * np.exp(-((u / 0.22) ** 2) - ((v + 0.06) / 0.24) ** 2)  # a lamp stands in the room
        brush.sheet.shine(on, pane * core, light)
        spill = np.exp(-((u / 0.40) ** 2) - (v / 0.46) ** 2) * mask * (floor > 0) * (floor < len(self.lit))
        brush.sheet.shine(on, np.asarray(spill * 0.05), light)

    def _shop(self, brush: Brush, on: Patch, along: Array, up: Array, mask: Array, haze: float) -> None:
        edge = smooth(0.06, 0.10, along) * smooth(0.94, 0.90, along)
        front = np.asarray(smooth(0.04, 0.06, up) * smooth(0.26, 0.24, up) * edge * mask)
        brush.sheet.paint(on, front, (0.10, 0.085, 0.065), haze)
        goods = 0.45 + 1.1 * brush.noise.cloudy(along * 14, up * 22, 2)
        brush.sheet.shine(
            on, front * goods, np.asarray(AMBER) * (1 - 0.5 * haze) * min(0.10 + 0.16 * self.near, 0.9)
        )
        scallop = 0.247 + 0.012 * np.cos(along * 62)
        awning = np.asarray(smooth(-0.006, 0.006, up - scallop) * smooth(0.36, 0.345, up) * edge * mask)
        stripes = smooth(-0.3, 0.3, np.sin(along * 31))[..., None]
        folds = (0.45 + 0.75 * np.clip((up - 0.25) / 0.11, 0, 1))[..., None] * (0.55 + 0.75 * stripes)
        brush.sheet.paint(on, awning, np.asarray(self.shop) * 0.72 * folds, haze)
        middle = 0.5 * (self.near + self.far)
        x, y = self.way.x(self.side * self.way.half_width, middle), float(self.way.y(0.16, middle))
        brush.lamps.append(Lamp(x, y, GOLD, 0.8, 0.9 + 0.4 / middle))


def row_of_facades(brush: Brush, way: Avenue, side: float) -> list[Facade]:
    """One side of an avenue, from near to far."""
    awnings: tuple[Rgb, ...] = (brush.accent, (0.42, 0.07, 0.05), (0.50, 0.34, 0.10), (0.07, 0.20, 0.20))
    edge = way.half_width / (brush.half + abs(way.vanish))  # beyond this they are out of the picture
    row, near = [], min(NEAREST * brush.between(0.9, 1.3), 0.95 * edge)
    while near < FARTHEST:
        far = near + brush.between(0.42, 0.75) * (0.8 + 0.2 * near)
        floors, columns = int(brush.chance.integers(2, 5)), int(brush.chance.integers(2, 4))
        gable = brush.between(0.16, 0.34) if brush.chance.random() < 0.7 else 0.0
        shop = awnings[brush.chance.integers(4)] if brush.chance.random() < 0.55 else None
        wall = brush.tint(WALLS[brush.chance.integers(len(WALLS))], 0.08)
        height = SHOP + floors * STOREY + brush.between(0.06, 0.14)
        lit = _lit(brush, floors, columns, 0.40 * float(smooth(0.75, 1.5, np.asarray(near))))
        row.append(Facade(way, side, near, far, height, gable, wall, shop, columns, lit))
        near = far
    return row


def _lit(brush: Brush, floors: int, columns: int, often: float) -> Array:
    """The light of each window, (floors, columns, 3): most are dark, and all where they stand too near the eye."""
    lit = np.zeros((floors, columns, 3))
    for floor in range(floors):
        for column in range(columns):
            if brush.chance.random() < often:
                tone = HOME_TONES[brush.chance.integers(len(HOME_TONES))]
                lit[floor, column] = np.asarray(tone) * math.exp(brush.chance.normal(-0.25, 0.45)) * 1.3
    return lit
