"""Baking on the GPU a tile at a time, so that no single step holds a frame up for long."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from arcade.gl import Context, Framebuffer, Program, Texture2D

from game.scenery.stage import Stage

TILE_PX = (160, 120)
Box = tuple[int, int, int, int]
"""x, y, width, height in pixels, from the bottom left."""


@dataclass(frozen=True)
class Bake:
    """One pass into a target of the size of the screen, all of it or any part."""

    program: Program
    target: Framebuffer
    textures: Mapping[str, Texture2D] = field(default_factory=dict)
    uniforms: Mapping[str, Any] = field(default_factory=dict)
    in_box: Callable[[Box], Mapping[str, Any]] = lambda _: {}
    """Uniforms that help a pass to leave out what cannot be seen in a box."""

    def run(self, stage: Stage, box: Box) -> None:
        """Draw the part of the target inside a box."""
        self.target.use()
        stage.ctx.enable_only()
        self.target.scissor = box
        stage.full_screen(self.program, self.textures, **self.uniforms, **self.in_box(box))
        self.target.scissor = None

    def in_tiles(self, stage: Stage, tile_px: tuple[int, int] = TILE_PX) -> Iterator[None]:
        """Draw all of it, a tile a step; each step ends when the GPU has done it."""
        for box in tiles(stage.size_px, tile_px):
            self.run(stage, box)
            stage.ctx.finish()
            yield


def tiles(size_px: tuple[int, int], tile_px: tuple[int, int]) -> Iterator[Box]:
    """Boxes that cover a target, from the top down: what is seen first is done first."""
    width, height = size_px
    wide, high = tile_px
    for y in reversed(range(0, height, high)):
        for x in range(0, width, wide):
            yield x, y, min(wide, width - x), min(high, height - y)


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
