"""Water: mirrors what is painted already, from a half-size copy; rings are drawn small and bend the mirror.

Waves lie flat, so that all but the water's edge is painted half as wide as the screen and drawn out."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Any

import numpy as np
from arcade.gl import BufferDescription, Geometry, Program
from numpy.typing import NDArray

from game.scenery.air import air
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, lean_shift
from game.scenery.light import LightNow, linear, smooth_step
from game.scenery.mirror import Mirror
from game.scenery.mixing import adding, replacing
from game.scenery.ripples import MOST, rings
from game.scenery.shapes import CORNERS, grid
from game.scenery.stage import set_uniforms
from worlds.format.layers.water import Water

COLUMNS, SHORE_ROWS = 24, 3
DOWN = (0.0, 0.022, 0.06, 0.18, 0.40, 0.68, 1.0)
"""As few as the shore allows: thin triangles are what software drawing is slowest at. The first rows end at
the waterline itself, pixel by pixel; the mirror turns about the mesh's own smoother line."""
MIRROR_ROWS = 0.36
"""Rows of the mirror for each row of the picture: no wave lets anyone see it sharper."""
HALF_ROWS = 0.62
"""Rows of open water painted for each row of the screen it covers."""
FLOW_PER_S = (0.20, 0.46, -0.30, 0.62)
"""Drift of the two waves across and towards the eye, in cells of their noise."""
TAKEN = 0.27, 0.19, 0.12
"""What the water keeps by day of the light it mirrors, red, green and blue: an image darker and bluer than what
stands over it."""
LANE_PER_S = 0.035
WRAP = 4096.0
"""Period of the noise."""
SHORE_LEAN = 0.4


