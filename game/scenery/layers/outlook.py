"""The view outside a window: painted once, lit every frame, its lamps drawn as discs."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from arcade.gl import Texture2D

from game.scenery.bakes import Work
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import LightNow, Rgb, linear
from game.scenery.mixing import mixing, replacing
from game.scenery.season import season
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from game.scenery.vista.focus import focus_ratio
from game.scenery.vista.foliage import FOLIAGE
from game.scenery.vista.lamps import lamp_array
from game.scenery.vista.noise import Array, Noise
from game.scenery.vista.painting import View, painted, place_for
from game.scenery.vista.sheet import MARGIN
from game.scenery.vista.weather import weather_for
from worlds.format.layers.outlook import Outlook

SCREEN = (1, 0x0301)
"""GL_ONE, GL_ONE_MINUS_SRC_COLOR: light laid over a picture in gamma 2, which never goes beyond white."""
TURN_S = 3600.0
"""Slow movements come round after this long, so that no phase grows large in a shader."""
FAR_RATIO = -0.18
"""How near the view is: beyond the pane, so that it leans the other way."""
WATERSIDE = ("waterfront", "canal", "street")
"""Places whose ground mirrors, and so wavers."""
BY_DAY = 0.20
"""How much of the light behind windows is seen by day: it rains, and people have their lamps on."""
CLOUDS_PER_S = 0.0067
CLOUD_UNITS, CLOUD_TEXELS = 16, 256
"""The sky's noise repeats after so many of its bumps, which pass in forty minutes; and its size as a texture."""
STREAKS_PER_HEIGHT = 90
HORIZON_SPREAD = 0.045
"""How far a seed may raise or lower the horizon the pack asks for, in heights of the picture."""


