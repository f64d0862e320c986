"""Shadow maps of points of light, side by side on one sheet: each is half the sphere round its point.

Projection: S. Brabec et al., "Shadow mapping for hemispherical and omnidirectional light sources", 2002.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from arcade.gl import Geometry
from numpy.typing import NDArray

from game.scenery.garden.baking import map_texture
from game.scenery.interior.lights import Points
from game.scenery.stage import Stage, set_uniforms
from game.scenery.surface import SLICE_TRIANGLES

SHEET_PX = 2048
Tiles = NDArray[np.floating[Any]]


def tiles_for(groups: Sequence[Points]) -> tuple[list[Tiles], int]:
    """Left, bottom and size of each point's map, by group, and how high the sheet is; pixels."""
    places, x, y, row = [], 0, 0, 0
    for group in groups:
        mine = []
        for _ in group.at:
            size = group.size_px
            if x + size > SHEET_PX or (row and size != row):
                x, y = 0, y + row
            row = size
            mine.append((x, y, size))
            x += size
        places.append(np.array(mine, float))
    return places, y + row


class Shadows:
    """How far it is from each point of light to the first thing, in every direction it shines."""

    def __init__(self, stage: Stage, groups: Sequence[Points]) -> None:
        self._stage = stage
        self._groups = groups
        self.tiles, high = tiles_for(groups)
        ctx = stage.ctx
        self.sheet = map_texture(ctx, (SHEET_PX, high), 1, "f2")
        self._target = ctx.framebuffer(
            color_attachments=[self.sheet], depth_attachment=ctx.depth_texture((SHEET_PX, high))
        )

    def made(self, solid: Geometry) -> Iterator[None]:
        """Draw them all, in slices."""
        stage, target = self._stage, self._target
        program = stage.program("room_shade.frag", "room_shade.vert")
        target.use()
        target.clear(color_normalized=(60.0, 0.0, 0.0, 0.0))
        yield
        for group, tiles in zip(self._groups, self.tiles, strict=True):
            for at, facing, (x, y, size) in zip(group.at, group.facing, tiles, strict=True):
                for first in range(0, solid.num_vertices, SLICE_TRIANGLES * 3):
                    target.use()
                    target.viewport = target.scissor = int(x), int(y), int(size), int(size)
                    stage.ctx.enable_only(stage.ctx.DEPTH_TEST)
                    set_uniforms(program, u_at=tuple(map(float, at)), u_facing=tuple(map(float, facing)))
                    solid.render(
                        program, first=first, vertices=min(SLICE_TRIANGLES * 3, solid.num_vertices - first)
                    )
                    stage.ctx.flush()
                    yield
        target.scissor = None
        stage.ctx.enable_only()
