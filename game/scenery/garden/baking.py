"""Baking on the GPU a tile at a time, so that no single step holds a frame up for long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from arcade.gl import Context, Framebuffer, Program, Texture2D

from game.scenery.garden.things import MOST_THINGS
from game.scenery.mixing import replacing
from game.scenery.stage import Stage

TILE_PX = (128, 64)
"""Whole numbers of the 64 x 64 px that a driver without a graphics card gives to each of its threads."""
Box = tuple[int, int, int, int]
"""x, y, width, height in pixels, from the bottom left."""


@dataclass(frozen=True)
class Bake:
    """One pass into a target of the size of the screen, all of it or any part."""

    program: Program
    target: Framebuffer
    textures: Mapping[str, Texture2D] = field(default_factory=dict)
    uniforms: Mapping[str, Any] = field(default_factory=dict)
    near: Callable[[Box], Sequence[int]] | None = None
    """Which things matter in a box: `u_near` and `u_near_count`. Others are not even looped over."""
    local: Callable[[Box], Mapping[str, Any]] | None = None
    """Further uniforms, that tell what matters in a box."""
    bare: Program | None = None
    """Does the same where no thing matters."""
    plain: Program | None = None
    """Does the same where none but plain things matter."""
    plain_things: frozenset[int] = frozenset()

    def run(self, stage: Stage, box: Box) -> None:
        """Draw the part of the target inside a box."""
        self.target.use()
        replacing(stage.ctx)
        self.target.scissor = box
        near = list(self.near(box)) if self.near else []
        program = self._program_for(near)
        looked_at = {"u_near": near + [0] * (MOST_THINGS - len(near)), "u_near_count": len(near)} if near else {}
        more = self.local(box) if self.local else {}
        stage.full_screen(program, self.textures, **{**self.uniforms, **looked_at, **more})
        self.target.scissor = None

    def _program_for(self, near: Sequence[int]) -> Program:
        """The one that leaves out most: without a graphics card all sides of a branch are always worked out."""
        if self.near is None:
            return self.program
        if self.bare and not near:
            return self.bare
        return self.plain if self.plain and self.plain_things.issuperset(near) else self.program

    def in_tiles(
        self, stage: Stage, tile_px: tuple[int, int] = TILE_PX, within: Box | None = None
    ) -> Iterator[None]:
        """Draw all of it (or of a box), a tile a step; the GPU begins with each at once."""
        for box in tiles(within or (0, 0, *stage.size_px), tile_px):
            self.run(stage, box)
            stage.ctx.flush()
            yield


def tiles(box: Box, tile_px: tuple[int, int]) -> Iterator[Box]:
    """Boxes that cover a larger one, on a grid that begins at the target's corner; from the top down."""
    left, low, right, top = box[0], box[1], box[0] + box[2], box[1] + box[3]
    wide, high = tile_px
    for y in reversed(range(low // high * high, top, high)):
        for x in range(left // wide * wide, right, wide):
            x0, y0, x1, y1 = max(x, left), max(y, low), min(x + wide, right), min(y + high, top)
            yield x0, y0, x1 - x0, y1 - y0


def grown(box: Box, by_px: int, size_px: tuple[int, int]) -> Box | None:
    """A box with a margin, cut to the screen; None when nothing of it is on the screen."""
    left, low = max(box[0] - by_px, 0), max(box[1] - by_px, 0)
    right = min(box[0] + box[2] + by_px, size_px[0])
    top = min(box[1] + box[3] + by_px, size_px[1])
    return (left, low, right - left, top - low) if right > left and top > low else None


def map_texture(ctx: Context, size_px: tuple[int, int], components: int, dtype: str = "f1") -> Texture2D:
    """A texture read pixel by pixel."""
    return ctx.texture(
        size_px,
        components=components,
        dtype=dtype,
        wrap_x=ctx.CLAMP_TO_EDGE,
        wrap_y=ctx.CLAMP_TO_EDGE,
        filter=(ctx.NEAREST, ctx.NEAREST),
    )
