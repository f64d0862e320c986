"""The moon, and its halo on a quad of its own: seas are dear, and the halo is wide."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

import numpy as np

from game.scenery.air import on_screen
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.light import LightNow, linear, smooth_step
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.moon import Moon

FAINTEST = 0.01
"""A halo weaker than this is not drawn: nobody could see it."""
HALO_REACH = 0.38
"""How far the halo is drawn, in screen heights."""


@draws(Moon)
class MoonLayer(Layer[Moon]):
    """Draws the `moon` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("moon.frag", "disc.vert")
        self._halo = self.stage.program("moon_halo.frag", "disc.vert")
        self._geometry = Quads(self.stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        self._tint = linear(self.model.colour)
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        light = frame.light
        show = smooth_step(-0.03, 0.04, light.moon_height) * (1.0 - 0.75 * light.daylight)
        if show <= 0.0 or self.values["radius_ratio"] <= 0.0:
            return
        at = on_screen(light.moon_x, light.moon_height, self.stage.horizon_ratio)
        self._draw_halo(at, show * self.values["halo_ratio"] * (1.0 - light.daylight), canvas)
        self._draw_disc(at, show, light, canvas)

    def _draw_halo(self, at: tuple[float, float], strength: float, canvas: Canvas) -> None:
        if strength < FAINTEST:
            return
        canvas.blend_add()
        set_uniforms(self._halo, u_at=at, u_aspect=self.stage.aspect, u_reach=HALO_REACH, u_halo=strength)
        self._geometry.render(self._halo)

    def _draw_disc(self, at: tuple[float, float], show: float, light: LightNow, canvas: Canvas) -> None:
        across, up = (light.sun_x - light.moon_x) * self.stage.aspect, light.sun_height - light.moon_height
        length = max(hypot(across, up), 1e-6)
        canvas.blend_over()
        set_uniforms(
            self._program,
            u_at=at,
            u_aspect=self.stage.aspect,
            u_reach=self.values["radius_ratio"] * 1.1,
            u_tint=self._tint,
            u_radius=self.values["radius_ratio"],
            u_height_px=float(self.stage.size_px[1]),
            u_full=self.values["full_ratio"],
            u_to_sun=(across / length, up / length),
            u_show=show,
            u_day=light.daylight,
        )
        self._geometry.render(self._program)
