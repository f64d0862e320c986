"""What a bake depends on besides its world: the code that makes it, numpy, and the driver that draws."""

from __future__ import annotations

import ctypes
import platform
from hashlib import blake2b
from pathlib import Path

import numpy as np
from arcade.gl import Context
from pyglet import gl

ROOTS = Path(__file__).parent, Path(__file__).parents[2] / "worlds"
CODE = {".py", ".glsl", ".frag", ".vert"}


def stamp(ctx: Context) -> str:
    """A text that changes whenever a bake might come out differently."""
    told = ctypes.cast(gl.glGetString(gl.GL_VERSION), ctypes.c_char_p).value or b""
    driver = f"{ctx.info.VENDOR} {ctx.info.RENDERER} {told.decode(errors='replace')}"
    return f"{_code_digest()} numpy {np.__version__} {platform.machine()} {driver}"


def _code_digest() -> str:
    """Of every file that says how worlds are drawn, or what they may say."""
    digest = blake2b(digest_size=16)
    for root in ROOTS:
        for path in sorted(path for path in root.rglob("*") if path.suffix in CODE):
            digest.update(str(path.relative_to(root)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
