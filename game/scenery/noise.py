"""Smooth noise on grids, one axis at a time: fast enough to raise mountains while a world opens."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def between(lattice: Array, places: Array) -> Array:
    """Values along the last axis of a lattice (its points at 0, 1, 2, ...) at places in between.

    Quintic fade (Perlin 2002), so that slopes are smooth as well.
    """
    places = np.clip(places, 0.0, lattice.shape[-1] - 1.000001)
    base = places.astype(int)
    x = places - base
    x = x * x * x * (x * (6 * x - 15) + 10)
    low = lattice[..., base]
    return np.asarray(low + (lattice[..., base + 1] - low) * x)


def value_noise(chance: np.random.Generator, down: Array, across: Array) -> Array:
    """Noise 0..1 of shape (len(down), len(across)) at lattice coordinates (0 and up)."""
    lattice = chance.random((int(down.max()) + 2, int(across.max()) + 2))
    return between(np.ascontiguousarray(between(lattice.T, down).T), across)


def ridged(chance: np.random.Generator, down: Array, across: Array, octaves: int) -> Array:
    """Ridged multifractal 0..1: sharp crests, each octave strongest on the crests of the last (Musgrave 1994)."""
    total, weight, size = np.zeros((len(down), len(across))), np.ones((len(down), len(across))), 0.0
    for octave in range(octaves):
        scale, gain = 2.03**octave, 0.52**octave
        fold = 1.0 - np.abs(2.0 * value_noise(chance, down * scale, across * scale + octave) - 1.0)
        fold = fold * fold * weight
        weight = np.clip(fold * 1.9, 0.0, 1.0)
        total += gain * fold
        size += gain
    return total / size


def line(chance: np.random.Generator, places: Array, octaves: int = 4, gain: float = 0.5) -> Array:
    """Noise along a line, about 0..1, at lattice coordinates (0 and up)."""
    parts = [gain**octave * value_noise(chance, np.zeros(1), places * 2.0**octave)[0] for octave in range(octaves)]
    return np.asarray(sum(parts) / sum(gain**octave for octave in range(octaves)))


def smooth(low: float, high: float, x: Array) -> Array:
    """0 below `low`, 1 above `high`, a soft S between."""
    y = np.clip((x - low) / (high - low), 0.0, 1.0)
    return np.asarray(y * y * (3 - 2 * y))
