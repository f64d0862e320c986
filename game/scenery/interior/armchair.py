"""An armchair with wings and a plaid thrown over it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.scenery.interior.distance import Array, block, eased, limb, melted, turned
from game.scenery.interior.plan import Plan, Rgb, Spot
from game.scenery.interior.solid import Kind, Place, Solid, Stuff

WOOL = np.array((0.40, 0.33, 0.23))
RED: Rgb = (0.25, 0.060, 0.045)
GREEN: Rgb = (0.060, 0.12, 0.125)
CELL_M = 0.014


def armchair(solid: Solid, spot: Spot, plan: Plan, chance: np.random.Generator) -> Iterator[None]:
    """Turned towards the fire; in slices."""
    wing, fat = float(chance.uniform(0.12, 0.30)), float(chance.uniform(0.075, 0.095))
    side = float(chance.choice((-1.0, 1.0)))
    checks = np.array(RED if plan.cloth[0] < 1.5 * plan.cloth[1] else GREEN)

    def dressed(p: Array) -> Array:
        return _seat(p, wing, fat) - 0.009 * _thrown(p, side)

    def toned(at: Array, out: Array) -> Array:
        plaid = WOOL + (checks - WOOL) * _checked(at)[:, None]
        hollow = np.clip(_seat(at + out * 0.07, wing, fat) / 0.07, 0.25, 1.0)[:, None]
        cloth = np.array(plan.cloth)
        return np.asarray((cloth + (plaid - cloth) * _thrown(at, side)[:, None]) * hollow)

    place, cloth = Place(spot.x, 0.0, spot.z, spot.turn_rad, 1.06), Stuff(Kind.CLOTH, plan.cloth, 0.60)
    yield from solid.blob(dressed, (-0.52, 0.12, -0.56), (0.52, 1.26, 0.48), CELL_M, cloth, place, toned)
    wood = Stuff(Kind.WOOD, plan.wood, 0.2)
    for x in (-0.30, 0.30):
        for z in (-0.28, 0.32):
            ends = place.put(np.array([(x, 0.0, z), (x, 0.09, z), (x, 0.18, z)]))
            solid.tube(ends, (0.020, 0.028, 0.030), wood, 10)


def _seat(p: Array, wing: float, fat: float) -> Array:
    """Seat, back, wings and arms, and a cushion by itself."""
    q = np.abs(p * (1, 0, 0)) + p * (0, 1, 1)
    d = block(p - (0, 0.30, 0.02), (0.36, 0.14, 0.36), 0.06)
    back = turned(p - (0, 0.72, -0.31), -0.16, 0)
    d = melted(d, block(back, (0.33, 0.42, 0.10), 0.09), 0.03)
    d = melted(d, block(q - (0.335, 0.76, -0.20), (0.055, wing, 0.13), 0.055), 0.05)
    arm = np.minimum(
        limb(q, (0.355, 0.54, -0.24), (0.355, 0.51, 0.30), fat),
        block(q - (0.355, 0.34, 0.03), (0.065, 0.19, 0.33), 0.04),
    )
    return np.minimum(melted(d, arm, 0.03), block(p - (0, 0.475, 0.07), (0.265, 0.070, 0.30), 0.055))


def _thrown(p: Array, side: float) -> Array:
    """How much of a plaid lies there, 0..1: over the back and down on the seat."""
    edge = 0.150 - np.abs(p[..., 0] - 0.05 * side + 0.03 * np.sin(p[..., 1] * 9.0))
    return eased(-0.016, 0.026, edge) * eased(0.40, 0.44, p[..., 1]) * eased(0.30, 0.26, p[..., 2])


def _checked(at: Array) -> Array:
    """Its stripes, both ways, 0..1."""
    down = np.abs((at[:, 1] + 0.7 * at[:, 2]) * 7.0 % 1.0 - 0.5)
    across = np.abs((at[:, 0] + 0.03) * 9.0 % 1.0 - 0.5)
    return 0.5 * (eased(0.25, 0.42, down) + eased(0.25, 0.42, across))
