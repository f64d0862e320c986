"""A pagoda over the roofs: tiers that grow smaller, each under a roof whose corners lift."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from game.scenery.riverside.mesh import Mesh, Point
from game.scenery.riverside.plan import Plan

SIDES = 8


def pagoda(mesh: Mesh, plan: Plan, chance: np.random.Generator) -> None:
    """Three to six tiers, on the side the seed wants, far enough to stand over the roofs."""
    z, side = chance.uniform(84, 124), int(chance.choice([-1, 1]))
    x = plan.bank_at(side, z) + side * chance.uniform(9, 22)
    y, wide = 2.0, chance.uniform(3.6, 5.0)
    for _ in range(int(chance.integers(3, 7))):
        y = _tier(mesh, (x, y, z), wide, 3.0)
        wide *= 0.87
    mesh.plain(
        "wood",
        ((x - 0.16, y - 0.6, z), (x + 0.16, y - 0.6, z), (x + 0.04, y + 4.5, z), (x - 0.04, y + 4.5, z)),
        0.2,
    )
    for k in range(4):
        mesh.box(
            "wood",
            (x - 0.42 + 0.08 * k, y + 0.5 + k * 0.85, z - 0.1),
            (x + 0.42 - 0.08 * k, y + 0.62 + k * 0.85, z),
            0.2,
        )


def _tier(mesh: Mesh, at: Point, wide: float, high: float) -> float:
    """One storey; its top is where the next stands."""
    x, y, z = at
    turns = [math.tau * (k + 0.5) / SIDES for k in range(SIDES + 1)]
    for a, b in pairwise(turns):

        def ring(turn: float, r: float, up: float) -> Point:
            return x + math.cos(turn) * r, y + up, z + math.sin(turn) * r

        wall = ring(a, wide, 0), ring(b, wide, 0), ring(b, wide, high), ring(a, wide, high)
        mesh.quad("pagoda", wall, ((0, 0), (1, 0), (1, 1), (0, 1)), (wide, high), 0.4, 0.3)
        low, mid, top = high - 0.2, high + 0.25, high + 1.25
        for r0, u0, lift, r1, u1 in (
            (wide * 1.8, low, 0.5, wide * 1.28, mid),
            (wide * 1.28, mid, 0.0, wide * 0.8, top),
        ):
            middle, half = (a + b) / 2, math.cos(math.pi / SIDES)
            for c, d, lc, ld in ((a, middle, lift, 0.0), (middle, b, 0.0, lift)):
                rc, rd = (1.0, half) if c == a else (half, 1.0)
                corners = (
                    ring(c, r0 * rc, u0 + lc),
                    ring(d, r0 * rd, u0 + ld),
                    ring(d, r1 * rd, u1),
                    ring(c, r1 * rc, u1),
                )
                mesh.quad("roof", corners, ((0, 1), (1, 1), (1, 0), (0, 0)), (1, 1), 0.4)
    return y + high + 0.9
