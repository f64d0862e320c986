"""The banks: quays of dressed stone, steps to the water, mooring posts, boats, and trees behind the roofs."""

from __future__ import annotations

from collections.abc import Generator
from itertools import pairwise

import numpy as np

from game.scenery.riverside.houses import House
from game.scenery.riverside.mesh import Mesh, Point
from game.scenery.riverside.plan import FAR_M, QUAY_M, Array, Plan

Feet = list[tuple[Array, Array]]
"""Runs of x and z along what meets the water."""

TALLEST_TREE_M = 15.0


def quays(mesh: Mesh, plan: Plan) -> Generator[None, None, Feet]:
    """Both quays with their coping and paving, in slices."""
    run = np.concatenate([np.linspace(0.7, 60.0, 46), np.linspace(63.0, FAR_M, 22)])
    feet = []
    for side in (-1, 1):
        x = np.asarray(plan.bank(side, run))
        feet.append((x, run))
        for xa, za, xb, zb in zip(x[:-1], run[:-1], x[1:], run[1:], strict=True):
            _quay(mesh, side, (float(xa), float(za)), (float(xb), float(zb)))
            if len(feet) and round(za) % 8 == 0:
                yield
    end = [(float(x), y, FAR_M) for x, y in ((-300, 0), (300, 0), (300, 4.0), (-300, 4.0))]
    mesh.plain("stone", end, 0.3)
    return feet


def _quay(mesh: Mesh, side: int, a: tuple[float, float], b: tuple[float, float]) -> None:
    (xa, za), (xb, zb) = a, b
    y, out = QUAY_M, 0.10 * side
    wall = ((xa, 0, za), (xb, 0, zb), (xb, y, zb), (xa, y, za))
    mesh.quad("stone", wall, ((za, 0), (zb, 0), (zb, y), (za, y)))
    ground = ((xa, y, za), (xb, y, zb), (xb + side * 40, y, zb), (xa + side * 40, y, za))
    mesh.quad("paving", ground, ((za, 0), (zb, 0), (zb, 40), (za, 40)))
    coping = (
        (xa - out, y - 0.12, za),
        (xb - out, y - 0.12, zb),
        (xb - out, y + 0.08, zb),
        (xa - out, y + 0.08, za),
    )
    mesh.quad("stone", coping, ((za, 0.1), (zb, 0.1), (zb, 0.3), (za, 0.3)))
    top = (
        (xa - out, y + 0.08, za),
        (xb - out, y + 0.08, zb),
        (xb + side * 0.5, y + 0.08, zb),
        (xa + side * 0.5, y + 0.08, za),
    )
    mesh.quad("paving", top, ((za, 0.1), (zb, 0.1), (zb, 0.6), (za, 0.6)))


def posts(mesh: Mesh, plan: Plan, chance: np.random.Generator) -> Feet:
    """Mooring posts before the quays."""
    feet = []
    for _ in range(int(chance.integers(12, 26))):
        side, z, off = int(chance.choice([-1, 1])), chance.uniform(6, 66), chance.uniform(0.3, 0.9)
        x = plan.bank_at(side, z) - side * off
        mesh.box("wood", (x - 0.07, 0.0, z), (x + 0.07, chance.uniform(0.7, 1.5), z + 0.14), 0.0, 0.03)
        feet.append((np.array([x - 0.3, x + 0.3]), np.array([z, z])))
    return feet


def steps(mesh: Mesh, plan: Plan, chance: np.random.Generator) -> Feet:
    """A flight of steps down each quay."""
    feet = []
    for side in (-1, 1):
        z = chance.uniform(10, 25)
        x = plan.bank_at(side, z)
        for k in range(6):
            low, high = min(x, x - side * 1.2), max(x, x - side * 1.2)
            near = z + k * 0.42
            mesh.box("stone", (low, 0.0, near), (high, QUAY_M - k * 0.19, near + 0.42), 0.3, 0.1)
        feet.append((np.array([x, x - side * 1.5]), np.array([z, z])))
    return feet


def boats(mesh: Mesh, plan: Plan, chance: np.random.Generator) -> Feet:
    """One or two covered boats, moored."""
    feet = []
    side = int(chance.choice([-1, 1]))
    for k in range(int(chance.integers(1, 3))):
        z = chance.uniform(11, 18) + 9.5 * k
        here = side if k == 0 or chance.random() < 0.5 else -side
        x = plan.bank_at(here, z) - here * 1.9
        _boat(mesh, x, z, chance)
        feet.append((np.array([x - 1.3, x + 1.3]), np.array([z - 3.4, z - 3.4])))
        feet.append((np.array([x - here * 1.3, x - here * 1.4]), np.array([z - 3.4, z + 3.4])))
    return feet


