"""Maps of a town: colour, shape and lamps of what is seen, drawn three times as large, a tile a step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from arcade.gl import Context, Framebuffer, Geometry, Program
from numpy.typing import NDArray

from game.scenery.lean import MARGIN
from game.scenery.mixing import replacing
from game.scenery.riverside.plan import Plan
from game.scenery.shapes import triangles
from game.scenery.stage import Stage, set_uniforms

TILE_PX = (128, 64)
TIMES = 3
"""How much larger a tile is drawn than it is kept; `riverside_join.frag` knows the same number."""
MAPS = ("u_surface", "u_shape", "u_lamp")
Band = tuple[float, float]


@dataclass(frozen=True)
class Sight:
    """What a map shows: its size, heights of the screen, and from how high over the water; below 0 the mirror."""

    size_px: tuple[int, int]
    band: Band
    eye_m: float


def maps_target(ctx: Context, size_px: tuple[int, int], *, deep: bool = False) -> Framebuffer:
    """Three maps of a size, drawn into at once."""
    textures = [
        ctx.texture(
            size_px,
            components=4,
            wrap_x=ctx.CLAMP_TO_EDGE,
            wrap_y=ctx.CLAMP_TO_EDGE,
            filter=(ctx.LINEAR, ctx.LINEAR),
        )
        for _ in MAPS
    ]
    depth = ctx.depth_texture(size_px) if deep else None
    return ctx.framebuffer(color_attachments=textures, depth_attachment=depth)


class Baker:
    """Draws a town into maps; made for the bake and let go after it."""

    def __init__(self, stage: Stage, plan: Plan, looks: Mapping[str, Any]) -> None:
        self._stage, self._plan, self._looks = stage, plan, looks
        self._parts: list[tuple[Program, Geometry]] = []

    @property
    def is_ready(self) -> bool:
        """Whether programs and geometry are there."""
        return bool(self._parts)

    def ready(self, surfaces: Mapping[str, NDArray[np.float32]]) -> Iterator[None]:
        """A program and a geometry for each material, one a step."""
        ctx = self._stage.ctx
        self._large = maps_target(ctx, (TILE_PX[0] * TIMES, TILE_PX[1] * TIMES), deep=True)
        for material, corners in surfaces.items():
            program = self._stage.program("riverside_bake.frag", "riverside_bake.vert", define=material.upper())
            names = ["in_at", "in_normal", "in_on", "in_kind"]
            self._parts.append((program, triangles(ctx, corners, "3f 3f 4f 2f", names)))
            yield
            self._large.use()
            ctx.enable_only(ctx.DEPTH_TEST)
            self._parts[-1][1].render(program, vertices=3)  # drivers finish a program when it is first drawn with
            ctx.enable_only()
            yield
        self._join = self._stage.program("riverside_join.frag")
        yield

    def bake(self, sight: Sight, target: Framebuffer) -> Iterator[None]:
        """Fill a target with what is seen, a tile a step."""
        width, height = sight.size_px
        for y in range(0, height, TILE_PX[1]):
            for x in range(0, width, TILE_PX[0]):
                self._draw(sight, (x, y))
                self._bring_down(target, (x, y), (min(TILE_PX[0], width - x), min(TILE_PX[1], height - y)))
                self._stage.ctx.flush()
                yield

    def _draw(self, sight: Sight, corner: tuple[int, int]) -> None:
        ctx, plan = self._stage.ctx, self._plan
        self._large.use()
        self._large.clear()
        ctx.enable_only(ctx.DEPTH_TEST)
        tile = tuple(a / b for a, b in zip((*corner, *TILE_PX), sight.size_px * 2, strict=True))
        for program, surface in self._parts:
            set_uniforms(
                program,
                **self._looks,
                u_tile=tile,
                u_band=sight.band,
                u_focal=plan.focal,
                u_eye=sight.eye_m,
                u_horizon_ratio=plan.horizon,
                u_vanish_x=plan.vanish_x,
                u_aspect=plan.aspect,
                u_margin=MARGIN,
            )
            surface.render(program)
        ctx.enable_only()

    def _bring_down(self, target: Framebuffer, corner: tuple[int, int], size: tuple[int, int]) -> None:
        target.use()
        replacing(self._stage.ctx)
        target.scissor = (*corner, *size)
        large = dict(zip(MAPS, self._large.color_attachments, strict=True))
        self._stage.full_screen(self._join, large, u_corner=(float(corner[0]), float(corner[1])))
        target.scissor = None
