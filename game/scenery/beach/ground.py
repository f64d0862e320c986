"""The ground of a beach, sea and sand, painted a part at a time: without a graphics card a pixel costs all that its
shader might do, so what is rare is only looked for where it can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from arcade.gl import Framebuffer, Geometry
from numpy.typing import NDArray

from game.scenery.beach.coast import EYE, Coast
from game.scenery.beach.meshes import (
    SAND_COLUMNS,
    SAND_ROWS,
    SEA_ROWS,
    columns_across,
    dry_top,
    sand_points,
    sea_points,
)
from game.scenery.mixing import mixing, replacing
from game.scenery.shapes import grid
from game.scenery.stage import Stage, set_uniforms

ROOM = 0.08
"""How much farther up the beach water is looked for than it should come, for ripples and for an eye that leans."""
SPREAD = 1.0
"""Where the path of light is looked for to each side: so many times as far as the light is above its mirror."""
LEAST = 0.01
"""A path of light fainter than this is left out."""


class Ground:
    """Made by the layer's `prepare`; `resize` it, then `paint`."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def prepare(self) -> Iterator[None]:
        """The programs, one by one: sea with and without the path of light, sand with and without water on it."""
        stage = self._stage
        self._sea = stage.program("beach_sea.frag", "beach_sea.vert")
        yield
        self._sea_path = stage.program("beach_sea.frag", "beach_sea.vert", "PATH")
        yield
        self._sand = stage.program("beach_sand.frag", "beach_sand.vert")
        yield
        self._sand_film = stage.program("beach_sand.frag", "beach_sand.vert", "FILM")
        yield

    def resize(self, coast: Coast) -> None:
        """The meshes follow this shore at the present shape of the screen."""
        stage = self._stage
        sand = sand_points(coast, stage.aspect, stage.horizon_ratio)
        self.sand_top = float(sand[..., 1].max())
        """Height of the screen up to which there may be sand, under water or not."""
        self.dry_top = dry_top(coast, stage.aspect, stage.horizon_ratio)
        """Height of the screen up to which there may be dry sand."""
        sea = sea_points(coast, stage.aspect)  # column after column, so that some can be drawn alone
        self._sea_mesh = grid(stage.ctx, np.ascontiguousarray(sea.transpose(1, 0, 2)), "3f", ["in_at"])
        self.sand_mesh: Geometry = grid(stage.ctx, sand, "3f", ["in_at"])
        self._up = _up_the_beach(coast, sand, stage.aspect, stage.horizon_ratio)

    def paint(self, target: Framebuffer, looks: Mapping[str, Any], reach: float) -> None:
        """Paint all of it into a target, water running up the beach no farther than this, in ground units."""
        ctx = self._stage.ctx
        replacing(ctx)
        cells, rows = 6 * (SAND_COLUMNS - 1), int(np.searchsorted(self._up, reach + ROOM))
        set_uniforms(self._sand_film, **looks)
        self.sand_mesh.render(self._sand_film, vertices=cells * min(rows, SAND_ROWS - 1))
        if rows < SAND_ROWS - 1:
            set_uniforms(self._sand, **looks)
            self.sand_mesh.render(self._sand, first=cells * rows, vertices=cells * (SAND_ROWS - 1 - rows))
        mixing(ctx, (ctx.ONE, ctx.ONE_MINUS_SRC_ALPHA))
        self._paint_sea(target, looks)

    def _paint_sea(self, target: Framebuffer, looks: Mapping[str, Any]) -> None:
        width, height = target.size
        left, right = self._path(looks)
        parts = ((0.0, left, self._sea), (left, right, self._sea_path), (right, 1.0, self._sea))
        set_uniforms(self._sea, **looks)
        if right > left:
            set_uniforms(self._sea_path, **looks)
        for low, high, program in parts:
            foot, end = int(low * width), int(high * width)
            if end > foot:
                target.scissor = foot, 0, end - foot, height
                first, count = columns_across(foot / width, end / width)
                cells = 6 * SEA_ROWS
                self._sea_mesh.render(program, first=cells * first, vertices=cells * count)
        target.scissor = None

    def _path(self, looks: Mapping[str, Any]) -> tuple[float, float]:
        """From where to where across the screen the path of light is looked for."""
        if looks["u_spread"] < LEAST:
            return 0.0, 0.0
        x, y = looks["u_source_at"]
        horizon = self._stage.horizon_ratio
        reach = SPREAD * (max(y - horizon, 0.02) + 0.6 * horizon) / self._stage.aspect
        return float(np.clip(x - reach, 0.0, 1.0)), float(np.clip(x + reach, 0.0, 1.0))


def _up_the_beach(coast: Coast, sand: NDArray[np.float32], aspect: float, horizon: float) -> NDArray[np.float64]:
    """How far up the beach each row of the sand's mesh lies at least, ever farther from row to row."""
    z = EYE / (horizon - sand[..., 1].astype(np.float64))
    up = coast.z((sand[..., 0] - 0.5) * aspect * z) - z
    return np.asarray(np.maximum.accumulate(up.min(axis=1)))
