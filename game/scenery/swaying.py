"""A plant close by: a sketch baked as a map, shown on a grid of cells that bends with the wind."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import Any

import numpy as np
from arcade.gl import Context, Geometry, Program
from numpy.typing import NDArray

from game.scenery.air import air, plain_light
from game.scenery.bakes import Kept, Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.sketch import Sketch
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.shapes import grid, triangles
from game.scenery.stage import Stage, set_uniforms
from game.scenery.surface import SLICE_TRIANGLES as SURFACE_TRIANGLES
from game.scenery.surface import BakedMap

CELL = 0.032, 0.042
"""Width and height of a cell of the grid, in screen heights: small enough to leave out most of the air."""
SEEN = 2
"""Of 255: what covers less leaves nothing to be seen."""
SLICE_COPIED = 40_000
"""Triangles that are made ready for the driver in a few milliseconds."""


class SwayingPlant:
    """Made by a layer's `prepare`; `plant` it when `needs_planting`, then `draw`.

    A sketch here is in screen heights from the left margin (`lean.MARGIN` beyond the screen) and the bottom edge.
    """

    def __init__(
        self,
        stage: Stage,
        fragment: str = "foliage.frag",
        define: str = "",
        vertex: str = "swaying.vert",
        bake: str = "foliage_bake",
        slice_triangles: int = SURFACE_TRIANGLES,
    ) -> None:
        self._stage = stage
        self._bake, self._slice_triangles = bake, slice_triangles
        self._program: Program = stage.program(fragment, vertex, define)
        self._map = BakedMap(stage)
        self._mesh: Geometry | None = None
        self._held = self._solid = np.zeros((1, 1), bool)
        """Cells of the grid, across and up, in which something is seen, and those that hide all behind them."""

    @property
    def needs_planting(self) -> bool:
        """Whether the screen has changed too much for what was baked."""
        return not self._map.still_fits()

    def plant(self, kept: Kept, grown: Generator[None, None, Sketch]) -> Iterator[None]:
        """Grow a sketch, bake it and lay a mesh where there is something of it, in slices; unless all that was
        kept."""
        made = yield from kept.or_made(self._made(grown))
        self._mesh = None
        if "held" in made:
            self._map.show(made["map"])
            self._frame, self._mesh = tuple(made["frame"].tolist()), mesh_of(self._stage.ctx, made["held"])
            self._held, self._solid = made["held"], made["solid"]

    def _made(self, grown: Generator[None, None, Sketch]) -> Work:
        sketch = yield from grown
        if not len(sketch):
            return {}
        frame = self._bounds(sketch)
        yield
        vertices = np.empty((3 * len(sketch), 5), np.float32)
        for first in range(0, len(sketch), SLICE_COPIED):
            part = sketch[first : first + SLICE_COPIED].reshape(-1, 5)
            vertices[3 * first : 3 * first + len(part)] = part
            yield
        del sketch
        surface = triangles(self._stage.ctx, vertices, "2f 3f", ["in_at", "in_face"])
        del vertices
        yield
        height_px = self._stage.size_px[1]
        size = max(round(height_px * frame[2]), 8), max(round(height_px * frame[3]), 8)
        drawn = [(surface, self._bake)]
        pixels = yield from self._map.bake_all(size, drawn, self._slice_triangles, u_frame=frame)
        cells = max(round(frame[2] / CELL[0]), 1), max(round(frame[3] / CELL[1]), 1)
        cover = pixels[..., 3]
        held, solid = _held(cover >= SEEN, cells), ~_held(cover < 255, cells)
        return {"map": pixels, "frame": np.array(frame), "held": held, "solid": solid}

    def _bounds(self, sketch: Sketch) -> tuple[float, float, float, float]:
        """Left, bottom, width, height of what of the sketch may be seen."""
        x, y = sketch[..., 0], sketch[..., 1]
        width = self._stage.aspect * (1 + 2 * MARGIN)
        left, bottom = max(float(x.min()), 0.0), max(float(y.min()), -0.03)
        right, top = min(float(x.max()), width), min(float(y.max()), 1.03)
        return left, bottom, right - left, top - bottom

    def draw(
        self,
        frame: Frame,
        canvas: Canvas,
        colours: Mapping[str, Any],
        near_ratio: float,
        hold: tuple[float, float, float],
        sway: tuple[float, float],
        haze_ratio: float = 0.0,
    ) -> None:
        """Paint it. `hold`: a, b, c of how free a place is, a x + b y + c (0 held fast, 1 free), in the sketch's
        coordinates; `sway`: how far the freest place goes in a full gust, in screen heights.
        """
        if self._mesh is None or self._map.texture is None:
            return
        self._map.texture.use(0)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **air(frame, self._stage),
            **plain_light(frame.light, 1.0, 0.42),
            **colours,
            u_map=0,
            u_frame=self._frame,
            u_margin=MARGIN,
            u_hold=hold,
            u_sway=sway,
            u_lean=lean_shift(frame, near_ratio),
            u_haze=haze_ratio,
            u_breath=0.0,
        )
        self._mesh.render(self._program)


def _held(seen: NDArray[np.bool_], cells: tuple[int, int]) -> NDArray[np.bool_]:
    """Which cells, so many across and up, hold anything seen of a map (rows, columns); also what only filtering
    carries into them."""
    rows, columns = (np.linspace(0, count, n + 1) for count, n in zip(seen.shape, cells[::-1], strict=True))
    by_row = np.stack([seen[_span(rows, i, len(seen))].any(axis=0) for i in range(cells[1])])
    spans = (_span(columns, i, seen.shape[1]) for i in range(cells[0]))
    return np.stack([by_row[:, span].any(axis=1) for span in spans])


def _span(edges: NDArray[np.float64], index: int, most: int) -> slice:
    """The pixels of a cell and one on each side of it."""
    return slice(max(int(edges[index]) - 1, 0), min(int(np.ceil(edges[index + 1])) + 1, most))


def mesh_of(ctx: Context, held: NDArray[np.bool_]) -> Geometry:
    """The cells that are held, as one mesh of corners 0..1 of the frame that share their edges."""
    across, up = (np.linspace(0, 1, count + 1) for count in held.shape)
    points = np.stack(np.meshgrid(across, up), axis=-1).astype(np.float32)
    return grid(ctx, points, "2f", ["in_at"], held.T)
