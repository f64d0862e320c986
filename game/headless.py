"""A GL context without a screen (EGL), for export, checks and tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from game import toolkit
from game.called import called
from game.lacking import libraries_missing
from game.problem import Exit, Trouble
from game.text import translate as _

if TYPE_CHECKING:
    from arcade.gl import Context


def open_context() -> Context:
    """Open an off-screen context. Must be the first thing in the process that touches arcade.

    Raises `Trouble` (MACHINE) where libraries or an OpenGL 3.3 driver are missing.
    """
    os.environ["ARCADE_HEADLESS"] = "True"
    try:
        toolkit.load()
        import arcade
    except (ImportError, AttributeError) as error:
        raise libraries_missing(_("Nothing can be drawn."), error) from error
    from pyglet.gl import ContextException, GLException
    from pyglet.window import WindowException

    try:
        ctx = arcade.Window(64, 64, "Stillroom", antialiasing=False, visible=False).ctx
    except (arcade.NoOpenGLException, ContextException, GLException, WindowException) as error:
        said = _(
            "Nothing can be drawn: this machine has no OpenGL 3.3 driver. Install one (Mesa's llvmpipe needs no "
            "graphics chip); `{stillroom} doctor` says what is there."
        )
        raise Trouble(said.format(stillroom=called()), Exit.MACHINE) from error
    toolkit.lighten(ctx)
    return ctx
