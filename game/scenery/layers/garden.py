"""The garden: a dry garden baked once, relit every frame, its sand raked by the visitor."""

from __future__ import annotations

from collections.abc import Iterator

from arcade.gl import Texture2D

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.garden.bakers import LASTING, Bakers
from game.scenery.garden.composition import Composition
from game.scenery.garden.court import WALL_M, court
from game.scenery.garden.daylight import Daylight
from game.scenery.garden.leaf_shade import LeafShade
from game.scenery.garden.maps import Maps
from game.scenery.garden.plan import Composer, Wish
from game.scenery.garden.raking import Raking
from game.scenery.garden.relit import Relit, Shaders, lamp_by_night
from game.scenery.garden.sky_light import open_sky
from game.scenery.garden.view import View
from game.scenery.garden.water import Water
from game.scenery.layer import Layer, draws
from game.scenery.light import Rgb, light_at, linear
from game.scenery.season import heavy_side, season
from worlds.format.layers.garden import Garden

FADE_S = 1.5


@draws(Garden)
class GardenLayer(Layer[Garden]):
    """Draws the `garden` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        chance, asked = stage.generator("garden", "court"), self.model
        self._court = court(chance, heavy_side(stage), stage.seed, asked.standpoint, asked.wall)
        self._bakers = Bakers(stage, self._court.style)
        yield from self._bakers.make(LASTING)
        self._shaders = Shaders(stage)
        self._veil = stage.program("garden_veil.frag")
        self._shade_program = stage.program("garden_leaf_shade.frag", "garden_leaf_shade.vert")
        self._rake_program = stage.program("garden_rake.frag", "garden_rake.vert")
        self._water_program = stage.program("garden_water.frag", "garden_water.vert")
        yield

    def resize(self) -> None:
        stage, model = self.stage, self.model
        view = View(stage.aspect, stage.horizon_ratio, self._court)
        wish = Wish(model.groups, model.basin, model.lantern, model.bushes, model.raking, model.accent)
        plan = Composer(stage.generator("garden", "plan"), view, wish, heavy_side(stage), stage.seed).compose()
        seasonal = season(model.season, stage)
        self._made = Composition(plan, view, seasonal, model, stage.shader_seed("garden") % 97.0)
        self._maps = Maps(stage, self._bakers, self._made)
        self._daylight = Daylight(stage, self._maps)
        self._shade = LeafShade(stage, view, stage.generator("garden", "canopy"))
        self._relit = Relit(stage, self._shaders, self._made, self._maps, self._shade)
        self._water = Water(stage, self._made)
        self._raking = Raking(stage, self._rake_program, self._maps.rake, view)
        self._lamp_bake: Iterator[None] | None = None
        self._baked = False
        self._veiled = False
        self._unveiled_s: float | None = None

    @property
    def standing_form(self) -> Texture2D:
        """Normal and cover of everything but the sand."""
        return self._maps.standing_form

    def rebake(self) -> Iterator[None]:
        yield from self._maps.standing(self.kept("standing"))
        yield from self._raking.replay(self.stage.touches)
        yield from self._maps.sand_bake().in_tiles(self.stage)
        self._lamp_bake = self._maps.lamp(self.kept("lamp"))
        if not self._lamp_can_wait():
            yield from self._lamp_bake
        if self.stage.hour is not None:
            yield from self._daylight.prepare(self.stage.hour, self.kept)
        self._baked = True

    def _lamp_can_wait(self) -> bool:
        """By day the lamp's map may be made while the garden is already in sight."""
        stage = self.stage
        if not stage.in_slices or stage.hour is None:
            return False
        return lamp_by_night(light_at(stage.course, stage.hour, stage.seed)) == 0.0

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if not self._baked:
            self._veiled = True
            self._draw_veil(frame, canvas)
            return
        for box in self._raking.follow(frame.touches, in_slices=self.stage.in_slices):
            self._maps.sand_bake().run(self.stage, box)
            self._daylight.redo(box)
        self._go_on_with_the_lamp(frame)
        between = self._light_step(frame)
        self._shade.draw(self._shade_program, frame)
        canvas.begin()
        shown = self._shown_ratio(frame)
        if shown < 1.0:
            self._draw_veil(frame, canvas)
        self._relit.draw(frame, canvas, between, shown, self.values)
        lamp = self._relit.lamp(frame, self.values["lamp_ratio"])
        self._water.draw(self._water_program, frame, lamp, shown)

    def _go_on_with_the_lamp(self, frame: Frame) -> None:
        """A tile a frame, and all that is left once it burns."""
        waiting = self._lamp_bake
        if waiting is None:
            return
        burns = lamp_by_night(frame.light) > 0.0
        for _ in waiting:
            if not burns:
                return
        self._lamp_bake = None
        self._daylight.redo(self._maps.whole_box())

    def _light_step(self, frame: Frame) -> float:
        if self.stage.in_slices:
            return self._daylight.follow(frame.signals.hour, frame.dt_s)
        return self._daylight.at(frame.signals.hour)

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
            u_top_y=self._made.view.wall_row(self._court.top_m, WALL_M)[0],
            u_sand=_times(linear(self.model.sand_colour), open_sky(light)),
            u_wall=_times(linear(self.model.wall_colour), open_sky(light)),
            u_wood=_times(linear(self.model.wood_colour), open_sky(light)),
        )


def _times(a: Rgb, b: Rgb) -> Rgb:
    return a[0] * b[0], a[1] * b[1], a[2] * b[2]
