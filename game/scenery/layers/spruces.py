"""Tall snowy spruces close by: grown once, their tops moving a little in the gusts."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.sketch import Sketch
from game.scenery.growing.snowy import drift, snowy_spruce
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN
from game.scenery.light import linear
from game.scenery.noise import Array, line
from game.scenery.season import heavy_side
from game.scenery.swaying import SwayingPlant
from worlds.format.layers.spruces import Spruces

REACH = 0.006
"""How far a top goes in a full gust, in screen heights: snow is heavy."""
DETAIL = 34, 9, 6
"""Tiers, boughs a tier and steps a bough."""
YOUNG = 24, 7, 4
BANK_STEPS = 240
WIDE = 1.78


@draws(Spruces)
class SprucesLayer(Layer[Spruces]):
    """Draws the `spruces` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = SwayingPlant(self.stage, define="CLOSE")
        self._colours = {"u_needle": linear(self.model.needle), "u_leaf": linear(self.model.snow), "u_behind": 0.3}
        yield

    def resize(self) -> None:
        """They are set for the shape of the screen; `rebake` grows them."""

    def rebake(self) -> Iterator[None]:
        """Grow them, then bake. Until that is done what was before stays."""
        if self._plant.needs_planting:
            yield from self._plant.plant(self.kept("spruces"), self._grown())

    def _grown(self) -> Generator[None, None, Sketch]:
        chance = self.stage.generator(self.name)
        width = self.stage.aspect * (1 + 2 * MARGIN)
        x, top = self._bank(width, chance)
        parts = []
        for at, height in self._stand(width, chance):
            tree = snowy_spruce(chance, *(DETAIL if height > 0.3 else YOUNG))
            tree[..., 0] = at + tree[..., 0] * height
            tree[..., 1] = float(np.interp(at, x, top)) - 0.03 * height + tree[..., 1] * height
            parts.append(tree)
            yield
        parts.append(drift(chance, x, -0.03, top))
        return np.concatenate(parts)

    def _bank(self, width: float, chance: np.random.Generator) -> tuple[Array, Array]:
        """The crest of the snow in front: high at the sides, low where the picture is open."""
        x = np.linspace(0, width, BANK_STEPS)
        away = np.abs(x / width - 0.5 - chance.uniform(-0.08, 0.08)) / 0.5
        rise = np.clip((away - 0.55 * self.model.open_ratio) / 0.6, 0, 1) ** 1.4
        roll = line(chance, x * 1.6 + 1, 3)
        return x, self.model.bank_ratio * (rise * (0.5 + 0.9 * roll) + 0.30 * roll - 0.06)

    def _stand(self, width: float, chance: np.random.Generator) -> list[tuple[float, float]]:
        """Places and heights, far to near: more and taller ones on the heavy side."""
        heavy, free = heavy_side(self.stage), self.model.open_ratio
        tall = self.model.height_ratio * min(1.0, 0.62 + 0.38 * self.stage.aspect / WIDE)
        found = []
        for side, many, share in (
            (heavy, int(chance.integers(2, 5)), 1.0),
            (-heavy, int(chance.integers(1, 4)), 0.74),
        ):
            room = (1 - free) / 2 * width
            for place in np.sort(chance.uniform(0.0, 1.0, many))[::-1]:
                edge = room * (1.0 - place) + MARGIN * self.stage.aspect * 0.5
                height = tall * share * (1.0 - 0.62 * (1 - place)) * chance.uniform(0.82, 1.12)
                found.append((edge if side < 0 else width - edge, height))
        return sorted(found, key=lambda tree: tree[1])

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        sway = self.values["sway_ratio"] * REACH
        hold = (0.0, 1.0 / self.model.height_ratio, -0.15)
        self._plant.draw(frame, canvas, self._colours, self.model.near_ratio, hold, (sway, 0.0))
