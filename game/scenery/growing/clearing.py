"""The ground of a clearing, as a sketch: earth and moss in perspective, and what lies and grows on it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from game.scenery.growing.sketch import Sketch, faces
from game.scenery.growing.undergrowth import EARTH, MOSS, blades, cushion, fern, stone, toadstools
from game.scenery.noise import Array, smooth
from game.scenery.woodland import Field, Woodland
from worlds.format.layers.forest_floor import ForestFloor

ROWS, COLUMNS_PER_HEIGHT = 72, 96
LITTER, GRASS = 5200, 3400
"""Fallen leaves and blades of grass on a screen twice as wide as high."""
DEPTH = 0.055
"""How flat the ground is seen: smaller for a lower eye."""


class Clearing:
    """One ground; `near` runs from 0 at the horizon to 1 at the lower edge of the screen."""

    def __init__(self, chance: np.random.Generator, lie: Woodland, model: ForestFloor) -> None:
        self._chance, self._lie, self._model = chance, lie, model
        self._rough, self._patchy, self._sunny = Field(chance), Field(chance), Field(chance)
        self._end = lie.width * chance.uniform(0.22, 0.78)
        self._bend = chance.uniform(-0.26, 0.26), chance.uniform(1.2, 2.6), chance.uniform(0, 6.28)
        self._share = lie.aspect / 2

    def grown(self) -> Iterator[Sketch]:
        """Part by part, far things first where they could hide each other."""
        yield self._ground()
        yield self._litter()
        yield from self._standing()

    def _path(self, near: Array) -> Array:
        """Middle of the path."""
        amount, turns, phase = self._bend
        straight = self._lie.gap_x + (self._end - self._lie.gap_x) * near**1.3
        reach = min(self._lie.aspect, 1.6)
        return np.asarray(straight + amount * reach * np.sin(near * turns * 2 + phase) * near * (1.15 - near))

    def _off_path(self, x: Array, near: Array) -> Array:
        """How far a place is off the path: below 0 on it, about 1 a path's width away."""
        wide = self._model.path_ratio * (0.012 + 0.17 * near) * min(self._lie.aspect, 1.3) + 1e-4
        return np.asarray(np.abs(x - self._path(near)) / wide - 1.0)

    def _plane(self, x: Array, near: Array) -> tuple[Array, Array]:
        """Where on the ground a place of the screen lies."""
        far = 1.0 / (near + DEPTH)
        return (x - self._lie.width / 2) * far * 1.15 + 40.0, far * 1.1

    def _y(self, near: Array) -> Array:
        return np.asarray(self._lie.horizon * (1.0 - near) - 0.02 * near)

    def _look(self, x: Array, near: Array) -> tuple[Array, Array, Array]:
        """Patches of sun (-1..1), light and hue of the bare ground."""
        u, v = self._plane(x, near)
        rough, patchy = self._rough.at(u * 1.6, v * 1.6, 5), self._patchy.at(u * 0.7, v * 0.7)
        off = self._off_path(x, near) + (rough - 0.5) * 1.5
        grown = smooth(-0.25, 0.45, off)
        moss = grown * smooth(0.66, 0.34, patchy + 0.5 - self._model.mossy_ratio)
        bank = 0.30 * np.exp(-((off / 0.22) ** 2))
        light = 0.16 + 0.62 * rough * (0.78 + 0.22 * grown) + 0.10 * (1 - grown) - bank * 0.5
        sunny = 2.0 * smooth(0.50, 0.66, self._sunny.at(u * 0.42, v * 0.42, 3)) - 1.0
        return sunny, np.clip(light, 0.05, 0.95), EARTH + (MOSS - EARTH) * moss

    def _ground(self) -> Sketch:
        near = np.linspace(0, 1, ROWS) ** 1.25
        x = np.linspace(-0.01, self._lie.width + 0.01, max(round(COLUMNS_PER_HEIGHT * self._lie.width), 24))
        xs, nears = np.meshgrid(x, near)
        sunny, light, hue = self._look(xs, nears)
        y = self._y(nears) + 0.007 * self._rough.at(xs * 5, nears, 3) * np.exp(-nears * 30)
        at = np.stack([xs, y, sunny, light, hue], axis=-1)
        a, b, c, d = at[:-1, :-1], at[:-1, 1:], at[1:, :-1], at[1:, 1:]
        return np.stack([np.stack([a, b, c], axis=2), np.stack([b, d, c], axis=2)], axis=2).reshape(-1, 3, 5)

    def _strewn(self, count: int, power: float) -> tuple[Array, Array]:
        """Places all over, far ones first."""
        near = np.sort(self._chance.random(count) ** power)
        return self._chance.uniform(-0.02, self._lie.width + 0.02, count), near

    def _litter(self) -> Sketch:
        """Fallen leaves, flat on the ground, most of them where no moss grows."""
        x, near = self._strewn(round(LITTER * self._share), 1.15)
        sunny, light, hue = self._look(x, near)
        keep = self._chance.random(len(x)) < 0.25 + 0.75 * smooth(0.38, 0.2, hue)
        x, near, sunny, light = x[keep], near[keep], sunny[keep], light[keep]
        size = (0.0022 + 0.0125 * near) * self._chance.uniform(0.5, 1.2, len(x))
        turn = self._chance.uniform(0, 6.28, len(x))[:, None] + np.array([0.0, 2.0, 4.1])
        corners = np.stack([np.cos(turn), np.sin(turn) * 0.38], axis=-1) * size[:, None, None]
        corners = corners + np.stack([x, self._y(near)], axis=1)[:, None, :]
        bright = np.clip(light * self._chance.uniform(0.6, 2.1, len(x)), 0.05, 1.0)
        return faces(corners, sunny, bright, EARTH + 0.015)

    def _standing(self) -> Iterator[Sketch]:
        """Grass, stones, moss, toadstools and small ferns, plane by plane."""
        edges = np.array([0.0, 0.06, 0.14, 0.26, 0.42, 0.62, 0.82, 1.0])
        for low, high in pairwise(edges):
            yield self._grass(float(low), float(high))
            yield from self._lumps(float(low), float(high))

    def _grass(self, low: float, high: float) -> Sketch:
        """In tufts that keep off the path."""
        chance, tufts = self._chance, round(GRASS / 16 * self._share * (high - low) ** 0.5)
        at, near = chance.uniform(0, self._lie.width, tufts), chance.uniform(low, high, tufts)
        x = (at[:, None] + chance.normal(0, 1, (tufts, 16)) * (0.006 + 0.035 * near[:, None])).ravel()
        near = np.clip(np.repeat(near, 16) + chance.normal(0, 0.006, tufts * 16), 0.004, 1)
        keep = self._off_path(x, near) > 0.15 + 0.4 * chance.random(len(x))
        x, near = x[keep], near[keep]
        order = np.argsort(near)
        x, near = x[order], near[order]
        tall = (0.006 + 0.050 * near) * chance.uniform(0.35, 1.1, len(x))
        grown = blades(chance, np.stack([x, self._y(near)], axis=1), tall)
        sunny = self._look(x, near)[0]
        grown[..., 2] = np.tile(sunny, 2)[:, None]
        return grown

    def _lumps(self, low: float, high: float) -> Iterator[Sketch]:
        chance, model = self._chance, self._model
        count = chance.poisson(model.stones * self._share * (high - low) * 1.2)
        for near in np.sort(chance.uniform(low, high, count)):
            path = float(self._path(np.array(near)))
            beside = chance.normal(0, 0.06 + 0.5 * near)
            wide = model.path_ratio * (0.014 + 0.19 * near)
            x, y = path + beside + np.sign(beside) * wide, float(self._y(np.array(near)))
            size = (0.007 + 0.058 * near) * float(np.exp(chance.normal(-0.25, 0.5)))
            kind = chance.random()
            if kind < 0.62:
                yield stone(chance, (x, y), size)
                yield cushion(chance, (x + size * chance.normal(0, 0.8), y - size * 0.1), (size, size * 0.22), 60)
            elif kind < 0.80:
                yield cushion(chance, (x, y), (size * 1.7, size * 0.6), 150)
            elif kind < 0.92 or near < 0.15:
                yield fern(chance, (x, y), size * 2.0, 7)
            else:
                yield cushion(chance, (x, y), (size * 1.2, size * 0.35), 80)
                yield toadstools(chance, (x, y + size * 0.15), size * 0.55)
