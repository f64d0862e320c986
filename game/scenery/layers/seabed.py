"""The bed of the sea: one plane from the eye to where the blue takes it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.mixing import replacing
from game.scenery.sea.water import net_of, under_water
from game.scenery.shapes import grid
from game.scenery.stage import set_uniforms
from worlds.format.layers.seabed import Seabed

NET_PER_S = (0.0080, 0.0055, -0.0070, 0.0075)
"""Drift of the two nets of light, in tiles a second."""
LEAN = 0.3
SMALL = 3
COLUMNS = 33
UP = (0.0, 0.2, 0.4, 0.55, 0.65, 0.73, 0.79, 0.84, 0.88, 0.92, 0.96, 1.0)
"""Cells over which light and haze change evenly; closer together where the sand runs out."""


@draws(Seabed)
class SeabedLayer(Layer[Seabed]):
    """Draws the `seabed` layer, from the bottom edge to a little under the horizon."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._program = stage.program("seabed.frag", "seabed.vert")
        self._show = stage.program("seabed_show.frag", "seabed_show.vert")
        yield
        points = np.stack(np.meshgrid(np.linspace(0, 1, COLUMNS), UP), axis=-1).astype(np.float32)
        self._sheet = grid(stage.ctx, points, "2f", ["in_at"])
        self._seed = stage.shader_seed(self.name) % 8.0
        self._sand = linear(self.model.sand)
        yield

    def resize(self) -> None:
        """Sand and its net of light are soft: a third as large as they are shown."""
        width, height = self.stage.scaled(SMALL)
        self._small = self.stage.target((width, round(height * self.stage.horizon_ratio)))

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        uniforms = under_water(frame, self.stage, canvas)
        net_of(self.stage, canvas).use(0)
        self._small.use()
        replacing(self.stage.ctx)
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
        self._sheet.render(self._program)
        canvas.begin()
        canvas.blend_over()
        self._small.color_attachments[0].use(0)
        set_uniforms(self._show, u_sand=0, u_top=self.stage.horizon_ratio)
        self._sheet.render(self._show)
