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

    Raises `Trouble` (MACHINE) where libraries or a driver are missing.
    """
    os.environ["ARCADE_HEADLESS"] = "True"
    try:
        toolkit.load()
        import arcade

        from game.driver import opened, refusals
    except (ImportError, AttributeError) as error:
        raise libraries_missing(_("Nothing can be drawn."), error) from error

    try:
        with toolkit.without_sprites():
            return opened(lambda driver: arcade.Window(64, 64, "Stillroom", visible=False, **driver).ctx)
    except refusals() as error:
        said = _(
            "Nothing can be drawn: this machine has neither OpenGL 3.3 nor OpenGL ES 3.1. Install a driver (Mesa's "
            "llvmpipe needs no graphics chip); `{stillroom} doctor` says what is there."
        )
        raise Trouble(said.format(stillroom=called()), Exit.MACHINE) from error
