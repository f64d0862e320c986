"""Dunes: laid out and baked once as maps of their surface, lit by the hour; sand streams, a hand draws in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from arcade.gl import Framebuffer
from numpy.typing import NDArray

from game.scenery.air import air, plain_light
from game.scenery.canvas import Canvas
from game.scenery.cover import leave_cover
from game.scenery.desert.baking import baked_dunes
from game.scenery.desert.grooves import pieces
from game.scenery.desert.horizons import weights
from game.scenery.desert.lie import Desert
from game.scenery.desert.light import way_of
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.mixing import keeping_the_greater
from game.scenery.shapes import Quads, strips, triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap
from worlds.format.layers.dunes import Dunes

STEPS = 6
NIGHT_BLUE = 0.86
GROOVE_WIDTH = 0.030
"""Half of it, with its banks, at the foot of the screen, in screen heights."""
BLOWN_PER_S = (0.12, 0.62, 0.21, 0.043)
"""How fast what shapes the streams goes, in cells of noise: their bends, their threads, gusts down the wind and
across it."""


@draws(Dunes)
class DunesLayer(Layer[Dunes]):
    """Draws the `dunes` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._program = stage.program("dunes.frag", "dunes.vert")
        yield
        self._blown = stage.program("dunes_stream.frag", "dunes_stream.vert")
        self._draw_groove = stage.program("dunes_groove.frag", "dunes_groove.vert")
        self._sand = linear(self.model.sand)
        self._maps = BakedMap(stage), BakedMap(stage)
        yield

    def resize(self) -> None:
        """The desert is laid out for the shape of the screen; `rebake` builds it."""
        self._desert = Desert(self.stage, self.model.tall_ratio)
        self._grooves: Framebuffer | None = None
        self._rows: NDArray[np.float32] | None = None
        self.stage.leave_place("sand", self.name, (0.0, 0.0, 1.0, self.model.tall_ratio))

    def rebake(self) -> Iterator[None]:
        """Raise the dunes, then bake them. Until that is done those before stay."""
        if self._maps[0].still_fits():
            return
        work = baked_dunes(self.stage, self._desert, self.model.ripple_ratio, self._maps)
        made = yield from self.kept("dunes").or_made(work)
        self._maps[0].show(made["face"])
        yield
        self._maps[1].show(made["horizons"])
        self._tall, tiles = float(made["tall"]), made["tiles"]
        self._tiles, self._count = strips(self.stage.ctx, tiles, "4f", ["in_tile"], STEPS), len(tiles)
        yield
        corners = made["veils"]
        self._veil_count = len(corners)
        if self._veil_count:
            self._veils = triangles(self.stage.ctx, corners, "2f 4f", ["in_at", "in_veil"])
        leave_cover(self.stage, self.name, made["cover"], self.model.near_ratio)
        yield

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        face, hills = self._maps[0].texture, self._maps[1].texture
        if face is None or hills is None:
            return
        drawn = self._paint_grooves(frame)
        canvas.begin()
        canvas.blend_over()
        face.use(0)
        hills.use(1)
        if drawn and self._grooves is not None:
            self._grooves.color_attachments[0].use(2)
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **plain_light(frame.light, 0.9, 0.75),
            **self._looks(frame),
            u_face=0, u_horizons=1, u_grooves=2, u_drawn=float(drawn),
            u_wide=GROOVE_WIDTH, u_texel=tuple(1.0 / side for side in self.stage.scaled(2)),
        )  # fmt: skip
        self._tiles.render(self._program, instances=self._count)
        self._paint_veils(frame)

    def _looks(self, frame: Frame) -> dict[str, Any]:
        way = way_of(frame.light, self.stage.aspect, self._desert.lee)
        return {
            "u_sand": self._tone(frame),
            "u_tall": self._tall,
            "u_margin": MARGIN,
            "u_lean": lean_shift(frame, self.model.near_ratio),
            "u_way": way.vector,
            "u_height": way.tangent,
            "u_weights": weights(way.azimuth),
            "u_shadow": self.values["shadow_ratio"],
            "u_haze": self.values["haze_ratio"],
        }

    def _tone(self, frame: Frame) -> tuple[float, ...]:
        """The sand as it is seen: at night eyes see little colour, and that bluish (Purkinje 1825)."""
        night = NIGHT_BLUE * (1.0 - frame.light.daylight)
        grey = sum(self._sand) / 3
        return tuple(c + (grey * b - c) * night for c, b in zip(self._sand, (0.80, 0.98, 1.30), strict=True))

    def _paint_grooves(self, frame: Frame) -> bool:
        """Bring the picture of grooves up to this frame; whether there are any."""
        stage, life = self.stage, self.model.groove_s
        if not frame.touches or frame.t_s - frame.touches[-1].t_s > life:
            return False
        rows = pieces(frame.touches, frame.t_s, life, stage.aspect)
        if not len(rows):
            return False
        if self._rows is None or not np.array_equal(rows, self._rows):
            self._quads, self._rows = Quads(stage.ctx, rows, "4f 2f", ["in_ends", "in_times"]), rows
        if self._grooves is None:
            self._grooves = stage.target(stage.scaled(2), half_float=True)
        self._grooves.use()
        self._grooves.clear()
        set_uniforms(
            self._draw_groove, u_now=frame.t_s, u_life=life, u_aspect=stage.aspect,
            u_horizon_ratio=stage.horizon_ratio, u_wide=GROOVE_WIDTH,
            u_lean=lean_shift(frame, self.model.near_ratio),
        )  # fmt: skip
        with keeping_the_greater(stage.ctx):
            self._quads.render(self._draw_groove)
        return True

    def _paint_veils(self, frame: Frame) -> None:
        amount = self.values["stream_ratio"]
        if amount < 0.01 or not self._veil_count:
            return
        light, t_s = frame.light, frame.moving_s
        tone = tuple(
            s * (0.9 * a + 1.25 * light.strength * d) + 0.2 * f
            for s, a, d, f in zip(self._tone(frame), light.sky_middle, light.sun, light.fog, strict=True)
        )
        set_uniforms(
            self._blown, u_aspect=self.stage.aspect, u_margin=MARGIN, u_tone=tone, u_amount=amount,
            u_lean=lean_shift(frame, self.model.near_ratio),
            u_blown=tuple(t_s * speed % 4096.0 for speed in BLOWN_PER_S),
        )  # fmt: skip
        self._veils.render(self._blown)
