"""A small framed landscape for a high wall: an evening sky, hills and a lake."""

from __future__ import annotations

import numpy as np

from game.scenery.interior.distance import Array
from game.scenery.interior.plan import Plan, Rgb
from game.scenery.interior.solid import Kind, Solid, Stuff

HALF_W, HALF_H = 0.30, 0.22
SKY_LOW, SKY_HIGH = np.array((0.46, 0.29, 0.16)), np.array((0.13, 0.16, 0.22))
LAKE, FAR, NEAR = (0.27, 0.21, 0.17), (0.15, 0.14, 0.15), (0.055, 0.070, 0.048)
APART_M = 0.0015


def painting(solid: Solid, plan: Plan, chance: np.random.Generator) -> None:
    """Over the mantel, above the clock."""
    f = plan.fireplace
    middle = np.array((f.x, f.mantel_y + 1.08, f.deep + 0.026))
    x = np.linspace(-1, 1, 40)
    _painted(solid, middle, np.full_like(x, 1.0))
    a, b, c = chance.uniform(0, 6, 3)
    far = 0.16 + 0.16 * np.sin(2.1 * x + a) + 0.06 * np.sin(5.3 * x + b)
    near = -0.42 + 0.14 * np.sin(1.4 * x + c) + 0.03 * np.sin(9.0 * x + a)
    for i, (top, tone) in enumerate(((far, FAR), (np.full_like(x, -0.12), LAKE), (near, NEAR))):
        _painted(solid, middle + np.array((0.0, 0.0, APART_M * (i + 1))), top, tone)
    wood = Stuff(Kind.WOOD, (0.30, 0.19, 0.075), 0.22)
    for side in (-1, 1):
        upright, level = (
            np.array((side * (HALF_W + 0.012), 0.0, 0.0)),
            np.array((0.0, side * (HALF_H + 0.012), 0.0)),
        )
        solid.box(middle + upright, (0.022, HALF_H + 0.032, 0.020), wood)
        solid.box(middle + level, (HALF_W + 0.032, 0.022, 0.020), wood)


def _painted(solid: Solid, middle: Array, top: Array, tone: Rgb | None = None) -> None:
    """What lies under a line, in one colour; or else the sky."""
    across, up = np.linspace(-1, 1, len(top))[:, None], np.linspace(0, 1, 8)[None]
    y = -1 + (top[:, None] + 1) * up
    places = middle + np.stack([(across + 0 * up) * HALF_W, y * HALF_H, 0 * y], axis=-1)
    sky = SKY_LOW + (SKY_HIGH - SKY_LOW) * np.clip(y, 0.0, 1.0)[..., None]
    solid.sheet(places, Stuff(Kind.PLAIN, tone or (1.0, 1.0, 1.0), 0.06), tones=sky if tone is None else None)
