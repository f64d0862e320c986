"""A lighthouse on its rock: drawn whole in one small pass, and its glow in another."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, tau

import numpy as np

from game.scenery.air import air, plain_light
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.lighthouse import Lighthouse

LAMP = 0.92
"""How high up the lamp is, of the whole."""
GLOW = 2.4
"""How far its light is seen in the air, in heights of the tower."""
LEAST = 0.3
"""What is left of the lamp's light when it is turned away."""
BESIDE = 0.16, 0.34
"""How far from the middle of the light's way it stands, in shares of the screen's width."""


@draws(Lighthouse)
class LighthouseLayer(Layer[Lighthouse]):
    """Draws the `lighthouse` layer."""

    def prepare(self) -> Iterator[None]:
        stage, model = self.stage, self.model
        self._body = stage.program("lighthouse.frag", "disc.vert")
        self._glow = stage.program("lighthouse_glow.frag", "disc.vert")
        yield
        self._quad = Quads(stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        self._colours = {f"u_{name}": linear(getattr(model, name)) for name in ("lamp", "wall", "rock")}
        chance = stage.generator(self.name)
        path = (stage.sun_path.rise_x + stage.sun_path.set_x) / 2
        side = -1.0 if path > 0.5 else 1.0
        self._x = float(np.clip(path + side * chance.uniform(*BESIDE), 0.06, 0.94))
        self._there = chance.random() < model.likely_ratio
        self._tall = model.height_ratio * float(chance.uniform(0.8, 1.25))
        self._island = float(chance.uniform(0.55, 1.9))
        self._seed = float(chance.uniform(0.0, 500.0))

    def resize(self) -> None:
        """Its lamp is left for water that mirrors it."""
        if self._there:
            height = self.stage.horizon_ratio + LAMP * self._tall
            self.stage.leave_place("lamp", self.name, (self._x, height, self._tall, self._tall))

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if not self._there:
            return
        x, y = lean_shift(frame, self.model.near_ratio)
        at = self._x + x, self.stage.horizon_ratio + y
        turned = (0.5 + 0.5 * cos(tau * (frame.moving_s / self.model.turn_s % 1.0))) ** 2
        level = self.values["lamp_ratio"] * (LEAST + (1.0 - LEAST) * turned)
        canvas.blend_over()
        set_uniforms(
            self._body,
            **{**air(frame, self.stage), **plain_light(frame.light, 0.9, 0.4), **self._colours},
            u_at=at,
            u_reach=self._tall * max(1.1, self._island),
            u_tall=self._tall,
            u_height_px=float(self.stage.size_px[1]),
            u_level=level,
            u_haze=self.values["haze_ratio"],
            u_seed=self._seed,
            u_island=self._island,
            u_side=(1.0 if frame.light.source_x > self._x else -1.0, 0.0),
        )
        self._quad.render(self._body)
        if level > 0.01:
            self._draw_glow((at[0], at[1] + LAMP * self._tall), level, canvas)

    def _draw_glow(self, at: tuple[float, float], level: float, canvas: Canvas) -> None:
        canvas.blend_add()
        reach = GLOW * self._tall
        looks = {
            "u_at": at,
            "u_aspect": self.stage.aspect,
            "u_reach": reach,
            "u_tall": self._tall,
            "u_level": level,
        }
        set_uniforms(self._glow, **self._colours, **looks)
        self._quad.render(self._glow)
