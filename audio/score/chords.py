"""Which chords a scale has, and how one leads to the next."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np

from audio.score.tuning import Tuning

Chord = tuple[int, ...]
"""Four steps of the scale, rising."""

_TONES = 4
_THIRDS_ABOVE_HZ = 130.0
"""Below C3 close intervals turn to mud: there, at least a fourth."""
_HARSHEST_PAIR = 5.6
"""Sevenths 9/5 pass (log2 45 = 5.5), tritones 45/32 and wolf fifths 40/27 do not."""
_KEPT = 2
"""Tones that stay from one chord to the next, at least."""


class Chords:
    """A walk over the consonant chords of a scale; each keeps two tones or more of the one before.

    Voices that move go to near tones, plain chords come oftener than rich ones, the tonic often lies lowest, and
    the last few chords are avoided. By day chords sit higher and are brighter; towards night they sink.
    """

    def __init__(self, tuning: Tuning, chance: np.random.Generator) -> None:
        self._tuning, self._chance = tuning, chance
        self._all = _consonant(tuning)
        self._plain = np.array([-_richness(tuning, chord) for chord in self._all])
        self._height = np.array([sum(chord) / _TONES for chord in self._all])
        self._past: list[Chord] = []
        self.now: Chord = self._first()

    def step(self, daylight: float) -> Chord:
        """Go on to another chord."""
        choice = self._weights(daylight)
        self._past = [*self._past[-2:], self.now]
        self.now = self._all[int(self._chance.choice(len(self._all), p=choice))]
        return self.now

    def _first(self) -> Chord:
        grounded = [index for index, chord in enumerate(self._all) if chord[0] == 0]
        return self._all[max(grounded, key=lambda index: self._plain[index])]

    def _weights(self, daylight: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """How likely each chord is to come next; they sum to 1."""
        size = self._tuning.size
        weights = np.zeros(len(self._all))
        for index, chord in enumerate(self._all):
            moved = sum(abs(a - b) for a, b in zip(chord, self.now, strict=True))
            if chord == self.now or chord in self._past or len({*chord} & {*self.now}) < _KEPT:
                continue
            ground = 3.0 if chord[0] % size == 0 else 1.5 if chord[0] % size == self._fifth() else 1.0
            wish = size * (0.85 + 0.35 * daylight)
            lift = -((self._height[index] - wish) ** 2) / size
            weights[index] = ground * np.exp(0.7 * self._plain[index] - 0.15 * moved + lift)
        if not weights.any():
            weights[[index for index, chord in enumerate(self._all) if chord != self.now]] = 1.0
        found: np.ndarray[tuple[int], np.dtype[np.float64]] = weights / weights.sum()
        return found

    def _fifth(self) -> int:
        return [float(ratio) for ratio in self._tuning.ratios].index(1.5)


def _consonant(tuning: Tuning) -> list[Chord]:
    """Every open voicing of four tones within two octaves over the base that has no harsh pair."""
    steps = range(2 * tuning.size + 1)
    return [chord for chord in combinations(steps, _TONES) if _well_spaced(tuning, chord) and _sweet(tuning, chord)]


def _well_spaced(tuning: Tuning, chord: Chord) -> bool:
    if len({step % tuning.size for step in chord}) < _TONES - 1:
        return False
    for low, high in pairwise(chord):
        least = 480.0 if tuning.hz(low) < _THIRDS_ABOVE_HZ else 190.0
        if not least <= tuning.cents(low, high) <= 1250.0:
            return False
    return chord[0] < tuning.size


def _sweet(tuning: Tuning, chord: Chord) -> bool:
    pairs = list(combinations(chord, 2))
    minor_ninth = any(1.0 < tuning.cents(low, high) % 1200.0 < 150.0 for low, high in pairs)
    return not minor_ninth and all(tuning.harshness(low, high) <= _HARSHEST_PAIR for low, high in pairs)


def _richness(tuning: Tuning, chord: Chord) -> float:
    pairs = [tuning.harshness(low, high) for low, high in combinations(chord, 2)]
    return sum(pairs) / len(pairs)
