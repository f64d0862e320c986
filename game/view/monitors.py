"""Which part of the desktop a window fills: one monitor, or all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol, TypeVar

MonitorChoice = int | Literal["all", "each"]
"""The number of a monitor (1 the first), one picture across all, or the same picture on each."""
Area = tuple[int, int, int, int]
"""x, y (from the top left of the desktop), width and height, in pixels."""


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


def place(monitor: Monitor) -> Area:
    """What tells monitors apart: pyglet makes new objects at each look."""
    return monitor.x, monitor.y, monitor.width, monitor.height


def area(monitors: Sequence[Monitor], choice: MonitorChoice) -> Area:
    """What the window fills. Without a monitor of that number it is the last; with "each" it is the first."""
    if choice == "all":
        right, bottom = (max(m.x + m.width for m in monitors), max(m.y + m.height for m in monitors))
        left, top = min(m.x for m in monitors), min(m.y for m in monitors)
        return left, top, right - left, bottom - top
    number = 1 if choice == "each" else choice
    return place(monitors[min(number, len(monitors)) - 1])


def others(monitors: Sequence[Monitor], choice: MonitorChoice) -> list[Area]:
    """What further windows fill with the same picture."""
    return [place(monitor) for monitor in monitors[1:]] if choice == "each" else []


def covering(size_px: tuple[int, int], other_px: tuple[int, int]) -> Area:
    """The part of a picture (left, bottom, width, height) that fills another shape without being drawn out: cut
    evenly on both sides."""
    (width, height), (other_width, other_height) = size_px, other_px
    wide = min(width, round(height * other_width / max(other_height, 1)))
    high = min(height, round(width * other_height / max(other_width, 1)))
    return (width - wide) // 2, (height - high) // 2, wide, high
