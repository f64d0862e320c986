"""The light on still land, worked out on a map of its own, a strip a frame, or all at once when it leaps."""

from __future__ import annotations

from collections.abc import Callable

from arcade.gl import Framebuffer, Texture2D

from game.scenery.frame import Frame
from game.scenery.mixing import replacing
from game.scenery.stage import Stage

STRIPS = 6
"""Each has its turn: all are lit anew five times a second, faster than any of this light moves."""
LEAP = 0.02
"""How much of the light may differ from that of the last frame before all is lit anew at once."""


class Relit:
    """For a window; pictures are lit whole each time. `bring_up` each frame, then draw from `texture`."""

    def __init__(self, stage: Stage, size_px: tuple[int, int]) -> None:
        self._stage = stage
        self._target: Framebuffer = stage.target(size_px)
        self._target.clear()
        self._turn = 0
        self._lit_for: tuple[float, ...] = ()

    @property
    def texture(self) -> Texture2D:
        """The lit map, premultiplied and encoded like the canvas."""
        return self._target.color_attachments[0]

    def bring_up(self, frame: Frame, paint: Callable[[], None]) -> None:
        """Have what is due painted; leaves its target in use."""
        light = frame.light
        asked = *light.sky_middle, *light.sun, *light.shade, light.source_x, light.strength
        leapt = not self._lit_for or any(abs(a - b) > LEAP for a, b in zip(asked, self._lit_for, strict=True))
        self._lit_for = asked
        self._target.use()
        replacing(self._stage.ctx)
        if not leapt:
            self._turn = (self._turn + 1) % STRIPS
            width, height = self._target.size
            first, last = (width * turn // STRIPS for turn in (self._turn, self._turn + 1))
            self._target.scissor = (first, 0, last - first, height)
        paint()
        self._target.scissor = None
