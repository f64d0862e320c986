"""Where wild flowers stand: in drifts of a kind that run across the slope, thick in their middle."""

from __future__ import annotations

import numpy as np

from game.scenery.meadow.lie import Lie
from game.scenery.noise import Array, value_noise

GRID = 160, 120
"""Points along the slope and down it, of the noise that drifts come from."""


def drifts(
    lie: Lie, span: tuple[float, float], wanted: int, kinds: int, together: float, chance: np.random.Generator
) -> Array:
    """Rows of x, u and kind, far to near: at most `wanted`, fewer where drifts leave the slope open."""
    first, last = span
    u = first + (last - first) * chance.random(wanted) ** 0.8
    x = chance.random(wanted) * lie.width
    row, column = (u * (GRID[1] - 1)).astype(int), (x / lie.width * (GRID[0] - 1)).astype(int)
    liking = np.stack([_field(lie, chance)[row, column] for _ in range(kinds)], axis=1)
    liking = liking - np.linspace(0.0, 0.16, kinds)
    kind = np.argmax(liking * together + chance.gumbel(0, 0.05 + 0.3 * (1 - together), liking.shape), axis=1)
    strongest = liking.max(axis=1)
    least = np.quantile(strongest, 0.55 * together)
    keep = strongest + chance.normal(0, 0.05, wanted) > least
    order = np.argsort(u[keep])
    return np.stack([x[keep], u[keep], kind[keep].astype(float)], axis=1)[order]


def _field(lie: Lie, chance: np.random.Generator) -> Array:
    """Where one kind likes to grow; cells are wide and flat, as a slope is seen."""
    across, down = np.linspace(0, lie.width * 1.5, GRID[0]), np.linspace(0, 1, GRID[1]) ** 0.7 * 5.0
    coarse = value_noise(chance, down + chance.uniform(0, 3), across + chance.uniform(0, 3))
    fine = value_noise(chance, down * 2.7, across * 2.7)
    return np.asarray(0.7 * coarse + 0.3 * fine)
