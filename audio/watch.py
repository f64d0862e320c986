"""Whether the sound process still lives, by what it counts up in memory that both processes share."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from audio.silence import Silence

BORN_WITHIN_S = 30.0
"""A process that shows no life so long after its start is taken for dead."""
TURNS_WITHIN_S = 1.2
"""A process that looks for messages twenty times a second, and has not for so long, hangs: its sound is over.
Beside 16 busy programs on two cores, without any priority, it never stood still for more than 0.93 s."""
BLOCKS_WITHIN_S = 6.0
"""One that hears, but whose pump stood still so long, is stuck in a device. Most devices that stall come back by
themselves, some after seconds, and then sooner than a new process could have them."""
MOST_A_LOOK_S = 0.2
"""However long ago the last look was, no more counts: who looks so seldom slept or starves, as the other does."""


class Beats(ctypes.Structure):
    """What the process counts up while it lives."""

    _fields_ = (("turns", ctypes.c_ulong), ("blocks", ctypes.c_ulong))
    turns: int
    """How often it has looked for a message."""
    blocks: int
    """How many blocks of sound it has made."""


class Watch:
    """Looks at the beats of one process after another; to be asked once a frame."""

    def __init__(self, beats: Beats, now_s: Callable[[], float]) -> None:
        self._beats, self._now_s = beats, now_s
        self.begin()

    def begin(self) -> None:
        """Another process is about to be born."""
        self._beats.turns = self._beats.blocks = 0
        self._turning, self._sounding = (Silence(self._now_s, MOST_A_LOOK_S) for _ in range(2))

    def hangs(self) -> bool:
        """Whether it has been silent for too long."""
        beats = self._beats
        turns_within_s = TURNS_WITHIN_S if beats.turns else BORN_WITHIN_S
        blocks_within_s = BLOCKS_WITHIN_S if beats.blocks else BORN_WITHIN_S
        still_s = self._turning.look(beats.turns), self._sounding.look(beats.blocks)
        return still_s[0] > turns_within_s or still_s[1] > blocks_within_s
