"""Motes: instanced quads whose places are slow sines of the time, so that no state is kept."""

from __future__ import annotations

from collections.abc import Iterator
from math import tau

import numpy as np
from numpy.typing import NDArray

from game.scenery.air import on_screen
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.motes import Motes

ROAM_PERIODS_S = (41.0, 83.0, 53.0, 107.0)
"""Periods of the four waves each mote roams on; whole multiples of their phases go round without a seam."""


DEPTHS = ((0.62, 0.0, 0.20), (0.92, 0.38, 0.58), (1.01, 0.86, 1.0))
"""Far, middle and near: up to which share of the motes, and how near from and to."""


def depths(chance: NDArray[np.float32]) -> NDArray[np.float32]:
    """Nearness (0..1) for chances 0..1: most motes far and faint, some between, a few close to the eye."""
    low, near = 0.0, np.zeros_like(chance)
    for high, first, last in DEPTHS:
        here = (chance >= low) & (chance < high)
        near[here] = first + (chance[here] - low) / (high - low) * (last - first)
        low = high
    return near


@draws(Motes)
class MotesLayer(Layer[Motes]):
    """Draws the `motes` layer."""

    def prepare(self) -> Iterator[None]:
        chance = self.stage.generator(self.name)
        motes = chance.random((self.model.count * 2, 4), dtype=np.float32)
        motes[:, 2] = depths(motes[:, 2])
        self._program = self.stage.program("motes.frag", "motes.vert")
        self._geometry = Quads(self.stage.ctx, motes, "4f", ["in_mote"])
        self._fixed = {
            "u_colour": linear(self.model.colour),
            "u_other": linear(self.model.other_colour),
            "u_wander": self.model.wander_ratio,
            "u_low": self.model.low_ratio,
            "u_high": self.model.high_ratio,
            "u_lit": self.model.lit_ratio,
            "u_size": self.model.size_ratio,
        }
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        amount, glow = self.values["amount_ratio"], self.values["glow_ratio"]
        if amount <= 0.01 or glow <= 0.01 or not self.model.count:
            return
        canvas.blend_add()
        t_s, light = frame.moving_s, frame.light
        set_uniforms(
            self._program,
            **self._fixed,
            u_aspect=self.stage.aspect,
            u_horizon_ratio=self.stage.horizon_ratio,
            u_height_px=float(self.stage.size_px[1]),
            u_amount=amount,
            u_glow=glow,
            u_light=tuple(c * min(light.strength, 1.2) for c in light.sun),
            u_phases=tuple(tau * (t_s / period % 1.0) for period in ROAM_PERIODS_S),
            u_fade=t_s / self.model.fade_s % 2.0,
            u_rise=t_s / 60 * self.model.rise_per_min % 1000.0,
            u_lean=lean_shift(frame, 0.8),
            u_source_at=on_screen(light.source_x, light.source_height, self.stage.horizon_ratio),
        )
        count = max(round(self.model.count * min(self.stage.aspect / 2, 2.0)), 1)
        for mirror in (1.0, 0.0) if self.model.mirrored else (0.0,):
            self._program.set_uniform_safe("u_mirror", mirror)
            self._geometry.render(self._program, count)
