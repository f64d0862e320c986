"""What the visitor has touched, remembered, to be answered later."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from audio.score.ladder import Ladder, cents_of
from audio.score.tuning import SAME_CENTS, Cents, Steps

_TOGETHER_S = 4.0
"""Touches no further apart are one motif; it is whole when so much time has passed after its last."""
_MOST_NOTES = 5
_MOST_MOTIFS = 4
_FIRST_AFTER_S, _AGAIN_AFTER_S = (8.0, 35.0), (100.0, 300.0)
_UNFIT_AFTER_S = (8.0, 16.0)
_TIMES = 3
"""So often a motif comes back; then it is forgotten."""
OCTAVE_CENTS = 1200.0


@dataclass
class Motif:
    """Some notes that were touched one after another."""

    cents: list[float] = field(default_factory=list)
    due_s: float = math.inf
    """When it may come back."""
    times: int = 0
    """How often it has."""


class Memory:
    """The last few motifs of a visitor. Each comes back within half a minute, and twice again minutes later."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._open = Motif()
        self._kept: list[Motif] = []

    def hear(self, hz: float, now_s: float) -> None:
        """Remember a note that was touched; the same again, or more than a phrase holds, changes nothing."""
        motif = self._open
        motif.due_s = now_s + _TOGETHER_S
        if motif.cents and abs(motif.cents[-1] - cents_of(hz)) < SAME_CENTS:
            return
        motif.cents = [*motif.cents, cents_of(hz)][-_MOST_NOTES:]

    def due_s(self, now_s: float) -> float:
        """When the next motif may come back; infinite if there is none."""
        if now_s >= self._open.due_s:
            self._open.due_s = now_s + float(self._chance.uniform(*_FIRST_AFTER_S))
            self._kept = [*self._kept, self._open][-_MOST_MOTIFS:]
            self._open = Motif()
        return min(motif.due_s for motif in self._kept) if self._kept else math.inf

    @property
    def next(self) -> Motif:
        """The motif that comes back next."""
        return min(self._kept, key=lambda kept: kept.due_s)

    def put_off(self, motif: Motif, now_s: float, came: bool) -> None:
        """Let a motif wait for some minutes if it `came` back now; if it did not fit, only for another chord."""
        motif.times += came
        motif.due_s = now_s + float(self._chance.uniform(*(_AGAIN_AFTER_S if came else _UNFIT_AFTER_S)))
        if motif.times == _TIMES:
            self._kept.remove(motif)


def steps_of(motif: Motif, ladder: Ladder) -> Steps:
    """A motif as steps of a ladder; leaps wider than an octave are folded into one."""
    cents: Cents = np.array(motif.cents)
    moves = np.diff(cents)
    moves -= np.sign(moves) * OCTAVE_CENTS * np.floor((np.abs(moves) - SAME_CENTS) / OCTAVE_CENTS).clip(0.0)
    line = np.concatenate([cents[:1], cents[0] + np.cumsum(moves)])
    return np.array([ladder.nearest(pitch) for pitch in line.tolist()], np.intp)
