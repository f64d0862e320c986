"""Beams: a few soft shafts along the way light takes, each coming and going in a time of its own."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from game.scenery.air import air
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import smooth_step
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from game.scenery.woodland import woodland
from worlds.format.layers.beams import Beams

HIGH_SUN_RATIO = 0.6
"""What is left of them where the sun stands high and the air is clear."""


@draws(Beams)
class BeamsLayer(Layer[Beams]):
    """Draws the `beams` layer."""

    def prepare(self) -> Iterator[None]:
        chance = self.stage.generator(self.name)
        self._program = self.stage.program("beams.frag", "beams.vert")
        rows = chance.random((self.model.count * 2, 4), dtype=np.float32)
        self._quads = Quads(self.stage.ctx, rows, "4f", ["in_beam"])
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        light = frame.light
        high = 1.0 - (1.0 - HIGH_SUN_RATIO) * smooth_step(0.4, 1.0, light.sun_height)
        bright = self.values["bright_ratio"] * min(light.strength, 1.2) * high * (1.0 - light.starlit)
        count = round(self.model.count * min(self.stage.aspect / 2, 2.0))
        if bright <= 0.01 or not count:
            return
        canvas.blend_add()
        lie = woodland(self.stage)
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            u_bright=bright,
            u_wide=self.model.wide_ratio,
            u_top=self.model.top_ratio,
            u_gap=lie.gap_x / lie.aspect - (lie.width / lie.aspect - 1) / 2,
            u_fade=math.tau * (frame.moving_s / self.model.fade_s % 6.0),
            u_drift=frame.moving_s * 0.05 % 4096.0,
            u_lean=lean_shift(frame, 0.4),
        )
        self._quads.render(self._program, count)
