"""Stars: one point each, added to the sky."""

from __future__ import annotations

from collections.abc import Iterator
from math import tau

import numpy as np
from arcade.gl import BufferDescription

from game.scenery.air import on_screen
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.mixing import sizing_points
from game.scenery.stage import set_uniforms
from worlds.format.layers.stars import Stars

SPAN = 2.4
"""How far a star travels before it comes round, in screen heights, for a screen this wide or narrower."""
SPAN_DEG = 90.0
FAINTEST = 0.03
"""How dark it must be before any star can be seen, as a share of full night."""
TWINKLE_PERIOD_S = 17.0
DEPTH = 0.004
"""How far the stars shift when the visitor leans, in screen widths."""


@draws(Stars)
class StarsLayer(Layer[Stars]):
    """Draws the `stars` layer."""

    def prepare(self) -> Iterator[None]:
        chance = self.stage.generator(self.name)
        stars = chance.random((self.model.count * 2, 4), dtype=np.float32)
        stars[:, 1] = stars[:, 1] * 1.15
        stars[:, 2] = stars[:, 2] ** 5 * 0.8 + 0.10
        self._program = self.stage.program("stars.frag", "stars.vert")
        ctx = self.stage.ctx
        rows = BufferDescription(ctx.buffer(data=stars.tobytes()), "4f", ["in_star"])
        self._geometry = ctx.geometry([rows], mode=ctx.POINTS)
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        light = frame.light
        dark = max((1.0 - light.daylight) ** 1.6 - FAINTEST, 0.0) / (1.0 - FAINTEST)
        glows = min(1.6 * light.twilight, 1.0) * (1.0 - self.model.dusk_ratio)
        bright = dark * self.values["brightness_ratio"] * (1.0 - glows)
        if bright < 0.01 or "sky" not in canvas.shared or not self.model.count:
            return
        canvas.blend_add()
        canvas.shared["sky"].use(0)
        seconds = frame.moving_s
        span = max(SPAN, self.stage.aspect * 1.1)
        set_uniforms(
            self._program,
            u_sky=0,
            u_aspect=self.stage.aspect,
            u_horizon_ratio=self.stage.horizon_ratio,
            u_height_px=float(self.stage.size_px[1]),
            u_turn=seconds * self.model.turn_deg_h / SPAN_DEG / 3600.0 % 1.0,
            u_twinkle_phase=tau * (seconds / TWINKLE_PERIOD_S % 1.0),
            u_twinkle=self.values["twinkle_ratio"],
            u_bright=bright,
            u_dark=dark,
            u_moon_at=on_screen(light.moon_x, light.moon_height, self.stage.horizon_ratio),
            u_span=span,
            u_lean=(-frame.lean[0] * DEPTH, 0.0),
        )
        sizing_points(self.stage.ctx)
        self._geometry.render(self._program, vertices=round(self.model.count * min(span / 2, 2.0)))
