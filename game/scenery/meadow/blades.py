"""Blades of grass as triangles: x, y, and how much of each is lit blade, deep shade and straw."""

from __future__ import annotations

import numpy as np

from game.scenery.noise import Array

SEGMENTS = 4
EAR = 7
"""Grains of an ear."""


def blades(
    chance: np.random.Generator, roots: Array, length: Array, width: Array, tone: Array, dry: Array
) -> Array:
    """Bent, tapering blades, shape (blades x segments x 2, 3, 5).

    `roots` (n, 2); `length` and `width` in screen heights, `tone` (how light) and `dry` (how much straw) 0..1;
    all (n,).
    """
    count = len(roots)
    t = np.linspace(0, 1, SEGMENTS + 1)
    aside = chance.normal(0.10, 0.22, count)[:, None]
    curl = chance.normal(0.16, 0.24, count)[:, None]
    x = roots[:, :1] + length[:, None] * (aside * t + curl * t**2)
    y = roots[:, 1:] + length[:, None] * t * (1 - 0.32 * np.abs(curl) * t)
    half = (
        width[:, None]
        / 2
        * np.clip(1.0 - t, 0.0, 1.0) ** 0.6
        * (0.7 + 0.3 * np.sin(np.pi * np.minimum(t + 0.25, 1)))
    )
    light = np.clip(tone[:, None] * (0.16 + 0.94 * t**0.8), 0, 1)
    corners = np.empty((count, SEGMENTS + 1, 2, 5))
    for side, turn in ((0, -1.0), (1, 1.0)):
        corners[:, :, side, 0], corners[:, :, side, 1] = x + turn * half, y
        lit = np.clip(light * (1 - 0.16 * turn), 0, 1)
        straw = lit * dry[:, None]
        corners[:, :, side, 2], corners[:, :, side, 3] = lit - straw, 1 - lit
        corners[:, :, side, 4] = straw
    a, b = corners[:, :-1], corners[:, 1:]
    lower = np.stack([a[:, :, 0], a[:, :, 1], b[:, :, 0]], axis=2)
    upper = np.stack([a[:, :, 1], b[:, :, 1], b[:, :, 0]], axis=2)
    return np.stack([lower, upper], axis=2).reshape(-1, 3, 5)


def ears(chance: np.random.Generator, tips: Array, length: Array) -> Array:
    """Ears of grains round the tips of stalks; `tips` (n, 2), `length` (n,) of an ear."""
    count = len(tips)
    along = np.linspace(0, 1, EAR)
    side = np.where(np.arange(EAR) % 2, 1.0, -1.0) * np.sin(np.pi * (0.15 + 0.8 * along))
    nod = chance.normal(0.25, 0.25, count)[:, None]
    middle = np.stack(
        [
            tips[:, :1] + length[:, None] * (nod * along**2 + 0.12 * side),
            tips[:, 1:] + length[:, None] * (along - 0.75) * (1 - 0.2 * nod),
        ],
        axis=-1,
    )
    grain = length[:, None, None, None] * np.array([[-0.07, -0.09], [0.08, -0.02], [0.02, 0.22]])
    found = np.zeros((count, EAR, 3, 5))
    found[..., :2] = middle[:, :, None, :] + grain
    lit = chance.uniform(0.45, 1.0, (count, EAR, 1))
    found[..., 4], found[..., 3] = lit, 1 - lit
    return found.reshape(-1, 3, 5)
