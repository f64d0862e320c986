"""Houses of timber and paper on both banks, no two alike: one to three storeys, with their roofs to the river or
along it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.scenery.riverside.mesh import Mesh
from game.scenery.riverside.plan import QUAY_M, Plan

STOREY_M = 2.9
LAST_M = 138.0
LAMP_EVERY_M = 3.3
SEEN_AT_LEAST = 0.03
"""How far a front must reach into the picture, as a share of its width."""


@dataclass(frozen=True)
class House:
    """One house. `side`: -1 left of the river, 1 right of it."""

    side: int
    front_m: float
    """x of its front."""
    near_m: float
    far_m: float
    deep_m: float
    storeys: int
    height_m: float
    rise_m: float
    """From eaves to ridge."""
    across: bool
    """Whether it turns its gable to the river."""
    chance: float

    @property
    def back_m(self) -> float:
        """x of its back."""
        return self.front_m + self.side * self.deep_m

    @property
    def eaves_m(self) -> float:
        """Height of its eaves over the water."""
        return QUAY_M + self.height_m


def row_of_houses(plan: Plan, side: int, chance: np.random.Generator) -> Iterator[House]:
    """One bank's houses, from the eye to the far bend; gaps between some, and a street where the bridge lands."""
    z = chance.uniform(0.8, 4.0)
    tall = chance.uniform(0.35, 0.75)
    while z < LAST_M:
        long = chance.uniform(5.2, 10.0)
        house = _house(plan, side, (z, z + long), tall, chance)
        z += long + (0.12 if chance.random() < 0.62 else chance.uniform(0.9, 3.8))
        middle = (house.near_m + house.far_m) / 2
        if abs(middle - plan.bridge_m - 2.0) > 3.0 + long / 2 and _front_is_seen(plan, house):
            yield house


def _front_is_seen(plan: Plan, house: House) -> bool:
    """Whether more of it comes into the picture than an edge of its eaves, which would hang there alone."""
    u, _ = plan.on_screen(np.array(house.front_m), np.array(0.0), np.array(house.far_m))
    return bool((0.5 - float(u)) * -house.side < 0.5 - SEEN_AT_LEAST)


def _house(plan: Plan, side: int, along: tuple[float, float], tall: float, chance: np.random.Generator) -> House:
    middle = sum(along) / 2
    storeys = 1 + int(chance.random() < tall) + int(chance.random() < 0.16 and middle > 16)
    set_back = float(chance.choice([0.15, 0.9, 1.7, 2.5]))
    return House(
        side=side,
        front_m=plan.bank_at(side, middle) + side * set_back,
        near_m=along[0],
        far_m=along[1],
        deep_m=chance.uniform(6.0, 8.4),
        storeys=storeys,
        height_m=STOREY_M * storeys + chance.uniform(0.1, 0.5),
        rise_m=chance.uniform(1.8, 2.7),
        across=bool(chance.random() < 0.27),
        chance=float(chance.random()),
    )


def build(mesh: Mesh, house: House, chance: np.random.Generator) -> None:
    """Walls, roof, the skirts between storeys, a balcony on some, lanterns under the eaves."""
    _walls(mesh, house)
    if house.across:
        _roof_across(mesh, house)
    else:
        _roof_along(mesh, house)
    for storey in range(1, house.storeys):
        _skirt(mesh, house, QUAY_M + STOREY_M * storey + 0.25)
        if chance.random() < 0.45:
            _balcony(mesh, house, QUAY_M + STOREY_M * storey + 0.1)
    _lanterns(mesh, house, chance)


def _walls(mesh: Mesh, house: House) -> None:
    x0, x1, z0, z1, top = house.front_m, house.back_m, house.near_m, house.far_m, house.eaves_m
    long, deep, high = z1 - z0, house.deep_m, house.height_m
    front = ((x0, QUAY_M, z0), (x0, QUAY_M, z1), (x0, top, z1), (x0, top, z0))
    mesh.quad("facade", front, ((0, 0), (long, 0), (long, high), (0, high)), (long, high), house.chance)
    end = ((x0, QUAY_M, z0), (x1, QUAY_M, z0), (x1, top, z0), (x0, top, z0))
    mesh.quad("gable", end, ((0, 0), (deep, 0), (deep, high), (0, high)), (deep, high), house.chance)
    peak = high + house.rise_m
    if house.across:
        middle = ((x0, top, z0), (x0, top, z1), (x0, top + house.rise_m, (z0 + z1) / 2))
        uv = ((0.0, high), (long, high), (long / 2, peak))
        size = long, high
    else:
        middle = ((x0, top, z0), (x1, top, z0), ((x0 + x1) / 2, top + house.rise_m, z0))
        uv = ((0.0, high), (deep, high), (deep / 2, peak))
        size = deep, high
    mesh.quad("gable", (*middle, middle[2]), (*uv, uv[2]), size, house.chance)


