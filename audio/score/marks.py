"""A stroke on some of the chords."""

from __future__ import annotations

import numpy as np

from audio.score.moment import Moment, Operator
from audio.voice import Note
from worlds.format.instrument import InstrumentModel

_SHARE = 0.45
"""How many of the chords are marked."""
_AFTER_S = (1.0, 3.0)
_STRENGTH = (0.35, 0.6)


class Marks(Operator):
    """Marks the first chord, and now and then another, with its lowest tone a moment after it has come.

    What rings long outlasts its chord: `Moment.ringing` tells those after it for how long, so that no chord comes
    that would rub with it.
    """

    def __init__(self, chance: np.random.Generator, player: InstrumentModel | None) -> None:
        """`player` is struck, and tells how long it rings."""
        self._chance = chance
        self._begun = False
        self._ring_s = player.longest_ring_s if player else 0.0

    def step(self, now: Moment) -> None:
        """Mark a chord that has just begun, or let it pass."""
        if now.chord_begins and not (self._begun and self._chance.random() >= _SHARE):
            self._mark(now)

    def _mark(self, now: Moment) -> None:
        self._begun = True
        lowest = int(now.chord[0]) % now.tuning.size + now.tuning.size
        note = Note(now.tuning.hz(lowest), float(self._chance.uniform(*_STRENGTH)))
        at_s = now.now_s + float(self._chance.uniform(*_AFTER_S))
        now.agenda.plan(at_s, "marks", note)
        if self._ring_s:
            now.ring(note.frequency_hz, at_s, self._ring_s)
