"""The moving shadow of leaves on the garden: one small map seen from above, drawn anew each frame."""

from __future__ import annotations

import math

import numpy as np
from arcade.gl import Framebuffer, Program, Texture2D
from numpy.typing import NDArray

from game.scenery.frame import Frame
from game.scenery.garden.sky_light import by_moon
from game.scenery.garden.view import View
from game.scenery.mixing import mixing
from game.scenery.shapes import Quads
from game.scenery.stage import Stage, set_uniforms

MAP_PX = (512, 256)
DEPTH_M = (2.0, 14.0)
PERIODS_S = (15.7, 28.3, 7.1)
"""Two slow sways and the turning of single leaves: slow enough that no place flickers."""
CLUSTERS_PER_M = 3.2
BLUR_BY_MOON = 0.9
"""How much less a leaf's shadow has of a middle, as a share of its half width."""


class LeafShade:
    """The canopy's shadow for one view."""

    def __init__(self, stage: Stage, view: View, chance: np.random.Generator) -> None:
        self._stage = stage
        half = view.half_width(11.0) + 1.0
        self.reach = (-half, DEPTH_M[0], 0.5 / half, 1.0 / (DEPTH_M[1] - DEPTH_M[0]))
        """Low corner of the map on the ground, and how it scales to 0..1."""
        ctx = stage.ctx
        texture = ctx.texture(
            MAP_PX, components=1, filter=(ctx.LINEAR, ctx.LINEAR), wrap_x=ctx.REPEAT, wrap_y=ctx.REPEAT
        )
        self._target: Framebuffer = ctx.framebuffer(color_attachments=[texture])
        leaves = canopy(chance, half)
        self._leaves = Quads(ctx, leaves, "4f 4f", ["in_leaf", "in_habit"])

    @property
    def texture(self) -> Texture2D:
        """0 in full light, 1 under the thickest leaves."""
        return self._target.color_attachments[0]

    def draw(self, program: Program, frame: Frame) -> None:
        """Draw the map for one instant."""
        ctx = self._stage.ctx
        self._target.use()
        self._target.clear()
        mixing(ctx, (ctx.ONE, ctx.ONE_MINUS_SRC_COLOR))
        set_uniforms(program, u_reach=self.reach, u_sway=_sway(frame), u_blur=BLUR_BY_MOON * by_moon(frame.light))
        self._leaves.render(program)


def _sway(frame: Frame) -> tuple[float, float, float, float]:
    t_s = 0.0 if frame.stilled else frame.t_s
    a, b, c = (math.tau * (t_s / period % 1.0) for period in PERIODS_S)
    return a, b, c, 0.35 + 0.65 * frame.signals.wind if not frame.stilled else 0.5


def canopy(chance: np.random.Generator, half_m: float) -> NDArray[np.float32]:
    """(leaves, 8): x, z, half size, angle; phase, weight, second size, 1 for twigs. Thick on one side."""
    dense = chance.choice([-1, 1])
    rows: list[tuple[float, ...]] = []
    for _ in range(int(CLUSTERS_PER_M * 2 * half_m)):
        way = chance.random() ** 2.0
        x, z = dense * half_m * (0.92 - 1.84 * way), chance.uniform(DEPTH_M[0] + 1.0, DEPTH_M[1] - 1.0)
        phase = chance.random()
        for _ in range(int(3 + 22 * (1 - way) ** 2)):
            size = chance.uniform(0.13, 0.27)
            rows.append((x + chance.normal(0, 0.62), z + chance.normal(0, 0.50), size, chance.random() * math.tau,
                         phase, chance.uniform(0.5, 0.85), chance.random(), 0.0))  # fmt: skip
    rows += [
        (dense * chance.uniform(0.1, 0.9) * half_m, chance.uniform(3, 12), chance.uniform(1.2, 2.4),
         chance.normal(0.5, 0.5), chance.random(), 0.55, chance.uniform(0.03, 0.07), 1.0)
        for _ in range(7)
    ]  # fmt: skip
    return np.array(rows, np.float32)
