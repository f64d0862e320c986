"""The Milky Way: painted once on a map about the pole of the sky, then turned and added to the sky."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin, tau

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.cover import Cover
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.light import linear
from game.scenery.mixing import replacing
from game.scenery.overhead import sky_tiles
from game.scenery.pixels import filled
from game.scenery.stage import set_uniforms
from worlds.format.layers.milky_way import MilkyWay

MAP_PX, ROWS = 1024, 32
"""Size of the map, and how much of it is painted at once."""
SWING_DEG = 16.0
"""How far it turns to either side; with `turn_deg_h` at 15 that takes two hours."""
MOON_LEAVES = 0.62


@draws(MilkyWay)
class MilkyWayLayer(Layer[MilkyWay]):
    """Draws the `milky_way` layer."""

    def prepare(self) -> Iterator[None]:
        chance = self.stage.generator(self.name)
        self._side = 1.0 if chance.random() < 0.5 else -1.0
        self._tilt = float(chance.uniform(0.50, 1.0))
        self._heart = float(chance.uniform(-0.25, 0.35))
        self._foot_x = float(chance.uniform(0.36, 0.62))
        self._seed = self.stage.shader_seed(self.name) % 512.0
        self._show = self.stage.program("milky_way_show.frag", "milky_way_show.vert")
        self._cover = Cover(self.stage, self.name, 0.0)
        yield
        self._map = self.stage.target((MAP_PX, MAP_PX))
        yield from filled(lambda: self._map, self.kept("milky_way"), self._painted())

    def _painted(self) -> Iterator[None]:
        paint = self.stage.program("milky_way.frag")
        yield
        for foot in range(0, MAP_PX, ROWS):
            self._map.use()
            replacing(self.stage.ctx)
            self._map.scissor = (0, foot, MAP_PX, ROWS)
            self.stage.full_screen(
                paint, u_seed=self._seed, u_dust=self.model.dust_ratio, u_wide=self.model.width_ratio,
                u_heart=linear(self.model.heart), u_arms=linear(self.model.arms), u_octaves=6,
            )  # fmt: skip
            self._map.scissor = None
            self.stage.ctx.flush()
            yield

    def resize(self) -> None:
        """It is laid through the sky of this shape of screen."""
        self._tiles = sky_tiles(self.stage, self._cover)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        light = frame.light
        dark = max((1.0 - light.daylight) ** 2 - 0.04, 0.0) / 0.96
        pale = 1.0 - (1.0 - MOON_LEAVES) * light.moon_ratio
        bright = self.values["bright_ratio"] * dark * pale * (1.0 - 0.85 * min(light.twilight * 1.4, 1.0))
        if bright < 0.01 or "sky" not in canvas.shared:
            return
        if self._cover.changed():
            self._tiles = sky_tiles(self.stage, self._cover)
        canvas.blend_add()
        self._map.color_attachments[0].use(0)
        canvas.shared["sky"].use(1)
        set_uniforms(
            self._show, **self._lie(frame.moving_s), u_map=0, u_sky=1, u_bright=bright, u_aspect=self.stage.aspect,
            u_horizon_ratio=self.stage.horizon_ratio, u_lean=-frame.lean[0] * 0.004,
        )  # fmt: skip
        self._tiles.render(self._show)

    def _lie(self, t_s: float) -> dict[str, object]:
        """Its axis on the screen at a time, its middle, and how large its map is, in screen heights."""
        span = radians(self.model.turn_deg_h) / 3600.0
        swing = radians(SWING_DEG)
        turned = swing * sin((t_s * span / swing) % tau)
        aspect = self.stage.aspect
        narrow = float(np.clip(aspect / 1.78, 0.0, 1.0))
        angle = self._side * (tau / 4 - self._tilt * narrow) + (tau / 2 if self._side < 0 else 0.0) + turned
        x = (self._foot_x if self._side > 0 else 1 - self._foot_x) - 0.5
        high = 1 - self.stage.horizon_ratio
        middle = x * min(aspect, 2.0) * 0.8 + self._heart * 0.2, self.stage.horizon_ratio + 0.42 * high
        return {"u_axis": (cos(angle), sin(angle)), "u_middle": middle, "u_reach": max(aspect, 1.6) * 0.78}
