"""Bringing a world's loudness range below 10 LU, and no further than that."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from audio.mix.leveller import WINDOW_S
from audio.mix.loudness import SILENT, mean

GOAL_LU = 7.0
"""What is aimed for; what a slow hand cannot reach comes on top."""
MEMORY_S = 180.0
FIRST_S = 20.0
"""How long it listens before it does anything."""
TOLD_S, LAG_S = 1.5, 0.8
"""Range is told of means over so long, half of the 3 s of the standard; the hand follows means over less."""
LEAST_RATIO = 0.35
RATIO_SLEW_S = 0.02
"""How fast it may take hold or let go: 0.2 dB a second, 10 dB away from the middle."""
MOST_APART_DB = 16.0
"""From here on down it is silence, which is not brought up any further."""
GATE = 0.01


class Narrower:
    """A slow hand on the whole that halves swells, if it must.

    It keeps the loudness of the last three minutes as EBU Tech 3342 looks at it, between the tenth and the
    ninety-fifth percentile. Where that is more than 7 LU, swells about the middle are drawn together in
    proportion, over seconds: surf in heavy sets, a whale, a wind that its maker lets fall almost still. A world
    that keeps within 7 LU by itself is never touched.
    """

    def __init__(self, sample_rate_hz: int, block: int) -> None:
        self._dt_s = block / sample_rate_hz
        self._blocks = max(1, round(WINDOW_S / self._dt_s))
        self._powers = np.zeros(math.ceil(MEMORY_S / (self._blocks * self._dt_s)))
        self._noted = self._gathered = 0
        self._shares = [1.0 - math.exp(-self._dt_s / span_s) for span_s in (TOLD_S, LAG_S)]
        self._told = self._mean = 0.0
        self._middle_db = 0.0
        self._goal = self._ratio = 1.0

    def step(self, power: float) -> float:
        """Take the K-weighted power of a block as it would leave; return the gain in dB for it."""
        told, followed = self._shares
        self._told += (power - self._told) * told
        self._mean += (power - self._mean) * followed
        self._gathered += 1
        if self._gathered == self._blocks:
            self._gathered = 0
            self._note()
        most = RATIO_SLEW_S * self._dt_s
        self._ratio += min(max(self._goal - self._ratio, -most), most)
        if self._ratio >= 1.0:
            return 0.0
        apart_db = 10 * math.log10(max(self._mean, 1e-12)) - self._middle_db
        return (self._ratio - 1.0) * min(max(apart_db, -MOST_APART_DB), MOST_APART_DB)

    def _note(self) -> None:
        """Keep what has been heard, and see how far it ranges."""
        self._powers[self._noted % len(self._powers)] = self._told
        self._noted += 1
        if self._noted * self._blocks * self._dt_s < FIRST_S:
            return
        heard = self._heard()
        if not len(heard):
            return
        heard.sort()
        low_db, self._middle_db, high_db = (10 * math.log10(_percentile(heard, part)) for part in (0.1, 0.5, 0.95))
        self._goal = min(max(GOAL_LU / max(high_db - low_db, 1e-3), LEAST_RATIO), 1.0)

    def _heard(self) -> NDArray[np.float64]:
        """The powers that pass both gates of the standard."""
        known = self._powers[: self._noted]
        known = known[known > SILENT]
        return known[known > mean(known) * GATE] if len(known) else known


def _percentile(ordered: NDArray[np.float64], part: float) -> float:
    """As `np.percentile`, of what is in order already: that takes a tenth of the time."""
    below, between = divmod(part * (len(ordered) - 1), 1.0)
    low, high = ordered[int(below) : int(below) + 2].tolist() if between else (float(ordered[int(below)]),) * 2
    return float(low + (high - low) * between)
