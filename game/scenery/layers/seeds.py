"""Seeds adrift: places out of the time alone, and puffs out of the list of touches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import tau
from typing import Any

import numpy as np

from game.scenery.air import air, plain_light
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.layers.motes import depths
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from game.scenery.traces import Traces
from worlds.format.layers.seeds import Seeds

BOB_PERIODS_S = (9.7, 13.1, 37.0)
LIFE_S = 15.0
MOST = 8
PUFFS = Traces(life_s=LIFE_S, most=MOST, every_s=1.6, hold_every_s=4.0, press=1.0, move=0.9, hold=0.7)
YOUNG_S = 0.9
"""Puffs this close after another are one."""


@draws(Seeds)
class SeedsLayer(Layer[Seeds]):
    """Draws the `seeds` layer."""

    def prepare(self) -> Iterator[None]:
        ctx, chance = self.stage.ctx, self.stage.generator(self.name)
        seeds = chance.random((self.model.count * 2, 4), dtype=np.float32)
        seeds[:, 2] = depths(seeds[:, 2])
        self._drifting = self.stage.program("seeds.frag", "seeds.vert")
        yield
        self._blown = self.stage.program("seeds.frag", "seeds.vert", define="BLOWN")
        yield
        self._seeds = Quads(ctx, seeds, "4f", ["in_seed"])
        puffs = chance.random((MOST * self.model.puff, 4), dtype=np.float32)
        puffs[:, 0] = np.repeat(np.arange(MOST), self.model.puff)
        self._puffs = Quads(ctx, puffs, "4f", ["in_seed"])
        self._colour = linear(self.model.colour)
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        model, t_s = self.model, frame.moving_s
        span = self.stage.aspect + 0.4
        looks: dict[str, Any] = {
            **air(frame, self.stage),
            **plain_light(frame.light, 1.0, 0.42),
            "u_colour": self._colour,
            "u_lean": lean_shift(frame, model.near_ratio),
            "u_band": (model.low_ratio, max(model.high_ratio, model.low_ratio)),
            "u_bob": tuple(tau * (t_s / period % 1.0) for period in BOB_PERIODS_S),
            "u_sail": t_s / 60 * model.speed_per_min % (span * 1000),
            "u_size": model.size_ratio,
            "u_amount": self.values["amount_ratio"],
            "u_height_px": float(self.stage.size_px[1]),
        }
        canvas.blend_over()
        set_uniforms(self._drifting, **looks)
        self._seeds.render(self._drifting, round(model.count * min(self.stage.aspect / 2, 2.0)))
        if (puffs := self._alive(frame)) is not None:
            set_uniforms(self._blown, **looks, **puffs, u_life_s=LIFE_S)
            self._puffs.render(self._blown)

    def _alive(self, frame: Frame) -> Mapping[str, Any] | None:
        """Puffs under way: where, how old, how much of each is left to see."""
        found = PUFFS.alive(frame.touches, frame.t_s) if frame.touches and self.model.puff else None
        if found is None or not len(found):
            return None
        rows = np.zeros((MOST, 4))
        rows[: len(found)] = found
        before = np.concatenate([found[1:, 2], [1e9]])
        rows[: len(found), 3] *= np.clip((before - found[:, 2]) / YOUNG_S, 0.0, 1.0)
        a, b = (tuple(part.ravel().tolist()) for part in np.split(rows, 2))
        return {"u_puffs_a": a, "u_puffs_b": b}
