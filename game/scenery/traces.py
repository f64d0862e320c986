"""What touches leave behind for a while, out of the list of touches: no state, so any moment can be drawn again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.touches import TouchEvent

LONGEST_HOLD_S = 60.0
"""A pointer left lying is forgotten after this long."""


@dataclass(frozen=True)
class Traces:
    """A kind of trace: a press leaves one, and held still one more now and then; a drag leaves them on its way."""

    life_s: float
    """How long one is seen."""
    most: int
    """How many at once; the oldest give way."""
    every_s: float
    """A moving hand leaves one in each of these."""
    hold_every_s: float
    press: float = 1.0
    """Strength of what a press leaves."""
    move: float = 0.6
    hold: float = 0.6

    def alive(self, touches: Sequence[TouchEvent], t_s: float) -> NDArray[np.float32]:
        """Those seen at a time, newest first: rows of x, y (screen), age in seconds, strength."""
        made = ((x, y, t_s - at_s, strength) for x, y, at_s, strength in self._made(touches, t_s))
        found = sorted((trace for trace in made if trace[2] <= self.life_s), key=lambda trace: trace[2])
        return np.array(found[: self.most], np.float32).reshape(-1, 4)

    def _made(self, touches: Sequence[TouchEvent], t_s: float) -> Iterator[tuple[float, float, float, float]]:
        """Every one left lately: x, y, when, strength."""
        later: TouchEvent | None = None
        for index in range(len(touches) - 1, -1, -1):
            touch = touches[index]
            if touch.t_s < t_s - LONGEST_HOLD_S:
                return
            if touch.t_s <= t_s:
                if strength := self._strength(touches, index):
                    yield touch.x, touch.y, touch.t_s, strength
                if touch.phase != "release":
                    until_s = later.t_s if later and later.stroke == touch.stroke else t_s
                    for again in range(1, int((min(until_s, t_s) - touch.t_s) / self.hold_every_s) + 1):
                        yield touch.x, touch.y, touch.t_s + again * self.hold_every_s, self.hold
            later = touch

    def _strength(self, touches: Sequence[TouchEvent], index: int) -> float:
        touch = touches[index]
        if touch.phase == "press":
            return self.press
        if touch.phase != "move" or index == 0 or touches[index - 1].stroke != touch.stroke:
            return 0.0
        return self.move if touch.t_s // self.every_s != touches[index - 1].t_s // self.every_s else 0.0
