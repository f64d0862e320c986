"""A pond seen from above: bed and koi painted four sevenths as large, then seen through the surface."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from arcade.gl import Texture2D

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.layer import Layer, draws
from game.scenery.light import linear, smooth_step
from game.scenery.mixing import replacing
from game.scenery.pixels import filled
from game.scenery.pool.bed import deepest, paint_bed, plain_bed
from game.scenery.pool.koi import Koi, shadow_off
from game.scenery.pool.surface import Surface, encoded, uniforms_of_light
from game.scenery.sea.caustics import SIZE, nets
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from game.scenery.surface import ASPECT_TOLERANCE
from worlds.format.layers.pond import Pond

_ONE = np.zeros((1, 1), np.float32)
UNDER, LIGHT_SMALL, SHADOW_SMALL = 1.75, 4.6, 5
"""How many times smaller bed and koi, light on the bed, and shadows are painted."""
NET_PER_S = (0.0052, 0.0031, -0.0044, 0.0049)
"""Drift of the two nets of light, in tiles a second: slow, so that no crossing ever flickers."""
LEAVES_PERIOD_S = 4096.0
LEAVES_PER_S = (0.011, 0.007)
SHADOW_SOFT_PX = 0.9
BEND = 0.011
"""How far the steepest slopes bend the bed aside, about, in screen heights."""
MOST_MIRRORED = 2.4
KEPT = 0.62, -0.10, -0.22
"""How much of a glowing sky's light never comes to the bed; below 0 more of it does, which all water gives back."""
KOI_GLOW = 0.46
"""How much more light koi have while the sky glows."""
MOON_RADIUS, MOON_IN, MOON_LOW = 0.040, 0.62, 0.60
"""Size of the mirrored moon, how far it follows the moon aside, and how low it may stand."""


