"""The water in the basin: rings where the thread from the bamboo falls into it."""

from __future__ import annotations

import math

from arcade.gl import Program

from game.scenery.frame import Frame
from game.scenery.garden.composition import Composition
from game.scenery.garden.things import Form
from game.scenery.light import Rgb
from game.scenery.stage import Stage, set_uniforms

LEVEL_M = 0.485
"""Height of the water in the bowl."""
MOUTH_M = 0.765
"""Height of the bamboo's mouth."""
RATES_PER_S = (0.80, 1.11, 2.07, 2.55)
"""Turns a second of rings and thread; wrapped before they reach the shader."""


class Water:
    """Draws over the baked garden; nothing where there is no basin."""

    def __init__(self, stage: Stage, made: Composition) -> None:
        self._stage = stage
        self._made = made
        things = made.plan.things
        self._basin = things[made.plan.basin] if made.plan.basin is not None else None
        self._spout = next((thing for thing in things if thing.form is Form.SPOUT), None)

    def draw(self, program: Program, frame: Frame, lamp: Rgb, shown: float) -> None:
        """Paint the small rectangle round bowl and thread; the target blends premultiplied."""
        if self._basin is None or self._spout is None or shown < 1.0:
            return
        view, light = self._made.view, frame.light
        x, z, radius = self._basin.x, self._basin.z, self._basin.size[2] * 0.93
        mouth = (
            self._spout.x - 0.60 * math.cos(self._spout.yaw_rad),
            self._spout.z + 0.60 * math.sin(self._spout.yaw_rad),
        )
        left, low = view.on_screen(x - radius * 1.25, LEVEL_M, z - radius * 1.25)
        right, high = view.on_screen(x + radius * 1.25, MOUTH_M + 0.05, z)
        t_s = 0.0 if frame.stilled else frame.t_s
        set_uniforms(
            program,
            **view.uniforms(),
            u_box=(left, low, right, high),
            u_bowl=(x, z, radius, LEVEL_M),
            u_thread=(*mouth, 0.0, MOUTH_M),
            u_sky=light.sky_low,
            u_sun=tuple(c * light.strength for c in light.sun),
            u_deep=tuple(c * 0.5 for c in light.shade),
            u_lamp=lamp,
            u_phase=tuple(math.tau * (t_s * rate % 1.0) for rate in RATES_PER_S),
        )
        self._stage.quad.render(program)
