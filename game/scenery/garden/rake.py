"""Raking: from the list of touches to marks on the ground, each event adding what it adds for good."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from game.scenery.garden.view import View
from game.scenery.touches import TouchEvent

HALF_WIDTH_M = 0.4375
"""Half the rake: five furrows between its outer tines, as in `garden_sand.frag`."""
PILE_RATIO = 1.15
"""How far beyond the outer tines the pushed sand reaches."""
SHORTEST_M = 0.02
TURN_M = 0.16
"""Way on which the rake turns into a new direction."""
RING_SEGMENTS = 32

Vertex = tuple[float, float, float, float, float]
"""x and z on the ground, distance across the rake (-1..1), and the direction across it (x, z)."""


@dataclass
class _Pull:
    """A rake being drawn over the ground."""

    x: float
    z: float
    heading: tuple[float, float] | None = None


@dataclass
class Rake:
    """Turns touches into triangles, in order; remembers only where each stroke has come to."""

    view: View
    _pulls: dict[int, _Pull] = field(default_factory=dict)

    def marks(self, touches: Sequence[TouchEvent]) -> Iterator[Vertex]:
        """Triangles (three vertices each) that these further touches draw; later ones lie over earlier ones."""
        for touch in touches:
            if touch.phase == "press":
                yield from self._press(touch)
            elif touch.phase == "move":
                yield from self._move(touch)
            else:
                self._pulls.pop(touch.stroke, None)

    def _press(self, touch: TouchEvent) -> Iterator[Vertex]:
        """Setting the rake down leaves rings, so that a press alone is answered too."""
        x, z = self.view.on_ground(touch.x, touch.y)
        self._pulls[touch.stroke] = _Pull(x, z)
        yield from _rings(x, z)

    def _move(self, touch: TouchEvent) -> Iterator[Vertex]:
        pull = self._pulls.get(touch.stroke)
        x, z = self.view.on_ground(touch.x, touch.y)
        if pull is None:
            self._pulls[touch.stroke] = _Pull(x, z)
            return
        way = math.hypot(x - pull.x, z - pull.z)
        if way < SHORTEST_M:
            return
        straight = (x - pull.x) / way, (z - pull.z) / way
        before = pull.heading or straight
        after = _turned(before, straight, way)
        if after is None:
            before = after = straight
        yield from _strip((pull.x, pull.z), before, (x, z), after)
        self._pulls[touch.stroke] = _Pull(x, z, after)


def _turned(before: tuple[float, float], to: tuple[float, float], way: float) -> tuple[float, float] | None:
    """The heading after some way towards a new direction; None where the rake must be lifted to turn back."""
    if before[0] * to[0] + before[1] * to[1] < -0.3:
        return None
    mix = 1 - math.exp(-way / TURN_M)
    x, z = before[0] + (to[0] - before[0]) * mix, before[1] + (to[1] - before[1]) * mix
    length = math.hypot(x, z)
    return x / length, z / length


def _strip(
    start: tuple[float, float], before: tuple[float, float], end: tuple[float, float], after: tuple[float, float]
) -> Iterator[Vertex]:
    a, b = _edge(start, before, -1), _edge(start, before, 1)
    c, d = _edge(end, after, -1), _edge(end, after, 1)
    yield from (a, b, c, b, d, c)


def _edge(at: tuple[float, float], heading: tuple[float, float], side: int) -> Vertex:
    across = -heading[1], heading[0]
    reach = side * HALF_WIDTH_M * PILE_RATIO
    return at[0] + across[0] * reach, at[1] + across[1] * reach, side * PILE_RATIO, *across


def _rings(x: float, z: float) -> Iterator[Vertex]:
    reach = HALF_WIDTH_M * PILE_RATIO
    turns = [math.tau * i / RING_SEGMENTS for i in range(RING_SEGMENTS + 1)]
    rim = [(math.cos(t), math.sin(t)) for t in turns]
    for (ax, az), (bx, bz) in pairwise(rim):
        middle = ((ax + bx) / 2, (az + bz) / 2)
        yield x, z, 0.0, *middle
        yield x + ax * reach, z + az * reach, PILE_RATIO, ax, az
        yield x + bx * reach, z + bz * reach, PILE_RATIO, bx, bz