@draws(Outlook)
class OutlookLayer(Layer[Outlook]):
    """Draws the `outlook` layer and leaves it as "backdrop" in `canvas.shared`: encoded, half size."""

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._light = stage.program("outlook.frag")
        yield
        self._lamp = stage.program("outlook_lamp.frag", "outlook_lamp.vert")
        self._rain = stage.program("outlook_rain.frag", "outlook_rain.vert")
        self._copy, self._show = stage.program("copy.frag"), stage.program("outlook_show.frag")
        self._place = place_for(self.model.place, stage.seed + self.model.variety)
        self._weather = weather_for(self.model.weather, stage.seed + self.model.variety)
        self._seed = stage.shader_seed(self.name, "cloud") % CLOUD_UNITS
        self._cloud = self._clouds()
        yield
        chance = stage.generator(self.name, "composition")
        self._horizon = stage.horizon_ratio + chance.uniform(-HORIZON_SPREAD, HORIZON_SPREAD)
        self._break = 1.0 - focus_ratio(stage) + chance.uniform(-0.08, 0.08), chance.uniform(0.26, 0.46)
        self._painted_aspect = 0.0
        yield

    def _clouds(self) -> Texture2D:
        """Three octaves of noise that repeats both ways."""
        ctx, noise = self.stage.ctx, Noise(self.stage.generator(self.name, "clouds"), CLOUD_UNITS)
        at = np.arange(CLOUD_TEXELS, dtype=np.float32) * (CLOUD_UNITS / CLOUD_TEXELS)
        n = sum(0.5**i * noise.at(at[None] * 2.0 ** (i - 1), at[:, None] * 2.0 ** (i - 1)) for i in (1, 2, 3))
        data = np.clip(np.asarray(n) * 255, 0, 255).astype(np.uint8)
        smooth = ctx.LINEAR, ctx.LINEAR
        return ctx.texture((CLOUD_TEXELS, CLOUD_TEXELS), components=1, data=data.tobytes(), filter=smooth)

    def resize(self) -> None:
        self._small = self.stage.target(self.stage.scaled(4))
        self._view = self.stage.target(self.stage.scaled(2))

    def rebake(self) -> Iterator[None]:
        """Paint the place for this shape of screen."""
        if abs(self._painted_aspect - self.stage.aspect) < 1e-3:
            return
        made = yield from self.kept("view").or_made(self._painted())
        self._matter, self._glow = self._texture(made["matter"]), self._texture(made["glow"])
        names = ["in_place", "in_tone", "in_way"]
        self._lamps = Quads(self.stage.ctx, made["lamps"], "4f 4f 4f", names)
        self._streaks = Quads(self.stage.ctx, made["rain"], "4f", ["in_streak"])
        self._painted_aspect = self.stage.aspect

    def _painted(self) -> Work:
        stage, model = self.stage, self.model
        chance = stage.generator(self.name, "paint")
        leaves = FOLIAGE[season(model.season, stage).name]
        view = View(stage.aspect, self._horizon, focus_ratio(stage), linear(model.accent), leaves)
        brush = yield from painted(self._place, view, model.focus_blur_ratio, chance)
        sheet = brush.sheet
        return {
            "matter": np.dstack([sheet.colour, sheet.cover]).astype(np.float16),
            "glow": np.dstack([sheet.glow, sheet.haze]).astype(np.float16),
            "lamps": lamp_array(brush.lamps, chance),
            "rain": chance.random((round(STREAKS_PER_HEIGHT * stage.aspect), 4)).astype(np.float32),
        }

    def _texture(self, field: Array) -> Texture2D:
        ctx = self.stage.ctx
        return ctx.texture(
            (field.shape[1], field.shape[0]),
            components=4,
            dtype="f2",
            data=np.ascontiguousarray(field, np.float16).tobytes(),
            wrap_x=ctx.CLAMP_TO_EDGE,
            wrap_y=ctx.CLAMP_TO_EDGE,
            filter=(ctx.LINEAR, ctx.LINEAR),
        )

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if not self._painted_aspect:
            return
        lean = lean_shift(frame, FAR_RATIO)
        turn = 0.0 if frame.stilled else frame.t_s % TURN_S / TURN_S
        self._light_up(frame, lean, turn)
        self._hang_lamps(frame, lean, turn)
        canvas.shared["backdrop"] = self._view.color_attachments[0]
        if not self.model.behind_glass:
            canvas.begin()
            self.stage.full_screen(self._show, {"u_view": self._view.color_attachments[0]})

    def _light_up(self, frame: Frame, lean: tuple[float, float], turn: float) -> None:
        """The painted sheet under this hour's light, at a quarter size, then stretched to half."""
        stage, light = self.stage, frame.light
        replacing(stage.ctx)
        self._small.use()
        stage.full_screen(
            self._light,
            {"u_matter": self._matter, "u_glow": self._glow, "u_cloud": self._cloud},
            **self._weather.sky(light), u_gap=self._weather.gap,
            u_exposure=1.0 + 0.75 * light.daylight, u_ambient=ambient(light),
            u_sun=scaled(light.sun, light.strength * 0.8),
            u_source=(light.source_x, light.source_height), u_lean=lean, u_aspect=stage.aspect,
            u_horizon_ratio=self._horizon, u_break=self._break, u_margin=MARGIN, u_seed=self._seed,
            u_lamps=self.values["lamp_ratio"] * max(darkness(light), BY_DAY), u_haze=self.values["haze_ratio"],
            u_drift=0.0 if frame.stilled else frame.t_s * CLOUDS_PER_S % CLOUD_UNITS,
            u_water=float(self._place in WATERSIDE),
            u_sway=(math.tau * 300 * turn, math.tau * 190 * turn, self.values["sway_ratio"]),
        )  # fmt: skip
        self._view.use()
        stage.full_screen(self._copy, {"u_picture": self._small.color_attachments[0]})

    def _hang_lamps(self, frame: Frame, lean: tuple[float, float], turn: float) -> None:
        """Everything that is light added to light: lamps, and the rain that falls through it."""
        stage, light = self.stage, frame.light
        mixing(stage.ctx, SCREEN)
        set_uniforms(
            self._lamp,
            u_lean=lean, u_size=self._view.size, u_aspect=stage.aspect, u_blur=self.model.focus_blur_ratio,
            u_turn=turn, u_sway=self.values["sway_ratio"], u_dark=darkness(light),
            u_lamps=self.values["lamp_ratio"], u_day=scaled(light.sky_low, light.daylight),
        )  # fmt: skip
        self._lamps.render(self._lamp)
        if frame.stilled:
            return
        set_uniforms(
            self._rain, u_lean=lean, u_aspect=stage.aspect, u_margin=MARGIN, u_turn=turn,
            u_rain=self.values["rain_ratio"],
            u_tone=scaled(light.sky_low, 0.26), u_lit=self.values["lamp_ratio"] * darkness(light),
        )  # fmt: skip
        self._glow.use(0)
        self._rain.set_uniform_safe("u_glow", 0)
        self._streaks.render(self._rain)


def darkness(light: LightNow) -> float:
    """0 by day, 1 once all lamps are on."""
    return min(max(1.5 * (1.0 - light.daylight), 0.0), 1.0)


def ambient(light: LightNow) -> Rgb:
    """The light of the whole sky on an upright thing."""
    r, g, b = (
        0.62 * (0.40 * t + 0.45 * m + 0.40 * low) + 0.40 * s
        for t, m, low, s in zip(light.sky_top, light.sky_middle, light.sky_low, light.shade, strict=True)
    )
    return r, g, b


def scaled(colour: Rgb, factor: float) -> Rgb:
    """A colour times a number."""
    return colour[0] * factor, colour[1] * factor, colour[2] * factor
