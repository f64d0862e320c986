"""A beach: a mesh of the sea over a plane of sand, both moved by waves that are a pure function of the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, log2
from typing import Any

import numpy as np
from arcade.gl import BufferDescription, Program, Texture2D
from numpy.typing import NDArray
from pyglet import gl

from game.scenery.air import air
from game.scenery.beach.coast import EYE, coast_of
from game.scenery.beach.grain import Grain
from game.scenery.beach.ground import Ground
from game.scenery.beach.lit import lighting
from game.scenery.beach.meshes import band_points, between_bands
from game.scenery.beach.running import RUN, reach
from game.scenery.beach.sheets import SIDE, plain, sheets
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.ground import Spot
from game.scenery.layer import Layer, draws
from game.scenery.lean import MARGIN, REACH_X
from game.scenery.light import linear
from game.scenery.mirror import Mirror
from game.scenery.mixing import replacing
from game.scenery.ripples import MOST, rings
from game.scenery.shapes import CORNERS, Quads, grid
from game.scenery.stage import set_uniforms
from worlds.format.layers.beach import Beach
from worlds.swell import waves_about

MIRROR_ROWS = 0.3
BEFORE, AFTER = 4, 5
"""Waves told to the shaders: so many that have come, so many that will."""
RUNNING = 5
"""How many of them may be upon the sand."""
STANDING = 5, 4, 3
"""Which of them may stand up and break, the farthest first."""
ACROSS, DOWN = 0.46, 0.58
"""Pixels painted of the ground for each of the screen's, each way: all lies flat, so that this is enough."""
SWASH_PX = 7.0  # of the screen, for each one of the map of where the water is on the sand
FLOW_PER_S = (0.006, 0.021, -0.013, 0.034)
"""Drift of the two sheets of ripples across and towards the eye, in sheets a second."""
DRIFT_PER_S = (0.012, 0.011)
"""The same of foam on the sea and of ripples on the film."""
TIDE = 0.66
"""How far up a beach lies what the highest water left."""
STREAK, STREAK_WIDE = 0.5, 0.03
"""How far a lamp is mirrored towards the eye, as a share of the ground's height, and how wide."""
CROWD = 30
"""How many of the oldest circles of foam that there may be fade, so that none goes at once."""
FULL = 4
"""More circles than these are the fainter, the more there are."""


