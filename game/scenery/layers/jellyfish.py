"""Jellyfish: three meshes for all of them, glow, threads and bells; they go by the breath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import tau

import numpy as np
from arcade.gl import BufferDescription, Geometry
from numpy.typing import NDArray

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear
from game.scenery.sea.drifters import arms, bells, drifters, marks
from game.scenery.sea.water import phases
from game.scenery.season import heavy_side
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.jellyfish import Jellyfish

ROAM_PERIODS_S = (146.0, 299.0, 170.0, 83.0)
OWN_PERIODS_S = (12.6, 71.0)
STILLED_PULSE = 0.6
NEAR = 0.7
BODY = ["in_body", "in_kind"]


@draws(Jellyfish)
class JellyfishLayer(Layer[Jellyfish]):
    """Draws the `jellyfish` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._glow = stage.program("jellyfish_glow.frag", "jellyfish_glow.vert")
        yield
        self._arm = stage.program("jellyfish_arm.frag", "jellyfish_arm.vert")
        yield
        self._bell = stage.program("jellyfish_bell.frag", "jellyfish_bell.vert")
        pixels = marks()
        self._marks = stage.ctx.texture(
            (pixels.shape[1], pixels.shape[0]),
            components=4,
            data=pixels.tobytes(),
            wrap_x=stage.ctx.REPEAT,
            wrap_y=stage.ctx.CLAMP_TO_EDGE,
            filter=(stage.ctx.LINEAR, stage.ctx.LINEAR),
        )
        self._tints = {"u_near_tint": linear(self.model.colour), "u_far_tint": linear(self.model.other_colour)}
        yield

    def resize(self) -> None:
        """They are placed for the shape of the screen."""
        model, stage = self.model, self.stage
        chance, heights = stage.generator(self.name), (model.low_ratio, model.high_ratio)
        bodies = drifters(chance, model.count, model.size_ratio, heights, stage.aspect, heavy_side(stage))
        self._glows = Quads(stage.ctx, bodies.astype(np.float32), "4f 4f", BODY)
        self._arms = self._mesh(*arms(chance, bodies), "4f 4f 4f 2f", [*BODY, "in_arm", "in_q"])
        self._bells = self._mesh(*bells(bodies), "4f 4f 3f", [*BODY, "in_skin"])

    def _mesh(
        self, vertices: NDArray[np.float64], index: NDArray[np.float64], formats: str, names: Sequence[str]
    ) -> Geometry:
        ctx = self.stage.ctx
        return ctx.geometry(
            [BufferDescription(ctx.buffer(data=vertices.astype(np.float32).tobytes()), formats, names)],
            index_buffer=ctx.buffer(data=index.astype(np.uint32).tobytes()),
            mode=ctx.TRIANGLES,
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        light, t_s = frame.light, frame.moving_s
        above = tuple(
            min(0.55 * c * min(light.strength, 1.4) + 0.8 * top, 1.0)
            for c, top in zip(light.sun, light.sky_top, strict=True)
        )
        blue = max(max(light.sky_low), 1e-3)
        looks = {
            **self._tints,
            "u_roam": phases(t_s, *ROAM_PERIODS_S),
            "u_roam_rates": tuple(tau / period for period in ROAM_PERIODS_S),
            "u_own": (*phases(t_s, *OWN_PERIODS_S), tau / OWN_PERIODS_S[1]),
            "u_pulse": STILLED_PULSE if frame.stilled else self.values["pulse_ratio"],
            "u_aspect": self.stage.aspect,
            "u_height_px": float(self.stage.size_px[1]),
            "u_lean": lean_shift(frame, NEAR),
            "u_above": above,
            "u_fade": tuple(0.45 + 0.6 * c / blue for c in light.sky_low),
            "u_glow": self.values["glow_ratio"],
            "u_marks": 0,
        }
        self._marks.use(0)
        canvas.blend_over()
        set_uniforms(self._glow, **looks)
        self._glows.render(self._glow)
        for program, mesh in ((self._arm, self._arms), (self._bell, self._bells)):
            set_uniforms(program, **looks)
            mesh.render(program)
