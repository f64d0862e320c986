"""How stones lie on the bed of a pond: gravel everywhere, pebbles in drifts, boulders in a few groups."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.scenery.noise import Array

OVER = 0.06
"""How far beyond the screen stones are laid."""
GRAVEL, PEBBLES, COBBLES = 0.0095, 0.021, 0.043
"""Middling radius of each."""
DRIFTS = 5
"""How many broad waves tell where stones of a size gather."""


def bed_stones(chance: np.random.Generator, aspect: float, boulders_ratio: float) -> NDArray[np.float32]:
    """Rows of x, y, radius, roundness (how long over broad), turn, tone, tint, chance; those on top come last.

    Tone and tint are 0..1: dark to light, mossy over grey to warm.
    """
    parts = [
        _scattered(chance, aspect, GRAVEL, 0.95),
        _scattered(chance, aspect, PEBBLES, 0.62),
        _scattered(chance, aspect, COBBLES, 0.42),
        _boulders(chance, aspect, boulders_ratio),
    ]
    return np.concatenate(parts).astype(np.float32)


def _scattered(chance: np.random.Generator, aspect: float, radius: float, share: float) -> Array:
    """Stones of about a size, closer together where they have drifted."""
    step = radius * 1.55
    across, up = np.arange(-OVER, aspect + OVER, step), np.arange(-OVER, 1 + OVER, step)
    x, y = (part.ravel() for part in np.meshgrid(across, up))
    x, y = x + chance.uniform(-0.7, 0.7, len(x)) * step, y + chance.uniform(-0.7, 0.7, len(y)) * step
    wave = sum(
        np.sin(x * kx + y * ky + phase)
        for kx, ky, phase in np.c_[chance.normal(0, 4.5, (DRIFTS, 2)), chance.uniform(0, 7, DRIFTS)]
    )
    kept = chance.random(len(x)) < share * np.clip(0.75 + 0.42 * np.asarray(wave), 0.12, 1.3)
    x, y = x[kept], y[kept]
    size = radius * np.clip(chance.lognormal(0, 0.30, len(x)), 0.5, 2.0)
    return dressed(chance, x, y, size)


def _boulders(chance: np.random.Generator, aspect: float, ratio: float) -> Array:
    """A few groups, each one great stone and its smaller kin; more towards the edges."""
    rows = []
    for _ in range(round((2 + 5 * ratio) * max(aspect, 1.0) / 1.7 * chance.uniform(0.7, 1.3)) if ratio else 0):
        angle = chance.uniform(0, 2 * np.pi)
        away = chance.uniform(0.55, 1.05)
        x, y = aspect / 2 * (1 + away * np.cos(angle)), 0.5 * (1 + away * np.sin(angle))
        great = chance.uniform(0.085, 0.17) * min(1.0, 0.55 + 0.3 * aspect)
        kin = int(chance.integers(2, 6))
        turn = chance.uniform(0, 2 * np.pi, kin)
        sizes = great * chance.uniform(0.22, 0.6, kin)
        out = great * chance.uniform(0.8, 1.5, kin)
        at_x, at_y = np.r_[x + out * np.cos(turn), x], np.r_[y + out * np.sin(turn), y]
        rows.append(dressed(chance, at_x, at_y, np.r_[np.sort(sizes), great]))
    return np.concatenate(rows) if rows else np.zeros((0, 8))


def dressed(chance: np.random.Generator, x: Array, y: Array, size: Array) -> Array:
    """Shape and colour for stones that have a place and a size."""
    count = len(x)
    tint = np.clip(chance.normal(0.50, 0.17, count), 0, 1)
    warm = chance.random(count) < 0.10
    tint[warm] = chance.uniform(0.75, 1.0, int(warm.sum()))
    tone = np.clip(chance.normal(0.52, 0.15, count), 0.18, 0.95)
    return np.stack(
        [
            x,
            y,
            size,
            chance.uniform(1.0, 1.55, count),
            chance.uniform(0, np.pi, count),
            tone,
            tint,
            chance.random(count),
        ],
        axis=1,
    )
