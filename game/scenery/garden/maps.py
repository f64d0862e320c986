"""The maps of a baked garden: its skin and form, and how each light falls on it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from arcade.gl import Framebuffer, Program, Texture2D

from game.scenery.garden.baking import Bake, Box, map_texture
from game.scenery.garden.bands import bands
from game.scenery.garden.plan import Plan
from game.scenery.garden.sight import Sight
from game.scenery.garden.things import COLUMNS, texels
from game.scenery.garden.view import DECK_RATIO, View
from game.scenery.light import Rgb, linear
from game.scenery.season import Season
from game.scenery.stage import Stage
from worlds.format.layers.garden import Garden

MAX_ISLANDS = 8
PROGRAMS = ("set", "find", "things", "sand", "sun", "lamp", "join")
FORMS = ("set low", "set high", "set bare", "find bare", "things bare", "sun bare", "lamp bare")
"""Programs that leave out what a part of the screen does not need (`#define LOW`): without a graphics card both
sides of a branch are always worked out, and a loop costs at least one turn."""
LAMP_REACH_M = 6.0
"""How far a lantern shines; the same number stands in `garden_lamp.frag`."""
LAMP_HEIGHT_RATIO = 0.845
"""Height of the fire box in a lantern 1 high."""


@dataclass(frozen=True)
class Composition:
    """All that decides how the garden looks, but for light and size."""

    plan: Plan
    view: View
    season: Season
    model: Garden
    seed: float


class Maps:
    """Owns the maps at one size. Bake them in the order of the methods."""

    def __init__(self, stage: Stage, programs: Mapping[str, Program], made: Composition) -> None:
        self._stage = stage
        self._made = made
        self._programs = programs
        size = stage.size_px
        self._things = _things_texture(stage, made.plan)
        self._standing, self._whole = self._surface(size), self._surface(size)
        self.rake = stage.ctx.framebuffer(color_attachments=[map_texture(stage.ctx, size, 4, "f2")])
        self.rake.clear()
        self._light = [self._single(size) for _ in range(3)]
        self._lamp = self._single(size, "f2")
        self._joined = stage.ctx.framebuffer(color_attachments=[map_texture(stage.ctx, size, 4)])
        self._common = _common(stage, made)
        self._sight = Sight(made.view, [thing.ball() for thing in made.plan.things], size)

    @property
    def skin(self) -> Texture2D:
        """Square root of albedo, and openness to the sky."""
        return self._whole.color_attachments[0]

    @property
    def form(self) -> Texture2D:
        """Normal, and how much of the pixel is garden at all."""
        return self._whole.color_attachments[1]

    @property
    def standing_form(self) -> Texture2D:
        """Normal and cover of everything but the sand."""
        return self._standing.color_attachments[1]

    @property
    def joined(self) -> Texture2D:
        """Direct light of two moments, lamp light, distance; see `garden_join.frag`."""
        return self._joined.color_attachments[0]

    def standing(self) -> Iterator[None]:
        """Everything but the sand."""
        first = self._surface(self._stage.size_px)
        for name, box in bands(self._made.view, self._stage.size_px, self._made.plan.post_side):
            yield from self._bake(name, first, {}).in_tiles(self._stage, within=box)
        found = self._stage.ctx.framebuffer(
            color_attachments=[map_texture(self._stage.ctx, self._stage.size_px, 2, "f2")]
        )
        find = self._bake("find", found, {})
        yield from replace(find, near=self._sight.seen).in_tiles(self._stage)
        things = self._bake("things", self._standing, {**_named(first), "u_found": found.color_attachments[0]})
        yield from replace(things, near=self._sight.seen).in_tiles(self._stage)

    def sand_bake(self) -> Bake:
        """The sand, and the rake's marks in it."""
        marks = self.rake.color_attachments[0]
        return self._bake("sand", self._whole, {**_named(self._standing), "u_rake": marks})

    def lamp_bake(self) -> Bake:
        """The light of lantern and room."""
        bake = self._bake("lamp", self._lamp, _named(self._whole))
        plan = self._made.plan
        if plan.lantern is None:
            return replace(bake, near=lambda _: ())
        shades = self._sight.lamp_shades(self._common["u_lamp"][:3], LAMP_REACH_M, plan.lantern)
        return replace(bake, near=self._sight.shaded_by(shades))

    def sun_bake(self, slot: int, to_light: tuple[float, float, float]) -> Bake:
        """Direct light from one direction, into one of three slots."""
        bake = self._bake("sun", self._light[slot], _named(self._whole), u_to_light=to_light)
        return replace(bake, near=self._sight.shaded_by(self._sight.sun_shades(to_light)))

    def join_bake(self, before: int, after: int) -> Bake:
        """Two slots of direct light, distance and lamp as the one texture a frame reads."""
        return Bake(
            self._programs["join"],
            self._joined,
            {
                "u_before": self._light[before].color_attachments[0],
                "u_after": self._light[after].color_attachments[0],
                "u_away": self._whole.color_attachments[2],
                "u_lamp_lit": self._lamp.color_attachments[0],
            },
            self._made.view.uniforms(),
        )

    def whole_box(self) -> Box:
        """All of the screen."""
        return 0, 0, *self._stage.size_px

    def _bake(self, name: str, target: Framebuffer, textures: Mapping[str, Texture2D], **more: Any) -> Bake:
        textures = {"u_things": self._things, **textures}
        bare = self._programs.get(f"{name} bare")
        return Bake(self._programs[name], target, textures, {**self._common, **more}, bare=bare)

    def _surface(self, size: tuple[int, int]) -> Framebuffer:
        ctx = self._stage.ctx
        maps = [map_texture(ctx, size, 4), map_texture(ctx, size, 4), map_texture(ctx, size, 1, "f2")]
        return ctx.framebuffer(color_attachments=maps)

    def _single(self, size: tuple[int, int], dtype: str = "f1") -> Framebuffer:
        return self._stage.ctx.framebuffer(color_attachments=[map_texture(self._stage.ctx, size, 1, dtype)])


