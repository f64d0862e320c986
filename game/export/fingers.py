"""What a film makes of the visitor's touches: the same hand as in the window, moved along the list."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from audio.messages import Touched
from game.view.hand import Hand
from game.view.inputs import Pointer
from game.view.place import Place

if TYPE_CHECKING:
    from game.export.visit import Visit


class Fingers:
    """Plays a visit's touches to a `Hand`, from a world time on. Ask for spans in the order of time."""

    def __init__(self, visit: Visit, at_s: float) -> None:
        self._touches = deque(visit.touches)
        self._idle = not self._touches
        self._place = Place(visit.world, visit.seed)
        self._t_s = at_s
        self._hand = Hand(self, lambda: self._t_s)
        self._said: list[Touched] = []
        self._follow(at_s)  # a stroke begun before goes on; its press has sounded already
        self._hand.step(0.0)

    def during(self, t_s: float, length_s: float) -> list[Touched]:
        """What is to be heard of the touches from `t_s` for so long."""
        if self._idle:
            return []
        self._said = []
        self._follow(t_s + length_s)
        self._t_s = t_s + length_s
        self._hand.step(length_s)
        return self._said

    @property
    def stir(self) -> float:
        """How much the hand moves, 0..1, at the end of the last span."""
        return self._hand.stir.level

    def touched(self, gesture: str, x: float, y: float, strength: float = 0.5) -> None:
        """Called by the hand."""
        self._said.append(Touched(gesture, x, y, strength))

    def _follow(self, until_s: float) -> None:
        """Let the hand do everything up to (not at) a time."""
        while self._touches and self._touches[0].t_s < until_s:
            touch = self._touches.popleft()
            self._t_s = touch.t_s
            self._hand.point(Pointer(touch.phase, touch.x, touch.y), self._place, touch.t_s)
            if touch.phase == "release":  # a finger that is lifted hovers nowhere
                self._hand.point(Pointer("leave", touch.x, touch.y), self._place, touch.t_s)
