"""The sky: gradient, glow and clouds on a small target of fixed height, brought up with a crisp sun over them."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

import numpy as np

from game.scenery.air import air, on_screen
from game.scenery.canvas import Canvas
from game.scenery.cover import Cover
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.mixing import replacing
from game.scenery.overhead import sky_tiles
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.sky import Sky

DRIFT_PER_S = (0.0056, 0.0036, 0.0099, 0.0036)
"""Of the high streaks, what bends them, the heaps and the gaps between heaps: cells of noise a second, each wrapped
where the noise repeats."""
SMALL_ROWS = 96
"""Height of a small sky that fills most of the screen: clouds are soft, so that this is enough for any screen."""
BLOOM_RADII = 4.0
"""How far the light round the sun's disc reaches, in its radii."""
FEWEST_ROWS = 40
WIDEST = 1100


@draws(Sky)
class SkyLayer(Layer[Sky]):
    """Draws the `sky` layer; leaves its small picture as "sky" (alpha: cloud), shows "sky_lit" if there is one."""

    fills = True

    def prepare(self) -> Iterator[None]:
        self._seed = self.stage.shader_seed(self.name) % 512.0
        self._sky = self.stage.program("sky.frag")
        yield
        self._show = self.stage.program("sky_show.frag", "sky_show.vert")
        self._cover = Cover(self.stage, self.name, 0.0)
        self._sun = self.stage.program("sun.frag", "disc.vert")
        self._disc = Quads(self.stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        yield

    def resize(self) -> None:
        """The small target takes the shape of the sky; a strip of sky over a high horizon gets fewer rows."""
        self._tiles = sky_tiles(self.stage, self._cover)
        self._foot_px = int(self.stage.size_px[1] * self.stage.horizon_ratio)
        share = 1 - self.stage.horizon_ratio
        rows = max(round(SMALL_ROWS * min(1.0, 1.6 * share)), FEWEST_ROWS)
        self._small = self.stage.target((min(ceil(rows * self.stage.aspect / share), WIDEST), rows))

    def ahead(self, frame: Frame, canvas: Canvas) -> None:
        self._paint_small(frame)
        canvas.shared["sky"] = self._small.color_attachments[0]

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        texture = canvas.shared.get("sky_lit", self._small.color_attachments[0])
        self._paint_below(frame, canvas)
        width, height = self.stage.size_px
        canvas.target.viewport = (0, self._foot_px, width, height - self._foot_px)
        if self._cover.changed():
            self._tiles = sky_tiles(self.stage, self._cover)
        texture.use(0)
        set_uniforms(self._show, u_sky=0)
        self._tiles.render(self._show)
        canvas.target.viewport = (0, 0, width, height)
        self._paint_sun(frame, canvas)

    def _paint_sun(self, frame: Frame, canvas: Canvas) -> None:
        radius, light, height = self.values["sun_radius_ratio"], frame.light, self.stage.size_px[1]
        if radius <= 0 or light.sun_ratio <= 0:
            return
        canvas.blend_over()
        set_uniforms(
            self._sun,
            u_sky=0,
            u_at=on_screen(light.sun_x, light.sun_height, self.stage.horizon_ratio),
            u_disc=tuple(0.2 + 0.8 * c**0.1 for c in light.sun),
            u_bloom=tuple(0.12 + 0.88 * c**0.42 for c in light.sun),
            u_aspect=self.stage.aspect,
            u_foot=self._foot_px / height,
            u_radius=radius,
            u_reach=radius * BLOOM_RADII,
            u_show=light.sun_ratio,
            u_haze=self.values["sun_haze_ratio"],
        )
        self._disc.render(self._sun)

    def _paint_small(self, frame: Frame) -> None:
        self._small.use()
        replacing(self.stage.ctx)
        self.stage.full_screen(
            self._sky,
            **air(frame, self.stage),
            u_bright=self.values["bright_ratio"],
            u_cloud=self.values["cloud_ratio"],
            u_bank=self.values["bank_ratio"],
            u_glow=self.values["glow_ratio"],
            u_silver=self.values["silver_ratio"],
            u_ring=self.values["ring_ratio"] * frame.light.moon_ratio * (1.0 - frame.light.daylight),
            u_drift=tuple(frame.moving_s * speed % 4096.0 for speed in DRIFT_PER_S),
            u_seed=self._seed,
        )

    def _paint_below(self, frame: Frame, canvas: Canvas) -> None:
        """Under the horizon the haze, for worlds that put nothing there; clearing costs next to nothing."""
        canvas.target.scissor = (0, 0, self.stage.size_px[0], self._foot_px)
        r, g, b = frame.light.fog
        canvas.target.clear(color_normalized=(r**0.5, g**0.5, b**0.5, 1.0))
        canvas.target.scissor = None
