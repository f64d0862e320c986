"""The garden: a dry garden baked once, relit every frame, its sand raked by the visitor."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from arcade.gl import Texture2D

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.garden.baking import Box
from game.scenery.garden.daylight import Daylight, to_light
from game.scenery.garden.leaf_shade import LeafShade
from game.scenery.garden.maps import PROGRAMS, Composition, Maps
from game.scenery.garden.plan import Composer, Wish
from game.scenery.garden.raking import Raking
from game.scenery.garden.view import WALL_M, View
from game.scenery.garden.water import Water
from game.scenery.layer import Layer, draws
from game.scenery.light import LightNow, Rgb, linear
from game.scenery.season import heavy_side, season
from worlds.format.layers.garden import Garden

FADE_S = 1.5
SUN_GAIN = 1.9
"""How bright direct light of strength 1 lies on white; more when it comes in low, as eyes grow used to it."""
WALL_TOP_M = 2.275
RIM_MARGIN = 0.006


@draws(Garden)
class GardenLayer(Layer[Garden]):
    """Draws the `garden` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._bakers = {}
        for name in PROGRAMS:
            self._bakers[name] = stage.program(f"garden_{name}.frag")
            yield
        self._frame_program = stage.program("garden.frag")
        self._rim_program = stage.program("garden.frag", define="RIM")
        self._veil = stage.program("garden_veil.frag")
        self._shade_program = stage.program("garden_leaf_shade.frag", "garden_leaf_shade.vert")
        self._rake_program = stage.program("garden_rake.frag", "garden_rake.vert")
        self._water_program = stage.program("garden_water.frag", "garden_water.vert")
        yield

    def resize(self) -> None:
        stage, model = self.stage, self.model
        view = View(stage.aspect, stage.horizon_ratio)
        wish = Wish(model.groups, model.basin, model.lantern, model.bushes, model.raking)
        plan = Composer(stage.generator("garden", "plan"), view, wish, heavy_side(stage)).compose()
        seasonal = season(model.season, stage)
        self._made = Composition(plan, view, seasonal, model, stage.shader_seed("garden") % 97.0)
        self._maps = Maps(stage, self._bakers, self._made)
        self._daylight = Daylight(stage, self._maps)
        self._shade = LeafShade(stage, view, stage.generator("garden", "canopy"))
        self._water = Water(stage, self._made)
        self._raking = Raking(stage, self._rake_program, self._maps.rake, view)
        self._baked = False
        self._veiled = False
        self._unveiled_s: float | None = None

    @property
    def standing_form(self) -> Texture2D:
        """Normal and cover of everything but the sand."""
        return self._maps.standing_form

    def rebake(self) -> Iterator[None]:
        yield from self._maps.standing()
        yield from self._maps.sand_bake().in_tiles(self.stage)
        yield from self._maps.lamp_bake().in_tiles(self.stage)
        if self.stage.hour is not None:
            yield from self._daylight.prepare(self.stage.hour)
        self._baked = True

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if not self._baked:
            self._veiled = True
            self._draw_veil(frame, canvas)
            return
        if box := self._raking.follow(frame.touches):
            self._redo(box)
        between = self._daylight.at(frame.signals.hour)
        self._shade.draw(self._shade_program, frame)
        canvas.begin()
        shown = self._shown_ratio(frame)
        if shown < 1.0:
            self._draw_veil(frame, canvas)
        self._draw_garden(frame, canvas, between, shown)
        canvas.blend_over()
        self._water.draw(self._water_program, frame, self._lamp(frame), shown)

    def _shown_ratio(self, frame: Frame) -> float:
        """The garden comes out of the veil softly if anyone has seen the veil."""
        if not self._veiled:
            return 1.0
        if self._unveiled_s is None:
            self._unveiled_s = frame.t_s
        way = min(max((frame.t_s - self._unveiled_s) / FADE_S, 0.0), 1.0)
        return way * way * (3 - 2 * way)

    def _draw_veil(self, frame: Frame, canvas: Canvas) -> None:
        canvas.blend_over()
        light = frame.light
        self.stage.full_screen(
            self._veil,
            **self._made.view.uniforms(),
            u_sand=_times(linear(self.model.sand_colour), _sky(light)),
            u_wall=_times(linear(self.model.wall_colour), _sky(light)),
            u_wood=_times(linear(self.model.wood_colour), _sky(light)),
        )

    def _draw_garden(self, frame: Frame, canvas: Canvas, between: float, shown: float) -> None:
        """Below the wall's top it covers all, and needs no blending unless it is only coming out of the veil."""
        width, height = self.stage.size_px
        foot = min(
            max(int((self._made.view.on_screen(0.0, WALL_TOP_M, WALL_M)[1] - RIM_MARGIN) * height), 0), height
        )
        uniforms = self._frame_uniforms(frame, between, shown)
        maps = {
            "u_skin": self._maps.skin,
            "u_lit": self._maps.joined,
            "u_leaf_shade": self._shade.texture,
            "u_form": self._maps.form,
        }
        if shown < 1.0:
            canvas.blend_over()
        canvas.target.scissor = (0, 0, width, foot)
        self.stage.full_screen(self._frame_program, maps, **uniforms)
        canvas.blend_over()
        canvas.target.scissor = (0, foot, width, height - foot)
        self.stage.full_screen(self._rim_program, maps, **uniforms)
        canvas.target.scissor = None

    def _frame_uniforms(self, frame: Frame, between: float, shown: float) -> dict[str, Any]:
        light, top = frame.light, max(self.stage.light.sun_top_ratio, self.stage.light.moon_top_ratio)
        lamp, towards = self._lamp(frame), to_light(light, top)
        return {
            **self._made.view.uniforms(),
            "u_sky": _sky(light),
            "u_shade": light.shade,
            "u_sun": _scaled(light.sun, light.strength * SUN_GAIN / (0.40 + 0.80 * towards[1])),
            "u_lamp": lamp,
            "u_night": lamp[0] > 0.0,
            "u_fog": light.fog,
            "u_glow": _scaled(light.sun, light.strength * 0.35),
            "u_to_light": towards,
            "u_reach": self._shade.reach,
            "u_lamp_at": self._lamp_at(),
            "u_between": between,
            "u_haze": self.values["haze_per_m"],
            "u_leaf_ratio": self.values["leaf_shade_ratio"],
            "u_source_x": light.source_x,
            "u_ready": shown,
        }

    def _lamp(self, frame: Frame) -> Rgb:
        """Out by day; at night a slow unsteady flame: under 0.4 Hz and within 8 %."""
        night = min(max((0.55 - frame.light.daylight) / 0.45, 0.0), 1.0)
        t_s = 0.0 if frame.stilled else frame.t_s
        flame = 1.0 + 0.05 * math.sin(math.tau * (t_s / 3.7 % 1)) + 0.03 * math.sin(math.tau * (t_s / 9.1 % 1))
        return _scaled(linear(self.model.lamp_colour), night * self.values["lamp_ratio"] * flame)

    def _lamp_at(self) -> tuple[float, float]:
        plan = self._made.plan
        if plan.lantern is None:
            return -9.0, -9.0
        thing = plan.things[plan.lantern]
        return self._made.view.on_screen(thing.x, 0.845 * thing.size[1], thing.z)

    def _redo(self, box: Box) -> None:
        self._maps.sand_bake().run(self.stage, box)
        self._maps.lamp_bake().run(self.stage, box)
        self._daylight.redo(box)


def _sky(light: LightNow) -> Rgb:
    """What open ground sees of the sky: all of it, the low part most."""
    low, middle, top, rim = light.sky_low, light.sky_middle, light.sky_top, light.horizon
    r, g, b = (0.35 * a + 0.30 * m + 0.20 * t + 0.15 * h for a, m, t, h in zip(low, middle, top, rim, strict=True))
    return r, g, b


def _scaled(colour: Rgb, by: float) -> Rgb:
    return colour[0] * by, colour[1] * by, colour[2] * by


def _times(a: Rgb, b: Rgb) -> Rgb:
    return a[0] * b[0], a[1] * b[1], a[2] * b[2]
