"""Fireflies: a swarm worked out once a frame; each is drawn twice, as the light it casts and as itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from arcade.gl import BufferDescription
from numpy.typing import NDArray

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.mixing import mixing
from game.scenery.shapes import CORNERS
from game.scenery.stage import set_uniforms
from game.scenery.swarm import TOUCHES, Swarm
from game.scenery.woodland import woodland
from worlds.format.layers.fireflies import Fireflies

ROW = 5
"""Floats of one: x and y on the screen, nearness, brightness, hue."""
CAST = 2.4
"""How far their light falls, in radii of their glow."""
DRAWN_BRIGHTER = 0.35


@draws(Fireflies)
class FirefliesLayer(Layer[Fireflies]):
    """Draws the `fireflies` layer."""

    def prepare(self) -> Iterator[None]:
        stage, self._most = self.stage, self.model.count * 2
        self._swarm = Swarm(stage.generator(self.name), self._most)
        self._program = stage.program("fireflies.frag", "fireflies.vert")
        self._cast = stage.program("fireflies.frag", "fireflies.vert", "CAST")
        yield
        if self._most:
            index = 4 * np.arange(self._most)[:, None] + [0, 1, 2, 2, 1, 3]
            corners = np.tile(CORNERS, (self._most, 1))
            self._rows = stage.ctx.buffer(reserve=self._most * 4 * ROW * 4)
            self._quads = stage.ctx.geometry(
                [
                    BufferDescription(stage.ctx.buffer(data=corners.tobytes()), "2f", ["in_corner"]),
                    BufferDescription(self._rows, "4f 1f", ["in_fly", "in_hue"]),
                ],
                index_buffer=stage.ctx.buffer(data=index.astype(np.uint32).tobytes()),
                mode=stage.ctx.TRIANGLES,
            )
        self._colours = {"u_colour": linear(self.model.colour), "u_other": linear(self.model.other_colour)}
        yield

    def resize(self) -> None:
        """Nothing here depends on size."""

    def rows(self, frame: Frame) -> NDArray[np.float32]:
        """All that are awake at this frame: x and y on the screen, nearness, brightness, hue."""
        model, stage, swarm, t_s = self.model, self.stage, self._swarm, frame.moving_s
        x, high = swarm.places(t_s, stage.aspect)
        near = np.clip(model.near_ratio + 0.55 * (swarm.depth - 0.4), 0.0, 1.0)
        lie = woodland(stage)
        foot = lie.feet(near)
        y = (
            foot
            + model.low_ratio
            + np.clip(high, 0.02, None) * (model.high_ratio - model.low_ratio) * (0.45 + 0.75 * near)
        )
        bright = swarm.brightness(t_s, self.values["together_ratio"], self.values["pulse_ratio"])
        x, y, felt = swarm.drawn(x, y, t_s, TOUCHES.alive(frame.touches, frame.t_s), stage.aspect)
        bright = bright + (1 - bright) * felt * DRAWN_BRIGHTER
        count = round(model.count * min(stage.aspect / 2, 2.0))
        awake = np.clip(self.values["amount_ratio"] * max(count, 1) - np.arange(len(x)), 0, 1)
        rows = np.stack([x / stage.aspect, y, near, bright * awake, swarm.hue], axis=1)
        return np.asarray(rows[awake > 0], np.float32)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        glow = self.values["glow_ratio"]
        if self.values["amount_ratio"] <= 0.01 or glow <= 0.01:
            return
        rows = self.rows(frame)
        if not len(rows):
            return
        self._rows.write(np.repeat(rows, 4, axis=0).tobytes())
        ctx = self.stage.ctx
        looks = {
            "u_aspect": self.stage.aspect,
            "u_height_px": float(self.stage.size_px[1]),
            "u_lean": lean_shift(frame, self.model.near_ratio),
            **self._colours,
        }
        if self.values["light_ratio"] > 0.01:
            mixing(ctx, (ctx.DST_COLOR, ctx.ONE))
            set_uniforms(
                self._cast, **looks, u_size=self.model.size_ratio * CAST, u_glow=glow * self.values["light_ratio"]
            )
            self._quads.render(self._cast, vertices=6 * len(rows))
        canvas.blend_add()
        set_uniforms(self._program, **looks, u_size=self.model.size_ratio, u_glow=glow)
        self._quads.render(self._program, vertices=6 * len(rows))
