"""Touches of the command line as what a hand does: single presses, and strokes drawn from touch to touch."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from game.export.visit import presses
from game.scenery.touches import TouchEvent
from game.view.strokes import SMALLEST_MOVE_RATIO

Point = tuple[float, float, float]
"""x, y (0..1 from the lower left) and seconds."""

TOGETHER_S = 0.5
"""A touch sooner than this after the one before is the same stroke."""
POINTER_HZ = 60.0
"""How often a moving pointer says where it is."""


def strokes(points: Sequence[Point]) -> list[TouchEvent]:
    """The events of a pointer, oldest first.

    A touch alone is a short press. Touches that follow each other within half a second are one stroke: pressed at
    the first, moved through all, let go at the last.
    """
    events: list[TouchEvent] = []
    for number, stroke in enumerate(_together(sorted(points, key=lambda point: point[2])), start=1):
        events += presses(stroke, number) if len(stroke) == 1 else _drawn(stroke, number)
    return sorted(events, key=lambda event: event.t_s)


def _together(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Points in the order of time, parted where a pause parts them."""
    stroke: list[Point] = []
    for point in points:
        if stroke and point[2] - stroke[-1][2] >= TOGETHER_S:
            yield stroke
            stroke = []
        stroke.append(point)
    if stroke:
        yield stroke


def _drawn(points: Sequence[Point], number: int) -> Iterator[TouchEvent]:
    """Press, moves and release of one stroke; moves too small to say anything are left out, as in the window."""
    x, y, t_s = points[0]
    yield TouchEvent("press", x, y, t_s, number)
    for at in _way(points):
        if max(abs(at[0] - x), abs(at[1] - y)) >= SMALLEST_MOVE_RATIO or at in points:
            x, y, t_s = at
            yield TouchEvent("move", x, y, t_s, number)
    yield TouchEvent("release", *points[-1], number)


def _way(points: Sequence[Point]) -> Iterator[Point]:
    """Where the pointer is after its press: at every tick of its clock, and at each of the points themselves."""
    slopes = _slopes(points)
    for (a, b), (leaving, arriving) in zip(pairwise(points), pairwise(slopes), strict=True):
        ticks = range(math.floor(a[2] * POINTER_HZ) + 1, math.ceil(b[2] * POINTER_HZ))
        for tick in ticks:
            yield _between(a, b, leaving, arriving, tick / POINTER_HZ)
        yield b


def _slopes(points: Sequence[Point]) -> list[tuple[float, float]]:
    """Speed in x and y at each point, as Catmull and Rom have it (1974); a hand begins and ends at rest."""
    rest = (0.0, 0.0)
    passing = []
    for before, after in zip(points, points[2:], strict=False):
        span_s = after[2] - before[2]
        passing.append(((after[0] - before[0]) / span_s, (after[1] - before[1]) / span_s) if span_s > 0 else rest)
    return [rest, *passing, rest]


def _between(a: Point, b: Point, leaving: tuple[float, float], arriving: tuple[float, float], t_s: float) -> Point:
    """A cubic Hermite curve from `a` to `b`, kept on the picture."""
    span_s = b[2] - a[2]
    u = (t_s - a[2]) / span_s
    v = 1 - u
    shares = v * v * (1 + 2 * u), u * v * v * span_s, u * u * (3 - 2 * u), -u * u * v * span_s
    x, y = (
        min(max(shares[0] * a[i] + shares[1] * leaving[i] + shares[2] * b[i] + shares[3] * arriving[i], 0.0), 1.0)
        for i in (0, 1)
    )
    return x, y, t_s
