"""Filling the monitor the window is on, and going back to where it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

import pyglet


class Monitor(Protocol):
    """A screen of pyglet's: its place on the desktop, in pixels."""

    x: int
    y: int
    width: int
    height: int


M = TypeVar("M", bound=Monitor)


def monitor_at(monitors: Sequence[M], x: float, y: float) -> M:
    """The monitor a point of the desktop is on, or else the nearest."""

    def distance(monitor: M) -> float:
        aside = max(monitor.x - x, x - (monitor.x + monitor.width - 1), 0.0)
        above = max(monitor.y - y, y - (monitor.y + monitor.height - 1), 0.0)
        return aside + above

    return min(monitors, key=distance)


def place(monitor: Monitor) -> tuple[int, int, int, int]:
    """What tells monitors apart: pyglet makes new objects at each look."""
    return monitor.x, monitor.y, monitor.width, monitor.height


class FullScreen:
    """Full screen for one window.

    pyglet's own full screen makes the window anew and leaves it to the system where: on the main monitor that is
    right, on another it is not. There the window loses its border and is laid over the monitor instead.
    """

    def __init__(self, window: pyglet.window.Window) -> None:
        self._window = window
        self._left: tuple[int, int, int, int] | None = None
        """Where the window was before it was laid over a monitor, and how large."""

    def toggle(self) -> None:
        """Fill the monitor, or go back."""
        window = self._window
        if self._left is not None:
            self._lay(window.WINDOW_STYLE_DEFAULT, *self._left)
            self._left = None
        elif window.fullscreen:
            window.set_fullscreen(False)
        else:
            self._fill()
        window.activate()

    def _fill(self) -> None:
        window, (x, y), (width, height) = self._window, self._window.get_location(), self._window.get_size()
        monitor = monitor_at(window.display.get_screens(), x + width / 2, y + height / 2)
        if place(monitor) == place(window.display.get_default_screen()):
            window.set_fullscreen(True)
        else:
            self._left = (x, y, width, height)
            self._lay(window.WINDOW_STYLE_BORDERLESS, *place(monitor))

    def _lay(self, style: str, x: int, y: int, width: int, height: int) -> None:
        """Make the window anew in a style, at a place; pyglet has no public way to change the style."""
        self._window._style = style
        self._window._recreate(["fullscreen"])
        self._window.set_location(x, y)
        self._window.set_size(width, height)