def _roof_along(mesh: Mesh, house: House) -> None:
    """The ridge runs along the river; each slope is a little hollow, and its edge lifts the eaves."""
    ridge_x, ridge_y = (house.front_m + house.back_m) / 2, house.eaves_m + house.rise_m
    z0, z1 = house.near_m - 0.55, house.far_m + 0.55
    for eave_x in (house.front_m - house.side * 1.0, house.back_m + house.side * 1.0):
        profile = _hollow((ridge_x, ridge_y), (eave_x, house.eaves_m - 0.34))
        for (xa, ya, va), (xb, yb, vb) in pairwise(profile):
            corners = ((xb, yb, z0), (xb, yb, z1), (xa, ya, z1), (xa, ya, z0))
            uv = ((0.0, vb), (z1 - z0, vb), (z1 - z0, va), (0.0, va))
            mesh.quad("roof", corners, uv, (z1 - z0, 1.0), house.chance)
            verge = ((xb, yb - 0.20, z0), (xa, ya - 0.20, z0), (xa, ya + 0.03, z0), (xb, yb + 0.03, z0))
            mesh.plain("wood", verge, house.chance, 0.25)
        x, y, _ = profile[-1]
        mesh.plain("wood", ((x, y - 0.17, z0), (x, y - 0.17, z1), (x, y, z1), (x, y, z0)), house.chance, 0.9)
    mesh.box("roof", (ridge_x - 0.16, ridge_y - 0.1, z0), (ridge_x + 0.16, ridge_y + 0.24, z1), house.chance)


def _roof_across(mesh: Mesh, house: House) -> None:
    """The ridge runs away from the river, so that a gable looks at it."""
    ridge_z, ridge_y = (house.near_m + house.far_m) / 2, house.eaves_m + house.rise_m
    x0, x1 = house.front_m - house.side * 0.9, house.back_m + house.side * 0.6
    for eave_z in (house.near_m - 0.8, house.far_m + 0.8):
        profile = _hollow((ridge_z, ridge_y), (eave_z, house.eaves_m - 0.34))
        for (za, ya, va), (zb, yb, vb) in pairwise(profile):
            corners = ((x0, yb, zb), (x1, yb, zb), (x1, ya, za), (x0, ya, za))
            uv = ((0.0, vb), (house.deep_m, vb), (house.deep_m, va), (0.0, va))
            mesh.quad("roof", corners, uv, (house.deep_m, 1.0), house.chance)
            verge = ((x0, yb - 0.22, zb), (x0, ya - 0.22, za), (x0, ya + 0.03, za), (x0, yb + 0.03, zb))
            mesh.plain("wood", verge, house.chance, 0.7)
        z, y, _ = profile[-1]
        mesh.plain("wood", ((x0, y - 0.17, z), (x1, y - 0.17, z), (x1, y, z), (x0, y, z)), house.chance, 0.3)


def _hollow(ridge: tuple[float, float], eave: tuple[float, float]) -> list[tuple[float, float, float]]:
    """Across, up and the way down the slope of a roof that is steeper at the ridge."""
    steps = []
    for share in (0.0, 0.3, 0.65, 1.0):
        down = share + 0.16 * share * (1.0 - share) * 2.0
        at = ridge[0] + (eave[0] - ridge[0]) * share, ridge[1] + (eave[1] - ridge[1]) * down
        way = float(np.hypot(at[0] - ridge[0], at[1] - ridge[1]))
        steps.append((*at, way))
    return steps


def _skirt(mesh: Mesh, house: House, y: float) -> None:
    """The small roof over a lower storey."""
    x0, x1, z0, z1 = house.front_m, house.front_m - house.side * 1.05, house.near_m - 0.2, house.far_m + 0.2
    low, high, long = y - 0.42, y + 0.14, z1 - z0
    corners = ((x1, low, z0), (x1, low, z1), (x0, high, z1), (x0, high, z0))
    mesh.quad("roof", corners, ((0, 1.2), (long, 1.2), (long, 0), (0, 0)), (long, 1.0), house.chance)
    mesh.plain(
        "wood", ((x1, low - 0.13, z0), (x1, low - 0.13, z1), (x1, low, z1), (x1, low, z0)), house.chance, 0.9
    )
    mesh.plain(
        "wood", ((x0, low - 0.1, z0), (x1, low - 0.13, z0), (x1, low, z0), (x0, high, z0)), house.chance, 0.4
    )


def _balcony(mesh: Mesh, house: House, y: float) -> None:
    """A rail before the windows of an upper storey."""
    x, side = house.front_m - house.side * 0.7, house.side
    low, high = min(x, x + side * 0.06), max(x, x + side * 0.06)
    z0, z1 = house.near_m + 0.2, house.far_m - 0.2
    for rail in (0.50, 0.92):
        mesh.box("wood", (low, y + rail, z0), (high, y + rail + 0.07, z1), house.chance, 0.5)
    for z in np.arange(z0, z1, 0.62):
        mesh.box("wood", (low, y, float(z)), (high, y + 0.92, float(z) + 0.05), house.chance, 0.4)


def _lanterns(mesh: Mesh, house: House, chance: np.random.Generator) -> None:
    """Paper lanterns hang under the eaves; `riverside_bake.frag` lights the wall behind each."""
    long = house.far_m - house.near_m
    count = max(int(long / LAMP_EVERY_M + 0.5), 1)
    y = QUAY_M + 2.2 + (0.2 if house.storeys == 1 else 0.0)
    for k in range(count):
        if chance.random() < 0.85 and house.near_m < 100:
            z, x = house.near_m + (k + 0.5) * long / count, house.front_m - house.side * 0.78
            wide = 0.27 if house.chance < 0.6 else 0.21
            mesh.facing("lamp", (x, y, z), (wide, wide * (1.2 if house.chance < 0.8 else 1.6)), chance.random())
            mesh.box("wood", (x - 0.012, y + wide, z), (x + 0.012, y + 0.62, z + 0.02), 0.0, 0.4)
