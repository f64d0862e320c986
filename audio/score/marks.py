"""A stroke on some of the chords."""

from __future__ import annotations

import numpy as np

from audio.score.moment import Moment, Operator
from audio.voice import Note

_SHARE = 0.45
"""How many of the chords are marked."""
_AFTER_S = (1.0, 3.0)
_STRENGTH = (0.35, 0.6)


class Marks(Operator):
    """Marks the first chord, and now and then another, with its lowest tone a moment after it has come."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._begun = False

    def step(self, now: Moment) -> None:
        """Mark a chord that has just begun, or let it pass."""
        if not now.chord_begins or (self._begun and self._chance.random() >= _SHARE):
            return
        self._begun = True
        lowest = int(now.chord[0]) % now.tuning.size + now.tuning.size
        note = Note(now.tuning.hz(lowest), float(self._chance.uniform(*_STRENGTH)))
        now.agenda.plan(now.now_s + float(self._chance.uniform(*_AFTER_S)), "marks", note)
