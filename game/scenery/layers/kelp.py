"""Kelp: stalks and blades as one mesh that the swell bends in the vertex shader."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from arcade.gl import BufferDescription, Geometry

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.sea.water import phases, under_water
from game.scenery.sea.weed import Bed, weed
from game.scenery.season import heavy_side
from game.scenery.stage import set_uniforms
from worlds.format.layers.kelp import Kelp

SWELL_PERIODS_S = (15.0, 8.9, 39.0)
CURL_PERIODS_S = (10.1, 11.4)
STILLED_WIND = 0.4
NARROWEST = 0.62
"""How much smaller it is on an upright screen than on a wide one."""
SOFT_FROM, SOFT_RATIO = 0.85, 0.10
"""What is nearer than this is out of focus, and by how much of its width."""


@draws(Kelp)
class KelpLayer(Layer[Kelp]):
    """Draws the `kelp` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("kelp.frag", "kelp.vert")
        self._grown_for = 0.0
        self._mesh: Geometry | None = None
        self._blade = linear(self.model.blade)
        yield

    def resize(self) -> None:
        """It is laid out for the shape of the screen; `rebake` grows it."""

    def rebake(self) -> Iterator[None]:
        """Grow the bed anew where the screen has another shape."""
        aspect = self.stage.aspect
        if self._mesh is not None and abs(aspect / self._grown_for - 1) < 0.004:
            return
        yield
        model, size = self.model, min(1.0, NARROWEST + 0.22 * aspect)
        bed = Bed(model.stalks, model.height_ratio, model.blade_ratio * size, model.thick_ratio, model.open_ratio)
        chance, steps = self.stage.generator(self.name), 3 + round(min(bed.blade / 0.055, 5.0))
        vertices, index = weed(chance, bed, aspect, heavy_side(self.stage), steps)
        yield
        ctx, data = self.stage.ctx, np.ascontiguousarray(vertices, np.float32)
        self._mesh = ctx.geometry(
            [BufferDescription(ctx.buffer(data=data.tobytes()), "2f 4f 4f", ["in_q", "in_root", "in_blade"])],
            index_buffer=ctx.buffer(data=index.astype(np.uint32).tobytes()),
            mode=ctx.TRIANGLES,
        )
        self._grown_for = aspect
        yield

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._mesh is None:
            return
        model = self.model
        uniforms = under_water(frame, self.stage, canvas)
        wind = STILLED_WIND if frame.stilled else frame.signals.wind
        canvas.blend_over()
        set_uniforms(
            self._program,
            **uniforms,
            u_swell=phases(frame.moving_s, *SWELL_PERIODS_S),
            u_curl=phases(frame.moving_s, *CURL_PERIODS_S),
            u_lean=lean_shift(frame, model.near_ratio),
            u_sway=self.values["sway_ratio"] * (0.6 + 0.8 * wind),
            u_foot=model.foot_ratio - 0.02,
            u_height_px=float(self.stage.size_px[1]),
            u_haze=self.values["haze_ratio"],
            u_blade=self._blade,
            u_soft=SOFT_RATIO if model.near_ratio > SOFT_FROM else 0.0,
        )
        self._mesh.render(self._program)
