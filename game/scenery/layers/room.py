"""The room: baked once in the light of fire, windows and candle, and lit anew every frame."""

from __future__ import annotations

import math
from collections.abc import Iterator

from arcade.gl import Program, Texture2D

from game.scenery.air import air
from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.fire import flare, level, sway
from game.scenery.frame import Frame
from game.scenery.interior.baking import MAPS, RoomBake
from game.scenery.interior.cat import flank
from game.scenery.interior.embers import FLAMES_DEEP
from game.scenery.interior.furniture import candle_at
from game.scenery.interior.joined import HIGH, LOW, Joined, Strengths
from game.scenery.interior.light import candle_light, fire_light, window_light
from game.scenery.interior.plan import SLAB_M, Composer, Window
from game.scenery.interior.stroke import stroked
from game.scenery.layer import Layer, draws
from game.scenery.light import linear
from game.scenery.pixels import read, texture_of
from game.scenery.stage import set_uniforms
from worlds.format.layers.room import Room

FALL_PER_S = (1.9, 1.75, 1.6, 1.5)
"""How fast each sheet of flakes falls, in its own cells; the far ones are fine."""
RISE = 0.036
"""How far the cat's flank rises with its breath, as a share of its picture."""
PANE_MARGIN_PX = 3
OUTSIDE_PX, OUTSIDE_ROWS_PX = (1536, 384), 4
LAP_S = 4096.0


