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
LIMBS_PER_M, TWIGS = 1.05, 9
LEAF_M = 0.07, 0.16
"""Half the width of a leaf's shadow: from high up it is wider than the leaf."""
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
    """(leaves, 8): x, z, half size, angle; phase, weight, second size, 1 for wood. Limbs reach in from one side."""
    dense = float(chance.choice([-1, 1]))
    rows: list[tuple[float, ...]] = []
    for _ in range(max(round(LIMBS_PER_M * half_m), 4)):
        _limb(chance, dense, half_m, rows)
    return np.array(rows, np.float32)


def _limb(chance: np.random.Generator, dense: float, half_m: float, rows: list[tuple[float, ...]]) -> None:
    """A limb that reaches in, twigs along it, leaves round their ends: shadows in drifts, with light between."""
    x, z = dense * half_m * (1.05 - 1.3 * chance.random() ** 1.6), chance.uniform(DEPTH_M[0] + 1, DEPTH_M[1] - 1)
    heading = (math.pi if dense > 0 else 0.0) + chance.normal(0, 0.4)
    phase, along = chance.random(), chance.uniform(0.28, 0.42)
    for step in range(TWIGS):
        heading += chance.normal(0, 0.16)
        rows.append(_wood(x, z, along, heading, phase, 0.055 - 0.003 * step))
        x, z = x + 2 * along * math.cos(heading), z + 2 * along * math.sin(heading)
        turn, reach = heading + chance.choice([-1, 1]) * chance.uniform(0.5, 1.1), chance.uniform(0.15, 0.5)
        aside = math.cos(turn) * reach, math.sin(turn) * reach
        rows.append(_wood(x + aside[0], z + aside[1], reach, turn, phase, 0.025))
        for _ in range(int(chance.integers(6, 20))):
            far, off = chance.uniform(0.6, 2.6), chance.normal(0, 0.17, 2)
            place = x + aside[0] * far + off[0], z + aside[1] * far + off[1]
            size, turned = chance.uniform(*LEAF_M), chance.random() * math.tau
            rows.append((*place, size, turned, phase, chance.uniform(0.55, 0.9), chance.random(), 0.0))


def _wood(x: float, z: float, half: float, heading: float, phase: float, wide: float) -> tuple[float, ...]:
    return x, z, half, heading, phase, 0.6, wide, 1.0
