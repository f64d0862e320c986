"""A wet window pane: what is behind it through mist, droplets and drops."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from arcade.gl import Framebuffer, Texture2D

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.light import Rgb
from game.scenery.mixing import adding, mixing, replacing
from game.scenery.pane.drawing import Drawing
from game.scenery.pane.droplets import droplets
from game.scenery.pane.instances import Instances
from game.scenery.pane.water import Water
from game.scenery.stage import set_uniforms
from game.scenery.still_life.cover import SILL
from game.scenery.vista.focus import focus_ratio
from worlds.format.layers.glass import Glass
from worlds.seeds import seed_number, spread

STILL_S = 61.0
"""The moment at which a stilled pane stands."""
DRAWN = 0.34
"""Share of the seeds in which somebody has drawn in the mist."""
LAMP: Rgb = (0.62, 0.29, 0.10)
OUTLINE, BASIN = 1.20, 1.70
"""How far a drop's quad reaches, in radii: in the picture, and in the height field."""
MILK = 0.29
"""How much of the sky's light thick mist scatters towards the eye."""
MULTIPLY, SCREEN = (0, 0x0300), (1, 0x0301)
"""GL_ZERO, GL_SRC_COLOR; and GL_ONE, GL_ONE_MINUS_SRC_COLOR."""
LAMP_SPREAD = 0.11
"""How far a seed may move the mirrored lamp from where the pack asks for it, up and down; across twice as far."""
LAMP_REACH = 0.19
"""How far the mirrored lamp is seen around its middle, in heights of the picture."""


