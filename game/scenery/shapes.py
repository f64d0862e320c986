"""Geometry that several layers need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from arcade.gl import BufferDescription, Context, Geometry, Program
from numpy.typing import NDArray

ROOM = 0.012
"""How far a tile reaches beyond what stands in it, as a share of the map's height: filtering blurs it a little."""
CORNERS = np.array([[-1, -1], [1, -1], [-1, 1], [1, 1]], np.float32)


class Quads:
    """Quads that are drawn together, of corners `in_corner` (-1..1 each way), one for each row of floats.

    Each corner carries its row: drawn as instances, each quad would be a batch of its own, which takes a software
    driver longer.
    """

    def __init__(self, ctx: Context, rows: NDArray[np.float32], formats: str, names: Sequence[str]) -> None:
        self._count = len(rows)
        if not self._count:
            return
        corners = np.hstack([np.tile(CORNERS, (len(rows), 1)), np.repeat(rows, 4, axis=0)])
        index = 4 * np.arange(len(rows))[:, None] + [0, 1, 2, 2, 1, 3]
        data = np.ascontiguousarray(corners, np.float32).tobytes()
        self._geometry = ctx.geometry(
            [BufferDescription(ctx.buffer(data=data), f"2f {formats}", ["in_corner", *names])],
            index_buffer=ctx.buffer(data=index.astype(np.uint32).tobytes()),
            mode=ctx.TRIANGLES,
        )

    def render(self, program: Program, count: int | None = None) -> None:
        """Draw the first so many, or all."""
        drawn = self._count if count is None else min(count, self._count)
        if drawn:
            self._geometry.render(program, vertices=6 * drawn)


def strips(
    ctx: Context, instances: NDArray[np.float32], formats: str, names: Sequence[str], steps: int
) -> Geometry:
    """Quads cut across into so many steps, so that what is worked out at their corners may bend on the way up;
    one is drawn for each row of `instances`."""
    up = np.repeat(np.linspace(-1, 1, steps + 1, dtype=np.float32), 2)
    corners = np.stack([np.tile(CORNERS[:2, 0], steps + 1), up], axis=1)
    return ctx.geometry(
        [
            BufferDescription(ctx.buffer(data=corners.tobytes()), "2f", ["in_corner"]),
            BufferDescription(
                ctx.buffer(data=np.ascontiguousarray(instances, np.float32).tobytes()),
                formats,
                names,
                instanced=True,
            ),
        ],
        mode=ctx.TRIANGLE_STRIP,
    )


def triangles(ctx: Context, vertices: NDArray[np.float32], formats: str, names: Sequence[str]) -> Geometry:
    """Plain triangles: one row of `vertices` for each corner, three rows a triangle."""
    data = np.ascontiguousarray(vertices, np.float32).tobytes()
    return ctx.geometry([BufferDescription(ctx.buffer(data=data), formats, names)], mode=ctx.TRIANGLES)


def grid(
    ctx: Context,
    points: NDArray[np.float32],
    formats: str,
    names: Sequence[str],
    seen: NDArray[np.bool_] | None = None,
) -> Geometry:
    """A surface through points of shape (rows, columns, floats a point), two triangles a cell, row after row.

    `seen`, of shape (rows - 1, columns - 1), leaves out cells that would be hidden anyway.
    """
    rows, columns = points.shape[:2]
    corner = np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)
    corner = (corner.ravel() if seen is None else corner[seen])[:, None]
    index = corner + np.array([0, 1, columns, 1, columns + 1, columns])
    return ctx.geometry(
        [BufferDescription(ctx.buffer(data=np.ascontiguousarray(points, np.float32).tobytes()), formats, names)],
        index_buffer=ctx.buffer(data=index.astype(np.uint32).tobytes()),
        mode=ctx.TRIANGLES,
    )


def tight_tiles(places: NDArray[Any], heights: NDArray[Any], count: int) -> NDArray[np.float32]:
    """Upright tiles over a map, each just as tall as what stands there: most of a map is sky, and sky costs time.

    `places` (0..1 across) and `heights` (0..1 up) are the corners of the thing's triangles, shapes (n, 3); rows are
    left, top, width, bottom. Columns with nothing have no tile.
    """
    cell = np.clip((places * count).astype(int), 0, count - 1)
    first, last = cell.min(axis=1), cell.max(axis=1)
    low, high = np.full(count, 2.0), np.full(count, -1.0)
    for step in range(int((last - first).max(initial=0)) + 1):
        here = np.minimum(first + step, last)
        np.minimum.at(low, here, heights.min(axis=1))
        np.maximum.at(high, here, heights.max(axis=1))
    held = high > low
    left = np.arange(count) / count
    tiles = np.stack([left, np.minimum(high + ROOM, 1.0), np.full(count, 1 / count), np.maximum(low - ROOM, 0.0)])
    return tiles.T[held].astype(np.float32)
