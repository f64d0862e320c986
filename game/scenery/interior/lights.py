"""The lights of a room as points that each see half of it, and what walls and floor throw back of them.

Bounced light after A. Keller, "Instant radiosity", SIGGRAPH 1997.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.scenery.interior.furniture import candle_at
from game.scenery.interior.plan import SLAB_M, Plan
from game.scenery.interior.shell import FRONT_M, SIDE_M

Array = NDArray[np.floating[Any]]
BOUNCES = 16
"""How many points throw back what a light sheds on the room."""
OFF_M = 0.17
FRONT_TONE = (0.14, 0.11, 0.09)
"""Of the room behind the visitor."""
THROWN = 2.1
"""More than once: what is thrown back is thrown on."""
WINDOW_POWER = 0.85
FIRE_POWER, CANDLE_POWER = 0.98, 0.058
GLOWING = 0.27


@dataclass(frozen=True)
class Points:
    """Points of light. They shine to where they face."""

    at: Array
    """(n, 3), metres."""
    facing: Array
    """(n, 3)."""
    power: Array
    """(n, 3) for each colour: light on what lies one metre off, straight before them."""
    even: bool
    """Whether they shine alike in all directions; else most straight ahead (Lambert)."""
    size_px: int
    """Of their shadow maps."""
    direct: bool = True
    """Whether it is a light itself and not what is thrown back of one."""
    glowing: float = 0.0
    """What embers send out beside it."""


def fire_points(plan: Plan) -> Points:
    """The fire, from just before its opening."""
    f = plan.fireplace
    place = [(f.opening * x, SLAB_M + y) for x, y in FIRE_AT]
    at = np.array([(f.x + x, y, f.deep + 0.06) for x, y in place])
    return Points(at, _ahead(len(at)), np.full((len(at), 3), FIRE_POWER / len(at)), True, 512, glowing=GLOWING)


FIRE_AT = (
    (-0.44, 0.14),
    (-0.20, 0.30),
    (0.10, 0.18),
    (0.36, 0.34),
    (-0.30, 0.44),
    (0.44, 0.14),
    (0.0, 0.52),
    (0.22, 0.26),
)


def window_points(plan: Plan) -> Points:
    """All windows, eight points between them."""
    area = sum(4 * w.half_w * w.half_h for w in plan.windows)
    each = max(8 // len(plan.windows), 1)
    at, power = [], []
    for w in plan.windows[:8]:
        for i in range(each):
            x = w.x + w.half_w * 0.9 * (2 * (i + 0.5) / each - 1)
            y = w.y + w.half_h * 0.9 * (2 * ((i * 0.618 + 0.31) % 1) - 1)
            at.append((x, y, -0.05))
            power.append(WINDOW_POWER * 4 * w.half_w * w.half_h / each * min(1.0, 3.2 / area))
    return Points(np.array(at), _ahead(len(at)), np.repeat(np.array(power)[:, None], 3, axis=1), False, 512)


def candle_points(plan: Plan) -> Points:
    """The candle on the mantel, a little spread so that its shadows are soft."""
    x, y, z = candle_at(plan)
    at = np.array([(x - 0.02, y + 0.01, z + 0.01), (x + 0.02, y + 0.02, z + 0.01)])
    return Points(at, _ahead(2), np.full((2, 3), CANDLE_POWER / 2), True, 256)


def bounced(lights: Points, plan: Plan) -> Points:
    """Where rays of a light meet walls, floor and ceiling first, shining back into the room in their colour."""
    wide, high = plan.eye.half_width_m + SIDE_M, plan.ceiling_m
    planes = (
        ((0.0, 1.0, 0.0), 0.0, plan.wood), ((0.0, -1.0, 0.0), -high, (0.34, 0.30, 0.25)),
        ((1.0, 0.0, 0.0), -wide, plan.wall), ((-1.0, 0.0, 0.0), -wide, plan.wall),
        ((0.0, 0.0, -1.0), -FRONT_M, FRONT_TONE),
    )  # fmt: skip
    at, facing, power = [], [], []
    total = lights.power.sum(0)
    for i in range(BOUNCES):
        start = lights.at[(i * 3) % len(lights.at)]
        way = _direction(i, lights.even)
        hits = [
            ((limit - np.dot(n, start)) / np.dot(n, way), n, tone)
            for n, limit, tone in planes
            if np.dot(n, way) < -1e-6
        ]
        length, n, tone = min(hits, key=lambda hit: hit[0])
        at.append(start + way * length + np.array(n) * OFF_M)
        facing.append(n)
        power.append(total * np.array(tone) * (2.0 if lights.even else 1.0) * THROWN / BOUNCES)
    return Points(np.array(at), np.array(facing), np.array(power), False, 256, direct=False)


def _ahead(count: int) -> Array:
    return np.repeat(np.array([[0.0, 0.0, 1.0]]), count, axis=0)


def _direction(i: int, even: bool) -> Array:
    """The i-th of directions spread over the half space before a light (Halton); low ones first."""
    u, v = (i + 0.5) / BOUNCES, (i * 0.6180339 + 0.25) % 1.0
    ahead = 1.0 - u if even else np.sqrt(1.0 - u)
    aside = np.sqrt(max(1.0 - ahead * ahead, 0.0))
    return np.array([aside * np.cos(2 * np.pi * v), aside * np.sin(2 * np.pi * v), ahead])
