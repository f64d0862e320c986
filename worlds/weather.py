"""The slow, seeded weather of a place: smooth, never repeating, the same for the same seed."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal, get_args

from worlds.seeds import seed_number

Slow = Literal["wind", "gust", "rain", "warmth", "drift_a", "drift_b"]
SLOW_SIGNALS: tuple[Slow, ...] = get_args(Slow)

PERIODS_S: dict[Slow, tuple[float, ...]] = {
    "wind": (181.0, 67.0, 23.0, 11.0),
    "gust": (13.0, 5.0),
    "rain": (397.0, 151.0, 53.0),
    "warmth": (907.0, 293.0),
    "drift_a": (127.0, 43.0),
    "drift_b": (211.0, 71.0),
}
"""Spacing of the random levels, slowest first; each is worth 0.6 of the one before it. Wind has lulls
of minutes, and gusts on top (together the low end of the Kaimal spectrum); warmth changes like an afternoon."""
SHARE = 0.6
SPREAD = 1.9
"""Stretches the sum of the waves, which by itself would keep to the middle, over most of 0..1."""


def weather(seed: int, t_s: float) -> dict[Slow, float]:
    """Every slow signal, 0..1, at a world time."""
    return {name: level(seed, name, t_s) for name in SLOW_SIGNALS}


def level(seed: int, name: Slow, t_s: float) -> float:
    """One slow signal, 0..1: seeded levels joined by quintic steps at several paces, bent softly into 0..1."""
    # Asked for every frame and every block of sound, hence no more calls than need be.
    total = weights = 0.0
    weight = 1.0
    for octave, period_s in enumerate(PERIODS_S[name]):
        x = t_s / period_s
        cell = math.floor(x)
        f = x - cell
        start, rise = _step(seed, name, octave, cell)
        total += weight * (start + rise * (f * f * f * (f * (f * 6 - 15) + 10)))
        weights += weight
        weight *= SHARE
    return 0.5 + 0.5 * math.tanh(SPREAD * total / weights)


@lru_cache(maxsize=256)
def _step(seed: int, name: str, octave: int, cell: int) -> tuple[float, float]:
    """The level at a knot, and how much higher the next lies."""
    start = _knot(seed, name, octave, cell)
    return start, _knot(seed, name, octave, cell + 1) - start


def _knot(seed: int, name: str, octave: int, cell: int) -> float:
    """The seeded level at one knot, -1..1."""
    return seed_number(seed, "weather", name, octave, cell) / 2**63 - 1.0
