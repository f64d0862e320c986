"""Falling snow: flakes at every distance, each place a function of time."""

from __future__ import annotations

from collections.abc import Iterator
from math import tau

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.hands import Hands
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.snowfall import Snowfall

PACES = 8.0
"""The nearest fall this many paces while time goes round once; all are whole, so that it can."""
SWAY_S = (11.0, 7.0, 31.0)
ACROSS = 0.35
"""How far they are carried sideways while they fall, as a share of their fall."""
SHARP, CLOSE = 0.85, 0.9


@draws(Snowfall)
class SnowfallLayer(Layer[Snowfall]):
    """Draws the `snowfall` layer."""

    def prepare(self) -> Iterator[None]:
        chance = self.stage.generator(self.name)
        flakes = chance.random((self.model.count * 2, 4), dtype=np.float32)
        flakes[:, 2] **= 2.4
        self._flakes = Quads(self.stage.ctx, flakes, "4f", ["in_flake"])
        self._program = self.stage.program("snowfall.frag", "snowfall.vert")
        self._hands = Hands(self.stage)
        self._colour = linear(self.model.colour)
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        amount, bright = self.values["amount_ratio"], self.values["bright_ratio"]
        if amount < 0.01 or bright < 0.01 or not self.model.count:
            return
        self._hands.feel(frame)
        self._hands.texture.use(0)
        canvas.blend_over()
        seconds, light = frame.moving_s, frame.light
        fallen = seconds / self.model.fall_s / PACES
        lit = (
            c * (0.9 * middle + 0.35 * low + 0.55 * sun * light.strength)
            for c, middle, low, sun in zip(self._colour, light.sky_middle, light.sky_low, light.sun, strict=True)
        )
        set_uniforms(
            self._program,
            u_hand=0,
            u_aspect=self.stage.aspect,
            u_height_px=float(self.stage.size_px[1]),
            u_size=self.model.size_ratio,
            u_amount=amount,
            u_bright=bright * SHARP,
            u_fallen=(fallen % 1.0, fallen * ACROSS % 1.0),
            u_sway=(
                *(tau * (seconds / period % 1.0) for period in SWAY_S[:2]),
                self.values["drift_ratio"],
                tau * (seconds / SWAY_S[2] % 1.0),
            ),
            u_tint=tuple(min(c + 0.05, 1.0) ** 0.5 for c in lit),
            u_lean=lean_shift(frame, CLOSE),
        )
        self._flakes.render(self._program, round(self.model.count * min(self.stage.aspect / 2, 2.0)))
