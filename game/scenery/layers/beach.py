"""A beach: a mesh of the sea over a plane of sand, both moved by waves that are a pure function of the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, log2
from typing import Any

import numpy as np
from arcade.gl import BufferDescription, Program, Texture2D
from numpy.typing import NDArray
from pyglet import gl

from game.scenery.air import air, plain_light
from game.scenery.beach.coast import EYE, coast_of
from game.scenery.beach.sheets import SIDE, plain, sheets
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import REACH_X
from game.scenery.light import LightNow, Rgb, linear, smooth_step
from game.scenery.mirror import Mirror
from game.scenery.mixing import replacing
from game.scenery.ripples import MOST, rings
from game.scenery.shapes import CORNERS, grid
from game.scenery.stage import set_uniforms
from worlds.format.layers.beach import Beach
from worlds.swell import waves_about

MIRROR_ROWS = 0.3
SEA_COLUMNS, SEA_ROWS = 24, 54
SAND_COLUMNS, SAND_ROWS = 44, 12
BEFORE, AFTER = 4, 5
"""Waves told to the shaders: so many that have come, so many that will."""
RUNNING = 5
"""How many of them may be upon the sand."""
ACROSS, DOWN = 0.5, 0.62
"""Pixels painted of the ground for each of the screen's, each way: all lies flat, so that this is enough."""
SWASH_PX = 6.0
"""Pixels of the screen for each one of the map of where the water is on the sand."""
FARTHEST = 0.0002
"""How far under the horizon the mesh of the sea begins, in screen heights."""
INTO_SAND, INTO_SEA = 0.10, 0.36
"""How far the sea's mesh reaches over the beach, and the sand's under the sea."""
FLOW_PER_S = (0.006, 0.021, -0.013, 0.034)
"""Drift of the two sheets of ripples across and towards the eye, in sheets a second."""
DRIFT_PER_S = (0.012, 0.011)
"""The same of foam on the sea and of ripples on the film."""
RUN = 0.62
"""How far up a beach waves run, in ground units."""
BRIGHT = 1.4
"""Strength of a daylight by which white foam on the move is drawn at its softest, so that nothing flickers."""
CROWD = 30
"""How many of the oldest circles of foam that there may be fade, so that none goes at once."""
FULL = 4
"""More circles than these are the fainter, the more there are."""


NIGHT_BLUE = (0.74, 0.97, 1.26)
DULLED = 0.75
"""How much of their colour things lose by moonlight, and what they take on instead."""


def by_night(colour: Rgb, light: LightNow) -> Rgb:
    """A colour as eyes see it by this light: moonlight leaves little but blue and grey (Purkinje)."""
    dulled = DULLED * (1.0 - light.daylight)
    grey = 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]
    r, g, b = (c + (grey * blue - c) * dulled for c, blue in zip(colour, NIGHT_BLUE, strict=True))
    return r, g, b


