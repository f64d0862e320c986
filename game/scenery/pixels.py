"""Pixels of targets as arrays, and back."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from arcade.gl import Context, Framebuffer, Texture2D
from numpy.typing import NDArray
from pyglet import gl

from game.scenery.bakes import Kept

FORMATS = {1: gl.GL_RED, 2: gl.GL_RG, 4: gl.GL_RGBA}
TYPES: dict[str, tuple[int, Any]] = {"f1": (gl.GL_UNSIGNED_BYTE, np.uint8), "f2": (gl.GL_HALF_FLOAT, np.float16)}


def read(target: Framebuffer, attachment: int = 0) -> NDArray[Any]:
    """The pixels of one of a target's textures, bit by bit: (height, width, components), bottom row first.

    uint8 for "f1", float16 for "f2".
    """
    texture = target.color_attachments[attachment]
    kind, dtype = TYPES[texture.dtype]
    pixels = np.empty((texture.height, texture.width, texture.components), dtype)
    target.use()
    gl.glReadBuffer(gl.GL_COLOR_ATTACHMENT0 + attachment)
    gl.glPixelStorei(gl.GL_PACK_ALIGNMENT, 1)
    address = ctypes.c_void_p(pixels.ctypes.data)
    gl.glReadPixels(0, 0, texture.width, texture.height, FORMATS[texture.components], kind, address)
    gl.glReadBuffer(gl.GL_COLOR_ATTACHMENT0)
    return pixels


def filled(target: Callable[[], Framebuffer], kept: Kept, work: Iterator[None]) -> Iterator[None]:
    """Fill all textures of a target by some work in slices, or with what the same work came to another day.

    The target is asked for once the work is done, which may put another in its place.
    """
    pixels = kept.find()
    if pixels is None:
        yield from work
        if kept:
            kept.keep({str(i): read(target(), i) for i in range(len(target().color_attachments))})
        return
    for i, texture in enumerate(target().color_attachments):
        texture.write(pixels[str(i)].tobytes())
        yield


def texture_of(ctx: Context, pixels: NDArray[Any]) -> Texture2D:
    """A texture of pixels as `read` gives them, with linear filtering and clamped edges."""
    height, width, components = pixels.shape
    return ctx.texture(
        (width, height),
        components=components,
        dtype="f2" if pixels.dtype == np.float16 else "f1",
        data=pixels.tobytes(),
        wrap_x=ctx.CLAMP_TO_EDGE,
        wrap_y=ctx.CLAMP_TO_EDGE,
        filter=(ctx.LINEAR, ctx.LINEAR),
    )


def mipmaps(texture: Texture2D, pixels: NDArray[np.uint8]) -> Iterator[None]:
    """Give a texture of these pixels (size, size, 4; a power of two) its smaller levels, one a slice.

    A driver without a graphics card takes as long over all of them as over three frames.
    """
    level = pixels
    for number in range(1, pixels.shape[0].bit_length()):
        rows = level[::2].astype(np.uint16) + level[1::2]
        level = ((rows[:, ::2] + rows[:, 1::2] + 2) // 4).astype(np.uint8)
        data = level.ctypes.data_as(ctypes.c_void_p)
        height, width, _ = level.shape
        texture.use(0)
        gl.glPixelStorei(gl.GL_UNPACK_ALIGNMENT, 1)
        gl.glTexImage2D(
            gl.GL_TEXTURE_2D, number, gl.GL_RGBA8, width, height, 0, gl.GL_RGBA, gl.GL_UNSIGNED_BYTE, data
        )
        gl.glTexParameteri(gl.GL_TEXTURE_2D, gl.GL_TEXTURE_MAX_LEVEL, number)
        yield
