"""A camp in the desert: tents as they are lit from without and within, firelight on the sand, footprints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from game.scenery.air import air, plain_light
from game.scenery.canvas import Canvas
from game.scenery.desert.camp import footprints, site_of
from game.scenery.desert.layout import FOCUS
from game.scenery.desert.lie import Desert
from game.scenery.desert.light import way_of
from game.scenery.fire import level
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.mixing import mixing
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.camp import Camp

SCREEN = (1, 0x0301)
"""GL_ONE, GL_ONE_MINUS_SRC_COLOR: light laid over a picture in gamma 2, which never goes beyond white."""
TENT_M = 2.7
FIRE_M = 3.6
"""How far from the middle of the greater tent the fire burns."""
SMOKE_M = 24.0, 13.0
"""How wide and high the smoke may go."""
RISE_PER_S, TURN_PER_S, FOLD_PER_S = 0.52, 0.061, 0.13
"""How fast smoke climbs, its course and its folds change, in cells of noise."""
POOL_M, POOL_FLAT = 15.0, 0.42


@draws(Camp)
class CampLayer(Layer[Camp]):
    """Draws the `camp` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._tent = stage.program("camp.frag", "camp.vert")
        self._pool = stage.program("camp_pool.frag", "camp.vert")
        yield
        self._print = stage.program("camp_print.frag", "camp.vert")
        self._smoke = stage.program("cabin_smoke.frag", "cabin_smoke.vert")
        self._quad = Quads(stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        self._lamp, self._cloth = linear(self.model.lamp), linear(self.model.cloth)
        yield

    def resize(self) -> None:
        """Where it stands depends on the shape of the screen."""
        stage = self.stage
        sand = stage.place("sand", self.name)
        self._desert = desert = Desert(stage, sand[3] if sand else 1.0)
        chance = stage.generator(self.name)
        site = site_of(desert, chance)
        scale = FOCUS / site.z_m * self.model.size_ratio
        x, y = desert.on_screen(np.array(site.x_m), np.array(site.y_m), np.array(site.z_m))
        side = float(chance.choice([-1.0, 1.0]))
        at_x, at_y = float(x), float(y)
        rows = [[at_x, at_y, TENT_M * scale, side, chance.uniform(0, 9)]]
        for number in range(1, self.model.tents - int(chance.random() < 0.3 and self.model.tents > 1)):
            away = -side * (4.6 + 3.2 * (number - 1)) * scale
            rows.insert(0, [at_x + away, at_y + 0.5 * scale, TENT_M * scale * 0.72, -side, chance.uniform(0, 9)])
        self._tents = self._quads(rows)
        fire_x, fire_y = at_x + side * FIRE_M * scale, at_y - 0.35 * scale
        self._pools = self._quads([[fire_x, fire_y, POOL_M * scale, POOL_FLAT, 0.0]])
        prints = footprints(desert, site, chance)
        self._prints = self._quads([[*row, 0.0] for row in prints.tolist()])
        on_screen_x = (fire_x - stage.aspect * MARGIN) / stage.aspect
        wide, high = SMOKE_M[0] * scale, SMOKE_M[1] * scale
        self._plume = fire_x - wide / 2, fire_y + 0.3 * scale, wide, high
        stage.leave_place("lee", self.name, (desert.lee, 0.0, 0.0, 0.0))
        stage.leave_place("hearth", self.name, (on_screen_x, fire_y, 1.5 * scale, 1.5 * scale))

    def _quads(self, rows: list[list[float]]) -> Quads:
        return Quads(self.stage.ctx, np.array(rows, np.float32).reshape(-1, 5), "4f 1f", ["in_thing", "in_more"])

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        place: dict[str, Any] = {
            "u_aspect": self.stage.aspect,
            "u_margin": MARGIN,
            "u_lean": lean_shift(frame, self.model.near_ratio),
        }
        way = way_of(frame.light, self.stage.aspect, self._desert.lee).vector
        canvas.blend_over()
        deep = self.values["prints_ratio"] * min(0.35 + frame.light.strength, 1.0)
        set_uniforms(self._print, **place, u_kind=2.0, u_way=way, u_deep=deep, u_shade=frame.light.shade)
        self._prints.render(self._print)
        fire = self.values["fire_ratio"] * level(frame.moving_s)
        if fire > 0.01:
            mixing(self.stage.ctx, SCREEN)
            set_uniforms(self._pool, **place, u_kind=1.0, u_warm=tuple(c * 0.5 * fire for c in self._lamp))
            self._pools.render(self._pool)
        canvas.blend_over()
        set_uniforms(
            self._tent, **{**air(frame, self.stage), **place}, **plain_light(frame.light, 1.0, 0.6),
            u_kind=0.0, u_cloth=self._cloth, u_way=way, u_fire=fire,
            u_glow=tuple(c * self.values["lamp_ratio"] for c in self._lamp),
        )  # fmt: skip
        self._tents.render(self._tent)
        self._draw_smoke(frame, place, fire)

    def _draw_smoke(self, frame: Frame, place: dict[str, Any], fire: float) -> None:
        thick = self.values["smoke_ratio"]
        if thick < 0.01:
            return
        light, t_s = frame.light, frame.moving_s
        tone = tuple(
            0.9 * m + 0.5 * low + 0.3 * s * light.strength
            for m, low, s in zip(light.sky_middle, light.sky_low, light.sun, strict=True)
        )
        set_uniforms(
            self._smoke, **place, u_frame=self._plume, u_tone=tone,
            u_foot=tuple(t * 0.8 + 0.35 * c * fire for t, c in zip(tone, self._lamp, strict=True)),
            u_rise=(t_s * RISE_PER_S % 4096.0, t_s * TURN_PER_S % 4096.0, t_s * FOLD_PER_S % 4096.0),
            u_thick=thick, u_bend=self._desert.lee * (0.22 + 0.75 * frame.signals.wind * (not frame.stilled)),
        )  # fmt: skip
        self._quad.render(self._smoke)
