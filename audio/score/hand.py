"""A player's hand: time and strength as no machine keeps them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from audio.dsp.walks import Walks
from audio.score.tuning import Steps

_OCTAVES_OF_NOTES = (1.0, 4.0, 16.0)
_LENGTHS = 0.16
"""How much lengths of notes differ, as a part, at each rate."""
_RUBATO = 0.018
_UNSTEADY_S = 0.018
_SLOWING = 0.15
"""How much slower a phrase is at its end."""
_WEAKEST, _STRONGEST = 0.3, 0.72


@dataclass(frozen=True)
class Played:
    """One note of a phrase as it is played."""

    step: int
    after_s: float
    """Time from the phrase's first note."""
    length_s: float
    strength: float


class Hand:
    """Gives a phrase its time and strength.

    Lengths of notes, tempo and strength sway as 1/f, as in human playing, which listeners tell from both machine
    and chance (Hennig et al., "The nature and perception of fluctuations in human musical rhythms", PLoS ONE 6,
    2011); each onset is off by a few hundredths of a second besides. A phrase is an arch: it swells, and its end
    is slower and softest, as a breath's.
    """

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._length = Walks(chance, _OCTAVES_OF_NOTES, 1.0)
        self._tempo = Walks(chance, _OCTAVES_OF_NOTES, 1.0)
        self._weight = Walks(chance, (6.0,), 1.0)

    def play(self, steps: Steps, span_s: float) -> list[Played]:
        """A phrase of two notes or more, the last of which begins about `span_s` after the first."""
        gaps_s = self._gaps(len(steps), span_s)
        weight = 0.5 + 0.06 * float(np.clip(self._weight.step()[0], -1.5, 1.5))
        played, after_s = [], 0.0
        for place, step in enumerate(steps.tolist()):
            along = place / max(len(steps) - 1, 1)
            strength = weight + 0.1 * math.sin(math.pi * along) - 0.09 * along
            strength += float(self._chance.normal(0.0, 0.025))
            late_s = abs(float(self._chance.normal(0.0, _UNSTEADY_S))) if place else 0.0
            strength = min(max(strength, _WEAKEST), _STRONGEST)
            played.append(Played(step, after_s + late_s, gaps_s[place], strength))
            after_s += gaps_s[place]
        return played

    def _gaps(self, count: int, span_s: float) -> list[float]:
        """The length of each note; the last rings on."""
        gaps = []
        for place in range(count):
            along = place / max(count - 1, 1)
            gaps.append(math.exp(_LENGTHS * float(self._length.step().sum())) * (1.0 + _SLOWING * along))
        rubato = math.exp(_RUBATO * float(self._tempo.step().sum()))
        unit_s = span_s * rubato / max(sum(gaps[:-1]), 1e-6) if count > 1 else span_s
        return [gap * unit_s for gap in gaps[:-1]] + [1.6 * gaps[-1] * unit_s]
