"""A room's maps: how each of its lights falls on what is seen of it. Drawn twice as fine and brought down."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Any

import numpy as np
from arcade.gl import Framebuffer, Geometry
from numpy.typing import NDArray

from game.scenery.bakes import Work
from game.scenery.garden.baking import map_texture
from game.scenery.interior.cat import cat
from game.scenery.interior.embers import FLAMES_DEEP
from game.scenery.interior.fireside import fire_box, fireside
from game.scenery.interior.furniture import furnish
from game.scenery.interior.lights import Points, bounced, candle_points, fire_points, window_points
from game.scenery.interior.plan import Plan
from game.scenery.interior.shadows import Shadows
from game.scenery.interior.shell import shell
from game.scenery.interior.solid import FAMILIES, FORMAT, NAMES, Solid, by_family
from game.scenery.pixels import read
from game.scenery.shapes import triangles
from game.scenery.stage import Stage, set_uniforms
from game.scenery.surface import SLICE_TRIANGLES

FINE = 2
BAND_PX = 16
BOX_PX = 512
"""How much of a band is lit at once."""
SHELL_TRIANGLES, SHELL_ROWS_PX = 4000, 64
"""What covers much of the picture is drawn in so small pieces."""
MOST_POINTS = 8
"""As many are worked out in one pass; the same number stands in `room_lit.frag`."""
AMBIENT = 0.020
DARK = 0.0, 0.0, 0.0
MAPS = ("fire", "window", "candle")


class RoomBake:
    """Works out the maps of one room at the stage's size."""

    def __init__(self, stage: Stage, plan: Plan, name: str) -> None:
        self._stage = stage
        self._plan = plan
        self._name = name
        width, height = stage.size_px
        self._fine = width * FINE, height * FINE

    def work(self) -> Work:
        """The maps by name, (height, width, 4) bytes."""
        rows = yield from self._modelled()
        solid = triangles(self._stage.ctx, rows, FORMAT, NAMES)
        yield
        form = yield from self._form(solid)
        groups = self._groups()
        shadows = Shadows(self._stage, [group for pair in groups for group in pair])
        yield from shadows.made(solid)
        del solid, rows
        maps = [self._stage.target(self._stage.size_px) for _ in MAPS]
        yield from self._lit(form, shadows, groups, maps)
        found = {}
        for name, target in zip(MAPS, maps, strict=True):
            found[name] = read(target)
            yield
        del form, shadows, maps
        self._stage.ctx.gc()
        return found

    def _modelled(self) -> Generator[None, None, NDArray[np.floating[Any]]]:
        plan, chance = self._plan, self._stage.generator(self._name, "things")
        solid = Solid()
        shell(solid, plan)
        yield
        fireside(solid, plan, chance)
        large, self._large = by_family(solid.rows())
        solid = Solid()
        yield
        yield from furnish(solid, plan, chance)
        yield
        yield from cat(solid, plan, self._stage.generator(self._name, "fur"))
        rest, self._small = by_family(solid.rows())
        return np.concatenate([large, rest])

    def _groups(self) -> list[list[Points]]:
        plan = self._plan
        fire, window = fire_points(plan), window_points(plan)
        return [[fire, bounced(fire, plan)], [window, bounced(window, plan)], [candle_points(plan)]]

    def _form(self, solid: Geometry) -> Generator[None, None, Framebuffer]:
        """Colour and sheen, normal, and distance of all that is seen."""
        stage, ctx = self._stage, self._stage.ctx
        textures = [map_texture(ctx, self._fine, n, kind) for n, kind in ((4, "f1"), (4, "f1"), (1, "f4"))]
        form = ctx.framebuffer(color_attachments=textures, depth_attachment=ctx.depth_texture(self._fine))
        yield from self._cleared(form)
        for family, first, count, rows in self._pieces():
            program = stage.program("room_form.frag", "room_form.vert", define=family)
            for low in range(0, self._fine[1], rows):
                form.use()
                form.scissor = 0, low, self._fine[0], rows
                ctx.enable_only(ctx.DEPTH_TEST)
                set_uniforms(program, **self._plan.eye.uniforms(), u_seed=stage.shader_seed(self._name) % 61.0)
                solid.render(program, first=first, vertices=count)
                ctx.flush()
                yield
        form.scissor = None
        ctx.enable_only()
        return form

    def _cleared(self, form: Framebuffer) -> Iterator[None]:
        """Band by band: where memory is first touched, it takes long."""
        for low in range(0, self._fine[1], SHELL_ROWS_PX):
            form.clear(viewport=(0, low, self._fine[0], SHELL_ROWS_PX))
            self._stage.ctx.flush()
            yield

    def _pieces(self) -> Iterator[tuple[str, int, int, int]]:
        """Family, first corner, number of corners, and rows of the picture at a time of each piece to draw."""
        first = 0
        for counts, triangles_, rows in (
            (self._large, SHELL_TRIANGLES, SHELL_ROWS_PX),
            (self._small, SLICE_TRIANGLES, self._fine[1]),
        ):
            for (family, _), corners in zip(FAMILIES, counts, strict=True):
                for done in range(0, corners, triangles_ * 3):
                    yield family, first + done, min(triangles_ * 3, corners - done), rows
                first += corners

    def _lit(
        self, form: Framebuffer, shadows: Shadows, groups: Sequence[Sequence[Points]], maps: Sequence[Framebuffer]
    ) -> Iterator[None]:
        """Band by band: each light's points added up, brought down into its map."""
        stage = self._stage
        self._light = stage.program("room_lit.frag")
        self._join = stage.program("room_join.frag")
        rows = BAND_PX * FINE + 2
        band = stage.target((self._fine[0], rows), half_float=True)
        self._surfaces = dict(zip(("u_skin", "u_normal", "u_away"), form.color_attachments, strict=True))
        for low in range(0, stage.size_px[1], BAND_PX):
            first = 0
            for points, target in zip(groups, maps, strict=True):
                band.clear()
                for group in points:
                    for left in range(0, self._fine[0], BOX_PX):
                        band.scissor = left, 0, BOX_PX, rows
                        self._add(band, low * FINE - 1, group, shadows, first)
                        stage.ctx.flush()
                        yield
                    band.scissor = None
                    first += 1
                self._bring_down(band, low, target, way=float(points is groups[0]))
            yield
        del self._surfaces

    def _add(self, band: Framebuffer, low: int, points: Points, shadows: Shadows, which: int) -> None:
        stage, ctx, count = self._stage, self._stage.ctx, len(points.at)
        band.use()
        ctx.enable_only(ctx.BLEND)
        ctx.blend_func = ctx.ONE, ctx.ONE
        f, glowing = self._plan.fireplace, (points.glowing,) * 3
        ambient = tuple(float(c) * AMBIENT * points.direct for c in points.power.sum(0))
        for start in range(0, count, MOST_POINTS):
            chosen = slice(start, start + MOST_POINTS)
            self._light["u_at"] = _padded(points.at[chosen])
            self._light["u_facing"] = _padded(points.facing[chosen])
            self._light["u_power"] = _padded(points.power[chosen])
            self._light["u_tile"] = _padded(shadows.tiles[which][chosen])
            stage.full_screen(
                self._light, {**self._surfaces, "u_shadows": shadows.sheet}, **self._plan.eye.uniforms(),
                u_count=len(points.at[chosen]), u_even=float(points.even), u_low=float(low),
                u_fine=tuple(map(float, self._fine)), u_ambient=ambient if start == 0 else DARK,
                u_glowing=glowing if start == 0 else DARK,
                u_box=(f.x, f.opening, f.spring + f.arch, f.deep),
            )  # fmt: skip
        ctx.enable_only()

    def _bring_down(self, band: Framebuffer, low: int, target: Framebuffer, way: float) -> None:
        stage, (width, height) = self._stage, self._stage.size_px
        target.use()
        target.scissor = 0, low, width, min(BAND_PX, height - low)
        stage.full_screen(
            self._join, {"u_band": band.color_attachments[0], "u_away": self._surfaces["u_away"]},
            **self._plan.eye.uniforms(), u_low=low, u_way=way, u_fine=tuple(map(float, self._fine)),
            u_fire=(*fire_box(self._plan), self._plan.fireplace.deep * FLAMES_DEEP),
        )  # fmt: skip
        target.scissor = None


def _padded(rows: NDArray[np.floating[Any]]) -> list[float]:
    """Three numbers a point, for as many points as the shader has room for."""
    full = np.zeros((MOST_POINTS, 3))
    full[: len(rows)] = rows
    return [float(value) for value in full.ravel()]
