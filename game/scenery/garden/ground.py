"""What the ground of a garden bears: islands of moss, and the way its sand was raked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Island:
    """A moss island: an ellipse on the ground, metres."""

    x: float
    z: float
    radius_x: float
    radius_z: float


@dataclass(frozen=True)
class Weave:
    """How the whole sand was raked before anyone came."""

    bearing_rad: float
    """Direction across the furrows; 0 looks along z, so the furrows run left to right."""
    wave_m: float = 0.0
    wave_per_m: float = 0.0
    centre: tuple[float, float] | None = None
    """For circles: their middle."""