@draws(Beach)
class BeachLayer(Layer[Beach]):
    """Draws the `beach` layer below the horizon."""

    def prepare(self) -> Iterator[None]:
        stage, model = self.stage, self.model
        self._swash = stage.program("beach_swash.frag", "beach_swash.vert")
        yield
        self._ground = Ground(stage)
        yield from self._ground.prepare()
        self._ring = stage.program("beach_ring.frag", "beach_ring.vert")
        self._streak = stage.program("beach_lamp.frag", "beach_lamp.vert")
        self._quad = Quads(stage.ctx, np.zeros((1, 1), np.float32), "1f", ["in_unused"])
        yield
        self._breaker = stage.program("beach_breaker.frag", "beach_breaker.vert")
        self._bands = grid(stage.ctx, band_points(STANDING), "3f", ["in_at"], between_bands(len(STANDING)))
        yield
        self._out = stage.program("beach_show.frag", "beach_show.vert")
        self._out_grainy = stage.program("beach_show.frag", "beach_show.vert", "GRAIN")
        self._mirror, self._grain = Mirror(stage), Grain(stage)
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
        self._ground.resize(self._coast)
        self._lay_targets()
        self._lamp = self._streak_of(stage.place("lamp", self.name))
        self._mirror.resize((max(horizon - 0.02, 0.0), 1.0), MIRROR_ROWS)

    def _streak_of(self, lamp: Spot | None) -> Spot | None:
        """Where a lamp left by a layer behind is drawn out on the water: its place, lowest end, widest half."""
        if lamp is None:
            return None
        x, y, *_ = lamp
        horizon = self.stage.horizon_ratio
        shore = EYE / float(self._coast.along(np.array([(x - 0.5) * self.stage.aspect]), 0.0)[0])
        return x, y, horizon - min(STREAK * horizon, shore), STREAK_WIDE

    def _lay_targets(self) -> None:
        """A small one for where the water is on the sand, one for all of the ground, to be drawn out."""
        stage, (width, height) = self.stage, self.stage.size_px
        self._top, self._sand_top = stage.horizon_ratio, self._ground.sand_top
        self._half = stage.target((round(width * ACROSS), ceil(height * self._top * DOWN)))
        size = stage.scaled(SWASH_PX)[0], max(round(height * self._sand_top / SWASH_PX), 4)
        where, trace = stage.target(size, half_float=True), stage.target(size)
        textures = [where.color_attachments[0], trace.color_attachments[0]]
        self._swash_target = stage.ctx.framebuffer(color_attachments=textures)

    def rebake(self) -> Iterator[None]:
        """Make the sheets and the grain of the sand; until then the sea is calm, without foam, the sand plain."""
        yield from self._make_sheets()
        looks = {**self._shore(0.0), "u_seed": self.stage.shader_seed(self.name) % 97.0, "u_tide": TIDE}
        ground = {"u_horizon_ratio": self.stage.horizon_ratio, "u_aspect": self.stage.aspect}
        yield from self._grain.paint(self.kept("grain"), self._ground.dry_top, {**looks, **ground})

    def _make_sheets(self) -> Iterator[None]:
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

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        mirror = self._mirror.copy(frame, canvas)
        looks = {**air(frame, self.stage), **self._water(frame), **self._lighting(frame)}
        self._swash_target.use()
        replacing(self.stage.ctx)
        set_uniforms(self._swash, **{**looks, "u_wave": looks["u_wave"][: 4 * RUNNING]})
        self._ground.sand_mesh.render(self._swash)
        for unit, texture in enumerate((mirror, self._ripples, self._walls, *self._swash_target.color_attachments)):
            texture.use(unit)
        self._half.use()
        self._ground.paint(
            self._half, looks, reach(looks["u_wave"][: 4 * RUNNING], looks["u_high"], self._swash_s())
        )
        self._draw_rings(frame, looks)
        self._show(frame, canvas)
        self._draw_breakers(looks, mirror, canvas)

    def _show(self, frame: Frame, canvas: Canvas) -> None:
        """Draw the ground out to the screen, with the grain of its sand."""
        canvas.begin()
        width, height = self.stage.size_px
        share = min(self._grain.top / self._top, 1.0)
        for program, low, high in ((self._out_grainy, 0.0, share), (self._out, share, 1.0)):
            foot, top = (round(height * self._top * at) for at in (low, high))
            canvas.target.viewport = 0, foot, width, top - foot
            self.stage.full_screen(
                program,
                {"u_picture": self._half.color_attachments[0], "u_grain": self._grain.texture},
                u_rows=(foot / (height * self._top), top / (height * self._top)),
                u_top=self._top,
                u_grain_top=self._grain.top,
                u_leant=frame.lean[0] * REACH_X,
                u_margin=MARGIN,
                u_relief=float(self._grain.shown),
            )
        canvas.target.viewport = 0, 0, width, height

    def _draw_breakers(self, looks: Mapping[str, Any], mirror: Texture2D, canvas: Canvas) -> None:
        """The waves that stand up and break, pixel by pixel, over all of the ground."""
        for unit, texture in enumerate((mirror, self._ripples, self._walls)):
            texture.use(unit)
        if self._lamp:
            canvas.blend_add()
            set_uniforms(self._streak, **looks, u_lamp=self._lamp)
            self._quad.render(self._streak)
        canvas.blend_over()
        set_uniforms(self._breaker, **looks)
        self._bands.render(self._breaker)

    def _shore(self, camera: float) -> dict[str, Any]:
        """Where the shore runs, seen from so far to the right."""
        coast = self._coast
        return {"u_shore": (coast.away, coast.slant, coast.bay, camera), "u_cusps": coast.cusps}

    def _water(self, frame: Frame) -> dict[str, Any]:
        """Where the waves are now."""
        t_s, model = frame.moving_s, self.model
        waves = waves_about(self.stage.seed, t_s, model.period_s, model.set_ratio, BEFORE, AFTER)
        camera = frame.lean[0] * REACH_X * self.stage.aspect * EYE / self.stage.horizon_ratio
        return {
            **self._shore(camera),
            "u_wave": tuple(v for w in waves for v in (t_s - w.at_s, w.height, w.side, w.variety)),
            "u_high": 0.5 + self.values["height_ratio"],
            "u_run": RUN,
            "u_swash": (*self._swash_s(), float(self.stage.size_px[1])),
            "u_flow": tuple(t_s * speed % 1.0 for speed in FLOW_PER_S),
            "u_drift": tuple(t_s * speed % 1.0 for speed in DRIFT_PER_S),
            "u_ripple": (0.55 + 0.9 * self.values["ripple_ratio"]) * (0.85 + 0.3 * frame.signals.wind),
            "u_foaming": self.values["foam_ratio"],
            "u_haze": self.values["haze_ratio"],
            "u_fine": self._fine,
            "u_height_px": float(self.stage.size_px[1]),
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

    def _lighting(self, frame: Frame) -> dict[str, Any]:
        return lighting(frame.light, self._colours, self._moonlight, self.values["glitter_ratio"])

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
