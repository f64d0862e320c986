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
from game.scenery.garden.view import View
from game.scenery.light import Rgb, linear
from game.scenery.season import Season
from game.scenery.stage import Stage
from worlds.format.layers.garden import Garden

MAX_ISLANDS = 10
PROGRAMS = ("set", "find", "things", "sand", "sun", "lamp", "join")
FORMS = ("set low", "set high", "set bare", "find bare", "things bare", "sun bare", "lamp bare")
"""Programs that leave out what a part of the screen does not need (`#define LOW`): without a graphics card both
sides of a branch are always worked out, and a loop costs at least one turn."""
LAMP_REACH_M = 6.0
"""How far a lantern shines; the same number stands in `garden_lamp.frag` and `garden_join.frag`."""
LAMP_HEIGHT_RATIO = 0.845
"""Height of the fire box in a lantern 1 high."""


Direction = tuple[float, float, float]


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
        self._standing = self._target((4, "f1"), (4, "f1"), (1, "f2"))
        self._whole = self._target((4, "f1"), (4, "f1"))
        self.rake = self._target((1, "f2"), (2, "f1"))
        self._light = [self._target((1, "f1")) for _ in range(3)]
        self._lamp = self._target((1, "f1"))
        self._lamp.clear()
        self._joined = self._target((4, "f1"))
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
        """Direct light of two moments, lamp light, distance: all that changes with hour and rake but the skin."""
        return self._joined.color_attachments[0]

    def standing(self) -> Iterator[None]:
        """Everything but the sand."""
        first = self._target((4, "f1"), (4, "f1"), (1, "f2"))
        for name, box in bands(self._made.view, self._stage.size_px):
            yield from self._bake(name, first, {}).in_tiles(self._stage, within=box)
        found = self._target((2, "f2"))
        find = self._bake("find", found, {})
        yield from replace(find, near=self._sight.seen).in_tiles(self._stage)
        under = dict(zip(("u_skin", "u_form", "u_away"), first.color_attachments, strict=True))
        things = self._bake("things", self._standing, {**under, "u_found": found.color_attachments[0]})
        yield from replace(things, near=self._sight.seen).in_tiles(self._stage)

    def sand_bake(self) -> Bake:
        """The sand, and the rake's marks in it."""
        skin, form, _ = self._standing.color_attachments
        rake, across = self.rake.color_attachments
        return self._bake(
            "sand", self._whole, {"u_skin": skin, "u_form": form, "u_rake": rake, "u_rake_across": across}
        )

    def lamp(self) -> Iterator[None]:
        """How much of the lantern's light arrives where; nothing to do where there is none."""
        if self._made.plan.lantern is None:
            return
        shades = self._sight.lamp_shades(self._common["u_lamp"][:3], LAMP_REACH_M, self._made.plan.lantern)
        bake = self._bake("lamp", self._lamp, self._place)
        yield from replace(bake, near=self._sight.shaded_by(shades)).in_tiles(self._stage)

    def sun_bake(self, slot: int, to_light: Direction) -> Bake:
        """How much direct light from one direction arrives where, into one of three slots."""
        bake = self._bake("sun", self._light[slot], self._place, u_to_light=to_light)
        return replace(bake, near=self._sight.shaded_by(self._sight.sun_shades(to_light)))

    def join_bake(self, first: tuple[int, Direction], second: tuple[int, Direction]) -> Bake:
        """Two slots (each with its direction) and the lamp on whatever faces them: what a frame reads."""
        return self._bake(
            "join",
            self._joined,
            {
                **self._place,
                "u_form": self.form,
                "u_first": self._light[first[0]].color_attachments[0],
                "u_second": self._light[second[0]].color_attachments[0],
                "u_lamp_lit": self._lamp.color_attachments[0],
            },
            u_to_first=first[1],
            u_to_second=second[1],
        )

    @property
    def _place(self) -> dict[str, Texture2D]:
        """What `garden_place.glsl` reads."""
        _, form, away = self._standing.color_attachments
        return {"u_standing": form, "u_away": away}

    def whole_box(self) -> Box:
        """All of the screen."""
        return 0, 0, *self._stage.size_px

    def _bake(self, name: str, target: Framebuffer, textures: Mapping[str, Texture2D], **more: Any) -> Bake:
        textures = {"u_things": self._things, **textures}
        bare = self._programs.get(f"{name} bare")
        return Bake(self._programs[name], target, textures, {**self._common, **more}, bare=bare)

    def _target(self, *attachments: tuple[int, str]) -> Framebuffer:
        """Maps of the size of the screen, each with so many components of a type."""
        ctx, size = self._stage.ctx, self._stage.size_px
        return ctx.framebuffer(color_attachments=[map_texture(ctx, size, n, dtype) for n, dtype in attachments])


def _things_texture(stage: Stage, plan: Plan) -> Texture2D:
    rows = texels(plan.things)
    texture = map_texture(stage.ctx, (COLUMNS, len(rows)), 4, "f4")
    texture.write(np.ascontiguousarray(rows).tobytes())
    return texture


def _common(stage: Stage, made: Composition) -> dict[str, Any]:
    plan, season, model = made.plan, made.season, made.model
    islands = plan.islands[:MAX_ISLANDS]
    rest = [0.0] * ((MAX_ISLANDS - len(islands)) * 4)
    weave, court = plan.weave, made.view.court
    return {
        **made.view.uniforms(),
        "u_size": stage.size_px,
        "u_seed": made.seed,
        "u_zero": 0,
        "u_island": [v for i in islands for v in (i.x, i.z, i.radius_x, i.radius_z)] + rest,
        "u_island_form": [v for i in islands for v in i.form] + rest,
        "u_islands": len(islands),
        "u_damp": (plan.damp.x, plan.damp.z, plan.damp.radius_x, plan.damp.radius_z),
        "u_count": len(plan.things),
        "u_weave": (-math.sin(weave.bearing_rad), math.cos(weave.bearing_rad), weave.wave_m, weave.wave_per_m),
        "u_centre": weave.centre or (0.0, -1.0),
        "u_tine_m": weave.tine_m,
        "u_squares_m": weave.squares_m,
        "u_walls": len(made.view.walls),
        "u_bank": court.bank,
        "u_top_m": court.top_m,
        "u_post_side": float(court.post_side),
        "u_deck_m": made.view.deck_m,
        "u_moss": season.moss,
        "u_leaf": season.bush,
        "u_fallen_a": season.fallen[0],
        "u_fallen_b": season.fallen[1],
        "u_fallen": season.fallen_ratio,
        "u_sand": _sand(linear(model.sand_colour), stage),
        "u_plaster": _tinted(linear(model.wall_colour), stage),
        "u_wood": linear(model.wood_colour),
        **_lamp(plan),
    }


SANDS: tuple[Rgb, ...] = ((0.80, 0.78, 0.74), (0.76, 0.78, 0.82), (0.84, 0.76, 0.70), (0.70, 0.68, 0.64))
"""Gravel of four quarries beside what was asked for: pale, grey, rosy, dark."""


def _sand(colour: Rgb, stage: Stage) -> Rgb:
    """Every garden has its own gravel."""
    tint = SANDS[int(stage.generator("garden", "sand").integers(len(SANDS)))]
    return colour[0] * tint[0], colour[1] * tint[1], colour[2] * tint[2]


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
