"""The grain of the sand, pixel by pixel: painted once for a size of the screen, in strips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from arcade.gl import Texture2D

from game.scenery.bakes import Kept, Work
from game.scenery.lean import MARGIN
from game.scenery.mixing import replacing
from game.scenery.pixels import read
from game.scenery.stage import Stage, set_uniforms
from game.scenery.surface import BakedMap

STRIP_PX = 6_000
"""Pixels painted at a time: a few milliseconds."""


class Grain:
    """By how much sand is lighter or darker than on average, for every pixel; bare until it is painted."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._map = BakedMap(stage)
        self.top = 1.0
        """Height of the screen up to which it reaches."""
        bare = np.full((1, 1, 4), 128, np.uint8)
        self._bare = stage.ctx.texture((1, 1), components=4, data=bare.tobytes())

    @property
    def texture(self) -> Texture2D:
        """Painted for the screen with `lean.MARGIN` to each side; 0.5 is sand as it is on average."""
        return self._map.texture or self._bare

    @property
    def shown(self) -> bool:
        """Whether it is painted."""
        return self._map.texture is not None

    def paint(self, kept: Kept, top: float, looks: Mapping[str, Any]) -> Iterator[None]:
        """Paint it up to this height, unless what there is still fits; `looks`: light and shore."""
        if self._map.still_fits():
            return
        made = yield from kept.or_made(self._painted(top, looks))
        self._map.show(made["grain"])
        self.top = float(made["top"])

    def _painted(self, top: float, looks: Mapping[str, Any]) -> Work:
        stage, (width, height) = self._stage, self._stage.size_px
        program = stage.program("beach_grain.frag")
        yield
        target = stage.target((round(width * (1 + 2 * MARGIN)), max(round(height * top), 1)))
        columns, rows = target.size
        step = max(STRIP_PX // columns, 1)
        for low in range(0, rows, step):
            target.use()
            replacing(stage.ctx)
            target.scissor = 0, low, columns, min(step, rows - low)
            uniforms = {**looks, "u_grain_top": top, "u_margin": MARGIN, "u_height_px": float(height)}
            set_uniforms(program, **uniforms)
            stage.quad.render(program)
            stage.ctx.flush()
            yield
        target.scissor = None
        return {"grain": read(target), "top": np.array(top)}
