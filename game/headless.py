"""A GL context without a screen (EGL), for export, checks and tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcade.gl import Context


def open_context() -> Context:
    """Open an off-screen context. Must be the first thing in the process that touches arcade."""
    os.environ["ARCADE_HEADLESS"] = "True"
    import pyglet

    pyglet.options.audio = ("silent",)
    pyglet.options.debug_gl = False
    import arcade

    return arcade.Window(64, 64, "Stillroom", antialiasing=False, visible=False).ctx
