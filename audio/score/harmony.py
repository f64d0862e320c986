"""Which chords a scale has."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from audio.score.tuning import SAME_CENTS, Cents, Steps, Tuning, rubs

TONES = 4
_THIRDS_ABOVE_CENTS = 1200.0 * float(np.log2(130.0))
"""Below C3 close intervals turn to mud: there, at least a fourth."""
_FOURTH_CENTS, _THIRD_CENTS, _WIDEST_CENTS = 480.0, 190.0, 1250.0
_HARSHEST_PAIR = 5.6
"""Sevenths 9/5 pass (log2 45 = 5.5), tritones 45/32 and wolf fifths 40/27 do not."""
_COMMA_CENTS = 60.0
"""Pitches apart, but by less than this, beat against each other while one fades."""


class Harmony:
    """The consonant chords of one tuning: open voicings of four tones within two octaves over its base.

    `chords` are their steps, rising, shape (chords, 4), `pitches` the same in cents.
    """

    def __init__(self, tuning: Tuning) -> None:
        self.tuning = tuning
        steps = np.array(list(combinations(range(2 * tuning.size + 1), TONES)), np.intp)
        steps = steps[steps[:, 0] < tuning.size]
        self.chords: Steps = steps[_well_spaced(tuning, steps) & _sweet(tuning, steps)]
        self.pitches: Cents = tuning.cents(self.chords)
        low, high = np.triu_indices(TONES, 1)
        self.richness = tuning.harshness(self.chords[:, low], self.chords[:, high]).mean(axis=1)
        """Mean harshness of their intervals: plain chords have little."""
        degree = self.chords[:, 0] % tuning.size
        fifth = [float(ratio) for ratio in tuning.ratios].index(1.5)
        self.ground = np.where(degree == 0, 3.0, np.where(degree == fifth, 1.5, 1.0))
        """How firmly each stands: the tonic lowest, the fifth lowest, or another."""

    def kept(self, pitches: Cents) -> NDArray[np.intp]:
        """How many tones of each chord are among these pitches."""
        same = np.abs(self.pitches[:, :, None] - pitches) < SAME_CENTS
        return np.asarray(same.any(axis=2).sum(axis=1), np.intp)

    def beats(self, pitches: Cents) -> NDArray[np.bool_]:
        """Which chords have a tone that is a comma off one of these pitches, octaves left out."""
        apart = np.abs((self.pitches[:, :, None] - pitches + 600.0) % 1200.0 - 600.0)
        return np.asarray(((apart > SAME_CENTS) & (apart < _COMMA_CENTS)).any(axis=(1, 2)), np.bool_)

    def rubs(self, pitches: Cents) -> NDArray[np.bool_]:
        """Which chords have a tone a comma or about a semitone off one of these pitches, octaves left out."""
        return np.asarray(rubs(self.pitches[:, :, None], pitches).any(axis=(1, 2)), np.bool_)


def _well_spaced(tuning: Tuning, steps: Steps) -> NDArray[np.bool_]:
    classes = np.sort(steps % tuning.size, axis=1)
    varied = np.count_nonzero(np.diff(classes, axis=1), axis=1) >= TONES - 2
    pitches = tuning.cents(steps)
    apart = np.diff(pitches, axis=1)
    least = np.where(pitches[:, :-1] < _THIRDS_ABOVE_CENTS, _FOURTH_CENTS, _THIRD_CENTS)
    return np.asarray(varied & ((apart >= least) & (apart <= _WIDEST_CENTS)).all(axis=1), np.bool_)


def _sweet(tuning: Tuning, steps: Steps) -> NDArray[np.bool_]:
    """No harsh pair, and no minor ninth; a major seventh may be."""
    low, high = (steps[:, side] for side in np.triu_indices(TONES, 1))
    pitches_low, pitches_high = tuning.cents(low), tuning.cents(high)
    ninth = rubs(pitches_low, pitches_high) & ((pitches_high - pitches_low) % 1200.0 < 600.0)
    return np.asarray(((tuning.harshness(low, high) <= _HARSHEST_PAIR) & ~ninth).all(axis=1), np.bool_)
