"""The ground a garden is composed on: what stands there already, and where there is still room."""

from __future__ import annotations

import math

import numpy as np

from game.scenery.garden.ground import Island
from game.scenery.garden.things import Form, Thing, stone_planes
from game.scenery.garden.view import View

BORDER_RATIO = 0.04
"""What matters keeps so far from the picture's sides, as a share of its width."""
FARTHEST_M, NEAREST_M = 10.1, 1.0
"""Groups stand between the moss at the wall and this far behind where the sand begins."""
OFF_WALL_M = 0.6
"""Nothing stands nearer to a wall."""
LOWEST_STONE_M, LOWEST_RATIO = 0.38, 1.2
"""Of a lower stone no more than slivers would show through the moss; small ones are so high for their width."""
TRIES = 80
Size = tuple[float, float, float]


class Site:
    """Things and islands so far. Places across are -1 (left) to 1 (right) of what is in sight at a distance."""

    def __init__(self, chance: np.random.Generator, view: View) -> None:
        self.chance = chance
        self.view = view
        self.things: list[Thing] = []
        self.islands: list[Island] = []
        self._taken: list[tuple[float, float, float]] = []
        self.small = 0.80 if view.aspect < 1 else 1.0

    def at(self, across: float, z: float) -> float:
        """Metres aside of a place across."""
        return across * self.view.half_width(z)

    def inside(self, z: float) -> float:
        """How far from the middle a thing that matters may reach at a distance, metres."""
        return (1.0 - 2 * BORDER_RATIO) * self.view.half_width(z)

    def spot(self, across: float, far: float, *, nearest_m: float = NEAREST_M) -> tuple[float, float]:
        """A place (x, z) on the sand: `far` 0 is in front, 1 before the moss at the wall."""
        while self._between(across) < nearest_m and abs(across) > 0.02:
            across *= 0.8  # at the sides of a wide picture a wall may be nearer than the sand
        x = across * 0.5 + 0.5
        near = self.view.nearest_z(x) + nearest_m
        z = near * (max(self.view.z_at(x, FARTHEST_M), near) / near) ** far
        return self.at(across, z), z

    def _between(self, across: float) -> float:
        """How far the sand reaches at a place across, metres of depth."""
        x = across * 0.5 + 0.5
        return self.view.z_at(x, FARTHEST_M) - self.view.nearest_z(x)

    def _off_the_wall(self, x: float, z: float) -> tuple[float, float]:
        for wall in self.view.walls:
            if (over := wall.x * x + wall.z * z - wall.away_m + OFF_WALL_M) > 0:
                x, z = x - wall.x * over, z - wall.z * over
        return x, z

    def by_the_wall(self, across: float, deep_m: float) -> tuple[float, float]:
        """A place so deep in the court."""
        z = self.view.z_at(across * 0.5 + 0.5, deep_m)
        return self.at(across, z), z

    def take(self, x: float, z: float, wide: float) -> None:
        """Leave others no room so near a place, in screen heights."""
        at_x, at_y = self.view.on_screen(x, 0.0, z)
        self.keep_clear(at_x, at_y, wide)

    def keep_clear(self, at_x: float, at_y: float, wide: float) -> None:
        """The same for a place on the screen."""
        self._taken.append((at_x * self.view.aspect, at_y, wide))

    def room(self, x: float, z: float) -> float:
        """How far a place is from all that stands, screen heights; depth counts for more than it measures."""
        at_x, at_y = self.view.on_screen(x, 0.0, z)
        at_x *= self.view.aspect
        return min((math.hypot(at_x - tx, (at_y - ty) * 2.2) - wide for tx, ty, wide in self._taken), default=9.0)

    def free_place(self, reach: float = 0.80, low: float = 0.0, high: float = 1.0) -> tuple[float, float]:
        """Of many tries, the place farthest on the screen from all that stands already."""
        chance = self.chance
        tries = [(chance.uniform(-reach, reach), chance.uniform(low, high)) for _ in range(TRIES)]
        return max((self.spot(u, v) for u, v in tries), key=lambda place: self.room(*place))

    def island(self, island: Island) -> None:
        """Moss under something."""
        self.islands.append(island)
        self.take(island.x, island.z, island.radius_x / island.z * self.view.focal)

    def stone(self, x: float, z: float, size: Size, *, upright: bool, lean_rad: float = 0.0) -> None:
        """One stone."""
        x, z = self._off_the_wall(x, z)
        size = size[0], max(size[1], min(LOWEST_STONE_M, size[0] * LOWEST_RATIO)), size[2]
        planes = stone_planes(self.chance, upright=upright, lean_rad=lean_rad)
        yaw, grain = self._yaw_and_grain()
        self.things.append(Thing(Form.STONE, x, z, yaw * 0.04, grain, size, planes))

    def thing(self, form: Form, x: float, z: float, size: Size) -> int:
        """Anything whose way round does not matter; returns its place in `things`."""
        x, z = self._off_the_wall(x, z)
        self.things.append(Thing(form, x, z, *self._yaw_and_grain(), size))
        return len(self.things) - 1

    def _yaw_and_grain(self) -> tuple[float, float]:
        return self.chance.random() * math.tau, self.chance.random() * 50