def _boat(mesh: Mesh, x: float, z: float, chance: np.random.Generator) -> None:
    """A hull along the river, lofted from its sections, with a roof of mats over its middle."""
    along, half_m = np.linspace(-1, 1, 17), chance.uniform(3.0, 3.8)
    wide = 0.9 * (1 - np.abs(along) ** 2.6) ** 0.75 + 0.06
    high = 0.42 + 0.45 * np.abs(along) ** 3

    def at(side: float, i: int, out: float, up: float) -> Point:
        return x + side * wide[i] * out, high[i] * up, z + along[i] * half_m

    for i in range(len(along) - 1):
        for side in (-1.0, 1.0):
            for (o0, u0), (o1, u1) in (
                ((0.62, 0.0), (0.9, 0.5)),
                ((0.9, 0.5), (1.0, 1.0)),
                ((1.0, 1.0), (0.86, 1.02)),
            ):
                corners = at(side, i, o0, u0), at(side, i + 1, o0, u0), at(side, i + 1, o1, u1), at(side, i, o1, u1)
                mesh.plain("wood", corners, 0.3, 0.25)
        mesh.plain(
            "wood",
            (at(-1, i, 0.9, 0.5), at(1, i, 0.9, 0.5), at(1, i + 1, 0.9, 0.5), at(-1, i + 1, 0.9, 0.5)),
            0.3,
            0.3,
        )
    turn = np.linspace(0, np.pi, 9)
    for a, b in pairwise(turn):
        (xa, ya), (xb, yb) = ((x + 0.82 * np.cos(t), 0.42 + 1.05 * np.sin(t)) for t in (a, b))
        near, far = z - 0.42 * half_m, z + 0.5 * half_m
        mesh.plain("mat", ((xa, ya, near), (xb, yb, near), (xb, yb, far), (xa, ya, far)), 0.7, 0.12)
        (ra, sa), (rb, sb) = ((x + 0.70 * np.cos(t), 0.42 + 0.92 * np.sin(t)) for t in (a, b))
        mesh.plain("mat", ((ra, sa, near), (rb, sb, near), (xb, yb, near), (xa, ya, near)), 0.3, 0.5)
        within = near + 0.3
        mesh.plain("wood", ((x, 0.42, within), (x, 0.42, within), (rb, sb, within), (ra, sa, within)), 0.1, 1.1)
    bow = z - 0.8 * half_m
    mesh.box("wood", (x - 0.03, 0.5, bow), (x + 0.03, 1.65, bow + 0.06), 0.1, 0.6)
    mesh.facing("lamp", (x + 0.18, 1.35, bow - 0.03), (0.2, 0.25), float(chance.random()))


def _over_roofs(houses: list[House], side: int, x: float, z: float, eye_m: float) -> float:
    """How high a thing at this place must be to stand clear of each ridge before it: less, and scraps show."""
    clear = -np.inf
    for house in houses:
        ridge_x = (house.front_m + house.back_m) / 2
        before = z * ridge_x / x  # where the line of sight to it crosses the ridge
        if house.side == side and house.near_m - 1.0 < before < min(house.far_m + 1.0, z):
            clear = max(clear, eye_m + (house.eaves_m + house.rise_m + 0.24 - eye_m) * z / before)
    return clear


def trees(mesh: Mesh, plan: Plan, houses: list[House], chance: np.random.Generator) -> None:
    """Crowns behind roofs and in gaps, and a wood that closes the river's far bend."""
    for house in houses:
        for _ in range(int(chance.integers(0, 4))):
            r = chance.uniform(1.8, 3.9)
            x = house.back_m + house.side * chance.uniform(-1.0, 3.0)
            y, z = house.eaves_m + chance.uniform(-0.8, 2.2), house.far_m + chance.uniform(-1, 2)
            y, kind = max(y, _over_roofs(houses, house.side, x, z, plan.eye_m) + 0.3 * r), float(chance.random())
            if y + r < TALLEST_TREE_M:
                mesh.facing("crown", (x, y, z), (r, r * 0.9), kind, 0.2)
    for _ in range(44):
        r = chance.uniform(4, 10)
        at = chance.uniform(-110, 110), chance.uniform(1, 6), FAR_M - chance.uniform(1, 12)
        mesh.facing("crown", at, (r, r * 0.8), float(chance.random()))
