"""Keeping a world from swinging further than is restful: its loudness range stays below 10 LU."""

from __future__ import annotations

import numpy as np

from audio.mix.leveller import TARGET_LUFS, WINDOW_S
from audio.mix.loudness import gated_power, lufs

FREE_LU = 2.0
"""A swing so far to either side is left as it is."""
HELD_RATIO = 0.9
"""Of what lies beyond, so much is taken back."""
USUAL_S = 60.0
"""Time constant of what counts as usual."""
LOOK_S = 10.0
SPARSE = 0.6
"""Sounds that fill less of that time than this come one by one; each keeps the strength it has."""
SLEW_DB_S = 1.0
MOST_DB = 16.0


class Steadier:
    """Two hands on the level. One knows beforehand: where makers let loudness follow a signal, the sum of all that
    sounds is known the moment it changes, and what swings too far is taken back exactly then. The other looks at
    what was heard in the last ten seconds (gated, so that silence between sounds counts for nothing) and follows
    the weather by at most 1 dB a second.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        self._dt_s = block / sample_rate_hz
        self._blocks = max(1, round(WINDOW_S / self._dt_s))
        self._recent = np.zeros(max(1, round(LOOK_S / (self._blocks * self._dt_s))))
        self._place = self._gathered = 0
        self._sum = 0.0
        self._usual_lufs: float | None = None
        self._goal_db = self._slow_db = 0.0

    def step(self, predicted_lufs: float, power: float, gain_db: float) -> float:
        """The correction in dB for a block.

        `predicted_lufs` is the sum of all that sounds of itself, at its places and levels of now; `power` the mean
        K-weighted power of the block; `gain_db` the level the world is brought to.
        """
        quick_db = self._foreseen(predicted_lufs)
        self._sum += power * 10 ** ((gain_db + quick_db) / 10)
        self._gathered += 1
        if self._gathered == self._blocks:
            self._look()
        most = SLEW_DB_S * self._dt_s
        self._slow_db += min(max(self._goal_db - self._slow_db, -most), most)
        return quick_db + self._slow_db

    def _foreseen(self, predicted_lufs: float) -> float:
        if self._usual_lufs is None:
            self._usual_lufs = predicted_lufs
        self._usual_lufs += (predicted_lufs - self._usual_lufs) * min(1.0, self._dt_s / USUAL_S)
        return -_held(predicted_lufs - self._usual_lufs)

    def _look(self) -> None:
        self._recent[self._place] = self._sum / self._gathered
        self._place = (self._place + 1) % len(self._recent)
        self._sum, self._gathered = 0.0, 0
        heard = gated_power(self._recent)
        sparse = np.count_nonzero(self._recent > heard * 0.1) < SPARSE * len(self._recent)
        apart = lufs(heard) - TARGET_LUFS if heard > 0.0 and not sparse else 0.0
        self._goal_db = min(max(-_held(apart), -MOST_DB), MOST_DB)


def _held(apart_lu: float) -> float:
    """What is taken back of a level so far from the usual."""
    beyond = max(0.0, abs(apart_lu) - FREE_LU) * HELD_RATIO
    return beyond if apart_lu > 0 else -beyond
