"""What grows or stands in a pot on a sill, by its name in a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from game.scenery.still_life.broad import broad
from game.scenery.still_life.flowers import jug_of_flowers
from game.scenery.still_life.mesh import Array, Mesh, Rgb
from game.scenery.still_life.plants import GREENS, fern, hanging, ivy, nothing, trailing
from game.scenery.still_life.pottery import CLAY, Spot, pot

Growing = Callable[[Mesh, Array, float, Rgb, np.random.Generator], Iterator[None]]
Falling = Callable[[Mesh, Array, float, Rgb, np.random.Generator], None]


def potted(grow: Growing, fall: Falling = nothing) -> Callable[[Mesh, Spot, np.random.Generator], Iterator[None]]:
    """A plant in its pot, from what it grows behind the rim and what it lets fall before it."""

    def plant(mesh: Mesh, spot: Spot, chance: np.random.Generator) -> Iterator[None]:
        clay, green = CLAY[chance.integers(len(CLAY))], GREENS[chance.integers(len(GREENS))]
        high = pot(mesh, spot, clay, "back")
        top = np.array([spot.x, spot.y + high - 0.008 * spot.scale])
        yield from grow(mesh, top, spot.scale, green, chance)
        pot(mesh, spot, clay, "front")
        fall(mesh, top, spot.scale, green, chance)

    return plant


def from_above(mesh: Mesh, spot: Spot, chance: np.random.Generator) -> Iterator[None]:
    """Ivy whose pot hangs above the picture: it leaves the sill free."""
    yield from ivy(mesh, np.array([spot.x, 1.05]), spot.scale, GREENS[chance.integers(len(GREENS))], chance)


HANGING = ("ivy",)
"""What has no foot on the sill."""
GREENERY: dict[str, Callable[[Mesh, Spot, np.random.Generator], Iterator[None]]] = {
    "fern": potted(fern),
    "flowers": jug_of_flowers,
    "trailing": potted(trailing, hanging),
    "broad": potted(broad),
    "ivy": from_above,
}


def greenery_for(wish: str, seed: int) -> str:
    """The plant a pack wishes for, or the seed's: each seed has another than the one before."""
    return tuple(GREENERY)[(seed + seed // 5) % len(GREENERY)] if wish == "any" else wish
