"""What the visitor has done to one place, kept as layers need it."""

from __future__ import annotations

from game.scenery.touches import Phase, TouchEvent

MOST_EVENTS = 65_536
"""Hours of drawing; about 10 MB."""
SMALLEST_MOVE_RATIO = 0.004
"""Moves shorter than this share of the picture say nothing new."""


class Strokes:
    """The touches of one place, oldest first. Once there are too many, the older half keeps its strokes in coarser
    steps; only if nearly all were taps are the oldest strokes let go, whole."""

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
        if len(self.events) > MOST_EVENTS:
            self.events = _fewer(self.events)


def _fewer(events: list[TouchEvent]) -> list[TouchEvent]:
    """Well under the most: without every other move of the older half, and if need be the oldest."""
    half = len(events) // 2
    coarser = [event for i, event in enumerate(events[:half]) if event.phase != "move" or i % 2]
    kept = [*coarser, *events[half:]]
    while len(kept) > MOST_EVENTS * 7 // 8:
        last = kept[len(kept) // 4].stroke
        kept = [event for event in kept if event.stroke > last] or kept[-MOST_EVENTS // 2 :]
    return kept