def _named(surface: Framebuffer) -> dict[str, Texture2D]:
    return dict(zip(("u_skin", "u_form", "u_away"), surface.color_attachments, strict=True))


def _things_texture(stage: Stage, plan: Plan) -> Texture2D:
    rows = texels(plan.things)
    texture = map_texture(stage.ctx, (COLUMNS, len(rows)), 4, "f4")
    texture.write(np.ascontiguousarray(rows).tobytes())
    return texture


def _common(stage: Stage, made: Composition) -> dict[str, Any]:
    plan, season, model = made.plan, made.season, made.model
    islands = plan.islands[:MAX_ISLANDS]
    flat = [v for i in islands for v in (i.x, i.z, i.radius_x, i.radius_z)]
    weave = plan.weave
    return {
        **made.view.uniforms(),
        "u_size": stage.size_px,
        "u_seed": made.seed,
        "u_zero": 0,
        "u_island": flat + [0.0] * (MAX_ISLANDS * 4 - len(flat)),
        "u_islands": len(islands),
        "u_damp": (plan.damp.x, plan.damp.z, plan.damp.radius_x, plan.damp.radius_z),
        "u_count": len(plan.things),
        "u_weave": (-math.sin(weave.bearing_rad), math.cos(weave.bearing_rad), weave.wave_m, weave.wave_per_m),
        "u_centre": weave.centre or (0.0, -1.0),
        "u_post_side": float(plan.post_side),
        "u_deck_ratio": DECK_RATIO,
        "u_moss": season.moss,
        "u_leaf": season.bush,
        "u_fallen_a": season.fallen[0],
        "u_fallen_b": season.fallen[1],
        "u_fallen": season.fallen_ratio,
        "u_sand": linear(model.sand_colour),
        "u_plaster": _tinted(linear(model.wall_colour), stage),
        "u_wood": linear(model.wood_colour),
        **_lamp(plan),
    }


def _tinted(colour: Rgb, stage: Stage) -> Rgb:
    """Every garden's plaster has weathered in its own way: lighter or darker, warmer or greyer."""
    chance = stage.generator("garden", "plaster")
    light, grey = chance.uniform(0.8, 1.25), chance.uniform(0.0, 0.55)
    mean = sum(colour) / 3
    r, g, b = (light * (part + (mean - part) * grey) for part in colour)
    return r, g, b


def _lamp(plan: Plan) -> dict[str, Any]:
    if plan.lantern is None:
        return {"u_lantern": -1, "u_lamp": (0.0, 0.0, 0.0, 0.0)}
    thing = plan.things[plan.lantern]
    return {
        "u_lantern": plan.lantern,
        "u_lamp": (thing.x, LAMP_HEIGHT_RATIO * thing.size[1], thing.z, thing.yaw_rad),
    }
