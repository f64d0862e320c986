"""A range of mountains: raised as a field of heights, baked as a map of its slopes, lit anew in every frame."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.air import air, lifted, plain_light
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.cover import Cover, leave_cover
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.shapes import grid, strips, tight_tiles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap
from game.scenery.terrain import RangeShape, range_mesh, unhidden
from worlds.format.layers.ridges import Ridges

WIDE = 1.78
LOW = 0.16
"""A range lower than this, in screen heights, is baked with twice as many rows: its outline runs so level that each
step of a pixel would be seen."""
ROWS, COLUMNS, TILES, STEPS = 96, 760, 60, 6


@draws(Ridges)
class RidgesLayer(Layer[Ridges]):
    """Draws the `ridges` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("ridges.frag", "ridges.vert")
        yield
        self._colours = {f"u_{name}": linear(getattr(self.model, name)) for name in ("rock", "forest", "snow")}
        self._map = BakedMap(self.stage)
        self._cover = Cover(self.stage, self.name, self.model.near_ratio)
        yield

    def resize(self) -> None:
        """The range is laid out for the shape of the screen; `rebake` raises it anew for another shape."""
        if self._map.still_fits():
            leave_cover(self.stage, self.name, self._tops, self.model.near_ratio)

    def rebake(self) -> Iterator[None]:
        """Raise the range, then bake it. Until that is done the one before stays."""
        if self._map.still_fits():
            return
        made = yield from self.kept("range").or_made(self._raised())
        self._map.show(made["map"])
        self._tall, self._tops = float(made["tall"]), made["tops"]
        leave_cover(self.stage, self.name, self._tops, self.model.near_ratio)
        self._lay_tiles()
        yield

    def _raised(self) -> Work:
        shape = self._shape()
        mesh = range_mesh(shape, ROWS, COLUMNS, self.stage.generator(self.name))
        yield
        surface = grid(self.stage.ctx, mesh, "2f 4f", ["in_at", "in_slope"], unhidden(mesh))
        tall = float(mesh[..., 1].max()) * 1.02 + 0.004
        tops = mesh[..., 1].max(axis=0) / tall
        yield
        width, height = self.stage.size_px
        rows = height * tall * (2 if tall < LOW else 1)
        size = round(width * (1 + 2 * MARGIN)), max(round(rows), 8)
        looks = {"u_tall": tall, "u_width": shape.width, "u_rough": shape.rough}
        pixels = yield from self._map.bake(size, surface, "ridges_bake", **looks)
        return {"map": pixels, "tall": np.array(tall), "tops": tops * tall}

    def _lay_tiles(self) -> None:
        """Tiles from what layers in front hide up to the summits."""
        across = np.linspace(0, 1, COLUMNS)
        hidden = np.interp(across, np.linspace(0, 1, len(self._cover.line)), self._cover.line)
        places = np.stack([across[:-1], across[1:], across[1:]], axis=1)
        heights = np.stack([self._tops[:-1], self._tops[1:], np.minimum(hidden[1:], self._tops[1:])], axis=1)
        tiles = tight_tiles(places, heights / self._tall, TILES)
        self._tiles, self._count = strips(self.stage.ctx, tiles, "4f", ["in_tile"], STEPS), len(tiles)

    def _shape(self) -> RangeShape:
        """Upright screens squeeze a range both ways, wide ones draw it out; seeds make it their own."""
        model, aspect = self.model, self.stage.aspect
        width, squeeze = proportions(aspect)
        tall = model.height_ratio * (1.0 - self.stage.horizon_ratio) * 1.25 * squeeze
        chance = self.stage.generator(self.name, "character")
        lower, more, softer = chance.uniform(0.0, 1.0, 3) * model.variety_ratio
        return RangeShape(
            width=width,
            height=tall * (1.08 - 0.42 * lower),
            peaks=max(round(model.peaks * (0.5 + 2.0 * more)) if model.variety_ratio else model.peaks, 1),
            rough=model.rough_ratio * (1.0 - 0.55 * softer),
            gap=model.gap_ratio,
            gap_x=self.stage.sun_path.set_x * width,
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._map.texture is None:
            return
        if self._cover.changed():
            self._lay_tiles()
        self._map.texture.use(0)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **plain_light(frame.light, 0.9, 0.34),
            **self._colours,
            u_map=0,
            u_tall=self._tall,
            u_margin=MARGIN,
            u_lean=lean_shift(frame, self.model.near_ratio),
            u_snow_from=self.values["snow_ratio"],
            u_forest_to=self.values["forest_ratio"],
            u_front=self.model.front_ratio,
            u_haze=self.values["haze_ratio"],
            u_breath=(0.9 + 0.2 * frame.signals.breath) * lifted(frame.light),
        )
        self._tiles.render(self._program, instances=self._count)


def proportions(aspect: float) -> tuple[float, float]:
    """How wide a range is laid out for a shape of the screen, in screen heights, and how far it is lowered.

    What is laid out is then fitted to the screen's own width: squeezed across alone, peaks would become spikes.
    """
    width = WIDE * (aspect / WIDE) ** 0.62
    return width, min(1.0, aspect / width)
