"""What is drawn straight onto the output, over the worlds: at its full resolution, with the shared prelude."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from arcade.gl import Context, Framebuffer, Program, Texture2D, geometry

from game.scenery.glsl import VERSION, prelude, source
from game.scenery.uniforms import set_uniforms

RECTANGLE = (
    "in vec2 in_vert; in vec2 in_uv; out vec2 uv; uniform vec4 u_rectangle;\n"
    "void main(){gl_Position=vec4(mix(u_rectangle.xy,u_rectangle.zw,in_vert*0.5+0.5)*2.0-1.0,0.0,1.0);uv=in_uv;}\n"
)
WHOLE = (0.0, 0.0, 1.0, 1.0)


class Brush:
    """Programs and one rectangle to draw with. Colours are premultiplied by their alpha."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self._quad = geometry.quad_2d_fs()
        self._prelude = prelude()

    def program(self, fragment: str) -> Program:
        """Compile `game/view/<fragment>`."""
        text = source("game.view", fragment)
        return self.ctx.program(
            vertex_shader=VERSION + self._prelude + RECTANGLE,
            fragment_shader=VERSION + self._prelude + text,
        )

    def draw(
        self,
        program: Program,
        output: Framebuffer,
        rectangle: tuple[float, float, float, float] = WHOLE,
        textures: Mapping[str, Texture2D] | None = None,
        **uniforms: Any,
    ) -> None:
        """Lay a rectangle (left, bottom, right, top; 0..1 of the output) over what is there."""
        ctx = self.ctx
        output.use()
        ctx.enable_only(ctx.BLEND)
        ctx.blend_func = ctx.ONE, ctx.ONE_MINUS_SRC_ALPHA, ctx.ZERO, ctx.ONE
        for unit, (name, texture) in enumerate((textures or {}).items()):
            texture.use(unit)
            program.set_uniform_safe(name, unit)
        set_uniforms(program, u_rectangle=rectangle, **uniforms)
        self._quad.render(program)


def around(
    centre: tuple[float, float], size_px: tuple[float, float], output_px: tuple[int, int]
) -> tuple[float, float, float, float]:
    """The rectangle of so many pixels round a centre (0..1), on whole pixels and inside the output; of one that is
    too large, the upper left corner is."""
    width, height = output_px
    left = max(min(round(centre[0] * width - size_px[0] / 2), round(width - size_px[0])), 0)
    bottom = min(max(round(centre[1] * height - size_px[1] / 2), 0), round(height - size_px[1]))
    return left / width, bottom / height, (left + size_px[0]) / width, (bottom + size_px[1]) / height
