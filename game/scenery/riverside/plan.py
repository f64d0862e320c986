"""Where a river runs, how wide, and from where it is seen: what a seed and the shape of a screen decide first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.scenery.lean import MARGIN

Array = NDArray[np.float64]
FAR_M = 150.0
QUAY_M = 1.15
"""Height of the quays above the water."""
COLUMNS = 480
"""Of the line where the water meets what stands in it."""


@dataclass(frozen=True)
class Plan:
    """A river and an eye over it. Lengths in metres, places on the screen as shares of it."""

    aspect: float
    horizon: float
    focal: float
    """Screen heights that a metre takes a metre away."""
    eye_m: float
    vanish_x: float
    """Where the river's course would vanish, were it straight."""
    half_m: float
    bend_m: float
    """How far the river has swung aside at `FAR_M`; negative to the left."""
    bridge_m: float
    """How far off the bridge stands."""

    def middle(self, z: float | Array) -> Array:
        """Where the middle of the river runs at a distance."""
        far = np.maximum(np.asarray(z) - 8.0, 0.0) / (FAR_M - 8.0)
        return np.asarray(self.bend_m * far**1.7)

    def bank(self, side: int, z: float | Array) -> Array:
        """Where the left (-1) or right (1) quay stands at a distance."""
        return np.asarray(
            self.middle(z) + side * self.half_m * (1.0 - 0.16 * np.clip(np.asarray(z) / 80.0, 0.0, 1.0))
        )

    def bank_at(self, side: int, z: float) -> float:
        """The same for one distance."""
        return float(self.bank(side, z))

    def on_screen(self, x: Array, y: Array, z: Array) -> tuple[Array, Array]:
        """Places on the screen, x 0..1 from left to right, y in screen heights over the horizon."""
        return self.vanish_x + self.focal * x / z / self.aspect, self.focal * (y - self.eye_m) / z


def plan(aspect: float, horizon: float, chance: np.random.Generator) -> Plan:
    """One seed's river for a shape of the screen: upright screens stand further back and see a narrower one."""
    narrow = min(1.0, 0.42 + 0.36 * aspect)
    side = float(chance.choice([-1.0, 1.0]))
    vanish_x = 0.5 + side * chance.uniform(0.02, 0.075)
    bend = -side * chance.uniform(2.0, 26.0)
    return Plan(
        aspect=aspect,
        horizon=horizon,
        focal=0.86 * narrow,
        eye_m=chance.uniform(2.9, 4.3),
        vanish_x=vanish_x,
        half_m=chance.uniform(6.6, 9.2) * (0.55 + 0.45 * min(1.0, aspect / 1.6)),
        bend_m=bend,
        bridge_m=chance.uniform(27.0, 46.0),
    )


def shore(plan: Plan, feet: list[tuple[Array, Array]]) -> Array:
    """The line of the water's edge under the horizon, in screen heights, margins included: the lowest of all that
    stands in the water, given as runs of x and z."""
    line = np.full(COLUMNS, plan.focal * -plan.eye_m / FAR_M)
    for x, z in feet:
        u, v = plan.on_screen(x, np.zeros_like(x), z)
        column = (u + MARGIN) / (1 + 2 * MARGIN) * (COLUMNS - 1)
        for i in range(len(column) - 1):
            first, last = sorted((column[i], column[i + 1]))
            here = np.arange(max(int(np.ceil(first)), 0), min(int(last), COLUMNS - 1) + 1)
            if len(here) and last > first:
                order = np.argsort(column[i : i + 2])
                at = np.interp(here, column[i : i + 2][order], v[i : i + 2][order])
                line[here] = np.minimum(line[here], at)
    return np.asarray(np.maximum(line, -plan.horizon))
