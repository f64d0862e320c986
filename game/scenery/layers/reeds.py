"""Reeds at the foot of the picture: grown once, bending with the gusts."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.dunes import dune_grass
from game.scenery.growing.sketch import Sketch, empty
from game.scenery.growing.waterside import reed_bed
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN
from game.scenery.light import linear
from game.scenery.swaying import SwayingPlant
from worlds.format.layers.reeds import Reeds

REACH = 0.075
"""How far a tip goes in a full gust, in screen heights."""
SLICE_REEDS = 100
"""How many are grown before others get their turn."""
THINNEST_PX = 1.0
"""Width below which a reed would fall into dots where it is baked, at twice the size."""


@draws(Reeds)
class ReedsLayer(Layer[Reeds]):
    """Draws the `reeds` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = SwayingPlant(self.stage, define="CLOSE")
        self._colours = {"u_needle": linear(self.model.stem), "u_leaf": linear(self.model.blade), "u_behind": 1.0}
        yield

    def resize(self) -> None:
        """The bed is laid out for the shape of the screen; `rebake` grows it."""

    def rebake(self) -> Iterator[None]:
        """Grow the bed, then bake it. Until that is done the one before stays."""
        if self._plant.needs_planting:
            yield from self._plant.plant(self.kept("reeds"), self._grown())

    def _grown(self) -> Generator[None, None, Sketch]:
        model = self.model
        width = self.stage.aspect * (1 + 2 * MARGIN)
        plan = model.height_ratio, model.thick_ratio, model.cattail_ratio, model.open_ratio
        thinnest = THINNEST_PX / self.stage.size_px[1]
        parts = [empty()]
        bed = dune_grass if model.plant == "dune_grass" else reed_bed
        for reed in bed(self.stage.generator(self.name), width, *plan, thinnest):
            parts.append(reed)
            if len(parts) % SLICE_REEDS == 0:
                yield
        return np.concatenate(parts)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        sway = self.values["sway_ratio"] * REACH
        hold = (0.0, 1.0 / self.model.height_ratio, 0.0)
        self._plant.draw(frame, canvas, self._colours, self.model.near_ratio, hold, (sway, 0.0))
