"""Composing a garden: where stones, moss, bushes, basin and lantern stand, by the old rules and a seed.

After the Sakuteiki (11th century): stones in odd groups, one upright main stone, others that follow its request:
flanking ones lower and leaning with it, a low one that runs away from it; nothing in a row, the middle left empty.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.scenery.garden.ground import Island, Weave
from game.scenery.garden.things import Form, Thing, stone_planes
from game.scenery.garden.view import View

Side = Literal["seed", "left", "right", "none"]
Raking = Literal["seed", "straight", "waves", "circles", "slant"]
Counts = tuple[int, ...]
ARRANGEMENTS: tuple[Counts, ...] = (
    (3, 2),
    (3, 1, 1),
    (5, 2),
    (3, 2, 2),
    (2, 3, 2),
    (2, 1),
    (5, 1, 1),
    (3, 3, 1),
    (5,),
    (3, 2, 1, 1),
)
"""How many stones each group has; the first is the main group."""
FARTHEST_M, NEAREST_M = 10.1, 1.1
"""Groups stand between the moss at the wall and this far behind the kerb."""


BORDER_RATIO = 0.04
"""Basin and lantern keep so far from the picture's sides, as a share of its width."""


@dataclass(frozen=True)
class Plan:
    """A whole composition."""

    things: list[Thing]
    islands: list[Island]
    damp: Island
    """The patch of moss the basin stands on."""
    weave: Weave
    post_side: int
    """Which side the veranda's post stands on: -1 left, 1 right, 0 nowhere."""
    lantern: int | None
    """Its place in `things`."""
    basin: int | None


@dataclass(frozen=True)
class Wish:
    """What the maker asked for; "seed" and 0 leave it to the seed."""

    groups: int = 0
    basin: Side = "seed"
    lantern: bool = True
    bushes: bool = True
    raking: Raking = "seed"


