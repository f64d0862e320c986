"""Which things of a garden can matter to a box of the screen, so that a bake may leave out all others there."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.scenery.garden.baking import Box
from game.scenery.garden.ground import Island
from game.scenery.garden.view import View

Ball = tuple[float, float, float, float]
"""A sphere that holds a thing: centre x, y, z and radius, metres."""
Edges = tuple[float, float, float, float]
"""Left, low, right and high edge on the screen, 0..1."""
NOWHERE: Edges = (2.0, 2.0, -1.0, -1.0)
SHADE_WIDER, SHADE_OUT_M = 1.06, 0.05
"""Shadows have soft rims, and places are lifted off their surface before they look for light."""
MOSS_WIDER, MOSS_OUT_M = 1.35, 0.5
"""A bent island reaches farther than its half axis."""
RIM_PX = 2
SUN_FAR_M = 9.0
"""How far `garden_sun.frag` looks for what stands in the light."""


@dataclass(frozen=True)
class Sight:
    """The things of one garden as their balls, on a screen of one size."""

    view: View
    balls: Sequence[Ball]
    size_px: tuple[int, int]

    def seen(self, box: Box) -> list[int]:
        """Which things may show in a box of the screen, or one pixel beside it."""
        return self._meeting([self.view.frame_of(ball) for ball in self.balls], box)

    def islands_seen(self, islands: Sequence[Island], box: Box) -> list[int]:
        """Which islands' moss may show in a box, its ragged rim and its height included."""
        balls = [(i.x, 0.0, i.z, max(i.radius_x, i.radius_z) * MOSS_WIDER + MOSS_OUT_M) for i in islands]
        return self._meeting([self.view.frame_of(ball) for ball in balls], box)

    def shaded_by(self, shades: Sequence[Edges]) -> Callable[[Box], list[int]]:
        """Which things' shades may reach a box."""
        return lambda box: self._meeting(shades, box)

    def sun_shades(self, to_light: tuple[float, float, float]) -> list[Edges]:
        """What of the screen each thing may shade from a direction: where its ball is, and where its shade ends."""
        way = [-SUN_FAR_M * part for part in to_light]
        return [
            self._swept(ball, (ball[0] + way[0], ball[1] + way[1], ball[2] + way[2], ball[3]))
            for ball in self.balls
        ]

    def lamp_shades(self, lamp: tuple[float, float, float], reach_m: float, lantern: int) -> list[Edges]:
        """What of the screen each thing may shade from a lamp; the lantern round it casts none."""
        return [
            NOWHERE if index == lantern else self._swept(ball, _thrown(ball, lamp, reach_m))
            for index, ball in enumerate(self.balls)
        ]

    def _swept(self, ball: Ball, end: Ball) -> Edges:
        """Edges round all that lies between two balls."""
        a, b = (
            self.view.frame_of((x, y, z, radius * SHADE_WIDER + SHADE_OUT_M)) for x, y, z, radius in (ball, end)
        )
        return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])

    def _meeting(self, all_edges: Sequence[Edges], box: Box) -> list[int]:
        width, height = self.size_px
        low = (box[0] - RIM_PX) / width, (box[1] - RIM_PX) / height
        high = (box[0] + box[2] + RIM_PX) / width, (box[1] + box[3] + RIM_PX) / height
        return [
            index
            for index, (left, bottom, right, top) in enumerate(all_edges)
            if left < high[0] and right > low[0] and bottom < high[1] and top > low[1]
        ]


def _thrown(ball: Ball, lamp: tuple[float, float, float], reach_m: float) -> Ball:
    """Where a lamp's light round a ball ends, and how wide the shade has grown there."""
    x, y, z, radius = ball
    way = math.dist((x, y, z), lamp)
    if way <= radius * 1.5:
        return *lamp, reach_m
    share = reach_m / math.sqrt(way * way - radius * radius)
    at = [a + (b - a) * max(reach_m / way, 1.0) for a, b in zip(lamp, (x, y, z), strict=True)]
    return at[0], at[1], at[2], radius * max(share, 1.0) * 1.2
