"""A light to breathe with: one soft quad, added to what is behind it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.halo import Halo

REACH = 2.0
"""How far its light goes, in radii."""
LEAST = 1e-3


@draws(Halo)
class HaloLayer(Layer[Halo]):
    """Draws the `halo` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("halo.frag", "disc.vert")
        self._quad = Quads(self.stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        self._light = linear(self.model.colour)
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        strength, radius = self.values["strength_ratio"], self.values["radius_ratio"]
        if strength < LEAST:
            return
        x, y = lean_shift(frame, self.model.near_ratio)
        canvas.blend_add()
        set_uniforms(
            self._program,
            u_at=(self.model.x_ratio + x, self.model.y_ratio + y),
            u_aspect=self.stage.aspect,
            u_reach=REACH * radius,
            u_radius=radius,
            u_ring=self.values["ring_ratio"],
            u_strength=strength,
            u_light=self._light,
        )
        self._quad.render(self._program)
