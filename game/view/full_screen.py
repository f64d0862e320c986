"""Filling the monitor the window is on, and going back to where it was."""

from __future__ import annotations

import pyglet

from game.view.monitors import Area, MonitorChoice, area, monitor_at, place


class FullScreen:
    """Full screen for one window.

    pyglet's own full screen makes the window anew and leaves it to the system where: on the main monitor that is
    right, on another it is not. There the window loses its border and is laid over the monitor instead.
    """

    def __init__(self, window: pyglet.window.Window) -> None:
        self._window = window
        self._left: Area | None = None
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

    def fill(self, choice: MonitorChoice) -> None:
        """Be laid over what was chosen, without a border."""
        window = self._window
        self._left = (*window.get_location(), *window.get_size())
        self._lay(window.WINDOW_STYLE_BORDERLESS, *area(window.display.get_screens(), choice))
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