@draws(Glass)
class GlassLayer(Layer[Glass]):
    """Draws the `glass` layer."""

    fills = True
    """All but what a sill in front of it hides."""

    def prepare(self) -> Iterator[None]:
        program = self.stage.program
        self._gather, self._blur = program("glass_shrink.frag"), program("glass_blur.frag")
        self._settle = program("glass_breath.frag")
        yield
        self._mist, self._view = program("glass_mist.frag"), program("glass_view.frag")
        self._trail = program("glass_trail.frag", "glass_trail.vert")
        self._mirrored = program("glass_lamp.frag")
        self._wipe = program("glass_wipe.frag", "glass_wipe.vert")
        yield
        self._droplet = program("glass_droplet.frag", "glass_droplet.vert")
        self._field = program("glass_field.frag", "glass_drop.vert")
        self._drop, self._show = program("glass_drop.frag", "glass_drop.vert"), program("glass_show.frag")
        ctx = self.stage.ctx
        self._trails = Instances(ctx, "4f 3f", ["in_ends", "in_clear"])
        self._wipes = Instances(ctx, "4f 2f", ["in_ends", "in_clear"])
        self._drops = Instances(ctx, "3f 3f", ["in_place", "in_form"])
        yield

    def resize(self) -> None:
        stage = self.stage
        half, quarter, eighth, sixteenth = (stage.scaled(divisor) for divisor in (2, 4, 8, 16))
        self._lens, self._soft = stage.target(eighth), stage.target(sixteenth)
        self._settled, self._misted = stage.target(quarter), stage.target(quarter)
        self._seen = stage.target(half)
        self._heights = stage.target(stage.scaled(2), half_float=True)
        ctx = stage.ctx
        nearest = ctx.NEAREST, ctx.NEAREST
        dots = ctx.texture(stage.size_px, components=2, filter=nearest)
        self._droplets = ctx.framebuffer(color_attachments=[dots])
        self._ready = False

    def _reach_down(self) -> None:
        """Leave out what a sill hides of the pane."""
        left = self.stage.ground.before(SILL, self.name)
        hidden = max((float(line.min()) for line in left), default=-1.0) + self.stage.ground.horizon_ratio
        foot = min(max(hidden, 0.0), 0.5)
        self._pane, self._seen.scissor = _above(foot, self.stage.size_px), _above(foot, self._seen.size)

    def rebake(self) -> Iterator[None]:
        """Place the water for this shape of screen, let mist settle, scatter fine droplets."""
        stage = self.stage
        rain_seed = seed_number(stage.seed, self.name, "rain") % 2**32
        resting = stage.generator(self.name, "resting")
        self._water = Water(
            stage.aspect, rain_seed, resting, self.model.wipe_width_ratio / 2, self.model.clear_s, self._drawn()
        )
        yield
        self._settle_mist()
        yield
        yield from self._scatter_droplets()
        self._ready = True

    def _drawn(self) -> Drawing | None:
        """In some seeds, what a finger drew before you came: not where the view's main light stands."""
        stage = self.stage
        if self.model.mist_ratio == 0.0 or spread(stage.seed, self.name, "drawn") > DRAWN:
            return None
        chance, focus = stage.generator(self.name, "drawing"), focus_ratio(stage)
        x = 0.5 + (0.5 - focus) * chance.uniform(0.25, 0.75)
        return Drawing(x * stage.aspect, chance.uniform(0.58, 0.70), chance)

    def _settle_mist(self) -> None:
        stage = self.stage
        replacing(stage.ctx)
        self._settled.use()
        seed = stage.shader_seed(self.name, "mist") % 61.0
        chance = stage.generator(self.name, "clear")
        clear = chance.uniform(0.36, 0.64), chance.uniform(0.46, 0.60)
        self._mouth = (clear[0], 0.42)
        aside, above = (LAMP_SPREAD * (spread(stage.seed, self.name, way) - 0.5) for way in ("aside", "above"))
        self._lamp_at = self.model.lamp_x_ratio + 2.0 * aside, self.model.lamp_y_ratio + above
        stage.full_screen(self._settle, u_aspect=stage.aspect, u_seed=seed, u_clear=clear)

    def _scatter_droplets(self) -> Iterator[None]:
        """Paint all fine droplets once, in slices: most of them dust, some nearly drops."""
        stage = self.stage
        chance = stage.generator(self.name, "droplets")
        rows = droplets(stage.aspect, self.model.droplet_ratio, chance)
        each = Instances(stage.ctx, "4f", ["in_drop"])
        self._droplets.clear(color=(128, 0, 0, 0))
        for some in np.array_split(rows, 1 + len(rows) // 6000):
            each.write(some)
            self._droplets.use()
            replacing(stage.ctx)
            set_uniforms(self._droplet, u_aspect=stage.aspect, u_size=stage.size_px)
            each.render(self._droplet)
            yield

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if not self._ready:
            return
        rain_s = STILL_S if frame.stilled else frame.t_s
        self._water.move(rain_s, frame.t_s, self.values["drop_ratio"], frame.touches, falling=not frame.stilled)
        backdrop = canvas.shared.get("backdrop", canvas.picture)
        self._reach_down()
        self._soften(backdrop, MILK * (1.0 - 0.75 * frame.light.daylight))
        self._mist_over(frame)
        self._look_through(frame, backdrop)
        self._raise_heights()
        canvas.begin()
        canvas.target.scissor = self._pane
        day = frame.light.daylight
        self.stage.full_screen(
            self._show, {"u_view": _texture(self._seen), "u_droplets": _texture(self._droplets)},
            u_shade=0.26 + 0.10 * day, u_spark=1.20 - 0.82 * day,
        )  # fmt: skip
        self._draw_drops(frame, canvas)

    def _soften(self, backdrop: Texture2D, milk: float) -> None:
        """Small pictures of what is behind: for the lenses, and a blurred one for the mist."""
        stage = self.stage
        replacing(stage.ctx)
        width, height = stage.size_px
        self._lens.use()
        stage.full_screen(self._gather, {"u_source": backdrop}, u_step=(2.0 / width, 2.0 / height))
        self._soft.use()
        step = 16.0 / width, 16.0 / height
        stage.full_screen(self._blur, {"u_source": _texture(self._lens)}, u_step=step, u_milk=milk)

    def _mist_over(self, frame: Frame) -> None:
        ctx, stage, water = self.stage.ctx, self.stage, self._water
        replacing(ctx)
        self._misted.use()
        stage.full_screen(
            self._mist, {"u_settled": _texture(self._settled)}, u_mist=self.values["mist_ratio"],
            u_breath=self.values["breath_ratio"], u_aspect=stage.aspect, u_mouth=self._mouth,
        )  # fmt: skip
        mixing(ctx, MULTIPLY)
        set_uniforms(self._trail, u_aspect=stage.aspect)
        self._trails.write(water.trails)
        self._trails.render(self._trail)
        set_uniforms(self._wipe, u_aspect=stage.aspect, u_radius=self.model.wipe_width_ratio / 2)
        self._wipes.write(water.strokes)
        self._wipes.render(self._wipe)

    def _look_through(self, frame: Frame, backdrop: Texture2D) -> None:
        stage = self.stage
        replacing(stage.ctx)
        self._seen.use()
        stage.full_screen(
            self._view,
            {"u_backdrop": backdrop, "u_blurred": _texture(self._soft), "u_mist": _texture(self._misted)},
        )  # fmt: skip
        self._mirror_lamp(self._lamp(frame))

    def _mirror_lamp(self, lamp: Rgb) -> None:
        """Lay the room's lamp over the view, in the small part of the pane that holds it."""
        stage, (width, height), pane = self.stage, self._seen.size, self._seen.scissor
        at, reach = self._lamp_at, LAMP_REACH * height
        x, y = at[0] * width, at[1] * height
        self._seen.scissor = max(int(x - reach), 0), max(int(y - reach), 0), int(2 * reach), int(2 * reach)
        mixing(stage.ctx, SCREEN)
        stage.full_screen(self._mirrored, u_lamp=lamp, u_lamp_at=at, u_aspect=stage.aspect)
        self._seen.scissor = pane

    def _raise_heights(self) -> None:
        """All larger drops added into one height field, so that neighbours merge."""
        self._heights.use()
        self._heights.clear()
        adding(self.stage.ctx)
        self._drops.write(self._water.drops)
        set_uniforms(self._field, u_aspect=self.stage.aspect, u_reach=BASIN, u_size=self.stage.size_px)
        self._drops.render(self._field)

    def _draw_drops(self, frame: Frame, canvas: Canvas) -> None:
        canvas.blend_over()
        textures = {"u_field": self._heights, "u_lens": self._lens, "u_blurred": self._soft}
        for unit, (name, target) in enumerate(textures.items()):
            _texture(target).use(unit)
            self._drop.set_uniform_safe(name, unit)
        set_uniforms(
            self._drop,
            u_aspect=self.stage.aspect,
            u_reach=OUTLINE,
            u_size=self.stage.size_px,
            u_lamp=self._lamp(frame),
            u_night=1.0 - frame.light.daylight,
        )
        self._drops.render(self._drop)

    def _lamp(self, frame: Frame) -> Rgb:
        """The room's lamp as the pane mirrors it: hardly seen by day."""
        level = self.values["lamp_ratio"] * (1.0 - 0.88 * frame.light.daylight)
        return LAMP[0] * level, LAMP[1] * level, LAMP[2] * level


def _texture(target: Framebuffer) -> Texture2D:
    return target.color_attachments[0]


def _above(foot: float, size_px: tuple[int, int]) -> tuple[int, int, int, int]:
    """The part of a target above a share of its height."""
    low = int(size_px[1] * foot)
    return 0, low, size_px[0], size_px[1] - low