@draws(Beach)
class BeachLayer(Layer[Beach]):
    """Draws the `beach` layer below the horizon."""

    def prepare(self) -> Iterator[None]:
        stage, model = self.stage, self.model
        self._swash = stage.program("beach_swash.frag", "beach_swash.vert")
        self._sand = stage.program("beach_sand.frag", "beach_sand.vert")
        yield
        self._sea = stage.program("beach_sea.frag", "beach_sea.vert")
        yield
        self._ring = stage.program("beach_ring.frag", "beach_ring.vert")
        self._out = stage.program("copy.frag")
        self._mirror = Mirror(stage)
        yield
        self._ring_buffer = stage.ctx.buffer(reserve=MOST * 16)
        self._ring_quads = stage.ctx.geometry(
            [
                BufferDescription(stage.ctx.buffer(data=CORNERS.tobytes()), "2f", ["in_corner"]),
                BufferDescription(self._ring_buffer, "4f", ["in_ring"], instanced=True),
            ],
            mode=stage.ctx.TRIANGLE_STRIP,
        )
        self._colours = {f"u_{name}": linear(getattr(model, name)) for name in ("sand", "deep", "shallow", "foam")}
        self._moonlight = linear(model.moonlight)
        bare = plain()
        self._ripples, self._walls = self._sheet(bare["ripples"]), self._sheet(bare["foam"])
        self._made = False

    def resize(self) -> None:
        """The meshes follow the shore of this seed at this shape of the screen."""
        stage, horizon = self.stage, self.stage.horizon_ratio
        side = 1.0 if stage.sun_path.set_x > 0.5 else -1.0
        chance = stage.generator(self.name, "coast")
        self._coast = coast_of(chance, horizon, self.model.sand_ratio, self.model.slant_ratio, side)
        self._fine = log2(SIDE / stage.size_px[1] / EYE**0.5) - 0.3
        self._sea_mesh = grid(stage.ctx, self._sea_points(), "3f", ["in_at"])
        self._sand_mesh = grid(stage.ctx, self._sand_points(), "3f", ["in_at"])
        self._lay_targets()
        self._mirror.resize((max(horizon - 0.02, 0.0), 1.0), MIRROR_ROWS)

    def _lay_targets(self) -> None:
        """A small one for where the water is on the sand, one for all of the ground, to be drawn out."""
        stage, (width, height) = self.stage, self.stage.size_px
        self._top, self._sand_top = stage.horizon_ratio, float(self._sand_points()[..., 1].max())
        self._half = stage.target((round(width * ACROSS), ceil(height * self._top * DOWN)))
        size = stage.scaled(SWASH_PX)[0], max(round(height * self._sand_top / SWASH_PX), 4)
        where, trace = stage.target(size, half_float=True), stage.target(size)
        textures = [where.color_attachments[0], trace.color_attachments[0]]
        self._swash_target = stage.ctx.framebuffer(color_attachments=textures)

    def rebake(self) -> Iterator[None]:
        """Make the sheets; until then the sea is calm and without foam."""
        if self._made:
            return
        made = yield from self.kept("sheets").or_made(sheets(self.stage.generator(self.name, "sheets")))
        ripples = self._sheet(made["ripples"])
        yield
        self._ripples, self._walls, self._made = ripples, self._sheet(made["foam"]), True

    def _sheet(self, pixels: NDArray[np.uint8]) -> Texture2D:
        ctx, (rows, columns, _) = self.stage.ctx, pixels.shape
        texture = ctx.texture(
            (columns, rows), components=4, data=pixels.tobytes(), wrap_x=ctx.REPEAT, wrap_y=ctx.REPEAT
        )
        texture.build_mipmaps()
        texture.filter = gl.GL_LINEAR_MIPMAP_NEAREST, gl.GL_LINEAR
        return texture

    def _sea_points(self) -> NDArray[np.float32]:
        """Rows close together on the screen far out, where waves are low, and closer near the beach."""
        across = np.linspace(-0.02, 1.02, SEA_COLUMNS)
        nearest = EYE / self._along(across, -INTO_SAND)
        down = np.linspace(0, 1, SEA_ROWS)[:, None]
        under = FARTHEST + nearest * (0.6 * down + 0.4 * down * down)
        return self._points(np.broadcast_to(across, under.shape), EYE / under, under)

    def _sand_points(self) -> NDArray[np.float32]:
        """From under the sea to the bottom edge."""
        across = np.linspace(0, 1, SAND_COLUMNS)
        top = self.stage.horizon_ratio - EYE / self._along(across, INTO_SEA)
        y = np.maximum(top, 0.02) * np.linspace(1, 0, SAND_ROWS)[:, None]
        return self._points(np.broadcast_to(across, y.shape), y, self.stage.horizon_ratio - y)

    def _along(self, across: NDArray[np.float64], off: float) -> NDArray[np.float64]:
        return self._coast.along((across - 0.5) * self.stage.aspect, off)

    def _points(self, *at: NDArray[np.float64]) -> NDArray[np.float32]:
        """With the level of the sheets' mipmaps that suits a distance."""
        across, second, under = at
        fine = self._fine + 1.5 * np.log2(EYE / under)
        return np.stack([across, second, fine], axis=-1).astype(np.float32)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        mirror = self._mirror.copy(frame, canvas)
        looks = {**air(frame, self.stage), **self._water(frame), **self._lighting(frame.light)}
        self._swash_target.use()
        replacing(self.stage.ctx)
        set_uniforms(self._swash, **{**looks, "u_wave": looks["u_wave"][: 4 * RUNNING]})
        self._sand_mesh.render(self._swash)
        for unit, texture in enumerate((mirror, self._ripples, self._walls, *self._swash_target.color_attachments)):
            texture.use(unit)
        self._half.use()
        set_uniforms(self._sand, **looks)
        self._sand_mesh.render(self._sand)
        canvas.blend_over()
        set_uniforms(self._sea, **looks)
        self._sea_mesh.render(self._sea)
        self._draw_rings(frame, looks)
        self._show(canvas)

    def _show(self, canvas: Canvas) -> None:
        """Draw the ground out to the screen."""
        canvas.begin()
        width, height = self.stage.size_px
        canvas.target.viewport = 0, 0, width, int(height * self._top)
        self.stage.full_screen(self._out, {"u_picture": self._half.color_attachments[0]})
        canvas.target.viewport = 0, 0, width, height

    def _water(self, frame: Frame) -> dict[str, Any]:
        """Where the waves are now."""
        t_s, model, coast = frame.moving_s, self.model, self._coast
        waves = waves_about(self.stage.seed, t_s, model.period_s, model.set_ratio, BEFORE, AFTER)
        camera = frame.lean[0] * REACH_X * self.stage.aspect * EYE / self.stage.horizon_ratio
        return {
            "u_shore": (coast.away, coast.slant, coast.bay, camera),
            "u_cusps": coast.cusps,
            "u_wave": [v for w in waves for v in (t_s - w.at_s, w.height, w.side, w.variety)],
            "u_high": 0.5 + self.values["height_ratio"],
            "u_run": RUN,
            "u_swash": (*self._swash_s(), float(self.stage.size_px[1])),
            "u_flow": tuple(t_s * speed % 1.0 for speed in FLOW_PER_S),
            "u_drift": tuple(t_s * speed % 1.0 for speed in DRIFT_PER_S),
            "u_ripple": (0.55 + 0.9 * self.values["ripple_ratio"]) * (0.85 + 0.3 * frame.signals.wind),
            "u_foaming": self.values["foam_ratio"],
            "u_haze": self.values["haze_ratio"],
            "u_fine": self._fine,
            "u_band": self._mirror.band,
            "u_top": self._top,
            "u_swash_top": self._sand_top,
            "u_mirror": 0,
            "u_ripples": 1,
            "u_foam_walls": 2,
            "u_water": 3,
            "u_trace": 4,
        }

    def _swash_s(self) -> tuple[float, float, float]:
        """How long a wave runs up, how long back, and how long a grain stays wet; all is over before it is
        forgotten."""
        period_s = self.model.period_s
        return 2.7 + 0.25 * period_s, 3.5 + 0.32 * period_s, 1.4 * period_s

    def _lighting(self, light: LightNow) -> Mapping[str, Any]:
        low = 1.0 - smooth_step(0.35, 1.1, light.source_height)
        glitter = self.values["glitter_ratio"] * min(1.5 * light.strength, 1.0) * (1.0 - light.starlit)
        path = tuple(min(0.10 + 1.1 * c**0.8, 1.0) for c in light.sun)
        strength = light.strength * (0.16 + 0.6 * min(max(light.source_height, 0.0), 1.0))
        return {
            **plain_light(light, 0.9, 0.42),
            **{name: by_night(colour, light) for name, colour in self._colours.items()},
            "u_bright": min(light.daylight * light.strength / BRIGHT, 1.0),
            "u_low": low,
            "u_spread": glitter * (1.0 - 0.94 * light.sun_ratio * smooth_step(0.35, 1.1, light.source_height)),
            "u_path": tuple(a + (b - a) * light.moon_ratio for a, b in zip(path, self._moonlight, strict=True)),
            "u_day": tuple(
                0.5 * middle + 0.3 * below + sun * strength
                for middle, below, sun in zip(light.sky_middle, light.sky_low, light.sun, strict=True)
            ),
        }

    def _draw_rings(self, frame: Frame, looks: Mapping[str, Any]) -> None:
        """Circles of foam alive now; where there are many, the oldest fade first."""
        alive = rings(frame.touches, frame.t_s, self.stage.horizon_ratio)
        if not len(alive):
            return
        alive[:, 3] *= np.clip((MOST - np.arange(len(alive))) / CROWD, 0.0, 1.0) * min(1.0, FULL / len(alive))
        self._ring_buffer.write(alive[::-1].astype(np.float32).tobytes())
        program: Program = self._ring
        set_uniforms(program, **looks)
        self._ring_quads.render(program, instances=len(alive))
