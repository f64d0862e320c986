"""A cabin in the snow: modelled once, lit by the hour and from within; smoke rises from it."""

from __future__ import annotations

from collections.abc import Iterator
from math import sin, tau

import numpy as np

from game.scenery.air import air, plain_light
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.mixing import mixing
from game.scenery.shapes import Quads, triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap, Pixels
from game.scenery.valley.house import House, Window
from game.scenery.valley.lie import Array, Valley
from worlds.format.layers.cabin import Cabin

SCREEN = (1, 0x0301)
"""GL_ONE, GL_ONE_MINUS_SRC_COLOR: light laid over a picture in gamma 2, which never goes beyond white."""
POOL_M, POOL_HALF_M = 17.0, 1.7
GLOW_M = 4.2
FLICKER_S = (13.0, 7.7, 4.9)
"""Periods of the fire within; all far slower than anything that could flash."""
RISE_PER_S, TURN_PER_S, FOLD_PER_S = 0.11, 0.021, 0.03
SMOKE = 0.42, 0.46
"""Width and height of the plume, in screen heights."""


@draws(Cabin)
class CabinLayer(Layer[Cabin]):
    """Draws the `cabin` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._program = stage.program("cabin.frag", "cabin.vert")
        self._pool = stage.program("cabin_pool.frag", "cabin_pool.vert")
        yield
        self._glow = stage.program("cabin_glow.frag", "cabin_pool.vert")
        self._smoke = stage.program("cabin_smoke.frag", "cabin_smoke.vert")
        self._quad = Quads(stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        self._body, self._more = BakedMap(stage), BakedMap(stage)
        self._lamp = linear(self.model.lamp)
        yield

    def resize(self) -> None:
        """Where it stands depends on the shape of the screen."""
        self._valley = Valley(self.stage)
        self._house = House(self._valley, self.model.size_ratio)
        windows = self._house.windows()
        self._pools = self._quads([self._before(window) for window in windows])
        self._glows = self._quads([self._about(window) for window in windows])
        top = self._house.chimney_top()
        x, y = self._valley.on_screen(top[0], top[1], top[2])
        self._plume = float(x) - SMOKE[0] / 2, float(y), *SMOKE
        self._haze = float(self._valley.haze(top[2]))

    def _quads(self, rows: list[Array]) -> Quads:
        return Quads(self.stage.ctx, np.array(rows, np.float32), "4f 4f", ["in_low", "in_high"])

    def _before(self, window: Window) -> Array:
        """The light a window throws on the snow: near edge and far edge."""
        across = np.array([-window.facing[2], 0.0, window.facing[0]])
        foot = window.at.copy()
        foot[1] = float(self._valley.height(np.array(foot[0]), np.array(foot[2])))
        ends = []
        for far, half in ((0.0, POOL_HALF_M), (POOL_M, POOL_HALF_M * 3.2)):
            for side in (-1.0, 1.0):
                p = foot + window.facing * far + across * side * half
                ends += [*self._valley.on_screen(p[0], p[1], p[2])]
        return np.array(ends, float)

    def _about(self, window: Window) -> Array:
        x, y = self._valley.on_screen(window.at[0], window.at[1] + 0.5, window.at[2])
        r = GLOW_M / float(window.at[2]) * 1.2
        return np.array([x - r, y - r, x + r, y - r, x - r, y + r, x + r, y + r], float)

    def rebake(self) -> Iterator[None]:
        """Model the house, then bake it. Until that is done nothing stands there."""
        if self._body.still_fits():
            return
        made = yield from self.kept("house").or_made(self._built())
        self._body.show(made["body"])
        self._more.show(made["more"])
        self._frame = tuple(made["frame"].tolist())
        yield

    def _built(self) -> Work:
        faces = self._house.faces()
        yield
        low, high = faces[..., :2].min(axis=(0, 1)) - 0.004, faces[..., :2].max(axis=(0, 1)) + 0.004
        frame = float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])
        surface = triangles(self.stage.ctx, faces.reshape(-1, 8), "2f 3f 3f", ["in_at", "in_face", "in_where"])
        height = self.stage.size_px[1]
        size = max(round(frame[2] * height), 8), max(round(frame[3] * height), 8)
        maps: list[Pixels] = []
        looks = {"u_frame": frame, "u_log": linear(self.model.log), "u_snow": linear(self.model.snow)}
        for which, baked in enumerate((self._body, self._more)):
            maps.append((yield from baked.bake(size, surface, "cabin_bake", **looks, u_which=float(which))))
        return {"body": maps[0], "more": maps[1], "frame": np.array(frame)}

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._body.texture is None or self._more.texture is None:
            return
        place = {
            "u_aspect": self.stage.aspect,
            "u_margin": MARGIN,
            "u_lean": lean_shift(frame, self.model.near_ratio),
        }
        lamp = self.values["lamp_ratio"] * self._flicker(frame)
        seen = lamp * (1.0 - 0.85 * frame.light.daylight)
        if seen > 0.01:
            mixing(self.stage.ctx, SCREEN)
            set_uniforms(self._pool, **place, u_warm=tuple(c * 0.62 * seen for c in self._lamp))
            self._pools.render(self._pool)
        self._draw_house(frame, canvas, place, lamp)
        if seen > 0.01:
            canvas.blend_add()
            set_uniforms(self._glow, **place, u_warm=tuple(c**0.5 * seen for c in self._lamp))
            self._glows.render(self._glow)
        self._draw_smoke(frame, canvas, place, seen)

    def _draw_house(self, frame: Frame, canvas: Canvas, place: dict[str, object], lamp: float) -> None:
        assert self._body.texture is not None
        assert self._more.texture is not None
        canvas.blend_over()
        self._body.texture.use(0)
        self._more.texture.use(1)
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **plain_light(frame.light, 1.0, 0.5),
            **{name: value for name, value in place.items() if name != "u_aspect"},
            u_map=0,
            u_more=1,
            u_frame=self._frame,
            u_haze=self._haze * 0.6,
            u_glow=tuple(c * 1.55 * lamp for c in self._lamp),
        )
        self._quad.render(self._program)

    def _draw_smoke(self, frame: Frame, canvas: Canvas, place: dict[str, object], lamp: float) -> None:
        thick = self.values["smoke_ratio"]
        if thick < 0.01:
            return
        canvas.blend_over()
        light, t_s = frame.light, frame.moving_s
        tone = tuple(
            0.95 * m + 0.55 * low + 0.35 * s * light.strength + 0.01
            for m, low, s in zip(light.sky_middle, light.sky_low, light.sun, strict=True)
        )
        set_uniforms(
            self._smoke,
            **place,
            u_frame=self._plume,
            u_tone=tone,
            u_foot=tuple(t * 0.8 + 0.30 * c * lamp for t, c in zip(tone, self._lamp, strict=True)),
            u_rise=(t_s * RISE_PER_S * 4 % 4096.0, t_s * TURN_PER_S % 4096.0, t_s * FOLD_PER_S % 4096.0),
            u_thick=1.25 * thick,
            u_bend=0.25 + 0.75 * frame.signals.wind,
        )
        self._quad.render(self._smoke)

    def _flicker(self, frame: Frame) -> float:
        """The fire within: it never stands quite still, nor ever jumps."""
        parts = (sin(tau * (frame.moving_s / period % 1.0)) for period in FLICKER_S)
        return 0.93 + 0.07 * sum(part * share for part, share in zip(parts, (0.5, 0.3, 0.2), strict=True))
