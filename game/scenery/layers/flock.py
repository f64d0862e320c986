"""Far birds: a handful of quads on a slow way across the sky."""

from __future__ import annotations

from collections.abc import Iterator
from math import sin, tau

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.flock import Flock

BEAT_PERIOD_S = 2.6
SHIFT_PERIOD_S = 31.0
MARGIN = 0.35
"""How far outside the screen they appear and vanish, in screen heights."""


@draws(Flock)
class FlockLayer(Layer[Flock]):
    """Draws the `flock` layer."""

    def prepare(self) -> Iterator[None]:
        chance = self.stage.generator(self.name)
        birds = chance.random((self.model.birds, 4))
        row = np.arange(self.model.birds) - self.model.birds / 2
        birds[:, 0] = -np.abs(row) * 0.022 + chance.normal(0, 0.010, self.model.birds)
        birds[:, 1] = row * 0.011 + chance.normal(0, 0.006, self.model.birds)
        self._geometry = Quads(self.stage.ctx, birds.astype(np.float32), "4f", ["in_bird"])
        self._program = self.stage.program("flock.frag", "flock.vert")
        self._start_s = chance.uniform(0.35, 0.9) * self.model.every_s
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        model, aspect, t_s = self.model, self.stage.aspect, frame.moving_s
        flight, since_s = divmod(t_s + self._start_s, model.every_s)
        way = aspect + 2 * MARGIN
        across = since_s / model.cross_s * 2.0 / way
        if across >= 1.0 or self.values["visible_ratio"] <= 0.01:
            return
        heading = 1.0 if int(flight) % 2 else -1.0
        x = (across if heading > 0 else 1.0 - across) * way - MARGIN
        height = model.height_ratio * (0.9 + 0.12 * sin(int(flight) * 2.3)) + 0.02 * sin(tau * across)
        horizon = self.stage.horizon_ratio
        canvas.blend_over()
        set_uniforms(
            self._program,
            u_aspect=aspect,
            u_size=model.size_ratio,
            u_beat=t_s / BEAT_PERIOD_S % 2.0,
            u_shift=tau * (t_s / SHIFT_PERIOD_S % 1.0),
            u_at=(x / aspect, horizon + (1 - horizon) * height),
            u_heading=(heading, 0.0),
            u_tint=tuple(s * 0.5 + f * 0.25 for s, f in zip(frame.light.shade, frame.light.fog, strict=True)),
            u_show=self.values["visible_ratio"] * 0.85,
            u_px=model.size_ratio * self.stage.size_px[1] * 0.8,
        )
        self._geometry.render(self._program)
