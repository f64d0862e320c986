"""A whale: one mesh on its slow way across, bent in the vertex shader."""

from __future__ import annotations

from collections.abc import Iterator
from math import sin, tau

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.sea.swimmer import whale
from game.scenery.sea.water import NET_UNIT, net_of, under_water
from game.scenery.shapes import triangles
from game.scenery.stage import set_uniforms
from worlds.format.layers.whale import Whale

STROKE_PERIOD_S = 9.0
TIP_PERIOD_S = 57.0
FIRST = 0.12, 1.6
"""How far through a crossing a world may begin; over 1 there is no whale in sight: about every other seed."""
OPACITY = 0.92
NET_PER_S = (0.021, 0.006)
"""How fast the net of light goes over its back, in tiles a second: by its own way and that of the waves."""


@draws(Whale)
class WhaleLayer(Layer[Whale]):
    """Draws the `whale` layer."""

    def prepare(self) -> Iterator[None]:
        chance = self.stage.generator(self.name)
        self._program = self.stage.program("whale.frag", "whale.vert")
        self._body = triangles(self.stage.ctx, whale().astype(np.float32), "4f", ["in_part"])
        self._start = chance.uniform(*FIRST)
        self._higher = chance.uniform(-0.06, 0.05)
        self._first_heading = float(chance.choice([-1.0, 1.0]))
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        model, aspect, t_s = self.model, self.stage.aspect, frame.moving_s
        length = model.size_ratio * min(1.0, 0.5 + 0.35 * aspect)
        way = aspect + 2 * length
        crossing_s = model.cross_s * way / 2
        visit, since_s = divmod(t_s + self._start * crossing_s, max(model.every_s, crossing_s))
        across = since_s / crossing_s
        if across >= 1.0:
            return
        heading = self._first_heading * (1.0 if int(visit) % 2 else -1.0)
        x = (across if heading > 0 else 1 - across) * way - length
        y = model.height_ratio + self._higher + 0.03 * sin(int(visit) * 2.4) + 0.03 * sin(tau * across)
        uniforms = under_water(frame, self.stage, canvas)
        net_of(self.stage, canvas).use(NET_UNIT)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **uniforms,
            u_at=(x / aspect, y, length, heading),
            u_stroke=(tau * (t_s / STROKE_PERIOD_S % 1.0), 0.05 * sin(tau * (t_s / TIP_PERIOD_S % 1.0))),
            u_haze=self.values["haze_ratio"],
            u_net=NET_UNIT,
            u_drift=tuple(t_s * speed % 1.0 for speed in NET_PER_S),
            u_show=OPACITY,
        )
        self._body.render(self._program)
