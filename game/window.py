"""Opening the window, and saying clearly why it cannot be opened."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.display import missing
from game.problem import Exit, Trouble

if TYPE_CHECKING:
    from game.settings import SettingsFile
    from game.view.inputs import Guide
    from game.view.journal import Journal
    from game.view.plan import Plan
    from game.view.sound import Ears
    from game.view.window import StillroomWindow


def run_window(
    plan: Plan,
    sound: Ears,
    settings: SettingsFile,
    journal: Journal,
    guide: Guide | None = None,
    beat: Callable[[], None] = lambda: None,
) -> None:
    """Open the window and stay until the visitor leaves.

    Raises `Trouble` (MACHINE) if there is no screen or no usable OpenGL. `guide` gets every input first and is
    ticked once a frame; `beat` is called once a frame as a sign of life.
    """
    if (trouble := missing()) is not None:
        raise trouble
    sound.start()
    window = _open(plan, sound, settings, journal, guide, beat)
    journal.note("open", renderer=window.ctx.info.RENDERER)
    gc.collect()
    gc.freeze()
    try:
        window.run()
    finally:
        sound.close(fade_s=0.1)


def _open(
    plan: Plan,
    sound: Ears,
    settings: SettingsFile,
    journal: Journal,
    guide: Guide | None,
    beat: Callable[[], None],
) -> StillroomWindow:
    os.environ.pop("ARCADE_HEADLESS", None)
    try:
        import pyglet

        pyglet.options.audio = ("silent",)
        pyglet.options.debug_gl = False
        from game.view.window import StillroomWindow

        return StillroomWindow(plan, sound, settings, journal, guide, beat)
    except ImportError as error:
        raise _no_gl(error) from error


def _no_gl(error: Exception) -> Trouble:
    return Trouble(
        f"No window can be opened: {error}. On Debian: apt-get install libgl1 libxrender1 libfontconfig1",
        Exit.MACHINE,
    )
