"""Cumulus: a few clouds built once as maps of their surface, sailing as quads and lit anew in every frame."""

from __future__ import annotations

from collections.abc import Iterator
from math import tau

import numpy as np
from numpy.typing import NDArray

from game.scenery.air import air
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.heaped.cloud import HEIGHT_PX, WIDTH_PX, cloud
from game.scenery.heaped.fleet import SHAPES, fleet
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.noise import Array
from game.scenery.pixels import texture_of
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.cumulus import Cumulus

CELLS = 2, SHAPES // 2
CHANGE_S = 610.0
"""How long a cloud takes to lean over and back."""


@draws(Cumulus)
class CumulusLayer(Layer[Cumulus]):
    """Draws the `cumulus` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("cumulus.frag", "cumulus.vert")
        yield
        made = yield from self.kept("clouds").or_made(self._built())
        self._texture = texture_of(self.stage.ctx, made["map"])
        self._boxes = _boxes(made["map"])
        yield

    def _built(self) -> Work:
        sheet = np.zeros((HEIGHT_PX * CELLS[1], WIDTH_PX * CELLS[0], 4), np.uint8)
        for shape in range(SHAPES):
            column, row = shape % CELLS[0], shape // CELLS[0]
            picture = yield from cloud(self.stage.generator(self.name, shape))
            across, up = column * WIDTH_PX, row * HEIGHT_PX
            sheet[up : up + HEIGHT_PX, across : across + WIDTH_PX] = picture
            yield
        return {"map": sheet}

    def resize(self) -> None:
        """As many as the width of the screen has room for; narrow screens have smaller ones."""
        aspect = self.stage.aspect
        self._most = self.model.size_ratio * min(1.0, 0.5 + 0.36 * aspect)
        count = max(round(self.model.count * (aspect + 2 * self._most) / 3), 2)
        rows = fleet(self.stage, self.name, count, self._most)
        rows = np.hstack([rows, self._boxes[rows[:, 3].astype(int)]])
        self._clouds = Quads(
            self.stage.ctx, np.asarray(rows, np.float32), "4f 2f 4f", ["in_way", "in_self", "in_box"]
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        model, values = self.model, self.values
        self._texture.use(0)
        canvas.blend_over()
        span = self.stage.aspect + 2 * self._most
        set_uniforms(
            self._program,
            **air(frame, self.stage),
            u_map=0,
            u_cells=(float(CELLS[0]), float(CELLS[1])),
            u_lean=lean_shift(frame, model.near_ratio),
            u_band=(model.low_ratio, model.high_ratio),
            u_sail=frame.moving_s / 60 * model.speed_per_min % (span * 1000),
            u_most=self._most,
            u_amount=values["amount_ratio"],
            u_haze=values["haze_ratio"],
            u_dark=model.dark_ratio,
            u_slow=tau * (frame.moving_s / CHANGE_S % 1.0),
        )
        self._clouds.render(self._program)


def _boxes(sheet: NDArray[np.uint8]) -> Array:
    """Left, bottom, right and top (-1..1) of what of each cell holds any cloud."""
    found = []
    for shape in range(SHAPES):
        across, up = shape % CELLS[0] * WIDTH_PX, shape // CELLS[0] * HEIGHT_PX
        cover = sheet[up : up + HEIGHT_PX, across : across + WIDTH_PX, 3] > 0
        x, y = np.flatnonzero(cover.any(axis=0)), np.flatnonzero(cover.any(axis=1))
        found.append([x[0] / WIDTH_PX, y[0] / HEIGHT_PX, (x[-1] + 1) / WIDTH_PX, (y[-1] + 1) / HEIGHT_PX])
    return np.asarray(np.array(found) * 2.0 - 1.0)
