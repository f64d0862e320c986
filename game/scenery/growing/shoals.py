"""How stones, reeds and old trunks lie in open water: a few groups, each of a form of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from game.scenery.noise import Array

What = Literal["stone", "tuft", "trunk"]
CLEAR = 0.012
"""How far below the line of the shore everything stands, in screen heights."""
PLACES = (0.12, 0.28, 0.42, 0.58, 0.72, 0.88)
"""Where across the screen groups may gather; each is moved a little."""
INSIDE = (0.28, 0.72)


@dataclass(frozen=True)
class Thing:
    """One thing standing in the water. Lengths in screen heights."""

    what: What
    x: float
    down: float
    """How far below the horizon its waterline is."""
    height: float
    broad: float = 1.0
    """Width over height, for stones."""


@dataclass(frozen=True)
class Waters:
    """The open water of a picture. Lengths in screen heights."""

    width: float
    horizon: float
    """From the bottom edge to the horizon."""
    first: float
    last: float
    """How far down things may stand, 0 the horizon, 1 the bottom edge."""
    size: float
    """Height of a large stone half way down."""
    shore: Array
    """The line of the shore over the horizon (0 or below), at equal steps across the width."""

    def shore_at(self, x: float) -> float:
        """Height of the waterline over the horizon at a place."""
        return float(np.interp(x / self.width, np.linspace(0, 1, len(self.shore)), self.shore))


Group = Callable[[np.random.Generator], list[Thing]]
"""Things about a middle at x 0, down 0; one unit is the height of a large stone."""


def shoals(chance: np.random.Generator, waters: Waters, groups: int, trunk_ratio: float) -> list[Thing]:
    """All things in the water, far to near."""
    if not groups:
        return []
    forms = [str(name) for name in chance.permutation([form for form in FORMS if form != "trunk"])]
    if chance.random() < trunk_ratio:
        forms.insert(int(chance.integers(0, 2)), "trunk")
    places, count = _places(chance), int(chance.integers(1, groups + 1))
    found: list[Thing] = []
    for number, form in enumerate(forms[:count]):
        middle = float(places[number % len(places)] + chance.normal(0, 0.035)) * waters.width
        reach = (0.45, 1.0) if number == 0 else (0.0, 0.6)
        down = waters.horizon * (waters.first + (waters.last - waters.first) * chance.uniform(*reach))
        group = FORMS[form](chance)
        found.extend(_set(thing, middle, down, waters) for thing in group)
    return sorted(found, key=lambda thing: thing.down)


def _places(chance: np.random.Generator) -> list[float]:
    """Places for groups: the first, the nearest to the eye, well inside the picture."""
    places = [float(place) for place in chance.permutation(np.array(PLACES))]
    first = next(place for place in places if INSIDE[0] <= place <= INSIDE[1])
    places.remove(first)
    return [first, *places]


def _set(thing: Thing, x: float, down: float, waters: Waters) -> Thing:
    """A thing of a group where it stands: smaller the farther it is, and never on land."""
    there = min(max(down * (1 + thing.down), waters.horizon * waters.first), waters.horizon * waters.last)
    near = waters.size * there / (0.5 * waters.horizon)
    x += thing.x * near
    there = max(there, CLEAR - waters.shore_at(x))
    return replace(thing, x=x, down=there, height=thing.height * near)


def _shoal(chance: np.random.Generator) -> list[Thing]:
    """A boulder and its smaller kin."""
    found = [Thing("stone", 0.0, 0.0, chance.uniform(0.7, 1.1), chance.uniform(1.8, 3.0))]
    for _ in range(int(chance.integers(4, 9))):
        height = float(np.clip(chance.lognormal(-1.5, 0.5), 0.08, 0.55))
        found.append(
            Thing("stone", chance.normal(0, 1.9), chance.normal(0, 0.10), height, chance.uniform(1.8, 3.4))
        )
    return found


def _steps(chance: np.random.Generator) -> list[Thing]:
    """Low stones in knots that wind away: a few together, then open water, then one or two; large and small."""
    side = chance.choice([-1.0, 1.0])
    found = []
    for middle, count in zip((-2.3, 0.7, 2.7), chance.permutation([3, 1, 2]), strict=True):
        middle += chance.normal(0, 0.35)
        for number in range(count):
            x = middle + (chance.uniform(0.3, 0.8) * chance.choice([-1.0, 1.0]) if number else 0.0)
            down = side * middle * 0.13 + chance.normal(0, 0.035)
            height = chance.uniform(0.30, 0.46) if not number else 0.09 * 2.6 ** chance.random()
            found.append(Thing("stone", float(x), float(down), float(height), chance.uniform(1.7, 3.6)))
    return found


def _lone(chance: np.random.Generator) -> list[Thing]:
    """One great boulder, a pebble, and reeds that found a hold."""
    wide = chance.uniform(1.6, 2.7)
    side = chance.choice([-1.0, 1.0])
    return [
        Thing("stone", 0.0, 0.0, chance.uniform(0.75, 1.15), wide),
        Thing("stone", -side * wide * 0.75, 0.05, chance.uniform(0.2, 0.4), chance.uniform(1.6, 2.4)),
        Thing("tuft", side * wide * 0.45, 0.03, chance.uniform(0.9, 1.4)),
    ]


def _islet(chance: np.random.Generator) -> list[Thing]:
    """Reeds round a few low stones."""
    found = [
        Thing(
            "stone", chance.normal(0, 0.8), chance.normal(0, 0.04), chance.uniform(0.2, 0.5), chance.uniform(1.8, 3)
        )
        for _ in range(int(chance.integers(2, 5)))
    ]
    reeds = [
        Thing("tuft", chance.normal(0, 0.75), chance.normal(0, 0.05), chance.uniform(0.8, 1.9))
        for _ in range(int(chance.integers(3, 6)))
    ]
    return found + reeds


def _bed(chance: np.random.Generator) -> list[Thing]:
    """A long thin bed of reeds."""
    x = np.cumsum(chance.uniform(0.4, 1.3, int(chance.integers(4, 8))))
    return [
        Thing(
            "tuft", float(at - x.mean()), chance.normal(0, 0.035), chance.uniform(0.7, 1.5) * (0.75 + 0.25 * edge)
        )
        for at, edge in zip(x, np.sin(np.linspace(0.3, 2.8, len(x))), strict=True)
    ]


def _trunk(chance: np.random.Generator) -> list[Thing]:
    """An old trunk, reeds and a stone at its foot."""
    return [
        Thing("trunk", 0.0, 0.0, chance.uniform(1.3, 2.3)),
        Thing("stone", chance.normal(0, 0.7), 0.06, chance.uniform(0.2, 0.4), chance.uniform(1.6, 2.6)),
        Thing("tuft", chance.normal(0, 0.35), 0.03, chance.uniform(0.6, 1.1)),
    ]


FORMS: dict[str, Group] = {
    "shoal": _shoal,
    "steps": _steps,
    "lone": _lone,
    "islet": _islet,
    "bed": _bed,
    "trunk": _trunk,
}
