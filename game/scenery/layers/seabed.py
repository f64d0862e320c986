"""The bed of the sea: one plane from the eye to where the blue takes it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.sea.water import NET, under_water
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.seabed import Seabed

NET_PER_S = (0.0080, 0.0055, -0.0070, 0.0075)
"""Drift of the two nets of light, in tiles a second."""
LEAN = 0.3


@draws(Seabed)
class SeabedLayer(Layer[Seabed]):
    """Draws the `seabed` layer, from the bottom edge to a little under the horizon."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._program = stage.program("seabed.frag", "seabed.vert")
        self._quad = Quads(stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        self._seed = stage.shader_seed(self.name) % 8.0
        self._plain = stage.ctx.texture((1, 1), components=4, data=bytes((70, 70, 128, 128)))
        self._sand = linear(self.model.sand)
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        uniforms = under_water(frame, self.stage, canvas)
        canvas.shared.get(NET, self._plain).use(0)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **uniforms,
            u_net=0,
            u_sand=self._sand,
            u_drift=tuple(frame.moving_s * speed % 1.0 for speed in NET_PER_S),
            u_nets=self.values["net_ratio"],
            u_ripple=self.model.ripple_ratio,
            u_clear=self.model.clear_ratio,
            u_top=self.stage.horizon_ratio,
            u_seed=self._seed,
            u_lean_x=lean_shift(frame, LEAN)[0],
        )
        self._quad.render(self._program)
