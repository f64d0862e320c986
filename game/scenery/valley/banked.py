"""Snow banked up against the walls of a house: the line where it stands on the ground is never seen."""

from __future__ import annotations

import numpy as np

from game.scenery.valley.lie import Array, Valley
from game.scenery.vista.noise import Noise

STEPS, ROWS = 56, 9
BEYOND_M = 1.6
"""How far the bank runs on past the two walls that are seen."""
OUT_M, LOW_M, HIGH_M = 2.9, 0.34, 1.25
"""How far it reaches out, and between which heights it lies against the logs."""
PATH_M = 0.85
"""Half the width of the trodden way to the door."""
SILL_M = 0.22
"""How high it reaches on the walls at the least, over the floor."""
SEED = 5


def bank_line(half_x: float, half_z: float, end: float, door: float) -> tuple[Array, Array, Array]:
    """Along the gable that is seen and the front: places (n, 2) on the wall, ways outward (n, 2), heights (n,)."""
    corner = np.array([end * half_x, -half_z])
    gable = np.array([end * half_x, half_z + BEYOND_M])
    front = np.array([-end * (half_x + BEYOND_M), -half_z])
    first, second = float(np.linalg.norm(gable - corner)), float(np.linalg.norm(front - corner))
    s = np.linspace(0, first + second, STEPS)
    on_gable = (s < first)[:, None]
    along = np.where(
        on_gable,
        gable + (corner - gable) * (s / first)[:, None],
        corner + (front - corner) * ((s - first) / second)[:, None],
    )
    turn = np.clip((s - first) / 2.4 + 0.5, 0, 1)
    turn = turn * turn * (3 - 2 * turn)
    out = np.stack([end * np.cos(turn * np.pi / 2), -np.sin(turn * np.pi / 2)], axis=1)
    noise = Noise(np.random.default_rng(SEED), 64)
    lie = noise.cloudy(s * 0.33 + 3, np.full_like(s, 2.0), 2)
    high = LOW_M + (HIGH_M - LOW_M) * np.clip(1.9 * lie - 0.32, 0, 1)
    high = high + 0.35 * np.exp(-(((s - first) / 1.1) ** 2))  # the wind heaps more about a corner
    path = np.exp(-((np.where(on_gable[:, 0], 99.0, along[:, 0] - door) / PATH_M) ** 4))
    return along, out, high * (1 - 0.34 * path)


def bank(
    line: tuple[Array, Array, Array], valley: Valley, foot: Array, turn: Array, size: float
) -> tuple[Array, Array]:
    """Points (rows, n, 3) in the house's axes, from the wall out, and how much they cover (rows, n)."""
    along, out, high = line
    k = np.linspace(0, 1, ROWS)[:, None]
    reach = OUT_M * (0.7 + 0.5 * high / HIGH_M)
    flat = along + (k * reach - 0.05)[..., None] * out
    placed = flat @ turn.T * size + foot[[0, 2]]
    ground = (valley.height(placed[..., 0], placed[..., 1]) - foot[1]) / size
    rise = np.maximum(high, SILL_M - ground[0])  # where the ground falls away it still hides the lowest log
    y = ground + rise * (1 - k) ** 2 * (1 + 0.7 * k) + 0.02
    ends = np.clip(np.minimum(np.arange(STEPS), np.arange(STEPS)[::-1]) / 5, 0, 1)
    cover = np.clip((1 - k) / 0.45, 0, 1) * ends
    return np.stack([flat[..., 0], y, flat[..., 1]], axis=-1), cover