@draws(Water)
class WaterLayer(Layer[Water]):
    """Draws the `water` layer below the horizon, from the line "shore" on."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._still = stage.program("water.frag", "water.vert")
        yield
        self._ringed = stage.program("water.frag", "water.vert", define="RINGS")
        yield
        self._edged = stage.program("water.frag", "water.vert", define="EDGE")
        self._ringed_edge = stage.program("water.frag", "water.vert", define="RINGED_EDGE")
        yield
        self._show = stage.program("water_show.frag", "water.vert")
        yield
        self._mirror = Mirror(stage)
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
        shore_line = stage.line("shore", self.name)
        line = np.zeros(2) if shore_line is None else shore_line
        across = np.linspace(0, 1, COLUMNS)
        shore = np.interp(across, np.linspace(0, 1, len(line)), over(line, len(line) // (COLUMNS - 1) + 1))
        rows = np.stack([np.stack([across, shore, np.full(COLUMNS, down)], axis=1) for down in DOWN]).astype(
            np.float32
        )
        self._shore = grid(stage.ctx, rows[:SHORE_ROWS], "3f", ["in_at"])
        self._open = grid(stage.ctx, rows[SHORE_ROWS - 1 :], "3f", ["in_at"])
        self._narrow = grid(stage.ctx, rows[SHORE_ROWS - 2 :], "3f", ["in_at"])  # one row more, to filter from
        self._line = stage.ctx.texture(
            (len(line), 1), components=1, dtype="f4", data=line.astype(np.float32).tobytes()
        )
        band = max(horizon + float(line.min()) - 0.02, 0.0), min(2 * horizon + 0.12, 1.0)
        width, height = stage.size_px
        self._top = (horizon + float(shore.max())) * (1 - float(rows[SHORE_ROWS - 2, 0, 2])) + 2 / height
        self._half = stage.target((width // 2, ceil(height * self._top * HALF_ROWS)))
        self._mirror.resize(band, MIRROR_ROWS)
        self._ring_target = stage.target((width // 3, round(height * horizon / 3)), half_float=True)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        mirror = self._mirror.copy(frame, canvas)
        self._mirror.take_in(frame, self.name)
        ringed = self._draw_rings(frame)
        self._half.use()
        replacing(self.stage.ctx)
        mirror.use(0)
        self._ring_target.color_attachments[0].use(1)
        self._line.use(2)
        place = self._place(frame)
        looks = {**place, **self._waves(frame), **self._lighting(frame.light, frame.signals.breath)}
        _paint(self._narrow, self._ringed if ringed else self._still, looks, u_top=self._top)
        canvas.begin()
        self._half.color_attachments[0].use(3)
        _paint(self._open, self._show, place, u_top=1.0, u_half=3, u_half_top=self._top)
        canvas.blend_over()
        _paint(self._shore, self._ringed_edge if ringed else self._edged, looks, u_top=1.0)

    def _place(self, frame: Frame) -> dict[str, Any]:
        """All that decides where the mesh stands on the screen."""
        return {
            "u_aspect": self.stage.aspect,
            "u_horizon_ratio": self.stage.horizon_ratio,
            "u_height_px": float(self.stage.size_px[1]),
            "u_margin": MARGIN,
            "u_lean": lean_shift(frame, SHORE_LEAN),
        }

    def _waves(self, frame: Frame) -> dict[str, Any]:
        t_s = frame.moving_s
        return {
            **air(frame, self.stage),
            **self._colours,
            "u_mirror": 0,
            "u_rings": 1,
            "u_line": 2,
            "u_band": self._mirror.band,
            "u_flow": tuple(t_s * speed % WRAP for speed in FLOW_PER_S),
            "u_lane": t_s * LANE_PER_S % WRAP,
            "u_ripple": self.values["ripple_ratio"] * (0.9 + 0.2 * frame.signals.breath),
            "u_clear": self.values["clear_ratio"],
            "u_haze": self.values["haze_ratio"],
        }

    def _lighting(self, light: LightNow, breath: float) -> dict[str, Any]:
        """How light falls into the water, and how it glitters: little once the sun stands high."""
        up = min(max(light.source_height, 0.0) * 0.8, 1.0)
        glitter = self.values["glitter_ratio"] * min(1.5 * light.strength, 1.0) * (0.9 + 0.1 * breath)
        glitter *= 1.0 - light.starlit
        strength = light.strength * (0.10 + 0.85 * up)
        day = (
            0.42 * m + 0.30 * low + sun * strength
            for m, low, sun in zip(light.sky_middle, light.sky_low, light.sun, strict=True)
        )
        return {
            "u_up": 0.2 + 0.6 * up,
            "u_day": tuple(day),
            "u_spread": glitter * (1.0 - 0.96 * light.sun_ratio * smooth_step(0.35, 1.0, light.source_height)),
            "u_path": tuple(min(0.10 + 1.1 * c**0.8, 1.0) for c in light.sun),
            "u_glint": min(light.strength, 1.0) * (1.0 - light.starlit),
            "u_dim": tuple(1.0 - taken * light.daylight * (1.0 - light.twilight) for taken in TAKEN),
        }

    def _draw_rings(self, frame: Frame) -> bool:
        """Paint the rings alive now into their small target; whether there are any."""
        alive = rings(frame.touches, frame.t_s, self.stage.horizon_ratio)
        if not len(alive):
            return False
        self._ring_target.use()
        self._ring_target.clear()
        self._ring_buffer.write(alive.tobytes())
        adding(self.stage.ctx)
        set_uniforms(
            self._ring_program,
            u_aspect=self.stage.aspect,
            u_horizon_ratio=self.stage.horizon_ratio,
            u_source_x=frame.light.source_x,
        )
        self._ring_quads.render(self._ring_program, instances=len(alive))
        return True


def _paint(surface: Geometry, program: Program, looks: dict[str, Any], **more: Any) -> None:
    set_uniforms(program, **looks, **more)
    surface.render(program)


def over(line: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """The highest of a line within so many steps of each of its places: what lies over every point and cove."""
    padded = np.pad(line, reach, mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1))