@draws(Pond)
class PondLayer(Layer[Pond]):
    """Draws the `pond` layer."""

    fills = True

    def prepare(self) -> Iterator[None]:
        stage = self.stage
        self._light_program = stage.program("pond_light.frag")
        yield
        self._bed_program = stage.program("pond_bed.frag")
        self._show = stage.program("pond_show.frag", "pond_show.vert")
        yield
        self._fish_program = stage.program("pond_fish.frag", "pond_fish.vert")
        self._shadow_program = stage.program("pond_fish.frag", "pond_fish.vert", define="SHADOW")
        yield
        self._moon_program = stage.program("pond_moon.frag", "pond_moon.vert")
        self._quad = Quads(stage.ctx, _ONE, "1f", ["in_unused"])
        yield
        self._surface = Surface(stage, self.name)
        yield from self._surface.prepare()
        self._seed = stage.shader_seed(self.name) % 512.0
        self._net: Texture2D | None = None
        self._koi: Koi | None = None
        self._koi_aspect = 0.0
        names = ("stone", "warm_stone", "moss", "water")
        self._colours = {f"u_{name.removesuffix('_stone')}": linear(getattr(self.model, name)) for name in names}

    def resize(self) -> None:
        """Targets of this size; the bed is painted anew in `rebake`."""
        stage = self.stage
        self._bed = stage.target(stage.scaled(UNDER))
        plain_bed(self._bed)
        self._under = stage.target(stage.scaled(UNDER))
        self._lit = stage.target(stage.scaled(LIGHT_SMALL))
        self._shadow = stage.target(stage.scaled(SHADOW_SMALL))
        self._surface.resize()
        self._middle = deepest(stage.generator(self.name, "depth"), stage.aspect)

    def rebake(self) -> Iterator[None]:
        """The net of light and the coats once, the bed for each size."""
        stage, model = self.stage, self.model
        if self._koi is None or abs(self._koi_aspect / stage.aspect - 1) > ASPECT_TOLERANCE:
            self._koi = Koi(stage, self.name, model.koi, model.koi_size_ratio)
            self._koi_aspect = stage.aspect
            yield from self._koi.bake()
        if self._net is None:
            made = yield from self.kept("net").or_made(nets(stage.generator(self.name, "net")))
            ctx = stage.ctx
            self._net = ctx.texture(
                (SIZE, SIZE), components=4, data=made["net"].tobytes(), wrap_x=ctx.REPEAT, wrap_y=ctx.REPEAT
            )
            self._net.filter = ctx.LINEAR_MIPMAP_NEAREST, ctx.LINEAR
            self._net.build_mipmaps()
            yield
        bed = self._bed
        work = paint_bed(stage, self.name, bed, model.boulders_ratio)
        yield from filled(lambda: bed, self.kept("bed"), work)

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        values, lit = self.values, uniforms_of_light(frame)
        mist = min(values["mist_ratio"] + values["dawn_mist_ratio"] * dawn(frame), 1.0)
        self._surface.paint(frame, values["ripple_ratio"], values["rain_ratio"], mist)
        self._paint_light(frame, lit)
        looks = {**lit, **self._colours, "u_clear": values["clear_ratio"], "u_ambient": _on_bed(frame, lit)}
        self._under.use()
        replacing(self.stage.ctx)
        light = self._lit.color_attachments[0]
        self.stage.full_screen(
            self._bed_program, {"u_bed": self._bed.color_attachments[0], "u_light": light}, **looks
        )
        if self._koi is not None:
            light.use(3)
            self._koi.draw(self._fish_program, {**looks, "u_light": 3, "u_ambient": self._on_koi(frame, lit)})
        self._paint_surface(frame, canvas, lit)

    def _on_koi(self, frame: Frame, lit: dict[str, Any]) -> tuple[float, ...]:
        """Light on koi from all sides: they swim near the surface, where the sky still glows."""
        glow = KOI_GLOW * frame.light.twilight
        return tuple(a + glow * h for a, h in zip(lit["u_ambient"], frame.light.horizon, strict=True))

    def _paint_light(self, frame: Frame, lit: dict[str, Any]) -> None:
        """Shadows of koi, then all light that comes down to the bed."""
        stage, t_s = self.stage, frame.moving_s
        self._shadow.use()
        self._shadow.clear()
        if self._koi is not None:
            self._koi.place(frame)
            off = shadow_off(lit["u_to_light"], frame.light.source_height)
            self._koi.draw_shadows(self._shadow_program, off)
        self._lit.use()
        replacing(stage.ctx)
        net = self._net or self._bed.color_attachments[0]
        width, height = self._shadow.size
        stage.full_screen(
            self._light_program,
            {"u_net": net, "u_shadow": self._shadow.color_attachments[0]},
            u_aspect=stage.aspect,
            u_seed=self._seed,
            u_nets=self.values["net_ratio"] if self._net else 0.0,
            u_clear=self.values["clear_ratio"],
            u_dapple=0.5 * frame.light.sun_ratio,
            u_drift=tuple(t_s * speed % 1.0 for speed in NET_PER_S),
            u_leaves=tuple(t_s * speed % LEAVES_PERIOD_S for speed in LEAVES_PER_S),
            u_soft=(SHADOW_SOFT_PX / width, SHADOW_SOFT_PX / height),
            u_middle=self._middle,
        )

    def _paint_surface(self, frame: Frame, canvas: Canvas, lit: dict[str, Any]) -> None:
        stage = self.stage
        light, to_light = frame.light, lit["u_to_light"]
        self._surface.pack(
            {
                "u_to_light": to_light,
                "u_glint": 0.55 * min(light.strength + 0.5 * light.twilight, 1.2),
                "u_mirror": min(self.values["mirror_ratio"] * (1.0 + 1.5 * light.twilight), MOST_MIRRORED),
            }
        )
        canvas.begin()
        textures = {"u_under": self._under.color_attachments[0], "u_wave": self._surface.slopes}
        bend = (BEND / stage.aspect, BEND)
        stage.full_screen(self._show, textures, u_bend=bend, u_to_light=to_light, **_mirrored(frame))
        self._paint_moon(frame, canvas)

    def _paint_moon(self, frame: Frame, canvas: Canvas) -> None:
        """The moon mirrored, where there is one."""
        light = frame.light
        show = light.moon_ratio * self.values["mirror_ratio"]
        if show <= 0.01:
            return
        canvas.blend_add()
        self._surface.slopes.use(0)
        height = MOON_LOW + 0.26 * smooth_step(0.0, 1.5, light.moon_height)
        set_uniforms(
            self._moon_program,
            u_wave=0,
            u_at=(0.5 + (light.moon_x - 0.5) * MOON_IN, height),
            u_aspect=self.stage.aspect,
            u_radius=MOON_RADIUS,
            u_moon=tuple(0.85 * c * show for c in light.sun),
        )
        self._quad.render(self._moon_program)


def _on_bed(frame: Frame, lit: dict[str, Any]) -> tuple[float, ...]:
    """Light on the bed from all sides: water keeps the red of a glowing sky, or all would be brown at dusk."""
    glow = frame.light.twilight
    return tuple(1.15**glow * a * (1.0 - kept * glow) for a, kept in zip(lit["u_ambient"], KEPT, strict=True))


def _mirrored(frame: Frame) -> dict[str, Any]:
    """Colours of what the surface mirrors: the sky to either side of the light, and the brightest of it."""
    light = frame.light
    glow = 0.30 + 0.45 * light.twilight
    return {
        "u_high": encoded((1 - glow) * a + glow * b for a, b in zip(light.sky_top, light.sky_middle, strict=True)),
        "u_low": encoded(0.55 * a + 0.45 * b for a, b in zip(light.sky_low, light.sky_middle, strict=True)),
        "u_clouds": encoded(0.6 * a + 0.5 * b for a, b in zip(light.horizon, light.sky_low, strict=True)),
    }


def dawn(frame: Frame) -> float:
    """How much it is dawn: 1 at sunrise, 0 once the sun is well up, and through the rest of the day and night."""
    return frame.light.twilight * (1.0 - smooth_step(9.0, 12.0, frame.signals.hour))
