"""`OwnLevel`: how loud a world is, and would be if no visitor had trimmed it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from audio.mix.loudness import Meter
from audio.mix.strip import Strip


class OwnLevel:
    """The power of a mix as the visitor has it, and the power it would have as its maker wrote it.

    Voices are independent, so their powers add: what the visitor has taken from each, or added, is summed up and
    metered like the mix itself, and given back. Air and shade are left out of that sum: they matter little, and
    only for what is trimmed.
    """

    def __init__(self, strips: Sequence[Strip], wet_power: float, sample_rate_hz: int, block: int) -> None:
        self._strips, self._wet_power = strips, wet_power
        self._shares = np.zeros((2, len(strips)), np.float32)
        self._sums = np.zeros((2, 2 * block), np.float32)
        self._meter, self._taken, self._added = (Meter(sample_rate_hz, block) for _ in range(3))
        self._due = True
        self._heard = self._own = 0.0

    def powers(self, mixed: NDArray[np.float32], rows: NDArray[np.float32], trimmed: bool) -> tuple[float, float]:
        """K-weighted power of every other block, as mixed and as written; half of the time tells as much as all.

        `rows` begins with what each strip gave, two channels each; `trimmed`: whether the visitor did anything.
        """
        if self._due:
            self._heard = self._own = self._meter.power(mixed)
            if trimmed:
                self._own = max(self._heard + self._given_back(rows), 0.0)
        self._due = not self._due
        return self._heard, self._own

    def _given_back(self, rows: NDArray[np.float32]) -> float:
        """What the visitor has taken from a block, less what has been added."""
        for index, strip in enumerate(self._strips):
            reaching = strip.direct + self._wet_power * strip.sent
            change = reaching * (1.0 - strip.visitor_gain**2)
            self._shares[0, index] = math.sqrt(max(change, 0.0))
            self._shares[1, index] = math.sqrt(max(-change, 0.0))
        count = len(self._strips)
        np.matmul(self._shares, rows[: 2 * count].reshape(count, -1), out=self._sums)
        taken, added = self._sums.reshape(2, 2, -1)
        return self._taken.power(taken) - self._added.power(added)
