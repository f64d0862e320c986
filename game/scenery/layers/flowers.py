"""Flowers: a sheet of poses baked once, and a quad for each that stands in the meadow."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.scenery.air import air, plain_light
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.light import linear
from game.scenery.meadow.drifts import drifts
from game.scenery.meadow.heads import HEIGHTS, flower
from game.scenery.meadow.lie import Lie
from game.scenery.meadow.weather import weather_uniforms
from game.scenery.noise import Array
from game.scenery.shapes import Quads, triangles
from game.scenery.stage import set_uniforms
from game.scenery.surface import BakedMap
from worlds.format.layers.flowers import Flowers

POSES = 7
"""Of each species."""
CELL_WIDTH = 0.62
"""Of its height."""
ROOM = 0.02
HEARTS = {
    "daisy": "#f0b428", "buttercup": "#e8a818", "poppy": "#241c20", "gentian": "#e8ecff",
    "bell": "#c8bcf0", "clover": "#f0d0e0", "clock": "#b8a888",
}  # fmt: skip
"""Colours of what is in their middle."""
HIDDEN = 0.2
"""Grass stands before so much of a flower's foot."""
SMALL = 0.055
"""Of flowers lower than this, in screen heights, the head alone is seen."""
SHEET_SHARE = 0.8
"""Of the nearest one's height on the screen, how tall it is on the sheet: between the nearest and the farthest of a
layer, so that none is drawn much smaller than it was baked."""


@draws(Flowers)
class FlowersLayer(Layer[Flowers]):
    """Draws the `flowers` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("three_tones.frag", "flowers.vert")
        yield
        self._map = BakedMap(self.stage)
        self._quads: Quads | None = None
        self._stem = linear(self.model.stem)

    def resize(self) -> None:
        """They stand where the slope of this screen has room; `rebake` sets them."""

    def rebake(self) -> Iterator[None]:
        """Bake the sheet and set them. Until that is done those before stay."""
        if self._map.still_fits():
            return
        made = yield from self.kept("flowers").or_made(self._drawn())
        self._map.show(made["map"])
        yield
        names = ["in_root", "in_cell", "in_box", "in_petal", "in_heart"]
        self._quads = Quads(self.stage.ctx, self._set(made["boxes"]), "4f 4f 4f 3f 3f", names)
        yield

    def _drawn(self) -> Work:
        """The sheet: a row of poses for each species."""
        kinds = self.model.species
        chance = self.stage.generator(self.name, "poses")
        parts: list[Array] = []
        boxes: list[tuple[float, ...]] = []
        for row, species in enumerate(kinds):
            for pose in range(POSES):
                for one in flower(species, chance):
                    one[..., 0] = np.clip(one[..., 0], -0.5 * CELL_WIDTH + ROOM, 0.5 * CELL_WIDTH - ROOM)
                    boxes.append(_box(one))
                    one[..., 0] += (pose + 0.5) * CELL_WIDTH
                    one[..., 1] = row * (1 + 2 * ROOM) + ROOM + np.clip(one[..., 1], 0, 1)
                    parts.append(one.reshape(-1, 5).astype(np.float32))
                    yield
        surface = triangles(self.stage.ctx, np.concatenate(parts), "2f 3f", ["in_at", "in_face"])
        yield
        wide, tall = POSES * CELL_WIDTH, len(kinds) * (1 + 2 * ROOM)
        one_px = min(self._tallest() * self.stage.size_px[1] * SHEET_SHARE, 230.0)
        size = max(round(wide * one_px), 8), max(round(tall * one_px), 8)
        pixels = yield from self._map.bake(size, surface, "grass_bake", u_frame=(0.0, 0.0, wide, tall))
        return {"map": pixels, "boxes": np.array(boxes).reshape(-1, 2, 4)}

    def _tallest(self) -> float:
        return self.model.size_ratio * float(Lie(self.stage).size(self.model.to_ratio))

    def _set(self, boxes: Array) -> NDArray[np.float32]:
        """Two rows for each that stands, what is green of it and its head, far to near."""
        model, lie, chance = self.model, Lie(self.stage), self.stage.generator(self.name, "places")
        kinds = model.species
        count = round(model.count * self.stage.aspect / 2)
        span = min(model.from_ratio, model.to_ratio), max(model.from_ratio, model.to_ratio)
        x, u, kind = drifts(lie, span, count, len(kinds), model.drift_ratio, chance).T
        which, many = kind.astype(int), len(x)
        tall = np.array([HEIGHTS[name] for name in kinds])[which]
        height = model.size_ratio * lie.size(u) * tall * chance.uniform(0.72, 1.12, many)
        rows = np.zeros((many, 2, 18), np.float32)
        pose = chance.integers(POSES, size=many)
        sides = chance.choice([-1.0, 1.0], many)
        root = np.stack([x, lie.foot(x, u) - 0.04 * height, u, height], axis=1)
        row = (which * (1 + 2 * ROOM) + ROOM) / (len(kinds) * (1 + 2 * ROOM))
        petals = np.array([linear(getattr(model, name)) for name in kinds])[which]
        petals = petals * chance.uniform(0.86, 1.06, (many, 1)) * chance.uniform(0.94, 1.05, (many, 3))
        hearts = np.array([linear(HEARTS[name]) for name in kinds])[which]
        rows[..., :4] = root[:, None]
        rows[..., 4:8] = np.stack([pose / POSES, row, sides, chance.random(many)], axis=1)[:, None]
        rows[..., 8:12] = boxes[which * POSES + pose]
        rows[..., 12:15], rows[..., 15:18] = petals[:, None], hearts[:, None]
        small = height < SMALL
        seen = np.stack([~small, np.ones(many, bool)], axis=1).ravel()
        return np.asarray(rows.reshape(-1, 18)[seen], np.float32)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._map.texture is None or self._quads is None:
            return
        model, values = self.model, self.values
        self._map.texture.use(0)
        canvas.blend_over()
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            **plain_light(frame.light, 1.0, 0.42),
            **weather_uniforms(frame, self.stage, model.near_ratio, values["sway_ratio"], values["shadow_ratio"]),
            u_map=0,
            u_stem=self._stem,
            u_cell=(1 / POSES, 1 / (len(model.species) * (1 + 2 * ROOM))),
            u_wide=CELL_WIDTH,
            u_haze=values["haze_ratio"],
        )
        self._quads.render(self._program)


def _box(part: Array) -> tuple[float, ...]:
    """Left, bottom, right and top of a part of a flower; what is lower than that grass hides."""
    low, high = part[..., :2].min(axis=(0, 1)), part[..., :2].max(axis=(0, 1))
    bottom = max(float(low[1]) - 0.01, HIDDEN)
    return float(low[0]) - 0.01, bottom, float(high[0]) + 0.01, max(float(high[1]) + 0.01, bottom)
