"""The maps of a baked garden: its skin and form, and how each light falls on it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from arcade.gl import Framebuffer, Texture2D

from game.scenery.bakes import Kept
from game.scenery.garden.bakers import FIND, LAMP, SET, THINGS, Bakers
from game.scenery.garden.baking import Bake, Box, map_texture
from game.scenery.garden.bands import Bands, bands
from game.scenery.garden.composition import MAX_ISLANDS, Composition, common, islands_uniforms
from game.scenery.garden.plan import Plan
from game.scenery.garden.sight import Sight
from game.scenery.garden.things import COLUMNS, PLAIN, texels
from game.scenery.pixels import filled
from game.scenery.stage import Stage

SURFACE = ((4, "f1"), (4, "f1"), (1, "f2"))
"""Square root of albedo and openness to the sky; normal and cover; distance in metres."""
LAMP_REACH_M = 6.0
"""How far a lantern shines; the same number stands in `garden_lamp.frag` and `garden_join.frag`."""


Direction = tuple[float, float, float]


class Maps:
    """Owns the maps at one size. Bake them in the order of the methods."""

    def __init__(self, stage: Stage, bakers: Bakers, made: Composition) -> None:
        self._stage = stage
        self._made = made
        self._bakers = bakers
        size = stage.size_px
        self._things = _things_texture(stage, made.plan)
        self._standing = self._target(*SURFACE)
        self._whole = self._target((4, "f1"), (4, "f1"))
        self.rake = self._target((1, "f2"), (2, "f1"))
        self._light = [self._target((1, "f1")) for _ in range(3)]
        self._lamp = self._target((1, "f1"))
        self._lamp.clear()
        self._joined = self._target((4, "f1"))
        self._common = common(stage, made)
        self._plain = frozenset(i for i, thing in enumerate(made.plan.things) if thing.form in PLAIN)
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
    def walled(self) -> float:
        """The side on which a second wall stands, -1 or 1, or 0."""
        aside_m = self._made.view.court.aside_m
        return math.copysign(1.0, aside_m) if aside_m else 0.0

    @property
    def joined(self) -> Texture2D:
        """Direct light of two moments, lamp light, distance: all that changes with hour and rake but the skin."""
        return self._joined.color_attachments[0]

    def standing(self, kept: Kept) -> Iterator[None]:
        """Everything but the sand."""
        return filled(lambda: self._standing, kept, self._bake_standing())

    def _bake_standing(self) -> Iterator[None]:
        """Ground and walls, then which thing stands where, then the things."""
        behind, before, found = self._target(*SURFACE), self._standing, self._target((2, "f2"))
        yield from self._bakers.during(SET, self._set(behind, before))
        yield from self._bakers.during(FIND, self._find(found))
        yield from self._bakers.during(THINGS, self._put_things(behind, before, found))
        self._standing = behind

    def _set(self, behind: Framebuffer, before: Framebuffer) -> Iterator[None]:
        parts = self._parts
        behind.clear()
        for name, box in parts.behind:
            yield from self._bake(name, behind, {}).in_tiles(self._stage, within=box)
        for box in parts.before:
            low = replace(self._bake("set low", before, _named(behind)), local=self._moss_in)
            yield from low.in_tiles(self._stage, within=box)

    def _find(self, found: Framebuffer) -> Iterator[None]:
        yield from replace(self._bake("find", found, {}), near=self._sight.seen).in_tiles(self._stage)

    def _put_things(self, behind: Framebuffer, before: Framebuffer, found: Framebuffer) -> Iterator[None]:
        for box in self._parts.above:
            yield from self._bake("things bare", before, _named(behind)).in_tiles(self._stage, within=box)
        things = self._bake("things", behind, {**_named(before), "u_found": found.color_attachments[0]})
        yield from replace(things, near=self._sight.seen).in_tiles(self._stage)

    @property
    def _parts(self) -> Bands:
        return bands(self._made.view, self._stage.size_px)

    def _moss_in(self, box: Box) -> dict[str, Any]:
        """The islands whose moss can show in a box."""
        islands = self._made.plan.islands[:MAX_ISLANDS]
        return islands_uniforms([islands[i] for i in self._sight.islands_seen(islands, box)])

    def sand_bake(self) -> Bake:
        """The sand, and the rake's marks in it."""
        skin, form, _ = self._standing.color_attachments
        rake, across = self.rake.color_attachments
        return self._bake(
            "sand", self._whole, {"u_skin": skin, "u_form": form, "u_rake": rake, "u_rake_across": across}
        )

    def lamp(self, kept: Kept) -> Iterator[None]:
        """How much of the lantern's light arrives where; nothing to do where there is none."""
        if self._made.plan.lantern is None:
            return iter(())
        work = self._bakers.during(LAMP, self._bake_lamp(self._made.plan.lantern))
        return filled(lambda: self._lamp, kept, work)

    def _bake_lamp(self, lantern: int) -> Iterator[None]:
        shades = self._sight.lamp_shades(self._common["u_lamp"][:3], LAMP_REACH_M, lantern)
        bake = self._bake("lamp", self._lamp, self._place)
        yield from replace(bake, near=self._sight.shaded_by(shades)).in_tiles(self._stage)

    def sun(self, slot: int, to_light: Direction, kept: Kept) -> Iterator[None]:
        """All of the direct light from one direction, into a slot."""
        work = self.sun_bake(slot, to_light).in_tiles(self._stage)
        return filled(lambda: self._light[slot], kept, work)

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
        bare, plain = self._bakers.find(f"{name} bare"), self._bakers.find(f"{name} plain")
        uniforms = {**self._common, **more}
        return Bake(
            self._bakers.get(name), target, textures, uniforms, bare=bare, plain=plain, plain_things=self._plain
        )

    def _target(self, *attachments: tuple[int, str]) -> Framebuffer:
        """Maps of the size of the screen, each with so many components of a type."""
        ctx, size = self._stage.ctx, self._stage.size_px
        return ctx.framebuffer(color_attachments=[map_texture(ctx, size, n, dtype) for n, dtype in attachments])


def _named(surface: Framebuffer) -> dict[str, Texture2D]:
    return dict(zip(("u_skin", "u_form", "u_away"), surface.color_attachments, strict=True))


def _things_texture(stage: Stage, plan: Plan) -> Texture2D:
    rows = texels(plan.things)
    texture = map_texture(stage.ctx, (COLUMNS, len(rows)), 4, "f4")
    texture.write(np.ascontiguousarray(rows).tobytes())
    return texture
