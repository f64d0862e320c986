"""The same picture on further monitors: windows that show what the main one has painted, and pass on what is done.

It is painted once and heard once; a twin only copies it, cut to its own shape.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

from pyglet import gl
from pyglet.window import key as keys

from game.view.inputs import Closing, Input, Key, Pointer
from game.view.monitors import Area, covering

if TYPE_CHECKING:
    from arcade import Window as PygletWindow  # its abstract parent could not be made
else:
    from pyglet.window import Window as PygletWindow


class Copied:
    """A texture of what stands in the main window, which the contexts of all windows share."""

    def __init__(self, window: PygletWindow) -> None:
        self._window = window
        self.size_px = (0, 0)
        self._texture, self._target = gl.GLuint(), gl.GLuint()
        gl.glGenTextures(1, self._texture)
        gl.glGenFramebuffers(1, self._target)

    def take(self) -> None:
        """Copy the main window's picture; before it is shown, for after that it is gone."""
        if self.size_px != self._window.get_framebuffer_size():
            self._make()
        gl.glBindFramebuffer(gl.GL_READ_FRAMEBUFFER, 0)
        gl.glBindFramebuffer(gl.GL_DRAW_FRAMEBUFFER, self._target)
        self._attach(gl.GL_DRAW_FRAMEBUFFER)
        whole = (0, 0, *self.size_px)
        gl.glBlitFramebuffer(*whole, *whole, gl.GL_COLOR_BUFFER_BIT, gl.GL_NEAREST)
        gl.glBindFramebuffer(gl.GL_FRAMEBUFFER, 0)

    def attach(self, target: gl.GLuint) -> None:
        """Let another context read from it, through a framebuffer of its own."""
        gl.glBindFramebuffer(gl.GL_READ_FRAMEBUFFER, target)
        self._attach(gl.GL_READ_FRAMEBUFFER)

    def _attach(self, kind: int) -> None:
        gl.glFramebufferTexture2D(kind, gl.GL_COLOR_ATTACHMENT0, gl.GL_TEXTURE_2D, self._texture, 0)

    def _make(self) -> None:
        self.size_px = self._window.get_framebuffer_size()
        gl.glBindTexture(gl.GL_TEXTURE_2D, self._texture)
        form = gl.GL_RGBA, gl.GL_UNSIGNED_BYTE
        gl.glTexImage2D(gl.GL_TEXTURE_2D, 0, gl.GL_RGBA8, *self.size_px, 0, *form, None)
        gl.glTexParameteri(gl.GL_TEXTURE_2D, gl.GL_TEXTURE_MIN_FILTER, gl.GL_LINEAR)
        gl.glBindTexture(gl.GL_TEXTURE_2D, 0)


class Twin(PygletWindow):
    """A borderless window on a further monitor."""

    def __init__(self, main: PygletWindow, copied: Copied, area: Area, hear: Callable[[Input], None]) -> None:
        """Made while the main window's context is in use, which stays so."""
        x, y, width, height = area
        look: dict[str, Any] = {"style": self.WINDOW_STYLE_BORDERLESS, "config": main.config}
        super().__init__(width, height, "Stillroom", vsync=False, **look)
        self.set_location(x, y)
        self._copied, self._hear = copied, hear
        self._target = gl.GLuint()
        gl.glGenFramebuffers(1, self._target)
        main.switch_to()

    def show(self) -> None:
        """Show what was copied. Another window's context is in use after that."""
        self.switch_to()
        size_px = self.get_framebuffer_size()
        left, bottom, width, height = covering(self._copied.size_px, size_px)
        self._copied.attach(self._target)
        gl.glBindFramebuffer(gl.GL_DRAW_FRAMEBUFFER, 0)
        seen: Area = (left, bottom, left + width, bottom + height)
        here: Area = (0, 0, size_px[0], size_px[1])
        gl.glBlitFramebuffer(*seen, *here, gl.GL_COLOR_BUFFER_BIT, gl.GL_LINEAR)
        self.flip()

    def on_key_press(self, symbol: int, modifiers: int) -> None:
        """A key goes down here."""
        self._hear(Key(keys.symbol_string(symbol), down=True))

    def on_key_release(self, symbol: int, modifiers: int) -> None:
        """And comes up."""
        self._hear(Key(keys.symbol_string(symbol), down=False))

    def on_mouse_motion(self, x: int, y: int, dx: int, dy: int) -> None:
        """The pointer moves."""
        self._point("move", x, y)

    def on_mouse_drag(self, x: int, y: int, dx: int, dy: int, buttons: int, modifiers: int) -> None:
        """So it does while pressed."""
        self._point("move", x, y)

    def on_mouse_press(self, x: int, y: int, button: int, modifiers: int) -> None:
        """Any button is a press."""
        self._point("press", x, y)

    def on_mouse_release(self, x: int, y: int, button: int, modifiers: int) -> None:
        """And its release."""
        self._point("release", x, y)

    def on_close(self) -> None:
        """Closing one closes all."""
        self._hear(Closing())

    def _point(self, phase: Literal["move", "press", "release"], x: float, y: float) -> None:
        """Where that is in the main window's picture, 0..1."""
        left, bottom, width, height = covering(self._copied.size_px, self.get_size())
        across = (left + x / max(self.width, 1) * width) / max(self._copied.size_px[0], 1)
        up = (bottom + y / max(self.height, 1) * height) / max(self._copied.size_px[1], 1)
        self._hear(Pointer(phase, min(max(across, 0.0), 1.0), min(max(up, 0.0), 1.0)))


class Twins:
    """All further windows of a main one; none at all costs nothing."""

    def __init__(self, main: PygletWindow, areas: Sequence[Area], hear: Callable[[Input], None]) -> None:
        self._main = main
        self._copied = Copied(main) if areas else None
        self._windows = [Twin(main, self._copied, area, hear) for area in areas] if self._copied else []

    def take(self) -> None:
        """Take what the main window has painted, before it is shown there."""
        if self._copied is not None:
            self._copied.take()

    def show(self) -> None:
        """Show what was taken, and give the drivers back to the main window."""
        for window in self._windows:
            window.show()
        if self._windows:
            self._main.switch_to()

    def close(self) -> None:
        """Close them all."""
        for window in self._windows:
            window.close()
