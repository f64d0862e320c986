"""What the visitor has done to one place, kept as layers need it."""

from __future__ import annotations

from game.scenery.touches import Phase, TouchEvent

MOST_EVENTS = 4096
SMALLEST_MOVE_RATIO = 0.004
"""Moves shorter than this share of the picture say nothing new."""


class Strokes:
    """The touches of one place, oldest first; once too many, the oldest whole strokes are let go."""

    def __init__(self) -> None:
        self.events: list[TouchEvent] = []
        self._stroke = 0

    def press(self, x: float, y: float, t_s: float) -> None:
        """The pointer goes down."""
        self._stroke += 1
        self._keep("press", x, y, t_s)

    def move(self, x: float, y: float, t_s: float) -> bool:
        """The pointer moves while down; returns whether it moved far enough to matter."""
        if self.events:
            last = self.events[-1]
            if max(abs(last.x - x), abs(last.y - y)) < SMALLEST_MOVE_RATIO:
                return False
        self._keep("move", x, y, t_s)
        return True

    def release(self, x: float, y: float, t_s: float) -> None:
        """The pointer goes up."""
        self._keep("release", x, y, t_s)

    def _keep(self, phase: Phase, x: float, y: float, t_s: float) -> None:
        self.events.append(TouchEvent(phase, x, y, t_s, self._stroke))
        if len(self.events) > MOST_EVENTS and self.events[0].stroke != self._stroke:
            oldest = self.events[0].stroke
            self.events = [event for event in self.events if event.stroke != oldest]
