"""Water: mirrors what is painted already, from a half-size copy; rings are drawn small and bend the mirror."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from arcade.gl import BufferDescription, Program

from game.scenery.air import air, on_screen
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import LightNow, linear, smooth_step
from game.scenery.ripples import MOST, rings
from game.scenery.shapes import CORNERS, grid
from game.scenery.stage import set_uniforms
from worlds.format.layers.water import Water

COLUMNS, ROWS = 160, 7
"""As few as the shore allows: thin triangles are what software drawing is slowest at."""
MIRROR_COLUMNS = 12
"""The mirror turns about a smoother line than the shore's, or its points and coves would comb the reflection."""
FLOW_PER_S = (0.20, 0.46, -0.30, 0.62)
"""Drift of the two waves across and towards the eye, in cells of their noise."""
LANE_PER_S = 0.035
WRAP = 4096.0
"""Period of the noise."""
SHORE_LEAN = 0.4
DISC_REACH = 0.15
"""How far round sun or moon the mirror is kept as dark as the sky, in screen heights."""


@draws(Water)
class WaterLayer(Layer[Water]):
    """Draws the `water` layer below the horizon, from `stage.lines["shore"]` on."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._still = stage.program("water.frag", "water.vert")
        yield
        self._ringed = stage.program("water.frag", "water.vert", define="RINGS")
        yield
        self._copy = stage.program("part.frag")
        self._ring_program = stage.program("rings.frag", "rings.vert")
        yield
        self._ring_buffer = stage.ctx.buffer(reserve=MOST * 16)
        self._ring_quads = stage.ctx.geometry(
            [
                BufferDescription(stage.ctx.buffer(data=CORNERS.tobytes()), "2f", ["in_corner"]),
                BufferDescription(self._ring_buffer, "4f", ["in_ring"], instanced=True),
            ],
            mode=stage.ctx.TRIANGLE_STRIP,
        )
        self._colours = {f"u_{name}": linear(getattr(self.model, name)) for name in ("deep", "shallow")}

    def resize(self) -> None:
        """The mesh follows the shore; the mirror holds the band of the picture that water can show."""
        stage, horizon = self.stage, self.stage.horizon_ratio
        line = stage.lines.get("shore", np.zeros(2))
        across, places = np.linspace(0, 1, COLUMNS), np.linspace(0, 1, len(line))
        edge = np.interp(across, places, line)
        knots = np.linspace(0, 1, MIRROR_COLUMNS)
        mirror = np.interp(across, knots, np.interp(knots, places, line))
        rows = [
            np.stack([across, mirror, np.full(COLUMNS, down), edge], axis=1)
            for down in np.linspace(0, 1, ROWS) ** 2
        ]
        self._surface = grid(stage.ctx, np.stack(rows).astype(np.float32), "4f", ["in_at"])
        self._band = max(horizon + float(edge.min()) - 0.02, 0.0), min(2 * horizon + 0.12, 1.0)
        width, height = stage.size_px
        self._mirror = stage.target((width // 2, round(height * (self._band[1] - self._band[0]) / 2)))
        self._ring_target = stage.target((width // 3, round(height * horizon / 3)), half_float=True)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        self._mirror.use()
        self._copy_mirror(frame, canvas)
        ringed = self._draw_rings(frame)
        canvas.begin()
        canvas.blend_over()
        self._mirror.color_attachments[0].use(0)
        self._ring_target.color_attachments[0].use(1)
        self._paint(self._ringed if ringed else self._still, frame)

    def _copy_mirror(self, frame: Frame, canvas: Canvas) -> None:
        """The band of the picture that water can show, without the disc of sun or moon."""
        stage, light = self.stage, frame.light
        sky = canvas.shared.get("sky")
        sun_up = light.sun_ratio > 0.0
        height = light.sun_height if sun_up else light.moon_height
        stage.full_screen(
            self._copy,
            {"u_picture": canvas.picture, "u_sky": sky or canvas.picture},
            u_band=self._band,
            u_aspect=stage.aspect,
            u_foot=int(stage.size_px[1] * stage.horizon_ratio) / stage.size_px[1],
            u_disc_at=on_screen(light.sun_x if sun_up else light.moon_x, height, stage.horizon_ratio),
            u_disc=DISC_REACH if sky else 0.0,
        )

    def _paint(self, program: Program, frame: Frame) -> None:
        t_s, breath = frame.moving_s, frame.signals.breath
        set_uniforms(
            program,
            **air(frame, self.stage),
            **self._colours,
            u_mirror=0,
            u_rings=1,
            u_margin=MARGIN,
            u_lean=lean_shift(frame, SHORE_LEAN),
            u_band=self._band,
            u_flow=tuple(t_s * speed % WRAP for speed in FLOW_PER_S),
            u_lane=t_s * LANE_PER_S % WRAP,
            u_ripple=self.values["ripple_ratio"] * (0.9 + 0.2 * breath),
            u_clear=self.values["clear_ratio"],
            u_haze=self.values["haze_ratio"],
            u_height_px=float(self.stage.size_px[1]),
            **self._lighting(frame.light, breath),
        )
        self._surface.render(program)

    def _lighting(self, light: LightNow, breath: float) -> dict[str, Any]:
        """How light falls into the water, and how it glitters: little once the sun stands high."""
        up = min(max(light.source_height, 0.0) * 0.8, 1.0)
        glitter = self.values["glitter_ratio"] * min(light.strength, 1.0) * (0.9 + 0.1 * breath)
        strength = light.strength * (0.10 + 0.85 * up)
        day = (
            0.42 * m + 0.30 * low + sun * strength
            for m, low, sun in zip(light.sky_middle, light.sky_low, light.sun, strict=True)
        )
        return {
            "u_up": 0.2 + 0.6 * up,
            "u_day": tuple(day),
            "u_spread": glitter * (1.0 - 0.88 * light.sun_ratio * smooth_step(0.35, 1.0, light.source_height)),
            "u_path": tuple(min(0.10 + 1.1 * c**0.7, 1.0) for c in light.sun),
            "u_glint": min(light.strength, 1.0),
            "u_dim": 1.0 - 0.24 * light.daylight * (1.0 - light.twilight),
        }

    def _draw_rings(self, frame: Frame) -> bool:
        """Paint the rings alive now into their small target; whether there are any."""
        alive = rings(frame.touches, frame.t_s, self.stage.horizon_ratio)
        if not len(alive):
            return False
        ctx = self.stage.ctx
        self._ring_buffer.write(alive.tobytes())
        self._ring_target.use()
        self._ring_target.clear()
        ctx.enable_only(ctx.BLEND)
        ctx.blend_func = ctx.ONE, ctx.ONE
        set_uniforms(
            self._ring_program,
            u_aspect=self.stage.aspect,
            u_horizon_ratio=self.stage.horizon_ratio,
            u_source_x=frame.light.source_x,
        )
        self._ring_quads.render(self._ring_program, instances=len(alive))
        return True