class Composer:
    """Puts one garden together, thing by thing. One use each. `side` is where basin and post stand: -1 or 1."""

    def __init__(self, chance: np.random.Generator, view: View, wish: Wish, side: int) -> None:
        self._chance = chance
        self._side = side
        self._view = view
        self._wish = wish
        self._things: list[Thing] = []
        self._islands: list[Island] = []
        self._taken: list[tuple[float, float, float]] = []
        self._small = 0.80 if view.aspect < 1 else 1.0

    def compose(self) -> Plan:
        """Everything, in the order in which it asks for room."""
        side = self._side
        left_out = self._chance.random() < 0.2
        basin_side = {"left": -1, "right": 1, "none": 0}.get(self._wish.basin, 0 if left_out else side)
        damp, basin = self._basin(basin_side)
        self._leave_room_for_a_bough(-side)
        self._groups(-side)
        lantern = self._lantern() if self._wish.lantern else None
        if self._wish.bushes:
            self._bushes()
        post = side if self._view.aspect > 1.1 and self._chance.random() < 0.75 else 0
        return Plan(self._things, self._islands, damp, self._weave(), post, lantern, basin)

    def _at(self, across: float, z: float) -> float:
        """From -1..1 across what is in sight at a distance to metres."""
        return across * self._view.half_width(z)

    def _inside(self, z: float) -> float:
        """How far from the middle a thing that matters may reach at a distance, metres."""
        return (1.0 - 2 * BORDER_RATIO) * self._view.half_width(z)

    def _take(self, x: float, z: float, wide: float) -> None:
        at_x, at_y = self._view.on_screen(x, 0.0, z)
        self._taken.append((at_x * self._view.aspect, at_y, wide))

    def _leave_room_for_a_bough(self, side: int) -> None:
        """What is tall stands clear of the upper corner opposite the post, where a bough may hang."""
        self._taken.append(((0.5 + side * 0.42) * self._view.aspect, 0.62, 0.16))

    def _basin(self, side: int) -> tuple[Island, int | None]:
        if side == 0:
            return Island(0.0, -50.0, 1.0, 1.0), None
        way = self._chance.random()
        z = self._view.kerb_m + 0.9 + 0.6 * min(way, 0.6) + 5.0 * max(way - 0.6, 0.0)
        x = side * min(abs(self._at(0.62, z)), self._inside(z) - 0.70)
        index = len(self._things)
        self._things.append(self._thing(Form.BASIN, x, z, (0.34, 0.52, 0.215)))
        yaw = 0.18 if side > 0 else math.pi - 0.18
        self._things.append(Thing(Form.SPOUT, x + side * 0.63, z - 0.08, yaw, 3.0, (0.05, 0.98, 0.05)))
        for dx, dz, size in ((0.44, -0.30, 0.22), (-0.50, 0.28, 0.24), (0.42, 0.52, 0.27)):
            self._stone(x + side * dx, z + dz, (size, size * 0.85, size * 0.9), upright=False)
        self._take(x, z, 0.42)
        return Island(x + side * 0.08, z + 0.14, 0.95, 0.60), index

    def _groups(self, side: int) -> None:
        choices = [a for a in ARRANGEMENTS if self._wish.groups in (0, len(a))]
        if self._wish.groups > 3:
            choices = [(3, 2, 2, 1, 3)[: self._wish.groups]]
        counts = list(choices[self._chance.integers(len(choices))]) if choices else [3]
        if self._view.aspect > 2.6:
            counts += [2, 3]
        if self._view.aspect < 1:
            counts = counts[:3]
        z = self._chance.uniform(7.2, 8.7)
        reach = self._chance.uniform(0.22, 0.46) * min(1.0, 1.9 / self._view.aspect)
        self._group(self._at(side * reach, z), z, counts[0], main=True)
        for count in counts[1:]:
            x, z = self._free_place()
            self._group(x, z, count, main=False)

    def _free_place(self) -> tuple[float, float]:
        """Of many tries, the place farthest on the screen from all that stands already."""
        near = self._view.kerb_m + NEAREST_M
        tries = [(self._chance.uniform(-0.80, 0.80), self._chance.random()) for _ in range(80)]
        places = [(self._at(u, z), z) for u, v in tries for z in (near * (FARTHEST_M / near) ** v,)]
        return max(places, key=lambda place: self._room(*place))

    def _room(self, x: float, z: float) -> float:
        at_x, at_y = self._view.on_screen(x, 0.0, z)
        at_x *= self._view.aspect
        return min(math.hypot(at_x - tx, (at_y - ty) * 2.2) - wide for tx, ty, wide in self._taken)

    def _group(self, x: float, z: float, count: int, *, main: bool) -> None:
        chance, small = self._chance, self._small * (1.0 if main else 0.85)
        lean = chance.choice([-1, 1])
        if count == 1:
            self._stone(x, z, (0.44 * small, 0.32 * small, 0.30 * small), upright=False)
            self._island(x, z, 0.62 * small, 0.38 * small)
            return
        tall = (1.10 if main else 0.72) * chance.uniform(0.9, 1.2) * small
        self._stone(x, z + 0.12, (0.50 * small, tall, 0.44 * small), upright=True, lean_rad=0.05 * lean)
        offsets = [(0.66, -0.10, 0.50), (-0.78, -0.20, 0.34), (1.30, 0.10, 0.30), (-1.32, 0.18, 0.46)]
        for dx, dz, height in offsets[: count - 1]:
            size = height * small * chance.uniform(0.85, 1.15)
            wide = (0.40 + 0.14 * chance.random()) * small
            place = x + lean * dx * small * chance.uniform(0.92, 1.1), z + dz * small
            self._stone(
                *place, (wide, size, 0.36 * small), upright=size > 0.5, lean_rad=-0.10 * math.copysign(lean, dx)
            )
        far = {2: 0.82, 3: 1.30, 4: 1.55, 5: 1.85}[count] * small
        self._island(x + (0.28 * lean if count in (2, 4) else 0.0) * small, z, far, far * 0.58)

    def _island(self, x: float, z: float, radius_x: float, radius_z: float) -> None:
        self._islands.append(Island(x, z, radius_x, radius_z))
        self._take(x, z, radius_x / z * self._view.focal)

    def _lantern(self) -> int:
        """Where there is most room: on an island of its own, or on the moss before the wall."""
        chance = self._chance
        apart = chance.random() < 0.5
        z = chance.uniform(8.4, 9.6) if apart else 10.9
        tries = [chance.uniform(-0.82, 0.82) for _ in range(24)]
        reach = max(self._inside(z) - 0.45, 0.0)
        places = (min(max(self._at(u, z), -reach), reach) for u in tries)
        x = max(places, key=lambda x: self._room(x, z))
        if apart:
            self._islands.append(Island(x, z, 0.52, 0.34))
        tall = chance.uniform(1.0, 1.18) * self._small
        yaw, grain = chance.uniform(-0.3, 0.3), chance.random() * 50
        self._things.append(Thing(Form.LANTERN, x, z, yaw, grain, (0.4, tall, 0.4)))
        self._take(x, z, 0.10)
        return len(self._things) - 1

    def _bushes(self) -> None:
        """Clipped azaleas along the wall, in clumps with empty wall between them."""
        chance, z = self._chance, 11.25
        for _ in range(int(chance.integers(1, 4)) + (2 if self._view.aspect > 2.6 else 0)):
            tries = [chance.uniform(-0.92, 0.92) for _ in range(12)]
            u = max(tries, key=lambda u: self._room(self._at(u, z), z))
            x, direction = self._at(u, z), chance.choice([-1, 1])
            for i in range(int(chance.integers(1, 4))):
                size = chance.uniform(0.52, 0.95) * (0.85 if i else 1.0)
                self._things.append(
                    self._thing(
                        Form.BUSH, x, z + chance.uniform(-0.2, 0.2), (size * 1.08, size * 0.92, size * 0.72)
                    )
                )
                self._take(x, z, 0.13)
                x += direction * size * chance.uniform(1.05, 1.35)

    def _weave(self) -> Weave:
        chance = self._chance
        name = self._wish.raking
        if name == "seed":
            name = ("straight", "straight", "waves", "circles", "slant")[chance.integers(5)]
        if name == "waves":
            return Weave(0.0, chance.uniform(0.16, 0.26), chance.uniform(1.5, 2.3))
        if name == "circles":
            z = chance.uniform(6.5, 9.0)
            return Weave(0.0, centre=(self._at(chance.choice([-1, 1]) * chance.uniform(0.1, 0.7), z), z))
        if name == "slant":
            return Weave(chance.choice([-1, 1]) * chance.uniform(0.35, 0.7))
        return Weave(0.0)

    def _stone(
        self, x: float, z: float, size: tuple[float, float, float], *, upright: bool, lean_rad: float = 0.0
    ) -> None:
        planes = stone_planes(self._chance, upright=upright, lean_rad=lean_rad)
        self._things.append(self._thing(Form.STONE, x, z, size, planes))

    def _thing(
        self, form: Form, x: float, z: float, size: tuple[float, float, float], planes: np.ndarray | None = None
    ) -> Thing:
        yaw, grain = self._chance.random() * math.tau, self._chance.random() * 50
        if planes is None:
            return Thing(form, x, z, yaw, grain, size)
        return Thing(form, x, z, yaw * 0.04, grain, size, planes)
