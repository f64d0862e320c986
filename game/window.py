"""Opening the window, and saying clearly why it cannot be opened."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
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

HEARD = untranslated("Its world is heard all the same; Ctrl-C ends it.")


class NoDriver(Trouble):
    """There is a screen, but nothing that could draw on it."""


def run_window(opening: Opening) -> None:
    """Open the window and stay until the visitor leaves.

    Raises `Trouble` (MACHINE) if there is no screen, or no usable OpenGL while there is nothing to be heard either
    or nobody who could read about it. Where only OpenGL is missing, the visitor is told and the world is heard.
    The sound starts once the window is open, so that the first picture does not wait for it, and ends with it
    however it ends; then too, what was chosen is written down.
    """
    if (trouble := missing()) is not None:
        raise trouble
    settle()
    gc.disable()  # nothing that is made to stay is worth looking through again and again
    stay = _window(opening)
    try:
        opening.sound.start()
        gc.freeze()
        gc.enable()
        stay()
    finally:
        opening.settings.close()
        if opening.mixes is not None:
            opening.mixes.close()
        opening.sound.close(fade_s=0.1)


def _window(opening: Opening) -> Callable[[], object]:
    """An open window, as what to do while the visitor stays."""
    try:
        window = _open(_window_class(), opening)
    except NoDriver as trouble:
        if not opening.may_be_unseen:
            raise
        print(f"{trouble} {_(HEARD)}", file=sys.stderr)
        opening.journal.note("unseen")
        return partial(_listen, opening)
    opening.journal.note("open", renderer=window.ctx.info.RENDERER)
    return window.run


def _listen(opening: Opening) -> None:
    from game.unseen import listen

    listen(opening)


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
    from game.driver import opened, refusals

    try:
        return opened(lambda driver: window(opening, driver))
    except refusals() as error:
        said = _(
            "No window can be opened: this machine's graphics driver has neither OpenGL 3.3 nor OpenGL ES 3.1 "
            "(it needs a newer driver, or Mesa's llvmpipe)."
        )
        raise NoDriver(f"{said} {_(INSTEAD).format(stillroom=called())}", Exit.MACHINE) from error
