"""Quads drawn many times over, their rows rewritten each frame without making new GL objects."""

from __future__ import annotations

import numpy as np
from arcade.gl import BufferDescription, Context, Program
from numpy.typing import NDArray

from game.scenery.shapes import CORNERS

FIRST_ROWS = 256


class Instances:
    """A quad with corners -1..1 (`in_corner`) for each row of floats; the buffer grows when it must."""

    def __init__(self, ctx: Context, formats: str, names: list[str]) -> None:
        self._ctx, self._formats, self._names = ctx, formats, names
        self._corners = BufferDescription(ctx.buffer(data=CORNERS.tobytes()), "2f", ["in_corner"])
        self._row_bytes = 4 * sum(int(part[0]) for part in formats.split())
        self._count = 0
        self._reserve(FIRST_ROWS)

    def _reserve(self, rows: int) -> None:
        ctx = self._ctx
        self._buffer = ctx.buffer(reserve=rows * self._row_bytes)
        each = BufferDescription(self._buffer, self._formats, self._names, instanced=True)
        self._geometry = ctx.geometry([self._corners, each], mode=ctx.TRIANGLE_STRIP)

    def write(self, rows: NDArray[np.float32]) -> None:
        """Take these rows (n, floats) for the next `render`."""
        self._count = len(rows)
        if rows.nbytes > self._buffer.size:
            self._reserve(len(rows) * 2)
        if self._count:
            self._buffer.orphan()
            self._buffer.write(np.ascontiguousarray(rows).tobytes())

    def render(self, program: Program) -> None:
        """Draw them all."""
        if self._count:
            self._geometry.render(program, instances=self._count)
