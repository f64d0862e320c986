"""Cracks that come in cascades: what burning wood, breaking ice and tearing paper have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

ENERGY_EXPONENT = 1.5
"""Energies E of cracks have the density E^-1.5."""
LEAST_WAIT_S, LONGEST_WAIT_S = 0.002, 0.9
MOST_ENERGY = 30.0
"""Of the least one; more would startle."""
MOST_CRACKS = 24
MOST_BURSTS = 6
_FOLLOWERS = 1.15
"""How many cracks a burst has is as uneven: P(more than n) = n^-1.15."""


@dataclass(frozen=True, slots=True)
class Crack:
    """One crack."""

    after_s: float
    """From the beginning of the block."""
    energy: float
    """Of the least crack of all: 1 and more for the first of a burst."""
    first: bool
    """Whether it begins a burst."""


class Cascades:
    """Bursts at random, each one crack and those that it sets off.

    Fracture has no scale of its own: energies fall as E^-1.3 to E^-1.8, waits from crack to crack as t^-1, over
    several decades (measured on slowly torn paper: Salminen, Tolvanen and Alava, Physical Review Letters 89,
    2002). Fire is taken to do alike.
    """

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance

    def begun(self, expected: float, span_s: float) -> Iterator[Crack]:
        """All cracks of the bursts that begin within a span, about `expected` of them (Poisson)."""
        for _ in range(min(int(self._chance.poisson(expected)), MOST_BURSTS)):
            yield from self._burst(float(self._chance.random()) * span_s)

    def _burst(self, at_s: float) -> Iterator[Crack]:
        chance = self._chance
        energy = min(float(1.0 - chance.random()) ** (-1.0 / (ENERGY_EXPONENT - 1.0)), MOST_ENERGY)
        yield Crack(at_s, energy, True)
        followers = min(int((1.0 - chance.random()) ** (-1.0 / _FOLLOWERS)), MOST_CRACKS) - 1
        if followers < 1:
            return
        waits = LEAST_WAIT_S * (LONGEST_WAIT_S / LEAST_WAIT_S) ** chance.random(followers)
        energies = energy * chance.random(followers) ** 2.4
        for after_s, weaker in zip((at_s + np.cumsum(waits)).tolist(), energies.tolist(), strict=True):
            yield Crack(after_s, weaker, False)
