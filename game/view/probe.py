"""Trying out of sight what a scene costs, before anybody sees it."""

from __future__ import annotations

from collections.abc import Callable

from arcade.gl import Context

from game.view.place import Moment
from game.view.showing import Showing

COUNTED = 3
UNUSUAL = 2
"""The first frames compile what the driver puts off, and are not counted."""


class Probe:
    """Paints a few frames of a scene that is ready but not shown yet, every second tick."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self.overhead_ms = 0.0
        """What a frame costs besides painting: showing and flipping."""
        self.begin()

    def begin(self, counted: int = COUNTED) -> None:
        """Forget the scene before; count so many frames, or none and only warm the driver up."""
        self._wanted = UNUSUAL + counted
        self._costs_ms: list[float] = []
        self._rest = False

    @property
    def done(self) -> bool:
        """Whether the cost is known."""
        return len(self._costs_ms) >= self._wanted

    @property
    def cost_ms(self) -> float:
        """What a frame of it will cost, all told."""
        return min(self._costs_ms[UNUSUAL:]) + self.overhead_ms

    def paint(self, showing: Showing, moment: Moment, now_s: Callable[[], float], in_turn: bool) -> None:
        """Paint one frame and wait for it; `in_turn`, every other time only, so that the world on screen moves."""
        self._rest = in_turn and not self._rest
        if self._rest:
            return
        begun_s = now_s()
        showing.paint(moment)
        self._ctx.finish()
        self._costs_ms.append((now_s() - begun_s) * 1000)