@draws(Room)
class RoomLayer(Layer[Room]):
    """Draws the `room` layer."""

    fills = True

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._program = stage.program("room.frag")
        yield
        self._pane = stage.program("room_pane.frag", "room_piece.vert")
        yield
        self._cat = stage.program("room_cat.frag", "room_piece.vert")
        self._veil = stage.program("room_veil.frag")
        yield

    def resize(self) -> None:
        stage, model = self.stage, self.model
        fire = None if model.masonry == "seed" else model.masonry
        coat = None if model.coat == "seed" else model.coat
        self.plan = plan = Composer(stage.generator(self.name, "plan"), stage.aspect, fire, coat).compose()
        f, eye = plan.fireplace, plan.eye
        x, y = eye.on_screen(f.x, SLAB_M, f.deep * FLAMES_DEEP)
        wide = f.opening * 2 * eye.scale(f.x, f.deep * FLAMES_DEEP)
        self._hearth = x, y, wide
        stage.leave_place("hearth", self.name, (x, y, wide, wide * (f.spring + f.arch) / (2 * f.opening)))
        cx, cy, cz = candle_at(plan)
        stage.leave_place(
            "candle", self.name, (*eye.on_screen(cx, cy, cz), 0.034 * eye.scale(cx, cz), 0.07 * eye.scale(cx, cz))
        )
        self._maps: dict[str, Texture2D] = {}

    def rebake(self) -> Iterator[None]:
        made = yield from self.kept("room").or_made(self._made())
        maps = {}
        for name in MAPS:
            maps[f"u_{name}"] = texture_of(self.stage.ctx, made[name])
            yield
        self._outside = texture_of(self.stage.ctx, made["outside"])
        self.joined = Joined(self.stage)
        self._maps = maps

    def _made(self) -> Work:
        stage = self.stage
        outside = stage.target(OUTSIDE_PX)
        program = stage.program("room_outside.frag")
        for low in range(0, OUTSIDE_PX[1], OUTSIDE_ROWS_PX):
            outside.use()
            stage.ctx.enable_only()
            outside.scissor = 0, low, OUTSIDE_PX[0], OUTSIDE_ROWS_PX
            stage.full_screen(program, u_aspect=stage.aspect, u_seed=stage.shader_seed(self.name, "outside") % 97.0)
            stage.ctx.flush()
            yield
        outside.scissor = None
        maps = yield from RoomBake(stage, self.plan, self.name).work()
        return {**maps, "outside": read(outside)}

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        light = self._lights(frame)
        if not self._maps:
            wall = self.plan.wall
            x, y, _ = self._hearth
            set_uniforms(self._veil, **light)
            self.stage.full_screen(self._veil, u_wall=wall, u_hearth=(x, y), u_aspect=self.stage.aspect)
            return
        self.joined.follow(self._maps, light)
        canvas.begin()
        burns = self.values["fire_ratio"] * self._burns(frame)
        lean = sway(frame.moving_s) * burns / (HIGH - LOW)
        for unit, texture in enumerate(self.joined.pictures):
            texture.use(unit)
        for program in (self._program, self._pane, self._cat):
            set_uniforms(program, u_low=0, u_high=1, u_burning=((burns - LOW) / (HIGH - LOW), 2 * lean))
        self.stage.full_screen(self._program)
        canvas.shared["hearth"] = self.joined.pictures[1]
        self._outside.use(3)
        set_uniforms(self._pane, u_fire_light=light["u_fire_light"])
        set_uniforms(self._pane, **air(frame, self.stage))
        for window in self.plan.windows:
            self._look_out(window, frame)
        self._breathe(frame)

    def _lights(self, frame: Frame) -> Strengths:
        values = self.values
        return {
            "u_fire_light": fire_light(linear(self.model.fire_colour), frame.light),
            "u_window_light": window_light(frame.light, values["daylight_ratio"]),
            "u_candle_light": candle_light(linear(self.model.candle_colour), values["candle_ratio"], frame.light),
        }

    def _burns(self, frame: Frame) -> float:
        """How strongly the fire shines, about 1."""
        x, y, wide = self._hearth
        return level(frame.moving_s) + 0.28 * flare(frame, x, y + wide * 0.3, wide * 0.8, self.stage.aspect)

    def _look_out(self, window: Window, frame: Frame) -> None:
        t_s, (width, height) = frame.moving_s, self.stage.size_px
        drift = 0.25 + 1.6 * self.values["drift_ratio"]
        left, low, right, top = self._box(window, PANE_MARGIN_PX / width, PANE_MARGIN_PX / height)
        set_uniforms(
            self._pane, u_rect=(left, low, right - left, top - low), u_outside=3,
            u_fall=tuple(t_s * speed % LAP_S for speed in FALL_PER_S),
            u_aside=tuple(_swing(t_s, k) * drift + 37.0 * k for k in range(4)),
            u_panes=(float(window.columns), float(window.rows)),
            u_mirrored=(0.80 if window.x < self.plan.fireplace.x else 0.20, 0.24),
            u_eye_y=self.plan.eye.on_screen(0.0, 1.35, -30.0)[1],
            u_snow=self.values["snow_ratio"], u_frost=1.0,
        )  # fmt: skip
        self._piece(self._pane)

    def _box(self, w: Window, more_x: float, more_y: float) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of a window's opening on the screen."""
        corners = [
            self.plan.eye.on_screen(w.x + i * w.half_w, w.y + j * w.half_h, z)
            for i in (-1, 1)
            for j in (-1, 1)
            for z in (0.0, -0.14)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs) - more_x, min(ys) - more_y, max(xs) + more_x, max(ys) + more_y

    def _breathe(self, frame: Frame) -> None:
        box, way = flank(self.plan)
        touched, (hand_x, hand_y) = stroked(frame, box, self.stage.aspect)
        breath = 0.5 - 0.5 * math.cos(math.tau * (frame.moving_s * self.model.breath_rate_per_min / 60 % 1.0))
        set_uniforms(
            self._cat, u_rect=box, u_flank=(way, 0.52), u_aspect=self.stage.aspect,
            u_size=tuple(map(float, self.stage.size_px)),
            u_rise=RISE * breath * breath * (3 - 2 * breath) * (1 + 0.5 * touched) * box[3] * 3.0,
            u_warm=0.35 * touched, u_warmed=(hand_x, hand_y),
        )  # fmt: skip
        self._piece(self._cat)

    def _piece(self, program: Program) -> None:
        self.stage.quad.render(program)


def _swing(t_s: float, sheet: int) -> float:
    """How far aside the wind has carried a sheet of flakes: to and fro over minutes, on the whole one way."""
    slow, quick = math.tau * (t_s / 71.0 % 1.0), math.tau * (t_s / 23.0 % 1.0)
    return (t_s * 0.35) % LAP_S + 3.0 * math.sin(slow + sheet) + 0.8 * math.sin(quick + 2 * sheet)
