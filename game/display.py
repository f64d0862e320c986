"""Is there a screen to open a window on? Asked before anything heavy is imported."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from collections.abc import Mapping

from game.called import called
from game.problem import Exit, Trouble
from game.text import translate as _
from game.toolkit import known_libraries


def available() -> bool:
    """Whether a window could be opened here."""
    return missing() is None


def missing(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Trouble | None:
    """What stands between this process and a screen, said to the person at the machine; None if nothing does.

    Windows and macOS always have one. Elsewhere a window needs an X server (or XWayland) that lets us in.
    """
    if platform in ("win32", "darwin"):
        return None
    if not environment.get("DISPLAY"):
        said = _(
            "There is no screen here (DISPLAY is not set), so no window can open. "
            "`{stillroom} render WORLD --out film.mp4` makes a film instead."
        )
        return Trouble(said.format(stillroom=called()), Exit.MACHINE)
    return _refused(environment["DISPLAY"])


def _refused(name: str) -> Trouble | None:
    with known_libraries():
        library = ctypes.util.find_library("X11")
    if library is None:
        return Trouble(_("The X11 library is missing. On Debian: apt-get install libx11-6"), Exit.MACHINE)
    x11 = ctypes.CDLL(library)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    connection = x11.XOpenDisplay(name.encode())
    if not connection:
        said = _("The screen {name!r} does not answer, so no window can open. Is its X server running?")
        return Trouble(said.format(name=name), Exit.MACHINE)
    x11.XCloseDisplay(connection)
    return None
