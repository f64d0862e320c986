"""The steps a melody may use."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.score.tuning import SAME_CENTS, Cents, Steps, Tuning, rubs

LOW_HZ, HIGH_HZ = 165.0, 880.0
LEAP_CENTS = 710.0
"""No leap is wider than a fifth."""


class Ladder:
    """All steps of a tuning from E3 to A5, their pitches, and how much each matters: tonic, fifth, others."""

    def __init__(self, tuning: Tuning) -> None:
        self.tuning = tuning
        self.steps: Steps = np.arange(tuning.nearest(LOW_HZ), tuning.nearest(HIGH_HZ) + 1)
        self.cents: Cents = tuning.cents(self.steps)
        ratios = np.array([float(tuning.ratios[step % tuning.size]) for step in self.steps.tolist()])
        self.matter = np.where(ratios == 1.0, 1.7, np.where(ratios == 1.5, 1.4, 1.0))

    def in_chord(self, chord: Steps) -> NDArray[np.bool_]:
        """Which are tones of a chord, in any octave."""
        return np.isin(self.steps % self.tuning.size, chord % self.tuning.size)

    def rubbing(self, sounding: Cents) -> NDArray[np.bool_]:
        """Which lie a semitone, or a comma, from a pitch that sounds, in any octave."""
        return np.asarray(rubs(self.cents[:, None], sounding).any(axis=1), np.bool_)

    def nearest(self, cents: float) -> int:
        """The step nearest to a pitch."""
        return int(self.steps[np.argmin(np.abs(self.cents - cents))])

    def holds(self, line: Steps, widest_cents: float) -> bool:
        """Whether a line stays within, and has no wider leap."""
        if line.min() < self.steps[0] or line.max() > self.steps[-1]:
            return False
        return bool((np.abs(np.diff(self.tuning.cents(line))) < widest_cents + SAME_CENTS).all())


def cents_of(hz: float) -> float:
    """A frequency in cents over 1 Hz."""
    return 1200.0 * math.log2(hz)
