"""A wooded shore: grown and set once, baked as a map of its faces, lit anew in every frame."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.scenery.air import air, lifted, plain_light
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.growing.forest import Land, Mixture, plant
from game.scenery.growing.shores import far_bank, headlands
from game.scenery.growing.sketch import Sketch
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import linear
from game.scenery.shapes import strips, tight_tiles, triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap
from worlds.format.layers.treeline import Treeline

TILES, STEPS = 64, 5
SHORES = {"far": far_bank, "headland": headlands}
FINE_TREE = 0.1
"""Trees taller than this (in screen heights) are grown in full detail."""


@draws(Treeline)
class TreelineLayer(Layer[Treeline]):
    """Draws the `treeline` layer; leaves the line where water begins as line "shore"."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("foliage.frag", "treeline.vert")
        yield
        self._colours = {f"u_{name}": linear(getattr(self.model, name)) for name in ("needle", "leaf")}
        self._map = BakedMap(self.stage)
        yield

    def resize(self) -> None:
        """The land is laid out for the shape of the screen; `rebake` plants it."""
        self._chance = self.stage.generator(self.name)
        self._width = self.stage.aspect * (1 + 2 * MARGIN)
        self._land = self._lay_out()
        self.stage.leave_line("shore", self.name, self._land.foot)

    def rebake(self) -> Iterator[None]:
        """Plant the wood, then bake it. Until that is done the one before stays."""
        if self._map.still_fits():
            return
        made = yield from self.kept("wood").or_made(self._planted())
        self._map.show(made["map"])
        self._frame = tuple(made["frame"].tolist())
        tiles = made["tiles"]
        self._tiles, self._count = strips(self.stage.ctx, tiles, "4f", ["in_tile"], STEPS), len(tiles)
        yield

    def _planted(self) -> Work:
        parts: list[Sketch] = []
        yield from plant(self._land, self._mixture(), self._chance, parts)
        wood = np.concatenate(parts)
        parts.clear()  # 10 MB, as much as follows
        frame = self._bounds(wood, self._width)
        _, foot, _, tall = frame
        tiles = tight_tiles(wood[..., 0] / self._width, (wood[..., 1] - foot) / tall, TILES)
        surface = triangles(self.stage.ctx, wood.reshape(-1, 5).astype(np.float32), "2f 3f", ["in_at", "in_face"])
        del wood
        yield
        size = round(self.stage.size_px[0] * (1 + 2 * MARGIN)), max(round(self.stage.size_px[1] * tall), 8)
        pixels = yield from self._map.bake(size, surface, "foliage_bake", u_frame=frame)
        return {"map": pixels, "frame": np.array(frame), "tiles": tiles}

    def _lay_out(self) -> Land:
        model, sunset = self.model, (self.stage.sun_path.set_x + MARGIN) * self.stage.aspect
        return SHORES[model.shore](self._width, model.reach_ratio, model.open_ratio, sunset, self._chance)

    def _mixture(self) -> Mixture:
        model = self.model
        pines, birches, dead = self.stage.generator(self.name, "kinds").uniform(0.2, 2.2, 3)
        return Mixture(
            count=round(model.trees * self.stage.aspect / 2),
            height=model.tree_ratio * min(1.0, 0.8 + 0.2 * self.stage.aspect),
            pines=model.pine_ratio * pines,
            birches=model.birch_ratio * birches,
            dead=model.dead_ratio * dead,
            detail=26 if model.tree_ratio > FINE_TREE else 13,
        )

    @staticmethod
    def _bounds(wood: NDArray[np.float64], width: float) -> tuple[float, float, float, float]:
        foot = float(wood[..., 1].min())
        return 0.0, foot, width, max(float(wood[..., 1].max()) - foot, 0.01)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._map.texture is None:
            return
        self._map.texture.use(0)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **plain_light(frame.light, 1.0, 0.42),
            **self._colours,
            u_map=0,
            u_behind=1.0,
            u_foot=self._frame[1],
            u_tall=self._frame[3],
            u_margin=MARGIN,
            u_lean=lean_shift(frame, self.model.near_ratio),
            u_haze=self.values["haze_ratio"],
            u_breath=(0.85 + 0.3 * frame.signals.breath) * lifted(frame.light),
        )
        self._tiles.render(self._program, instances=self._count)
