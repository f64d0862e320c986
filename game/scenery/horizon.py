"""Where the horizon lies, after the seed has had its say."""

from __future__ import annotations

from worlds.format.world import Camera
from worlds.seeds import spread

LOWEST, HIGHEST = 0.05, 0.95


def horizon_at(camera: Camera, seed: int) -> float:
    """Height of the horizon for one seed: 0 the bottom of the screen, 1 the top."""
    shift = (2 * spread(seed, "horizon") - 1) * camera.seed_shift_ratio
    return float(min(max(camera.horizon_ratio + shift, LOWEST), HIGHEST))
