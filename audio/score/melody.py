"""The melody: phrases of a few notes, each a walk of steps and rare leaps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from audio.dsp.walks import Walks
from audio.score.chords import Chord
from audio.score.tuning import Tuning

_LEAP_CENTS = 710.0
"""No leap is wider than a fifth."""
_STEP_WEIGHT, _LEAP_WEIGHT, _REPEAT_WEIGHT = 1.0, 0.27, 0.12
_RUB_WEIGHT = 0.15
"""A semitone from a tone of the chord is heard seldom, in passing."""
_RECALL = 0.35
"""How often a phrase takes up the shape of the one before."""
_LOW_HZ, _HIGH_HZ = 196.0, 880.0


@dataclass(frozen=True)
class PhraseNote:
    """One note of a phrase."""

    step: int
    after_s: float
    """Time from the phrase's first note."""
    strength: float


class Melody:
    """Phrases of 3 to 6 notes around a slowly wandering height.

    Seven in ten moves are steps; a leap is answered by a step back; no pitch sounds more than twice running;
    tonic, fifth and the others weigh 3 : 2 : 1; a phrase ends on a tone of the chord. The centre wanders at
    several rates at once, which lends the line the 1/f likeness that listeners prefer (Voss and Clarke, "1/f
    noise in music", JASA 63, 1978). By day it lies higher than at night.
    """

    def __init__(self, tuning: Tuning, chance: np.random.Generator) -> None:
        self._tuning, self._chance = tuning, chance
        self._steps = np.arange(tuning.nearest(_LOW_HZ), tuning.nearest(_HIGH_HZ) + 1)
        self._height = Walks(chance, (1.5, 5.0, 16.0), 1.0)
        self._touch = Walks(chance, (6.0,), 1.0)
        self._last = [int(self._steps[len(self._steps) // 2])]
        self._leapt = 0
        self._shape: list[int] = []
        self._important = self._importance()

    def phrase(self, chord: Chord, daylight: float, gap_s: float) -> list[PhraseNote]:
        """The next phrase over this chord, its notes about `gap_s` seconds apart."""
        chance = self._chance
        steps = self._recalled(chord) if chance.random() < _RECALL and self._shape else []
        if not steps:
            count = int(chance.choice((3, 4, 5, 6), p=(0.25, 0.35, 0.25, 0.15)))
            for place in range(count):
                steps.append(self._next(chord, daylight, place == count - 1))
        self._shape = [step - steps[0] for step in steps]
        return self._played(steps, gap_s)

    def _played(self, steps: list[int], gap_s: float) -> list[PhraseNote]:
        """Give steps their time and strength: an arch over the phrase, the last note softest."""
        loud = 0.5 + 0.06 * float(np.clip(self._touch.step()[0], -1.5, 1.5))
        notes, after_s = [], 0.0
        for place, step in enumerate(steps):
            along = place / (len(steps) - 1)
            strength = (
                loud + 0.1 * math.sin(math.pi * along) - 0.07 * along + float(self._chance.normal(0.0, 0.025))
            )
            notes.append(PhraseNote(step, after_s, min(max(strength, 0.3), 0.72)))
            after_s += gap_s * math.exp(float(self._chance.normal(-0.03, 0.25)))
        return notes

    def _recalled(self, chord: Chord) -> list[int]:
        """The last phrase's shape from another of the chord's tones, or nothing if it does not fit."""
        size = self._tuning.size
        classes = {step % size for step in chord}
        starts = [
            int(step)
            for step in self._steps
            if step % size in classes
            and (step + self._shape[-1]) % size in classes
            and self._steps[0] <= step + min(self._shape)
            and step + max(self._shape) <= self._steps[-1]
            and 0 < abs(step - self._last[-1]) <= 2
        ]
        if not starts or not self._narrow(starts[0]):
            return []
        first = starts[int(self._chance.integers(len(starts)))]
        steps = [first + offset for offset in self._shape]
        if not self._narrow(first):
            return []
        self._last, self._leapt = steps[-2:], 0
        return steps

    def _narrow(self, first: int) -> bool:
        """Whether the shape, moved here, still has no leap too wide: steps of a scale differ in size."""
        line = [first + offset for offset in self._shape]
        return all(abs(self._tuning.cents(a, b)) <= _LEAP_CENTS for a, b in pairwise(line))

    def _next(self, chord: Chord, daylight: float, closing: bool) -> int:
        now = self._last[-1]
        weights = self._reach(now) * self._important * self._around(daylight)
        classes = {step % self._tuning.size for step in chord}
        in_chord = np.array([step % self._tuning.size in classes for step in self._steps])
        rubbing = np.array([any(self._tuning.rubs(tone, int(step)) for tone in chord) for step in self._steps])
        weights *= np.where(in_chord, 2.0, np.where(rubbing, _RUB_WEIGHT, 1.0))
        if closing and (weights * in_chord).any():
            weights *= in_chord
        step = int(self._chance.choice(self._steps, p=weights / weights.sum()))
        self._leapt = step - now if abs(step - now) > 1 else 0
        self._last = [*self._last[-1:], step]
        return step

    def _reach(self, now: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Weight of each step by its distance from the present one."""
        away = self._steps - now
        near = np.abs(away)
        cents = np.array([abs(self._tuning.cents(now, int(step))) for step in self._steps])
        weights = np.select(
            [near == 0, near == 1, cents <= _LEAP_CENTS], [_REPEAT_WEIGHT, _STEP_WEIGHT, _LEAP_WEIGHT], 0.0
        )
        if self._leapt:
            back = np.where((np.sign(away) == -np.sign(self._leapt)) & (near == 1), 1.0, 0.0)
            weights = back if back.any() else weights
        if self._last[0] == now and len(self._last) > 1:
            weights[near == 0] = 0.0
        return np.asarray(weights, np.float64)

    def _around(self, daylight: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Weight of each step by how near it lies to the height the line is at."""
        middle = self._steps[0] + len(self._steps) * (0.38 + 0.2 * daylight)
        centre = middle + 0.09 * len(self._steps) * float(np.clip(self._height.step().sum(), -3.0, 3.0))
        spread = 0.28 * len(self._steps)
        found: np.ndarray[tuple[int], np.dtype[np.float64]] = np.exp(-(((self._steps - centre) / spread) ** 2))
        return found

    def _importance(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        ratios = np.array([float(self._tuning.ratio(int(step) % self._tuning.size)) for step in self._steps])
        return np.where(ratios == 1.0, 1.7, np.where(ratios == 1.5, 1.4, 1.0))
