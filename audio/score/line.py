"""A new line: a walk of steps and rare leaps."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from audio.score.ladder import LEAP_CENTS, Ladder
from audio.score.moment import Moment
from audio.score.register import Register
from audio.score.tuning import Steps

_STEP, _LEAP, _REPEAT = 1.0, 0.2, 0.12
_OF_CHORD, _RUBBING = 2.0, 0.15
"""A semitone from a tone of the chord is heard seldom, in passing."""


class Line:
    """Seven in ten moves are steps; a leap is answered by a step back; no pitch sounds more than twice running;
    tonic, fifth and the others weigh 3 : 2 : 1; a phrase ends on a tone of the chord."""

    def __init__(self, chance: np.random.Generator, register: Register) -> None:
        self._chance, self._register = chance, register
        self._last: tuple[int, ...] = ()
        """The last two steps that were sung."""

    def go_on_from(self, steps: Steps) -> None:
        """Know what was sung last."""
        self._last = tuple(steps[-2:].tolist())

    def retune(self, before: Ladder, now: Ladder) -> None:
        """Keep the pitches that were sung last in another tuning."""
        self._last = tuple(now.nearest(float(before.tuning.cents(np.array(step)))) for step in self._last)

    def invent(self, count: int, ladder: Ladder, now: Moment) -> Steps:
        """A phrase of so many notes over the present chord."""
        wish = self._wish(ladder, now)
        in_chord = ladder.in_chord(now.chord)
        found = []
        for place in range(count):
            weights = wish * self._register.weights(ladder, now) * self._reach(ladder)
            if place == count - 1 and (weights * in_chord).any():
                weights = weights * in_chord
            step = int(self._chance.choice(ladder.steps, p=weights / weights.sum()))
            self._last = (*self._last[-1:], step)
            found.append(step)
        return np.array(found, np.intp)

    def _wish(self, ladder: Ladder, now: Moment) -> NDArray[np.float64]:
        """How well each step fits scale and chord."""
        rubbing = np.where(ladder.rubbing(now.tuning.cents(now.chord)), _RUBBING, 1.0)
        return ladder.matter * np.where(ladder.in_chord(now.chord), _OF_CHORD, rubbing)

    def _reach(self, ladder: Ladder) -> NDArray[np.float64]:
        """How likely each step is after the last, by its distance alone."""
        if not self._last:
            return np.ones(len(ladder.steps))
        here = self._last[-1]
        away = ladder.steps - here
        near = np.abs(away)
        wide = np.abs(ladder.cents - ladder.tuning.cents(np.array(here)))
        weights = np.select([near == 0, near == 1, wide <= LEAP_CENTS], [_REPEAT, _STEP, _LEAP], 0.0)
        leapt = here - self._last[0]
        if abs(leapt) > 1:
            back = (np.sign(away) == -np.sign(leapt)) & (near == 1)
            weights = np.where(back, 1.0, 0.0) if back.any() else weights
        if len(self._last) > 1 and leapt == 0:
            weights = np.where(near == 0, 0.0, weights)
        return weights
