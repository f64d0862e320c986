"""Shadows of trees on level snow, drawn anew when the light has moved."""

from __future__ import annotations

import math

import numpy as np
from arcade.gl import Texture2D

from game.scenery.frame import Frame
from game.scenery.shapes import Quads
from game.scenery.stage import Stage, set_uniforms
from game.scenery.valley.lie import EYE_M, FOCUS, Array

SHORTEST, LONGEST = 1.1, 3.2
"""Lengths of shadows, in heights of what casts them: the light is never high, nor so low that all is shadow."""
STEPS = 400.0
"""The light is taken at so many places across a screen height: between two of them no eye sees a change."""


class Shadows:
    """A small picture of where on the screen the snow lies in shadow: red 0..1."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._program = stage.program("snowfield_shadow.frag", "snowfield_shadow.vert")
        self._trees: Quads | None = None
        self._cast_for: tuple[float, float] | None = None

    @property
    def texture(self) -> Texture2D:
        """The picture, the whole screen's."""
        return self._target.color_attachments[0]

    def resize(self) -> None:
        """Make room for the present size."""
        self._target = self._stage.target(self._stage.scaled(3))
        self._target.clear()
        self._cast_for = None

    def plant(self, trees: Array) -> None:
        """Cast the shadows of these (n, 4): X, Z, height, ground."""
        self._trees = Quads(self._stage.ctx, np.asarray(trees, np.float32), "4f", ["in_tree"])
        self._cast_for = None

    def cast(self, frame: Frame) -> None:
        """Bring the picture up to where the light stands now."""
        light = frame.light
        place = round(light.source_x * STEPS) / STEPS, round(light.source_height * STEPS) / STEPS
        if place == self._cast_for or self._trees is None:
            return
        self._cast_for = place
        stage = self._stage
        self._target.use()
        self._target.clear()
        stage.ctx.enable_only(stage.ctx.BLEND)
        stage.ctx.blend_func = stage.ctx.ONE, stage.ctx.ONE_MINUS_SRC_ALPHA
        set_uniforms(
            self._program,
            u_way=thrown(*place, stage.aspect),
            u_focus=FOCUS,
            u_eye=EYE_M,
            u_aspect=stage.aspect,
            u_horizon_ratio=stage.horizon_ratio,
        )
        self._trees.render(self._program)


def thrown(x: float, height: float, aspect: float) -> tuple[float, float, float]:
    """What a metre of height throws while the light stands there: X and Z on the ground, and its length."""
    turn = math.atan((x - 0.5) * aspect * 1.7 / FOCUS)
    long = min(max(0.9 / max(height, 0.05), SHORTEST), LONGEST)
    return -math.sin(turn) * long, -math.cos(turn) * long, long
