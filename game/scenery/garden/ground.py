"""What the ground of a garden bears: islands of moss, and the way its sand was raked."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Island:
    """A moss island, metres: an ellipse on the ground, turned, bent to a crescent, drawn in at its waist."""

    x: float
    z: float
    radius_x: float
    radius_z: float
    turn_rad: float = 0.0
    bend: float = 0.0
    """How far its tips are bent back, -1..1."""
    waist: float = 0.0
    """How much narrower it is in its middle, 0..0.6."""

    @property
    def form(self) -> tuple[float, float, float, float]:
        """What `garden_view.glsl` knows of its shape."""
        return math.cos(self.turn_rad), math.sin(self.turn_rad), self.bend, self.waist


@dataclass(frozen=True)
class Weave:
    """How the whole sand was raked before anyone came."""

    bearing_rad: float
    """Direction across the furrows; 0 looks along z, so the furrows run left to right."""
    wave_m: float = 0.0
    wave_per_m: float = 0.0
    centre: tuple[float, float] | None = None
    """For circles: their middle."""
    squares_m: float = 0.0
    """For squares raked by turns one way and the other: their side."""
    tine_m: float = 0.175
    """From one furrow to the next."""
