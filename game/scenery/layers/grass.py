"""Grass: slabs of blades baked on one sheet, each on a mesh that the wind shears."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from arcade.gl import BufferDescription, Geometry

from game.scenery.air import air, plain_light
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.light import linear
from game.scenery.meadow.lie import Lie
from game.scenery.meadow.slabs import meshes, sheet_height, slabs, sown
from game.scenery.meadow.weather import weather_uniforms
from game.scenery.noise import Array
from game.scenery.shapes import triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap
from worlds.format.layers.grass import Grass

LEAST = 0.03
"""A stretch is never shorter than this, whatever is written."""


@draws(Grass)
class GrassLayer(Layer[Grass]):
    """Draws the `grass` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("three_tones.frag", "grass.vert")
        yield
        self._colours = {f"u_{name}": linear(getattr(self.model, name)) for name in ("blade", "root", "straw")}
        self._map = BakedMap(self.stage)
        self._mesh: Geometry | None = None

    def resize(self) -> None:
        """The slope is laid out for the shape of the screen; `rebake` sows it."""

    def rebake(self) -> Iterator[None]:
        """Sow it, then bake it. Until that is done the one before stays."""
        if self._map.still_fits():
            return
        made = yield from self.kept("grass").or_made(self._grown())
        self._mesh = self._laid(made["points"])
        yield
        self._map.show(made["map"])
        yield

    def _grown(self) -> Work:
        model, lie, chance = self.model, Lie(self.stage), self.stage.generator(self.name)
        last = max(model.to_ratio, min(model.from_ratio + LEAST, 1.0))
        found = slabs(lie, min(model.from_ratio, last - LEAST), last, model.blade_ratio)
        tall = sheet_height(found)
        parts: list[Array] = []
        for slab in found:
            parts += yield from sown(lie, slab, model.blade_ratio, model.thick_ratio, model.straw_ratio, chance)
        rows = [part.reshape(-1, 5).astype(np.float32) for part in parts]
        parts.clear()
        yield
        surface = triangles(self.stage.ctx, np.concatenate(rows), "2f 3f", ["in_at", "in_face"])
        rows.clear()
        yield
        height_px = self.stage.size_px[1]
        size = round(height_px * lie.width), max(round(height_px * tall), 8)
        pixels = yield from self._map.bake(size, surface, "grass_bake", u_frame=(0.0, 0.0, lie.width, tall))
        return {"map": pixels, "points": meshes(lie, found, tall, model.blade_ratio).astype(np.float32)}

    def _laid(self, points: Array) -> Geometry:
        """All slabs as one mesh, far to near."""
        count, rows, columns, _ = points.shape
        corner = np.arange(rows - 1)[:, None] * columns + np.arange(columns - 1)
        cell = corner.ravel()[:, None] + np.array([0, 1, columns, 1, columns + 1, columns])
        index = np.arange(count)[:, None] * rows * columns + cell.ravel()
        ctx = self.stage.ctx
        return ctx.geometry(
            [BufferDescription(ctx.buffer(data=points.tobytes()), "2f 2f 3f", ["in_at", "in_place", "in_self"])],
            index_buffer=ctx.buffer(data=index.astype(np.uint32).tobytes()),
            mode=ctx.TRIANGLES,
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._map.texture is None or self._mesh is None:
            return
        model, values = self.model, self.values
        self._map.texture.use(0)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **plain_light(frame.light, 1.0, 0.42),
            **weather_uniforms(frame, self.stage, model.near_ratio, values["sway_ratio"], values["shadow_ratio"]),
            **self._colours,
            u_map=0,
            u_length=model.blade_ratio,
            u_sheen=values["sheen_ratio"],
            u_haze=values["haze_ratio"],
        )
        self._mesh.render(self._program)
