"""The ground of a wood: laid out once in perspective, then only lit."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.clearing import Clearing
from game.scenery.growing.sketch import Sketch
from game.scenery.layer import Layer, draws
from game.scenery.light import linear
from game.scenery.lit_plant import LitPlant
from game.scenery.woodland import woodland
from worlds.format.layers.forest_floor import ForestFloor

NEAR = 0.35
"""How far it shifts when the visitor leans, as one sheet."""
DAPPLE = 3.1, 0.6
"""How strongly patches of direct light stand out: by day, by night."""
SLICE_TRIANGLES = 900
TURN = 3
"""Among the planes of a wood, when its light is due."""


@draws(ForestFloor)
class ForestFloorLayer(Layer[ForestFloor]):
    """Draws the `forest_floor` layer."""

    def prepare(self) -> Iterator[None]:
        self._plant = LitPlant(self.stage, TURN, SLICE_TRIANGLES, "FLOOR")
        model = self.model
        self._colours = {
            "u_bark": linear(model.earth),
            "u_moss": linear(model.moss),
            "u_leaf": linear(model.grass),
        }
        yield

    def resize(self) -> None:
        """`rebake` lays it out for a new shape of the screen."""

    def rebake(self) -> Iterator[None]:
        """Lay it out, then bake it. Until that is done the one before stays."""
        if self._plant.needs_planting:
            yield from self._plant.plant(self.kept("floor"), self._grown())

    def _grown(self) -> Generator[None, None, Sketch]:
        clearing = Clearing(self.stage.generator(self.name), woodland(self.stage), self.model)
        parts = []
        for part in clearing.grown():
            parts.append(part)
            yield
        return np.concatenate(parts)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        day = frame.light.daylight
        dapple = DAPPLE[1] + (DAPPLE[0] - DAPPLE[1]) * day
        colours = {**self._colours, "u_dapple": dapple}
        haze = self.values["haze_ratio"]
        self._plant.show(frame, canvas, colours, NEAR, haze, {}, still=True)
