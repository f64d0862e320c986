"""Scales in just intonation over one centre, and how well two of their notes sound together."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

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
"""Ratios over the centre, within one octave: over a centre that stays, just fifths and thirds do not beat."""

SAME_CENTS = 3.0
"""Pitches nearer to each other than this are one."""

_LOWEST_HZ = 73.0
"""The octave the music is built up from begins between D2 and D3, whatever octave a maker's root is in."""
_FIFTH = Fraction(3, 2)

Cents = NDArray[np.float64]
Steps = NDArray[np.intp]


class Tuning:
    """The notes of one scale over one centre, counted in steps: 0 is the base, `size` steps make an octave."""

    def __init__(self, root_hz: float, scale: str, fifths: int = 0) -> None:
        """`root_hz` in Hz; `scale` one of `SCALES`; the centre lies so many just fifths above the root."""
        self.ratios = SCALES[scale]
        self.size = len(self.ratios)
        self.fifths = fifths
        """How many fifths its centre lies above the root."""
        centre_hz = root_hz * float(_FIFTH**fifths)
        self.base_hz = centre_hz * 2.0 ** -math.floor(math.log2(centre_hz / _LOWEST_HZ))
        """The centre, moved by octaves to lie from 73 to 146 Hz."""
        self._cents = 1200.0 * np.log2([float(ratio) for ratio in self.ratios])
        self._base_cents = 1200.0 * math.log2(self.base_hz)
        self._harshness = np.array([[_tenney(b / a) for b in self.ratios] for a in self.ratios])

    def hz(self, step: int) -> float:
        """Frequency of a step."""
        octave, degree = divmod(step, self.size)
        return self.base_hz * float(self.ratios[degree]) * 2.0**octave

    def cents(self, steps: Steps) -> Cents:
        """Pitches of steps in cents over 1 Hz, any shape."""
        octaves, degrees = np.divmod(steps, self.size)
        pitches: Cents = self._base_cents + 1200.0 * octaves + self._cents[degrees]
        return pitches

    def nearest(self, hz: float) -> int:
        """The step whose pitch lies nearest to a frequency."""
        about = round(math.log2(hz / self.base_hz) * self.size)
        near = np.arange(about - 3, about + 4)
        return int(near[np.argmin(np.abs(self.cents(near) - 1200.0 * math.log2(hz)))])

    def nearest_hz(self, hz: float) -> float:
        """The pitch in this tuning that lies nearest to a frequency."""
        return self.hz(self.nearest(hz))

    def harshness(self, low: Steps, high: Steps) -> NDArray[np.float64]:
        """Tenney height log2(n d) of intervals, octaves left out: 0 octave, 1.6 fifth, 2.3 third, 10 wolf fifth.

        Source: J. Tenney, "John Cage and the Theory of Harmony" (1983).
        """
        found: NDArray[np.float64] = self._harshness[low % self.size, high % self.size]
        return found


def rubs(these: Cents, those: Cents) -> NDArray[np.bool_]:
    """Whether pitches lie about a semitone apart, octaves left out; shapes as numpy broadcasts them."""
    apart = np.abs((these - those + 600.0) % 1200.0 - 600.0)
    found: NDArray[np.bool_] = (apart > SAME_CENTS) & (apart < 150.0)
    return found


def _tenney(ratio: Fraction) -> float:
    return math.log2(_odd(ratio.numerator) * _odd(ratio.denominator))


def _odd(number: int) -> int:
    while number % 2 == 0:
        number //= 2
    return number
