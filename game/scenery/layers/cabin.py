"""A cabin in the snow: modelled once, lit by the hour and from within; smoke rises from it."""

from __future__ import annotations

from collections.abc import Iterator
from math import sin, tau

import numpy as np

from game.scenery.air import air
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
from game.scenery.valley.shadows import thrown
from game.scenery.valley.snow_light import snow_light
from worlds.format.layers.cabin import Cabin

SCREEN = (1, 0x0301)
"""GL_ONE, GL_ONE_MINUS_SRC_COLOR: light laid over a picture in gamma 2, which never goes beyond white."""
POOL_M, POOL_HALF_M = 13.0, 7.0
"""How far the light of a window reaches over the snow, and to each side; it has faded out by then."""
BANKED_M = 0.8
"""How high snow lies against the wall, about where the light of a window first meets it."""
SHADE_M, TALL_M = 17.0, 4.2
"""Half the side of the square of snow in which the house's own shadow lies, and how tall what casts it is."""
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
        self._pool = stage.program("cabin_pool.frag", "cabin_pool.vert", "LYING")
        yield
        self._shade = stage.program("cabin_shade.frag", "cabin_pool.vert", "LYING")
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
        self._shades = self._quads([self._under()])
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
        return self._lying(window.at, window.facing * POOL_M, across * POOL_HALF_M, (0.0, 1.0), BANKED_M)

    def _under(self) -> Array:
        """The snow about the house."""
        yard = self._valley.yard
        middle = np.array([yard.x_m, 0.0, yard.z_m])
        away, across = np.array([0.0, 0.0, SHADE_M]), np.array([SHADE_M, 0.0, 0.0])
        return self._lying(middle, away, across, (-1.0, 1.0), 0.0)

    def _lying(self, at: Array, away: Array, across: Array, reach: tuple[float, float], lift: float) -> Array:
        """The corners of a piece of snow, on the screen: two at the one end, lifted, two at the other."""
        size, ends = self.model.size_ratio, []
        for far, rise in zip(reach, (lift, 0.0), strict=True):
            for side in (-1.0, 1.0):
                p = at + (away * far + across * side) * size
                ground = self._valley.height(np.array(p[0]), np.array(p[2]))
                ends += [*self._valley.on_screen(p[0], ground + rise * size, p[2])]
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
        self._draw_house(frame, canvas, place, lamp)
        self._draw_shade(frame, canvas, place)
        if seen > 0.01:
            mixing(self.stage.ctx, SCREEN)
            horizon = self.stage.horizon_ratio
            set_uniforms(
                self._pool, **place, u_horizon_at=horizon, u_warm=tuple(c * 1.15 * seen for c in self._lamp)
            )
            self._pools.render(self._pool)
            canvas.blend_add()
            set_uniforms(self._glow, **place, u_warm=tuple(c**0.5 * seen for c in self._lamp))
            self._glows.render(self._glow)
        self._draw_smoke(frame, canvas, place, seen)

    def _draw_shade(self, frame: Frame, canvas: Canvas, place: dict[str, object]) -> None:
        """The shadow at its foot, and the one it casts: over the snow that is banked up there, too."""
        canvas.blend_over()
        light = frame.light
        way = thrown(light.source_x, light.source_height, self.stage.aspect)
        set_uniforms(
            self._shade,
            **place,
            u_horizon_at=self.stage.horizon_ratio,
            u_way=(way[0] * TALL_M / SHADE_M, way[1] * TALL_M / SHADE_M),
            u_tone=tuple((0.2 * c) ** 0.5 for c in light.shade),
            u_cast=0.62 * min(light.strength / 1.2, 1.0),
        )
        self._shades.render(self._shade)

    def _draw_house(self, frame: Frame, canvas: Canvas, place: dict[str, object], lamp: float) -> None:
        assert self._body.texture is not None
        assert self._more.texture is not None
        canvas.blend_over()
        self._body.texture.use(0)
        self._more.texture.use(1)
        mirror = canvas.shared.get("snow_sky")
        if mirror is not None:
            mirror.use(2)
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **snow_light(frame.light),
            u_mirror=2 if mirror is not None else 0,
            u_mirrored=float(mirror is not None),
            **{name: value for name, value in place.items() if name != "u_aspect"},
            u_map=0,
            u_more=1,
            u_frame=self._frame,
            u_haze=self._haze * 0.6,
            u_glow=tuple(c * 2.6 * lamp for c in self._lamp),
        )
        self._quad.render(self._program)

    def _draw_smoke(self, frame: Frame, canvas: Canvas, place: dict[str, object], lamp: float) -> None:
        thick = self.values["smoke_ratio"]
        if thick < 0.01:
            return
        canvas.blend_over()
        light, t_s = frame.light, frame.moving_s
        tone = tuple(
            0.34 * m + 0.70 * low + 0.42 * s * light.strength + 0.01
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
            u_bend=0.45 + 0.75 * frame.signals.wind,
        )
        self._quad.render(self._smoke)

    def _flicker(self, frame: Frame) -> float:
        """The fire within: it never stands quite still, nor ever jumps."""
        parts = (sin(tau * (frame.moving_s / period % 1.0)) for period in FLICKER_S)
        return 0.93 + 0.07 * sum(part * share for part, share in zip(parts, (0.5, 0.3, 0.2), strict=True))
