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
INSIDE = np.array([(a, b, 6 - a - b) for a in range(7) for b in range(7 - a)]) / 6.0
"""Places all over a triangle, as shares of its corners; close enough that no tile it crosses is missed."""
SLICE_TRIANGLES = 8_000
"""As many as are placed in a few milliseconds."""


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
            self._frame, self._mesh = tuple(made["frame"].tolist()), _mesh(self._stage.ctx, made["held"])

    def _made(self, grown: Generator[None, None, Sketch]) -> Work:
        sketch = yield from grown
        if not len(sketch):
            return {}
        frame = self._bounds(sketch)
        held = np.zeros([max(round(frame[2 + i] / CELL[i]), 1) for i in (0, 1)], bool)
        for first in range(0, len(sketch), SLICE_TRIANGLES):
            held |= _occupied(sketch[first : first + SLICE_TRIANGLES], frame, held.shape)
            yield
        surface = triangles(
            self._stage.ctx, sketch.reshape(-1, 5).astype(np.float32), "2f 3f", ["in_at", "in_face"]
        )
        del sketch
        yield
        height_px = self._stage.size_px[1]
        size = max(round(height_px * frame[2]), 8), max(round(height_px * frame[3]), 8)
        drawn = [(surface, self._bake)]
        pixels = yield from self._map.bake_all(size, drawn, self._slice_triangles, u_frame=frame)
        return {"map": pixels, "frame": np.array(frame), "held": held}

    def _bounds(self, sketch: Sketch) -> tuple[float, float, float, float]:
        """Left, bottom, width, height of what of the sketch may be seen."""
        low, high = sketch[..., :2].min(axis=(0, 1)), sketch[..., :2].max(axis=(0, 1))
        width = self._stage.aspect * (1 + 2 * MARGIN)
        left, bottom = max(float(low[0]), 0.0), max(float(low[1]), -0.03)
        right, top = min(float(high[0]), width), min(float(high[1]), 1.03)
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


def _occupied(
    sketch: Sketch, frame: tuple[float, float, float, float], cells: tuple[int, ...]
) -> NDArray[np.bool_]:
    """Cells of the frame, so many across and up, that hold any part of the sketch."""
    held = np.zeros(cells, bool)
    corners = (sketch[..., :2] - frame[:2]) / frame[2:]
    cell = np.floor(corners * cells).astype(np.int32)
    small = (cell == cell[:, :1]).all(axis=(1, 2))  # most leaves lie in one cell altogether
    _mark(held, corners[small, 0])
    for share in INSIDE:
        _mark(held, np.tensordot(corners[~small], share, axes=(1, 0)))
    return held


def _mark(held: NDArray[np.bool_], points: NDArray[np.float64]) -> None:
    points = points[((points >= 0) & (points <= 1)).all(axis=1)]
    cell = np.minimum((points * held.shape).astype(int), np.array(held.shape) - 1)
    held[cell[:, 0], cell[:, 1]] = True


def _mesh(ctx: Context, held: NDArray[np.bool_]) -> Geometry:
    """The cells that are held, as one mesh of corners 0..1 of the frame that share their edges."""
    across, up = (np.linspace(0, 1, count + 1) for count in held.shape)
    points = np.stack(np.meshgrid(across, up), axis=-1).astype(np.float32)
    return grid(ctx, points, "2f", ["in_at"], held.T)
