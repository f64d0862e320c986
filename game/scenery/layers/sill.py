"""The window from inside: frame, sill and the things on it, baked once as answers to two lights."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Sequence

import numpy as np
from arcade.gl import BufferDescription, Framebuffer, Geometry, Program, Texture2D

from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import REACH_Y, lean_shift
from game.scenery.light import LightNow, Rgb, linear
from game.scenery.mixing import replacing
from game.scenery.pixels import read, texture_of
from game.scenery.shapes import CORNERS, triangles
from game.scenery.stage import set_uniforms
from game.scenery.still_life.arrangement import Wishes, arranged
from game.scenery.still_life.bars import Box
from game.scenery.still_life.cover import EDGE, SILL, border_boxes, covered_boxes, solid_boxes
from game.scenery.still_life.greenery import greenery_for
from game.scenery.still_life.joinery import MARGIN
from game.scenery.still_life.mesh import FORMAT, NAMES, Array, Mesh
from game.scenery.vista.focus import focus_ratio
from worlds.format.layers.sill import Sill

TURN_S = 3600.0
STILL_S = 61.0
"""The moment at which stilled steam stands."""
NEAR_RATIO = 0.28
STEAM_PER_S = (0.36, 0.026, 0.053)
WARMED = (1.22, 1.0, 0.76)
"""What walls and wood make of daylight that is thrown back and forth between them."""
BANDS = 3
"""The bake is done in so many slices from bottom to top."""
CONTACTS = 6
FINE, FINE_ROWS = 2, 2400
"""Things are baked this many times finer than the picture, each way, but not higher than so many rows."""


@draws(Sill)
class SillLayer(Layer[Sill]):
    """Draws the `sill` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._bake = stage.program("sill_bake.frag", "sill_bake.vert")
        self._light = stage.program("sill.frag", "sill.vert")
        self._solid = stage.program("sill.frag", "sill.vert", define="SOLID")
        yield
        self._steam, self._shrink = stage.program("steam.frag", "steam.vert"), stage.program("glass_shrink.frag")
        ctx = stage.ctx
        corners = BufferDescription(ctx.buffer(data=CORNERS.tobytes()), "2f", ["in_corner"])
        self._steam_quad = ctx.geometry([corners], mode=ctx.TRIANGLE_STRIP)
        yield

    def resize(self) -> None:
        """Tell what the sill hides, however the visitor leans; all else is slow: see `rebake`."""
        self._ready = False
        top = self.model.height_ratio - EDGE - REACH_Y * NEAR_RATIO
        self.stage.leave_line(SILL, self.name, np.full(2, top - self.stage.horizon_ratio))

    def rebake(self) -> Iterator[None]:
        """Arrange the sill for this shape of screen and bake it."""
        ctx, made = self.stage.ctx, (yield from self.kept("sill").or_made(self._arranged()))
        self._frame_maps = [texture_of(ctx, made[f"frame {i}"]) for i in range(2)]
        self._thing_maps = [texture_of(ctx, made[f"things {i}"]) for i in range(2)]
        self._solid_pieces, self._border_pieces = self._pieces(made["solid"]), self._pieces(made["border"])
        self._hung_pieces = self._pieces(made["hung"]) if len(made["hung"]) else None
        self._thing_pieces = self._pieces(made["standing"])
        self._steam_at: tuple[float, ...] = tuple(made["steam"].tolist())
        self._ready = True

    def _arranged(self) -> Work:
        stage, model = self.stage, self.model
        wood, focus = linear(model.wood), focus_ratio(stage)
        plant = greenery_for(model.plant, stage.seed + model.variety)
        wishes = Wishes(model.height_ratio, model.bars, plant, model.cup, wood, model.curtain, focus)
        self._made = yield from arranged(stage.aspect, wishes, stage.generator(self.name, "arrange"))
        lamp_x = 0.99 + 0.06 * stage.generator(self.name, "lamp").random()
        self._lamp_at = (stage.aspect * lamp_x, 0.66)
        height, made = model.height_ratio, self._made
        frame = yield from self._baked([made.frame], 1)
        things = yield from self._baked([made.hanging, made.things, made.plant], FINE)
        pictures = {}
        for name, target in zip(("frame 0", "frame 1", "things 0", "things 1"), frame + things, strict=True):
            pictures[name] = read(target)
            yield
        filled, border = made.hung
        return {
            **pictures,
            "solid": _quads(solid_boxes(stage.aspect, height)),
            "border": _quads(border_boxes(made, stage.aspect, height)),
            "hung": _quads(filled),
            "standing": _quads(border + covered_boxes(made.things), covered_boxes(made.plant)),
            "steam": np.array(made.steam or ()),
        }

    def _baked(self, meshes: list[Mesh], fine: int) -> Generator[None, None, list[Framebuffer]]:
        """Two maps: the answer to the window's light, and to the lamp's. Slice by slice, `fine` times finer."""
        stage, ctx = self.stage, self.stage.ctx
        rows = np.concatenate([mesh.rows() for mesh in meshes])
        fine = max(min(fine, FINE_ROWS // stage.size_px[1]), 1)
        size = stage.size_px[0] * fine, stage.size_px[1] * fine
        found = [stage.target(size) for _ in range(2)]
        both = ctx.framebuffer(color_attachments=[one.color_attachments[0] for one in found])
        both.clear()
        geometry, count = triangles(ctx, rows, FORMAT, NAMES), len(rows)
        reach = (rows[:, :2].min(0), rows[:, :2].max(0)) if count else (np.zeros(2), np.zeros(2))
        del rows
        yield
        for band in range(BANDS if count else 0):
            both.use()
            both.scissor = 0, size[1] * band // BANDS, size[0], size[1] // BANDS + 1
            ctx.enable_only()
            self._set_bake()
            geometry.render(self._bake)
            both.scissor = None
            yield
        return found if fine == 1 else (yield from self._shrunk(found, *reach))

    def _shrunk(
        self, found: list[Framebuffer], low: Array, high: Array
    ) -> Generator[None, None, list[Framebuffer]]:
        """The same at the picture's size, where there is anything: between two corners."""
        stage, (width, height) = self.stage, found[0].size
        maps = [stage.target(stage.size_px) for _ in found]
        full = np.array([stage.aspect, 1.0]) + 2 * MARGIN
        x0, y0, x1, y1 = np.concatenate([(low + MARGIN) / full, (high + MARGIN) / full]) * (stage.size_px * 2)
        for target, source in zip(maps, found, strict=True):
            target.clear()
            stage.ctx.enable_only()
            target.scissor = max(int(x0) - 2, 0), max(int(y0) - 2, 0), int(x1 - x0) + 5, int(y1 - y0) + 5
            target.use()
            picture = {"u_source": source.color_attachments[0]}
            stage.full_screen(self._shrink, picture, u_step=(0.5 / width, 0.5 / height))
            target.scissor = None
            yield
        return maps

    def _set_bake(self) -> None:
        stage = self.stage
        padded = (self._made.contacts + [(0.0, -9.0, 0.01, 0.0)] * CONTACTS)[:CONTACTS]
        self._bake["u_contacts"] = [value for contact in padded for value in contact]
        set_uniforms(
            self._bake, u_aspect=stage.aspect, u_margin=MARGIN, u_lamp_at=self._lamp_at,
            u_seed=stage.shader_seed(self.name, "wood") % 43.0,
        )  # fmt: skip

    def _pieces(self, rows: Array) -> Geometry:
        """Quads as they are drawn; where there are none, one that covers nothing."""
        return triangles(
            self.stage.ctx, rows if len(rows) else np.zeros((1, 5), np.float32), "4f 1f", ["in_piece", "in_sway"]
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if not self._ready:
            return
        lean = lean_shift(frame, NEAR_RATIO)
        self._show(self._solid, self._frame_maps, self._solid_pieces, frame)
        canvas.blend_over()
        self._show(self._light, self._frame_maps, self._border_pieces, frame)
        if self._hung_pieces:
            replacing(self.stage.ctx)
            self._show(self._solid, self._thing_maps, self._hung_pieces, frame)
            canvas.blend_over()
        self._show(self._light, self._thing_maps, self._thing_pieces, frame)
        self._rise(frame, lean)

    def _show(self, program: Program, maps: list[Texture2D], pieces: Geometry, frame: Frame) -> None:
        turn = 0.0 if frame.stilled else frame.t_s % TURN_S / TURN_S
        set_uniforms(
            program,
            u_aspect=self.stage.aspect, u_margin=MARGIN, u_lean=lean_shift(frame, NEAR_RATIO),
            u_window=window_light(frame.light), u_lamp=self._lamplight(frame.light),
            u_wind=(math.tau * 260 * turn, math.tau * 430 * turn, self.values["sway_ratio"] * 0.012),
            u_window_map=0, u_lamp_map=1,
        )  # fmt: skip
        for unit, texture in enumerate(maps):
            texture.use(unit)
        pieces.render(program)

    def _rise(self, frame: Frame, lean: tuple[float, float]) -> None:
        """Steam over the cup."""
        if not self._steam_at:
            return
        window, lamp = window_light(frame.light), self._lamplight(frame.light)
        tone = tuple(
            math.sqrt(0.16 * w + 0.30 * x) * 1.35 * self.values["steam_ratio"]
            for w, x in zip(window, lamp, strict=True)
        )
        set_uniforms(
            self._steam, u_cup=self._steam_at, u_lean=lean, u_aspect=self.stage.aspect, u_tone=tone,
            u_rise=tuple((STILL_S if frame.stilled else frame.t_s) * speed % 4096.0 for speed in STEAM_PER_S),
        )  # fmt: skip
        self._steam_quad.render(self._steam)

    def _lamplight(self, light: LightNow) -> Rgb:
        level = self.values["lamp_ratio"] * (1.0 - 0.85 * light.daylight) * 1.5
        r, g, b = linear(self.model.lamp)
        return r * level, g * level, b * level


def _quads(standing: list[Box], swaying: Sequence[Box] = ()) -> Array:
    """Quads over boxes, six corners each. What sways moves the more the higher it reaches over the lowest box."""
    rows: list[tuple[float, ...]] = []
    foot = min((box[1] for box in swaying), default=0.0)
    reach = max((box[3] for box in swaying), default=1.0) - foot
    for box, free in [(box, 0.0) for box in standing] + [(box, 1.0) for box in swaying]:
        x0, y0, x1, y1 = box
        a, b = (free * ((y - foot) / reach) ** 1.5 if free else 0.0 for y in (y0, y1))
        low, high = (x1, y0, 0, 0, a), (x0, y1, 0, 0, b)
        rows += [(x0, y0, 0, 0, a), low, high, high, low, (x1, y1, 0, 0, b)]
    return np.array(rows, np.float32).reshape(-1, 5)


def window_light(light: LightNow) -> Rgb:
    """The light of the sky that comes in through the window; by day the room's walls warm it."""
    r, g, b = (
        warm**light.daylight * (1.5 + 1.3 * light.daylight) * (0.2 * top + 0.4 * middle + 0.5 * low) + 0.05 * s
        for top, middle, low, s, warm in zip(
            light.sky_top, light.sky_middle, light.sky_low, light.shade, WARMED, strict=True
        )
    )
    return r, g, b
