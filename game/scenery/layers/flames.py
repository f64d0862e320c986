"""Flames: tongues of noise, and sparks whose ways are functions of the time, so that no state is kept."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from game.scenery.canvas import Canvas
from game.scenery.fire import flare, level, sway
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.light import Rgb, linear, smooth_step
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from game.scenery.tongues import tongues
from worlds.format.layers.flames import Flames

CLIMB_PER_S = (0.42, 0.86, 1.55, 0.98)
"""How fast each size of the air's unrest rises."""
LAP = 4096.0
SPARKS, SPARK_LAP_S = 60, 33.0
UNIT = 0.485
"""What the flames' own measure is, in widths of the fire."""
SHAPE = 1.10, 2.4
"""Half the width and the height of their picture, in that measure."""
UNDER_LINTEL = 0.88
OUT_BY_DAY = 0.45
LEAN = 0.55
"""How much more a full gust bends it, as a share of its height."""
GLOW_REACH = 3.2
CANDLE_REACH = 5.0


@draws(Flames)
class FlamesLayer(Layer[Flames]):
    """Draws the `flames` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._open_air = stage.program("flames.frag", "room_piece.vert")
        yield
        self._in_room = stage.program("flames.frag", "room_piece.vert", define="COVERED")
        yield
        self._glow = stage.program("flames_glow.frag", "room_piece.vert")
        self._candle = stage.program("flames_candle.frag", "room_piece.vert")
        self._sparks = stage.program("sparks.frag", "sparks.vert")
        chance = stage.generator(self.name).random((SPARKS, 4), dtype=np.float32)
        self._geometry = Quads(stage.ctx, chance, "4f", ["in_spark"])
        yield

    def resize(self) -> None:
        model, stage = self.model, self.stage
        open_air = model.x_ratio, model.y_ratio, model.width_ratio, model.width_ratio
        self._place = stage.place("hearth", self.name) or open_air
        self._candle_place = stage.place("candle", self.name)
        lee = stage.place("lee", self.name)
        self._lee = lee[0] if lee else 0.0

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        x, y, wide, _ = self._place
        aspect, t_s = self.stage.aspect, frame.moving_s
        poked = flare(frame, x, y + wide * 0.3, wide * 0.8, aspect)
        colours = {"u_colour": linear(self.model.colour), "u_heart": linear(self.model.heart_colour)}
        canvas.blend_over()
        self._burn(frame, canvas, poked, colours)
        burning = self._burning(frame)
        if self._candle_place is not None and burning > 0.0:
            self._draw_candle(t_s, colours)
        canvas.blend_add()
        glow = self.values["glow_ratio"] * level(t_s) * (1.0 - OUT_BY_DAY * frame.light.daylight)
        self._shine((x, y + wide * 0.42), wide * GLOW_REACH, 0.42 * glow * (1 + 0.35 * poked), colours["u_colour"])
        if self._candle_place is not None and burning > 0.0:
            cx, cy, _, high = self._candle_place
            self._shine((cx, cy + high * 0.5), high * CANDLE_REACH, 0.45 * glow * burning, colours["u_heart"])
        self._spark(frame, poked, colours)

    def _blown(self, frame: Frame) -> float:
        """How far it leans with the wind, in the open where a layer behind has left word which way that blows."""
        signals = frame.signals
        return 0.0 if frame.stilled else self._lee * signals.wind * (0.25 + LEAN * signals.gust)

    def _burning(self, frame: Frame) -> float:
        return 1.0 - smooth_step(0.35, 0.75, frame.light.daylight)

    def _burn(self, frame: Frame, canvas: Canvas, poked: float, colours: dict[str, Rgb]) -> None:
        x, y, wide, _ = self._place
        t_s, aspect = frame.moving_s, self.stage.aspect
        half, high = (wide * UNIT * size for size in SHAPE)
        cover = canvas.shared.get("hearth")
        program = self._open_air if cover is None else self._in_room
        if cover is not None:
            cover.use(0)
            set_uniforms(program, u_cover=0)
        program["u_tongues"] = tongues(t_s)
        set_uniforms(
            program, **colours, u_rect=(x - half / aspect, y, 2 * half / aspect, high), u_shape=SHAPE,
            u_climb=tuple(t_s * speed % LAP for speed in CLIMB_PER_S),
            u_high=self._high() * (1 + 0.22 * poked),
            u_lean=sway(t_s) + self._blown(frame),
        )  # fmt: skip
        self.stage.quad.render(program)

    def _high(self) -> float:
        """How high they stand, in their own measure: as high as wished, but not out of a low fireplace."""
        _, _, wide, opening = self._place
        wished = 0.55 + 1.45 * self.values["height_ratio"]
        return min(wished, UNDER_LINTEL * opening / (wide * UNIT)) if opening != wide else wished

    def _draw_candle(self, t_s: float, colours: dict[str, tuple[float, float, float]]) -> None:
        assert self._candle_place is not None
        x, y, wide, high = self._candle_place
        lean = 0.30 * math.sin(math.tau * (t_s / 7.3 % 1.0)) + 0.18 * math.sin(math.tau * (t_s / 3.1 % 1.0))
        rect = x - wide / 2 / self.stage.aspect, y - high * 0.42, wide / self.stage.aspect, high
        set_uniforms(self._candle, **colours, u_rect=rect, u_lean=lean)
        self.stage.quad.render(self._candle)

    def _shine(
        self, at: tuple[float, float], reach: float, glow: float, colour: tuple[float, float, float]
    ) -> None:
        aspect = self.stage.aspect
        rect = at[0] - reach / 2 / aspect, at[1] - reach / 2, reach / aspect, reach
        set_uniforms(self._glow, u_rect=rect, u_glow=glow, u_colour=colour)
        self.stage.quad.render(self._glow)

    def _spark(self, frame: Frame, poked: float, colours: dict[str, tuple[float, float, float]]) -> None:
        amount = 0.42 * self.values["spark_ratio"] + 0.55 * poked
        if amount <= 0.01 or frame.stilled:
            return
        set_uniforms(
            self._sparks, **colours, u_fire=self._place, u_aspect=self.stage.aspect, u_amount=amount,
            u_turn=frame.moving_s / SPARK_LAP_S % 1.0, u_height_px=float(self.stage.size_px[1]),
        )  # fmt: skip
        self._geometry.render(self._sparks)
