"""Scales in just intonation over one root, and how well two of their notes sound together."""

from __future__ import annotations

import math
from fractions import Fraction

_F = Fraction
SCALES: dict[str, tuple[Fraction, ...]] = {
    "lydian": (_F(1), _F(9, 8), _F(5, 4), _F(45, 32), _F(3, 2), _F(5, 3), _F(15, 8)),
    "ionian": (_F(1), _F(9, 8), _F(5, 4), _F(4, 3), _F(3, 2), _F(5, 3), _F(15, 8)),
    "mixolydian": (_F(1), _F(9, 8), _F(5, 4), _F(4, 3), _F(3, 2), _F(5, 3), _F(9, 5)),
    "dorian": (_F(1), _F(9, 8), _F(6, 5), _F(4, 3), _F(3, 2), _F(5, 3), _F(9, 5)),
    "aeolian": (_F(1), _F(9, 8), _F(6, 5), _F(4, 3), _F(3, 2), _F(8, 5), _F(9, 5)),
    "pentatonic": (_F(1), _F(9, 8), _F(5, 4), _F(3, 2), _F(5, 3)),
    "ritusen": (_F(1), _F(9, 8), _F(4, 3), _F(3, 2), _F(5, 3)),
    "egyptian": (_F(1), _F(9, 8), _F(4, 3), _F(3, 2), _F(9, 5)),
    "minor_pentatonic": (_F(1), _F(6, 5), _F(4, 3), _F(3, 2), _F(9, 5)),
    "hirajoshi": (_F(1), _F(9, 8), _F(6, 5), _F(3, 2), _F(8, 5)),
    "kumoi": (_F(1), _F(9, 8), _F(6, 5), _F(3, 2), _F(5, 3)),
}
"""Ratios over the root, within one octave. With one fixed root, just fifths and thirds stand without beating."""

_LOWEST_HZ = 73.0
"""The octave the music is built up from begins between D2 and D3, whatever octave a maker's root is in."""


class Tuning:
    """The notes of one scale, counted in steps: 0 is the base, `size` steps make an octave."""

    def __init__(self, root_hz: float, scale: str) -> None:
        """`root_hz` in Hz; `scale` one of `SCALES`."""
        self.ratios = SCALES[scale]
        self.size = len(self.ratios)
        self.base_hz = root_hz * 2.0 ** -math.floor(math.log2(root_hz / _LOWEST_HZ))
        """The root, moved by octaves to lie from 73 to 146 Hz."""
        self._log2 = [math.log2(ratio) for ratio in self.ratios]
        self._harshness = [[_tenney(b / a) for b in self.ratios] for a in self.ratios]

    def ratio(self, step: int) -> Fraction:
        """Exact ratio of a step to the base."""
        octave, degree = divmod(step, self.size)
        return self.ratios[degree] * Fraction(2) ** octave

    def hz(self, step: int) -> float:
        """Frequency of a step."""
        octave, degree = divmod(step, self.size)
        return self.base_hz * float(self.ratios[degree]) * 2.0**octave

    def nearest(self, hz: float) -> int:
        """The step whose pitch lies nearest to a frequency."""
        about = round(math.log2(hz / self.base_hz) * self.size)
        return min(range(about - 3, about + 4), key=lambda step: abs(math.log2(self.hz(step) / hz)))

    def cents(self, low: int, high: int) -> float:
        """Distance of two steps in cents."""
        return 1200.0 * (self._octaves(high) - self._octaves(low))

    def rubs(self, low: int, high: int) -> bool:
        """Whether two steps lie about a semitone apart, octaves left out."""
        apart = self.cents(low, high) % 1200.0
        return 1.0 < apart < 150.0 or 1050.0 < apart < 1199.0

    def harshness(self, low: int, high: int) -> float:
        """Tenney height log2(n d) of the interval, octaves left out: 0 octave, 1.6 fifth, 2.3 third, 10 wolf fifth.

        Source: J. Tenney, "John Cage and the Theory of Harmony" (1983).
        """
        return self._harshness[low % self.size][high % self.size]

    def _octaves(self, step: int) -> float:
        """How far a step lies above the base."""
        octave, degree = divmod(step, self.size)
        return octave + self._log2[degree]


def _tenney(ratio: Fraction) -> float:
    return math.log2(_odd(ratio.numerator) * _odd(ratio.denominator))


def _odd(number: int) -> int:
    while number % 2 == 0:
        number //= 2
    return number
