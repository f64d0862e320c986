"""Plankton: specks adrift that look up, each at its own corner, whether a hand went by."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from arcade.gl import BufferDescription

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.mixing import adding
from game.scenery.sea.wake import MOST, wake
from game.scenery.sea.water import phases, under_water
from game.scenery.shapes import CORNERS, Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.plankton import Plankton

SMALL = 8
ROAM_PERIODS_S = (37.0, 23.0, 41.0, 29.0)
DRIFT_PER_S = (0.0016, -0.0009)
FADE_PERIOD_S = 11.0
VEIL = 0.24
"""How much the water itself takes of the light of what was stirred."""


@draws(Plankton)
class PlanktonLayer(Layer[Plankton]):
    """Draws the `plankton` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        specks = stage.generator(self.name).random((self.model.count * 2, 4), dtype=np.float32)
        self._specks = Quads(stage.ctx, specks, "4f", ["in_speck"])
        self._program = stage.program("plankton.frag", "plankton.vert")
        yield
        self._wake = stage.program("plankton_wake.frag", "plankton_wake.vert")
        self._places = stage.ctx.buffer(reserve=MOST * 16)
        corners = BufferDescription(stage.ctx.buffer(data=CORNERS.tobytes()), "2f", ["in_corner"])
        places = BufferDescription(self._places, "4f", ["in_place"], instanced=True)
        self._wake_quads = stage.ctx.geometry([corners, places], mode=stage.ctx.TRIANGLE_STRIP)
        self._tints = {"u_colour": linear(self.model.colour), "u_other": linear(self.model.other_colour)}
        yield

    def resize(self) -> None:
        """The map of what was stirred is small: all in it is soft."""
        self._stirred = self.stage.target(self.stage.scaled(SMALL))
        self._stirred.clear()
        self._is_clear = True

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        self._stir(frame, canvas)
        uniforms = under_water(frame, self.stage, canvas)
        self._stirred.color_attachments[0].use(0)
        canvas.blend_add()
        t_s = frame.moving_s
        set_uniforms(
            self._program,
            **uniforms,
            **self._tints,
            u_stirred=0,
            u_roam=phases(t_s, *ROAM_PERIODS_S),
            u_drift=tuple(t_s * speed % 1.0 for speed in DRIFT_PER_S),
            u_lean=lean_shift(frame, 0.8),
            u_amount=self.values["amount_ratio"],
            u_shine=self.values["shine_ratio"],
            u_touch=self.values["touch_ratio"],
            u_size=self.model.size_ratio,
            u_height_px=float(self.stage.size_px[1]),
            u_fade=phases(t_s, FADE_PERIOD_S)[0],
        )
        self._specks.render(self._program, max(round(self.model.count * min(self.stage.aspect / 2, 2.0)), 1))

    def _stir(self, frame: Frame, canvas: Canvas) -> None:
        """Paint where hands went into the small map, and a veil of their light into the picture."""
        places = wake(frame.touches, frame.t_s)
        if not len(places):
            if not self._is_clear:
                self._stirred.clear()
                self._is_clear = True
            return
        self._is_clear = False
        self._places.write(places.tobytes())
        self._stirred.use()
        self._stirred.clear()
        adding(self.stage.ctx)
        set_uniforms(self._wake, u_aspect=self.stage.aspect, u_tint=(0.9, 0.9, 0.9))
        self._wake_quads.render(self._wake, instances=len(places))
        canvas.begin()
        canvas.blend_add()
        veil = VEIL * self.values["touch_ratio"]
        set_uniforms(self._wake, u_tint=tuple(veil * c for c in self._tints["u_colour"]))
        self._wake_quads.render(self._wake, instances=len(places))
