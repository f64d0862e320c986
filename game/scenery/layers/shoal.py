"""A shoal of fish: quads that follow one closed way, each with its own delay."""

from __future__ import annotations

from collections.abc import Iterator
from math import tau

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.sea.water import phases, under_water
from game.scenery.season import heavy_side
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.shoal import Shoal

WAY_PERIODS_S = (94.0, 41.0, 67.0, 153.0)
STIR_PERIODS_S = (12.6, 10.5)
WAG_PERIOD_S = 1.7
NEAR = 0.4
STRAGGLE = 1.6
"""How far those who come last are behind, of what the others differ by."""
WIDEST = 1.15
"""How far out a fish of the shoal may swim, in standard deviations of twice its half width."""


@draws(Shoal)
class ShoalLayer(Layer[Shoal]):
    """Draws the `shoal` layer."""

    def prepare(self) -> Iterator[None]:
        model, chance = self.model, self.stage.generator(self.name)
        place = chance.normal(0, 0.5, (model.fish, 3)).clip(-WIDEST, WIDEST)
        place *= (0.30 + 0.70 * np.linalg.norm(place, axis=1, keepdims=True)).clip(0, 1)  # densest at the heart
        more = chance.random((model.fish, 3))
        late = np.abs(more[:, :1] - 0.5) + chance.exponential(STRAGGLE, (model.fish, 1)) * (more[:, 2:] > 0.6)
        rows = np.hstack([place, late, 0.8 + 0.4 * more[:, 1:2], 0.25 * more[:, 2:]])
        rows = rows[np.argsort(-place[:, 2])].astype(np.float32)
        self._fish = Quads(self.stage.ctx, rows, "4f 2f", ["in_fish", "in_look"])
        self._program = self.stage.program("shoal.frag", "shoal.vert")
        self._home = 0.5 + heavy_side(self.stage) * chance.uniform(0.04, 0.16), chance.normal(0, 0.03)
        self._start_s = chance.uniform(0, WAY_PERIODS_S[0])
        self._side = linear(model.side)
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        model, t_s = self.model, frame.moving_s
        uniforms = under_water(frame, self.stage, canvas)
        narrow = min(1.0, 0.45 + 0.31 * self.stage.aspect)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **uniforms,
            u_way=phases(t_s + self._start_s, *WAY_PERIODS_S),
            u_rates=tuple(tau / period for period in WAY_PERIODS_S),
            u_stir=phases(t_s, *STIR_PERIODS_S),
            u_wag=tau * (t_s / WAG_PERIOD_S % 1.0),
            u_size=model.size_ratio * narrow,
            u_spread=2 * model.spread_ratio * narrow,
            u_roam=model.roam_ratio,
            u_haze=self.values["haze_ratio"],
            u_home=(self._home[0], model.height_ratio + self._home[1]),
            u_lean=lean_shift(frame, NEAR),
            u_side=self._side,
        )
        self._fish.render(self._program)
