"""How what is painted is mixed with what is there, told to the driver only where that changes.

arcade's `enable_only` sets every switch each time; a frame asks thirty times, and hardly ever for anything new.
Inside a frame, which begins with `afresh`, layers ask here instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from arcade.gl import Context
from arcade.gl.backends.opengl.context import OpenGLContext
from pyglet import gl

Factors = tuple[int, int] | tuple[int, int, int, int]
"""What the painted and the present are multiplied by; four: colours, then alpha."""


def afresh(ctx: Context) -> None:
    """Nothing is known of what others have left: no mixing, no depth, no culling."""
    ctx.enable_only()
    ctx.blend_func = ctx.ONE, ctx.ONE_MINUS_SRC_ALPHA


def replacing(ctx: Context) -> None:
    """What is painted takes the place of what is there."""
    if ctx.is_enabled(ctx.BLEND):
        disable: Callable[[int], None] = ctx.disable  # arcade leaves its type open
        disable(ctx.BLEND)


def mixing(ctx: Context, factors: Factors) -> None:
    """What is painted is added to what is there, each multiplied first."""
    if not ctx.is_enabled(ctx.BLEND):
        ctx.enable(ctx.BLEND)
    if ctx.blend_func != factors:
        ctx.blend_func = factors


def adding(ctx: Context) -> None:
    """Light added to light."""
    mixing(ctx, (ctx.ONE, ctx.ONE))


@contextmanager
def keeping_the_greater(ctx: Context) -> Iterator[None]:
    """For this while, of what is painted and what is there the greater stays, channel by channel."""
    adding(ctx)
    gl.glBlendEquation(gl.GL_MAX)
    try:
        yield
    finally:
        gl.glBlendEquation(gl.GL_FUNC_ADD)


def sizing_points(ctx: Context) -> None:
    """Points are as large as their shader says; OpenGL ES has no switch for that."""
    if isinstance(ctx, OpenGLContext) and ctx.gl_api == "opengl":
        ctx.enable(gl.GL_PROGRAM_POINT_SIZE)
