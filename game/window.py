"""Opening the window, and saying clearly why it cannot be opened."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from audio.memory import settle
from game import toolkit
from game.called import called
from game.display import missing
from game.lacking import libraries_missing
from game.problem import Exit, Trouble
from game.text import translate as _
from game.text import untranslated

if TYPE_CHECKING:
    from game.view.opening import Opening
    from game.view.window import StillroomWindow

INSTEAD = untranslated(
    "`{stillroom} doctor` tells more; `{stillroom} render WORLD --out film.mp4` makes a film without a window."
)


def run_window(opening: Opening) -> None:
    """Open the window and stay until the visitor leaves.

    Raises `Trouble` (MACHINE) if there is no screen or no usable OpenGL. The sound starts once the window is
    open, so that the first picture does not wait for it, and ends with it however it ends; then too, what was
    chosen is written down.
    """
    if (trouble := missing()) is not None:
        raise trouble
    settle()
    gc.disable()  # nothing that is made to stay is worth looking through again and again
    window = _open(_window_class(), opening)
    opening.journal.note("open", renderer=window.ctx.info.RENDERER)
    try:
        opening.sound.start()
        gc.freeze()
        gc.enable()
        window.run()
    finally:
        opening.settings.close()
        if opening.mixes is not None:
            opening.mixes.close()
        opening.sound.close(fade_s=0.1)


def _window_class() -> type[StillroomWindow]:
    """Import what draws."""
    os.environ.pop("ARCADE_HEADLESS", None)
    try:
        toolkit.load()
        from game.view.window import StillroomWindow
    except (ImportError, AttributeError) as error:
        # pyglet asks a missing libXrender for a function, hence the AttributeError.
        raise libraries_missing(_("No window can be opened."), error) from error
    return StillroomWindow


def _open(window: type[StillroomWindow], opening: Opening) -> StillroomWindow:
    from arcade import NoOpenGLException
    from pyglet.gl import ContextException, GLException
    from pyglet.window import WindowException

    try:
        return window(opening)
    except (NoOpenGLException, ContextException, GLException, WindowException) as error:
        said = _(
            "No window can be opened: this machine's graphics driver has no OpenGL 3.3 "
            "(it needs a newer driver, or Mesa's llvmpipe)."
        )
        raise Trouble(f"{said} {_(INSTEAD).format(stillroom=called())}", Exit.MACHINE) from error
