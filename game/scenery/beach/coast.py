"""The way a shore runs over the ground, chosen by the seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EYE = 0.25
"""Height of the eye over the ground. What lies d screen heights under the horizon is EYE / d away."""
STEPS = 8


@dataclass(frozen=True)
class Coast:
    """Where still water ends: how far away it is at each place x across the ground, in ground units."""

    away: float
    """Distance in the middle."""
    slant: float
    bay: float
    """How far it falls back (or, below 0, comes near) to both sides."""
    cusps: tuple[float, float, float]
    """Height, turns a unit and phase of the small scallops along it."""

    def z(self, x: NDArray[np.float64]) -> NDArray[np.float64]:
        """Distance of the waterline at places x; `beach.glsl` says the same."""
        high, turns, phase = self.cusps
        square = x * x
        curve = self.slant * x / (1 + 0.3 * np.abs(x)) + self.bay * square / (1 + square)
        return np.asarray(self.away + curve + high * np.sin(x * turns + phase))

    def along(self, rays: NDArray[np.float64], off: float) -> NDArray[np.float64]:
        """Distance at which rays (x / z) meet the line so far beyond (or, below 0, before) the waterline."""
        z = np.full_like(rays, self.away + off)
        for _ in range(STEPS):
            z = 0.25 * z + 0.75 * (self.z(rays * z) + off)
        return np.maximum(z, 0.5 * EYE)


def coast_of(chance: np.random.Generator, horizon: float, sand: float, slant: float, sun_side: float) -> Coast:
    """A coast whose waterline stands `sand` of the way from the bottom edge to the horizon; `sun_side` (-1 or 1) is
    where the light sets: there it tends to lie open."""
    away = EYE / (horizon * (1.0 - sand)) * chance.uniform(0.86, 1.36)
    side = sun_side if chance.random() < 0.65 else -sun_side
    return Coast(
        away=away,
        slant=side * slant * chance.uniform(0.10, 0.85),
        bay=slant * chance.uniform(-0.34, 0.70),
        cusps=(slant * chance.uniform(0.01, 0.055), chance.uniform(2.4, 4.6), chance.uniform(0.0, 6.28)),
    )
