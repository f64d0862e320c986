"""A weeping willow: grown once, its strands swaying the more the further they hang."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.sketch import Sketch, empty
from game.scenery.growing.willow import willow
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN
from game.scenery.light import linear
from game.scenery.swaying import SwayingPlant
from worlds.format.layers.willow import Willow
from worlds.seeds import spread

REACH = 0.045
"""How far the end of a strand goes in a full gust, in screen heights."""
SLICE_STRANDS = 12


@draws(Willow)
class WillowLayer(Layer[Willow]):
    """Draws the `willow` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = SwayingPlant(self.stage, define="CLOSE")
        self._colours = {"u_needle": linear(self.model.bark), "u_leaf": linear(self.model.leaf), "u_behind": 1.0}
        self._grows = spread(self.stage.seed, "willow", self.name) < self.model.likely_ratio
        chosen = self.stage.generator(self.name, "side").random() < 0.5
        self._from_left = chosen if self.model.side == "seed" else self.model.side == "left"
        yield

    def resize(self) -> None:
        """Narrow screens shorten it; `rebake` grows it."""

    def rebake(self) -> Iterator[None]:
        """Grow it, then bake it. Until that is done the one before stays."""
        if self._plant.needs_planting:
            yield from self._plant.plant(self.kept("willow"), self._grown())

    def _grown(self) -> Generator[None, None, Sketch]:
        chance, model, aspect = self.stage.generator(self.name), self.model, self.stage.aspect
        parts = [empty()]
        if self._grows:
            narrow = min(1.0, 0.16 + 0.48 * aspect)
            reach = model.reach_ratio * narrow * chance.uniform(0.7, 1.15)
            start = -0.02, chance.uniform(0.84, 0.98)
            hang = model.hang_ratio * (0.45 + 0.55 * narrow) * chance.uniform(0.8, 1.15)
            for strand in willow(chance, start, reach, hang, model.thick_ratio):
                parts.append(strand)
                if len(parts) % SLICE_STRANDS == 0:
                    yield
        sketch = np.concatenate(parts)
        if not self._from_left:
            sketch[..., 0] = aspect * (1 + 2 * MARGIN) - sketch[..., 0]
            sketch[..., 2] *= -1
        return sketch

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        sway = self.values["sway_ratio"] * REACH
        hold = (0.0, -1.7, 1.72)
        self._plant.draw(frame, canvas, self._colours, self.model.near_ratio, hold, (sway, 0.0))
