"""Bridges: a round arch of stone, or a curved deck of wood on piles; each carries lanterns."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from game.scenery.riverside.banks import Feet
from game.scenery.riverside.mesh import Mesh
from game.scenery.riverside.plan import QUAY_M, Plan

DEEP_M = 3.6
Deck = Callable[[float], float]


@dataclass(frozen=True)
class Span:
    """Where a bridge stands: the middle, its distance, half the way from quay to quay."""

    x: float
    z: float
    half_m: float


def bridges(mesh: Mesh, plan: Plan, chance: np.random.Generator) -> Feet:
    """The bridge, of the seed's kind, and for some seeds a smaller one farther up the river."""
    places = [plan.bridge_m]
    if chance.random() < 0.5:
        places.append(plan.bridge_m + chance.uniform(34, 52))
    feet: Feet = []
    for z in places:
        left, right = plan.bank_at(-1, z), plan.bank_at(1, z)
        span = Span((left + right) / 2, z, (right - left) / 2)
        feet += (_stone if chance.random() < 0.55 else _wooden)(mesh, span, chance)
    return feet


def _stone(mesh: Mesh, span: Span, chance: np.random.Generator) -> Feet:
    radius = span.half_m * chance.uniform(0.62, 0.84)
    rise, top = chance.uniform(0.72, 1.0), radius + 0.65
    deck = _hump(span.half_m + 4.0, QUAY_M + 0.3, top * rise + 0.55)
    turn = np.linspace(0, math.pi, 41)
    for k, (a, b) in enumerate(pairwise(turn)):
        _ring(mesh, span, (radius, rise), float(a), float(b), k)
    for xa, xb in _steps(span.half_m + 4.0, 72):
        low = [_under(x, radius + 0.6, rise) for x in (xa, xb)]
        high = [max(deck(x), y + 0.2) for x, y in zip((xa, xb), low, strict=True)]
        corners = tuple(
            (span.x + x, y, span.z) for x, y in ((xa, low[0]), (xb, low[1]), (xb, high[1]), (xa, high[0]))
        )
        uv = ((xa, low[0]), (xb, low[1]), (xb, high[1]), (xa, high[0]))
        mesh.quad("stone", corners, uv, lamp=1.0)
    _parapet(mesh, span, deck, "stone", chance)
    piers = [np.array([-span.half_m - 1, -radius]), np.array([radius, span.half_m + 1])]
    return [(span.x + x, np.full(2, span.z)) for x in piers]


def _under(x: float, radius: float, rise: float) -> float:
    return rise * math.sqrt(max(radius * radius - x * x, 0.0))


def _ring(mesh: Mesh, span: Span, form: tuple[float, float], a: float, b: float, k: int) -> None:
    """One stone of the arch's ring, and the vault behind it."""
    radius, rise = form

    def at(turn: float, r: float, z: float) -> tuple[float, float, float]:
        return span.x - r * math.cos(turn), rise * r * math.sin(turn), z

    near, far = span.z - 0.06, span.z + DEEP_M
    face = at(a, radius, near), at(b, radius, near), at(b, radius + 0.6, near), at(a, radius + 0.6, near)
    mesh.plain("arch", face, k / 41.0, 1.7)
    vault = at(a, radius, near), at(b, radius, near), at(b, radius, far), at(a, radius, far)
    mesh.plain("stone", vault, 0.4, 1.3)


def _wooden(mesh: Mesh, span: Span, chance: np.random.Generator) -> Feet:
    lift = chance.uniform(2.2, 3.6)
    deck = _hump(span.half_m + 2.0, QUAY_M + 0.25, QUAY_M + lift + 1.2)
    for xa, xb in _steps(span.half_m + 2.0, 48):
        ya, yb = deck(xa), deck(xb)
        for z, low, lamp in ((span.z - 0.1, 0.42, 0.5), (span.z + DEEP_M, 0.42, 0.2)):
            corners = tuple((span.x + x, y, z) for x, y in ((xa, ya - low), (xb, yb - low), (xb, yb), (xa, ya)))
            mesh.plain("lacquer", corners, 0.2, lamp)
        under = tuple(
            (span.x + x, y - 0.4, z)
            for x, y, z in (
                (xa, ya, span.z),
                (xb, yb, span.z),
                (xb, yb, span.z + DEEP_M),
                (xa, ya, span.z + DEEP_M),
            )
        )
        mesh.plain("wood", under, 0.2, 0.5)
    feet: Feet = []
    count = int(chance.integers(2, 5))
    for k in range(count):
        x = span.half_m * (2 * (k + 0.5) / count - 1) * 0.94
        for z in (span.z + 0.1, span.z + DEEP_M - 0.4):
            mesh.box("wood", (span.x + x - 0.16, 0, z), (span.x + x + 0.16, deck(x) - 0.3, z + 0.3), 0.2, 0.3)
        feet.append((span.x + x + np.array([-0.3, 0.3]), np.full(2, span.z)))
    _parapet(mesh, span, deck, "lacquer", chance)
    return feet


def _parapet(mesh: Mesh, span: Span, deck: Deck, material: str, chance: np.random.Generator) -> None:
    """Rails and posts, lanterns on some of them, and two people who look at the water."""
    half = span.half_m + 2.0
    for xa, xb in _steps(half, 48):
        for low, high in ((0.36, 0.46), (0.78, 0.94)):
            corners = tuple(
                (span.x + x, deck(x) + up, span.z - 0.05)
                for x, up in ((xa, low), (xb, low), (xb, high), (xa, high))
            )
            mesh.plain(material, corners, 0.5, 0.9)
    count = int(chance.integers(5, 8)) * 4
    for k in range(count + 1):
        x, big = half * (2 * k / count - 1), k % 4 == 0
        wide, y = (0.14, 1.2) if big else (0.07, 0.8)
        mesh.box(
            material,
            (span.x + x - wide, deck(x), span.z - 0.12),
            (span.x + x + wide, deck(x) + y, span.z + 0.1),
            0.5,
            0.9,
        )
        if big and 0 < k < count:
            mesh.facing("lamp", (span.x + x, deck(x) + 1.56, span.z - 0.14), (0.27, 0.33), float(chance.random()))
    x = chance.uniform(-0.4, 0.4) * span.half_m
    mesh.facing("people", (span.x + x, deck(x) + 0.9, span.z + 0.8), (0.62, 0.95), float(chance.random()))


def _hump(half: float, low: float, high: float) -> Deck:
    """Height of a deck that rises from both ends to its middle."""
    return lambda x: low + (high - low) * math.cos(min(abs(x) / half, 1.0) * math.pi / 2) ** 1.5


def _steps(half: float, count: int) -> list[tuple[float, float]]:
    across = np.linspace(-half, half, count + 1)
    return [(float(a), float(b)) for a, b in pairwise(across)]
