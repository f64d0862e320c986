"""Pads, flowers and petals afloat: a few forms baked, many quads that swing and drift."""

from __future__ import annotations

from collections.abc import Iterator
from math import tau

from arcade.gl import Framebuffer, Program, Texture2D

from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.garden.sky_light import in_the_dark
from game.scenery.layer import Layer, draws
from game.scenery.lean import lean_shift
from game.scenery.light import linear, smooth_step
from game.scenery.mixing import replacing
from game.scenery.pool.floating import FORMS, PADS, PETAL, Plan, floating
from game.scenery.pool.koi import shadow_off
from game.scenery.pool.surface import uniforms_of_light
from game.scenery.shapes import Quads
from game.scenery.stage import set_uniforms
from worlds.format.layers.pads import Pads

FORM_PX = 224
STRIPS = 14
SWING_PERIODS_S = (23.0, 14.5, 31.0, 47.0)
FLOW_PER_S = (0.0021, -0.0011)
"""How fast petals cross the pond, in screens a second; twice as fast for half of them."""
SHADOW_RATIO, DARK = 0.55, (0.22, 0.30)
"""How far shadows fall beside those of the koi; how dark they are without direct light, and how much more in it."""
NEAR = 0.12
DIM = 0.55
"""How much colour eyes still see at night."""


@draws(Pads)
class PadsLayer(Layer[Pads]):
    """Draws the `pads` layer."""

    def prepare(self) -> Iterator[None]:
        self._program = self.stage.program("pads.frag", "pads.vert")
        self._shadow = self.stage.program("pads.frag", "pads.vert", define="SHADOW")
        yield
        self._map: Texture2D | None = None
        self._colours = {
            "u_leaf": linear(self.model.leaf),
            "u_old": linear(self.model.old_leaf),
            "u_flower": linear(self.model.flower),
        }
        yield

    def resize(self) -> None:
        """Where all floats is the screen's shape's; the forms are baked once."""
        model = self.model
        plan = Plan(model.amount_ratio, model.size_ratio, model.flowers, model.petals)
        rows = floating(self.stage.generator(self.name), plan, self.stage.aspect)
        self._things = Quads(self.stage.ctx, rows, "4f 4f", ["in_place", "in_form"])

    def rebake(self) -> Iterator[None]:
        """Paint the forms, a strip at a time."""
        if self._map is not None:
            return
        stage = self.stage
        target = stage.target((FORM_PX * FORMS, FORM_PX))
        target.clear()
        for form in range(FORMS):
            program = stage.program("pads_form.frag", define=_what(form))
            yield
            for strip in range(STRIPS):
                self._paint(program, target, form, strip)
                stage.ctx.flush()
                yield
        found = target.color_attachments[0]
        found.filter = stage.ctx.LINEAR_MIPMAP_NEAREST, stage.ctx.LINEAR
        found.build_mipmaps()
        self._map = found

    def _paint(self, program: Program, target: Framebuffer, form: int, strip: int) -> None:
        target.use()
        replacing(self.stage.ctx)
        target.viewport = (form * FORM_PX, 0, FORM_PX, FORM_PX)
        high = FORM_PX // STRIPS
        target.scissor = (form * FORM_PX, strip * high, FORM_PX, high)
        self.stage.full_screen(program, u_key=1.0 + self.stage.shader_seed(self.name) % 64.0 + form * 3.7)
        target.scissor = None

    def draw(self, frame: Frame, canvas: Canvas) -> None:
        if self._map is None:
            return
        lit, t_s, light = uniforms_of_light(frame), frame.moving_s, frame.light
        off = shadow_off(lit["u_to_light"], light.source_height)
        seen = DIM + (1 - DIM) * light.daylight
        looks = {
            **lit,
            **{name: in_the_dark(colour, seen) for name, colour in self._colours.items()},
            "u_map": 0,
            "u_aspect": self.stage.aspect,
            "u_drift": self.values["drift_ratio"],
            "u_open": self.values["open_ratio"],
            "u_forms": float(FORMS),
            "u_first_flower": float(PADS),
            "u_petal": float(PETAL),
            "u_phases": tuple(tau * (t_s / period % 1.0) for period in SWING_PERIODS_S),
            "u_flow": tuple(t_s * speed % 1.0 for speed in FLOW_PER_S),
            "u_lean": lean_shift(frame, NEAR),
            "u_dark": DARK[0] + DARK[1] * smooth_step(0.0, 1.2, light.strength),
        }
        canvas.blend_over()
        self._map.use(0)
        set_uniforms(self._shadow, **looks, u_shadow_off=(off[0] * SHADOW_RATIO, off[1] * SHADOW_RATIO))
        self._things.render(self._shadow)
        set_uniforms(self._program, **looks, u_shadow_off=(0.0, 0.0))
        self._things.render(self._program)


def _what(form: int) -> str:
    """What the shader paints for a form."""
    return "PAD" if form < PADS else "FLOWER" if form < PETAL else ""
