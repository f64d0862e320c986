"""Baked surfaces: drawn once at twice the size, brought down, and kept until the screen changes much."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any, TypeAlias

import numpy as np
from arcade.gl import Geometry, Texture2D
from numpy.typing import NDArray

from game.scenery.pixels import read, texture_of
from game.scenery.stage import Stage, set_uniforms

Pixels: TypeAlias = NDArray[np.uint8]
ASPECT_TOLERANCE = 0.004
GROWTH_TOLERANCE = 1.15
SHRINK_TOLERANCE = 0.55
SLICE_TRIANGLES = 12_000
"""As many as are drawn in a few milliseconds without a graphics card."""


class BakedMap:
    """A map of a still surface, premultiplied, clear where nothing stands."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._made_for = (0, 0)
        self.texture: Texture2D | None = None

    def still_fits(self) -> bool:
        """Whether the map may serve the stage's present size: same shape, and not much larger or smaller.

        An internal resolution that adapts many times a minute must not bake each time.
        """
        width, height = self._stage.size_px
        made_width, made_height = self._made_for
        if not made_height or not height:
            return False
        alike = abs(width / height / (made_width / made_height) - 1.0) < ASPECT_TOLERANCE
        return alike and SHRINK_TOLERANCE < height / made_height < GROWTH_TOLERANCE

    def bake(
        self, size_px: tuple[int, int], surface: Geometry, shader: str, **looks: Any
    ) -> Generator[None, None, Pixels]:
        """Draw a surface (plain or indexed triangles) twice as large and bring it down to `size_px`, in slices.

        What comes out at the end is for `show`; until then the map before stays. `shader` is the name of a fragment
        and a vertex shader, `looks` their uniforms; the program goes again with the work, for it takes a megabyte.
        """
        return (yield from self.bake_all(size_px, [(surface, shader)], **looks))

    def bake_all(
        self,
        size_px: tuple[int, int],
        surfaces: Sequence[tuple[Geometry, str]],
        slice_triangles: int = SLICE_TRIANGLES,
        **looks: Any,
    ) -> Generator[None, None, Pixels]:
        """The same for several surfaces over each other, each with its shader; all share the uniforms.

        Large triangles, or shaders that work long on a pixel, want fewer of them in a slice.
        """
        ctx = self._stage.ctx
        large = self._stage.target((size_px[0] * 2, size_px[1] * 2))
        large.clear()
        for surface, shader in surfaces:
            program = self._stage.program(f"{shader}.frag", f"{shader}.vert")
            yield
            for first in range(0, surface.num_vertices, slice_triangles * 3):
                large.use()
                ctx.enable_only()
                set_uniforms(program, **looks)
                count = min(slice_triangles * 3, surface.num_vertices - first)
                surface.render(program, first=first, vertices=count)
                ctx.flush()
                yield
        copy = self._stage.program("copy.frag")
        yield
        small = self._stage.target(size_px)
        small.use()
        ctx.enable_only()
        self._stage.full_screen(copy, {"u_picture": large.color_attachments[0]})
        yield
        pixels = read(small)
        del large, small
        ctx.gc()
        yield
        return pixels

    def show(self, pixels: Pixels) -> None:
        """Be what was baked, now or on another day, for the stage's present size."""
        self.texture = texture_of(self._stage.ctx, pixels)
        self._made_for = self._stage.size_px
