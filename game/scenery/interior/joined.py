"""A room's maps brought together for the light of an hour, so that a frame need only mix two pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from arcade.gl import Framebuffer, Texture2D

from game.scenery.garden.baking import map_texture
from game.scenery.mixing import replacing
from game.scenery.stage import Stage

LOW, HIGH = 0.55, 1.55
"""How strongly the fire burns in either picture; what lies between is mixed of both."""
STEPS = 160.0
"""So finely is light told apart: about what an eye tells, as shares of it."""
ROWS_PX = 48
"""As many are joined in one frame of a window."""
Strengths = Mapping[str, tuple[float, float, float]]


def rounded(strengths: Strengths) -> Strengths:
    """Colours of light in steps, so that they stand for a while as the hour goes on."""
    return {name: (_step(r), _step(g), _step(b)) for name, (r, g, b) in strengths.items()}


def _step(value: float) -> float:
    """Coarser where there is more of it."""
    root = round(math.sqrt(max(value, 0.0)) * STEPS / 3.5) * 3.5 / STEPS
    return root * root


class Joined:
    """The room with its fire low and high, in the present light of windows and candle."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._program = stage.program("room_mix.frag")
        self._shown, self._next = self._pair(), self._pair()
        self._lit_by: Strengths | None = None
        self._ahead: tuple[Strengths, Iterator[None]] | None = None

    @property
    def pictures(self) -> list[Texture2D]:
        """Low, with how much more comes from the right (alpha); high, with how open a window is, and before the
        fire how much of it is hidden (alpha)."""
        found: list[Texture2D] = self._shown.color_attachments
        return found

    def follow(self, maps: Mapping[str, Texture2D], strengths: Strengths) -> None:
        """Be lit by these: at once, or in a window (where they move slowly) some rows a frame."""
        wanted = rounded(strengths)
        if self._lit_by is None or not self._stage.in_slices:
            if wanted != self._lit_by:
                for _ in self._work(maps, wanted, self._shown, self._stage.size_px[1]):
                    pass
                self._lit_by = wanted
            return
        if self._ahead is None and wanted != self._lit_by:
            self._ahead = wanted, self._work(maps, wanted, self._next, ROWS_PX)
        if self._ahead is not None and next(self._ahead[1], self) is self:
            self._shown, self._next = self._next, self._shown
            self._lit_by, self._ahead = self._ahead[0], None

    def _pair(self) -> Framebuffer:
        stage = self._stage
        return stage.ctx.framebuffer(color_attachments=[map_texture(stage.ctx, stage.size_px, 4) for _ in range(2)])

    def _work(
        self, maps: Mapping[str, Texture2D], lights: Mapping[str, Any], target: Framebuffer, rows_px: int
    ) -> Iterator[None]:
        width, height = self._stage.size_px
        for low in range(0, height, rows_px):
            target.use()
            replacing(self._stage.ctx)
            target.scissor = 0, low, width, min(rows_px, height - low)
            self._stage.full_screen(self._program, maps, u_levels=(LOW, HIGH), **lights)
            target.scissor = None
            yield
