"""The window from inside: frame, sill and the things on it, baked once as answers to two lights."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator

import numpy as np
from arcade.gl import BufferDescription, Framebuffer, Geometry

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import LightNow, Rgb, linear
from game.scenery.shapes import CORNERS, triangles
from game.scenery.stage import set_uniforms
from game.scenery.still_life.arrangement import Arrangement, Wishes, arranged
from game.scenery.still_life.joinery import BAR, MARGIN, POST, RAIL
from game.scenery.still_life.mesh import FORMAT, NAMES, Mesh
from game.scenery.vista.focus import focus_ratio
from worlds.format.layers.sill import Sill

TURN_S = 3600.0
STILL_S = 61.0
"""The moment at which stilled steam stands."""
NEAR_RATIO = 0.28
STEAM_PER_S = (0.36, 0.026, 0.053)
BANDS = 3
"""The bake is done in so many slices from bottom to top."""
CONTACTS = 6
FINE, FINE_ROWS = 2, 2400
"""The bake is this many times finer than the picture, each way, but not higher than so many rows."""


@draws(Sill)
class SillLayer(Layer[Sill]):
    """Draws the `sill` layer."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._bake = stage.program("sill_bake.frag", "sill_bake.vert")
        self._light = stage.program("sill.frag", "sill.vert")
        yield
        self._steam, self._shrink = stage.program("steam.frag", "steam.vert"), stage.program("glass_shrink.frag")
        ctx = stage.ctx
        corners = BufferDescription(ctx.buffer(data=CORNERS.tobytes()), "2f", ["in_corner"])
        self._steam_quad = ctx.geometry([corners], mode=ctx.TRIANGLE_STRIP)
        yield

    def resize(self) -> None:
        """Everything here is slow: see `rebake`."""
        self._ready = False

    def rebake(self) -> Iterator[None]:
        """Arrange the sill for this shape of screen and bake it."""
        stage, model = self.stage, self.model
        wood, focus = linear(model.wood), focus_ratio(stage)
        wishes = Wishes(model.height_ratio, model.bars, model.plant, model.cup, wood, focus)
        self._made = yield from arranged(stage.aspect, wishes, stage.generator(self.name, "arrange"))
        lamp_x = 0.72 + 0.2 * stage.generator(self.name, "lamp").random()
        self._lamp_at = (stage.aspect * lamp_x, 0.42)
        self._frame_maps = yield from self._baked([self._made.frame])
        self._thing_maps = yield from self._baked([self._made.things, self._made.plant])
        self._frame_pieces = self._pieces(_frame_boxes(self._made, stage.aspect, model.height_ratio))
        self._thing_pieces = self._pieces(_thing_boxes(self._made))
        self._ready = True

    def _baked(self, meshes: list[Mesh]) -> Generator[None, None, list[Framebuffer]]:
        """Two maps: the answer to the window's light, and to the lamp's. Slice by slice."""
        stage, ctx = self.stage, self.stage.ctx
        rows = np.concatenate([mesh.rows() for mesh in meshes])
        maps = [stage.target(stage.size_px) for _ in range(2)]
        fine = max(min(FINE, FINE_ROWS // stage.size_px[1]), 1)
        width, height = stage.size_px[0] * fine, stage.size_px[1] * fine
        both = ctx.framebuffer(color_attachments=[stage.target((width, height)).color_attachments[0] for _ in maps])
        both.clear()
        geometry = triangles(ctx, rows, FORMAT, NAMES)
        yield
        for band in range(BANDS if len(rows) else 0):
            both.use()
            both.scissor = 0, height * band // BANDS, width, height // BANDS + 1
            ctx.enable_only()
            self._set_bake()
            geometry.render(self._bake)
            both.scissor = None
            yield
        for target, source in zip(maps, both.color_attachments, strict=True):
            ctx.enable_only()
            target.use()
            stage.full_screen(self._shrink, {"u_source": source}, u_step=(0.5 / width, 0.5 / height))
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

    def _pieces(self, boxes: list[tuple[float, float, float, float, float]]) -> Geometry:
        """Quads over boxes (left, bottom, right, top, sway at the top)."""
        rows: list[tuple[float, ...]] = []
        for x0, y0, x1, y1, sway in boxes:
            steps = 8 if sway else 1
            for i in range(steps):
                low, high = y0 + (y1 - y0) * i / steps, y0 + (y1 - y0) * (i + 1) / steps
                a, b = (sway * ((y - y0) / (y1 - y0)) ** 1.5 for y in (low, high))
                left, right = (x0, low, 0, 0, a), (x1, low, 0, 0, a)
                rows += [left, right, (x0, high, 0, 0, b), (x0, high, 0, 0, b), right, (x1, high, 0, 0, b)]
        ctx = self.stage.ctx
        data = np.array(rows or [(0,) * 5], np.float32)
        buffer = BufferDescription(ctx.buffer(data=data.tobytes()), "4f 1f", ["in_piece", "in_sway"])
        return ctx.geometry([buffer], mode=ctx.TRIANGLES)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        stage = self.stage
        if not self._ready:
            return
        turn = 0.0 if frame.stilled else frame.t_s % TURN_S / TURN_S
        lean = lean_shift(frame, NEAR_RATIO)
        canvas.blend_over()
        set_uniforms(
            self._light,
            u_aspect=stage.aspect, u_margin=MARGIN, u_lean=lean,
            u_window=window_light(frame.light), u_lamp=self._lamplight(frame.light),
            u_wind=(math.tau * 260 * turn, math.tau * 430 * turn, self.values["sway_ratio"] * 0.012),
        )  # fmt: skip
        for maps, pieces in ((self._frame_maps, self._frame_pieces), (self._thing_maps, self._thing_pieces)):
            for unit, (name, target) in enumerate(zip(("u_window_map", "u_lamp_map"), maps, strict=True)):
                target.color_attachments[0].use(unit)
                self._light.set_uniform_safe(name, unit)
            pieces.render(self._light)
        self._rise(frame, lean)

    def _rise(self, frame: Frame, lean: tuple[float, float]) -> None:
        """Steam over the cup."""
        if self._made.steam is None:
            return
        window, lamp = window_light(frame.light), self._lamplight(frame.light)
        tone = tuple(
            math.sqrt(0.16 * w + 0.30 * x) * 1.35 * self.values["steam_ratio"]
            for w, x in zip(window, lamp, strict=True)
        )
        set_uniforms(
            self._steam, u_cup=self._made.steam, u_lean=lean, u_aspect=self.stage.aspect, u_tone=tone,
            u_rise=tuple((STILL_S if frame.stilled else frame.t_s) * speed % 4096.0 for speed in STEAM_PER_S),
        )  # fmt: skip
        self._steam_quad.render(self._steam)

    def _lamplight(self, light: LightNow) -> Rgb:
        level = self.values["lamp_ratio"] * (1.0 - 0.85 * light.daylight) * 1.5
        r, g, b = linear(self.model.lamp)
        return r * level, g * level, b * level


def window_light(light: LightNow) -> Rgb:
    """The light of the sky that comes in through the window."""
    r, g, b = (
        (1.5 + 1.3 * light.daylight) * (0.2 * top + 0.4 * middle + 0.5 * low) + 0.05 * s
        for top, middle, low, s in zip(light.sky_top, light.sky_middle, light.sky_low, light.shade, strict=True)
    )
    return r, g, b


def _frame_boxes(made: Arrangement, aspect: float, height: float) -> list[tuple[float, float, float, float, float]]:
    """Boxes over the joinery that do not overlap each other."""
    low, high = height, 1 + MARGIN
    boxes = [
        (-MARGIN, -MARGIN, aspect + MARGIN, low, 0.0),
        (-MARGIN, low, POST, high, 0.0),
        (aspect - POST, low, aspect + MARGIN, high, 0.0),
        (POST, 1 - RAIL, aspect - POST, high, 0.0),
    ]
    for way, place in made.bars:
        if way == "upright":
            boxes.append((place - BAR, low, place + BAR, 1 - RAIL, 0.0))
        else:
            boxes.append((POST, place - BAR, aspect - POST, place + BAR, 0.0))
    return boxes


def _thing_boxes(made: Arrangement) -> list[tuple[float, float, float, float, float]]:
    boxes = []
    for mesh, sway in ((made.things, 0.0), (made.plant, 1.0)):
        if len(mesh.rows()):
            x0, y0, x1, y1 = mesh.box()
            boxes.append((x0 - 0.004, y0 - 0.004, x1 + 0.004, y1 + 0.004, sway))
    return boxes
